// SPDX-License-Identifier: GPL-3.0-or-later
#include "poised.hpp"

#include "files.hpp"
#include "locale.hpp"
#include "opening.hpp"
#include "xdg_paths.hpp"

#include <cstdio>
#include <exception>
#include <stdexcept>
#include <string_view>

namespace {

constexpr const char* usage = R"(usage: poised [--config FILE] [--journal FILE]

The Poise daemon: tracks sitting and input, and asks for breaks through poise-tray.
It is meant to be started at login (systemctl --user start poised).

  --config FILE   the configuration (default: $XDG_CONFIG_HOME/poise/poise.toml)
  --journal FILE  the journal (default: $XDG_DATA_HOME/poise/poise.db)
  --help          this text
  --version       the version
)";

struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

std::filesystem::path found(const poise::FoundPath& path) {
    if (!path) throw std::runtime_error{path.error()};
    return *path;
}

/// In Poise's own folder, which is for its owner alone whoever made it.
std::filesystem::path own_journal() {
    auto journal = found(poise::journal_path());
    poise::narrow_folder(journal.parent_path());
    return journal;
}

/// Nothing: the question was only for help or the version.
std::optional<poise::Poised::Places> read_arguments(int count, char** arguments) {
    std::optional<std::filesystem::path> configuration;
    std::optional<std::filesystem::path> journal;
    for (int i = 1; i < count; ++i) {
        const std::string_view argument = arguments[i];
        if (argument == "--help" || argument == "-h") {
            std::fputs(usage, stdout);
            return std::nullopt;
        }
        if (argument == "--version") {
            std::puts("poised " POISE_VERSION);
            return std::nullopt;
        }
        if (argument != "--config" && argument != "--journal") {
            throw UsageError{"unknown argument: " + std::string{argument}};
        }
        if (++i == count) throw UsageError{std::string{argument} + " needs a file"};
        (argument == "--config" ? configuration : journal) = arguments[i];
    }
    return poise::Poised::Places{configuration ? *configuration : found(poise::configuration_path()),
                                 journal ? *journal : own_journal()};
}

} // namespace

int main(int count, char** arguments) {
    poise::speak_the_persons_language();
    try {
        const auto places = read_arguments(count, arguments);
        return places ? poise::Poised{*places}.run() : 0;
    } catch (const UsageError& error) {
        std::fprintf(stderr, "poised: %s\n%s", error.what(), usage);
        return 2;
    } catch (const poise::JournalRefused& refusal) {
        std::fprintf(stderr, "poised: %s\n", refusal.what());
        return 4; // as of the command line; to start again would not help
    } catch (const std::exception& error) {
        std::fprintf(stderr, "poised: %s\n", error.what());
        return 1;
    }
}
