// SPDX-License-Identifier: GPL-3.0-or-later
// make_pages FOLDER: the pages that report_rig.mjs looks at.
#include "render.hpp"
#include "weeks.hpp"

#include <filesystem>
#include <fstream>

int main(int count, char** arguments) {
    using namespace poise;
    if (count != 2) return 2;
    const std::filesystem::path folder = arguments[1];
    std::filesystem::create_directories(folder);
    const auto write = [&](const char* name, const WeekFigures& week) {
        std::ofstream file{folder / name};
        file << render(week_page(week)) << std::flush;
        return file.good();
    };
    const bool is_written = write("full.html", test::a_full_week()) && write("empty.html", test::an_empty_week()) &&
                            write("quarter.html", test::a_quarter()) && write("hostile.html", test::a_hostile_week());
    return is_written ? 0 : 1;
}
