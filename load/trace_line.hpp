// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a trace under reading: takes keys from it, notes what is wrong with them, and in the end what was not
// asked for. A key that is missing gives nothing and no problem; needed() makes one of it.
#pragma once

#include "poise/result.hpp"
#include "poise/time.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace poise {

/// Two hundred years: far more than any trace needs, far less than what overflows.
inline constexpr double longest_trace_s = 200.0 * 366 * 86400;

class TraceLine {
public:
    using Json = nlohmann::json;

    TraceLine(const Json& object, int number, Problems& problems)
        : object_{object}, number_{number}, problems_{problems} {}

    void complain(const std::string& what);
    [[nodiscard]] bool is_good() const { return is_good_; }
    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool has(const char* key) const { return object_.contains(key); }

    std::optional<double> number_at(const char* key, double least, double most);
    std::optional<int> scale(const char* key); // 0 to 10
    std::optional<Duration> seconds(const char* key, double least = 0);
    std::optional<bool> flag(const char* key);
    std::optional<std::string> text(const char* key);
    std::optional<std::vector<std::string>> texts(const char* key);
    /// A text that must be one of these words.
    std::optional<std::string> one_of(const char* key, const std::vector<std::string>& words);
    /// A word of words.hpp.
    template <class Word>
    std::optional<Word> word(const char* key) {
        const auto spelled = text(key);
        if (!spelled) return std::nullopt;
        const auto word = parse<Word>(*spelled);
        if (!word) complain("unknown " + quoted(key) + " " + quoted(*spelled));
        return word;
    }
    /// An object within the line; its keys are not the line's.
    const Json* object(const char* key);

    template <class T>
    T needed(const char* key, std::optional<T> value) {
        if (!value && !has(key)) complain("lacks " + quoted(key));
        return value.value_or(T{});
    }
    void refuse_other_keys();

    [[nodiscard]] static std::string quoted(std::string_view text) { return '"' + std::string{text} + '"'; }

private:
    const Json* take(const char* key);

    const Json& object_;
    int number_;
    Problems& problems_;
    std::set<std::string, std::less<>> taken_;
    bool is_good_ = true;
};

} // namespace poise
