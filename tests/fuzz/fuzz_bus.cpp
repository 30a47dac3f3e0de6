// SPDX-License-Identifier: GPL-3.0-or-later
// What callers hand in, made of any bytes: refused in one line that names the argument and what is expected, or an
// event that the core can be given, in a life that is watched. And what a daemon of another version answers: a client
// makes something of it. All of it without a bus: a variant's types and texts are sd-bus's to check, these are what it
// lets through.
#include "bytes.hpp"
#include "must.hpp"

#include "arguments.hpp"
#include "client_values.hpp"
#include "dictionaries.hpp"
#include "life.hpp"
#include "life_watcher.hpp"
#include "own_guide.hpp"
#include "poise/iso_time.hpp"
#include "utf8.hpp"

#include <algorithm>
#include <array>

using namespace poise;
using poise::fuzz::Bytes;
using poise::fuzz::must;

namespace {

// D: enough to meet every key that is looked for, and few enough for a fuzzer to put together.
constexpr std::array words{
    "pain",   "region", "load",     "position", "tension", "function", "tight",    "neck",     "disc",   "P3",
    "easier", "same",   "sitting",  "standing", "lunch",   "snack",    "E8",       "fever",    "id",     "kind",
    "Prompt", "parts",  "points",   "steps",    "length",  "Holds",    "Journal",  "waiting",  "tried",  "IdleSource",
    "since",  "text",   "elapsed",  "blocks",   "Version", "Bout",     "Presence", "seconds",  "drills", "PausedUntil",
    "why",    "path",   "problems", "dose",     "name",    "works",    "question", "next_due", "phase",  "2026-11-23"};

std::string text(Bytes& bytes) {
    if (bytes.byte() % 2 == 0) return words.at(static_cast<std::size_t>(bytes.below(static_cast<int>(words.size()))));
    return to_utf8(bytes.text());
}
std::vector<std::string> texts(Bytes& bytes) {
    std::vector<std::string> all;
    for (int left = bytes.below(4); left > 0; --left) all.push_back(text(bytes));
    return all;
}

ValueMap values(Bytes&, int depth);

sdbus::Variant value(Bytes& bytes, int depth) {
    switch (bytes.below(depth > 2 ? 10 : 13)) {
    case 0: return sdbus::Variant{text(bytes)};
    case 1: return sdbus::Variant{bytes.number()};
    case 2: return sdbus::Variant{static_cast<std::int32_t>(bytes.byte()) - 100};
    case 3: return sdbus::Variant{static_cast<std::uint32_t>(bytes.number())};
    case 4: return sdbus::Variant{static_cast<std::uint64_t>(bytes.number())};
    case 5: return sdbus::Variant{static_cast<std::int16_t>(bytes.number())};
    case 6: return sdbus::Variant{bytes.byte()};
    case 7: return sdbus::Variant{bytes.byte() % 2 == 0};
    case 8: return sdbus::Variant{static_cast<double>(bytes.number()) / 7};
    case 9: return sdbus::Variant{texts(bytes)};
    case 10: return sdbus::Variant{values(bytes, depth + 1)};
    case 11: {
        std::vector<ValueMap> list;
        for (int left = bytes.below(3); left > 0; --left) list.push_back(values(bytes, depth + 1));
        return sdbus::Variant{list};
    }
    default: {
        using Found = sdbus::Struct<std::string, bool, std::string>;
        return sdbus::Variant{std::vector<Found>{Found{text(bytes), true, text(bytes)}}};
    }
    }
}

ValueMap values(Bytes& bytes, int depth) {
    ValueMap all;
    for (int left = bytes.below(6); left > 0; --left) {
        std::string key = text(bytes); // before the value is read from the same bytes
        all.insert_or_assign(std::move(key), value(bytes, depth));
    }
    return all;
}

/// What passed, or nothing: then the reason is fit for a caller.
template <class T>
const T* passed(const Checked<T>& argument) {
    if (argument) return &*argument;
    const std::string& why = argument.error();
    must(why.find(": ") != std::string::npos && why.find(" (expected ") != std::string::npos, "no reason: " + why);
    must(std::ranges::none_of(why, [](unsigned char byte) { return byte < 0x20 || byte == 0x7F; }),
         "a reason of more than one line: " + why);
    return nullptr;
}

/// A word that passed is one by its own name, too.
template <class T, class Check>
void must_be_named(T value, Check check) {
    const auto again = check(std::string{name(value)});
    must(again && *again == value, "it is not known by its own name: " + std::string{name(value)});
}

Checked<std::optional<PromptId>> some_prompt(const test::Life& life, Bytes& bytes) {
    const std::int64_t id = bytes.byte() % 4 == 0 ? bytes.number() : bytes.byte() % 8;
    auto checked = checked_prompt_id(id);
    if (checked && *checked && **checked >= life.state().memory.next_prompt) return std::optional<PromptId>{};
    return checked;
}

std::optional<Duration> some_length(Bytes& bytes) {
    const auto seconds = static_cast<std::uint32_t>(bytes.number());
    return seconds == 0 ? std::nullopt : std::optional<Duration>{std::chrono::seconds{seconds}};
}

void check_in(test::Life& life, Bytes& bytes, const Guide& guide) {
    const auto answers = checked_answers(values(bytes, 0), guide);
    const Checkin* const said = passed(answers);
    if (!said) return;
    const ValueMap told = to_answers(*said); // as a client tells it
    must(told.empty() ? *said == Checkin{} : checked_answers(told, guide).value() == *said, "another check-in");
    life.event(CheckedIn{*said});
}

void screen(test::Life& life, Bytes& bytes, const Guide& guide) {
    const auto flags = checked_flags(texts(bytes), guide);
    const auto* const known = passed(flags);
    if (!known) return;
    for (const auto& flag : *known) must(std::ranges::count(*known, flag) == 1, "a flag twice: " + flag);
    life.event(Screened{*known});
}

void name_words(test::Life& life, Bytes& bytes) {
    switch (bytes.below(6)) {
    case 0:
        if (const auto kind = checked_kind(text(bytes)); passed(kind)) {
            if (*kind) must_be_named(**kind, [](const auto& word) { return checked_kind(word); });
            life.event(BreakAsked{*kind});
        }
        break;
    case 1:
        if (const auto posture = checked_posture(text(bytes)); passed(posture)) {
            must_be_named(*posture, checked_posture);
            const auto source = checked_source(text(bytes));
            if (passed(source)) life.event(PostureConfirmed{*posture, *source});
        }
        break;
    case 2:
        if (const auto driver = checked_driver(text(bytes)); passed(driver)) {
            must_be_named(*driver, checked_driver);
            life.event(ProgrammeChosen{*driver});
        }
        break;
    case 3:
        if (const auto task = checked_task(text(bytes)); passed(task)) life.event(KeyTaskNamed{*task});
        break;
    case 4:
        if (const auto drill = checked_lever("mobility", text(bytes), *own_guide()); passed(drill)) {
            life.event(LeversNamed{{*drill, ""}});
        }
        break;
    default:
        if (const auto day = checked_day(text(bytes)); passed(day) && *day) {
            must(checked_day(to_iso(**day)).value() == *day, "another day: " + to_iso(**day));
        }
    }
}

void call(test::Life& life, Bytes& bytes) {
    const Guide& guide = *own_guide();
    switch (bytes.below(7)) {
    case 0:
        if (const auto id = some_prompt(life, bytes); passed(id)) {
            life.event(Answered{static_cast<Answer>(bytes.below(5)), *id, some_length(bytes)});
        }
        break;
    case 1:
        if (const auto pain = checked_pain(static_cast<std::int32_t>(bytes.number())); passed(pain)) {
            life.event(TooPainful{std::nullopt, *pain});
        }
        break;
    case 2: life.event(PauseAsked{some_length(bytes)}); break;
    case 3: check_in(life, bytes, guide); break;
    case 4: screen(life, bytes, guide); break;
    case 5: name_words(life, bytes); break;
    default: life.works_for(std::chrono::minutes{bytes.byte()});
    }
}

void answer(Bytes& bytes) {
    const ValueMap said = values(bytes, 0);
    (void)to_daemon_view(said);
    (void)to_kind_view(said);
    must(to_prompt_view(said).has_value() == !said.empty(), "a prompt of nothing");
    const std::string raw = bytes.text();
    const std::string clean = to_utf8(raw);
    must(to_utf8(clean) == clean, "what is clean is cleaned again");
    // sd-bus refuses, and throws, where a text is not clean.
    const auto journal = to_dictionary(PublishedJournal{raw, 0, 0}, raw);
    must(to_daemon_view({{"Journal", sdbus::Variant{journal}}}).journal.trouble == clean, "another text: " + clean);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes bytes{data, size};
    test::Life life;
    test::LifeWatcher watcher{life};
    life.works_for(std::chrono::minutes{50});
    for (int i = 0; i < 40 && !bytes.is_empty(); ++i) {
        if (bytes.byte() % 8 == 0) {
            answer(bytes);
        } else {
            call(life, bytes);
        }
    }
    watcher.check_end();
    must(watcher.complaint().empty(), watcher.complaint() + "\n" + life.diary());
    return 0;
}
