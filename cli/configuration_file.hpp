// SPDX-License-Identifier: GPL-3.0-or-later
// poise.toml as the commands need it: read from the disk, its problems as lines for a person. A person's own file may
// be missing, which means the defaults; a file that was named must be there.
#pragma once

#include "console.hpp"
#include "settings_toml.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace poise {

/// Of the person who runs this; throws Failure where there is no home folder.
[[nodiscard]] std::filesystem::path own_configuration_path();
[[nodiscard]] std::filesystem::path own_journal_path();

struct ConfigurationFile {
    std::filesystem::path path;
    bool exists = false;
    std::optional<Settings> settings;  // nothing: it is refused
    std::vector<std::string> problems; // `file:line:column: problem`
    std::vector<std::string> warnings; // likewise
};
[[nodiscard]] ConfigurationFile read_configuration_file(const std::filesystem::path&);

/// Complains of every problem and warning; false where the file cannot be used.
[[nodiscard]] bool is_usable(const ConfigurationFile&, Console&);

/// "-": standard input. Else the text of the file, or the errno of why there is none.
[[nodiscard]] Result<std::string, int> read_file_or_input(const std::string& file);
/// "FILE: cannot be read: No such file or directory"
[[nodiscard]] std::string unreadable(const std::string& file, int error);

} // namespace poise
