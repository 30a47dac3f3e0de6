// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "own_guide.hpp"
#include "own_practice.hpp"
#include "poise/fact.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace poise {

namespace {

constexpr int most = 10; // F1, C2: both scales

std::optional<int> score_in(const std::string& text) {
    int score = -1;
    const char* end = text.data() + text.size();
    if (std::from_chars(text.data(), end, score).ptr != end || score < 0 || score > most) return std::nullopt;
    return score;
}

/// Asks until the answer can be read; Enter leaves it out.
template <class Read>
void ask(Console& console, const std::string& question, Read read) {
    for (;;) {
        const auto answer = console.ask(question);
        if (!answer) throw Failure{Exit::failed, tr("not all questions were answered, so nothing was recorded")};
        if (answer->empty() || read(*answer)) return;
    }
}
void ask_score(Console& console, const std::string& question, std::optional<int>& score) {
    ask(console, tr("{question}, 0 to 10 (Enter: leave out)? ", {{"question", question}}),
        [&](const std::string& answer) {
            score = score_in(answer);
            return score.has_value();
        });
}
/// As they have to be typed, and in brackets what they mean where that is not the same.
std::string words_to_type(const std::vector<std::string>& known) {
    std::string list;
    for (const auto& word : known) {
        list += (list.empty() ? "" : ", ") + word;
        if (const std::string meaning = said(word); meaning != word) list += " (" + meaning + ")";
    }
    return list;
}
void ask_word(Console& console, const std::string& question, const std::vector<std::string>& known, std::string& word) {
    ask(console,
        tr("{question} ({words}; Enter: leave out)? ", {{"question", question}, {"words", words_to_type(known)}}),
        [&](const std::string& answer) {
            word = answer;
            return std::ranges::find(known, answer) != known.end();
        });
}

/// F3, in the person's own words where the journal can be read.
std::string key_task() {
    constexpr std::size_t longest = 60;
    try {
        const std::string task = own_practice().key_task;
        return task.empty() ? tr("Your key task") : '"' + printable(task, longest) + '"';
    } catch (const Failure&) {
        return tr("Your key task");
    }
}

Checkin ask_everything(Console& console) {
    const GuidePtr guide = guide_in_force();
    Checkin checkin;
    ask_score(console, tr("How much does your back hurt"), checkin.pain); // F1
    if (checkin.pain.value_or(0) > 0) {
        ask_word(console, tr("Where"), guide->regions, checkin.region);
        ask_word(console, tr("What had you been doing"), guide->loads, checkin.load);
        ask_word(console, tr("In which position"), guide->positions, checkin.position);
    }
    ask_score(console, tr("How tense do you feel"), checkin.tension); // C2
    ask(console, tr("{task}: easier, same or harder than last week (Enter: leave out)? ", {{"task", key_task()}}),
        [&](const std::string& answer) {
            checkin.function = parse<Function>(answer);
            return checkin.function.has_value();
        });
    ask(console, tr("Is today a tight day, y or n (Enter: no)? "), [&](const std::string& answer) { // S10
        checkin.tight = answer == "y" || answer == "yes";
        return checkin.tight || answer == "n" || answer == "no";
    });
    return checkin;
}

Exit run_checkin(Checkin checkin, Console& console) {
    if (checkin == Checkin{}) {
        if (!Console::has_person()) {
            throw Failure{Exit::usage,
                          tr("there is nobody to ask: give at least one answer (try: poise checkin --help)")};
        }
        checkin = ask_everything(console);
        if (checkin == Checkin{}) throw Failure{Exit::failed, tr("nothing was answered, so nothing was recorded")};
    }
    auto daemon = reach_daemon();
    or_fail(daemon.check_in(checkin));
    return Exit::done;
}

std::string problem_with_score(const std::string& text) {
    return score_in(text) ? "" : tr("expected a whole number from 0 to 10");
}

} // namespace

void add_checkin(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("checkin", "Say how your back is; without options you are asked");
    const auto checkin = std::make_shared<Checkin>();
    const GuidePtr words = own_guide(); // a pack may not change them
    const auto add_score = [&](const char* option, std::optional<int>& score, const char* description) {
        command->add_option(option, score, description)->check(CLI::Validator{problem_with_score, ""})->type_name("N");
    };
    add_score("--pain", checkin->pain, "0 (none) to 10");
    command->add_option("--region", checkin->region, words_to_type(words->regions))->type_name("WORD");
    command->add_option("--load", checkin->load, "what you had been doing: " + words_to_type(words->loads))
        ->type_name("WORD");
    command->add_option("--position", checkin->position, words_to_type(words->positions))->type_name("WORD");
    add_score("--tension", checkin->tension, "0 (none) to 10");
    command
        ->add_option_function<std::string>(
            "--function", [checkin](const std::string& word) { checkin->function = parse<Function>(word); },
            "your key task, compared with last week: easier, same or harder")
        ->check(one_of(names_of(std::array{Function::easier, Function::same, Function::harder})))
        ->type_name("WORD");
    command->add_flag("--tight", checkin->tight, "a tight day: more rounds of each stretch"); // S10
    command->callback(
        [&chosen, checkin] { chosen = [checkin](Console& console) { return run_checkin(*checkin, console); }; });
}

} // namespace poise
