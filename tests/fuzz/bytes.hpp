// SPDX-License-Identifier: GPL-3.0-or-later
// A fuzzer's input as a row of choices: as many bytes as each needs, and zeros when they are used up.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace poise::fuzz {

class Bytes {
public:
    Bytes(const std::uint8_t* data, std::size_t size) : left_{data, size} {}

    [[nodiscard]] bool is_empty() const { return left_.empty(); }

    [[nodiscard]] std::uint8_t byte() {
        if (left_.empty()) return 0;
        const std::uint8_t first = left_.front();
        left_ = left_.subspan(1);
        return first;
    }
    /// From 0 to below `n`.
    [[nodiscard]] int below(int n) {
        std::uint32_t number = 0;
        for (std::uint32_t most = static_cast<std::uint32_t>(n) - 1; most > 0 && !left_.empty(); most >>= 8u) {
            number = number << 8u | byte();
        }
        return static_cast<int>(number % static_cast<std::uint32_t>(n));
    }
    /// Any number there is.
    [[nodiscard]] std::int64_t number() {
        std::uint64_t number = 0;
        for (int i = 0; i < 8; ++i) number = number << 8u | byte();
        return static_cast<std::int64_t>(number);
    }
    /// Its length comes first.
    [[nodiscard]] std::string text() {
        const std::size_t length = std::min<std::size_t>(byte(), left_.size());
        const std::string text{left_.data(), left_.data() + length};
        left_ = left_.subspan(length);
        return text;
    }

private:
    std::span<const std::uint8_t> left_;
};

} // namespace poise::fuzz
