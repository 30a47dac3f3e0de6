// SPDX-License-Identifier: GPL-3.0-or-later
#include "salvage.hpp"

#include "connection.hpp"
#include "fact_rows.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <limits>
#include <vector>

namespace poise {

namespace {

struct Stretch {
    std::int64_t from;
    std::int64_t to; // included
};

class Salvage {
public:
    Salvage(Connection& damaged, const KeepFact& keep) : damaged_{damaged}, keep_{keep} {
        read_index();
        read(1, highest());
    }

    [[nodiscard]] Salvaged result() const {
        std::size_t listed = 0;
        for (std::int64_t seq : index_) {
            listed += std::ranges::any_of(
                unreadable_, [&](const Stretch& stretch) { return stretch.from <= seq && seq <= stretch.to; });
        }
        return {saved_, not_understood_ + std::max(listed, unreadable_.size())};
    }

private:
    /// The index of days holds every seq, on pages of its own.
    void read_index() {
        try {
            auto query = damaged_.prepared("SELECT seq FROM fact INDEXED BY fact_day");
            while (query.next()) index_.push_back(query.integer(0));
        } catch (const SQLite::Exception&) { // as far as it goes
        }
    }

    std::int64_t highest() {
        std::int64_t highest = 0;
        constexpr std::int64_t highest_at_all = std::numeric_limits<std::int64_t>::max() - 1; // so that there is a next
        for (std::int64_t seq : index_) highest = std::clamp(seq, highest, highest_at_all);
        try {
            return std::clamp(last_seq(damaged_), highest, highest_at_all);
        } catch (const SQLite::Exception&) {
            // The end of the table is gone: look as far as there could be rows, at some 60 bytes each.
            return std::max(highest, damaged_.number("PRAGMA page_count") * 64);
        }
    }

    /// Whatever can be read in front of a bad page is kept; halving finds where it ends.
    void read(std::int64_t from, std::int64_t to) {
        const std::int64_t bad = read_until_bad(from, to);
        if (bad > to) return;
        if (bad == to || failures_ == failures_at_most) return set_unreadable(bad, to);
        failures_ += 1;
        const std::int64_t middle = bad + (to - bad) / 2;
        read(bad, middle);
        read(middle + 1, to);
    }

    /// The first seq that may not have been read; past `to` where all have.
    std::int64_t read_until_bad(std::int64_t from, std::int64_t to) {
        static const std::string sql = select_rows + "WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq";
        auto query = damaged_.prepared(sql);
        query.bind(from, to);
        while (const auto row = next_row(query)) {
            if (!row->seq) return to + 1;
            if (row->seq < from) continue; // out of order, or once more
            from = row->seq + 1;
            keep(*row);
        }
        return from;
    }

    /// Nothing: it cannot be read. A row without a seq is the end.
    static std::optional<FactRow> next_row(Query& query) {
        try {
            return query.next() ? read_row(query) : FactRow{};
        } catch (const SQLite::Exception&) {
            return std::nullopt;
        }
    }

    void keep(const FactRow& row) {
        if (!row.fact) {
            not_understood_ += 1;
            return;
        }
        keep_(row.seq, *row.fact); // may fail for reasons of its own, which are not damage
        saved_ += 1;
    }

    void set_unreadable(std::int64_t from, std::int64_t to) {
        if (!unreadable_.empty() && unreadable_.back().to + 1 == from) {
            unreadable_.back().to = to;
        } else {
            unreadable_.push_back({from, to});
        }
    }

    static constexpr int failures_at_most = 200'000; // a second or two, and then this is as far as it goes

    Connection& damaged_;
    const KeepFact& keep_;
    std::vector<std::int64_t> index_;
    std::vector<Stretch> unreadable_;
    std::size_t saved_ = 0;
    std::size_t not_understood_ = 0;
    int failures_ = 0;
};

} // namespace

std::optional<Salvaged> salvage(const std::filesystem::path& file, const KeepFact& keep) {
    std::optional<Connection> damaged;
    try {
        damaged.emplace(file.string(), SQLite::OPEN_READWRITE, std::chrono::milliseconds{0});
        sqlite3_db_config(damaged->database().getHandle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        // With this SQLite opens a file that is shorter than its header says.
        damaged->run("PRAGMA writable_schema=ON");
        (void)damaged->prepared(select_rows + "LIMIT 0"); // whether it knows such a table at all
    } catch (const SQLite::Exception&) {
        return std::nullopt;
    }
    return Salvage{*damaged, keep}.result();
}

} // namespace poise
