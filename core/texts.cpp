// SPDX-License-Identifier: GPL-3.0-or-later
#include "texts.hpp"

#include "dose.hpp"

#include "poise/iso_time.hpp"

#include <array>
#include <utility>

namespace poise {

namespace {

/// R1: the emergency number where the user has said which country it is (public numbers of the national services).
std::string emergency_number(std::string_view country) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 12> numbers{{
        {"AU", "000"},
        {"BR", "192"},
        {"CA", "911"},
        {"CH", "144"},
        {"CN", "120"},
        {"GB", "999"},
        {"IN", "112"},
        {"JP", "119"},
        {"MX", "911"},
        {"NZ", "111"},
        {"US", "911"},
        {"ZA", "10177"},
    }};
    constexpr std::string_view with_112 =
        " AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO "
        "SE SI SK ";
    for (const auto& [code, number] : numbers) {
        if (code == country) return std::string{number};
    }
    if (country.size() == 2 && with_112.find(' ' + std::string{country} + ' ') != std::string_view::npos) return "112";
    return "your local emergency number";
}

constexpr const char* no_medical_device = " Poise is no medical device.";

} // namespace

std::string to_text(Duration length) {
    using namespace std::chrono;
    const auto seconds_in_all = round<seconds>(length);
    if (seconds_in_all < minutes{2} && seconds_in_all % minutes{1} != seconds{0}) {
        return std::to_string(seconds_in_all.count()) + " s";
    }
    const auto minutes_in_all = round<minutes>(length);
    const auto whole_hours = floor<hours>(minutes_in_all);
    const auto rest = minutes_in_all - whole_hours;
    if (whole_hours == hours{0}) return std::to_string(rest.count()) + " min";
    std::string text = std::to_string(whole_hours.count()) + " h";
    if (rest > minutes{0}) text += " " + std::to_string(rest.count()) + " min";
    return text;
}

std::string to_text(const Dose& dose, const DoseRange& range) {
    std::string text;
    const auto breaths = [&] { return std::to_string(dose.breaths) + (dose.breaths == 1 ? " breath" : " breaths"); };
    if (dose.reps > 0) {
        text = std::to_string(dose.reps) + " times";
        if (range.hold) text += ", held for " + to_text(dose.hold);
        if (range.breaths) text += ", held for " + breaths();
        if (range.hold || range.breaths) text += " each";
    } else if (range.hold) {
        text = to_text(dose.hold);
    } else if (range.breaths) {
        text = breaths();
    }
    if (range.each_side) text += dose.reps > 0 && (range.hold || range.breaths) ? ", on each side" : " on each side";
    return dose.rounds > 1 ? std::to_string(dose.rounds) + " rounds of " + text : text;
}

std::string_view rule_of(Kind kind) {
    switch (kind) {
    case Kind::microbreak: return "S1";
    case Kind::posture_change: return "S2";
    case Kind::snack: return "S3";
    case Kind::mobility: return "S4";
    case Kind::strength: return "S6";
    case Kind::breath: return "S7";
    case Kind::workstation_check: return "S12";
    case Kind::checkin: return "F1";
    }
    return "";
}

std::string why_asked(const State& state, Kind kind, const Moment& at) {
    const std::string elapsed = to_text(state.memory.kinds[index(kind)].elapsed);
    switch (kind) {
    case Kind::microbreak: return elapsed + " of work since your hands last rested.";
    case Kind::posture_change:
        return elapsed + (state.memory.posture == Posture::sitting ? " of sitting." : " of standing.");
    case Kind::snack:
        if (state.memory.meeting_snack_until && at.instant < *state.memory.meeting_snack_until) {
            return "A long meeting is over: a good moment to move.";
        }
        return elapsed + " at the desk since you last moved.";
    case Kind::mobility: return "Time for one of today's mobility blocks.";
    case Kind::strength: return "Today is a strength day, and you have been at the desk for a while.";
    case Kind::breath: return elapsed + " at the desk since the last breathing drill.";
    case Kind::workstation_check: return "A look at your workstation, a few points only.";
    case Kind::checkin: return "How was your back today?";
    }
    return "";
}

std::string why_this_session(const State& state, const Prompt& prompt, const Moment& at) {
    std::string text;
    const auto& memory = state.memory;
    if (is_exercise(prompt.kind)) {
        if (in_flare(memory, day_of(stamp(at)))) {
            text += " Shorter until it has settled.";
        } else if (memory.practice.ease_next) {
            text += " Shorter this time, since the last one hurt.";
        } else if (memory.practice.tight_rounds > 1 && prompt.kind == Kind::mobility) {
            text += " More rounds, since today is a tight day.";
        }
    }
    if (prompt.asks_freer) text += " Are you still freer than before yesterday's block?";
    if (prompt.asks_function) {
        const std::string task = memory.key_task.empty() ? "your key task" : "\"" + memory.key_task + '"';
        text += " And once a week: is " + task + " easier, the same or harder?";
    }
    return text;
}

std::string why_snooze_is_refused(int max_snoozes) {
    if (max_snoozes == 0) return "no prompt may be snoozed (max_snoozes = 0)";
    return "this prompt has been snoozed as often as it may be (max_snoozes = " + std::to_string(max_snoozes) + ")";
}

Notice snooze_refused(int max_snoozes) {
    const std::string why = max_snoozes == 0
                                ? "No prompt may be snoozed (max_snoozes = 0)."
                                : "This prompt has been snoozed " + std::to_string(max_snoozes) + " times already.";
    return {"snooze_refused", Urgency::low, why + " You can still skip it.", false};
}

Notice idle_source_lost(const std::string& why) {
    return {"idle_source_lost", Urgency::normal,
            "Poise cannot see any more when you pause (" + why +
                "). Prompts now come at fixed intervals, and this time is counted in no total.",
            false};
}

Notice red_flag_raised(Care care, const std::string& country) {
    const std::string until = " Exercise is off until you clear it by hand (poise screen --clear).";
    if (care == Care::emergency) { // R1
        return {"seek_emergency_care", Urgency::critical,
                "Seek emergency care now: call " + emergency_number(country) + "." + until + no_medical_device, true};
    }
    return {"medical_review_first", Urgency::critical, // R2
            "Medical review first: please see a doctor before you exercise again." + until + no_medical_device, true};
}

Notice private_notice(const char* id, std::string text, Urgency urgency) {
    return {id, urgency, std::move(text), true};
}

Notice exercise_cleared() { return {"exercise_cleared", Urgency::low, "Exercise is on again.", true}; }

Notice week_report_is_there(IsoWeek week) {
    const std::string name = to_iso(week);
    return {"week_report", Urgency::low, "Your week " + name + ": poise report --week " + name + " --open shows it.",
            true};
}

} // namespace poise
