// SPDX-License-Identifier: Apache-2.0
//
// store_victim FILE NAME [ROUNDS]: saves drafts, commits versions and appends traces to the workspace FILE under the
// workflow NAME, for ROUNDS rounds or until it is killed. Each line on its output names something that is committed:
// "draft REVISION", "version ID", "trace ID"; or "error CODE MESSAGE".

#include "base/system_clock.h"
#include "store/workspace.h"
#include "support/trace_generator.h"

#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>

using namespace touchstone;

namespace {

void say(const std::string& line) {
    const std::string text = line + "\n";
    if (::write(STDOUT_FILENO, text.data(), text.size()) < 0)
        std::exit(2);
}

template <class T>
bool report(const Result<T>& result) {
    if (!result.ok())
        say("error " + std::string(toString(result.error().code)) + " " + result.error().message);
    return result.ok();
}

Json documentOf(const std::string& name, std::uint64_t round) {
    return Json{{"format", "touchstone.workflow/1"},
                {"name", name},
                {"instructions", {{"text", "Round " + std::to_string(round) + std::string(2'000, 'x')}}}};
}

class Victim {
public:
    Victim(store::Workspace& workspace, std::string name) : m_workspace(workspace), m_name(std::move(name)) {
        if (const auto known = m_workspace.drafts().load(m_name, "main"); known.ok() && known.value())
            m_revision = known.value()->revision;
        if (const auto head = m_workspace.versions().find(m_name, "main"); head.ok())
            m_head = head.value();
    }

    void round(std::uint64_t number) {
        saveDraft(number);
        commitVersion(number);
        appendTraces(number);
    }

private:
    void saveDraft(std::uint64_t number) {
        store::Draft draft;
        draft.workflow = m_name;
        draft.branch = "main";
        draft.text = "round " + std::to_string(number) + std::string(5'000, 'y');
        draft.revision = m_revision;
        const auto saved = m_workspace.drafts().save(draft).wait();
        if (!report(saved))
            return;
        m_revision = saved->revision;
        say("draft " + std::to_string(m_revision));
    }

    void commitVersion(std::uint64_t number) {
        std::vector<VersionId> parents;
        if (!m_head.empty())
            parents.push_back(m_head);
        const auto made =
            workflow::makeVersion(documentOf(m_name, number), {parents, "victim", "round", m_clock.wallNow()});
        const auto stored = m_workspace.versions().put(made.value(), "main", m_head).wait();
        if (!report(stored))
            return;
        m_head = stored->id;
        say("version " + m_head.text);
    }

    void appendTraces(std::uint64_t number) {
        TraceGeneratorOptions options;
        options.seed = static_cast<std::uint64_t>(::getpid());
        std::vector<std::string> ids;
        for (std::uint64_t i = 0; i < 5; ++i) {
            const trace::Trace trace = makeTrace(number * 5 + i, options);
            if (report(m_workspace.traces().append(trace)))
                ids.push_back(trace.summary.id.text);
        }
        if (!report(m_workspace.traces().flush().wait()))
            return;
        for (const std::string& id : ids)
            say("trace " + id);
    }

    store::Workspace& m_workspace;
    const std::string m_name;
    SystemClock m_clock;
    std::int64_t m_revision = 0;
    VersionId m_head;
};

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3)
        return 64;
    std::signal(SIGXFSZ, SIG_IGN);
    SystemClock clock;
    auto opened = store::Workspace::open(argv[1], store::OpenMode::ReadWrite, clock);
    if (!report(opened))
        return 1;
    Victim victim(*opened.value(), argv[2]);
    const std::uint64_t rounds = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : UINT64_MAX;
    for (std::uint64_t i = 0; i < rounds; ++i)
        victim.round(i);
    return 0;
}
