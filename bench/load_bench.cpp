// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration: read at the start and at every saving.
#include "limit.hpp"

#include "settings_toml.hpp"

#include <fstream>
#include <iterator>

namespace poise::bench {
namespace {

using namespace std::chrono_literals;

void the_configuration_with_every_key(benchmark::State& state) {
    std::ifstream file{POISE_SOURCE_DIR "/config/poise.toml"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    measure(state, 5ms, [&] {
        if (!load_settings(text)) state.SkipWithError("config/poise.toml is refused");
    });
}
BENCHMARK(the_configuration_with_every_key)->Unit(benchmark::kMicrosecond);

} // namespace
} // namespace poise::bench
