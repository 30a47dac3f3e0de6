// SPDX-License-Identifier: GPL-3.0-or-later
// poise.toml to Settings and back. A file is taken whole or not at all: either every value in it can be scheduled by,
// or all of its problems are returned, in the order of the file (a syntax error hides what is behind it, and comes
// alone). Warnings do not keep a file from being taken: they name the rule of the guidance that a value leaves.
#pragma once

#include "poise/result.hpp"
#include "poise/settings.hpp"

#include <string>
#include <string_view>

namespace poise {

struct SettingKey;

struct LoadedSettings {
    Settings settings;
    Problems warnings;
};

/// What the text does not mention keeps its default.
[[nodiscard]] Result<LoadedSettings> load_settings(std::string_view text);

/// One value as TOML.
[[nodiscard]] std::string value_of(const SettingKey&, const Settings&);

/// Every key with its value, its rule and whether that is the default, as TOML that loads back to the same Settings.
[[nodiscard]] std::string show_settings(const Settings&);

} // namespace poise
