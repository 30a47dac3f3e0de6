// SPDX-License-Identifier: GPL-3.0-or-later
#include "board.hpp"
#include "strict_json.hpp"

#include <array>
#include <utility>

namespace poise {

std::optional<Published> parse_published(std::string_view word) {
    using enum Published;
    static constexpr std::array<std::pair<std::string_view, Published>, 6> words{{{"accepted", accepted},
                                                                                  {"invalid", invalid},
                                                                                  {"early", early},
                                                                                  {"waiting", waiting},
                                                                                  {"closed", closed},
                                                                                  {"outdated", outdated}}};
    for (const auto& [known, published] : words) {
        if (word == known) return published;
    }
    return std::nullopt;
}

// The board is trusted with its own figures, but not with this program: what it answers is read as strictly as a file.
Result<BoardReport, std::string> parse_board_report(std::string_view text) {
    using Json = nlohmann::ordered_json;
    try {
        const Json json = Json::parse(text);
        StrictFields fields{json};
        BoardReport report;
        report.team = fields.text("team");
        report.minimum = fields.integer("minimum");
        report.reads = fields.integer("reads");
        for (const Json& week : fields.any("weeks")) {
            auto read = parse_team_week(week.dump());
            if (!read) return Unexpected{read.error()};
            report.weeks.push_back(*std::move(read));
        }
        fields.done();
        return report;
    } catch (const UntrustedJson& refused) {
        return Unexpected{std::string{refused.what()}};
    } catch (const nlohmann::json::exception&) {
        return Unexpected{std::string{"JSON"}};
    }
}

} // namespace poise
