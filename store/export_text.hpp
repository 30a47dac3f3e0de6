// SPDX-License-Identifier: GPL-3.0-or-later
// `poise export` as text: a header that names schema and version, then one fact a line, in the order of recording. What
// is read back says exactly what was written, so that an export of an import is the same file byte for byte. Sealed
// facts (R5, F1: red flags, driver, check-ins) leave the journal only where somebody asks for them by name.
#pragma once

#include "poise/fact.hpp"
#include "poise/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

enum class Sealed { left_out, included };

/// With its line end, as is the next.
[[nodiscard]] std::string export_header(Sealed);
[[nodiscard]] std::string export_line(const Fact&);

/// The fact without what is sealed in it, or nothing where all of it is.
[[nodiscard]] std::optional<Fact> without_sealed(const Fact&);

/// Every problem with its line; no fact where there is any.
[[nodiscard]] Result<std::vector<Fact>> parse_export(std::string_view);

} // namespace poise
