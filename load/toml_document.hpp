// SPDX-License-Identifier: GPL-3.0-or-later
// The door to toml++: a text goes in, a tree or its first syntax error comes out, and never an exception. The library
// puts no bound on how deep dotted keys nest, and takes its trees down by recursion; hence the bounds here, far above
// any file that a person writes.
#pragma once

#include "poise/result.hpp"
#include "problem_text.hpp"
#include "toml_plus_plus.hpp"

#include <cstddef>
#include <string_view>

namespace poise {

inline constexpr std::size_t largest_document = std::size_t{256} * 1024; // bytes
inline constexpr std::ptrdiff_t most_dots = 4000;

[[nodiscard]] Result<toml::table> parse_toml(std::string_view text);

[[nodiscard]] TextPlace place_of(const toml::source_position&);

/// Where in the bytes of the text a place is.
[[nodiscard]] std::size_t offset_of(std::string_view text, const toml::source_position&);

/// "a whole number", for people
[[nodiscard]] std::string type_of(const toml::node&);

/// A TOML string that holds this text.
/// Not quoted(): std::string would bring std::quoted, which <chrono> includes from g++ 14 on.
[[nodiscard]] std::string in_quotes(std::string_view text);

} // namespace poise
