// SPDX-License-Identifier: Apache-2.0
//
// The one thread that writes. It owns the write connection and runs jobs in the order they were queued: a durable job
// alone in a transaction at synchronous=FULL, batched jobs together at NORMAL, at most 50 ms after the first of them.
//
// Thread-safe. Destroying it runs what is queued first. No exception leaves its thread: whoever waits is told of an
// error, also when memory is short.

#pragma once

#include "listeners.h"
#include "place.h"
#include "sqlite.h"
#include "store/pending.h"
#include "trace_groups.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace touchstone::store {

// What a job writes with. Only on the writer's thread.
struct WriteSession {
    Connection& connection;
    TraceGroups& groups;
};

enum class Durability { Full, Batched };

class Writer {
public:
    // `path` is watched: when another file stands there, nothing more is written.
    Writer(std::unique_ptr<Connection> connection, std::string path, Listeners& listeners);
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // Queues `work`, which may throw Failure. A batched job that fails takes nothing with it.
    template <class T>
    [[nodiscard]] Pending<T> submit(Durability durability, Change change, std::function<T(WriteSession&)> work);

    // Queues a trace of `bytes`, or counts it as dropped when too much is queued. `work` fails with its whole batch.
    [[nodiscard]] Result<void> submitTrace(std::size_t bytes, std::function<void(WriteSession&)> work);
    // Completes when all traces queued before are committed; with the first loss since the last flush.
    [[nodiscard]] Pending<void> flushTraces();
    [[nodiscard]] std::uint64_t droppedTraces() const { return m_dropped; }

private:
    using Moment = std::chrono::steady_clock::time_point;

    struct Job {
        Durability durability = Durability::Full;
        std::optional<Change> change;
        std::size_t bytes = 0;
        bool urgent = false;  // a batch does not wait for more
        std::function<void(WriteSession&)> run;
        std::function<void(const std::optional<Error>&)> done;
        Moment queued;
    };

    void enqueue(Job job);
    void loop();
    // Blocks until there is something to do; m_jobs is empty at the end.
    void nextJobs();
    void takeJobs();
    [[nodiscard]] bool batchIsDue() const;
    void runJobs();
    void notifyListeners();
    [[nodiscard]] std::optional<Error> commit() noexcept;
    [[nodiscard]] std::optional<Error> commitUnlessStopped();
    void commitUnchecked();
    void useDurability(Durability durability);
    void emptyLogOfMovedFile() noexcept;
    void loseTrace(const Error& error) noexcept;

    // Writer's thread only
    std::unique_ptr<Connection> m_connection;
    TraceGroups m_groups;
    WriteSession m_session;
    Durability m_durability = Durability::Full;
    std::vector<Job> m_jobs;         // those being run; its room is made ahead, so that taking them needs no memory
    std::optional<Error> m_stopped;  // why nothing more is written
    // Constant after construction
    const std::string m_path;
    const std::optional<FileId> m_file;
    Listeners& m_listeners;
    // Synchronised by itself
    std::atomic<std::uint64_t> m_dropped{0};

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    // Guarded by m_mutex
    std::deque<Job> m_queue;
    std::size_t m_queuedBytes = 0;
    std::size_t m_hurried = 0;  // queued jobs that end a batch's waiting
    bool m_ending = false;
    std::optional<Error> m_loss;  // of traces, since the last flush
    // Last member: starts when everything above exists
    std::thread m_thread;
};

// In a text that needs no memory of its own.
[[nodiscard]] inline Error outOfMemory() {
    return {ErrorCode::Unavailable, "out of memory"};
}

// Runs `work` so that its failure undoes it alone; what broke the whole transaction is thrown on.
template <class T>
Result<T> runAlone(WriteSession& session, const std::function<T(WriteSession&)>& work) {
    try {
        Savepoint savepoint(session.connection);
        if constexpr (std::is_void_v<T>) {
            work(session);
            savepoint.keep();
            return {};
        } else {
            T value = work(session);
            savepoint.keep();
            return value;
        }
    } catch (const Failure& failure) {
        if (failure.final || !session.connection.inTransaction())
            throw;
        return failure.error;
    }
}

template <class T>
Pending<T> Writer::submit(Durability durability, Change change, std::function<T(WriteSession&)> work) {
    const Pending<T> pending;
    const auto result = std::make_shared<std::optional<Result<T>>>();
    Job job;
    job.durability = durability;
    job.change = change;
    job.run = [work = std::move(work), result](WriteSession& session) { *result = runAlone<T>(session, work); };
    job.done = [pending, result](const std::optional<Error>& error) {
        std::optional<Result<T>> told;
        try {
            told = error ? Result<T>(*error) : **result;
        } catch (const std::bad_alloc&) {
            told = outOfMemory();
        }
        pending.complete(*std::move(told));
    };
    enqueue(std::move(job));
    return pending;
}

}  // namespace touchstone::store
