// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "configuration_file.hpp"
#include "export_text.hpp"
#include "file_text.hpp"
#include "files.hpp"
#include "importing.hpp"
#include "journal_reader.hpp"
#include "own_journal.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <functional>
#include <memory>

namespace poise {

namespace {

struct TransferAsked {
    std::string file; // empty: standard output
    Sealed sealed = Sealed::left_out;
};

/// How many facts could not be understood.
std::size_t write_lines(Sealed sealed, const std::function<void(const std::string&)>& write) {
    write(export_header(sealed));
    const auto path = own_journal_path();
    if (!has_journal(path)) return 0;
    return using_own_journal([&] {
        JournalReader reader{path};
        return reader.every_fact([&](const Fact& fact) {
            if (sealed == Sealed::included) return write(export_line(fact));
            if (const auto open = without_sealed(fact)) write(export_line(*open));
        });
    });
}

Exit run_export(const TransferAsked& asked, Console& console) {
    std::size_t lost = 0;
    if (asked.file.empty()) {
        lost = write_lines(asked.sealed, [&](const std::string& line) { console.print(line); });
    } else {
        std::string text;
        lost = write_lines(asked.sealed, [&](const std::string& line) { text += line; });
        replace_file(asked.file, text, for_the_owner);
    }
    if (lost == 0) return Exit::done;
    throw Failure{Exit::bad_input, own_journal_path().string() + ": facts that could not be understood: " +
                                       std::to_string(lost) + "; the rest is exported"};
}

Exit run_import(const std::string& file, Console& console) {
    const auto text = read_file_or_input(file);
    if (!text) throw Failure{Exit::bad_input, unreadable(file, text.error())};
    const auto facts = parse_export(*text);
    if (!facts) {
        const std::string name = file == "-" ? tr("standard input") : file;
        for (const auto& problem : facts.error()) console.complain(printable(to_line(name, problem), longest_line));
        return Exit::bad_input;
    }
    const auto journal = own_journal_path();
    using_own_journal([&] {
        import_facts(journal, *facts);
        narrow_folder(journal.parent_path()); // Poise's own, whoever made it
    });
    console.print_line(
        tr_many("{count} fact is imported", "{count} facts are imported", static_cast<std::int64_t>(facts->size())));
    return Exit::done;
}

} // namespace

void add_transfer(CLI::App& app, Command& chosen) {
    auto* exporting = app.add_subcommand("export", "Write the journal as JSON Lines, a fact a line");
    const auto asked = std::make_shared<TransferAsked>();
    exporting->add_option("-o,--output", asked->file, "a file instead of standard output")->type_name("FILE");
    exporting->add_flag_callback(
        "--include-sensitive", [asked] { asked->sealed = Sealed::included; },
        "check-ins, red flags and driver as well");
    exporting->callback(
        [&chosen, asked] { chosen = [asked](Console& console) { return run_export(*asked, console); }; });

    auto* importing = app.add_subcommand("import", "Fill an empty journal from an export, while no daemon runs");
    const auto file = std::make_shared<std::string>();
    importing->add_option("FILE", *file, "an export, or - for standard input")->required()->type_name("");
    importing->callback([&chosen, file] { chosen = [file](Console& console) { return run_import(*file, console); }; });
}

} // namespace poise
