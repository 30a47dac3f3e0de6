// SPDX-License-Identifier: GPL-3.0-or-later
#include "dictionaries.hpp"

#include "utf8.hpp"

#include <vector>

namespace poise {

namespace {

sdbus::Variant text(std::string_view value) { return sdbus::Variant{to_utf8(value)}; }

sdbus::Variant texts(const std::vector<std::string>& values) {
    std::vector<std::string> clean;
    clean.reserve(values.size());
    for (const auto& value : values) clean.push_back(to_utf8(value));
    return sdbus::Variant{clean};
}

std::vector<std::string> ids_of(const std::vector<PromptDrill>& drills) {
    std::vector<std::string> ids;
    for (const auto& each : drills) ids.push_back(each.drill);
    return ids;
}

} // namespace

double to_seconds(Duration length) { return std::chrono::duration<double>(length).count(); }

Dictionary to_dictionary(const PublishedPrompt& open) {
    const Prompt& prompt = open.prompt;
    return {
        {"id", sdbus::Variant{prompt.id}},
        {"kind", text(name(prompt.kind))},
        {"drills", texts(ids_of(prompt.drills))},
        {"rule", text(prompt.rule)},
        {"length", sdbus::Variant{to_seconds(prompt.length)}},
        {"why", text(prompt.why)},
        {"phase", text(name(open.phase))},
        {"title", text(open.text.title)},
        {"text", text(open.text.text)},
        {"start_label", text(open.text.start_label)},
        {"snoozes_left", sdbus::Variant{open.snoozes_left}},
    };
}

Dictionary to_dictionary(const PublishedIdleSource& source) {
    return {
        {"name", text(source.name)},
        {"works", sdbus::Variant{source.works}},
        {"since", sdbus::Variant{source.since.utc}},
        {"why", text(source.why)},
    };
}

Dictionary to_dictionary(const PublishedJournal& journal, const std::string& path) {
    return {
        {"path", text(path)},
        {"trouble", text(journal.trouble)},
        {"waiting", sdbus::Variant{journal.waiting}},
        {"dropped", sdbus::Variant{journal.dropped}},
    };
}

Dictionary to_dictionary(const ConfigurationReport& configuration) {
    return {
        {"path", text(configuration.path)},
        {"exists", sdbus::Variant{configuration.exists}},
        {"problems", texts(configuration.problems)},
    };
}

Dictionary to_dictionary(const KindStatus& status, const Moment& now) {
    std::vector<std::string> blocks;
    for (const Block block : status.blocks) blocks.emplace_back(name(block));
    Dictionary kind{
        {"kind", text(name(status.kind))},  {"on", sdbus::Variant{status.on}}, {"due", sdbus::Variant{status.due}},
        {"blocks", sdbus::Variant{blocks}}, {"rule", text(status.rule)},
    };
    if (status.elapsed) kind.emplace("elapsed", sdbus::Variant{to_seconds(*status.elapsed)});
    if (status.interval) kind.emplace("interval", sdbus::Variant{to_seconds(*status.interval)});
    if (status.next_due) kind.emplace("next_due", sdbus::Variant{utc_seconds(now, *status.next_due)});
    return kind;
}

} // namespace poise
