// SPDX-License-Identifier: GPL-3.0-or-later
#include "published.hpp"

#include "states.hpp"

#include <gmock/gmock.h>

namespace poise::test {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Moment slewed(double seconds, Duration wall_clock_is_off) {
    Moment moment = moment_at(seconds);
    moment.utc += wall_clock_is_off;
    return moment;
}

Published publish(const Published& before, const State& state) {
    return published(before, state, {{"x11", true, "in use"}}, {});
}

TEST(Published, IsTheSameWhenOnlyTimeHasPassed) {
    State state = working_state();
    const Published before = publish({}, state);
    state = after(std::move(state), TimePassed{}, 300);
    EXPECT_THAT(differences(before, publish(before, state)), IsEmpty());
}

TEST(Published, NamesExactlyWhatDiffers) {
    State state = working_state();
    const Published before = publish({}, state);
    state = after(std::move(state), PauseAsked{30min}, 300);
    const Published paused = publish(before, state);
    EXPECT_THAT(differences(before, paused), UnorderedElementsAre("Holds", "PausedUntil"));
    EXPECT_THAT(paused.holds, ElementsAre(Block::paused));
    EXPECT_EQ(paused.paused_until->utc, utc_at_start + 2100);

    state = after(std::move(state), PauseEnded{}, 360);
    const Published resumed = publish(paused, state);
    EXPECT_THAT(differences(paused, resumed), UnorderedElementsAre("Holds", "PausedUntil"));
    EXPECT_EQ(resumed.paused_until, std::nullopt);
}

TEST(Published, KnowsWhetherThePersonWasIntroduced) {
    State state = working_state();
    const Published before = publish({}, state);
    EXPECT_FALSE(before.introduced);
    const Published then = publish(before, after(std::move(state), Introduced{}, 300));
    EXPECT_THAT(differences(before, then), ElementsAre("Introduced"));
    EXPECT_TRUE(then.introduced);
}

TEST(Published, KeepsTheSecondOfAnInstantWhileTheWallClockIsSlewed) {
    State state = working_state();
    const Published before = publish({}, state);
    for (const Duration off : {-900ms, -1ms, 1ms, 999ms}) {
        state = after(std::move(state), TimePassed{}, slewed(300, off));
        EXPECT_THAT(differences(before, publish(before, state)), IsEmpty());
    }
}

TEST(Published, WorksTheSecondsOutAnewWhenTheWallClockIsSet) {
    State state = working_state();
    const Published before = publish({}, state);
    state = after(std::move(state), CivilTimeChanged{}, slewed(300, 3h));
    const Published after = publish(before, state);
    EXPECT_THAT(differences(before, after), UnorderedElementsAre("PresenceSince", "IdleSource"));
    EXPECT_EQ(after.presence_since.utc, before.presence_since.utc + 3 * 3600);
}

TEST(Published, SaysSinceWhenTheIdleSourceWorksOrDoesNot) {
    State state = working_state();
    const Published works = publish({}, state);
    EXPECT_TRUE(works.idle_source.works);
    EXPECT_EQ(works.idle_source.name, "x11");
    EXPECT_EQ(works.idle_source.since.utc, utc_at_start);
    EXPECT_EQ(works.idle_source.why, "");

    state = after(std::move(state), IdleSourceLost{"the X server is gone"}, 600);
    const Published lost = published(works, state, {{"x11", false, "the X server is gone"}}, {});
    EXPECT_FALSE(lost.idle_source.works);
    EXPECT_EQ(lost.idle_source.why, "the X server is gone");
    EXPECT_EQ(lost.idle_source.since.utc, works.idle_source.since.utc + 600);

    state = after(std::move(state), TimePassed{}, 1200);
    EXPECT_EQ(published(lost, state, {{"x11", false, "the X server is gone"}}, {}).idle_source, lost.idle_source);
}

TEST(Published, ShowsThePromptWithItsPhaseAndItsText) {
    State state = working_state();
    state = after(std::move(state), BreakAsked{Kind::breath}, 300);
    const Published running = publish({}, state);
    ASSERT_TRUE(running.prompt);
    EXPECT_EQ(running.prompt->prompt.kind, Kind::breath);
    EXPECT_EQ(running.prompt->phase, Phase::running);
    EXPECT_EQ(running.prompt->text.title, "Breathe slowly for 1 min");
    state = after(std::move(state), Answered{Answer::done, {}, {}}, 360);
    EXPECT_THAT(differences(running, publish(running, state)), testing::Contains("Prompt"));
}

TEST(Published, CarriesTheHealthOfTheJournal) {
    const State state = working_state();
    const Published before = publish({}, state);
    const Published after =
        published(before, state, {{"x11", true, "in use"}}, JournalHealth{"the disk is full", 12, 3});
    EXPECT_THAT(differences(before, after), ElementsAre("Journal"));
    EXPECT_EQ(after.journal, (PublishedJournal{"the disk is full", 12, 3}));
}

TEST(Published, KeepsWhatIsNotOfTheState) {
    Published before;
    before.presenters = 2;
    before.configuration = {"/c", true, {"bad"}};
    const Published after = publish(before, working_state());
    EXPECT_EQ(after.presenters, 2u);
    EXPECT_EQ(after.configuration, before.configuration);
}

TEST(Published, AnnouncesALongBlockUntilItIsDue) {
    State state = working_state();
    Settings settings;
    settings.mobility_windows = {{9h, 11h}};
    settings.posture_window_from = settings.posture_window_to = settings.microbreak_every = 0min;
    settings.workstation_check_every = settings.snack_every = settings.breath_every = 0min;
    settings.checkin_at.reset();
    state = after(std::move(state), SettingsChanged{settings}, 60 * 58);
    const Published before = publish({}, state);
    ASSERT_TRUE(before.next);
    EXPECT_EQ(before.next->kind, Kind::mobility);
    EXPECT_EQ(before.next->announcement->title, "Soon: Loosen up for 5 min");
    state = after(std::move(state), TimePassed{}, 60 * 60);
    const Published then = publish(before, state);
    EXPECT_FALSE(then.next->announcement);
    EXPECT_THAT(differences(before, then), ElementsAre("Next"));
}

TEST(Published, HasASoundOnlyWhereThePersonWantsOne) {
    State state = after(working_state(), BreakAsked{Kind::microbreak}, 60);
    EXPECT_EQ(publish({}, state).prompt->sound, "");
    Settings settings;
    settings.sounds = true;
    state = after(std::move(state), SettingsChanged{settings}, 61);
    EXPECT_EQ(publish({}, state).prompt->sound, "message-new-instant");
}

TEST(Published, LetsTheEndBeHeardOfWhatTheEyesLeaveTheScreenFor) {
    Settings settings;
    const auto end_sound_of = [&](Kind kind) {
        const State state = after(after(working_state(), SettingsChanged{settings}, 60), BreakAsked{kind}, 61);
        return publish({}, state).prompt->end_sound;
    };
    EXPECT_EQ(end_sound_of(Kind::microbreak), "");
    settings.sounds = true;
    EXPECT_EQ(end_sound_of(Kind::microbreak), "complete");
    EXPECT_EQ(end_sound_of(Kind::breath), "complete");
    EXPECT_EQ(end_sound_of(Kind::snack), "") << "its window tells";
}

} // namespace
} // namespace poise::test
