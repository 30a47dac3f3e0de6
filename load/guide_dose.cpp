// SPDX-License-Identifier: GPL-3.0-or-later
#include "guide_dose.hpp"

#include "duration.hpp"

namespace poise {

namespace {

/// D: far above any sound dose, and far below what overflows.
constexpr int most_times = 100;
constexpr Duration longest_part = std::chrono::minutes{30};

class DoseReader {
public:
    DoseReader(const toml::table& dose, TomlEntry& drill)
        : entry_{dose, drill.subject() + ": dose", drill.problems()} {}

    DoseRange read() {
        DoseRange dose;
        dose.hold = range("hold", &DoseReader::length);
        dose.reps = range("reps", &DoseReader::times);
        dose.breaths = range("breaths", &DoseReader::times);
        dose.rounds = range("rounds", &DoseReader::times).value_or(dose.rounds);
        dose.each_side = entry_.flag("each_side");
        dose.rep_time = single("rep_time").value_or(dose.rep_time);
        dose.breath_time = single("breath_time").value_or(dose.breath_time);
        dose.round_rest = single("round_rest").value_or(dose.round_rest);
        entry_.refuse_other_keys();
        judge();
        return dose;
    }

private:
    /// What was written, not what could be read: a bad hold is still a hold.
    void judge() {
        const bool hold = entry_.has("hold");
        const bool breaths = entry_.has("breaths");
        const bool reps = entry_.has("reps");
        if (hold && breaths) {
            entry_.problem(entry_.place("breaths"), "has both `hold` and `breaths` (expected one of them)");
        } else if (!hold && !breaths && !reps) {
            entry_.problem(entry_.place(), "says not how much (expected `hold`, `breaths` or `reps`)");
        }
        if (entry_.has("rep_time") && (hold || breaths || !reps)) {
            entry_.problem(entry_.place("rep_time"), "`rep_time` is for repetitions that are not held");
        }
        if (entry_.has("breath_time") && !breaths) {
            entry_.problem(entry_.place("breath_time"), "`breath_time` is for `breaths`");
        }
    }

    template <class T>
    std::optional<Range<T>> range(std::string_view key,
                                  std::optional<T> (DoseReader::*one)(std::string_view, const toml::node&)) {
        const auto* value = entry_.node(key);
        if (!value) return std::nullopt;
        const auto* list = value->as_array();
        if (!list) {
            const auto single = (this->*one)(key, *value);
            return single ? std::optional{Range<T>{*single, *single}} : std::nullopt;
        }
        if (list->size() != 2) {
            entry_.problem(entry_.place(key), in_backticks(key) + " has " + std::to_string(list->size()) +
                                                  " entries (expected the least and the most)");
            return std::nullopt;
        }
        const auto least = (this->*one)(key, *list->get(0));
        const auto most = (this->*one)(key, *list->get(1));
        if (!least || !most) return std::nullopt;
        if (*most < *least) {
            entry_.problem(entry_.place(key), in_backticks(key) + " has its most below its least");
            return std::nullopt;
        }
        return Range<T>{*least, *most};
    }

    std::optional<int> times(std::string_view key, const toml::node& value) {
        const auto* number = value.as_integer();
        if (!number) {
            entry_.wrong_type(value, key, "a whole number");
        } else if (number->get() < 1 || number->get() > most_times) {
            entry_.problem(entry_.place(key), in_backticks(key) + " is or holds " + std::to_string(number->get()) +
                                                  " (expected 1 to " + std::to_string(most_times) + ")");
        } else {
            return static_cast<int>(number->get());
        }
        return std::nullopt;
    }

    std::optional<Duration> length(std::string_view key, const toml::node& value) {
        const auto* text = value.as_string();
        if (!text) {
            entry_.wrong_type(value, key, "a duration such as \"30s\"");
            return std::nullopt;
        }
        const auto length = parse_duration(text->get());
        if (!length) {
            entry_.problem(entry_.place(key), in_backticks(key) + ": " + length.error());
        } else if (*length <= Duration::zero() || *length > longest_part) {
            entry_.problem(entry_.place(key), in_backticks(key) + " is or holds " + to_toml(*length) +
                                                  " (expected more than zero and at most " + to_toml(longest_part) +
                                                  ")");
        } else {
            return *length;
        }
        return std::nullopt;
    }

    std::optional<Duration> single(std::string_view key) {
        const auto* value = entry_.node(key);
        return value ? length(key, *value) : std::nullopt;
    }

    TomlEntry entry_;
};

} // namespace

DoseRange read_dose(TomlEntry& drill) {
    const auto* dose = drill.table("dose");
    return dose ? DoseReader{*dose, drill}.read() : DoseRange{};
}

} // namespace poise
