// SPDX-License-Identifier: GPL-3.0-or-later
// The journal in a SQLite file. One daemon writes, anybody of the same user may read. append() is one transaction and
// durable on return. What cannot be written waits in memory, in order, for the next append; so does everything while
// the file itself cannot be opened, since somebody with a full disk still wants to be told to stand up. A file that is
// taken away is noticed with the next append, and a new one begun: SQLite would go on writing where nobody reads. The
// constructor throws JournalRefused only where waiting would not help: another daemon, a newer schema, a file that is
// no journal.
#pragma once

#include "background_check.hpp"
#include "connection.hpp"
#include "fact_writer.hpp"
#include "files.hpp"
#include "in_force.hpp"
#include "poise/ports.hpp"
#include "poise/result.hpp"
#include "recovery.hpp"
#include "waiting_facts.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace poise {

class SqliteJournal : public Journal {
public:
    /// `waiting_capacity`: how many facts may wait in memory.
    explicit SqliteJournal(std::filesystem::path database, std::size_t waiting_capacity = WaitingFacts::enough);

    void append(const std::vector<Fact>&) override;
    [[nodiscard]] JournalHealth health() const override;

    /// What poise::restore needs, in the order of recording. With a file that can only be read this still works.
    [[nodiscard]] std::vector<Fact> recent(const Moment& now);
    /// Where recent() could read nothing: what the file turns out to hold in force, once it is written to again.
    void when_read_late(std::function<void(const InForce&)> call) { read_late_ = std::move(call); }

    /// The file was damaged when it was last opened.
    [[nodiscard]] const std::optional<Recovery>& recovery() const { return recovery_; }

    /// How many facts are gone, or why not all of them are. Red flags and the driver in force stay in force.
    [[nodiscard]] Result<std::size_t, std::string> erase_before(Day, const Moment& now);
    /// Nothing stays, not even a red flag.
    [[nodiscard]] Result<std::size_t, std::string> erase_all();

private:
    void open();
    void let_go_of_what_is_gone_or_damaged();
    void let_go();
    void write_waiting();
    void keep_in_force();
    [[nodiscard]] std::vector<Fact> read_recent_or_recover(Day today);
    void number_apart();
    [[nodiscard]] Fact numbered_apart(const Fact&) const;
    void note_trouble(const std::exception&);
    Result<std::size_t, std::string> erase(const std::function<std::size_t()>& facts);

    std::filesystem::path database_;
    std::unique_ptr<WriterLock> lock_;
    std::unique_ptr<Connection> connection_; // nothing while it cannot be opened
    std::unique_ptr<BackgroundCheck> check_; // while it is not over
    bool is_suspect_ = false;                // to be looked through before it is used again
    std::optional<FileId> opened_;           // the file behind the connection
    std::unique_ptr<FactWriter> writer_;     // nothing where the file may say something else than it knows
    std::optional<InForce> in_force_;        // as the file said when it was last read or written
    bool is_reopened_ = false;               // whether it still says so has to be seen
    WaitingFacts waiting_;
    std::string trouble_;
    std::optional<Recovery> recovery_;
    std::optional<Notice> news_;
    bool unread_ = false; // recent() could not read: what is recorded since counts its ids from one
    std::function<void(const InForce&)> read_late_;
    PromptId prompts_before_ = 0;
    SpanId spans_before_ = 0;
};

} // namespace poise
