// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of teams, for recompute.py: "team MINIMUM", then "member RECORD" or "reader RECORD" for each; one line of
// JSON a team.
#include "team_week.hpp"

#include <iostream>

int main() {
    using namespace poise;
    const IsoWeek week{2026, 48};
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
            minimum = std::stoi(rest);
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
