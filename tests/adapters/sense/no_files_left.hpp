// SPDX-License-Identifier: GPL-3.0-or-later
// While it lives, this process can open nothing more: no socket, and no inotify, as where the user has none left.
#pragma once

#include "waiting.hpp"

#include <sys/resource.h>
#include <unistd.h>

namespace poise::test {

class NoFilesLeft {
public:
    NoFilesLeft() {
        ::getrlimit(RLIMIT_NOFILE, &before_);
        const int lowest_free = ::dup(0);
        ::close(lowest_free);
        const rlimit none{static_cast<rlim_t>(lowest_free), before_.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &none);
    }
    ~NoFilesLeft() { ::setrlimit(RLIMIT_NOFILE, &before_); }
    NoFilesLeft(const NoFilesLeft&) = delete;
    NoFilesLeft& operator=(const NoFilesLeft&) = delete;

private:
    rlimit before_{};
};

/// Once the loop has what it needs for itself.
template <class Open>
void with_no_files_left(boost::asio::io_context& io, Open open) {
    run_for(io, Milliseconds{1});
    const NoFilesLeft here;
    open();
}

} // namespace poise::test
