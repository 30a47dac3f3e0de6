// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "configuration_file.hpp"
#include "file_text.hpp"
#include "journal_reader.hpp"
#include "json_text.hpp"
#include "local_times.hpp"
#include "own_journal.hpp"
#include "report_csv.hpp"
#include "report_json.hpp"
#include "report_range.hpp"
#include "report_text.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

namespace fs = std::filesystem;

enum class Shape { text, json, csv };

struct Asked {
    RangeAsked range;
    Shape shape = Shape::text;
    std::string file; // empty: standard output
};

Shape shape_of(const std::string& word) {
    if (word == "json") return Shape::json;
    return word == "csv" ? Shape::csv : Shape::text;
}

Report report_from(const fs::path& journal, DayRange range) {
    return using_own_journal([&] {
        JournalReader reader{journal};
        const Days days = reader.days(range.from, range.to);
        const auto open = reader.open_bout();
        return make_report(days, range.from, range.to, local_zone_name(), open ? &*open : nullptr);
    });
}

std::string text_in(Shape shape, const Report& report) {
    switch (shape) {
    case Shape::json: return json_text(to_json(report));
    case Shape::csv: return report_csv(report);
    case Shape::text: break;
    }
    return report_text(report, Console::takes_utf8() ? Drawing::utf8 : Drawing::ascii);
}

std::string text_without_journal(Shape shape, DayRange range) {
    if (shape == Shape::text) return "no data yet\n";
    return text_in(shape, make_report({}, range.from, range.to, local_zone_name()));
}

Exit run(const Asked& asked, Console& console) {
    const auto range = range_of(asked.range, local_day(utc_now(), local_offset));
    if (!range) throw Failure{Exit::usage, range.error()};
    const fs::path journal = own_journal_path();
    const std::string text = has_journal(journal) ? text_in(asked.shape, report_from(journal, *range))
                                                  : text_without_journal(asked.shape, *range);
    constexpr mode_t for_oneself = 0600; // it tells how somebody's days go
    if (asked.file.empty()) {
        console.print(text);
    } else {
        replace_file(asked.file, text, for_oneself);
    }
    return Exit::done;
}

} // namespace

void add_report(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("report", "How your days went: breaks, postures and hours");
    const auto asked = std::make_shared<Asked>();
    auto* week = command->add_option("--week", asked->range.week, "a whole week, such as 2026-W47")->type_name("WEEK");
    command->add_option("--from", asked->range.from, "the first day (default: Monday of this week)")
        ->type_name("DAY")
        ->excludes(week);
    command->add_option("--to", asked->range.to, "the last day (default: today)")->type_name("DAY")->excludes(week);
    command
        ->add_option_function<std::string>(
            "--format", [asked](const std::string& word) { asked->shape = shape_of(word); },
            "text (the default), json or csv")
        ->check(one_of({"text", "json", "csv"}))
        ->type_name("FORMAT");
    command->add_option("-o,--output", asked->file, "a file instead of standard output")->type_name("FILE");
    command->callback([&chosen, asked] { chosen = [asked](Console& console) { return run(*asked, console); }; });
}

} // namespace poise
