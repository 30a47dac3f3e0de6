// SPDX-License-Identifier: GPL-3.0-or-later
#include "strict_json.hpp"

#include "say.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace poise {

namespace {

using Json = nlohmann::ordered_json;

/// Letters, digits and what keys are made of; a stranger's key may hold anything.
std::string harmless(std::string_view key) {
    std::string text{key.substr(0, 40)};
    std::ranges::replace_if(
        text, [](char byte) { return byte < ' ' || byte > '~'; }, '?');
    return text;
}

[[noreturn]] void refuse(const char* key) {
    throw UntrustedJson{tr("{key} is missing or not what it should be", {{"key", key}})};
}

} // namespace

Json parse_strictly(std::string_view text, int deepest) {
    std::vector<std::set<std::string>> open; // the keys of the objects around
    const auto watch = [&open, deepest](int depth, Json::parse_event_t event, Json& parsed) {
        using Event = Json::parse_event_t;
        if ((event == Event::object_start || event == Event::array_start) && depth >= deepest)
            throw UntrustedJson{tr("it is nested too deeply")};
        if (event == Event::object_start) open.emplace_back();
        if (event == Event::object_end) open.pop_back();
        if (event == Event::key && !open.back().insert(parsed.get<std::string>()).second)
            throw UntrustedJson{tr("the key {key} stands there twice", {{"key", harmless(parsed.get<std::string>())}})};
        return true;
    };
    try {
        Json json = Json::parse(text, watch);
        if (!json.is_object()) throw UntrustedJson{tr("it is no JSON object")};
        return json;
    } catch (const Json::exception&) {
        throw UntrustedJson{tr("it is no JSON object")};
    }
}

StrictFields::StrictFields(const Json& object) : object_{&object} {
    if (!object.is_object()) throw UntrustedJson{tr("it is no JSON object")};
}

bool StrictFields::has(const char* key) const { return object_->contains(key); }

bool StrictFields::is_null(const char* key) const { return has(key) && object_->at(key).is_null(); }

const Json& StrictFields::any(const char* key) {
    if (!has(key)) refuse(key);
    asked_.emplace_back(key);
    return object_->at(key);
}

int StrictFields::integer(const char* key) {
    const Json& value = any(key);
    if (!value.is_number_integer()) refuse(key);
    const bool huge = value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<int>::max();
    const auto number = huge ? -1 : value.get<std::int64_t>();
    if (huge || number < std::numeric_limits<int>::min() || number > std::numeric_limits<int>::max()) refuse(key);
    return static_cast<int>(number);
}

bool StrictFields::flag(const char* key) {
    const Json& value = any(key);
    if (!value.is_boolean()) refuse(key);
    return value.get<bool>();
}

std::string StrictFields::text(const char* key) {
    const Json& value = any(key);
    if (!value.is_string()) refuse(key);
    return value.get<std::string>();
}

StrictFields StrictFields::object(const char* key) {
    const Json& value = any(key);
    if (!value.is_object()) refuse(key);
    return StrictFields{value};
}

void StrictFields::pass(const char* key) { asked_.emplace_back(key); }

void StrictFields::done() const {
    for (const auto& [key, value] : object_->items()) {
        if (std::ranges::find(asked_, key) == asked_.end())
            throw UntrustedJson{tr("unknown key {key}", {{"key", harmless(key)}})};
    }
}

} // namespace poise
