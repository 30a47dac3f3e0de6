// SPDX-License-Identifier: GPL-3.0-or-later
// JSON from somebody who may mean harm. Whatever a careless reader would forgive is refused: a key that stands there
// twice, a depth that no record has, a number that is not whole, a key that nobody asked for. Nothing throws but
// UntrustedJson, whose reason is for a person and safe for a terminal.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

class UntrustedJson : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline constexpr int deepest_json = 4;
inline constexpr int any_depth = std::numeric_limits<int>::max(); // nothing but a test asks for it

/// An object with doubled keys, deep nesting or anything behind it throws.
[[nodiscard]] nlohmann::ordered_json parse_strictly(std::string_view text, int deepest = deepest_json);

/// The keys of one object, each asked for once; `done` throws where there was another.
class StrictFields {
public:
    explicit StrictFields(const nlohmann::ordered_json& object);

    [[nodiscard]] bool has(const char* key) const;
    [[nodiscard]] bool is_null(const char* key) const; // missing is not null
    [[nodiscard]] int integer(const char* key);
    [[nodiscard]] bool flag(const char* key);
    [[nodiscard]] std::string text(const char* key);
    [[nodiscard]] const nlohmann::ordered_json& any(const char* key);
    [[nodiscard]] StrictFields object(const char* key);
    /// Read, and of no interest.
    void pass(const char* key);
    void done() const;

private:
    const nlohmann::ordered_json* object_;
    std::vector<std::string> asked_;
};

} // namespace poise
