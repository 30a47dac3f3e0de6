// SPDX-License-Identifier: GPL-3.0-or-later
#include "introduction.hpp"

#include "say.hpp"
#include "texts.hpp"
#include "time_of_day.hpp"

#include <utility>

namespace poise::coach {

namespace {

std::string in_a_row(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool is_last = i > 0 && i + 1 == words.size();
        text = i == 0    ? words[i]
               : is_last ? tr("{some} and {last}", {{"some", text}, {"last", words[i]}})
                         : tr("{some}, {next}", {{"some", text}, {"next", words[i]}});
    }
    return text;
}

std::string days_of(const Weekdays& days) {
    const std::vector<std::string> names{tr("Monday"), tr("Tuesday"),  tr("Wednesday"), tr("Thursday"),
                                         tr("Friday"), tr("Saturday"), tr("Sunday")};
    std::vector<std::string> chosen;
    for (unsigned i = 0; i < names.size(); ++i) {
        if (days.contains(std::chrono::weekday{i + 1})) chosen.push_back(names[i]);
    }
    const Weekdays office{std::chrono::Monday, std::chrono::Tuesday, std::chrono::Wednesday, std::chrono::Thursday,
                          std::chrono::Friday};
    if (days == office) return tr("Monday to Friday");
    return chosen.size() == names.size() ? tr("every day") : in_a_row(chosen);
}

/// Weeks and days where there is nothing left over.
std::string long_text(Duration length) {
    using namespace std::chrono;
    const auto whole_days = duration_cast<days>(length);
    if (whole_days == days{0} || whole_days != length) return to_text(length);
    if (whole_days % weeks{1} == days{0}) return tr_many("{count} week", "{count} weeks", whole_days / weeks{1});
    return tr_many("{count} day", "{count} days", whole_days.count());
}

/// A block falls due in the middle of its window.
std::string middles_of(const std::vector<DayWindow>& windows) {
    std::vector<std::string> times;
    for (const DayWindow& window : windows) times.push_back(to_clock(window.from + (window.to - window.from) / 2));
    return in_a_row(times);
}

std::string asked_for(const Settings& s, Kind kind) {
    switch (kind) {
    case Kind::microbreak:
        return tr("Rest your hands for {length}, after {interval} of work.",
                  {{"length", to_text(s.microbreak_length)}, {"interval", to_text(s.microbreak_every)}});
    case Kind::posture_change:
        return tr("Stand up, or sit down again, after {from} to {to} in one posture.",
                  {{"from", to_text(s.posture_window_from)}, {"to", to_text(s.posture_window_to)}});
    case Kind::snack:
        return tr("Move a little for {length}, after {interval} at the desk.",
                  {{"length", to_text(s.snack_length)}, {"interval", to_text(s.snack_every)}});
    case Kind::mobility:
        return tr("Loosen up for {length}, each day from {times} on.",
                  {{"length", to_text(s.mobility_length)}, {"times", middles_of(s.mobility_windows)}});
    case Kind::strength:
        return tr("Do strength exercises for {length}: {days}.",
                  {{"length", to_text(s.strength_length)}, {"days", days_of(s.strength_days)}});
    case Kind::breath:
        return tr("Breathe slowly for {length}, after {interval} at the desk.",
                  {{"length", to_text(s.breath_length)}, {"interval", to_text(s.breath_every)}});
    case Kind::workstation_check:
        return tr("Look over your workstation, every {interval}.",
                  {{"interval", long_text(s.workstation_check_every)}});
    case Kind::checkin: return tr("Say how you are, once a day from {time} on.", {{"time", to_clock(*s.checkin_at)}});
    }
    return "";
}

Passage what_it_asks(const Settings& settings) {
    Passage passage{tr("What Poise asks of you"), {}};
    for (const Kind kind : all_kinds) {
        if (is_on(settings, kind)) passage.sentences.push_back(asked_for(settings, kind));
    }
    if (passage.sentences.empty()) {
        passage.sentences.emplace_back(tr("Nothing at present: all of it is switched off in the settings."));
        return passage;
    }
    passage.sentences.push_back(tr_many("Asked on: {days}. One thing at a time, and at most {count} in an hour.",
                                        "Asked on: {days}. One thing at a time, and at most {count} in an hour.",
                                        settings.per_hour, {{"days", days_of(settings.working_days)}}));
    passage.sentences.emplace_back(
        tr("It waits for a pause in your typing, and keeps quiet in meetings, in full screen, and when you have just "
           "come back. Every one of these can be changed or switched off in the settings."));
    return passage;
}

Passage what_it_counts(const Settings& settings) {
    Passage passage{tr("What Poise counts, and what it never does"), {}};
    passage.sentences = {
        tr("It counts how long you work, rest, sit and stand, and what became of each thing it asked."),
        settings.count_input ? tr("It counts how many keys and clicks there are, where the desktop tells: a number, "
                                  "never which key. You can switch that off in the settings.")
                             : tr("It does not count keys and clicks: you have switched that off."),
        tr("It never looks at what you type, at your screen, at window titles or at documents, and it never listens. "
           "Of a microphone or camera it learns that one is in use, and nothing more."),
        tr("All of it stays on this machine, in a file that is yours. What you say of pain and health is in no report "
           "that anybody else could get."),
        tr("To forget everything for good, type in a terminal: poise erase --all"),
    };
    return passage;
}

Passage how_to_answer(const Settings& settings) {
    Passage passage{tr("How to answer, pause and stop it"), {}};
    passage.sentences.emplace_back(tr("A prompt is a notification. Start begins the break, Skip ends it."));
    if (settings.max_snoozes > 0) {
        passage.sentences.push_back(tr_many("Snooze brings it back after {length}, at most {count} time.",
                                            "Snooze brings it back after {length}, at most {count} times.",
                                            settings.max_snoozes, {{"length", to_text(settings.snooze)}}));
    }
    passage.sentences.emplace_back(tr("Where only a rest is asked for, resting is an answer. Skipping costs nothing."));
    passage.sentences.emplace_back(tr("If something hurts, stop, and press Too painful in the window of the break: "
                                      "what comes next will be gentler."));
    passage.sentences.emplace_back(tr("Pause is in the menu of the icon in your panel, or type: poise pause 1h. A "
                                      "pause without a length ends at 04:00 in the morning."));
    passage.sentences.emplace_back(
        tr("To stop Poise until you next log in, type: systemctl --user stop poise-tray poised. Removing the package "
           "stops it for good; what it has written stays yours."));
    passage.sentences.emplace_back(tr("Poise is no medical device. It gives no diagnosis and treats nothing."));
    return passage;
}

std::string words_of(Driver driver) {
    switch (driver) {
    case Driver::prevention: return tr("Nothing in particular: I want it to stay that way, or I would rather not say.");
    case Driver::posture: return tr("Long sitting. My back gets tired, and my shoulders go forward.");
    case Driver::myofascial: return tr("Tight, sore spots in the muscles of neck, shoulders or upper back.");
    case Driver::disc: return tr("Bending and turning bring it on, or I have been told that it is a disc.");
    case Driver::stenosis:
        return tr(
            "Standing and walking bring it on, bending forward eases it, or I have been told that it is stenosis.");
    case Driver::visceral:
        return tr("It hardly changes with movement, or somebody suspects that it does not come from the back.");
    case Driver::osteoarthritis: return tr("Stiff joints, or I have been told that it is osteoarthritis.");
    case Driver::curves: return tr("A curve of the spine that I know of, such as scoliosis or kyphosis.");
    }
    return "";
}

} // namespace

std::vector<Passage> introduction_of(const Settings& settings) {
    return {what_it_asks(settings), what_it_counts(settings), how_to_answer(settings)};
}

std::vector<ProgrammeChoice> programme_choices(const Guide& guide) {
    std::vector<ProgrammeChoice> choices;
    for (const Programme& programme : guide.programmes) {
        choices.push_back({programme.driver, words_of(programme.driver), programme.focus});
    }
    return choices;
}

} // namespace poise::coach
