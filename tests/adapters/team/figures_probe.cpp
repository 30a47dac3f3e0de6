// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of teams, for recompute.py: "team MINIMUM WEEK", then "member RECORD" or "reader RECORD" for each; one
// line of JSON a team.
#include "team_week.hpp"

#include "poise/iso_time.hpp"

#include <iostream>
#include <sstream>

int main() {
    using namespace poise;
    IsoWeek week{};
    std::optional<int> minimum;
    std::vector<Contribution> members;
    const auto answer = [&] {
        if (minimum) std::cout << to_json(team_week(week, members, *minimum)) << '\n';
        members.clear();
    };
    std::string word, rest;
    while (std::cin >> word && std::getline(std::cin >> std::ws, rest)) {
        if (word == "team") {
            answer();
            std::istringstream words{rest};
            std::string week_text;
            words >> minimum.emplace() >> week_text;
            week = parse_iso_week(week_text).value();
            continue;
        }
        const auto record = parse_record(rest);
        if (!record) {
            std::cerr << rest << ": " << record.error() << '\n';
            return 1;
        }
        members.push_back({*record, word == "reader"});
    }
    answer();
}
