// SPDX-License-Identifier: GPL-3.0-or-later
// What Poise says, in the person's language: why a prompt is shown, and the notices. Health wording says what to do,
// never what it might be (R4).
#pragma once

#include "poise/effect.hpp"
#include "poise/state.hpp"

#include <string>

namespace poise {

/// "1 h 30 min", "45 s"; rounded to the unit that a person would use.
[[nodiscard]] std::string to_text(Duration);

/// "2 rounds of 20 s on each side", "8 times, held for 3 breaths each"; empty: no dose.
[[nodiscard]] std::string to_text(const Dose&, const DoseRange&);

/// The rule of the guidance that asks for this kind.
[[nodiscard]] std::string_view rule_of(Kind);

/// "hold meeting:", before the sentence on it.
[[nodiscard]] std::string hold_heading(std::string_view hold);

/// One sentence on why this kind is asked for now; in English, for a fact (retold).
[[nodiscard]] std::string why_asked(const State&, Kind, const Moment& at);

/// What is different about this session and why, to be put behind that, in English as well; empty: nothing is.
[[nodiscard]] std::string why_this_session(const State&, const Prompt&, const Moment& at);

/// To whoever asked for it, and to the person.
[[nodiscard]] std::string why_snooze_is_refused(int max_snoozes);
[[nodiscard]] Notice snooze_refused(int max_snoozes);
[[nodiscard]] Notice idle_source_lost(const std::string& why);
/// R1, R2: what to do now.
[[nodiscard]] std::string advice_on(Care, const std::string& country);
/// What a red flag that has been recorded means for Poise.
[[nodiscard]] std::string exercise_is_off_until_cleared();
/// Both; private, since its text tells more than "exercise is off".
[[nodiscard]] Notice red_flag_raised(Care, const std::string& country);
[[nodiscard]] Notice exercise_cleared();
/// Of health: kept by no notification history.
[[nodiscard]] Notice private_notice(const char* id, std::string text, Urgency = Urgency::normal);
/// Once a week; transient, since the report stays.
[[nodiscard]] Notice week_report_is_there(IsoWeek);

} // namespace poise
