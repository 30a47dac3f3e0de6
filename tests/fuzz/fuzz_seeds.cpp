// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what the fuzzers begin with, from what the tests begin with: the configurations that come with Poise, settings
// and traces of random lives, and dice.
#include "life_trace.hpp"
#include "random_life.hpp"
#include "settings_toml.hpp"

#include <filesystem>
#include <fstream>
#include <random>

namespace fs = std::filesystem;
using namespace poise::test;

namespace {

constexpr std::uint64_t lives = 24;

void write(const fs::path& file, const std::string& content) { std::ofstream{file, std::ios::binary} << content; }

std::string dice(std::uint64_t seed) {
    std::mt19937_64 random{seed};
    std::string bytes(200 + random() % 400, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    return bytes;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    const fs::path corpus = arguments[1];
    for (const char* target : {"settings", "trace", "life"}) fs::create_directories(corpus / target);
    for (const char* name : {"poise.toml", "demo.toml"}) {
        fs::copy_file(fs::path{POISE_SOURCE_DIR} / "config" / name, corpus / "settings" / name,
                      fs::copy_options::overwrite_existing);
    }
    for (std::uint64_t seed = 0; seed < lives; ++seed) {
        RandomLife random{seed};
        for (int i = 0; i < 15; ++i) random.goes_on();
        const std::string name = "seed-" + std::to_string(seed);
        write(corpus / "settings" / name, poise::show_settings(random.life().state().settings));
        write(corpus / "trace" / name, trace_of(random.life()));
        write(corpus / "life" / name, dice(seed));
    }
    return 0;
}
