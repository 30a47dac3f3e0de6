// SPDX-License-Identifier: GPL-3.0-or-later
// figures_of 2026-W47 5 < lines of "READER RECORD": the week that team/figures makes of them, for a test to compare.
#include "team_week.hpp"

#include "poise/iso_time.hpp"

#include <cstdlib>
#include <iostream>

int main(int, char** argv) {
    using namespace poise;
    std::vector<Contribution> contributions;
    for (std::string line; std::getline(std::cin, line);) {
        auto record = parse_record(std::string_view{line}.substr(2));
        if (!record) {
            std::cerr << record.error() << '\n';
            return 1;
        }
        contributions.push_back({*std::move(record), line.front() == '1'});
    }
    std::cout << to_json(team_week(parse_iso_week(argv[1]).value(), contributions, std::atoi(argv[2]))) << '\n';
}
