// SPDX-License-Identifier: GPL-3.0-or-later
#include "trace_line.hpp"

#include <algorithm>
#include <cmath>

namespace poise {

void TraceLine::complain(const std::string& what) {
    problems_.push_back({number_, 0, what});
    is_good_ = false;
}

std::optional<double> TraceLine::number_at(const char* key, double least, double most) {
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

std::optional<int> TraceLine::scale(const char* key) {
    const auto number = number_at(key, 0, 10);
    if (number && *number != std::floor(*number)) complain(quoted(key) + " is no whole number");
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

std::optional<Duration> TraceLine::seconds(const char* key, double least) {
    const auto number = number_at(key, least, longest_trace_s);
    if (!number) return std::nullopt;
    return Duration{std::llround(*number * 1000)};
}

std::optional<bool> TraceLine::flag(const char* key) {
    const Json* value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_boolean()) {
        complain(quoted(key) + " is neither true nor false");
        return std::nullopt;
    }
    return value->get<bool>();
}

std::optional<std::string> TraceLine::text(const char* key) {
    const Json* value = take(key);
    if (!value) return std::nullopt;
    if (!value->is_string()) {
        complain(quoted(key) + " is no string");
        return std::nullopt;
    }
    return value->get<std::string>();
}

std::optional<std::vector<std::string>> TraceLine::texts(const char* key) {
    const Json* value = take(key);
    if (!value) return std::nullopt;
    const bool all_strings =
        value->is_array() && std::ranges::all_of(*value, [](const Json& item) { return item.is_string(); });
    if (!all_strings) {
        complain(quoted(key) + " is no list of strings");
        return std::nullopt;
    }
    std::vector<std::string> texts;
    for (const Json& item : *value) texts.push_back(item.get<std::string>());
    return texts;
}

std::optional<std::string> TraceLine::one_of(const char* key, const std::vector<std::string>& words) {
    auto word = text(key);
    if (!word || std::ranges::find(words, *word) != words.end()) return word;
    std::string expected;
    for (const auto& each : words) expected += (expected.empty() ? "" : ", ") + each;
    complain("unknown " + quoted(key) + " " + quoted(*word) + " (expected one of " + expected + ")");
    return std::nullopt;
}

const TraceLine::Json* TraceLine::object(const char* key) {
    const Json* value = take(key);
    if (value && !value->is_object()) {
        complain(quoted(key) + " is no object");
        return nullptr;
    }
    return value;
}

void TraceLine::refuse_other_keys() {
    for (const auto& [key, value] : object_.items()) {
        if (!taken_.contains(key)) complain("unknown key " + quoted(key));
    }
}

const TraceLine::Json* TraceLine::take(const char* key) {
    taken_.insert(key);
    const auto found = object_.find(key);
    return found == object_.end() ? nullptr : &*found;
}

} // namespace poise
