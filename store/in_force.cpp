// SPDX-License-Identifier: GPL-3.0-or-later
#include "in_force.hpp"

#include "fact_rows.hpp"

#include <utility>

namespace poise {

bool is_for_safety(const Fact& fact) {
    return std::holds_alternative<Safety>(fact.body) || std::holds_alternative<DriverChosen>(fact.body);
}

InForce read_in_force(Connection& connection) {
    static const std::string sql = select_rows + "WHERE fact='driver' OR fact='safety' ORDER BY seq";
    auto query = connection.prepared(sql);
    InForce in_force;
    while (query.next()) {
        const FactRow row = read_row(query);
        if (!row.fact) continue;
        if (const auto* chosen = std::get_if<DriverChosen>(&row.fact->body)) {
            in_force.driver = chosen->driver;
            in_force.cleared = false;
        } else if (const auto* safety = std::get_if<Safety>(&row.fact->body)) {
            in_force.cleared = safety->flags.empty();
            if (in_force.cleared) in_force.red_flags.clear();
            in_force.red_flags.insert(safety->flags.begin(), safety->flags.end());
        }
    }
    return in_force;
}

void record_again(Connection& connection, const InForce& was, const Stamp& at) {
    const auto record = [&](FactBody body) {
        write_row(connection, last_seq(connection) + 1, Fact{at, std::move(body)});
    };
    if (read_in_force(connection) == was) return;
    if (was.driver) record(DriverChosen{*was.driver});
    if (was.cleared || !was.red_flags.empty()) record(Safety{{was.red_flags.begin(), was.red_flags.end()}});
}

} // namespace poise
