// SPDX-License-Identifier: GPL-3.0-or-later
#include "dictionaries.hpp"

#include "compose.hpp"
#include "kept_words.hpp"
#include "utf8.hpp"
#include "variants.hpp"

#include <vector>

namespace poise {

namespace {

std::vector<std::string> ids_of(const std::vector<PromptDrill>& drills) {
    std::vector<std::string> ids;
    for (const auto& each : drills) ids.push_back(each.drill);
    return ids;
}

using WireFinding = sdbus::Struct<std::string, bool, std::string>;

sdbus::Variant findings(const std::vector<Finding>& values) {
    std::vector<WireFinding> wire;
    wire.reserve(values.size());
    for (const auto& [what, works, detail] : values) wire.emplace_back(to_utf8(what), works, to_utf8(detail));
    return sdbus::Variant{wire};
}

} // namespace

Dictionary to_dictionary(const Prompt& prompt, const PromptText& words, const Guide& guide) {
    Dictionary values{
        {"kind", text_variant(name(prompt.kind))},
        {"drills", texts_variant(ids_of(prompt.drills))},
        {"rule", text_variant(prompt.rule)},
        {"length", seconds_variant(prompt.length)},
        {"why", text_variant(retold(prompt.why))},
        {"title", text_variant(words.title)},
        {"text", text_variant(words.text)},
        {"start_label", text_variant(words.start_label)},
        {"parts", sdbus::Variant{parts_of(prompt, guide)}},
        {"change_over", seconds_variant(change_over)},
        {"side_change", seconds_variant(side_change)},
        {"asks_freer", sdbus::Variant{prompt.asks_freer}},
        {"asks_function", sdbus::Variant{prompt.asks_function}},
    };
    if (const Cue* cue = find_cue(guide, prompt.cue)) values.emplace("cue", text_variant(cue->text));
    if (prompt.kind == Kind::workstation_check) {
        values.emplace("points", sdbus::Variant{workstation_points(guide)});
    }
    return values;
}

Dictionary to_dictionary(const PublishedPrompt& open) {
    Dictionary values = to_dictionary(open.prompt, open.text, *open.guide);
    values.emplace("id", sdbus::Variant{open.prompt.id});
    values.emplace("phase", text_variant(name(open.phase)));
    values.emplace("snoozes_left", sdbus::Variant{open.snoozes_left});
    if (!open.sound.empty()) values.emplace("sound", text_variant(open.sound));
    if (!open.end_sound.empty()) values.emplace("end_sound", text_variant(open.end_sound));
    values.emplace("paused", sdbus::Variant{open.paused});
    values.emplace("part", sdbus::Variant{open.part});
    return values;
}

Dictionary to_dictionary(const PublishedNext& next) {
    Dictionary dictionary{{"kind", text_variant(name(next.kind))}};
    if (next.announcement) {
        dictionary.emplace("title", text_variant(next.announcement->title));
        dictionary.emplace("text", text_variant(next.announcement->text));
    }
    return dictionary;
}

Dictionary to_dictionary(const PublishedIdleSource& source) {
    return {
        {"name", text_variant(source.name)},         {"works", sdbus::Variant{source.works}},
        {"since", sdbus::Variant{source.since.utc}}, {"why", text_variant(source.why)},
        {"tried", findings(source.tried)},
    };
}

Dictionary to_dictionary(const PublishedJournal& journal, const std::string& path) {
    return {
        {"path", text_variant(path)},
        {"trouble", text_variant(journal.trouble)},
        {"waiting", sdbus::Variant{journal.waiting}},
        {"dropped", sdbus::Variant{journal.dropped}},
    };
}

Dictionary to_dictionary(const ConfigurationReport& configuration) {
    return {
        {"path", text_variant(configuration.path)},
        {"exists", sdbus::Variant{configuration.exists}},
        {"problems", texts_variant(configuration.problems)},
    };
}

Dictionary to_dictionary(const KindStatus& status, const Moment& now) {
    std::vector<std::string> blocks;
    for (const Block block : status.blocks) blocks.emplace_back(name(block));
    Dictionary kind{
        {"kind", text_variant(name(status.kind))}, {"on", sdbus::Variant{status.on}},
        {"due", sdbus::Variant{status.due}},       {"blocks", sdbus::Variant{blocks}},
        {"rule", text_variant(status.rule)},
    };
    if (status.elapsed) kind.emplace("elapsed", seconds_variant(*status.elapsed));
    if (status.interval) kind.emplace("interval", seconds_variant(*status.interval));
    if (status.next_due) kind.emplace("next_due", sdbus::Variant{utc_seconds(now, *status.next_due)});
    return kind;
}

} // namespace poise
