// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "daemon_reply.hpp"
#include "poise/fact.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

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
        if (!answer) throw Failure{Exit::failed, "not all questions were answered, so nothing was recorded"};
        if (answer->empty() || read(*answer)) return;
    }
}
void ask_score(Console& console, const std::string& question, std::optional<int>& score) {
    ask(console, question + ", 0 to 10 (Enter: leave out)? ", [&](const std::string& answer) {
        score = score_in(answer);
        return score.has_value();
    });
}
void ask_word(Console& console, const std::string& question, std::string& word) {
    ask(console, question + " (Enter: leave out)? ", [&](const std::string& answer) {
        word = answer;
        return true;
    });
}

Checkin ask_everything(Console& console) {
    Checkin checkin;
    ask_score(console, "How much does your back hurt", checkin.pain); // F1
    if (checkin.pain.value_or(0) > 0) {
        ask_word(console, "Where, such as upper_back", checkin.region);
        ask_word(console, "What had you been doing, such as typing", checkin.load);
        ask_word(console, "In which position, such as sitting", checkin.position);
    }
    ask_score(console, "How tense do you feel", checkin.tension);                             // C2
    ask(console, "Your key task: easier, same or harder than last week (Enter: leave out)? ", // F3
        [&](const std::string& answer) {
            checkin.function = parse<Function>(answer);
            return checkin.function.has_value();
        });
    return checkin;
}

Exit run(Checkin checkin, Console& console) {
    if (checkin == Checkin{}) {
        if (!Console::has_person()) {
            throw Failure{Exit::usage, "there is nobody to ask: give at least one answer (try: poise checkin --help)"};
        }
        checkin = ask_everything(console);
        if (checkin == Checkin{}) throw Failure{Exit::failed, "nothing was answered, so nothing was recorded"};
    }
    auto daemon = reach_daemon();
    or_fail(daemon.check_in(checkin));
    return Exit::done;
}

std::string problem_with_score(const std::string& text) {
    return score_in(text) ? "" : "expected a whole number from 0 to 10";
}

} // namespace

void add_checkin(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("checkin", "Say how your back is; without options you are asked");
    const auto checkin = std::make_shared<Checkin>();
    const auto add_score = [&](const char* option, std::optional<int>& score, const char* description) {
        command->add_option(option, score, description)->check(CLI::Validator{problem_with_score, ""})->type_name("N");
    };
    add_score("--pain", checkin->pain, "0 (none) to 10");
    command->add_option("--region", checkin->region, "where, such as upper_back")->type_name("WORD");
    command->add_option("--load", checkin->load, "what you had been doing, such as typing")->type_name("WORD");
    command->add_option("--position", checkin->position, "such as sitting")->type_name("WORD");
    add_score("--tension", checkin->tension, "0 (none) to 10");
    command
        ->add_option_function<std::string>(
            "--function", [checkin](const std::string& word) { checkin->function = parse<Function>(word); },
            "your key task, compared with last week: easier, same or harder")
        ->check(one_of(names_of(std::array{Function::easier, Function::same, Function::harder})))
        ->type_name("WORD");
    command->add_flag("--tight", checkin->tight, "a tight day: more rounds of each stretch"); // S10
    command->callback([&chosen, checkin] { chosen = [checkin](Console& console) { return run(*checkin, console); }; });
}

} // namespace poise
