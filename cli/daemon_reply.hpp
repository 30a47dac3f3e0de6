// SPDX-License-Identifier: GPL-3.0-or-later
// From what the daemon's client says to how a command ends: a reply is unwrapped, or thrown as the Failure that its
// error calls for.
#pragma once

#include "client.hpp"
#include "failure.hpp"

#include <utility>

namespace poise {

[[nodiscard]] Failure to_failure(const ClientFailure&);

template <class T>
T or_fail(Reply<T> reply) {
    if (!reply) throw to_failure(reply.error());
    return *std::move(reply);
}

/// Throws where there is no session bus; whether the daemon is there is found out by the first call.
[[nodiscard]] DaemonClient reach_daemon();

} // namespace poise
