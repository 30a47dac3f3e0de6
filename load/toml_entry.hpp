// SPDX-License-Identifier: GPL-3.0-or-later
// One table of a file with many like it, under reading: values are taken from it key by key, what is wrong with them is
// noted with its place, and in the end whatever was not asked for is refused. What could not be read is empty; the
// problems decide whether anybody ever sees it.
#pragma once

#include "toml_document.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace poise {

enum class Need { required, optional };

struct PlacedText {
    std::string text;
    TextPlace place;
};
[[nodiscard]] std::vector<std::string> without_places(std::vector<PlacedText>);

/// The words of an enumeration, from its first to `last`.
template <class Word>
[[nodiscard]] std::vector<std::string_view> words_up_to(Word last) {
    std::vector<std::string_view> words;
    for (int i = 0; i <= static_cast<int>(last); ++i) words.push_back(name(static_cast<Word>(i)));
    return words;
}

class TomlEntry {
public:
    /// Problems begin with `subject`: "drill `E2`". The table must outlive its entry.
    TomlEntry(const toml::table& table, std::string subject, Problems& problems);

    [[nodiscard]] TextPlace place() const;
    /// Of the key's value, or of the table where it lacks the key.
    [[nodiscard]] TextPlace place(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return table_.contains(key); }
    [[nodiscard]] const std::string& subject() const { return subject_; }
    [[nodiscard]] Problems& problems() { return problems_; }

    [[nodiscard]] std::string text(std::string_view key, Need = Need::required);
    [[nodiscard]] std::vector<PlacedText> texts(std::string_view key, Need = Need::required);
    /// Only these, each once.
    [[nodiscard]] std::vector<PlacedText> texts(std::string_view key, std::span<const std::string_view> known, Need);
    [[nodiscard]] bool flag(std::string_view key);
    [[nodiscard]] const toml::table* table(std::string_view key);
    [[nodiscard]] std::vector<const toml::table*> tables(std::string_view key, Need = Need::optional);
    /// Whatever is there.
    [[nodiscard]] const toml::node* node(std::string_view key);

    template <class Word>
    [[nodiscard]] std::optional<Word> word(std::string_view key, Word last) {
        const auto spelled = text(key);
        if (spelled.empty()) return std::nullopt;
        const auto word = parse<Word>(spelled);
        if (!word) unknown_word(place(key), key, spelled, words_up_to(last));
        return word;
    }
    template <class Word>
    [[nodiscard]] std::vector<Word> words(std::string_view key, Word last, Need need) {
        std::vector<Word> words;
        for (const auto& each : texts(key, words_up_to(last), need)) words.push_back(*parse<Word>(each.text));
        return words;
    }

    void problem(TextPlace, const std::string& what);
    void wrong_type(const toml::node&, std::string_view key, std::string_view expected);
    void unknown_word(TextPlace, std::string_view key, std::string_view word, std::span<const std::string_view> known);
    void refuse_other_keys();

private:
    const toml::table& table_;
    std::string subject_;
    Problems& problems_;
    std::vector<std::string_view> asked_for_;
};

} // namespace poise
