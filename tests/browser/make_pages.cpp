// SPDX-License-Identifier: GPL-3.0-or-later
// make_pages FOLDER: the pages that report_rig.mjs looks at.
#include "render.hpp"
#include "team_page.hpp"
#include "weeks.hpp"

#include <filesystem>
#include <fstream>

namespace {

/// Eight weeks, of which one is of too few and one lacks figures; its label means ill.
poise::TeamReport a_team() {
    using namespace poise;
    const KindFigures kind{70, 0, Mix{50, 10, 20, 10, 100}};
    const TeamFigures full{MemberBand::from_5, kind, kind, 6, 22, 4, 26, ShareBand::between};
    const TeamFigures sparse{MemberBand::from_5, kind, {}, std::nullopt, 20, 6, 24, ShareBand::under_20};
    TeamReport report{
        R"(<script>document.title = "taken over"</script>" onclick="x)", 5, {}, 3, "2026-11-29 12:00", ""};
    for (int week = 41; week <= 48; ++week) report.weeks.push_back({IsoWeek{2026, week}, full});
    report.weeks[3].figures.reset();
    report.weeks[5].figures = sparse;
    return report;
}

} // namespace

int main(int count, char** arguments) {
    using namespace poise;
    if (count != 2) return 2;
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const Page& page) {
        std::ofstream file{folder / name};
        file << render(page) << std::flush;
        return file.good();
    };
    const bool is_written =
        write("full.html", week_page(test::a_full_week())) && write("empty.html", week_page(test::an_empty_week())) &&
        write("quarter.html", week_page(test::a_quarter())) &&
        write("hostile.html", week_page(test::a_hostile_week())) && write("team.html", team_page(a_team()));
    return is_written ? 0 : 1;
}
