// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "configuration_file.hpp"
#include "desktop_open.hpp"
#include "file_text.hpp"
#include "journal_reader.hpp"
#include "json_text.hpp"
#include "levers.hpp"
#include "local_times.hpp"
#include "own_guide.hpp"
#include "own_journal.hpp"
#include "render.hpp"
#include "report_csv.hpp"
#include "report_json.hpp"
#include "report_range.hpp"
#include "report_text.hpp"
#include "say.hpp"
#include "week_page.hpp"
#include "word_option.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

namespace fs = std::filesystem;

enum class ReportShape { text, json, csv, html };

struct ReportAsked {
    RangeAsked range;
    std::optional<ReportShape> shape; // none: HTML to be opened, else text
    std::string file;                 // empty: standard output, or a file of Poise's own to be opened
    bool open = false;
};

const char* suffix_of(ReportShape shape) {
    switch (shape) {
    case ReportShape::json: return ".json";
    case ReportShape::csv: return ".csv";
    case ReportShape::html: return ".html";
    case ReportShape::text: break;
    }
    return ".txt";
}

ReportShape shape_of(const std::string& word) {
    if (word == "json") return ReportShape::json;
    if (word == "html") return ReportShape::html;
    return word == "csv" ? ReportShape::csv : ReportShape::text;
}

/// F2: as a person calls them; as the programme has them where the person chose none.
std::array<std::string, lever_count> lever_names(const Chosen& chosen) {
    State state;
    state.guide = guide_in_force();
    state.memory.driver = chosen.driver;
    state.memory.levers = chosen.levers;
    std::array<std::string, lever_count> names;
    for (const Lever lever : all_levers) {
        const std::string id = lever_drill(state, lever);
        const Drill* drill = find_drill(*state.guide, id);
        names[index(lever)] = drill ? id + " " + drill->name : id;
    }
    return names;
}

/// Nothing of it needs more of the journal than these days and those to compare with.
WeekFigures figures_from(const fs::path& journal, DayRange range) {
    WeekFigures week;
    Days days;
    std::optional<Bout> open;
    Chosen chosen;
    const auto back = back_to_compare(range.from, range.to);
    if (has_journal(journal)) {
        using_own_journal([&] {
            JournalReader reader{journal};
            days = reader.days(range.from - back, range.to);
            open = reader.open_bout();
            chosen = reader.chosen(range.to);
        });
    }
    const Bout* const still_open = open ? &*open : nullptr;
    const std::string zone = local_zone_name();
    week.now = make_report(days, range.from, range.to, zone, still_open, chosen.key_task);
    week.before = make_report(days, range.from - back, range.to - back, zone, still_open, chosen.key_task);
    week.levers = lever_names(chosen);
    week.proposed = chosen.change;
    week.written = clock_text(utc_now(), UtcTime{}, local_offset);
    return week;
}

std::string text_in(ReportShape shape, const WeekFigures& week) {
    switch (shape) {
    case ReportShape::json: return json_text(to_json(week.now));
    case ReportShape::csv: return report_csv(week.now);
    case ReportShape::html: return render(week_page(week));
    case ReportShape::text: break;
    }
    return report_text(week.now, Console::takes_utf8() ? Drawing::utf8 : Drawing::ascii);
}

Exit run_report(const ReportAsked& asked, Console& console) {
    const auto range = range_of(asked.range, local_day(utc_now(), local_offset));
    if (!range) throw Failure{Exit::usage, range.error()};
    const fs::path journal = own_journal_path();
    const ReportShape shape = asked.shape.value_or(asked.open ? ReportShape::html : ReportShape::text);
    const std::string text = shape == ReportShape::text && !has_journal(journal)
                                 ? tr("no data yet") + "\n"
                                 : text_in(shape, figures_from(journal, *range));
    if (asked.file.empty() && !asked.open) {
        console.print(text);
        return Exit::done;
    }
    const fs::path file = asked.file.empty() ? file_to_open(suffix_of(shape)) : fs::path{asked.file};
    replace_file(file, text, for_the_owner); // it tells how somebody's days go
    if (asked.open) open_on_desktop(file, console);
    return Exit::done;
}

} // namespace

void add_report(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("report", "How your days went: breaks, postures and hours");
    const auto asked = std::make_shared<ReportAsked>();
    auto* week = command->add_option("--week", asked->range.week, "a whole week, such as 2026-W47")->type_name("WEEK");
    command->add_option("--from", asked->range.from, "the first day (default: Monday of this week)")
        ->type_name("DAY")
        ->excludes(week);
    command->add_option("--to", asked->range.to, "the last day (default: today)")->type_name("DAY")->excludes(week);
    command
        ->add_option_function<std::string>(
            "--format", [asked](const std::string& word) { asked->shape = shape_of(word); },
            "text (the default), html, json or csv")
        ->check(one_of({"text", "html", "json", "csv"}))
        ->type_name("FORMAT");
    command->add_option("-o,--output", asked->file, "a file instead of standard output")->type_name("FILE");
    command->add_flag("--open", asked->open, "show it in your browser (as html, unless --format says otherwise)");
    command->callback([&chosen, asked] { chosen = [asked](Console& console) { return run_report(*asked, console); }; });
}

} // namespace poise
