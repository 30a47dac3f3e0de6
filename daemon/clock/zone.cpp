// SPDX-License-Identifier: GPL-3.0-or-later
#include "zone.hpp"

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace poise {

namespace {

using std::chrono::floor;
using std::chrono::hours;
using std::chrono::seconds;

// D: no zone has ever changed its offset and changed it back within so short a time.
constexpr hours stride{6};

std::tm broken_down(UtcTime at) {
    const std::time_t time = floor<seconds>(at).time_since_epoch().count();
    std::tm local{};
    ::localtime_r(&time, &local);
    return local;
}

/// The offsets at the two ends differ: halves the distance until the change is caught between two seconds.
UtcTime change_within(const OffsetAt& offset_at, UtcTime before, UtcTime after) {
    const Offset old = offset_at(before);
    while (after - before > seconds{1}) {
        const UtcTime middle = floor<seconds>(before + (after - before) / 2);
        (offset_at(middle) == old ? before : after) = middle;
    }
    return after;
}

} // namespace

Offset local_offset(UtcTime at) { return Offset{broken_down(at).tm_gmtoff}; }

OffsetChanges changes_between(const OffsetAt& offset_at, UtcTime from, UtcTime until) {
    OffsetChanges changes;
    UtcTime before = floor<seconds>(from);
    const UtcTime end = floor<seconds>(until);
    while (before < end) {
        const UtcTime after = std::min<UtcTime>(before + stride, end);
        if (offset_at(before) == offset_at(after)) {
            before = after;
            continue;
        }
        const UtcTime change = change_within(offset_at, before, after);
        changes.push_back({change, offset_at(change)});
        before = change;
    }
    return changes;
}

std::string local_zone_name() {
    namespace fs = std::filesystem;
    fs::path file = "/etc/localtime";
    // The C library takes an empty TZ as UTC, and lets a colon announce a file.
    if (const char* environment = std::getenv("TZ")) {
        std::string_view name = environment;
        if (name.starts_with(':')) name.remove_prefix(1);
        if (name.empty()) return "UTC";
        if (!name.starts_with('/')) return std::string{name};
        file = name;
    }
    // The link's own target comes first: a zone that the database keeps as a link to another has the name people know.
    std::error_code no_link;
    for (const std::string& place : {file.string(), fs::read_symlink(file, no_link).string()}) {
        constexpr std::string_view database = "/zoneinfo/";
        if (const auto found = place.find(database); found != std::string::npos) {
            return place.substr(found + database.size());
        }
    }
    const std::tm now = broken_down(UtcTime{seconds{std::time(nullptr)}});
    return now.tm_zone ? now.tm_zone : "UTC";
}

void reload_local_zone() { ::tzset(); }

} // namespace poise
