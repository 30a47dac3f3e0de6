// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts.hpp"

#include "say.hpp"
#include "strict_json.hpp"

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* facts_purpose = "facts 1";

std::string text_of(const TeamFacts& facts) {
    std::string text =
        Json{{"schema", newest_schema},  {"team", facts.team},   {"serial", facts.serial}, {"minimum", facts.minimum},
             {"readers", facts.readers}, {"reads", facts.reads}, {"ledger", facts.ledger}}
            .dump() +
        '\n';
    for (const auto& week : facts.weeks) text += to_json(week) + '\n';
    return text;
}

} // namespace

std::string signed_facts(const TeamFacts& facts, const SigningKey& key) {
    const std::string text = text_of(facts);
    return key.sign(facts_purpose, text) + '\n' + text;
}

Result<TeamFacts, std::string> read_facts(std::string_view all, const TeamTerms& terms) {
    const auto end = all.find('\n');
    const std::string_view text = end == std::string_view::npos ? "" : all.substr(end + 1);
    if (!is_signed(terms.verify_key, Hex{all.substr(0, end)}, facts_purpose, text))
        return Unexpected{tr("it is not signed by the keeper of your team")};
    try {
        TeamFacts facts;
        std::string_view rest = text;
        for (bool is_first = true; !rest.empty(); is_first = false) {
            const std::string_view line = rest.substr(0, rest.find('\n'));
            rest.remove_prefix(std::min(rest.size(), line.size() + 1));
            if (!is_first) {
                const auto week = parse_team_week(line);
                if (!week) return Unexpected{week.error()};
                facts.weeks.push_back(*week);
                continue;
            }
            const Json json = parse_strictly(line);
            StrictFields fields{json};
            if (fields.integer("schema") != newest_schema)
                throw UntrustedJson{tr("its schema is not {schema}", {{"schema", std::to_string(newest_schema)}})};
            facts.team = fields.text("team");
            facts.serial = fields.integer("serial");
            facts.minimum = fields.integer("minimum");
            facts.readers = fields.integer("readers");
            facts.reads = fields.integer("reads");
            facts.ledger = fields.text("ledger");
            fields.done();
        }
        if (facts.team != terms.team) return Unexpected{tr("it is about another team")};
        return facts;
    } catch (const UntrustedJson& refused) {
        return Unexpected{std::string{refused.what()}};
    }
}

} // namespace poise
