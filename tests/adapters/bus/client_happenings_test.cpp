// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_happenings.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

ValueMap prompt_in(const char* phase) {
    const ValueMap prompt{{"id", sdbus::Variant{std::int64_t{7}}},
                          {"kind", sdbus::Variant{std::string{"snack"}}},
                          {"phase", sdbus::Variant{std::string{phase}}}};
    return {{"Prompt", sdbus::Variant{prompt}}};
}
const ValueMap no_prompt{{"Prompt", sdbus::Variant{ValueMap{}}}};

ValueMap posture(const char* word) { return {{"Posture", sdbus::Variant{std::string{word}}}}; }

/// All that there is to tell, in a line.
std::string told(Happenings& happenings) {
    std::string line;
    while (const auto happening = happenings.take()) {
        line += (line.empty() ? "" : ", ") + happening->event;
        if (happening->prompt) line += " " + happening->prompt->kind;
        if (!happening->word.empty()) line += " " + happening->word;
    }
    return line;
}

TEST(Happenings, OfAPromptAreItsPhasesAndItsOutcome) {
    Happenings happenings{DaemonView{}};
    happenings.change(prompt_in("offered"));
    EXPECT_EQ(told(happenings), "") << "it is on no screen yet";
    happenings.change(prompt_in("shown"));
    happenings.change(prompt_in("snoozed"));
    happenings.change(prompt_in("shown"));
    happenings.change(prompt_in("running"));
    happenings.end(7, "taken");
    EXPECT_EQ(told(happenings), "shown snack, shown snack, started snack, ended snack taken");
}

TEST(Happenings, KnowThePromptThatIsGoneBeforeItsEndIsSaid) {
    Happenings happenings{DaemonView{}};
    happenings.change(prompt_in("shown"));
    happenings.change(no_prompt);
    happenings.end(7, "withdrawn");
    EXPECT_EQ(told(happenings), "shown snack, ended snack withdrawn");
}

TEST(Happenings, DoNotTakeOnePromptForAnother) {
    Happenings happenings{DaemonView{}};
    happenings.change(prompt_in("shown"));
    happenings.end(6, "missed");
    EXPECT_EQ(told(happenings), "shown snack, ended missed");
}

TEST(Happenings, AreWhatIsNotAsItWas) {
    DaemonView before;
    before.posture = "sitting";
    before.prompt = PromptView{};
    before.prompt->id = 7;
    before.prompt->phase = "running";
    Happenings happenings{before};
    happenings.change(prompt_in("running"));
    happenings.change(posture("sitting"));
    EXPECT_EQ(told(happenings), "");
    happenings.change(posture("standing"));
    happenings.change(posture("standing"));
    EXPECT_EQ(told(happenings), "posture standing");
}

} // namespace
} // namespace poise::test
