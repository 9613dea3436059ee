// SPDX-License-Identifier: Apache-2.0

#include "sqlite.h"

#include "sqlite_error.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace touchstone::store {
namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kLargestValue = 256 << 20;  // bytes of one row or text
constexpr std::size_t kCachedStatements = 256;

// SQLite's URI form of a path, with "immutable": no locks and no -shm, for places nobody can write to.
std::string immutableUri(const std::string& path) {
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string uri = "file:";
    for (const char c : path) {
        if (kPlain.find(c) != std::string_view::npos) {
            uri += c;
            continue;
        }
        uri += '%';
        uri += kDigits[static_cast<unsigned char>(c) >> 4U];
        uri += kDigits[static_cast<unsigned char>(c) & 0xFU];
    }
    return uri + "?immutable=1";
}

int openFlags(Access access) {
    switch (access) {
        case Access::ReadWrite:
            return SQLITE_OPEN_READWRITE;
        case Access::Create:
            return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        case Access::ReadOnly:
            return SQLITE_OPEN_READONLY;
        case Access::Immutable:
            return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    }
    return SQLITE_OPEN_READONLY;
}

// A workspace may come from a stranger: nothing stored in it may run.
void harden(sqlite3* handle) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLargestValue);
}

void finalize(const StatementSlot& slot) {
    for (sqlite3_stmt* statement : slot.idle)
        sqlite3_finalize(statement);
}

}  // namespace

Statement::Statement(Connection& connection, StatementSlot& slot, sqlite3_stmt* statement)
    : m_connection(connection), m_slot(slot), m_statement(statement) {
    ++m_slot.running;
}

Statement::Statement(Statement&& other) noexcept
    : m_connection(other.m_connection),
      m_slot(other.m_slot),
      m_statement(std::exchange(other.m_statement, nullptr)),
      m_bound(other.m_bound) {}

Statement::~Statement() {
    if (!m_statement)
        return;
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    m_slot.idle.push_back(m_statement);
    --m_slot.running;
}

void Statement::bind(std::int64_t value) {
    if (sqlite3_bind_int64(m_statement, ++m_bound, value) != SQLITE_OK)
        m_connection.fail();
}

void Statement::bind(double value) {
    if (sqlite3_bind_double(m_statement, ++m_bound, value) != SQLITE_OK)
        m_connection.fail();
}

// The empty text must not become NULL, which SQLite makes of a null pointer.
void Statement::bind(std::string_view text) {
    const char* bytes = text.data() ? text.data() : "";
    if (sqlite3_bind_text64(m_statement, ++m_bound, bytes, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8) != SQLITE_OK)
        m_connection.fail();
}

void Statement::bind(Blob blob) {
    const char* bytes = blob.bytes.data() ? blob.bytes.data() : "";
    if (sqlite3_bind_blob64(m_statement, ++m_bound, bytes, blob.bytes.size(), SQLITE_TRANSIENT) != SQLITE_OK)
        m_connection.fail();
}

void Statement::bind(std::nullopt_t) {
    if (sqlite3_bind_null(m_statement, ++m_bound) != SQLITE_OK)
        m_connection.fail();
}

bool Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        m_connection.fail();
    return code == SQLITE_ROW;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

bool Statement::isInteger(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_INTEGER;
}

bool Statement::isText(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_TEXT;
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}

std::string_view Statement::text(int column) const {
    return blob(column);
}

std::string_view Statement::blob(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
    const int size = sqlite3_column_bytes(m_statement, column);
    return {bytes ? bytes : "", static_cast<std::size_t>(size)};
}

Connection::Connection(const std::string& path, Access access) {
    const std::string name = access == Access::Immutable ? immutableUri(path) : path;
    const int flags = openFlags(access) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (sqlite3_open_v2(name.c_str(), &m_handle, flags, nullptr) != SQLITE_OK) {
        Failure failure = sqliteFailure(m_handle);
        sqlite3_close(m_handle);
        throw std::move(failure);
    }
    sqlite3_busy_timeout(m_handle, kBusyTimeoutMs);
    harden(m_handle);
}

Connection::~Connection() {
    for (const auto& [sql, slot] : m_slots)
        finalize(slot);
    sqlite3_close(m_handle);
}

StatementSlot& Connection::slotFor(std::string_view sql) {
    if (const auto found = m_slots.find(sql); found != m_slots.end())
        return found->second;
    if (m_slots.size() >= kCachedStatements)
        std::erase_if(m_slots, [](const auto& entry) {
            if (entry.second.running == 0)
                finalize(entry.second);
            return entry.second.running == 0;
        });
    return m_slots[std::string(sql)];
}

Statement Connection::prepare(std::string_view sql) {
    StatementSlot& slot = slotFor(sql);
    if (!slot.idle.empty()) {
        sqlite3_stmt* statement = slot.idle.back();
        slot.idle.pop_back();
        return {*this, slot, statement};
    }
    slot.idle.reserve(static_cast<std::size_t>(slot.running) + 1);  // ~Statement must not need memory
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v3(m_handle, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                           nullptr) != SQLITE_OK)
        fail();
    return {*this, slot, statement};
}

void Connection::script(const char* sql) {
    if (sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail();
}

std::int64_t Connection::lastRowId() const {
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Connection::changedRows() const {
    return sqlite3_changes64(m_handle);
}

bool Connection::inTransaction() const {
    return sqlite3_get_autocommit(m_handle) == 0;
}

void Connection::fail() const {
    throw sqliteFailure(m_handle);
}

Transaction::Transaction(Connection& connection, Begin begin) : m_connection(connection) {
    m_connection.run(begin == Begin::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

// SQLite has rolled back by itself after the gravest errors; a ROLLBACK that fails leaves nothing more to do.
Transaction::~Transaction() {
    if (m_open && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    m_connection.run("COMMIT");
    m_open = false;
}

Savepoint::Savepoint(Connection& connection) : m_connection(connection) {
    m_connection.run("SAVEPOINT part");
}

Savepoint::~Savepoint() {
    if (m_open && m_connection.inTransaction())
        sqlite3_exec(m_connection.handle(), "ROLLBACK TO part; RELEASE part", nullptr, nullptr, nullptr);
}

void Savepoint::keep() {
    m_connection.run("RELEASE part");
    m_open = false;
}

void backup(Connection& from, const std::string& path) {
    const std::string partial = path + ".partial";
    std::remove(partial.c_str());
    {
        Connection to(partial, Access::Create);
        sqlite3_backup* copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
        if (!copy)
            to.fail();
        const int stepped = sqlite3_backup_step(copy, -1);
        const int finished = sqlite3_backup_finish(copy);
        if (stepped != SQLITE_DONE || finished != SQLITE_OK)
            to.fail();
    }
    if (std::rename(partial.c_str(), path.c_str()) != 0)
        throw Failure{{ErrorCode::Unavailable, "the copy could not be named \"" + path + "\"", std::strerror(errno)}};
}

}  // namespace touchstone::store
