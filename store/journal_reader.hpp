// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the journal for reports and exports, whether a daemon is writing to it or not: nothing here can change it, and
// the writer waits for no reader. It also works where the folder may not be written, on a mounted backup say, with
// facts that are still in the WAL. Everything throws std::runtime_error with a reason for the user.
#pragma once

#include "connection.hpp"
#include "poise/fact.hpp"
#include "poise/report.hpp"

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace poise {

/// What a report says beside the days.
struct Chosen {
    std::string key_task;                        // F3
    std::array<std::string, lever_count> levers; // F2: drills; empty: the programme's
    Driver driver = Driver::prevention;
    std::optional<PlanChange> change; // F4: that can still be refused
    bool operator==(const Chosen&) const = default;
};

class JournalReader {
public:
    explicit JournalReader(const std::filesystem::path& database);

    /// [from, to], from the roll-up: as many statements for ten years as for a day.
    [[nodiscard]] Days days(Day from, Day to);
    /// The bout that is not over yet, as it was last written.
    [[nodiscard]] std::optional<Bout> open_bout();
    /// What the person had chosen by the end of that day, from the last fact of each sort.
    [[nodiscard]] Chosen chosen(Day until);
    /// Every fact of the days [from, to], in the order of recording. Says how many could not be understood.
    std::size_t facts(Day from, Day to, const std::function<void(const Fact&)>& each);
    std::size_t every_fact(const std::function<void(const Fact&)>& each);
    [[nodiscard]] std::optional<Day> first_day();
    [[nodiscard]] std::optional<Day> last_day();
    /// What poise::restore needs.
    [[nodiscard]] std::vector<Fact> recent(Day today);

private:
    template <class Read>
    auto reading(Read read);
    static std::size_t read_each(Query&, const std::function<void(const Fact&)>& each);

    std::filesystem::path database_;
    std::unique_ptr<Connection> connection_;
};

} // namespace poise
