// SPDX-License-Identifier: GPL-3.0-or-later
#include "config_edit.hpp"

#include "file_text.hpp"
#include "say.hpp"
#include "setting_keys.hpp"
#include "settings_toml.hpp"
#include "toml_document.hpp"
#include "trimmed.hpp"

#include <algorithm>
#include <cerrno>

namespace poise {

namespace {

Unexpected<Problems> one_problem(std::string what) { return Unexpected{Problems{{0, 0, std::move(what)}}}; }

bool is_quoted(std::string_view text) { return text.starts_with('"') || text.starts_with('\''); }

std::string dotted(const SettingKey& key) { return std::string{key.table} + "." + std::string{key.name}; }

Result<const SettingKey*> named_key(std::string_view dotted_key) {
    const auto dot = dotted_key.find('.');
    const bool has_table = dot != std::string_view::npos;
    const auto table = has_table ? dotted_key.substr(0, dot) : std::string_view{};
    const auto name = has_table ? dotted_key.substr(dot + 1) : dotted_key;
    if (const auto* key = has_table ? find_key(table, name) : find_key(name)) return key;
    return one_problem(
        tr("unknown key {name} ({hint})", {{"name", in_backticks(dotted_key)}, {"hint", hint_for(table, name)}}));
}

/// The words of "tue, fri" as a TOML list.
std::string list_from(std::string_view words) {
    std::string list;
    while (!trimmed(words).empty()) {
        const auto comma = std::min(words.find(','), words.size());
        const auto word = trimmed(words.substr(0, comma));
        list += (list.empty() ? "" : ", ") + (is_quoted(word) ? std::string{word} : in_quotes(word));
        words.remove_prefix(std::min(comma + 1, words.size()));
    }
    return "[" + list + "]";
}

/// What was typed, as one TOML value; whether it suits the key is found out when the text is loaded.
Result<std::string> toml_value(const SettingKey& key, std::string_view typed) {
    typed = trimmed(typed);
    std::string value{typed};
    const bool is_in_brackets = typed.starts_with('[');
    const bool are_several = takes_one_or_several(key) && (is_in_brackets || typed.find(',') != std::string_view::npos);
    if (takes_list(key) || are_several) {
        if (!is_in_brackets) value = list_from(typed);
    } else if (takes_string(key) && !is_quoted(typed)) {
        value = in_quotes(typed);
    }

    // A value must not smuggle in a comment or a second line, which would change what stands around it.
    const std::string line = "x = " + value;
    const auto parsed = parse_toml(line);
    const bool is_whole = parsed && value.find_first_of("\r\n") == std::string::npos && parsed->size() == 1 &&
                          offset_of(line, parsed->begin()->second.source().end) == line.size();
    if (!is_whole)
        return one_problem(
            tr("{key}: {value} is no value (expected {expected})",
               {{"key", dotted(key)}, {"value", in_backticks(typed)}, {"expected", expected_value(key)}}));
    return value;
}

/// A text that is being edited; all it knows of TOML comes from the tree that was read from it.
class Edit {
public:
    Edit(std::string_view text, const toml::table& root) : text_{text}, root_{root} {}

    [[nodiscard]] std::string set(const SettingKey& key, const std::string& value) && {
        const auto* table_node = root_.get(key.table);
        if (!table_node) {
            append_table(key, value);
        } else if (const auto* table = table_node->as_table()) {
            if (const auto* node = table->get(key.name)) {
                replace(*node, value);
            } else {
                add(*table, key, value);
            }
        }
        return std::move(text_);
    }

private:
    [[nodiscard]] std::size_t begin_of(const toml::node& node) const { return offset_of(text_, node.source().begin); }
    [[nodiscard]] std::size_t end_of(const toml::node& node) const { return offset_of(text_, node.source().end); }

    [[nodiscard]] std::string line_end() const {
        const auto first = text_.find('\n');
        return first != std::string::npos && first > 0 && text_[first - 1] == '\r' ? "\r\n" : "\n";
    }

    void replace(const toml::node& node, const std::string& value) {
        // Where a table or a list of tables has the key's name, its value is no single place in the text: the text is
        // left to be refused for that.
        const auto* table = node.as_table();
        if ((table && !table->is_inline()) || node.is_array_of_tables()) return;
        const auto begin = begin_of(node);
        text_.replace(begin, end_of(node) - begin, value);
    }

    void add(const toml::table& table, const SettingKey& key, const std::string& value) {
        const std::string name{key.name};
        if (table.is_inline()) return add_inline(table, name + " = " + value);
        const bool has_header = text_.compare(begin_of(table), 1, "[") == 0;
        add_line_after(last_line_of(table), (has_header ? name : dotted(key)) + " = " + value);
    }

    /// Before the closing brace, and the blanks before that.
    void add_inline(const toml::table& table, const std::string& pair) {
        auto at = end_of(table) - 1;
        while (text_[at - 1] == ' ' || text_[at - 1] == '\t') --at;
        text_.insert(at, table.empty() ? " " + pair : ", " + pair);
    }

    /// Any place in the line of a table's last value, or of its header where it has none yet.
    [[nodiscard]] std::size_t last_line_of(const toml::table& table) const {
        auto last = begin_of(table);
        for (const auto& [name, node] : table) {
            if (!node.is_table() || node.as_table()->is_inline()) last = std::max(last, end_of(node) - 1);
        }
        return last;
    }

    /// Indented like the line at `place`.
    void add_line_after(std::size_t place, const std::string& line) {
        const auto begin = text_.rfind('\n', place) + 1; // npos + 1 is the beginning of the text
        const auto indentation = text_.substr(begin, text_.find_first_not_of(" \t", begin) - begin);
        const auto end = text_.find('\n', place);
        if (end == std::string::npos) {
            text_ += line_end() + indentation + line;
        } else {
            text_.insert(end + 1, indentation + line + line_end());
        }
    }

    void append_table(const SettingKey& key, const std::string& value) {
        const auto newline = line_end();
        const bool is_blank = text_.size() == offset_of(text_, {1, 1}); // but for a byte order mark
        if (!is_blank && !text_.ends_with('\n')) text_ += newline;
        if (!is_blank) text_ += newline;
        text_ += "[" + std::string{key.table} + "]" + newline + std::string{key.name} + " = " + value + newline;
    }

    std::string text_;
    const toml::table& root_;
};

} // namespace

Result<std::string> set_value(std::string_view text, std::string_view dotted_key, std::string_view value_text) {
    const auto key = named_key(dotted_key);
    if (!key) return Unexpected{key.error()};
    const auto value = toml_value(**key, value_text);
    if (!value) return Unexpected{value.error()};
    const auto root = parse_toml(text);
    if (!root) return Unexpected{root.error()};
    auto edited = Edit{text, *root}.set(**key, *value);
    const auto loaded = load_settings(edited);
    if (!loaded) return Unexpected{loaded.error()};
    return edited;
}

Problems set_in_file(const std::filesystem::path& path, std::string_view dotted_key, std::string_view value_text) {
    const auto text = read_file(path);
    if (!text && text.error() != ENOENT) {
        return {unreadable(text.error())};
    }
    auto edited = set_value(text ? *text : "", dotted_key, value_text);
    if (!edited) return edited.error();
    constexpr mode_t for_everybody = 0666; // less the umask
    make_folders(path.parent_path());
    replace_file(path, *edited, for_everybody);
    return {};
}

} // namespace poise
