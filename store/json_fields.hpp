// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the fields of a JSON object that came from outside. Nothing throws: a field that is missing or not what it
// should be becomes a Problem that says which field it is, and its value a harmless one, so that one reading finds
// every problem.
#pragma once

#include "poise/result.hpp"
#include "poise/time.hpp"
#include "poise/words.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

using Json = nlohmann::ordered_json;

/// Whole seconds as an integer, others with their milliseconds.
[[nodiscard]] Json seconds_json(Duration);
/// Text with whatever is not UTF-8 replaced.
[[nodiscard]] Json text_json(const std::string&);
[[nodiscard]] Json texts_json(const std::vector<std::string>&);

class JsonFields {
public:
    JsonFields(const Json& object, Problems& problems, std::string place = {});

    [[nodiscard]] bool is_null(std::string_view key) const; // or missing
    [[nodiscard]] std::string text(std::string_view key);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);
    /// Whether it is a list of nothing but texts.
    [[nodiscard]] bool are_texts(std::string_view key) const;
    [[nodiscard]] std::int64_t integer(std::string_view key);
    [[nodiscard]] bool flag(std::string_view key);
    [[nodiscard]] Duration seconds(std::string_view key);
    [[nodiscard]] Day day(std::string_view key);
    [[nodiscard]] JsonFields object(std::string_view key);
    /// The objects of an array.
    [[nodiscard]] std::vector<JsonFields> objects(std::string_view key);

    template <class Word>
    [[nodiscard]] Word word(std::string_view key) {
        const std::string spelled = text(key);
        const auto value = parse<Word>(spelled);
        if (!value) report(key, "\"" + spelled + "\" is not one of its words");
        return value.value_or(Word{});
    }

    void report(std::string_view key, const std::string& what);

private:
    [[nodiscard]] const Json& at(std::string_view key) const;
    [[nodiscard]] std::string place_of(std::string_view key) const;

    const Json* object_;
    Problems* problems_;
    std::string place_;
};

} // namespace poise
