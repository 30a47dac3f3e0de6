// SPDX-License-Identifier: GPL-3.0-or-later
#include "setting_keys.hpp"

#include "problem_text.hpp"
#include "say.hpp"
#include "time_of_day.hpp"

#include <algorithm>
#include <array>

namespace poise {

namespace {

constexpr std::array<std::string_view, 6> all_tables{"schedule", "prompts", "presence", "input", "programme", "team"};
constexpr std::array<std::string_view, 3> known_places{"desk", "standing", "floor"};

constexpr auto off = Least::off;
constexpr auto zero = Least::zero;
constexpr auto positive = Least::positive;
using S = Settings;

// clang-format off
constexpr SettingKey all_keys[] = {
    {"schedule", "microbreak_every", "S1 (D)", R"("20min")", mark("rest your hands after this much work"), LengthField{&S::microbreak_every, off}},
    {"schedule", "microbreak_length", "S1 (D)", R"("30s")", mark("how long a rest of the hands is"), LengthField{&S::microbreak_length, positive}},
    {"schedule", "posture_window", "S2", R"(["30min", "45min"])", mark("stand up or sit down: from when on at a pause, and when in any case"), PostureWindowField{}},
    {"schedule", "snack_every", "S3 (D)", R"("90min")", mark("move a little after this long, and after meetings"), LengthField{&S::snack_every, off}},
    {"schedule", "snack_length", "S3 (D)", R"("2min")", mark("how long a movement snack is"), LengthField{&S::snack_length, positive}},
    {"schedule", "mobility_windows", "S4", R"(["08:00-12:00", "13:00-18:00"])", mark("times of day with a mobility block each, from the middle on"), MobilityWindowsField{}},
    {"schedule", "mobility_length", "S4", R"("5min")", mark("how long a mobility block is"), LengthField{&S::mobility_length, positive}},
    {"schedule", "strength_days", "S6", R"(["tue", "fri"])", mark("days for strength: two, with a full day between them (D: which)"), WeekdaysField{&S::strength_days}},
    {"schedule", "strength_length", "S6 (D)", R"("15min")", mark("how long a strength session is"), LengthField{&S::strength_length, positive}},
    {"schedule", "breath_every", "S7 (D)", R"("3h")", mark("a breathing drill after this long at the desk"), LengthField{&S::breath_every, off}},
    {"schedule", "breath_length", "S7 (D)", R"("60s")", mark("how long a breathing drill is"), LengthField{&S::breath_length, positive}},
    {"schedule", "exercise_spacing", "D", R"("45min")", mark("no two exercises closer together than this"), LengthField{&S::exercise_spacing, zero}},
    {"schedule", "workstation_check_every", "S12 (D)", R"("4w")", mark("a look at screen, keyboard, feet, elbows and chair"), LengthField{&S::workstation_check_every, off}},
    {"schedule", "checkin_at", "F1 (D)", R"("16:30")", mark("the day's one question: how is your back?"), CheckinField{}},
    {"schedule", "working_days", "D", R"(["mon", "tue", "wed", "thu", "fri"])", mark("days on which anything is asked"), WeekdaysField{&S::working_days}},
    {"schedule", "working_hours", "D", R"("00:00-24:00")", mark("hours in which anything is asked, or a list of such; may run over midnight"), WorkingHoursField{}},

    {"prompts", "patience", "D", R"("2min")", mark("how long a due prompt waits for a pause in your typing"), LengthField{&S::patience, zero}},
    {"prompts", "snooze", "D", R"("5min")", mark("how long Snooze puts a prompt off"), LengthField{&S::snooze, positive}},
    {"prompts", "max_snoozes", "D", "2", mark("how often the same prompt may be put off"), NumberField{&S::max_snoozes, 0}},
    {"prompts", "repeat_after", "D", R"("5min")", mark("not answered for this long: shown once more"), LengthField{&S::repeat_after, positive}},
    {"prompts", "spacing", "D", R"("10min")", mark("quiet time after every prompt"), LengthField{&S::spacing, zero}},
    {"prompts", "per_hour", "D", "6", mark("at most so many in any hour, repeats included"), NumberField{&S::per_hour, 1}},
    {"prompts", "after_return", "D", R"("60s")", mark("quiet time when you come back to the desk"), LengthField{&S::after_return, zero}},
    {"prompts", "heads_up", "D", R"("2min")", mark("so long before, a mobility block or strength session is announced"), LengthField{&S::heads_up, off}},
    {"prompts", "sounds", "D", "false", mark("prompts and the end of a rest are heard: message-new-instant and complete of the sound theme"), SwitchField{&S::sounds}},
    {"prompts", "coach", "D", "true", mark("a window guides you through a break that you have begun"), SwitchField{&S::coach}},

    {"presence", "away_after", "D", R"("30s")", mark("no input for this long: your hands rest"), LengthField{&S::away_after, positive}},
    {"presence", "seat_left_after", "D", R"("5min")", mark("no input for this long: you have left your seat"), LengthField{&S::seat_left_after, positive}},
    {"presence", "hold_cap", "D", R"("3h")", mark("a meeting that lasts longer holds nothing back any more"), LengthField{&S::hold_cap, positive}},

    {"input", "count", "D", "true", mark("count keys and clicks: how many, never which"), SwitchField{&S::count_input}},

    {"programme", "equipment", "S11", "[]", mark("what is at hand: \"band\", \"bar\", \"roller\", \"ball\""), WordsField{&S::equipment, known_equipment}},
    {"programme", "places", "D", R"(["desk", "standing", "floor"])", mark("where you are willing to exercise"), WordsField{&S::places, known_places}},
    {"programme", "country", "R1", R"("")", mark("two letters such as \"DE\", for the right emergency number"), CountryField{}},

    {"team", "enabled", "D", "false", mark("nothing leaves this machine unless you enrol in a team"), SwitchField{&S::team_enabled}},
};
// clang-format on

/// One answer for each kind of value; a struct of overloads, so that a new kind does not compile until it has its own.
struct Expectation {
    const SettingKey& key;

    [[nodiscard]] std::string with_example(const char* text) const {
        return tr(text, {{"example", std::string{key.default_text}}});
    }

    std::string operator()(const LengthField& field) const {
        switch (field.least) {
        case Least::off: return with_example(mark("a duration such as {example}, or \"\" for off"));
        case Least::zero: return with_example(mark("a duration such as {example}, or \"0s\""));
        case Least::positive: return with_example(mark("a duration such as {example}"));
        }
        return "";
    }
    std::string operator()(const PostureWindowField&) const {
        return with_example(mark("its beginning and its end such as {example}, or [] for off"));
    }
    std::string operator()(const MobilityWindowsField&) const {
        return with_example(mark("a list of windows such as {example}, or [] for off"));
    }
    std::string operator()(const WorkingHoursField&) const {
        return tr("a window such as \"09:00-17:30\", or a list of them");
    }
    std::string operator()(const WeekdaysField&) const { return list_of(in_a_row(weekday_names)); }
    std::string operator()(const CheckinField&) const {
        return with_example(mark("a time of day such as {example}, or \"\" for off"));
    }
    std::string operator()(const NumberField& field) const {
        return tr("a whole number, {least} or more", {{"least", std::to_string(field.least)}});
    }
    std::string operator()(const SwitchField&) const { return tr("true or false"); }
    std::string operator()(const WordsField& field) const { return list_of(in_a_row(field.known)); }
    std::string operator()(const CountryField&) const { return tr("two letters such as \"DE\", or \"\""); }

    static std::string list_of(const std::string& words) { return tr("a list of {words}", {{"words", words}}); }
};

} // namespace

std::span<const SettingKey> setting_keys() { return all_keys; }
std::span<const std::string_view> setting_tables() { return all_tables; }

const SettingKey* find_key(std::string_view table, std::string_view name) {
    const auto found = std::find_if(std::begin(all_keys), std::end(all_keys),
                                    [&](const SettingKey& key) { return key.table == table && key.name == name; });
    return found == std::end(all_keys) ? nullptr : found;
}

const SettingKey* find_key(std::string_view name) {
    const auto found =
        std::find_if(std::begin(all_keys), std::end(all_keys), [&](const SettingKey& key) { return key.name == name; });
    return found == std::end(all_keys) ? nullptr : found;
}

std::string hint_for(std::string_view table, std::string_view unknown_name) {
    if (const auto* key = find_key(unknown_name))
        return tr("it belongs in [{table}]", {{"table", std::string{key->table}}});
    std::vector<std::string_view> here;
    std::vector<std::string_view> elsewhere;
    for (const auto& key : all_keys) (key.table == table ? here : elsewhere).push_back(key.name);
    auto meant = did_you_mean(unknown_name, here);
    if (meant.empty()) meant = did_you_mean(unknown_name, elsewhere);
    return meant.empty() ? tr("expected a key that `poise config show` lists") : meant;
}

std::string expected_value(const SettingKey& key) { return std::visit(Expectation{key}, key.field); }

bool takes_list(const SettingKey& key) {
    return std::holds_alternative<PostureWindowField>(key.field) ||
           std::holds_alternative<MobilityWindowsField>(key.field) ||
           std::holds_alternative<WeekdaysField>(key.field) || std::holds_alternative<WordsField>(key.field);
}

bool takes_one_or_several(const SettingKey& key) { return std::holds_alternative<WorkingHoursField>(key.field); }

bool takes_string(const SettingKey& key) {
    return !takes_list(key) && !std::holds_alternative<NumberField>(key.field) &&
           !std::holds_alternative<SwitchField>(key.field);
}

} // namespace poise
