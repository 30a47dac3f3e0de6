// SPDX-License-Identifier: GPL-3.0-or-later
#include "menu_view.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace poise::tray {
namespace {

/// The menu as a person reads it; what cannot be chosen is in brackets.
std::string read(const std::vector<MenuItem>& menu, const std::string& indent = "") {
    std::string text;
    for (const MenuItem& item : menu) {
        if (!item.is_visible) continue;
        const std::string label = item.command.verb == Verb::separator ? "---" : item.label;
        text += indent + (item.is_enabled ? label : "[" + label + "]") + "\n" + read(item.children, indent + "  ");
    }
    return text;
}

std::size_t count(const std::vector<MenuItem>& menu) {
    std::size_t items = menu.size();
    for (const MenuItem& item : menu) items += count(item.children);
    return items;
}

Command command_of(const std::vector<MenuItem>& menu, const std::string& label) {
    for (const MenuItem& item : menu) {
        if (item.label == label) return item.command;
        const Command inside = command_of(item.children, label);
        if (inside.verb != Verb::nothing) return inside;
    }
    return {};
}

OpenPrompt mobility(Phase phase) { return {7, Kind::mobility, phase, "Loosen up for 5 min", "", "Start"}; }

TEST(Menu, SaysWhatIsNextAndOffersTheRest) {
    EXPECT_EQ(read(menu_of(DaemonView{}, "Sitting 24 min, stand up in 6 to 21 min.", "")),
              "[Sitting 24 min, stand up in 6 to 21 min.]\n"
              "---\n"
              "Start a _break\n"
              "  _Rest your hands\n"
              "  _Move a little\n"
              "  _Loosen up\n"
              "  _Strength exercises\n"
              "  _Breathe slowly\n"
              "I am _standing\n"
              "_Tight today\n"
              "_Check in…\n"
              "How it _goes…\n"
              "---\n"
              "_Pause\n"
              "  For _30 minutes\n"
              "  For _1 hour\n"
              "  Until _tomorrow\n"
              "_Why now?\n"
              "---\n"
              "This week's re_port\n"
              "S_ettings…\n"
              "_Introduction…\n"
              "_About Poise\n");
}

TEST(Menu, HasTheSameShapeAlways) {
    const std::size_t items = count(menu_of(std::nullopt, "", ""));
    EXPECT_EQ(count(menu_of(DaemonView{.paused_until = 1, .prompt = mobility(Phase::shown)}, "a", "b")), items);
    EXPECT_EQ(count(menu_of(DaemonView{.exercise_off = true, .prompt = mobility(Phase::running)}, "a", "b")), items);
}

TEST(Menu, AnswersThePromptThatWasRead) {
    const auto menu = menu_of(DaemonView{.prompt = mobility(Phase::shown)}, "Sitting 24 min.", "");
    EXPECT_TRUE(read(menu).starts_with("[Sitting 24 min.]\n---\n[Loosen up for 5 min]\nStart\nSnoo_ze\nS_kip\n---\n"));
    EXPECT_EQ(command_of(menu, "S_kip"), (Command{.verb = Verb::answer, .answer = Answer::skip, .prompt = 7}));
}

TEST(Menu, OffersNoSnoozeThatWouldBeRefused) {
    OpenPrompt prompt = mobility(Phase::shown);
    prompt.may_snooze = false;
    const std::string text = read(menu_of(DaemonView{.prompt = prompt}, "Sitting 24 min.", ""));
    EXPECT_TRUE(text.starts_with("[Sitting 24 min.]\n---\n[Loosen up for 5 min]\nStart\nS_kip\n---\n"));
}

TEST(Menu, EndsABreakThatRuns) {
    const auto menu = menu_of(DaemonView{.prompt = mobility(Phase::running)}, "Sitting 24 min.", "");
    EXPECT_TRUE(read(menu).starts_with("[Sitting 24 min.]\n---\n[Loosen up for 5 min]\n_Done\nS_top\n---\n"));
    EXPECT_EQ(command_of(menu, "_Done").answer, Answer::done);
}

TEST(Menu, EndsAPauseInPlaceOfBeginningOne) {
    const std::string text = read(menu_of(DaemonView{.paused_until = 1}, "", "14:30"));
    EXPECT_EQ(text.find("_Pause"), std::string::npos);
    EXPECT_NE(text.find("_Resume (paused until 14:30)\n"), std::string::npos);
}

TEST(Menu, OffersTheOtherPosture) {
    const auto menu = menu_of(DaemonView{.posture = Posture::standing}, "", "");
    EXPECT_EQ(command_of(menu, "I am _sitting"), (Command{.verb = Verb::take_posture, .posture = Posture::sitting}));
}

TEST(Menu, BeginsNoExerciseThatIsOff) { // R1, R2: standing up, microbreaks and breath stay
    const std::string text = read(menu_of(DaemonView{.exercise_off = true}, "", ""));
    EXPECT_NE(text.find("  _Rest your hands\n  [_Move a little]\n  [_Loosen up]\n  [_Strength exercises]\n"
                        "  _Breathe slowly\n"),
              std::string::npos);
}

TEST(Menu, OffersOnlyWhatNeedsNoDaemonWhereThereIsNone) {
    const std::string text = read(menu_of(std::nullopt, "Sitting 24 min.", ""));
    EXPECT_TRUE(text.starts_with("[Poise is not running.]\n---\n[Start a _break]\n"));
    EXPECT_TRUE(text.ends_with("[_Why now?]\n---\nThis week's re_port\nS_ettings…\n_Introduction…\n_About Poise\n"));
}

TEST(Menu, TakesNoLetterForAMnemonicInWhatOthersWrote) {
    EXPECT_EQ(menu_of(DaemonView{}, "no idle_source", "").front().label, "no idle__source");
}

} // namespace
} // namespace poise::tray
