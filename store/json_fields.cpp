// SPDX-License-Identifier: GPL-3.0-or-later
#include "json_fields.hpp"

#include "poise/iso_time.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace poise {

namespace {

const Json& nothing() {
    static const Json null;
    return null;
}

} // namespace

Json seconds_json(Duration length) {
    if (length % std::chrono::seconds{1} == Duration::zero()) return length / std::chrono::seconds{1};
    return static_cast<double>(length.count()) / 1000.0;
}

Json text_json(const std::string& text) {
    const std::string replaced = Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
    return Json::parse(replaced, nullptr, false);
}

Json texts_json(const std::vector<std::string>& texts) {
    Json list = Json::array();
    for (const auto& text : texts) list.push_back(text_json(text));
    return list;
}

JsonFields::JsonFields(const Json& object, Problems& problems, std::string place)
    : object_{&object}, problems_{&problems}, place_{std::move(place)} {
    if (object.is_object()) return;
    object_ = &nothing();
    problems_->push_back({0, 0, (place_.empty() ? "" : place_ + ": ") + "an object is expected"});
}

const Json& JsonFields::at(std::string_view key) const {
    if (!object_->is_object()) return nothing();
    const auto field = object_->find(std::string{key});
    return field == object_->end() ? nothing() : *field;
}

std::string JsonFields::place_of(std::string_view key) const {
    return place_.empty() ? std::string{key} : place_ + "." + std::string{key};
}

void JsonFields::report(std::string_view key, const std::string& what) {
    if (object_->is_object()) problems_->push_back({0, 0, place_of(key) + ": " + what});
}

bool JsonFields::is_null(std::string_view key) const { return at(key).is_null(); }

std::string JsonFields::text(std::string_view key) {
    const Json& field = at(key);
    if (field.is_string()) return field.get<std::string>();
    report(key, "a text is expected");
    return {};
}

std::vector<std::string> JsonFields::texts(std::string_view key) {
    const Json& field = at(key);
    std::vector<std::string> values;
    if (!field.is_array()) report(key, "a list of texts is expected");
    if (!field.is_array()) return values;
    for (const Json& element : field) {
        if (!element.is_string()) report(key, "a list of texts is expected");
        if (element.is_string()) values.push_back(element.get<std::string>());
    }
    return values;
}

bool JsonFields::are_texts(std::string_view key) const {
    const Json& field = at(key);
    return field.is_array() && std::ranges::all_of(field, [](const Json& element) { return element.is_string(); });
}

std::int64_t JsonFields::integer(std::string_view key) {
    const Json& field = at(key);
    const bool fits = field.is_number_integer() &&
                      !(field.is_number_unsigned() &&
                        field.get<std::uint64_t>() > std::uint64_t{std::numeric_limits<std::int64_t>::max()});
    if (fits) return field.get<std::int64_t>();
    report(key, "a whole number is expected");
    return 0;
}

bool JsonFields::flag(std::string_view key) {
    const Json& field = at(key);
    if (field.is_boolean()) return field.get<bool>();
    report(key, "true or false is expected");
    return false;
}

Duration JsonFields::seconds(std::string_view key) {
    const Json& field = at(key);
    constexpr double limit = 9.0e15; // of milliseconds: doubles are exact up to here, and nobody sits longer
    if (field.is_number()) {
        const double milliseconds = std::round(field.get<double>() * 1000.0);
        if (std::abs(milliseconds) <= limit) return Duration{static_cast<Duration::rep>(milliseconds)};
    }
    report(key, "a number of seconds is expected");
    return {};
}

Day JsonFields::day(std::string_view key) {
    const auto day = parse_iso_day(text(key));
    if (!day) report(key, "a day like 2026-11-23 is expected");
    return day.value_or(Day{});
}

JsonFields JsonFields::object(std::string_view key) { return {at(key), *problems_, place_of(key)}; }

std::vector<JsonFields> JsonFields::objects(std::string_view key) {
    const Json& field = at(key);
    std::vector<JsonFields> elements;
    if (!field.is_array()) {
        report(key, "a list is expected");
        return elements;
    }
    for (std::size_t i = 0; i < field.size(); ++i) {
        elements.emplace_back(field[i], *problems_, place_of(key) + "[" + std::to_string(i) + "]");
    }
    return elements;
}

} // namespace poise
