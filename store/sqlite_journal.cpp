// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlite_journal.hpp"

#include "erasure.hpp"
#include "journal_reader.hpp"
#include "opening.hpp"
#include "say.hpp"

#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <utility>

namespace poise {

namespace {

/// Adds to every id that a fact carries.
struct Numbering {
    PromptId prompts;
    SpanId spans;

    void operator()(Bout& bout) const { bout.id += spans; }
    void operator()(Unseen& unseen) const { unseen.id += spans; }
    void operator()(Offered& offered) const { offered.prompt.id += prompts; }
    void operator()(Shown& shown) const { shown.id += prompts; }
    void operator()(BreakStarted& started) const { started.id += prompts; }
    void operator()(Snooze& snooze) const { snooze.id += prompts; }
    void operator()(PromptOutcome& outcome) const { outcome.id += prompts; }
    template <class Other>
    void operator()(Other&) const {}
};

// D: what is looked through in a few hundredths of a second.
constexpr std::uintmax_t checked_at_once = 16'000'000;

std::uintmax_t size_of(const std::filesystem::path& file) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(file, missing);
    return missing ? 0 : size;
}

bool tells_of_damage(const std::exception& error) {
    const auto* from_sqlite = dynamic_cast<const SQLite::Exception*>(&error);
    return from_sqlite && is_damage(*from_sqlite);
}

std::string reason_in(const std::exception& error) {
    if (const auto* from_sqlite = dynamic_cast<const SQLite::Exception*>(&error)) return trouble_of(*from_sqlite);
    if (const auto* from_system = dynamic_cast<const std::system_error*>(&error)) {
        return "the journal cannot be opened: " + from_system->code().message();
    }
    return error.what();
}

Notice told_of(const Recovery& recovery) {
    const std::string file = recovery.path.string();
    const std::string lost = std::to_string(recovery.lost_at_least);
    const auto saved = static_cast<std::int64_t>(recovery.saved);
    std::string text =
        recovery.lost_at_least > 0
            ? tr_many("Your journal was damaged. {count} entries were saved, at least {lost} are lost; the damaged "
                      "file is kept as {file}.",
                      "Your journal was damaged. {count} entries were saved, at least {lost} are lost; the damaged "
                      "file is kept as {file}.",
                      saved, {{"lost", lost}, {"file", file}})
            : tr_many("Your journal was damaged. {count} entries were saved; the damaged file is kept as {file}.",
                      "Your journal was damaged. {count} entries were saved; the damaged file is kept as {file}.",
                      saved, {{"file", file}});
    return {"journal_recovered", Urgency::normal, std::move(text), false};
}

Notice told_gone(const std::filesystem::path& database) {
    return {"journal_gone", Urgency::normal,
            tr("Somebody has taken away {file} while Poise was writing to it. What was in it is no longer there; what "
               "happens from now on is written to a new one.",
               {{"file", database.string()}}),
            false};
}

} // namespace

SqliteJournal::SqliteJournal(std::filesystem::path database, std::size_t waiting_capacity)
    : database_{std::move(database)}, waiting_{waiting_capacity} {
    try {
        open();
    } catch (const JournalRefused&) {
        throw;
    } catch (const std::exception& error) {
        note_trouble(error);
    }
}

void SqliteJournal::open() {
    refuse_newer_schema(database_);
    make_private_folder(database_.parent_path());
    if (!lock_) lock_ = std::make_unique<WriterLock>(database_);
    const bool is_big = size_of(database_) > checked_at_once;
    const CheckWhen check = is_big && !is_suspect_ ? CheckWhen::later : CheckWhen::at_once;
    auto opened = open_for_writing(database_, check);
    is_suspect_ = false;
    check_ = check == CheckWhen::later ? std::make_unique<BackgroundCheck>(database_) : nullptr;
    if (opened.recovery) {
        news_ = told_of(*opened.recovery);
        recovery_ = std::move(opened.recovery);
    }
    connection_ = std::move(opened.connection);
    opened_ = file_id(database_);
    is_reopened_ = in_force_.has_value();
    if (!is_reopened_) keep_in_force();
}

void SqliteJournal::let_go_of_what_is_gone_or_damaged() {
    if (!connection_) return;
    if (file_id(database_) != opened_) {
        // Or SQLite would delete what now has the name of its WAL.
        keep_wal_when_closed(*connection_, true);
        let_go();
        lock_.reset();
        news_ = told_gone(database_);
    } else if (check_ && check_->is_done()) {
        is_suspect_ = check_->found_damage();
        check_.reset();
        if (is_suspect_) let_go();
    }
}

void SqliteJournal::let_go() {
    check_.reset();
    writer_.reset();
    connection_.reset();
}

void SqliteJournal::keep_in_force() { in_force_ = read_in_force(*connection_); }

void SqliteJournal::note_trouble(const std::exception& error) {
    trouble_ = reason_in(error);
    if (!tells_of_damage(error)) return;
    is_suspect_ = true; // the next append opens it anew and recovers it
    let_go();
}

void SqliteJournal::append(const std::vector<Fact>& facts) {
    try {
        for (const Fact& fact : facts) waiting_.add(fact);
        if (!waiting_.facts().empty() || !connection_) write_waiting();
        trouble_.clear();
    } catch (const std::exception& error) {
        note_trouble(error);
    }
}

void SqliteJournal::write_waiting() {
    let_go_of_what_is_gone_or_damaged();
    if (!connection_) open();
    if (waiting_.facts().empty()) return;
    if (unread_) number_apart();
    SQLite::Transaction transaction{connection_->database(), SQLite::TransactionBehavior::IMMEDIATE};
    if (is_reopened_) record_again(*connection_, *in_force_, waiting_.facts().front().at);
    auto writer = std::move(writer_); // it knows too much where anything fails
    if (!writer) writer = std::make_unique<FactWriter>(*connection_);
    for (const Fact& fact : waiting_.facts()) writer->write(numbered_apart(fact));
    writer->write_days();
    transaction.commit();
    writer_ = std::move(writer);
    if (is_reopened_ || std::ranges::any_of(waiting_.facts(), is_for_safety)) keep_in_force();
    is_reopened_ = false;
    waiting_.clear();
    if (std::exchange(unread_, false) && read_late_) read_late_(*in_force_);
}

/// What a daemon records that could not read its journal counts from one. In the journal an id is unique.
void SqliteJournal::number_apart() {
    prompts_before_ = connection_->number("SELECT max(prompt) FROM fact");
    spans_before_ = connection_->number("SELECT max(span) FROM fact");
}

Fact SqliteJournal::numbered_apart(const Fact& fact) const {
    Fact numbered = fact;
    std::visit(Numbering{prompts_before_, spans_before_}, numbered.body);
    return numbered;
}

JournalHealth SqliteJournal::health() const { return {trouble_, waiting_.facts().size(), waiting_.dropped(), news_}; }

std::vector<Fact> SqliteJournal::recent(const Moment& now) {
    const Day today = day_of(stamp(now));
    try {
        if (connection_) return read_recent_or_recover(today);
        return JournalReader{database_}.recent(today);
    } catch (const std::exception& error) {
        if (trouble_.empty()) note_trouble(error);
        unread_ = true;
        return {};
    }
}

/// A big journal is used before it has been looked through.
std::vector<Fact> SqliteJournal::read_recent_or_recover(Day today) {
    try {
        return read_recent(*connection_, today);
    } catch (const SQLite::Exception& error) {
        if (!is_damage(error)) throw;
        is_suspect_ = true;
        let_go();
        open();
        return read_recent(*connection_, today);
    }
}

Result<std::size_t, std::string> SqliteJournal::erase_before(Day day, const Moment& now) {
    return erase([&] { return erase_facts_before(*connection_, day, now); });
}

Result<std::size_t, std::string> SqliteJournal::erase_all() {
    return erase([&] { return erase_facts(*connection_); });
}

Result<std::size_t, std::string> SqliteJournal::erase(const std::function<std::size_t()>& facts) {
    append({}); // what waits is to be erased like the rest, and what of it is in force to stay so
    if (!trouble_.empty()) return Unexpected{trouble_};
    check_.reset(); // it would keep the WAL from being emptied; the next start looks again
    writer_.reset();
    try {
        erase_copies(database_);
        const std::size_t count = facts();
        keep_in_force();
        if (!empty_wal(*connection_)) {
            return Unexpected{std::string{"another program is reading the journal and keeps what was erased: "
                                          "erase again when it has ended"}};
        }
        return count;
    } catch (const std::exception& error) {
        if (tells_of_damage(error)) note_trouble(error); // all else keeps nothing from being written
        return Unexpected{reason_in(error)};
    }
}

} // namespace poise
