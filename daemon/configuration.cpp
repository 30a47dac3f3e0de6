// SPDX-License-Identifier: GPL-3.0-or-later
#include "configuration.hpp"

#include "config_edit.hpp"
#include "file_text.hpp"
#include "problem_text.hpp"
#include "settings_toml.hpp"

#include <cerrno>
#include <stdexcept>

namespace poise {

namespace {

std::vector<std::string> to_lines(const std::filesystem::path& file, const Problems& problems) {
    std::vector<std::string> lines;
    for (const Problem& problem : problems) lines.push_back(to_line(file.string(), problem));
    return lines;
}

} // namespace

Configuration::Configuration(std::filesystem::path file) : file_{std::move(file)} { read(); }

bool Configuration::read() {
    const Settings before = settings_;
    problems_.clear();
    std::error_code error;
    exists_ = std::filesystem::exists(file_, error);
    if (!exists_ && !error) {
        warnings_.clear();
        settings_ = Settings{};
        return !(settings_ == before);
    }
    const auto text = read_file(file_);
    if (!text) {
        problems_ = to_lines(file_, {unreadable(text.error())});
        return false;
    }
    auto loaded = load_settings(*text);
    if (!loaded) {
        problems_ = to_lines(file_, loaded.error());
        return false;
    }
    warnings_ = to_lines(file_, loaded->warnings);
    settings_ = loaded->settings;
    return !(settings_ == before);
}

std::vector<std::string> Configuration::set(const std::string& key, const std::string& value) const {
    constexpr mode_t for_everybody = 0666; // less the umask
    const auto text = read_file(file_);
    if (!text && text.error() != ENOENT) return to_lines(file_, {unreadable(text.error())});
    const auto edited = set_value(text ? *text : "", key, value);
    if (!edited) return to_lines(file_, edited.error());
    try {
        make_folders(file_.parent_path());
        replace_file(file_, *edited, for_everybody);
    } catch (const std::runtime_error& error) {
        return {error.what()};
    }
    return {};
}

} // namespace poise
