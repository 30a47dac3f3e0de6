// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace.hpp"

#include "poise/iso_time.hpp"
#include "trace_events.hpp"
#include "trace_line.hpp"

#include <nlohmann/json.hpp>

#include <utility>

namespace poise {

namespace {

using Json = nlohmann::json;

/// The lines in order: the header, the events, the end.
class TraceReading {
public:
    explicit TraceReading(const Guide& guide) : guide_{guide} {}

    Result<Trace> read(std::string_view text) {
        int number = 0;
        while (!text.empty()) {
            const auto end = text.find('\n');
            const auto line = text.substr(0, end);
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
            ++number;
            if (line.find_first_not_of(" \t\r") != std::string_view::npos) read_line(line, number);
        }
        if (!has_header_ && problems_.empty())
            problems_.push_back({1, 0, "the trace is empty (expected its start and zone)"});
        if (!problems_.empty()) return Unexpected{std::move(problems_)};
        return std::move(trace_);
    }

private:
    void read_line(std::string_view text, int number) {
        Json object;
        try {
            object = Json::parse(text);
        } catch (const Json::out_of_range&) {
            problems_.push_back({number, 0, "has a number that is not finite"});
            return;
        } catch (const Json::exception&) {
            problems_.push_back({number, 0, "is no JSON object"});
            return;
        }
        if (!object.is_object()) {
            problems_.push_back({number, 0, "is no JSON object"});
            return;
        }
        TraceLine line{object, number, problems_};
        if (has_header_) {
            read_event_line(line);
        } else {
            has_header_ = true;
            read_header(line);
        }
        if (line.is_good()) line.refuse_other_keys();
    }

    void read_header(TraceLine& line) {
        const auto start = line.needed("start", line.text("start"));
        if (const auto time = parse_iso_time(start)) {
            trace_.start = time->utc;
            trace_.offset = time->offset;
        } else if (line.is_good()) {
            line.complain("\"start\" is no time like 2026-11-23T09:00:00+01:00");
        }
        if (line.has("zone")) trace_.zone = read_trace_zone(line).zone;
        if (const auto client = line.flag("client")) trace_.client = *client;
        if (const auto driver = line.word<Driver>("driver")) trace_.driver = *driver;
        if (const Json* object = line.object("auto")) read_auto(*object, line.number());
    }

    void read_auto(const Json& object, int number) {
        TraceLine line{object, number, problems_};
        AutoAnswer answer{};
        const auto text = line.needed("answer", line.text("answer"));
        if (line.is_good() && text != "none") {
            answer.answer = parse<Answer>(text);
            if (!answer.answer) line.complain("unknown \"answer\" \"" + text + "\"");
        }
        answer.after = line.seconds("after_s").value_or(Duration::zero());
        if (line.is_good()) line.refuse_other_keys();
        trace_.auto_answer = answer;
    }

    void read_event_line(TraceLine& line) {
        const Duration t = line.needed("t", line.seconds("t"));
        const auto event = line.needed("event", line.text("event"));
        if (!line.is_good()) return;
        if (has_end_) return line.complain("comes after the end");
        if (t < last_) return line.complain("time goes back");
        if (t < awake_from_) return line.complain("happens while the machine sleeps unseen");
        last_ = t;
        trace_.end = t;
        if (event == "end") {
            has_end_ = true;
            return;
        }
        auto what = read_trace_event(line, event, t, guide_);
        if (!what || !line.is_good()) return;
        if (const auto* sleep = std::get_if<trace::SleepUnseen>(&*what)) {
            awake_from_ = t + sleep->length;
            trace_.end = awake_from_;
        }
        trace_.events.push_back({t, std::move(*what), line.number()});
    }

    const Guide& guide_;
    Problems problems_;
    Trace trace_{};
    bool has_header_ = false;
    bool has_end_ = false;
    Duration last_{};
    Duration awake_from_{};
};

} // namespace

Result<Trace> parse_trace(std::string_view text, const Guide& guide) { return TraceReading{guide}.read(text); }

} // namespace poise
