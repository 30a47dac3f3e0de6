// SPDX-License-Identifier: GPL-3.0-or-later
// Texts as slips of the hand and broken disks leave them, the same ones for the same seed.
#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace poise::test {

class Mutation {
public:
    Mutation(std::string original, std::uint64_t seed) : original_{std::move(original)}, random_{seed} {}

    std::string next() {
        std::string text = original_;
        for (auto slips = number(1, 4); slips > 0; --slips) slip(text);
        return text;
    }

private:
    std::size_t number(std::size_t least, std::size_t most) {
        return std::uniform_int_distribution<std::size_t>{least, most}(random_);
    }
    char any_byte() {
        constexpr std::string_view telling = "[]{}\"'=.,#\n\r\t\\0-_:+ \x80\xff\xc3";
        return number(0, 1) == 0 ? telling[number(0, telling.size() - 1)] : static_cast<char>(number(0, 255));
    }

    void slip(std::string& text) {
        const auto at = number(0, text.size());
        const auto length = std::min(number(1, 30), text.size() - at);
        const auto from = number(0, text.size());
        switch (number(0, 6)) {
        case 0: text.insert(at, 1, any_byte()); break;
        case 1: text.erase(at, length); break;
        case 2: text.insert(at, text.substr(from, number(1, 60))); break; // said twice
        case 3: text.resize(at); break;                                   // cut off
        case 4:
            for (auto i = at; i < at + length; ++i) text[i] = any_byte();
            break;
        case 5:
            if (at < text.size()) text[at] = any_byte();
            break;
        case 6: text.replace(at, length, text.substr(from, length)); break;
        }
    }

    std::string original_;
    std::mt19937_64 random_;
};

} // namespace poise::test
