// SPDX-License-Identifier: GPL-3.0-or-later
#include "checkin.hpp"

#include "dose.hpp"
#include "kept_words.hpp"
#include "practice.hpp"
#include "prompting.hpp"
#include "texts.hpp"

#include <algorithm>
#include <cmath>

namespace poise {

namespace {

using std::chrono::days;

std::string figure_text(double figure) {
    const auto tenths = std::lround(figure * 10);
    return std::to_string(tenths / 10) + (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10));
}

/// R3: no better although it was done, or not gone after four weeks whatever was done.
void advise_review(Turn& turn, Day today) {
    auto& memory = turn.memory();
    const auto since = pain_since(memory.practice);
    if (!since) return;
    const days lasted = today - *since;
    const auto first = mean_pain_in(memory.practice, *since, *since + days{7});
    const auto last = mean_pain_in(memory.practice, today - days{6}, today + days{1});
    if (!first || !last || *last <= *first - clearly) return;
    const bool two_weeks = lasted >= days{14} && lasted <= days{21} && !memory.reviews_told[0] &&
                           adherence_in(memory.practice, *since, today).value_or(0) >= consistent_adherence;
    const bool four_weeks = lasted >= days{28} && !memory.reviews_told[1];
    if (!two_weeks && !four_weeks) return;
    turn.record(Noted{four_weeks ? "review_at_four_weeks" : "review_at_two_weeks"});
    turn.tell(private_notice(
        "have_it_reviewed",
        tr(four_weeks ? mark("Your figure is not clearly better than four weeks ago: {first} then, {last} now. Have it "
                             "reviewed by somebody who can examine you. Poise is no medical device.")
                      : mark("Your figure is not clearly better than two weeks ago: {first} then, {last} now. Have it "
                             "reviewed by somebody who can examine you. Poise is no medical device."),
           {{"first", figure_text(*first)}, {"last", figure_text(*last)}})));
}

void reduce_for_flare(Turn& turn, int percent) {
    turn.record(FlareChange{true, percent, kept::well_above});
    turn.tell(private_notice("flare_begun",
                             percent == strong_flare
                                 ? tr("Exercise is half as long for some days, until it settles: poise flare off ends "
                                      "that.")
                                 : tr("Exercise is three quarters as long for some days, until it settles: poise flare "
                                      "off ends that.")));
}

/// F6: begins well above the usual figure, ends as it settles.
void conclude_on_flare(Turn& turn, int pain, Day today) {
    const auto usual = usual_pain(turn.memory().practice, today);
    const int percent = pain >= strong_pain ? strong_flare : light_flare;
    const auto& flare = turn.memory().flare;
    if (!flare) {
        const bool is_one =
            usual ? pain >= *usual + flare_above_usual && pain > pain_to_work_with : pain >= strong_pain;
        if (is_one) reduce_for_flare(turn, percent);
    } else if (usual && pain <= *usual + settled_within && today - flare->since >= shortest_flare) {
        turn.record(FlareChange{false, 100, kept::settled});
        turn.tell(private_notice("flare_over", tr("It has settled: your sessions have their usual length again."),
                                 Urgency::low));
    } else if (percent < flare->percent) {
        reduce_for_flare(turn, percent);
    }
}

bool session_is_running(const Memory& memory) {
    const auto& open = memory.open;
    return open && open->phase == Phase::running && is_exercise(open->prompt.kind);
}
bool session_was_just_done(const Turn& turn) {
    const auto& done = turn.memory().practice.session_done;
    return done && turn.now() - *done <= after_a_session;
}

void stop_session(Turn& turn) {
    if (session_is_running(turn.memory())) break_off(turn);
    turn.record(Noted{std::string{stopped_for_pain}});
    turn.tell(private_notice("stop_and_screen",
                             tr("Stop here for today. Please answer the red flag questions now: poise screen."),
                             Urgency::critical));
}

void take_in(Turn& turn, Checkin checkin) {
    const auto& bout = turn.state.spans.bout;
    if (bout && bout->posture == Posture::sitting) checkin.sat_for = length_of(*bout);
    const auto pain = checkin.pain;
    turn.record(std::move(checkin));
    if (!pain) return;
    const Day today = day_of(stamp(turn.at));
    conclude_on_flare(turn, *pain, today);
    advise_review(turn, today);
}

} // namespace

void check_in(Turn& turn, Checkin checkin) {
    const auto& open = turn.memory().open;
    if (open && open->prompt.kind == Kind::checkin) {
        if (open->phase == Phase::offered) confirm(turn, open->prompt.id);
        finish(turn, Outcome::taken);
    }
    const bool in_or_after_session = session_is_running(turn.memory()) || session_was_just_done(turn);
    if (checkin.pain.value_or(0) > pain_that_stops && in_or_after_session) stop_session(turn);
    take_in(turn, std::move(checkin));
}

void stop_for_pain(Turn& turn, std::optional<PromptId> id, std::optional<int> pain) {
    const bool running = session_is_running(turn.memory());
    const bool another = running && id && turn.memory().open->prompt.id != *id;
    if (another) return turn.refuse(tr("that prompt is over"));
    if (!running && !session_was_just_done(turn)) {
        return turn.refuse(
            tr("no exercise is under way, nor was one in the last half hour (a check-in takes a figure)"));
    }
    stop_session(turn);
    if (!pain) return;
    Checkin checkin;
    checkin.pain = pain;
    take_in(turn, std::move(checkin));
}

void set_flare(Turn& turn, bool on) {
    const Day today = day_of(stamp(turn.at));
    if (on == in_flare(turn.memory(), today)) {
        return turn.refuse(on ? tr("flare mode is on already") : tr("flare mode is not on"));
    }
    turn.record(FlareChange{on, on ? light_flare : 100, kept::by_hand});
}

} // namespace poise
