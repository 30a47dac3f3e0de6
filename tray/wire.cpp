// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire.hpp"

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

} // namespace

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
    return prompt;
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
