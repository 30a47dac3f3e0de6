// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the value of one key into Settings, or says everything that is wrong with it. Each value is judged by itself
// here; what it must be to others is for relations.hpp.
#pragma once

#include "relations.hpp"
#include "setting_keys.hpp"
#include "toml_document.hpp"

namespace poise {

/// Leaves the setting as it is where the value has a problem.
[[nodiscard]] Source read_key(const SettingKey&, const toml::node&, Settings&, Problems&);

} // namespace poise
