// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemon_calls.hpp"

#include <algorithm>

namespace poise::coach {

namespace {

template <class T>
std::optional<T> find(const Dictionary& values, const char* key) {
    const auto found = values.find(key);
    if (found == values.end()) return std::nullopt;
    Glib::VariantBase value = found->second;
    // The same value stands in a box of its own where it comes from within another dictionary.
    if (value.is_of_type(Glib::VARIANT_TYPE_VARIANT)) {
        value = Glib::VariantBase::cast_dynamic<Glib::Variant<Glib::VariantBase>>(value).get();
    }
    if (!value.is_of_type(Glib::Variant<T>::variant_type())) return std::nullopt;
    return Glib::VariantBase::cast_dynamic<Glib::Variant<T>>(value).get();
}

std::string text(const Dictionary& values, const char* key) { return find<Glib::ustring>(values, key).value_or(""); }

std::vector<std::string> texts(const Dictionary& values, const char* key) {
    const auto found = find<std::vector<Glib::ustring>>(values, key).value_or(std::vector<Glib::ustring>{});
    return {found.begin(), found.end()};
}

constexpr double longest_s = 24.0 * 60 * 60; // of anything in a break; a figure beyond it is a mistake

Duration length(const Dictionary& values, const char* key, Duration otherwise = {}) {
    const auto seconds = find<double>(values, key);
    if (!seconds || !(*seconds >= 0 && *seconds <= longest_s)) return otherwise;
    return std::chrono::duration_cast<Duration>(std::chrono::duration<double>{*seconds});
}

int count(const Dictionary& values, const char* key, int otherwise) {
    constexpr guint32 most = 1000;
    const auto number = find<guint32>(values, key);
    return number ? static_cast<int>(std::min(*number, most)) : otherwise;
}

Part read_part(const Dictionary& values) {
    Part part;
    part.drill = text(values, "id");
    part.name = text(values, "name");
    part.steps = texts(values, "steps");
    part.ways = texts(values, "progressions");
    part.breathing = text(values, "breathing");
    part.dose = text(values, "dose");
    part.picture = text(values, "picture");
    part.alt = text(values, "alt");
    part.rule = text(values, "rule");
    part.hold = length(values, "hold");
    part.reps = count(values, "reps", 0);
    part.breaths = count(values, "breaths", 0);
    part.rounds = count(values, "rounds", 1);
    part.each_side = count(values, "sides", 1) > 1;
    part.rep_time = length(values, "rep_time", part.rep_time);
    part.breath_time = length(values, "breath_time", part.breath_time);
    part.round_rest = length(values, "round_rest");
    return part;
}

} // namespace

std::optional<RunningBreak> read_break(const Glib::VariantBase& dictionary) {
    if (!dictionary.is_of_type(Glib::Variant<Dictionary>::variant_type())) return std::nullopt;
    const auto values = Glib::VariantBase::cast_dynamic<Glib::Variant<Dictionary>>(dictionary).get();
    const auto id = find<gint64>(values, "id");
    if (!id) return std::nullopt;
    RunningBreak running;
    running.id = *id;
    running.kind = text(values, "kind");
    running.phase = text(values, "phase");
    running.title = text(values, "title");
    running.text = text(values, "text");
    running.length = length(values, "length");
    running.is_paused = find<bool>(values, "paused").value_or(false);
    running.part = static_cast<std::size_t>(count(values, "part", 0));
    for (const auto& part : find<std::vector<Dictionary>>(values, "parts").value_or(std::vector<Dictionary>{})) {
        running.parts.push_back(read_part(part));
    }
    return running;
}

} // namespace poise::coach
