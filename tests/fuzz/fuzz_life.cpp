// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as the dice of a random life: whatever happens in it, what holds in every life must hold. A finding prints the
// life as a trace for `poise simulate`.
#include "must.hpp"

#include "life_trace.hpp"
#include "life_watcher.hpp"
#include "random_life.hpp"

#include <cstdint>
#include <span>

using namespace poise::test;

namespace {

constexpr int things_that_happen = 80;

/// As many bytes as the number needs; zero when they are used up.
class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : left_{data, size} {}

    [[nodiscard]] bool is_empty() const { return left_.empty(); }
    int below(int n) {
        std::uint32_t number = 0;
        for (std::uint32_t most = static_cast<std::uint32_t>(n) - 1; most > 0 && !left_.empty(); most >>= 8u) {
            number = number << 8u | left_.front();
            left_ = left_.subspan(1);
        }
        return static_cast<int>(number % static_cast<std::uint32_t>(n));
    }

private:
    std::span<const std::uint8_t> left_;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes bytes{data, size};
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
