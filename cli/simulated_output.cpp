// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulated_output.hpp"

#include "fact_json.hpp"
#include "poise/iso_time.hpp"
#include "report_json.hpp"
#include "spans.hpp"

#include <nlohmann/json.hpp>

#include <optional>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

Json to_seconds(Duration length) {
    if (length % std::chrono::seconds{1} == Duration::zero()) return length.count() / 1000;
    return static_cast<double>(length.count()) / 1000.0;
}

Json begin_line(const char* effect, const Stamp& at) {
    Json line;
    line["t"] = to_seconds(at.instant.time_since_epoch());
    line["at"] = to_iso(at.utc, at.offset);
    line["effect"] = effect;
    return line;
}

/// One line for each effect, or none.
struct Line {
    const Stamp& now;

    std::optional<Json> operator()(const Record& record) const {
        const Fact& fact = record.fact;
        const auto* bout = std::get_if<Bout>(&fact.body);
        if (is_open_span(fact) || (bout && length_of(*bout) == Duration::zero())) return std::nullopt;
        Json line = begin_line("record", fact.at);
        line["fact"] = name(fact.body);
        line.update(to_json(fact.body));
        for (const char* of_the_journal : {"span", "began_instant", "began_boot", "cells", "clocks"}) {
            line.erase(of_the_journal);
        }
        return line;
    }
    std::optional<Json> operator()(const Withdraw& withdraw) const {
        Json line = begin_line("withdraw", now);
        line["id"] = withdraw.id;
        line["why"] = name(withdraw.why);
        return line;
    }
    std::optional<Json> operator()(const Show& show) const {
        const Prompt& prompt = show.prompt;
        Json line = begin_line("show", now);
        line["id"] = prompt.id;
        line["kind"] = name(prompt.kind);
        line["drill"] = prompt.drills.empty() ? Json(nullptr) : Json(prompt.drills.front().drill);
        line["drills"] = Json::array();
        for (const auto& each : prompt.drills) line["drills"].push_back(each.drill);
        line["rule"] = prompt.rule;
        line["length_s"] = to_seconds(prompt.length);
        line["why"] = prompt.why;
        return line;
    }
    std::optional<Json> operator()(const Tell& tell) const {
        Json line = begin_line("tell", now);
        line["notice"] = tell.notice.id;
        line["text"] = tell.notice.text;
        return line;
    }
};

std::string dumped(const Json& line) { return line.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace

void SimulatedOutput::print(const Effect& effect, const Stamp& now) const {
    if (const auto line = std::visit(Line{now}, effect)) print_(dumped(*line));
}

void SimulatedOutput::print(const Report& report) const {
    Json summary;
    summary["effect"] = "summary";
    summary["report"] = to_json(report);
    print_(dumped(summary));
}

} // namespace poise
