// SPDX-License-Identifier: GPL-3.0-or-later
// Says when civil time is not what it was: the wall clock was set, the machine woke up, or the system's zone or its
// rules are others. A timer armed for the end of time is cancelled by the kernel at every step of the wall clock, and a
// watch on the folders of the zone's link and file tells of the rest; neither wakes anybody otherwise.
#pragma once

#include "readable.hpp"
#include "system_clock.hpp"

#include "poise/ports.hpp"

#include <filesystem>
#include <optional>

namespace poise {

class ClockWatch {
public:
    /// Brings the clock up to date before it posts CivilTimeChanged.
    ClockWatch(boost::asio::io_context&, SystemClock&, PostEvent, std::filesystem::path zone_link = "/etc/localtime");

    /// Somebody else says that the zone may be another: of use where the files cannot be watched.
    void zone_told();

private:
    void await_step();
    void watch_zone_file();
    void step_seen();
    void zone_seen();
    void tell();

    SystemClock& clock_;
    PostEvent post_;
    std::filesystem::path zone_link_;
    std::filesystem::path zone_file_; // where the link leads
    Readable step_;
    std::optional<Readable> zone_; // not where the user has no inotify instance or watch left
    int file_watch_ = -1;
};

} // namespace poise
