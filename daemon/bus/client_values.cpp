// SPDX-License-Identifier: GPL-3.0-or-later
#include "client_values.hpp"

namespace poise {

namespace {

template <class T>
std::optional<T> find(const ValueMap& values, const char* key) {
    const auto found = values.find(key);
    if (found == values.end() || !found->second.containsValueOfType<T>()) return std::nullopt;
    return found->second.get<T>();
}
template <class T>
T get(const ValueMap& values, const char* key) {
    return find<T>(values, key).value_or(T{});
}
std::string text(const ValueMap& values, const char* key) { return get<std::string>(values, key); }

std::vector<std::string> texts(const ValueMap& values, const char* key) {
    return get<std::vector<std::string>>(values, key);
}
std::optional<std::chrono::sys_seconds> find_time(const ValueMap& values, const char* key) {
    const auto seconds = find<std::int64_t>(values, key);
    if (!seconds) return std::nullopt;
    return std::chrono::sys_seconds{std::chrono::seconds{*seconds}};
}
std::chrono::sys_seconds time(const ValueMap& values, const char* key) {
    return find_time(values, key).value_or(std::chrono::sys_seconds{});
}
std::optional<Seconds> find_length(const ValueMap& values, const char* key) {
    const auto seconds = find<double>(values, key);
    if (!seconds) return std::nullopt;
    return Seconds{*seconds};
}

PartView to_part_view(const ValueMap& values) {
    PartView view;
    view.id = text(values, "id");
    view.name = text(values, "name");
    view.steps = texts(values, "steps");
    view.progressions = texts(values, "progressions");
    view.breathing = text(values, "breathing");
    view.dose = text(values, "dose");
    view.length = find_length(values, "seconds").value_or(Seconds{});
    view.rule = text(values, "rule");
    view.why = text(values, "why");
    view.source = text(values, "source");
    return view;
}

std::vector<Finding> findings(const ValueMap& values, const char* key) {
    std::vector<Finding> findings;
    for (const auto& finding : get<std::vector<sdbus::Struct<std::string, bool, std::string>>>(values, key)) {
        findings.push_back({std::get<0>(finding), std::get<1>(finding), std::get<2>(finding)});
    }
    return findings;
}

} // namespace

std::optional<PromptView> to_prompt_view(const ValueMap& values) {
    if (values.empty()) return std::nullopt;
    PromptView view;
    view.id = get<std::int64_t>(values, "id");
    view.kind = text(values, "kind");
    view.drills = texts(values, "drills");
    view.rule = text(values, "rule");
    view.length = find_length(values, "length").value_or(Seconds{});
    view.why = text(values, "why");
    view.phase = text(values, "phase");
    view.title = text(values, "title");
    view.text = text(values, "text");
    view.start_label = text(values, "start_label");
    view.snoozes_left = find<std::uint32_t>(values, "snoozes_left");
    for (const auto& part : get<std::vector<ValueMap>>(values, "parts")) view.parts.push_back(to_part_view(part));
    view.cue = text(values, "cue");
    for (const auto& point : get<std::vector<ValueMap>>(values, "points")) {
        view.points.push_back({text(point, "id"), text(point, "question"), text(point, "advice")});
    }
    view.asks_freer = get<bool>(values, "asks_freer");
    view.asks_function = get<bool>(values, "asks_function");
    return view;
}

KindView to_kind_view(const ValueMap& values) {
    KindView view;
    view.kind = text(values, "kind");
    view.on = get<bool>(values, "on");
    view.due = get<bool>(values, "due");
    view.elapsed = find_length(values, "elapsed");
    view.interval = find_length(values, "interval");
    view.next_due = find_time(values, "next_due");
    view.blocks = texts(values, "blocks");
    view.rule = text(values, "rule");
    return view;
}

DaemonView to_daemon_view(const ValueMap& properties) {
    DaemonView view;
    view.version = text(properties, "Version");
    view.presence = text(properties, "Presence");
    view.presence_since = time(properties, "PresenceSince");
    view.posture = text(properties, "Posture");
    view.bout = find_length(properties, "Bout").value_or(Seconds{});
    view.headline = text(properties, "Headline");
    view.prompt = to_prompt_view(get<ValueMap>(properties, "Prompt"));
    view.holds = texts(properties, "Holds");
    const auto paused_until = time(properties, "PausedUntil");
    if (paused_until.time_since_epoch().count() != 0) view.paused_until = paused_until;
    view.exercise_off = get<bool>(properties, "ExerciseOff");
    view.presenters = get<std::uint32_t>(properties, "Presenters");

    const auto source = get<ValueMap>(properties, "IdleSource");
    view.idle_source = {text(source, "name"), get<bool>(source, "works"), time(source, "since"), text(source, "why"),
                        findings(source, "tried")};
    const auto journal = get<ValueMap>(properties, "Journal");
    view.journal = {text(journal, "path"), text(journal, "trouble"), get<std::uint32_t>(journal, "waiting"),
                    get<std::uint32_t>(journal, "dropped")};
    const auto configuration = get<ValueMap>(properties, "Configuration");
    view.configuration = {text(configuration, "path"), get<bool>(configuration, "exists"),
                          texts(configuration, "problems")};
    return view;
}

ValueMap to_answers(const Checkin& checkin) {
    ValueMap answers;
    const auto put_score = [&](const char* key, std::optional<int> score) {
        if (score)
            answers.emplace(key, sdbus::Variant{static_cast<std::int32_t>(*score)}); // the daemon checks its range
    };
    const auto put_word = [&](const char* key, const std::string& word) {
        if (!word.empty()) answers.emplace(key, sdbus::Variant{word});
    };
    put_score("pain", checkin.pain);
    put_score("tension", checkin.tension);
    put_word("region", checkin.region);
    put_word("load", checkin.load);
    put_word("position", checkin.position);
    if (checkin.function) answers.emplace("function", sdbus::Variant{std::string{name(*checkin.function)}});
    if (checkin.tight) answers.emplace("tight", sdbus::Variant{true});
    return answers;
}

} // namespace poise
