// SPDX-License-Identifier: Apache-2.0

#include "writer.h"

#include <exception>

namespace touchstone::store {
namespace {

constexpr std::chrono::milliseconds kBatchTime{50};
constexpr std::size_t kBatchJobs = 8192;               // when they come fast: each index page is written once a batch
constexpr std::size_t kMostQueuedBytes = 256U << 20U;  // of traces

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection, std::string path, Listeners& listeners)
    : m_connection(std::move(connection)),
      m_session{*m_connection, m_groups},
      m_path(std::move(path)),
      m_file(fileIdAt(m_path)),
      m_listeners(listeners) {
    m_jobs.reserve(kBatchJobs);
    m_connection->run("PRAGMA synchronous = FULL");
    m_thread = std::thread([this] { loop(); });
}

Writer::~Writer() {
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_all();
    m_thread.join();
    emptyLogOfMovedFile();
}

// SQLite neither folds nor removes the -wal of a file that was moved, and would take it for that of the next file at
// the path. Folded, it holds nothing of ours, and the file that was moved has all of it.
void Writer::emptyLogOfMovedFile() noexcept {
    if (!m_file || fileIdAt(m_path) == m_file)
        return;
    try {
        m_connection->run("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (...) {
        // A full disk, say: the log stays, and nobody is left to be told.
    }
}

Result<void> Writer::submitTrace(std::size_t bytes, std::function<void(WriteSession&)> work) {
    Job job;
    job.durability = Durability::Batched;
    job.change = Change::Traces;
    job.bytes = bytes;
    job.run = std::move(work);
    job.done = [this](const std::optional<Error>& error) {
        if (error)
            loseTrace(*error);
    };
    {
        const std::lock_guard lock(m_mutex);
        if (m_queuedBytes + bytes <= kMostQueuedBytes) {
            job.queued = std::chrono::steady_clock::now();
            m_queue.push_back(std::move(job));
            m_queuedBytes += bytes;
            // One wake-up to start the clock of a batch, one when it is full: waking for each trace costs more than it.
            if (m_queue.size() == 1 || m_queue.size() == kBatchJobs)
                m_changed.notify_one();
            return {};
        }
    }
    Error error{ErrorCode::Unavailable,
                "a trace was dropped: traces come faster than the disk takes them. Send fewer, or use a faster disk"};
    loseTrace(error);
    return error;
}

Pending<void> Writer::flushTraces() {
    const Pending<void> pending;
    Job job;
    job.durability = Durability::Batched;
    job.urgent = true;
    job.done = [this, pending](const std::optional<Error>& error) {
        std::optional<Error> loss;
        {
            const std::lock_guard lock(m_mutex);
            loss = std::exchange(m_loss, std::nullopt);
        }
        try {
            if (!loss)
                loss = error;
        } catch (const std::bad_alloc&) {
            loss = outOfMemory();
        }
        pending.complete(loss ? Result<void>(*std::move(loss)) : Result<void>());
    };
    enqueue(std::move(job));
    return pending;
}

void Writer::loseTrace(const Error& error) noexcept {
    ++m_dropped;
    const std::lock_guard lock(m_mutex);
    if (m_loss)
        return;
    try {
        m_loss = error;
    } catch (const std::bad_alloc&) {
        m_loss = outOfMemory();
    }
}

void Writer::enqueue(Job job) {
    {
        const std::lock_guard lock(m_mutex);
        job.queued = std::chrono::steady_clock::now();
        const bool hurried = job.durability == Durability::Full || job.urgent;
        m_queue.push_back(std::move(job));
        m_hurried += hurried ? 1 : 0;
    }
    m_changed.notify_one();
}

void Writer::loop() {
    for (;;) {
        nextJobs();
        if (m_jobs.empty())
            return;
        runJobs();
    }
}

bool Writer::batchIsDue() const {
    return m_ending || m_hurried > 0 || m_queue.size() >= kBatchJobs;
}

void Writer::nextJobs() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_ending || !m_queue.empty(); });
    if (m_queue.empty())
        return;
    if (m_queue.front().durability == Durability::Batched)
        m_changed.wait_until(lock, m_queue.front().queued + kBatchTime, [this] { return batchIsDue(); });
    takeJobs();
}

void Writer::takeJobs() {
    const Durability durability = m_queue.front().durability;
    const std::size_t most = durability == Durability::Full ? 1 : kBatchJobs;
    while (!m_queue.empty() && m_jobs.size() < most && m_queue.front().durability == durability) {
        m_jobs.push_back(std::move(m_queue.front()));
        m_queue.pop_front();
        m_queuedBytes -= m_jobs.back().bytes;
        if (durability == Durability::Full || m_jobs.back().urgent)
            --m_hurried;
    }
}

// What a callback throws is its own affair: its job is over.
void Writer::runJobs() {
    const std::optional<Error> error = commit();
    for (const Job& job : m_jobs) {
        try {
            job.done(error);
        } catch (...) {
        }
    }
    if (!error)
        notifyListeners();
    m_jobs.clear();
}

void Writer::notifyListeners() {
    try {
        std::set<Change> changes;
        for (const Job& job : m_jobs)
            if (job.change)
                changes.insert(*job.change);
        m_listeners.notify(changes);
    } catch (...) {
    }
}

std::optional<Error> Writer::commit() noexcept {
    try {
        return commitUnlessStopped();
    } catch (...) {
        return outOfMemory();
    }
}

std::optional<Error> Writer::commitUnlessStopped() {
    if (m_stopped)
        return m_stopped;
    try {
        commitUnchecked();
        return std::nullopt;
    } catch (const Failure& failure) {
        m_groups.clear();
        if (failure.final) {
            m_stopped = outOfMemory();  // stands if there is none for better words
            m_stopped = Error{ErrorCode::Unavailable,
                              "the disk failed to keep what was written, so nothing more is written to this workspace. "
                              "Check the disk, then open the workspace again",
                              failure.error.detail};
        }
        return m_stopped ? *m_stopped : failure.error;
    } catch (const std::bad_alloc&) {
        m_groups.clear();
        return outOfMemory();
    } catch (const std::exception& exception) {
        m_groups.clear();
        return Error{ErrorCode::Internal, "writing to the workspace failed unexpectedly; please report this",
                     exception.what()};
    }
}

void Writer::commitUnchecked() {
    requireSameFile(m_path, m_file);
    useDurability(m_jobs.front().durability);
    Transaction transaction(*m_connection, Begin::Write);
    for (Job& job : m_jobs)
        if (job.run)
            job.run(m_session);
    m_groups.save(*m_connection);
    transaction.commit();
}

// May be changed between transactions only.
void Writer::useDurability(Durability durability) {
    if (m_durability == durability)
        return;
    m_connection->run(durability == Durability::Full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
    m_durability = durability;
}

}  // namespace touchstone::store
