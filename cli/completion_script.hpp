// SPDX-License-Identifier: GPL-3.0-or-later
// What a shell needs in order to complete a command line, and the scripts that say it in the shell's own words.
#pragma once

#include <string>
#include <vector>

namespace poise {

/// A word that may come next, and what it does.
struct Offer {
    std::string word;
    std::string about;
};

/// What may follow `poise` and some commands.
struct Level {
    struct Option {
        std::vector<std::string> spellings; // "-o", "--output"
        std::string about;
        bool takes_value = false;
        std::vector<std::string> values; // empty: any
    };
    std::string commands; // "config set"; empty: none yet
    std::vector<Offer> next;
    std::vector<std::string> words; // of its arguments
    std::vector<Option> options;
};

[[nodiscard]] std::string bash_completion(const std::vector<Level>&);
[[nodiscard]] std::string zsh_completion(const std::vector<Level>&);
[[nodiscard]] std::string fish_completion(const std::vector<Level>&);

} // namespace poise
