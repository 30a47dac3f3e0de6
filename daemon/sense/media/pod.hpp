// SPDX-License-Identifier: GPL-3.0-or-later
// SPA PODs, of which PipeWire's messages are made, as far as a listener needs them: numbers, texts, structs. A pod is
// its size, its type and its contents, filled up to eight bytes. Reading never leaves the bytes it was given; what is
// not what was asked for makes the reader fail, and a reader that has failed reads zeros and nothing.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace poise::pipewire {

using Properties = std::map<std::string, std::string, std::less<>>;

class PodReader {
public:
    /// The pods of a struct's contents, one after the other.
    explicit PodReader(std::string_view pods) : left_{pods} {}

    [[nodiscard]] std::int32_t read_int(); // an Int or an Id
    [[nodiscard]] std::int64_t read_long();
    [[nodiscard]] std::string read_text(); // none reads as empty
    [[nodiscard]] PodReader read_struct();
    [[nodiscard]] Properties read_properties();
    /// Whatever it is.
    void skip();

    [[nodiscard]] bool failed() const { return failed_; }

private:
    struct Pod {
        std::uint32_t type = 0;
        std::string_view contents;
    };
    Pod next();
    template <class Number>
    Number read_number(std::uint32_t type, std::uint32_t other_type);

    std::string_view left_;
    bool failed_ = false;
};

class PodWriter {
public:
    PodWriter& add_int(std::int32_t);
    PodWriter& add_text(std::string_view);
    PodWriter& add_properties(const Properties&);

    /// All of it, as a struct.
    [[nodiscard]] std::string as_struct() const;

private:
    void add(std::uint32_t type, std::string_view contents);

    std::string pods_;
};

} // namespace poise::pipewire
