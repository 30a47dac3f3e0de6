// SPDX-License-Identifier: GPL-3.0-or-later
#include "background_check.hpp"

#include "schema.hpp"

#include <csignal>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

namespace poise {

namespace {

constexpr int steps_between_looks = 10'000; // of SQLite's virtual machine: a few milliseconds
constexpr int niceness = 10;                // low, but not so low that ending it would take long on a busy machine

/// A signal is for the thread that waits for it.
class NoSignals {
public:
    NoSignals() {
        sigset_t all;
        ::sigfillset(&all);
        ::pthread_sigmask(SIG_SETMASK, &all, &before_);
    }
    ~NoSignals() { ::pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    NoSignals(const NoSignals&) = delete;
    NoSignals& operator=(const NoSignals&) = delete;

private:
    sigset_t before_{};
};

int is_set(void* flag) { return *static_cast<std::atomic<bool>*>(flag) ? 1 : 0; }

} // namespace

bool is_whole(Connection& connection) {
    if (!has_schema(connection)) return false; // to SQLite a file without a table is whole
    SQLite::Statement check{connection.database(), "PRAGMA quick_check(1)"};
    return check.executeStep() && check.getColumn(0).getString() == "ok";
}

BackgroundCheck::BackgroundCheck(const std::filesystem::path& database)
    : connection_{database.string(), SQLite::OPEN_READONLY, reader_busy_timeout} {
    sqlite3_progress_handler(connection_.database().getHandle(), steps_between_looks, is_set, &is_stopped_);
    const NoSignals inherited_by_the_thread;
    thread_ = std::thread{[this] { run(); }};
}

BackgroundCheck::~BackgroundCheck() {
    is_stopped_ = true; // for what begins only now; within a table SQLite looks for nothing but an interrupt
    sqlite3_interrupt(connection_.database().getHandle());
    thread_.join();
}

void BackgroundCheck::run() {
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
    state_ = look();
}

BackgroundCheck::State BackgroundCheck::look() {
    try {
        return is_whole(connection_) ? State::done : State::damaged;
    } catch (const SQLite::Exception& error) {
        return is_damage(error) ? State::damaged : State::done;
    }
}

} // namespace poise
