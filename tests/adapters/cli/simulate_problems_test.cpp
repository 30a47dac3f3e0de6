// SPDX-License-Identifier: GPL-3.0-or-later
// A trace is validated whole: what `poise simulate` says of a bad one, and that it runs nothing of it.
#include "poise_program.hpp"

#include <gtest/gtest.h>

namespace poise::test {
namespace {

Ran simulates(const std::string& trace) { return Person{}.runs({"simulate", "-"}, trace); }

struct Bad {
    std::string line; // after a good header, as the second one
    std::string problem;
};

TEST(SimulateProblems, SaysWhatIsWrongWithALineAndPrintsNothing) {
    const std::vector<Bad> cases{
        {"{", "is no JSON object"},
        {"[1]", "is no JSON object"},
        {"\xff", "is no JSON object"},
        {R"({"event": "active"})", R"(lacks "t")"},
        {R"({"t": 0})", R"(lacks "event")"},
        {R"({"t": "0", "event": "active"})", R"("t" is no finite number)"},
        {R"({"t": 1e999, "event": "active"})", "has a number that is not finite"},
        {R"({"t": NaN, "event": "active"})", "is no JSON object"},
        {R"({"t": -1, "event": "active"})", R"("t" is out of range)"},
        {R"({"t": 0, "event": "dance"})", R"(unknown event "dance")"},
        {R"({"t": 0, "event": "active", "by": "me"})", R"(unknown key "by")"},
        {R"({"t": 5, "event": "idle", "since": 6})", R"("since" is later than "t")"},
        {R"({"t": 5, "event": "sleep_unseen"})", R"(lacks "seconds")"},
        {R"({"t": 0, "event": "hold", "on": true})", R"(lacks "by")"},
        {R"({"t": 0, "event": "hold", "by": "lunch", "on": true})", R"(unknown "by" "lunch")"},
        {R"({"t": 0, "event": "hold", "by": "dnd"})", R"(lacks "on")"},
        {R"({"t": 0, "event": "hold", "by": "dnd", "on": 1})", R"("on" is neither true nor false)"},
        {R"({"t": 0, "event": "inhibit"})", R"(lacks "on")"},
        {R"({"t": 0, "event": "posture", "value": "lying"})", R"(unknown "value" "lying")"},
        {R"({"t": 0, "event": "answer", "choice": "later"})", R"(unknown "choice" "later")"},
        {R"({"t": 0, "event": "pause", "seconds": -1})", R"("seconds" is out of range)"},
        {R"({"t": 0, "event": "checkin", "pain": 11})", R"("pain" is out of range)"},
        {R"({"t": 0, "event": "checkin", "pain": 4.5})", R"("pain" is no whole number)"},
        {R"({"t": 0, "event": "checkin", "function": "better"})", R"(unknown "function" "better")"},
        {R"({"t": 0, "event": "checkin", "load": "hauling"})",
         R"(unknown "load" "hauling" (expected one of typing, mouse, reading, phone, meeting, lifting, carrying, )"
         "driving, housework, sport, stress)"},
        {R"({"t": 0, "event": "checkin", "position": ""})",
         R"(unknown "position" "" (expected one of sitting, slouching, standing, walking, bending, turning, )"
         "reaching, looking_down, lying)"},
        {R"({"t": 0, "event": "checkin", "region": 3})", R"("region" is no string)"},
        {R"({"t": 0, "event": "checkin", "tight": "yes"})", R"("tight" is neither true nor false)"},
        {R"({"t": 0, "event": "programme"})", R"(lacks "driver")"},
        {R"({"t": 0, "event": "programme", "driver": "P8"})", R"(unknown "driver" "P8")"},
        {R"({"t": 0, "event": "key_task"})", R"(lacks "task")"},
        {R"({"t": 0, "event": "key_task", "task": 1})", R"("task" is no string)"},
        {R"({"t": 0, "event": "levers", "mobility": "E99"})", R"(unknown drill "E99")"},
        {R"({"t": 0, "event": "levers", "core": "E8"})", R"(unknown key "core")"},
        {R"({"t": 0, "event": "freer"})", R"(lacks "yes")"},
        {R"({"t": 0, "event": "flare", "on": "yes"})", R"("on" is neither true nor false)"},
        {R"({"t": 0, "event": "plan", "choice": "refuse"})", R"(lacks "accept")"},
        {R"({"t": 0, "event": "screen"})", R"(needs either "flags" or "clear")"},
        {R"({"t": 0, "event": "screen", "flags": ["hunger"]})", R"(unknown red flag "hunger")"},
        {R"({"t": 0, "event": "screen", "flags": "fever"})",
         "\"flags\" is no list of strings\ntrace:2: needs either \"flags\" or \"clear\""},
        {R"({"t": 0, "event": "clock"})", R"(lacks "shift_s")"},
        {R"({"t": 0, "event": "zone", "zone": "Mars/Olympus"})", R"(unknown time zone "Mars/Olympus")"},
        {R"({"t": 0, "event": "client"})", R"(lacks "on")"},
        {R"({"t": 0, "event": "sense_lost", "source": "nose"})", R"(unknown source "nose" (expected "idle"))"},
        {R"({"t": 0, "event": "restart", "graceful": "yes"})", R"("graceful" is neither true nor false)"},
    };
    for (const auto& [line, problem] : cases) {
        EXPECT_EQ(simulates(trace_header + line + "\n"), (Ran{4, "", "trace:2: " + problem + "\n"})) << line;
    }
}

TEST(SimulateProblems, SaysWhatIsWrongWithTheHeader) {
    const std::vector<Bad> cases{
        {"", "the trace is empty (expected its start and zone)"},
        {"\n\n", "the trace is empty (expected its start and zone)"},
        {"{}", R"(lacks "start")"},
        {R"({"start": "yesterday"})", R"("start" is no time like 2026-11-23T09:00:00+01:00)"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "zone": "Mars"})", R"(unknown time zone "Mars")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "speed": 2})", R"(unknown key "speed")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "auto": {"answer": "yes"}})", R"(unknown "answer" "yes")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "auto": {}})", R"(lacks "answer")"},
        {R"({"start": "2026-11-23T09:00:00+01:00", "driver": "P9"})", R"(unknown "driver" "P9")"},
    };
    for (const auto& [line, problem] : cases) {
        EXPECT_EQ(simulates(line), (Ran{4, "", "trace:1: " + problem + "\n"})) << line;
    }
}

TEST(SimulateProblems, SaysEverythingThatIsWrongInTheOrderOfTheLines) {
    EXPECT_EQ(simulates(trace_header + R"({"t": 10, "event": "active"}
{"t": 9, "event": "lock"}

{"t": 11, "event": "dance"}
{"t": 12, "event": "end"}
{"t": 13, "event": "active"}
)"),
              (Ran{4, "",
                   "trace:3: time goes back\n"
                   "trace:5: unknown event \"dance\"\n"
                   "trace:7: comes after the end\n"}));
}

TEST(SimulateProblems, RefusesWhatHappensWhileTheMachineSleepsUnseen) {
    EXPECT_EQ(simulates(trace_header + R"({"t": 10, "event": "sleep_unseen", "seconds": 100}
{"t": 50, "event": "active"}
{"t": 109, "event": "end"}
)"),
              (Ran{4, "",
                   "trace:3: happens while the machine sleeps unseen\n"
                   "trace:4: happens while the machine sleeps unseen\n"}));
}

TEST(SimulateProblems, QuotesATraceWithoutObeyingIt) {
    EXPECT_EQ(simulates(trace_header + "{\"t\": 0, \"event\": \"\\u001b[31m\"}").errors,
              "trace:2: unknown event \"?[31m\"\n");
}

} // namespace
} // namespace poise::test
