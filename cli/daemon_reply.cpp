// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon_reply.hpp"

#include "problem_text.hpp"
#include "say.hpp"

namespace poise {

namespace {

Exit exit_for(ClientError error) {
    switch (error) {
    case ClientError::no_daemon: return Exit::no_daemon;
    case ClientError::invalid_argument: return Exit::usage;
    case ClientError::refused:
    case ClientError::other: return Exit::failed;
    }
    return Exit::failed;
}

} // namespace

Failure to_failure(const ClientFailure& failure) {
    if (failure.error == ClientError::no_daemon) {
        return {Exit::no_daemon, tr("poised does not answer: is it running? try: systemctl --user start poised")};
    }
    return {exit_for(failure.error), printable(failure.text, longest_line)};
}

DaemonClient reach_daemon() {
    auto client = DaemonClient::connect();
    if (!client) {
        throw Failure{Exit::no_daemon, tr("{why} (poise must run in your desktop session)",
                                          {{"why", printable(client.error().text, longest_line)}})};
    }
    return *std::move(client);
}

} // namespace poise
