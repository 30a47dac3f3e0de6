// SPDX-License-Identifier: GPL-3.0-or-later
#include "poise/iso_time.hpp"

#include <charconv>
#include <cstdio>

namespace poise {

namespace {

using namespace std::chrono;

/// Reads fixed forms from the front of a text; once something does not fit, everything after fails too.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_{text} {}

    int digits(std::size_t count) {
        int value = 0;
        if (rest_.size() < count) return fail();
        const auto part = rest_.substr(0, count);
        const auto [end, error] = std::from_chars(part.data(), part.data() + count, value);
        if (error != std::errc{} || end != part.data() + count || part.front() == '-') return fail();
        rest_.remove_prefix(count);
        return value;
    }
    bool accept(char c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    void expect(char c) {
        if (!accept(c)) fail();
    }
    /// What follows a decimal point, in milliseconds.
    int fraction() {
        int value = 0;
        int scale = 100;
        bool any = false;
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9') {
            value += (rest_.front() - '0') * scale;
            scale /= 10;
            any = true;
            rest_.remove_prefix(1);
        }
        return any ? value : fail();
    }
    int fail() {
        failed_ = true;
        return 0;
    }
    [[nodiscard]] bool is_done() const { return !failed_ && rest_.empty(); }
    [[nodiscard]] bool has_failed() const { return failed_; }

private:
    std::string_view rest_;
    bool failed_ = false;
};

Day scan_day(Scanner& scan) {
    const int y = scan.digits(4);
    scan.expect('-');
    const int m = scan.digits(2);
    scan.expect('-');
    const int d = scan.digits(2);
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)}, day{static_cast<unsigned>(d)}};
    if (!date.ok()) scan.fail();
    return scan.has_failed() ? Day{} : Day{date};
}

Offset scan_offset(Scanner& scan) {
    if (scan.accept('Z')) return {};
    const int sign = scan.accept('-') ? -1 : 1;
    if (sign == 1) scan.expect('+');
    const int h = scan.digits(2);
    scan.expect(':');
    const int m = scan.digits(2);
    if (h > 18 || m > 59) scan.fail();
    return sign * (hours{h} + minutes{m});
}

} // namespace

std::optional<IsoTime> parse_iso_time(std::string_view text) {
    Scanner scan{text};
    const Day day = scan_day(scan);
    scan.expect('T');
    const int h = scan.digits(2);
    scan.expect(':');
    const int m = scan.digits(2);
    int s = 0;
    int ms = 0;
    if (scan.accept(':')) {
        s = scan.digits(2);
        if (scan.accept('.')) ms = scan.fraction();
    }
    const Offset offset = scan_offset(scan);
    if (!scan.is_done() || h > 23 || m > 59 || s > 59) return std::nullopt;
    const LocalTime local = LocalTime{day} + hours{h} + minutes{m} + seconds{s} + milliseconds{ms};
    return IsoTime{UtcTime{local.time_since_epoch() - offset}, offset};
}

std::string to_iso(UtcTime utc, Offset offset) {
    const LocalTime local{(utc + offset).time_since_epoch()};
    const Day day = floor<days>(local);
    const hh_mm_ss time{local - LocalTime{day}};
    const auto shift = abs(duration_cast<minutes>(offset));
    char text[32];
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d", static_cast<int>(time.hours().count()),
                  static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    std::string iso = to_iso(day) + text;
    if (time.subseconds() != milliseconds{0}) {
        std::snprintf(text, sizeof text, ".%03d", static_cast<int>(time.subseconds().count()));
        iso += text;
    }
    std::snprintf(text, sizeof text, "%c%02d:%02d", offset < Offset{0} ? '-' : '+', static_cast<int>(shift / hours{1}),
                  static_cast<int>((shift % hours{1}).count()));
    return iso + text;
}

std::string to_iso(Day day) {
    const year_month_day date{day};
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return text;
}

std::optional<Day> parse_iso_day(std::string_view text) {
    Scanner scan{text};
    const Day day = scan_day(scan);
    return scan.is_done() ? std::optional{day} : std::nullopt;
}

std::string to_iso(IsoWeek week) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-W%02d", week.year, week.week);
    return text;
}

std::optional<IsoWeek> parse_iso_week(std::string_view text) {
    Scanner scan{text};
    IsoWeek week{};
    week.year = scan.digits(4);
    scan.expect('-');
    scan.expect('W');
    week.week = scan.digits(2);
    // A week that the year does not have would come back as another one.
    if (!scan.is_done() || week.week < 1 || iso_week(monday_of(week)) != week) return std::nullopt;
    return week;
}

} // namespace poise
