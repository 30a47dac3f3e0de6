// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T> is what fallible reading of outside text returns: a value, or every problem found in it. It uses the names
// of std::expected, so that it becomes a using-declaration once the oldest supported compiler has that header.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace poise {

/// One thing wrong with a text, where it is and what was expected there.
struct Problem {
    int line = 0;   // 1-based; 0 = the text as a whole
    int column = 0; // 1-based; 0 = the line as a whole
    std::string what;
    bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

template <class E>
struct Unexpected {
    E error;
};
template <class E>
Unexpected(E) -> Unexpected<E>;

template <class T, class E = Problems>
class [[nodiscard]] Result {
public:
    Result(T value) : content_{std::in_place_index<0>, std::move(value)} {}
    Result(Unexpected<E> failure) : content_{std::in_place_index<1>, std::move(failure.error)} {}

    [[nodiscard]] bool has_value() const { return content_.index() == 0; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const T& value() const& { return std::get<0>(content_); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(content_)); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    [[nodiscard]] const E& error() const { return std::get<1>(content_); }

private:
    std::variant<T, E> content_;
};

} // namespace poise
