// SPDX-License-Identifier: GPL-3.0-or-later
#include "texts.hpp"

#include "dose.hpp"
#include "kept_words.hpp"
#include "memory.hpp"
#include "say.hpp"

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
    return tr("your local emergency number");
}

} // namespace

std::string to_text(Duration length) {
    using namespace std::chrono;
    const auto seconds_in_all = round<seconds>(length);
    if (seconds_in_all < minutes{2} && seconds_in_all % minutes{1} != seconds{0}) {
        return tr("{seconds} s", {{"seconds", std::to_string(seconds_in_all.count())}});
    }
    const auto minutes_in_all = round<minutes>(length);
    const auto whole_hours = floor<hours>(minutes_in_all);
    const auto rest = minutes_in_all - whole_hours;
    const std::string hours_text = std::to_string(whole_hours.count());
    const std::string minutes_text = std::to_string(rest.count());
    if (whole_hours == hours{0}) return tr("{minutes} min", {{"minutes", minutes_text}});
    if (rest == minutes{0}) return tr("{hours} h", {{"hours", hours_text}});
    return tr("{hours} h {minutes} min", {{"hours", hours_text}, {"minutes", minutes_text}});
}

std::string to_text(const Dose& dose, const DoseRange& range) {
    const bool is_held = range.hold || range.breaths;
    std::string hold;
    if (range.hold) hold = to_text(dose.hold);
    if (range.breaths) hold = tr_many("{count} breath", "{count} breaths", dose.breaths);
    std::string text = hold;
    if (dose.reps > 0) {
        text = tr_many("{count} time", "{count} times", dose.reps);
        if (is_held) text = tr("{times}, held for {hold} each", {{"times", text}, {"hold", hold}});
    }
    if (range.each_side) {
        text = dose.reps > 0 && is_held ? tr("{dose}, on each side", {{"dose", text}})
                                        : tr("{dose} on each side", {{"dose", text}});
    }
    if (dose.rounds < 2) return text;
    return tr_many("{count} round of {dose}", "{count} rounds of {dose}", dose.rounds, {{"dose", text}});
}

std::string hold_heading(std::string_view hold) { return tr("hold {hold}:", {{"hold", said(hold)}}); }

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
    const InEnglish kept_in_facts;
    const auto since = [&](const char* text) {
        return tr(text, {{"time", to_text(state.memory.kinds[index(kind)].elapsed)}});
    };
    switch (kind) {
    case Kind::microbreak: return since(kept::worked);
    case Kind::posture_change: return since(state.memory.posture == Posture::sitting ? kept::sat : kept::stood);
    case Kind::snack:
        if (has_meeting_snack(state.memory, at.instant)) return kept::after_meeting;
        return since(kept::unmoved);
    case Kind::mobility: return kept::mobility;
    case Kind::strength: return kept::strength;
    case Kind::breath: return since(kept::no_breathing);
    case Kind::workstation_check: return kept::workstation;
    case Kind::checkin: return kept::checkin;
    }
    return "";
}

std::string why_this_session(const State& state, const Prompt& prompt, const Moment& at) {
    std::string text;
    const auto add = [&](std::string_view sentence) { text.append(" ").append(sentence); };
    const auto& memory = state.memory;
    if (is_exercise(prompt.kind)) {
        if (in_flare(memory, day_of(stamp(at)))) {
            add(kept::in_flare);
        } else if (memory.practice.ease_next) {
            add(kept::eased);
        } else if (memory.practice.tight_rounds > 1 && prompt.kind == Kind::mobility) {
            add(kept::tight_day);
        }
    }
    if (prompt.asks_freer) add(kept::still_freer);
    if (prompt.asks_function) {
        add(memory.key_task.empty() ? kept::function : fill(kept::function_of, {{"task", memory.key_task}}));
    }
    return text;
}

std::string why_snooze_is_refused(int max_snoozes) {
    if (max_snoozes == 0) return tr("no prompt may be snoozed (max_snoozes = 0)");
    return tr("this prompt has been snoozed as often as it may be (max_snoozes = {most})",
              {{"most", std::to_string(max_snoozes)}});
}

Notice snooze_refused(int max_snoozes) {
    std::string why =
        max_snoozes == 0
            ? tr("No prompt may be snoozed (max_snoozes = 0). You can still skip it.")
            : tr_many("This prompt has been snoozed {count} times already. You can still skip it.",
                      "This prompt has been snoozed {count} times already. You can still skip it.", max_snoozes);
    return {"snooze_refused", Urgency::low, std::move(why), false};
}

Notice idle_source_lost(const std::string& why) {
    return {"idle_source_lost", Urgency::normal,
            tr("Poise cannot see when you pause ({why}). Prompts come at fixed intervals, and this time is "
               "counted in no total.",
               {{"why", why}}),
            false};
}

std::string advice_on(Care care, const std::string& country) {
    return care == Care::emergency // R1, R2
               ? tr("Seek emergency care now: call {number}.", {{"number", emergency_number(country)}})
               : tr("Medical review first: please see a doctor before you exercise again.");
}

std::string exercise_is_off_until_cleared() {
    return tr("Exercise is off until you clear it by hand (poise screen --clear). Poise is no medical device.");
}

Notice red_flag_raised(Care care, const std::string& country) {
    const char* id = care == Care::emergency ? "seek_emergency_care" : "medical_review_first";
    return {id, Urgency::critical, advice_on(care, country) + ' ' + exercise_is_off_until_cleared(), true};
}

Notice private_notice(const char* id, std::string text, Urgency urgency) {
    return {id, urgency, std::move(text), true};
}

Notice exercise_cleared() { return {"exercise_cleared", Urgency::low, tr("Exercise is on again."), true}; }

Notice week_report_is_there(IsoWeek week) {
    const std::string name = to_iso(week);
    return {"week_report", Urgency::low,
            tr("Your week {week}: poise report --week {week} --open shows it.", {{"week", name}}), true};
}

} // namespace poise
