// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings_toml.hpp"

#include "key_reader.hpp"
#include "problem_text.hpp"
#include "relations.hpp"
#include "say.hpp"
#include "setting_keys.hpp"
#include "toml_document.hpp"

#include <algorithm>
#include <iterator>

namespace poise {

namespace {

class SettingsReader {
public:
    void read(const toml::table& root) {
        for (const auto& [name, node] : root) {
            const auto tables = setting_tables();
            if (std::find(tables.begin(), tables.end(), name.str()) == tables.end()) {
                unknown_in_root(name, node);
            } else if (const auto* table = node.as_table()) {
                read_table(name.str(), *table);
            } else {
                problem(name,
                        tr("{name} is {value} (expected the table [{table}])", {{"name", in_backticks(name.str())},
                                                                                {"value", type_of(node)},
                                                                                {"table", std::string{name.str()}}}));
            }
        }
    }

    [[nodiscard]] Result<LoadedSettings> result() && {
        append(problems_, broken_relations(settings_, sources_));
        if (!problems_.empty()) {
            sort_by_place(problems_);
            return Unexpected{std::move(problems_)};
        }
        auto warnings = warnings_about(settings_, sources_);
        sort_by_place(warnings);
        return LoadedSettings{std::move(settings_), std::move(warnings)};
    }

private:
    static void append(Problems& to, Problems from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    }

    void problem(const toml::key& at, std::string what) {
        const auto place = place_of(at.source().begin);
        problems_.push_back({place.line, place.column, std::move(what)});
    }

    void read_table(std::string_view table, const toml::table& keys) {
        for (const auto& [name, node] : keys) {
            if (const auto* key = find_key(table, name.str())) {
                sources_[key->name] = read_key(*key, node, settings_, problems_);
            } else {
                problem(name, tr("unknown key {name} in [{table}] ({hint})", {{"name", in_backticks(name.str())},
                                                                              {"table", std::string{table}},
                                                                              {"hint", hint_for(table, name.str())}}));
            }
        }
    }

    void unknown_in_root(const toml::key& name, const toml::node& node) {
        const auto table = did_you_mean(name.str(), setting_tables());
        if (!table.empty()) return unknown(mark("unknown table {name} ({hint})"), name, table);
        if (!node.is_table()) return unknown(mark("unknown key {name} ({hint})"), name, hint_for("", name.str()));
        unknown(mark("unknown table {name} ({hint})"), name,
                tr("expected one of {words}", {{"words", in_a_row(setting_tables())}}));
    }
    void unknown(const char* text, const toml::key& name, const std::string& hint) {
        problem(name, tr(text, {{"name", in_backticks(name.str())}, {"hint", hint}}));
    }

    Settings settings_;
    Sources sources_;
    Problems problems_;
};

} // namespace

Result<LoadedSettings> load_settings(std::string_view text) {
    const auto root = parse_toml(text);
    if (!root) return Unexpected{root.error()};
    SettingsReader reader;
    reader.read(*root);
    return std::move(reader).result();
}

} // namespace poise
