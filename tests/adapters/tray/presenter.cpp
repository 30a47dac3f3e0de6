// SPDX-License-Identifier: GPL-3.0-or-later
// Each story is told by its whole transcript: what is missing and what is too much both show.
#include "presenter.hpp"

#include <gtest/gtest.h>

#include <string>

namespace poise::tray {
namespace {

OpenPrompt prompt_of(PromptId id, Phase phase, Kind kind = Kind::snack) { return {id, kind, phase, "Move", "", ""}; }

class ThePresenter : public ::testing::Test {
protected:
    bool server_accepts = true;
    std::string transcript;
    Presenter presenter{{
        .capabilities =
            [] {
                return Capabilities{true, true};
            },
        .show =
            [this](const Card& card) {
                note("show", card.prompt);
                if (!card.sound.empty()) transcript += "  with " + card.sound + '\n';
                return server_accepts;
            },
        .close = [this] { transcript += "close\n"; },
        .tell = [this](const Notice& notice) { transcript += "tell " + notice.id + "\n"; },
        .confirm = [this](PromptId id) { note("confirm", id); },
        .answer = [this](Answer answer, PromptId id) { note(std::string{name(answer)}, id); },
    }};

    void note(const std::string& what, PromptId id) { transcript += what + ' ' + std::to_string(id) + '\n'; }
    /// With the daemon there and the prompt on screen.
    void given_shown(PromptId id) {
        presenter.daemon_appeared(std::nullopt);
        presenter.prompt_shown(prompt_of(id, Phase::offered));
        transcript.clear();
    }
    /// A microbreak whose end is to be heard has begun.
    void given_running_rest() {
        OpenPrompt rest = prompt_of(1, Phase::shown, Kind::microbreak);
        rest.end_sound = "complete";
        presenter.daemon_appeared(rest);
        rest.phase = Phase::running;
        presenter.prompt_changed(rest);
        transcript.clear();
    }
};

TEST_F(ThePresenter, LetsTheEndOfARestBeHeard) {
    given_running_rest();
    presenter.prompt_ended(1, Outcome::taken);
    EXPECT_EQ(transcript, "close\nshow 0\n  with complete\n");
}

TEST_F(ThePresenter, LetsTheEndBeHeardWhereThePropertiesChangeFirst) {
    given_running_rest();
    presenter.prompt_changed(std::nullopt);
    presenter.prompt_ended(1, Outcome::taken);
    EXPECT_EQ(transcript, "close\nshow 0\n  with complete\n");
}

TEST_F(ThePresenter, SaysNothingOfARestThatDidNotLast) {
    given_running_rest();
    presenter.prompt_ended(1, Outcome::partial);
    EXPECT_EQ(transcript, "close\n");
    given_running_rest();
    presenter.prompt_ended(1, std::nullopt);
    EXPECT_EQ(transcript, "close\n");
}

TEST_F(ThePresenter, SaysNothingToWhoEndsARestByHand) {
    given_running_rest();
    presenter.pressed(Answer::done, 1);
    presenter.prompt_ended(1, Outcome::taken);
    EXPECT_EQ(transcript, "done 1\nclose\n");
}

TEST_F(ThePresenter, ConfirmsWhatTheServerAccepted) {
    presenter.prompt_shown(prompt_of(1, Phase::offered));
    EXPECT_EQ(transcript, "show 1\nconfirm 1\n");
}

TEST_F(ThePresenter, ConfirmsNothingThatTheServerRefused) {
    server_accepts = false;
    presenter.prompt_shown(prompt_of(1, Phase::offered));
    EXPECT_EQ(transcript, "show 1\n");
}

TEST_F(ThePresenter, ShowsThePromptWhenAServerAppears) {
    server_accepts = false;
    given_shown(1);
    server_accepts = true;
    presenter.server_appeared();
    EXPECT_EQ(transcript, "show 1\nconfirm 1\n");
}

TEST_F(ThePresenter, ShowsNothingToANewServerOncePromptIsOver) {
    given_shown(1);
    presenter.prompt_ended(1, Outcome::skipped);
    presenter.server_appeared();
    EXPECT_EQ(transcript, "close\n");
}

TEST_F(ThePresenter, ShowsWhatWasOpenBeforeItCame) {
    presenter.daemon_appeared(prompt_of(3, Phase::shown));
    EXPECT_EQ(transcript, "show 3\nconfirm 3\n");
}

TEST_F(ThePresenter, TakesAStalePromptAwayWhenTheDaemonComesBackWithoutOne) {
    given_shown(1);
    presenter.daemon_vanished();
    EXPECT_EQ(transcript, "");
    presenter.daemon_appeared(std::nullopt);
    EXPECT_EQ(transcript, "close\n");
}

TEST_F(ThePresenter, SaysThatNobodyListensWhileTheDaemonIsGone) {
    given_shown(1);
    presenter.daemon_vanished();
    presenter.pressed(Answer::start, 1);
    EXPECT_EQ(transcript, "tell no_daemon\n");
}

TEST_F(ThePresenter, HandsOnThePromptThatWasPressedNotTheOneThatIsOpen) {
    given_shown(2);
    presenter.pressed(Answer::skip, 1);
    EXPECT_EQ(transcript, "skip 1\n");
}

TEST_F(ThePresenter, ShowsAPromptAgainWhenItsAnswerWasRefused) {
    given_shown(1);
    presenter.answer_refused(Answer::snooze, 1, "often enough");
    EXPECT_EQ(transcript, "tell snooze_refused\nshow 1\nconfirm 1\n");
}

TEST_F(ThePresenter, DoesNotBringBackAPromptThatIsOverWhenItsAnswerWasRefused) {
    given_shown(2);
    presenter.answer_refused(Answer::start, 1, "that prompt is over");
    EXPECT_EQ(transcript, "tell start_refused\n");
}

TEST_F(ThePresenter, DoesNotPopUpAgainForADetailOfThePrompt) {
    given_shown(1);
    presenter.prompt_changed(prompt_of(1, Phase::shown)); // our own confirmation
    OpenPrompt reworded = prompt_of(1, Phase::shown);
    reworded.text = "44 min of sitting.";
    presenter.prompt_changed(reworded);
    EXPECT_EQ(transcript, "");
}

TEST_F(ThePresenter, ClosesASnoozedPromptAndShowsItWhenItIsBack) {
    given_shown(1);
    presenter.prompt_changed(prompt_of(1, Phase::snoozed));
    presenter.prompt_changed(prompt_of(1, Phase::offered));
    EXPECT_EQ(transcript, "close\n");
    presenter.prompt_shown(prompt_of(1, Phase::offered));
    EXPECT_EQ(transcript, "close\nshow 1\nconfirm 1\n");
}

TEST_F(ThePresenter, ClosesAMicrobreakThatRuns) {
    given_shown(1);
    presenter.prompt_changed(prompt_of(1, Phase::running, Kind::microbreak));
    EXPECT_EQ(transcript, "close\n");
}

TEST_F(ThePresenter, ClosesThePromptWhenNoneIsOpen) {
    given_shown(1);
    presenter.prompt_changed(std::nullopt);
    presenter.prompt_ended(1, Outcome::skipped); // says the same once more
    EXPECT_EQ(transcript, "close\n");
}

TEST_F(ThePresenter, IgnoresTheEndOfAnotherPrompt) {
    given_shown(2);
    presenter.prompt_ended(1, Outcome::skipped);
    presenter.prompt_changed(prompt_of(3, Phase::offered)); // comes with a PromptShown of its own
    EXPECT_EQ(transcript, "");
}

Upcoming mobility_is_near() { return {"mobility", "Soon: Loosen up for 5 min", "In about 2 min."}; }

TEST_F(ThePresenter, AnnouncesALongBlockOnceAndShowsItsPromptInThatPlace) {
    presenter.daemon_appeared(std::nullopt);
    transcript.clear();
    presenter.next_changed(mobility_is_near());
    presenter.next_changed(Upcoming{"mobility", "", ""}); // due now, it waits for a good moment
    presenter.prompt_shown(prompt_of(1, Phase::offered, Kind::mobility));
    presenter.next_changed(std::nullopt);
    EXPECT_EQ(transcript, "show 0\nshow 1\nconfirm 1\n");
}

TEST_F(ThePresenter, AnnouncesNothingThatIsShort) {
    presenter.next_changed(Upcoming{"microbreak", "", ""});
    EXPECT_EQ(transcript, "");
}

TEST_F(ThePresenter, TakesAnAnnouncementBackThatHasBecomeUntrue) { // a meeting began
    presenter.next_changed(mobility_is_near());
    transcript.clear();
    presenter.next_changed(std::nullopt);
    EXPECT_EQ(transcript, "close\n");
    presenter.next_changed(mobility_is_near());
    EXPECT_EQ(transcript, "close\nshow 0\n");
}

TEST_F(ThePresenter, AnnouncesNothingOverAPrompt) {
    given_shown(1);
    presenter.next_changed(mobility_is_near());
    EXPECT_EQ(transcript, "");
}

} // namespace
} // namespace poise::tray
