// SPDX-License-Identifier: Apache-2.0
//
// SQLite as values and scopes. Inside this module a failed call throws Failure; Database turns it into a Result where
// the module ends.
//
// A connection and its statements belong to one thread at a time.

#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace touchstone::store {

struct Failure {
    Error error;
    bool final = false;  // fsync failed: what the disk holds is unknown, so nothing more may be written
};

// By text, looked up without making a std::string.
struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};
template <class T>
using TextMap = std::unordered_map<std::string, T, TextHash, std::equal_to<>>;

// Bytes that are not text.
struct Blob {
    std::string_view bytes;
};

class Connection;

// The compiled forms of one SQL text that are not running now.
struct StatementSlot {
    std::vector<sqlite3_stmt*> idle;
    int running = 0;
};

// One execution of a prepared statement. Rows are read with step() and the typed columns, counted from 0; text and
// blob views hold until the next step().
class Statement {
public:
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&&) = delete;

    // Binds the next parameter.
    void bind(std::int64_t value);
    void bind(int value) { bind(static_cast<std::int64_t>(value)); }
    void bind(std::size_t value) { bind(static_cast<std::int64_t>(value)); }
    void bind(bool value) { bind(static_cast<std::int64_t>(value)); }
    void bind(double value);
    void bind(std::string_view text);
    void bind(const std::string& text) { bind(std::string_view(text)); }
    void bind(const char* text) { bind(std::string_view(text)); }
    void bind(Blob blob);
    void bind(std::nullopt_t);
    template <class T>
    void bind(const std::optional<T>& value) {
        if (value)
            bind(*value);
        else
            bind(std::nullopt);
    }

    // True while there is a row.
    [[nodiscard]] bool step();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] bool isInteger(int column) const;
    [[nodiscard]] bool isText(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;

private:
    friend class Connection;
    Statement(Connection& connection, StatementSlot& slot, sqlite3_stmt* statement);

    Connection& m_connection;
    StatementSlot& m_slot;
    sqlite3_stmt* m_statement;
    int m_bound = 0;
};

enum class Access { ReadWrite, Create, ReadOnly, Immutable };

class Connection {
public:
    Connection(const std::string& path, Access access);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // A statement with its parameters bound, in order. `sql` is compiled once a connection.
    template <class... Values>
    [[nodiscard]] Statement query(std::string_view sql, const Values&... values) {
        Statement statement = prepare(sql);
        (statement.bind(values), ...);
        return statement;
    }
    // Runs a statement whose rows, if any, do not matter.
    template <class... Values>
    void run(std::string_view sql, const Values&... values) {
        Statement statement = query(sql, values...);
        while (statement.step()) {
        }
    }
    // The first column of the first row; 0 when there is none.
    template <class... Values>
    [[nodiscard]] std::int64_t number(std::string_view sql, const Values&... values) {
        Statement statement = query(sql, values...);
        return statement.step() ? statement.integer(0) : 0;
    }
    // Several statements without parameters, as in a schema.
    void script(const char* sql);

    [[nodiscard]] std::int64_t lastRowId() const;
    // Rows the last INSERT, UPDATE or DELETE changed.
    [[nodiscard]] std::int64_t changedRows() const;
    [[nodiscard]] bool inTransaction() const;
    [[nodiscard]] sqlite3* handle() const { return m_handle; }

    // Throws what the last call failed with.
    [[noreturn]] void fail() const;

private:
    [[nodiscard]] Statement prepare(std::string_view sql);
    [[nodiscard]] StatementSlot& slotFor(std::string_view sql);

    sqlite3* m_handle = nullptr;
    TextMap<StatementSlot> m_slots;
};

enum class Begin { Read, Write };

// Rolls back unless committed.
class Transaction {
public:
    Transaction(Connection& connection, Begin begin);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Connection& m_connection;
    bool m_open = true;
};

// A part of a transaction that can fail alone. Rolls back to its start unless kept.
class Savepoint {
public:
    explicit Savepoint(Connection& connection);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    void keep();

private:
    Connection& m_connection;
    bool m_open = true;
};

// Copies the whole database into a new file (SQLite's backup API), which bears its name only once it is whole.
void backup(Connection& from, const std::string& path);

}  // namespace touchstone::store
