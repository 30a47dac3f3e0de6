// SPDX-License-Identifier: GPL-3.0-or-later
// Ten thousand calls by a caller who throws dice: any method, any arguments. The service answers every one, posts only
// what the core may be given, and goes on working.
#include "names.hpp"
#include "own_guide.hpp"
#include "scripted_daemon.hpp"
#include "test_bus.hpp"

#include "sdbus.hpp"

#include <sdbus-c++/sdbus-c++.h>

#include <gmock/gmock.h>

#include <array>
#include <limits>
#include <map>
#include <random>

namespace poise::test {
namespace {

using sdbus::Variant;

class Dice {
public:
    explicit Dice(unsigned seed) : random_{seed} {}

    std::size_t below(std::size_t end) { return random_() % end; }
    template <class List>
    const auto& one_of(const List& list) {
        return list[below(std::size(list))];
    }
    std::string text() {
        static const std::vector<std::string> words{
            "",      "sitting", "standing", "snack",   "microbreak",       "lunch",  "cli",  "fever",
            "cough", "easier",  "upper",    "pain",    "h\xC3\xA4nde",     "a\nb",   "%s%n", "'; DROP TABLE",
            "\x7F",  "Sitting", "unknown",  "checkin", "\xF0\x9F\xA7\x98", "harder", "same", "0"};
        if (below(8) == 0) return std::string(below(5000), static_cast<char>(1 + below(126)));
        return one_of(words);
    }
    std::int64_t number() {
        static constexpr std::array<std::int64_t, 9> numbers{0,
                                                             1,
                                                             2,
                                                             -1,
                                                             10,
                                                             11,
                                                             99,
                                                             std::numeric_limits<std::int64_t>::max(),
                                                             std::numeric_limits<std::int64_t>::min()};
        return below(4) == 0 ? static_cast<std::int64_t>(random_()) - (1LL << 31) : one_of(numbers);
    }
    Variant value(int depth = 0) {
        switch (below(depth > 3 ? 8 : 12)) {
        case 0: return Variant{text()};
        case 1: return Variant{number()};
        case 2: return Variant{static_cast<std::uint32_t>(number())};
        case 3: return Variant{static_cast<std::int32_t>(number())};
        case 4: return Variant{static_cast<std::uint64_t>(number())};
        case 5: return Variant{below(2) == 0};
        case 6: return Variant{static_cast<double>(number()) / 7};
        case 7: return Variant{static_cast<std::uint8_t>(number())};
        case 8: return Variant{value(depth + 1)};
        case 9: return Variant{texts()};
        case 10: return Variant{dictionary(depth + 1)};
        default: return Variant{sdbus::Struct<std::string, std::int16_t>{text(), static_cast<std::int16_t>(number())}};
        }
    }
    std::vector<std::string> texts() {
        std::vector<std::string> list(below(6));
        for (auto& each : list) each = text();
        return list;
    }
    std::map<std::string, Variant> dictionary(int depth = 0) {
        static const std::array<std::string, 7> keys{"pain",     "tension",  "region", "load",
                                                     "position", "function", "tight"};
        std::map<std::string, Variant> map;
        for (std::size_t i = below(5); i > 0; --i)
            map.emplace(below(10) == 0 ? text() : one_of(keys), value(depth + 1));
        return map;
    }
    void append_any(sdbus::MethodCall& call) {
        switch (below(6)) {
        case 0: call << text(); break;
        case 1: call << number(); break;
        case 2: call << static_cast<std::uint32_t>(number()); break;
        case 3: call << texts(); break;
        case 4: call << dictionary(); break;
        default: call << value(); break;
        }
    }

private:
    std::mt19937 random_;
};

struct Method {
    const char* name;
    const char* signature;
};
constexpr std::array<Method, 19> methods{{{"RegisterPresenter", ""},
                                          {"ConfirmShown", "x"},
                                          {"Start", "x"},
                                          {"Snooze", "xu"},
                                          {"Skip", "x"},
                                          {"Done", "x"},
                                          {"StartBreak", "s"},
                                          {"Pause", "u"},
                                          {"Resume", ""},
                                          {"SetPosture", "ss"},
                                          {"CheckIn", "D"},
                                          {"Screen", "S"},
                                          {"ClearScreen", ""},
                                          {"NoteIntroduction", ""},
                                          {"Reload", ""},
                                          {"Explain", ""},
                                          {"Kinds", ""},
                                          {"Doctor", ""},
                                          {"NoSuchMethod", "s"}}};

void append(sdbus::MethodCall& call, const Method& method, Dice& dice) {
    if (dice.below(4) == 0) { // mostly of the wrong types
        for (std::size_t i = dice.below(4); i > 0; --i) dice.append_any(call);
        return;
    }
    for (const char* letter = method.signature; *letter; ++letter) {
        if (*letter == 'x') call << dice.number();
        if (*letter == 'u') call << static_cast<std::uint32_t>(dice.number());
        if (*letter == 's') call << dice.text();
        if (*letter == 'S') call << dice.texts();
        if (*letter == 'D') call << dice.dictionary();
    }
}

/// What the core relies on, whoever asked.
struct MakesSense {
    bool operator()(const Answered& answered) const { return !answered.id || *answered.id == 1; }
    bool operator()(const PromptConfirmed& confirmed) const { return confirmed.id == 1; }
    bool operator()(const PostureConfirmed& confirmed) const {
        return !confirmed.source.empty() && confirmed.source.size() <= 64;
    }
    bool operator()(const CheckedIn& checked_in) const {
        const auto in_range = [](std::optional<int> score) { return !score || (*score >= 0 && *score <= 10); };
        const auto& checkin = checked_in.checkin;
        return in_range(checkin.pain) && in_range(checkin.tension) && checkin.region.size() <= 64;
    }
    bool operator()(const Screened& screened) const {
        const Guide& guide = *own_guide();
        return std::ranges::all_of(screened.flags, [&](const auto& flag) { return find_red_flag(guide, flag); });
    }
    template <class Other>
    bool operator()(const Other&) const {
        return true;
    }
};

TEST(BusGarbage, IsAnsweredAndChangesNothingThatMakesNoSense) {
    TestBus bus;
    ScriptedDaemon daemon;
    daemon.changed(after(working_state(), BreakAsked{Kind::microbreak}, 60));
    auto connection = sdbus::createSessionBusConnection();
    auto proxy = make_proxy(*connection, daemon_bus_name, daemon_object_path);

    Dice dice{20261123};
    std::map<std::string, int> answers;
    for (int i = 0; i < 10'000; ++i) {
        const Method& method = dice.one_of(methods);
        auto call = make_call(*proxy, daemon_interface, method.name);
        append(call, method, dice);
        try {
            (void)proxy->callMethod(call, std::chrono::seconds{5});
            ++answers["done"];
        } catch (const sdbus::Error& error) {
            ++answers[error.getName()];
        }
    }
    for (const auto& [answer, count] : answers) RecordProperty(answer, count);
    EXPECT_GT(answers["done"], 1000);
    EXPECT_GT(answers[error_invalid_argument], 1000);
    EXPECT_GT(answers[error_not_found], 100);
    EXPECT_GT(answers["org.freedesktop.DBus.Error.InvalidArgs"], 1000) << "wrong types are refused by libsystemd";
    EXPECT_GT(answers["org.freedesktop.DBus.Error.UnknownMethod"], 100);
    EXPECT_EQ(answers.size(), 5u) << testing::PrintToString(answers);

    const auto posted = daemon.take_posted();
    EXPECT_GT(posted.size(), 1000u);
    for (const auto& event : posted) ASSERT_TRUE(std::visit(MakesSense{}, event));
}

} // namespace
} // namespace poise::test
