// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.hpp"
#include "configuration_file.hpp"
#include "daemon_reply.hpp"
#include "outbox.hpp"
#include "own_journal.hpp"
#include "poise/iso_time.hpp"
#include "problem_text.hpp"
#include "say.hpp"
#include "sqlite_journal.hpp"
#include "system_clock.hpp"

#include <CLI/App.hpp>

#include <memory>

namespace poise {

namespace {

constexpr std::chrono::minutes longest_erasure{2}; // of ten years on a slow disk

struct ErasureAsked {
    std::string before; // empty: everything
    bool all = false;
    bool yes = false;
};

std::optional<Day> day_in(const ErasureAsked& asked) {
    if (asked.all) return std::nullopt;
    if (asked.before.empty()) throw Failure{Exit::usage, tr("say what to erase: --before DAY, or --all")};
    const auto day = parse_iso_day(asked.before);
    if (day) return day;
    throw Failure{Exit::usage,
                  tr("{text} is no day (expected one such as 2026-11-23)", {{"text", in_backticks(asked.before)}})};
}

void confirm(const std::optional<Day>& before, Console& console) {
    if (!Console::has_person())
        throw Failure{Exit::usage, tr("there is nobody to ask: add --yes to erase without asking")};
    const std::string question =
        before ? tr("Erase everything from before {day} from your journal, for good?", {{"day", to_iso(*before)}})
               : tr("Erase everything, red flags too, from your journal, for good?");
    if (console.ask_yes_or_no(question).value_or(false)) return;
    throw Failure{Exit::failed, tr("nothing was erased")};
}

/// What waits for a daemon that has gone is not in the file, and what it left there is erased all the same.
std::int64_t erase_by_ourselves(const std::optional<Day>& before, Console& console) {
    const auto path = own_journal_path();
    if (!has_journal_files(path)) return 0;
    return using_own_journal([&] {
        SqliteJournal journal{path};
        if (const auto& recovery = journal.recovery()) {
            console.complain(tr_many("{file}: was damaged; {count} facts could be read",
                                     "{file}: was damaged; {count} facts could be read",
                                     static_cast<std::int64_t>(recovery->saved), {{"file", path.string()}}));
        }
        const auto gone = before ? journal.erase_before(*before, SystemClock{}.now()) : journal.erase_all();
        if (!gone) throw Failure{Exit::failed, path.string() + ": " + gone.error()};
        return static_cast<std::int64_t>(*gone);
    });
}

std::int64_t erase(const std::optional<Day>& before, Console& console) {
    if (auto daemon = DaemonClient::connect(longest_erasure)) {
        auto gone = DaemonClient{*std::move(daemon)}.erase(before);
        if (gone || gone.error().error != ClientError::no_daemon) return or_fail(std::move(gone));
    }
    return erase_by_ourselves(before, console);
}

Exit run_erase(const ErasureAsked& asked, Console& console) {
    const auto before = day_in(asked);
    if (!asked.yes) confirm(before, console);
    const std::int64_t count = erase(before, console);
    // What has left for a team is not in the journal, and tells of it.
    const auto journal = own_journal_path();
    const std::size_t sent = Outbox{team_folder(journal)}.erase(before) + Outbox{board_folder(journal)}.erase(before);
    if (sent > 0) {
        console.complain(
            tr("What your team was sent is gone from here as well, but not from there: poise team leave has it "
               "forgotten."));
    }
    console.print_line(tr_many("{count} fact is gone", "{count} facts are gone", count));
    return Exit::done;
}

} // namespace

void add_erase(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("erase", "Erase the journal for good, or what is older than a day");
    const auto asked = std::make_shared<ErasureAsked>();
    auto* before =
        command->add_option("--before", asked->before, "only what is from before this day")->type_name("DAY");
    command->add_flag("--all", asked->all, "everything")->excludes(before);
    command->add_flag("--yes", asked->yes, "do not ask first");
    command->callback([&chosen, asked] { chosen = [asked](Console& console) { return run_erase(*asked, console); }; });
}

} // namespace poise
