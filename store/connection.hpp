// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite connection with the statements prepared on it: each is compiled once. A Query borrows one of them and
// gives it back reset, so that no forgotten statement keeps a transaction open. Errors are SQLite::Exception; what a
// person should read of them says trouble_of.
#pragma once

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace poise {

/// Who only reads may wait for a writer. The daemon has its own, far shorter patience (opening.cpp).
constexpr std::chrono::milliseconds reader_busy_timeout{2000};

class Query {
public:
    explicit Query(SQLite::Statement& statement) : statement_{statement} {
        statement_.tryReset();
        statement_.clearBindings();
    }
    ~Query() { statement_.tryReset(); }
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;

    /// The statement's parameters, in their order; nothing is NULL.
    template <class... Values>
    Query& bind(const Values&... values) {
        int position = 0;
        (bind_one(++position, values), ...);
        return *this;
    }
    /// The next row is there.
    [[nodiscard]] bool next() { return statement_.executeStep(); }
    /// How many rows it has changed.
    int run() { return statement_.exec(); }

    [[nodiscard]] std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
    [[nodiscard]] int count(int column) const { return statement_.getColumn(column).getInt(); }
    [[nodiscard]] std::string text(int column) const { return statement_.getColumn(column).getString(); }

private:
    void bind_one(int position, std::int64_t value) { statement_.bind(position, value); }
    void bind_one(int position, int value) { statement_.bind(position, value); }
    void bind_one(int position, const std::string& value) { statement_.bind(position, value); }
    void bind_one(int position, std::string_view value) { statement_.bind(position, std::string{value}); }
    template <class Value>
    void bind_one(int position, const std::optional<Value>& value) {
        if (value) bind_one(position, *value);
    }

    SQLite::Statement& statement_;
};

class Connection {
public:
    /// `name` is a path, or a URI where the flags say so.
    Connection(const std::string& name, int flags, std::chrono::milliseconds busy_timeout);

    /// Not to be asked for again while it is in use.
    [[nodiscard]] Query prepared(std::string_view sql);
    /// One number from a statement that is not worth keeping.
    [[nodiscard]] std::int64_t number(const std::string& sql);
    void run(const std::string& sql) { database_.exec(sql); }
    [[nodiscard]] SQLite::Database& database() { return database_; }

private:
    SQLite::Database database_;
    std::map<std::string, SQLite::Statement, std::less<>> statements_;
};

/// Why the journal cannot be used now, in words for a person.
[[nodiscard]] std::string trouble_of(const SQLite::Exception&);
/// The file itself is broken, and no trying again will help.
[[nodiscard]] bool is_damage(const SQLite::Exception&);

} // namespace poise
