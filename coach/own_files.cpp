// SPDX-License-Identifier: GPL-3.0-or-later
#include "own_files.hpp"

#include "file_text.hpp"
#include "settings_toml.hpp"
#include "xdg_paths.hpp"

namespace poise::coach {

Settings settings_in_force() {
    const auto path = configuration_path();
    const auto text = path ? read_file(*path) : Result<std::string, int>{""};
    const auto loaded = load_settings(text ? *text : "");
    return loaded ? loaded->settings : Settings{};
}

std::vector<RedFlagQuestion> red_flag_questions() {
    std::vector<RedFlagQuestion> questions;
    const GuidePtr guide = guide_in_force();
    for (const RedFlag& flag : guide->red_flags) questions.push_back({flag.id, flag.question});
    return questions;
}

} // namespace poise::coach
