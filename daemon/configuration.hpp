// SPDX-License-Identifier: GPL-3.0-or-later
// The person's poise.toml as the daemon sees it: read at the start and whenever it is asked to be read again. A bad
// file changes nothing: the settings in force stay, and every problem is reported.
#pragma once

#include "poise/settings.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace poise {

class Configuration {
public:
    /// Reads it at once: with a bad file, the defaults are in force.
    explicit Configuration(std::filesystem::path file);

    /// Reads the file again; no file means the defaults. True if the settings in force are others now.
    bool read();

    /// Writes one setting into the file, which keeps the rest of its text; why it was refused, one problem a line. What
    /// was written counts when it has been read again.
    [[nodiscard]] std::vector<std::string> set(const std::string& key, const std::string& value) const;

    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const std::filesystem::path& file() const { return file_; }
    [[nodiscard]] bool exists() const { return exists_; }
    /// Why what the file says is not in force, one a line; and what is in force but outside the guidance.
    [[nodiscard]] const std::vector<std::string>& problems() const { return problems_; }
    [[nodiscard]] const std::vector<std::string>& warnings() const { return warnings_; }

private:
    std::filesystem::path file_;
    Settings settings_;
    bool exists_ = false;
    std::vector<std::string> problems_;
    std::vector<std::string> warnings_;
};

} // namespace poise
