// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_facts.hpp"

#include "fact_json.hpp"
#include "journal_reader.hpp"
#include "poise/iso_time.hpp"

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace poise::test {

namespace {

constexpr BootId a_boot{{0x3f, 0x2c, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 0xfe}};
constexpr BootId an_earlier_boot{{1}};

Clocks some_clocks() {
    Clocks clocks;
    for (std::size_t i = 0; i < kind_count; ++i) clocks.elapsed[i] = Duration{1'000 * static_cast<int>(i) + 7};
    clocks.desk_today = 3h + 1ms;
    clocks.waited = 90s;
    clocks.progress = 12'345ms;
    clocks.resting_tail = 7s;
    return clocks;
}

} // namespace

Moment sample_moment(Duration later) {
    const std::chrono::sys_seconds start{std::chrono::sys_days{std::chrono::days{sample_day.time_since_epoch()}} + 8h};
    return {.instant = Instant{100h} + later, .utc = start + later, .offset = 1h, .ahead = {}, .boot = a_boot};
}

Stamp sample_stamp(Duration later) { return stamp(sample_moment(later)); }

Fact note(std::string text, Duration later) { return {sample_stamp(later), Noted{std::move(text)}}; }

Fact bout(SpanId id, Duration length, SpanEnd end, Duration later) {
    Bout bout;
    bout.id = id;
    bout.posture = Posture::sitting;
    bout.began = sample_stamp(later);
    bout.end = end;
    for (const auto& part :
         hours_between(sample_moment(later), Instant{100h} + later, Instant{100h} + later + length)) {
        bout.cells.push_back({.day = part.day, .hour = part.hour, .working = part.length});
    }
    return {sample_stamp(later + length), bout};
}

std::vector<Fact> one_of_each() {
    const Stamp at = sample_stamp(90min + 250ms);
    Stamp began = sample_stamp(-3h);
    began.boot = an_earlier_boot;
    began.offset = -(9h + 30min);
    std::vector<FactBody> bodies;
    Bout bout;
    bout.id = 7;
    bout.posture = Posture::standing;
    bout.began = began;
    bout.input_counted = true;
    bout.cells = {{sample_day, 8, 59min, 1ms, 0ms, 4000, 120},
                  {sample_day + std::chrono::days{1}, 0, 0ms, 5min, 2s, 0, 0}};
    bout.clocks = some_clocks();
    bodies.emplace_back(bout);
    bout.id = 8;
    bout.end = SpanEnd::posture;
    bout.input_counted = false;
    bodies.emplace_back(bout);
    bout = {};
    bout.id = 9;
    bout.end = SpanEnd::left;
    bodies.emplace_back(bout);
    bodies.emplace_back(Unseen{10, began, SpanEnd::source, "no \"idle\" source\n", {{sample_day, 61s}}, some_clocks()});
    bodies.emplace_back(Unseen{11, sample_stamp(), SpanEnd::stopped, "", {}, {}});
    bodies.emplace_back(Absence{{{sample_day, 5min}, {sample_day + std::chrono::days{1}, 1ms}}});
    Prompt block{1,    Kind::mobility, {{"E14", {0s, 0, 5, 1}, 0, "S7"}, {"E5", {25s, 2, 0, 3}, 1, "F2"}},
                 "S4", 5min,           "Größer werden – jetzt"};
    block.asks_freer = true;
    bodies.emplace_back(Offered{block, true});
    bodies.emplace_back(Offered{{2, Kind::posture_change, {}, "S2", 0s, ""}, false});
    Prompt rest{3, Kind::microbreak, {{"C1", {}, 0, "C1"}}, "S1", 30s, "", "C1.chin"};
    rest.asks_function = true;
    bodies.emplace_back(Offered{rest, false});
    bodies.emplace_back(Shown{1});
    bodies.emplace_back(BreakStarted{1});
    bodies.emplace_back(Snooze{1, Kind::mobility, 5min});
    for (Outcome outcome : all_outcomes) bodies.emplace_back(PromptOutcome{3, Kind::breath, outcome, true, {}});
    bodies.emplace_back(PromptOutcome{4, Kind::strength, Outcome::withdrawn, false, Why::exercise_off});
    bodies.emplace_back(PromptOutcome{5, Kind::snack, Outcome::taken, true, {}, {false, true}});
    for (Kind kind : all_kinds) bodies.emplace_back(Rest{kind});
    bodies.emplace_back(PostureChange{Posture::standing, "tray"});
    for (Sign sign : all_signs) bodies.emplace_back(HoldChange{sign, sign == Sign::dnd});
    bodies.emplace_back(Pause{Instant{101h + 500ms}});
    bodies.emplace_back(Pause{});
    bodies.emplace_back(Safety{{"chest_pressure", "fever"}});
    bodies.emplace_back(Safety{});
    bodies.emplace_back(DriverChosen{Driver::stenosis});
    bodies.emplace_back(Checkin{4, "upper_back", "heavy", "sitting", 6, Function::same, true, 47min + 3ms});
    bodies.emplace_back(Checkin{});
    bodies.emplace_back(KeyTask{"carry \"the\" twins\n"});
    bodies.emplace_back(LeversChosen{{"E8", ""}});
    bodies.emplace_back(Freer{true});
    bodies.emplace_back(FlareChange{true, 50, "By hand."});
    bodies.emplace_back(PlanChange{PlanStep::drills, {1, 0, {}}, {2, 3, {"E2", "E7"}}, "why"});
    bodies.emplace_back(CivilTimeSet{sample_day - std::chrono::days{1}});
    bodies.emplace_back(Noted{"idle_source_lost"});
    std::vector<Fact> facts;
    for (auto& body : bodies) facts.push_back({at, std::move(body)});
    return facts;
}

std::string in_words(const std::vector<Fact>& facts) {
    std::string words;
    for (const Fact& fact : facts) words += to_json(fact).dump() + "\n";
    return words;
}

std::string in_words(const Days& days) {
    std::ostringstream words;
    for (const auto& [day, totals] : days) {
        words << to_iso(day) << ":";
        for (Kind kind : all_kinds) {
            words << " " << name(kind);
            for (int count : totals.kinds[index(kind)].outcomes) words << " " << count;
            words << " s" << totals.kinds[index(kind)].snoozes << " r" << totals.kinds[index(kind)].rests;
        }
        words << " hours";
        for (Duration hour : totals.hours) words << " " << hour.count();
        words << " working " << totals.working.count() << " passive " << totals.passive.count() << " resting "
              << totals.resting.count() << " away " << totals.away.count() << " unknown " << totals.unknown.count()
              << " sitting " << totals.sitting.count() << " standing " << totals.standing.count() << " longest "
              << totals.longest_sit_bout.count() << " long " << totals.sit_bouts_over_45min << " changes "
              << totals.posture_changes << " counted " << totals.input_counted << " keys " << totals.keys << " clicks "
              << totals.clicks << " pains";
        for (const auto& pain : totals.pains) {
            words << " " << pain.hour << "h " << pain.pain << "/" << pain.sat_for.value_or(Duration{-1}).count();
        }
        for (const auto& lever : totals.levers) words << " lever " << lever.due << lever.taken << lever.partial;
        if (totals.function) words << " " << name(*totals.function);
        if (totals.freer) words << " freer " << *totals.freer;
        for (const auto& change : totals.plan_changes) words << " plan: " << change;
        for (const auto& notice : totals.notices) words << " " << notice;
        words << "\n";
    }
    return words.str();
}

Days without_empty_days(Days days) {
    std::erase_if(days, [](const auto& day) { return day.second == DayTotals{}; });
    return days;
}

Days added_up(const std::vector<Fact>& facts) {
    Days days;
    for (const Fact& fact : facts) add_up(days, fact);
    return without_empty_days(days);
}

std::vector<Fact> all_facts_in(const std::filesystem::path& database) {
    std::vector<Fact> facts;
    JournalReader reader{database};
    reader.facts(first_of_all, last_of_all, [&](const Fact& fact) { facts.push_back(fact); });
    return facts;
}

Days all_days_in(const std::filesystem::path& database) {
    return without_empty_days(JournalReader{database}.days(first_of_all, last_of_all));
}

std::vector<std::string> notices_in(const std::filesystem::path& database) {
    std::vector<std::string> notices;
    for (const Fact& fact : all_facts_in(database)) {
        if (const auto* noted = std::get_if<Noted>(&fact.body)) notices.push_back(noted->notice);
    }
    return notices;
}

std::string bytes_of(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream{file, std::ios::binary}.rdbuf();
    return bytes.str();
}

} // namespace poise::test
