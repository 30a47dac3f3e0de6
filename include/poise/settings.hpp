// SPDX-License-Identifier: GPL-3.0-or-later
// What the person may set, already validated: a Settings value can be scheduled by as it is. Defaults and the rule each
// comes from stand here and, for people, in config/poise.toml; a test keeps the two alike. A duration of zero or an
// empty list turns a thing off.
#pragma once

#include "poise/time.hpp"
#include "poise/words.hpp"

#include <optional>
#include <string>
#include <vector>

namespace poise {

/// Minutes are enough for what people write as "HH:MM"; 24:00 is allowed as an end.
using TimeOfDay = std::chrono::minutes;

/// [from, to) of a civil day; working hours may run over midnight (to < from), mobility windows may not.
struct DayWindow {
    TimeOfDay from;
    TimeOfDay to;
    bool operator==(const DayWindow&) const = default;
};

/// One bit a weekday, Monday first.
class Weekdays {
public:
    constexpr Weekdays() = default;
    constexpr Weekdays(std::initializer_list<std::chrono::weekday> days) {
        for (auto day : days) insert(day);
    }
    constexpr void insert(std::chrono::weekday day) { bits_ |= 1u << (day.iso_encoding() - 1); }
    [[nodiscard]] constexpr bool contains(std::chrono::weekday day) const {
        return (bits_ >> (day.iso_encoding() - 1) & 1u) != 0;
    }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    bool operator==(const Weekdays&) const = default;

private:
    unsigned bits_ = 0;
};

struct Settings {
    // [schedule]
    Duration microbreak_every = std::chrono::minutes{20};    // S1 (D: 20 min after McLean et al. 2001)
    Duration microbreak_length = std::chrono::seconds{30};   // S1 (D)
    Duration posture_window_from = std::chrono::minutes{30}; // S2
    Duration posture_window_to = std::chrono::minutes{45};   // S2
    Duration snack_every = std::chrono::minutes{90};         // S3 (D)
    Duration snack_length = std::chrono::minutes{2};         // S3 (D)
    std::vector<DayWindow> mobility_windows{{std::chrono::hours{8}, std::chrono::hours{12}},
                                            {std::chrono::hours{13}, std::chrono::hours{18}}}; // S4
    Duration mobility_length = std::chrono::minutes{5};                                        // S4
    Weekdays strength_days{std::chrono::Tuesday, std::chrono::Friday};                         // S6 (D: which)
    Duration strength_length = std::chrono::minutes{15};                                       // S6 (D)
    Duration breath_every = std::chrono::hours{3};                                             // S7 (D)
    Duration breath_length = std::chrono::seconds{60};                                         // S7 (D)
    Duration exercise_spacing = std::chrono::minutes{45};     // D: two exercises in one hour are a nuisance
    Duration workstation_check_every = std::chrono::weeks{4}; // S12 (D)
    std::optional<TimeOfDay> checkin_at = std::chrono::hours{16} + std::chrono::minutes{30}; // F1 (D)
    Weekdays working_days{std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Thursday,
                          std::chrono::Friday};
    std::vector<DayWindow> working_hours{{std::chrono::hours{0}, std::chrono::hours{24}}}; // each may run over midnight

    // [prompts]
    Duration patience = std::chrono::minutes{2};
    Duration snooze = std::chrono::minutes{5};
    int max_snoozes = 2;
    Duration repeat_after = std::chrono::minutes{5};
    Duration spacing = std::chrono::minutes{10};
    int per_hour = 6;
    Duration after_return = std::chrono::seconds{60};
    Duration heads_up = std::chrono::minutes{2};
    bool sounds = false;
    bool coach = true;

    // [presence]
    Duration away_after = std::chrono::seconds{30};
    Duration seat_left_after = std::chrono::minutes{5}; // D
    Duration hold_cap = std::chrono::hours{3};

    // [input]
    bool count_input = true;

    // [programme]
    std::vector<std::string> equipment;
    std::vector<std::string> places{"desk", "standing", "floor"};
    std::string country; // for the emergency number (R1)

    // [team]
    bool team_enabled = false;

    bool operator==(const Settings&) const = default;
};

/// Whether the person wants to be asked for this kind at all.
[[nodiscard]] bool is_on(const Settings&, Kind);

/// How long a break of this kind is; zero for those that are done as soon as they are answered.
[[nodiscard]] Duration length_of(const Settings&, Kind);

} // namespace poise
