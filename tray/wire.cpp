// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.hpp"

#include "glib.hpp"

namespace poise::tray {

namespace {

std::string text_at(GVariant* dictionary, const char* key) {
    const char* text = nullptr;
    return g_variant_lookup(dictionary, key, "&s", &text) != FALSE ? text : "";
}

/// A phase that only a newer daemon knows reads as shown: better asked once too often than never.
Phase phase_of(std::string_view text) {
    for (const Phase phase : {Phase::offered, Phase::snoozed, Phase::running}) {
        if (name(phase) == text) return phase;
    }
    return Phase::shown;
}

Variant value_at(GVariant* dictionary, const char* key, const char* type) {
    return Variant{g_variant_lookup_value(dictionary, key, G_VARIANT_TYPE(type))};
}

std::vector<std::string> texts_of(GVariant* array) {
    std::vector<std::string> texts;
    GVariantIter each;
    g_variant_iter_init(&each, array);
    const char* text = nullptr;
    while (g_variant_iter_next(&each, "&s", &text) != FALSE) texts.emplace_back(text);
    return texts;
}

bool flag_at(GVariant* dictionary, const char* key, bool otherwise) {
    const Variant flag = value_at(dictionary, key, "b");
    return flag ? g_variant_get_boolean(flag.get()) != FALSE : otherwise;
}

/// What has dictionaries of its own.
void update_health(DaemonView& view, GVariant* properties) {
    if (const Variant source = value_at(properties, "IdleSource", "a{sv}")) {
        view.sees_pauses = flag_at(source.get(), "works", true);
    }
    if (const Variant journal = value_at(properties, "Journal", "a{sv}")) {
        view.journal_works = text_at(journal.get(), "trouble").empty();
    }
    if (const Variant configuration = value_at(properties, "Configuration", "a{sv}")) {
        const Variant problems = value_at(configuration.get(), "problems", "as");
        view.configuration_is_good = !problems || g_variant_n_children(problems.get()) == 0;
        view.configuration = text_at(configuration.get(), "path");
        view.configuration_exists = flag_at(configuration.get(), "exists", false);
    }
}

} // namespace

void update(DaemonView& view, GVariant* properties) {
    const auto text = [&](const char* key) { return value_at(properties, key, "s"); };
    const auto word = [](const Variant& value) { return std::string_view{g_variant_get_string(value.get(), nullptr)}; };
    if (const Variant version = text("Version")) view.version = word(version);
    if (const Variant presence = text("Presence")) {
        view.presence = parse<Presence>(word(presence)).value_or(Presence::working);
    }
    if (const Variant posture = text("Posture")) {
        view.posture = parse<Posture>(word(posture)).value_or(Posture::sitting);
    }
    if (const Variant holds = value_at(properties, "Holds", "as")) view.holds = texts_of(holds.get());
    if (const Variant until = value_at(properties, "PausedUntil", "x")) {
        view.paused_until = g_variant_get_int64(until.get());
    }
    view.exercise_off = flag_at(properties, "ExerciseOff", view.exercise_off);
    view.introduced = flag_at(properties, "Introduced", view.introduced);
    if (const Variant prompt = value_at(properties, "Prompt", "a{sv}")) view.prompt = read_prompt(prompt.get());
    if (const Variant next = value_at(properties, "Next", "a{sv}")) view.next = read_upcoming(next.get());
    update_health(view, properties);
}

std::string read_text(GVariant* reply) {
    if (g_variant_is_of_type(reply, G_VARIANT_TYPE("(v)")) == FALSE) return "";
    const Variant boxed{g_variant_get_child_value(reply, 0)};
    const Variant value{g_variant_get_variant(boxed.get())};
    const bool is_text = g_variant_is_of_type(value.get(), G_VARIANT_TYPE_STRING) != FALSE;
    return is_text ? g_variant_get_string(value.get(), nullptr) : "";
}

std::optional<OpenPrompt> read_prompt(GVariant* dictionary) {
    gint64 id = 0;
    if (g_variant_lookup(dictionary, "id", "x", &id) == FALSE) return std::nullopt;
    OpenPrompt prompt;
    prompt.id = id;
    prompt.kind = parse<Kind>(text_at(dictionary, "kind"));
    prompt.phase = phase_of(text_at(dictionary, "phase"));
    prompt.title = text_at(dictionary, "title");
    prompt.text = text_at(dictionary, "text");
    prompt.start_label = text_at(dictionary, "start_label");
    guint32 snoozes_left = 0;
    const bool is_told = g_variant_lookup(dictionary, "snoozes_left", "u", &snoozes_left) != FALSE;
    prompt.may_snooze = !is_told || snoozes_left > 0;
    prompt.sound = text_at(dictionary, "sound");
    prompt.end_sound = text_at(dictionary, "end_sound");
    return prompt;
}

std::optional<Upcoming> read_upcoming(GVariant* dictionary) {
    Upcoming next{text_at(dictionary, "kind"), text_at(dictionary, "title"), text_at(dictionary, "text")};
    return next.kind.empty() ? std::nullopt : std::optional{std::move(next)};
}

Notice read_notice(GVariant* arguments) {
    const char* id = nullptr;
    const char* urgency = nullptr;
    const char* text = nullptr;
    gboolean is_private = FALSE;
    g_variant_get(arguments, "(&s&s&sb)", &id, &urgency, &text, &is_private);
    return {id, parse<Urgency>(urgency).value_or(Urgency::normal), text, is_private != FALSE};
}

} // namespace poise::tray
