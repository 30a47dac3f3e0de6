// SPDX-License-Identifier: GPL-3.0-or-later
// The daemon put together: here the engine meets concrete adapters, the senses as one. Everything runs on one
// io_context; what cannot work here is left out with a finding, and only what the daemon cannot do without throws.
#pragma once

#include "boot_alarm.hpp"
#include "bus_loop.hpp"
#include "clock_watch.hpp"
#include "configuration.hpp"
#include "engine.hpp"
#include "file_watch.hpp"
#include "guide_files.hpp"
#include "senses.hpp"
#include "service.hpp"
#include "sleep_watch.hpp"
#include "sqlite_journal.hpp"
#include "system_clock.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <cstddef>
#include <filesystem>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poise {

class Poised {
public:
    struct Places {
        std::filesystem::path configuration;
        std::filesystem::path journal;
    };
    /// Throws std::runtime_error where there is no session bus, another daemon, or a journal it must not touch.
    explicit Poised(const Places&);

    /// Until SIGTERM or SIGINT, or until the session bus is gone. The exit code.
    int run();

private:
    void post(const Event&);
    void lose_session_bus(const std::string& why);
    void watch_configuration();
    void watch_guide();
    std::vector<std::string> reload();
    void reload_configuration();
    void reload_guide();
    std::vector<std::string> set_setting(const std::string& key, const std::string& value);
    std::size_t erase(std::optional<Day> before);
    void take_up(const InForce&);
    void report_configuration();
    std::vector<Finding> findings() const;
    void await_signal();
    void await_settling();
    void stop(int exit_code);

    boost::asio::io_context io_;
    boost::asio::signal_set signals_; // kept until the loop runs: whoever sees the name may stop us
    SystemClock clock_;
    SleepWatch sleep_watch_;
    Configuration configuration_;
    GuideFiles guide_;
    std::unique_ptr<sdbus::IConnection> session_bus_;
    BusLoop session_loop_;
    BusService service_;
    SqliteJournal journal_;
    BootAlarm alarm_;
    Engine engine_;
    ClockWatch clock_watch_;
    Senses senses_;
    std::optional<FileWatch> configuration_watch_;
    std::vector<std::string> told_problems_; // of the configuration
    std::list<FileWatch> guide_watches_;
    std::vector<std::string> told_guide_problems_;
    boost::asio::steady_timer settling_;
    int exit_code_ = 0;
};

} // namespace poise
