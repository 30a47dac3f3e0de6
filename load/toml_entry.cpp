// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml_entry.hpp"

#include <algorithm>

namespace poise {

namespace {

/// Tables that a dotted key makes have no place of their own.
TextPlace known_place(const toml::node& node) {
    const auto place = place_of(node.source().begin);
    return place.line > 0 ? place : TextPlace{1, 1};
}

} // namespace

std::vector<std::string> without_places(std::vector<PlacedText> placed) {
    std::vector<std::string> texts;
    for (auto& each : placed) texts.push_back(std::move(each.text));
    return texts;
}

TomlEntry::TomlEntry(const toml::table& table, std::string subject, Problems& problems)
    : table_{table}, subject_{std::move(subject)}, problems_{problems} {}

TextPlace TomlEntry::place() const { return known_place(table_); }

TextPlace TomlEntry::place(std::string_view key) const {
    const auto* value = table_.get(key);
    return value ? known_place(*value) : place();
}

const toml::node* TomlEntry::node(std::string_view key) {
    asked_for_.push_back(key);
    return table_.get(key);
}

std::string TomlEntry::text(std::string_view key, Need need) {
    const auto* value = node(key);
    if (!value) {
        if (need == Need::required) problem(place(), "lacks " + in_backticks(key));
        return {};
    }
    const auto* text = value->as_string();
    if (!text) {
        wrong_type(*value, key, "a text");
    } else if (text->get().empty() && need == Need::required) {
        problem(place(key), in_backticks(key) + " is empty (expected a text)");
    }
    return text ? text->get() : "";
}

std::vector<PlacedText> TomlEntry::texts(std::string_view key, Need need) {
    const auto* value = node(key);
    if (!value) {
        if (need == Need::required) problem(place(), "lacks " + in_backticks(key));
        return {};
    }
    const auto* list = value->as_array();
    if (!list) {
        wrong_type(*value, key, "a list of texts");
        return {};
    }
    if (list->empty() && need == Need::required) {
        problem(place(key), in_backticks(key) + " is empty (expected a list of texts)");
    }
    std::vector<PlacedText> texts;
    for (const auto& entry : *list) {
        const auto* text = entry.as_string();
        if (!text) {
            wrong_type(entry, key, "a list of texts");
        } else if (text->get().empty()) {
            problem(known_place(entry), in_backticks(key) + " has an empty entry (expected a text)");
        } else {
            texts.push_back({text->get(), known_place(entry)});
        }
    }
    return texts;
}

std::vector<PlacedText> TomlEntry::texts(std::string_view key, std::span<const std::string_view> known, Need need) {
    std::vector<PlacedText> taken;
    for (auto& each : texts(key, need)) {
        if (std::ranges::find(known, each.text) == known.end()) {
            unknown_word(each.place, key, each.text, known);
        } else if (std::ranges::find(taken, each.text, &PlacedText::text) != taken.end()) {
            problem(each.place, in_backticks(key) + ": " + in_backticks(each.text) +
                                    " stands there twice (expected each entry once)");
        } else {
            taken.push_back(std::move(each));
        }
    }
    return taken;
}

bool TomlEntry::flag(std::string_view key) {
    const auto* value = node(key);
    if (!value) return false;
    if (const auto* flag = value->as_boolean()) return flag->get();
    wrong_type(*value, key, "true or false");
    return false;
}

const toml::table* TomlEntry::table(std::string_view key) {
    const auto* value = node(key);
    if (!value) {
        problem(place(), "lacks " + in_backticks(key));
        return nullptr;
    }
    const auto* table = value->as_table();
    if (!table) wrong_type(*value, key, "a table");
    return table;
}

std::vector<const toml::table*> TomlEntry::tables(std::string_view key, Need need) {
    const auto* value = node(key);
    if (!value) {
        if (need == Need::required) problem(place(), "lacks " + in_backticks(key));
        return {};
    }
    const auto* list = value->as_array();
    if (!list) {
        wrong_type(*value, key, "a list of tables");
        return {};
    }
    std::vector<const toml::table*> tables;
    for (const auto& entry : *list) {
        if (const auto* table = entry.as_table()) {
            tables.push_back(table);
        } else {
            wrong_type(entry, key, "a list of tables");
        }
    }
    return tables;
}

void TomlEntry::problem(TextPlace where, const std::string& what) {
    problems_.push_back({where.line, where.column, subject_.empty() ? what : subject_ + ": " + what});
}

void TomlEntry::wrong_type(const toml::node& value, std::string_view key, std::string_view expected) {
    problem(known_place(value),
            in_backticks(key) + " is or holds " + type_of(value) + " (expected " + std::string{expected} + ")");
}

void TomlEntry::unknown_word(TextPlace where, std::string_view key, std::string_view word,
                             std::span<const std::string_view> known) {
    const auto meant = did_you_mean(word, known);
    problem(where, in_backticks(key) + ": unknown word " + in_backticks(word) + " (" +
                       (meant.empty() ? "expected one of " + in_a_row(known) : meant) + ")");
}

void TomlEntry::refuse_other_keys() {
    for (const auto& [key, value] : table_) {
        if (std::ranges::find(asked_for_, key.str()) != asked_for_.end()) continue;
        const auto meant = did_you_mean(key.str(), asked_for_);
        const auto begin = place_of(key.source().begin);
        problem(begin.line > 0 ? begin : place(),
                "unknown key " + in_backticks(key.str()) + " (" +
                    (meant.empty() ? "expected one of " + in_a_row(asked_for_) : meant) + ")");
    }
}

} // namespace poise
