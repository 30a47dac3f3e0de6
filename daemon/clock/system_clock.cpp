// SPDX-License-Identifier: GPL-3.0-or-later
#include "system_clock.hpp"

#include <charconv>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <string>

namespace poise {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr days valid_for{1};
constexpr days foreseen{8};

Duration read_clock(clockid_t clock) {
    std::timespec now{};
    ::clock_gettime(clock, &now);
    return floor<Duration>(seconds{now.tv_sec} + nanoseconds{now.tv_nsec});
}

UtcTime utc_now() { return UtcTime{read_clock(CLOCK_REALTIME)}; }

BootId read_boot_id() {
    constexpr auto path = "/proc/sys/kernel/random/boot_id";
    std::ifstream file{path};
    std::string text;
    std::getline(file, text);
    std::erase(text, '-');
    BootId id;
    if (text.size() != 2 * id.bytes.size()) throw std::runtime_error{std::string{"no boot id in "} + path};
    for (std::size_t i = 0; i < id.bytes.size(); ++i) {
        const char* digits = text.data() + 2 * i;
        if (std::from_chars(digits, digits + 2, id.bytes[i], 16).ptr != digits + 2) {
            throw std::runtime_error{std::string{"not a boot id in "} + path + ": " + text};
        }
    }
    return id;
}

} // namespace

Instant boot_time() { return Instant{read_clock(CLOCK_BOOTTIME)}; }

Duration time_awake() { return read_clock(CLOCK_MONOTONIC); }

OffsetTable::OffsetTable(const OffsetAt& offset_at, UtcTime from)
    : from_{from}, offset_{offset_at(from)}, changes_{changes_between(offset_at, from, from + valid_for + foreseen)} {}

bool OffsetTable::covers(UtcTime at) const { return at >= from_ && at < from_ + valid_for; }

Offset OffsetTable::offset_at(UtcTime at) const {
    Offset offset = offset_;
    for (const OffsetChange& change : changes_) {
        if (change.at <= at) offset = change.offset;
    }
    return offset;
}

OffsetChanges OffsetTable::ahead_of(UtcTime at) const {
    OffsetChanges ahead;
    for (const OffsetChange& change : changes_) {
        if (change.at > at && change.at <= at + foreseen) ahead.push_back(change);
    }
    return ahead;
}

SystemClock::SystemClock() : boot_{read_boot_id()}, offsets_{local_offset, utc_now()} {}

Moment SystemClock::now() {
    const UtcTime utc = utc_now();
    if (!offsets_.covers(utc)) offsets_ = OffsetTable{local_offset, utc};
    return {boot_time(), utc, offsets_.offset_at(utc), offsets_.ahead_of(utc), boot_};
}

Instant SystemClock::instant() { return boot_time(); }

void SystemClock::zone_changed() {
    reload_local_zone();
    offsets_ = OffsetTable{local_offset, utc_now()};
}

} // namespace poise
