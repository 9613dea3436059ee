// SPDX-License-Identifier: Apache-2.0
//
// What the verbs of a session share: the workspace, the engine, and versions made ready to run.

#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "engine/engine.h"
#include "ordered_work.h"
#include "store/workspace.h"

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace touchstone::session {

class Context {
public:
    Context(std::unique_ptr<store::Workspace> workspace, engine::EngineParts parts);
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    [[nodiscard]] store::Workspace& workspace() { return *m_workspace; }
    [[nodiscard]] engine::Engine& engine() { return m_engine; }
    [[nodiscard]] Clock& clock() { return m_clock; }
    [[nodiscard]] Random& random() { return m_random; }

    // Runs `work` on a worker; its result goes to `done`.
    template <class T, class Work>
    void async(Work work, std::function<void(Result<T>)> done) {
        m_engine.post([work = std::move(work), done = std::move(done)]() mutable { done(guarded<T>(work)); });
    }

    // The same for what must not be lost: one after another, and what no worker came to is done when the session ends
    // (then `done` is not called).
    template <class T, class Work>
    void inOrder(Work work, std::function<void(Result<T>)> done) {
        const bool idle = m_ordered.push([work = std::move(work), done = std::move(done)](bool mayReport) mutable {
            Result<T> result = guarded<T>(work);
            if (mayReport)
                done(std::move(result));
        });
        if (idle)
            m_engine.post([this] { m_ordered.runAll(); });
    }
    // Reports a write that is under way from a worker. The store's own thread calls nobody who could act through the
    // session: it outlives the engine.
    template <class T>
    void report(store::Pending<T> pending, std::function<void(Result<T>)> done) {
        async<T>([pending = std::move(pending)] { return pending.wait(); }, std::move(done));
    }

    // No exception leaves a worker: what our own promises or the machine (out of memory) throw becomes an error.
    template <class T, class Work>
    static Result<T> guarded(Work& work) {
        try {
            return work();
        } catch (const std::exception& broken) {
            return Error{ErrorCode::Internal, std::string("internal error: ") + broken.what()};
        }
    }

    [[nodiscard]] store::Subscription onChanged(store::OnChange callback);

    // A version by what people write for it.
    [[nodiscard]] Result<workflow::Version> findVersion(const std::string& workflow, const std::string& reference);
    // A committed version, ready to run; the last few are kept ready. Safe from any worker.
    [[nodiscard]] Result<std::shared_ptr<const engine::Prepared>> prepareVersion(const VersionId& version);
    // A document that passed through an editor.
    [[nodiscard]] Result<std::shared_ptr<const engine::Prepared>> prepareText(const std::string& text);
    // A document that is being typed: what it shares with `like` (null: nothing) is not made again, and it takes no
    // version's place among those kept ready.
    [[nodiscard]] Result<std::shared_ptr<const engine::Prepared>> prepareDraft(const Json& document,
                                                                               const engine::Prepared* like);

private:
    [[nodiscard]] Result<std::shared_ptr<const engine::Prepared>> prepareDocument(const Json& document);
    [[nodiscard]] std::shared_ptr<const engine::Prepared> recall(const std::string& documentHash);
    void remember(const std::shared_ptr<const engine::Prepared>& prepared);

    // Constant after construction
    std::unique_ptr<store::Workspace> m_workspace;
    Clock& m_clock;
    Random& m_random;

    std::mutex m_mutex;
    // Guarded by m_mutex; last used first
    std::list<std::shared_ptr<const engine::Prepared>> m_ready;

    // Closed before anything here goes away
    const std::shared_ptr<Gate> m_listeners = std::make_shared<Gate>();
    // After the workspace, which it writes to; before the engine, whose workers do it
    OrderedWork m_ordered;
    // Last member: its workers use everything above
    engine::Engine m_engine;
};

}  // namespace touchstone::session
