// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as the dice of a random life: whatever happens in it, what holds in every life must hold. A finding prints the
// life as a trace for `poise simulate`.
#include "bytes.hpp"
#include "must.hpp"

#include "life_trace.hpp"
#include "life_watcher.hpp"
#include "random_life.hpp"

using namespace poise::test;

namespace {

constexpr int things_that_happen = 80;

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    poise::fuzz::Bytes bytes{data, size};
    RandomLife random{[&bytes](int n) { return bytes.below(n); }};
    LifeWatcher watcher{random.life()};
    const auto expect_nothing = [&] {
        if (watcher.complaint().empty()) return;
        poise::fuzz::must(false, watcher.complaint() + "\n" + random.life().diary() + trace_of(random.life()));
    };
    for (int i = 0; i < things_that_happen && !bytes.is_empty(); ++i) {
        random.goes_on();
        expect_nothing();
    }
    watcher.check_end();
    expect_nothing();
    return 0;
}
