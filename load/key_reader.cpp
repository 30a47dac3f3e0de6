// SPDX-License-Identifier: GPL-3.0-or-later
#include "key_reader.hpp"

#include "duration.hpp"
#include "say.hpp"
#include "time_of_day.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace poise {

namespace {

class KeyReader {
public:
    KeyReader(const SettingKey& key, const toml::node& node, Settings& settings, Problems& problems)
        : key_{key}, node_{node}, settings_{settings}, problems_{problems}, problems_before_{problems.size()} {
        source_.value = place_of(node.source().begin);
    }

    [[nodiscard]] Source source() const {
        Source source = source_;
        source.has_problem = is_bad();
        return source;
    }

    void operator()(const LengthField& field) {
        const auto* text = text_of(node_);
        if (!text) return;
        if (text->empty() && field.least != Least::positive) {
            settings_.*field.member = Duration::zero();
        } else if (text->empty()) {
            wrong(node_, tr("is empty"));
        } else if (const auto length = duration_of(node_, *text, field.least)) {
            settings_.*field.member = *length;
        }
    }

    void operator()(const PostureWindowField&) {
        std::vector<Duration> ends;
        const auto* list = list_of();
        if (!list) return;
        for (const auto& entry : *list) {
            const auto* text = text_of(entry);
            const auto length = text ? duration_of(entry, *text, Least::positive) : std::nullopt;
            if (length) ends.push_back(*length);
        }
        if (is_bad()) return;
        if (ends.empty()) ends = {Duration::zero(), Duration::zero()};
        if (ends.size() != 2) {
            wrong(node_, ends.size() == 1 ? tr("has one entry")
                                          : tr_many("has {count} entry", "has {count} entries",
                                                    static_cast<std::int64_t>(ends.size())));
        } else if (ends[0] > ends[1]) {
            problem(node_, tr("{key}: it begins at {from} and ends at {to} (expected the shorter one first)",
                              {{"key", name()}, {"from", to_toml(ends[0])}, {"to", to_toml(ends[1])}}));
        } else {
            settings_.posture_window_from = ends[0];
            settings_.posture_window_to = ends[1];
        }
    }

    void operator()(const MobilityWindowsField&) {
        std::vector<std::pair<DayWindow, TextPlace>> windows;
        const auto* list = list_of();
        if (!list) return;
        for (const auto& entry : *list) {
            const auto window = window_of(
                entry, [](const DayWindow& w) { return w.from < w.to; },
                mark("{key}: {window} ends before it begins (expected a window of one day)"));
            if (window) windows.emplace_back(*window, place_of(entry.source().begin));
        }
        if (is_bad()) return;
        std::stable_sort(windows.begin(), windows.end(),
                         [](const auto& a, const auto& b) { return a.first.from < b.first.from; });
        settings_.mobility_windows.clear();
        for (const auto& [window, place] : windows) {
            settings_.mobility_windows.push_back(window);
            source_.entries.push_back(place);
        }
    }

    void operator()(const WorkingHoursField&) {
        std::vector<DayWindow> windows;
        const auto add = [&](const toml::node& entry) {
            const auto window = window_of(
                entry, [](const DayWindow& w) { return w.from != w.to; },
                mark("{key}: {window} is empty (expected \"00:00-24:00\" for the whole day)"));
            if (window) windows.push_back(*window);
        };
        if (const auto* list = node_.as_array()) {
            for (const auto& entry : *list) add(entry);
            if (list->empty()) wrong(node_, tr("is empty"));
        } else {
            add(node_);
        }
        if (!is_bad()) settings_.working_hours = std::move(windows);
    }

    void operator()(const WeekdaysField& field) {
        const auto words = words_of(weekday_names);
        if (is_bad()) return;
        Weekdays days;
        for (const auto word : words) days.insert(*parse_weekday(word));
        settings_.*field.member = days;
    }

    void operator()(const CheckinField&) {
        const auto* text = text_of(node_);
        if (!text) return;
        if (text->empty()) {
            settings_.checkin_at.reset();
        } else if (const auto time = parse_time_of_day(*text)) {
            settings_.checkin_at = *time;
        } else {
            about(node_, time.error());
        }
    }

    void operator()(const NumberField& field) {
        const auto* number = node_.as_integer();
        if (!number) return wrong(node_, is(type_of(node_)));
        const auto value = number->get();
        if (value < field.least) return wrong(node_, is(std::to_string(value)));
        if (value > std::numeric_limits<int>::max()) return wrong(node_, tr("is too large"));
        settings_.*field.member = static_cast<int>(value);
    }

    void operator()(const SwitchField& field) {
        const auto* on = node_.as_boolean();
        if (!on) return wrong(node_, is(type_of(node_)));
        settings_.*field.member = on->get();
    }

    void operator()(const WordsField& field) {
        const auto words = words_of(field.known);
        if (is_bad()) return;
        (settings_.*field.member).assign(words.begin(), words.end());
    }

    void operator()(const CountryField&) {
        const auto* text = text_of(node_);
        if (!text) return;
        const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
        const bool is_code = text->size() == 2 && std::all_of(text->begin(), text->end(), is_letter);
        if (!text->empty() && !is_code) return wrong(node_, is(in_backticks(*text)));
        settings_.country = *text;
        for (char& c : settings_.country) c = static_cast<char>(c & ~0x20); // ASCII letters only: upper case
    }

private:
    [[nodiscard]] bool is_bad() const { return problems_.size() > problems_before_; }

    void problem(const toml::node& where, const std::string& what) {
        const auto place = place_of(where.source().begin);
        problems_.push_back({place.line, place.column, what});
    }
    /// With the name of the key in front, by which a form finds its row.
    void about(const toml::node& where, const std::string& what) {
        problem(where, tr("{key}: {problem}", {{"key", name()}, {"problem", what}}));
    }
    /// `what`: "is too large"
    void wrong(const toml::node& where, const std::string& what) {
        problem(where, tr(&where == &node_ ? mark("{key} {problem} (expected {expected})")
                                           : mark("{key}: an entry {problem} (expected {expected})"),
                          {{"key", name()}, {"problem", what}, {"expected", expected_value(key_)}}));
    }
    [[nodiscard]] std::string name() const { return std::string{key_.name}; }
    static std::string is(const std::string& what) { return tr("is {value}", {{"value", what}}); }

    const std::string* text_of(const toml::node& node) {
        if (const auto* text = node.as_string()) return &text->get();
        wrong(node, is(type_of(node)));
        return nullptr;
    }
    const toml::array* list_of() {
        if (const auto* list = node_.as_array()) return list;
        wrong(node_, is(type_of(node_)));
        return nullptr;
    }

    std::optional<Duration> duration_of(const toml::node& where, const std::string& text, Least least) {
        const auto length = parse_duration(text);
        if (!length) {
            about(where, length.error());
        } else if (*length == Duration::zero() && least != Least::zero) {
            wrong(where, tr("is zero"));
        } else {
            return *length;
        }
        return std::nullopt;
    }

    std::optional<DayWindow> window_of(const toml::node& where, bool (*suits)(const DayWindow&),
                                       const char* otherwise) {
        const auto* text = text_of(where);
        if (!text) return std::nullopt;
        const auto window = parse_day_window(*text);
        if (!window) {
            about(where, window.error());
        } else if (!suits(*window)) {
            problem(where, tr(otherwise, {{"key", name()}, {"window", to_clock(*window)}}));
        } else {
            return *window;
        }
        return std::nullopt;
    }

    /// The entries of a list of known words, each once.
    std::vector<std::string_view> words_of(std::span<const std::string_view> known) {
        std::vector<std::string_view> words;
        const auto* list = list_of();
        if (!list) return words;
        for (const auto& entry : *list) {
            const auto* text = text_of(entry);
            if (!text) continue;
            if (std::find(known.begin(), known.end(), *text) == known.end()) {
                const auto meant = did_you_mean(*text, known);
                problem(entry, tr("{key}: unknown entry {entry} ({hint})",
                                  {{"key", name()},
                                   {"entry", in_backticks(*text)},
                                   {"hint", meant.empty() ? tr("expected some of {words}", {{"words", in_a_row(known)}})
                                                          : meant}}));
            } else if (std::find(words.begin(), words.end(), *text) != words.end()) {
                problem(entry, tr("{key}: {entry} stands there twice (expected each entry once)",
                                  {{"key", name()}, {"entry", in_backticks(*text)}}));
            } else {
                words.push_back(*text);
                source_.entries.push_back(place_of(entry.source().begin));
            }
        }
        return words;
    }

    const SettingKey& key_;
    const toml::node& node_;
    Settings& settings_;
    Problems& problems_;
    std::size_t problems_before_;
    Source source_;
};

} // namespace

Source read_key(const SettingKey& key, const toml::node& node, Settings& settings, Problems& problems) {
    KeyReader reader{key, node, settings, problems};
    std::visit(reader, key.field);
    return reader.source();
}

} // namespace poise
