// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks.hpp"
#include "columns.hpp"
#include "commands.hpp"
#include "json_text.hpp"
#include "problem_text.hpp"
#include "say.hpp"

#include <CLI/App.hpp>

#include <algorithm>
#include <iterator>
#include <memory>
#include <optional>

namespace poise {

namespace {

std::string mark_of(const Check& check) {
    constexpr std::size_t width = 6;
    if (check.finding.works) return padded(tr("ok"), width);
    return padded(check.matters ? tr("FAIL") : "-", width);
}

std::string checklist_of(const std::vector<Check>& checks) {
    std::size_t width = 0;
    for (const Check& check : checks) width = std::max(width, width_of(check.finding.what));
    std::string text;
    for (const Check& check : checks) {
        std::string what = check.finding.what;
        if (!check.finding.detail.empty()) what = padded(what, width + 2);
        text += mark_of(check) + printable(what + check.finding.detail, longest_line) + "\n";
    }
    return text;
}

nlohmann::ordered_json to_json(const std::vector<Check>& checks) {
    nlohmann::ordered_json findings = nlohmann::ordered_json::array();
    for (const auto& [finding, matters] : checks) {
        findings.push_back(
            {{"what", finding.what}, {"works", finding.works}, {"matters", matters}, {"detail", finding.detail}});
    }
    return {{"works", all_is_well(checks)}, {"findings", findings}};
}

Exit run_doctor(Format format, Console& console) {
    const std::optional<InEnglish> for_machines =
        format == Format::json ? std::optional<InEnglish>{std::in_place} : std::nullopt;
    auto checks = check_surroundings();
    std::ranges::move(check_daemon(), std::back_inserter(checks));
    console.print(format == Format::json ? json_text(to_json(checks)) : checklist_of(checks));
    return all_is_well(checks) ? Exit::done : Exit::failed;
}

} // namespace

void add_doctor(CLI::App& app, Command& chosen) {
    auto* command = app.add_subcommand("doctor", "Look for what keeps Poise from working");
    const auto as_json = std::make_shared<bool>(false);
    command->add_flag("--json", *as_json, "as one JSON object");
    command->callback([&chosen, as_json] {
        const Format format = *as_json ? Format::json : Format::text;
        chosen = [format](Console& console) { return run_doctor(format, console); };
    });
}

} // namespace poise
