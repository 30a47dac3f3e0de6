// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace.hpp"

#include "poise/iso_time.hpp"

#include <date/tz.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace poise {

namespace {

using Json = nlohmann::json;

/// Two hundred years: far more than any trace needs, far less than what overflows.
constexpr double longest_s = 200.0 * 366 * 86400;

bool is_zone(const std::string& name) {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

/// One line under reading: takes keys from it, notes what is wrong with them, and in the end what was not asked for.
class Line {
public:
    Line(const Json& object, int number, Problems& problems) : object_{object}, number_{number}, problems_{problems} {}

    void complain(const std::string& what) {
        problems_.push_back({number_, 0, what});
        is_good_ = false;
    }
    [[nodiscard]] bool is_good() const { return is_good_; }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool has(const char* key) const { return object_.contains(key); }

    std::optional<double> number_at(const char* key, double least, double most) {
        const Json* value = take(key);
        if (!value) return std::nullopt;
        if (!value->is_number() || !std::isfinite(value->get<double>())) {
            complain(quoted(key) + " is no finite number");
            return std::nullopt;
        }
        const double number = value->get<double>();
        if (number < least || number > most) {
            complain(quoted(key) + " is out of range");
            return std::nullopt;
        }
        return number;
    }
    std::optional<Duration> seconds(const char* key, double least = 0) {
        const auto number = number_at(key, least, longest_s);
        if (!number) return std::nullopt;
        return Duration{std::llround(*number * 1000)};
    }
    std::optional<std::string> text(const char* key) {
        const Json* value = take(key);
        if (!value) return std::nullopt;
        if (!value->is_string()) {
            complain(quoted(key) + " is no string");
            return std::nullopt;
        }
        return value->get<std::string>();
    }
    std::optional<bool> flag(const char* key) {
        const Json* value = take(key);
        if (!value) return std::nullopt;
        if (!value->is_boolean()) {
            complain(quoted(key) + " is neither true nor false");
            return std::nullopt;
        }
        return value->get<bool>();
    }
    template <class Word>
    std::optional<Word> word(const char* key) {
        const auto spelled = text(key);
        if (!spelled) return std::nullopt;
        const auto word = parse<Word>(*spelled);
        if (!word) complain("unknown " + quoted(key) + " \"" + *spelled + "\"");
        return word;
    }
    std::optional<int> scale(const char* key) { // 0 to 10
        const auto number = number_at(key, 0, 10);
        if (number && *number != std::floor(*number)) complain(quoted(key) + " is no whole number");
        return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
    }
    std::optional<std::vector<std::string>> texts(const char* key) {
        const Json* value = take(key);
        if (!value) return std::nullopt;
        std::vector<std::string> texts;
        const bool all_strings =
            value->is_array() && std::ranges::all_of(*value, [](const Json& item) { return item.is_string(); });
        if (!all_strings) {
            complain(quoted(key) + " is no list of strings");
            return std::nullopt;
        }
        for (const Json& item : *value) texts.push_back(item.get<std::string>());
        return texts;
    }
    /// An object within the line; its keys are not the line's.
    const Json* object(const char* key) {
        const Json* value = take(key);
        if (value && !value->is_object()) {
            complain(quoted(key) + " is no object");
            return nullptr;
        }
        return value;
    }

    template <class T>
    T needed(const char* key, std::optional<T> value) {
        if (!value && !has(key)) complain("lacks " + quoted(key));
        return value.value_or(T{});
    }
    void refuse_other_keys() {
        for (const auto& [key, value] : object_.items()) {
            if (!taken_.contains(key)) complain("unknown key \"" + key + "\"");
        }
    }

private:
    static std::string quoted(const char* key) { return '"' + std::string{key} + '"'; }

    const Json* take(const char* key) {
        taken_.insert(key);
        const auto found = object_.find(key);
        return found == object_.end() ? nullptr : &*found;
    }

    const Json& object_;
    int number_;
    Problems& problems_;
    std::set<std::string, std::less<>> taken_;
    bool is_good_ = true;
};

using What = decltype(TraceEvent::what);

bool read_on(Line& line) { return line.needed("on", line.flag("on")); }

std::string read_source(Line& line) {
    auto source = line.needed("source", line.text("source"));
    if (line.is_good() && source != "idle") line.complain("unknown source \"" + source + "\" (expected \"idle\")");
    return source;
}

What read_screen(Line& line, const Guide& guide) {
    const auto clear = line.flag("clear");
    const auto flags = line.texts("flags");
    if (clear.has_value() == flags.has_value()) line.complain("needs either \"flags\" or \"clear\"");
    if (clear && !*clear) line.complain("\"clear\" can only be true");
    for (const auto& flag : flags.value_or(std::vector<std::string>{})) {
        if (!find_red_flag(guide, flag)) line.complain("unknown red flag \"" + flag + "\"");
    }
    if (clear) return trace::Clear{};
    return trace::Screen{flags.value_or(std::vector<std::string>{})};
}

Checkin read_checkin(Line& line) {
    Checkin checkin;
    checkin.pain = line.scale("pain");
    checkin.region = line.text("region").value_or("");
    checkin.load = line.text("load").value_or("");
    checkin.position = line.text("position").value_or("");
    checkin.tension = line.scale("tension");
    checkin.function = line.word<Function>("function");
    checkin.tight = line.flag("tight").value_or(false);
    return checkin;
}

trace::Idle read_idle(Line& line, Duration t) {
    const Duration since = line.seconds("since").value_or(t);
    if (since > t) line.complain("\"since\" is later than \"t\"");
    return {since};
}

trace::Zone read_zone(Line& line) {
    auto zone = line.needed("zone", line.text("zone"));
    if (line.is_good() && !is_zone(zone)) line.complain("unknown time zone \"" + zone + "\"");
    return {zone};
}

/// What the event's name says, or nothing and a problem. "end" is no event of the core and is read elsewhere.
std::optional<What> read_event(Line& line, const std::string& event, Duration t, const Guide& guide) {
    using Reader = std::function<What()>;
    const std::map<std::string, Reader, std::less<>> readers{
        {"active", [] { return trace::Active{}; }},
        {"idle", [&] { return read_idle(line, t); }},
        {"lock", [] { return trace::Lock{}; }},
        {"unlock", [] { return trace::Unlock{}; }},
        {"suspend", [] { return trace::Suspend{}; }},
        {"resume", [] { return trace::Resume{}; }},
        {"sleep_unseen", [&] { return trace::SleepUnseen{line.needed("seconds", line.seconds("seconds"))}; }},
        {"hold",
         [&] {
             return trace::Hold{line.needed("by", line.word<Sign>("by")), read_on(line)};
         }},
        {"inhibit", [&] { return trace::Inhibit{read_on(line)}; }},
        {"posture", [&] { return trace::Posture{line.needed("value", line.word<Posture>("value"))}; }},
        {"answer",
         [&] {
             return trace::Answer{line.needed("choice", line.word<Answer>("choice")),
                                  line.flag("snoozed").value_or(false)};
         }},
        {"break", [&] { return trace::Break{line.word<Kind>("kind")}; }},
        {"pause", [&] { return trace::Pause{line.seconds("seconds")}; }},
        {"unpause", [] { return trace::Unpause{}; }},
        {"checkin", [&] { return read_checkin(line); }},
        {"screen", [&] { return read_screen(line, guide); }},
        {"clock", [&] { return trace::Clock{line.needed("shift_s", line.seconds("shift_s", -longest_s))}; }},
        {"zone", [&] { return read_zone(line); }},
        {"client", [&] { return trace::Client{read_on(line)}; }},
        {"sense_lost", [&] { return trace::SenseLost{read_source(line)}; }},
        {"sense_found", [&] { return trace::SenseFound{read_source(line)}; }},
        {"restart",
         [&] {
             return trace::Restart{line.seconds("down_s").value_or(Duration::zero()),
                                   line.flag("graceful").value_or(false)};
         }},
    };
    const auto reader = readers.find(event);
    if (reader == readers.end()) {
        line.complain("unknown event \"" + event + "\"");
        return std::nullopt;
    }
    return reader->second();
}

class Reading {
public:
    explicit Reading(const Guide& guide) : guide_{guide} {}

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
        if (!has_end_) trace_.end = last_;
        return std::move(trace_);
    }

private:
    void read_line(std::string_view text, int number) {
        Json object;
        try {
            object = Json::parse(text);
        } catch (const Json::exception&) {
            problems_.push_back({number, 0, "is no JSON object"});
            return;
        }
        if (!object.is_object()) {
            problems_.push_back({number, 0, "is no JSON object"});
            return;
        }
        Line line{object, number, problems_};
        if (has_header_) {
            read_event_line(line);
        } else {
            has_header_ = true;
            read_header(line);
        }
        if (line.is_good()) line.refuse_other_keys();
    }

    void read_header(Line& line) {
        const auto start = line.needed("start", line.text("start"));
        if (const auto time = parse_iso_time(start)) {
            trace_.start = time->utc;
            trace_.offset = time->offset;
        } else if (line.is_good()) {
            line.complain("\"start\" is no time like 2026-11-23T09:00:00+01:00");
        }
        if (line.has("zone")) trace_.zone = read_zone(line).zone;
        if (const auto client = line.flag("client")) trace_.client = *client;
        if (const auto driver = line.word<Driver>("driver")) trace_.driver = *driver;
        if (const Json* object = line.object("auto")) read_auto(*object, line.number());
    }

    void read_auto(const Json& object, int number) {
        Line line{object, number, problems_};
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

    void read_event_line(Line& line) {
        const Duration t = line.needed("t", line.seconds("t"));
        const auto event = line.needed("event", line.text("event"));
        if (!line.is_good()) return;
        if (has_end_) return line.complain("comes after the end");
        if (t < last_) return line.complain("time goes back");
        if (t < awake_from_) return line.complain("happens while the machine sleeps unseen");
        last_ = t;
        if (event == "end") {
            has_end_ = true;
            trace_.end = t;
            return;
        }
        auto what = read_event(line, event, t, guide_);
        if (!what || !line.is_good()) return;
        if (const auto* sleep = std::get_if<trace::SleepUnseen>(&*what)) {
            awake_from_ = t + sleep->length;
            last_ = awake_from_;
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

Result<Trace> parse_trace(std::string_view text, const Guide& guide) { return Reading{guide}.read(text); }

} // namespace poise
