// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "configuration_file.hpp"
#include "file_text.hpp"
#include "guide_programme.hpp"
#include "guide_rule.hpp"
#include "guide_text.hpp"
#include "guide_toml.hpp"
#include "own_guide.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

/// What cannot be used is complained of, and does not keep the rest from being shown.
GuidePtr read_guide(Console& console) {
    auto [guide, problems] = guide_from(own_guide_folders());
    for (const auto& problem : problems) console.complain(problem);
    return guide;
}

Exit list(Console& console) {
    console.print(guide_list(*read_guide(console)));
    return Exit::done;
}

Exit show(const std::string& id, Console& console) {
    const GuidePtr guide = read_guide(console);
    auto text = guide_entry(*guide, id);
    if (!text) text = rule_entry(id);
    if (!text) {
        std::vector<std::string_view> known;
        for (const Drill& drill : guide->drills) known.push_back(drill.id);
        const auto meant = did_you_mean(id, known);
        throw Failure{Exit::usage, tr("the guide has no {id} ({hint})",
                                      {{"id", in_backticks(id)},
                                       {"hint", meant.empty() ? tr("poise guide list shows what it has") : meant}})};
    }
    console.print(*text);
    return Exit::done;
}

Problems problems_of(const std::string& file, const std::string& text) {
    if (is_pack(text)) return problems_of_pack(*own_guide(), {file, text});
    const auto guide = load_guide(text);
    return guide ? Problems{} : guide.error();
}

Exit check_guide(const std::string& file, Console& console) {
    const auto text = read_file(file);
    if (!text) {
        console.complain(unreadable(file, text.error()));
        return Exit::bad_input;
    }
    const auto problems = problems_of(file, *text);
    for (const auto& problem : problems) console.complain(to_line(file, problem));
    if (!problems.empty()) return Exit::bad_input;
    console.print_line(tr("{file}: no problems", {{"file", file}}));
    return Exit::done;
}

} // namespace

void add_guide(CLI::App& app, Command& chosen) {
    auto* guide = app.add_subcommand("guide", "the drills and rules that Poise goes by");
    guide->require_subcommand(0, 1);
    guide->preparse_callback([&chosen](std::size_t) { chosen = list; }); // alone it is the list
    guide->add_subcommand("list", "every drill, with its dose")->callback([&chosen] { chosen = list; });
    auto* one = guide->add_subcommand("show", "everything about a drill, a programme or a rule, and who says so");
    const auto id = std::make_shared<std::string>();
    one->add_option("ID", *id, "such as E2, E2.chair, P4, S5 or sleep")->required();
    one->callback([&chosen, id] { chosen = [id](Console& console) { return show(*id, console); }; });
    guide->add_subcommand("table", "all of it as Markdown, for review")->callback([&chosen] {
        chosen = [](Console& console) {
            const InEnglish as_the_source;
            console.print(guide_table(*read_guide(console)));
            return Exit::done;
        };
    });
    add_guide_programme(*guide, chosen);
    auto* checking = guide->add_subcommand("check", "tell all problems of a guide or a pack");
    const auto file = std::make_shared<std::string>();
    checking->add_option("FILE", *file, "guide.toml, or a pack")->required();
    checking->callback([&chosen, file] { chosen = [file](Console& console) { return check_guide(*file, console); }; });
}

} // namespace poise
