// SPDX-License-Identifier: GPL-3.0-or-later
#include "export_text.hpp"

#include "fact_check.hpp"
#include "fact_json.hpp"
#include "fact_rows.hpp"
#include "json_fields.hpp"
#include "poise/sealed.hpp"

#include <map>

namespace poise {

namespace {

constexpr const char* schema = "poise-journal";
constexpr std::int64_t version = 1; // goes up when an older Poise would take a line for something else

/// Reads line after line and remembers what must be unique among them.
class Reading {
public:
    Result<std::vector<Fact>> read(std::string_view text) {
        for (int number = 1; !text.empty(); ++number) {
            const auto end = text.find('\n');
            read_line(text.substr(0, end), number);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        if (!has_header_) report(1, "the file is empty (expected the header of an export)");
        if (!problems_.empty()) return Unexpected{std::move(problems_)};
        return std::move(facts_);
    }

private:
    void read_line(std::string_view line, int number) {
        const Json json = Json::parse(line, nullptr, false);
        if (!json.is_object()) {
            report(number, "no JSON object");
        } else if (!has_header_) {
            read_header(json, number);
        } else if (is_readable_) {
            read_fact(json, number);
        }
        has_header_ = true;
    }

    void read_header(const Json& json, int number) {
        Problems problems;
        JsonFields fields{json, problems};
        const std::string given = fields.text("schema");
        const std::int64_t given_version = fields.integer("version");
        is_readable_ = problems.empty() && given == schema && given_version == version;
        if (is_readable_) return;
        if (given == schema && given_version > version) {
            return report(number, "written by a newer Poise (version " + std::to_string(given_version) +
                                      ", this one knows " + std::to_string(version) + ")");
        }
        report(number, "no header of an export (expected \"schema\": \"" + std::string{schema} +
                           "\" and \"version\": " + std::to_string(version) + ")");
    }

    void read_fact(const Json& json, int number) {
        auto fact = from_json(json);
        if (!fact) {
            for (const Problem& problem : fact.error()) report(number, problem.what);
            return;
        }
        if (const auto what = what_is_wrong_with(*fact)) return report(number, *what);
        if (const auto key = key_that_differs(json, to_json(*fact))) {
            return report(number, *key + ": not what the rest of the line says, or no key of this fact");
        }
        if (const auto span = span_of(*fact)) {
            const auto [first, is_new] = spans_.emplace(*span, number);
            if (!is_new) {
                return report(number, "span: " + std::to_string(*span) + " is that of line " +
                                          std::to_string(first->second) + ", too");
            }
        }
        facts_.push_back(*std::move(fact));
    }

    void report(int number, const std::string& what) { problems_.push_back({number, 0, what}); }

    std::vector<Fact> facts_;
    Problems problems_;
    std::map<SpanId, int> spans_;
    bool has_header_ = false;
    bool is_readable_ = false;
};

} // namespace

std::string export_header(Sealed sealed) {
    const Json header{{"schema", schema}, {"version", version}, {"sensitive", sealed == Sealed::included}};
    return header.dump() + "\n";
}

std::string export_line(const Fact& fact) { return to_json(fact).dump() + "\n"; }

std::optional<Fact> without_sealed(const Fact& fact) {
    if (is_sealed(fact.body)) return std::nullopt;
    Fact open = fact;
    auto* outcome = std::get_if<PromptOutcome>(&open.body);
    // R5: exercise_off would tell of a red flag, and so would it to say nothing there alone.
    if (outcome && is_exercise(outcome->kind)) outcome->why.reset();
    return open;
}

Result<std::vector<Fact>> parse_export(std::string_view text) { return Reading{}.read(text); }

} // namespace poise
