// SPDX-License-Identifier: GPL-3.0-or-later
#include "clock_watch.hpp"

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/inotify.h>
#include <sys/timerfd.h>
#include <unistd.h>

namespace poise {

namespace {

// Whatever puts another file under a name, or changes it in place.
constexpr std::uint32_t replaced = IN_CREATE | IN_MOVED_TO | IN_CLOSE_WRITE | IN_DELETE;

} // namespace

ClockWatch::ClockWatch(boost::asio::io_context& io, SystemClock& clock, PostEvent post, std::filesystem::path zone_link)
    : clock_{clock}, post_{std::move(post)},
      zone_link_{std::move(zone_link)}, step_{io, ::timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC),
                                              "no timer on CLOCK_REALTIME", [this] { step_seen(); }} {
    await_step();
    const int watches = ::inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (watches < 0) return;
    zone_.emplace(io, watches, "no inotify", [this] { zone_seen(); });
    if (::inotify_add_watch(watches, zone_link_.parent_path().c_str(), replaced) >= 0) {
        watch_zone_file();
    } else {
        zone_.reset(); // no watch is left, though an instance was
    }
}

void ClockWatch::await_step() {
    itimerspec never{};
    never.it_value.tv_sec = std::numeric_limits<std::time_t>::max();
    ::timerfd_settime(step_.descriptor(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &never, nullptr);
}

void ClockWatch::watch_zone_file() {
    std::error_code none;
    const std::filesystem::path file = std::filesystem::canonical(zone_link_, none);
    if (file == zone_file_) return;
    zone_file_ = file;
    if (file_watch_ >= 0) ::inotify_rm_watch(zone_->descriptor(), file_watch_);
    file_watch_ = -1;
    if (file.empty() || file.parent_path() == zone_link_.parent_path()) return;
    file_watch_ = ::inotify_add_watch(zone_->descriptor(), file.parent_path().c_str(), replaced);
}

void ClockWatch::step_seen() {
    std::uint64_t times = 0;
    if (::read(step_.descriptor(), &times, sizeof times) >= 0 || errno != ECANCELED) return;
    await_step();
    tell();
}

void ClockWatch::zone_seen() {
    bool ours = false;
    std::array<char, 4096> buffer{};
    for (ssize_t length = 0; (length = ::read(zone_->descriptor(), buffer.data(), buffer.size())) > 0;) {
        for (const char* at = buffer.data(); at < buffer.data() + length;) {
            inotify_event event{};
            std::memcpy(&event, at, sizeof event);
            const std::string_view name = event.len > 0 ? at + sizeof event : "";
            const bool link = name == zone_link_.filename().native();
            const bool file = event.wd == file_watch_ && name == zone_file_.filename().native();
            ours = ours || link || file || (event.mask & IN_Q_OVERFLOW) != 0;
            at += sizeof event + event.len;
        }
    }
    if (!ours) return;
    watch_zone_file();
    tell();
}

void ClockWatch::zone_told() {
    if (!zone_) tell();
}

void ClockWatch::tell() {
    clock_.zone_changed();
    post_(CivilTimeChanged{});
}

} // namespace poise
