// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_life.hpp"

#include "poise/iso_time.hpp"

#include <array>
#include <random>
#include <utility>

namespace poise::test {

namespace {

using std::chrono::milliseconds;

/// A zone as the system's database has it for the days that a random life can see, so that its trace can be replayed.
struct Zone {
    const char* name;
    const char* start_offset;
    OffsetChanges changes;
};

const Zone& random_zone(const Dice& dice) {
    using std::chrono::sys_days;
    using std::chrono::year;
    static const std::array<Zone, 4> zones{{
        {"Europe/Berlin",
         "+02:00",
         {{sys_days{year{2026} / 10 / 25} + 1h, 1h}, {sys_days{year{2027} / 3 / 28} + 1h, 2h}}},
        {"Antarctica/Troll",
         "+02:00",
         {{sys_days{year{2026} / 10 / 25} + 1h, 0h}, {sys_days{year{2027} / 3 / 28} + 1h, 2h}}},
        {"Australia/Lord_Howe",
         "+10:30",
         {{sys_days{year{2026} / 10 / 3} + 15h + 30min, 11h}, {sys_days{year{2027} / 4 / 3} + 15h, 10h + 30min}}},
        {"America/St_Johns",
         "-02:30",
         {{sys_days{year{2026} / 11 / 1} + 4h + 30min, -3h - 30min},
          {sys_days{year{2027} / 3 / 14} + 5h + 30min, -2h - 30min}}},
    }};
    return zones[static_cast<std::size_t>(dice(static_cast<int>(zones.size())))];
}

Settings random_settings(const Dice& below) {
    Settings settings;
    const bool in_a_hurry = below(3) == 0;
    if (in_a_hurry) {
        settings.microbreak_every = 2min;
        settings.microbreak_length = std::chrono::seconds{10 + below(50)};
        settings.posture_window_from = 4min;
        settings.posture_window_to = 7min;
        settings.snack_every = 9min;
        settings.breath_every = 15min;
        settings.spacing = std::chrono::seconds{below(120)};
        settings.exercise_spacing = 5min;
        settings.patience = std::chrono::seconds{below(60)};
        settings.repeat_after = 1min;
        settings.away_after = std::chrono::seconds{5 + below(30)};
        settings.seat_left_after = std::chrono::seconds{40 + below(60)};
        settings.per_hour = 1 + below(20);
        settings.hold_cap = 20min;
    }
    if (below(4) == 0) settings.working_hours = {{22h, 6h}};
    if (below(5) == 0) settings.mobility_windows.clear();
    if (below(5) == 0) settings.microbreak_every = 0s;
    settings.max_snoozes = below(4);
    return settings;
}

Life random_life(const Dice& dice) {
    const Zone& zone = random_zone(dice);
    const auto day = std::chrono::local_days{std::chrono::year{2026} / 9 / 1} + std::chrono::days{dice(150)};
    const int hour = dice(24);
    const std::string time = to_iso(day) + (hour < 10 ? "T0" : "T") + std::to_string(hour) + ":17:23.500";
    return Life{time + zone.start_offset, random_settings(dice), zone.changes, zone.name};
}

} // namespace

Dice seeded(std::uint64_t seed) {
    return [random = std::mt19937_64{seed}](int n) mutable { return std::uniform_int_distribution{0, n - 1}(random); };
}

RandomLife::RandomLife(Dice dice) : dice_{std::move(dice)}, life_{random_life(dice_)} {}

Duration RandomLife::some_time() {
    switch (below(6)) {
    case 0: return milliseconds{below(3000)};
    case 1: return milliseconds{below(60'000)};
    case 2: return milliseconds{below(15 * 60'000)};
    case 3: return milliseconds{below(40 * 60'000)};
    case 4: return std::chrono::seconds{below(600)};
    default: return chance(3) ? Duration{std::chrono::hours{below(40)}} : Duration{std::chrono::minutes{below(90)}};
    }
}

void RandomLife::answers() {
    switch (below(4)) {
    case 0: life_.starts().rests_for(some_time()); break;
    case 1: life_.snoozes(); break;
    case 2: life_.skips(); break;
    default: life_.says_done(); break;
    }
}

void RandomLife::checks_in() {
    const auto some_word = [&](const std::vector<std::string>& words) {
        return chance(70) ? "" : words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
    };
    const Guide& guide = *life_.state().guide;
    Checkin checkin;
    if (chance(80)) checkin.pain = below(11);
    if (chance(30)) checkin.tension = below(11);
    if (chance(20)) checkin.function = static_cast<Function>(below(3));
    checkin.region = some_word(guide.regions);
    checkin.load = some_word(guide.loads);
    checkin.position = some_word(guide.positions);
    checkin.tight = chance(20);
    life_.event(CheckedIn{checkin});
}

void RandomLife::plans() {
    const auto some_drill = [&] {
        const auto& drills = life_.state().guide->drills;
        return chance(30) ? "" : drills[static_cast<std::size_t>(below(static_cast<int>(drills.size())))].id;
    };
    switch (below(7)) {
    case 0: life_.event(ProgrammeChosen{static_cast<Driver>(below(8))}); break;
    case 1: life_.event(KeyTaskNamed{chance(20) ? "" : "carrying the shopping"}); break;
    case 2: life_.event(LeversNamed{{some_drill(), some_drill()}}); break;
    case 3: life_.event(FreerAnswered{chance(50)}); break;
    case 4: life_.event(FlareAsked{chance(50)}); break;
    case 5: life_.event(TooPainful{{}, chance(50) ? std::optional{below(11)} : std::nullopt}); break;
    default: life_.event(PlanAnswered{chance(50)}); break;
    }
}

void RandomLife::is_interrupted() {
    const Sign sign = all_signs[static_cast<std::size_t>(below(sign_count))];
    switch (below(7)) {
    case 0:
    case 1: life_.begins(sign); break;
    case 2:
    case 3: life_.ends(sign); break;
    case 4: life_.event(InhibitChanged{chance(50)}); break;
    case 5: life_.event(PauseAsked{chance(50) ? std::optional{some_time()} : std::nullopt}); break;
    default: life_.event(PauseEnded{}); break;
    }
}

void RandomLife::has_trouble() {
    switch (below(12)) {
    case 0: {
        const Duration down = some_time();
        down_ += down;
        life_.restarts_after(down, chance(50));
        break;
    }
    case 1: life_.sets_wall_clock(chance(50) ? some_time() : -some_time()); break;
    case 2: life_.event(IdleSourceLost{"the idle source of this trace went away"}); break;
    case 3:
    case 4: life_.event(IdleSourceFound{}); break;
    case 5: life_.event(ClientsChanged{false}); break;
    case 6:
    case 7: life_.event(ClientsChanged{true}); break;
    case 8: life_.event(Screened{{chance(50) ? "fever" : "chest_pressure"}}); break;
    case 9: life_.event(Cleared{}); break;
    case 10: life_.sleeps_unseen_for(some_time()); break;
    default: life_.event(BreakAsked{all_kinds[static_cast<std::size_t>(below(kind_count))]}); break;
    }
}

void RandomLife::goes_on() {
    const int what = below(100);
    if (what < 40) {
        life_.works_for(some_time());
    } else if (what < 55) {
        life_.rests_for(some_time());
    } else if (what < 75) {
        answers();
    } else if (what < 80) {
        life_.is_locked_for(some_time());
    } else if (what < 82) {
        life_.sleeps_for(some_time());
    } else if (what < 86) {
        life_.event(PostureConfirmed{chance(50) ? Posture::standing : Posture::sitting, "trace"});
    } else if (what < 88) {
        checks_in();
    } else if (what < 91) {
        plans();
    } else if (what < 95) {
        is_interrupted();
    } else {
        has_trouble();
    }
    if (chance(30)) life_.waits(some_time());
}

} // namespace poise::test
