// SPDX-License-Identifier: Apache-2.0

#include "context.h"

#include "retrieval/corpus.h"
#include "workflow/parse.h"
#include "workflow/version.h"

namespace touchstone::session {
namespace {

constexpr std::size_t kKeptReady = 8;

Error firstError(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        if (finding.severity == Severity::Error)
            return {ErrorCode::InvalidArgument, "the workflow is not valid: " + toLine(finding)};
    return {ErrorCode::InvalidArgument, "the workflow is not valid"};
}

Result<retrieval::Corpus> loadCorpus(const store::CorpusStore& corpora, const std::string& reference) {
    TOUCHSTONE_TRY(store::Corpus stored, corpora.load(reference));
    std::vector<retrieval::Document> documents;
    documents.reserve(stored.documents.size());
    for (store::CorpusDocument& document : stored.documents)
        documents.push_back({std::move(document.id), std::move(document.title), std::move(document.text)});
    return retrieval::Corpus::make(std::move(documents));
}

// The id of what a reference means now; empty when the store has to find it.
std::string corpusIdOf(const store::CorpusStore& corpora, const std::string& reference) {
    constexpr std::string_view kMark = "@sha256:";
    if (const auto mark = reference.find(kMark); mark != std::string::npos)
        return reference.substr(mark + kMark.size());
    const auto known = corpora.list();
    if (known.ok())
        for (const store::CorpusInfo& corpus : known.value())
            if (corpus.name == reference)
                return corpus.id.text;
    return {};
}

}  // namespace

Context::Context(std::unique_ptr<store::Workspace> workspace, engine::EngineParts parts)
    : m_workspace(std::move(workspace)), m_clock(parts.clock), m_random(parts.random), m_engine(parts) {}

Context::~Context() {
    m_listeners->close();
}

store::Subscription Context::onChanged(store::OnChange callback) {
    return m_workspace->onChanged([gate = m_listeners, callback = std::move(callback)](store::Change change) {
        gate->pass([&] { callback(change); });
    });
}

Result<workflow::Version> Context::findVersion(const std::string& workflow, const std::string& reference) {
    TOUCHSTONE_TRY(const VersionId id, m_workspace->versions().find(workflow, reference));
    return m_workspace->versions().load(id.text);
}

Result<std::shared_ptr<const engine::Prepared>> Context::prepareVersion(const VersionId& version) {
    TOUCHSTONE_TRY(const workflow::Version loaded, m_workspace->versions().load(version.text));
    return prepareDocument(loaded.document);
}

Result<std::shared_ptr<const engine::Prepared>> Context::prepareText(const std::string& text) {
    TOUCHSTONE_TRY(const Json document, parseJson(text));
    return prepareDocument(document);
}

Result<std::shared_ptr<const engine::Prepared>> Context::prepareDocument(const Json& document) {
    TOUCHSTONE_TRY(const std::string hash, workflow::hashDocument(document));
    if (auto ready = recall(hash))
        return ready;
    workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
    if (!parsed.value)
        return firstError(parsed.findings);
    const auto corpora = [this](const std::string& reference) { return loadCorpus(m_workspace->corpora(), reference); };
    TOUCHSTONE_TRY(auto prepared, engine::Prepared::prepare(*std::move(parsed.value), corpora));
    remember(prepared);
    return prepared;
}

Result<std::shared_ptr<const engine::Prepared>> Context::prepareDraft(const Json& document,
                                                                      const engine::Prepared* like) {
    workflow::WorkflowParse parsed = workflow::parseWorkflow(document);
    if (!parsed.value)
        return firstError(parsed.findings);
    const retrieval::Corpus* known = like ? like->corpus() : nullptr;
    const auto corpora = [this, known](const std::string& reference) {
        if (known && corpusIdOf(m_workspace->corpora(), reference) == known->id().text)
            return Result<retrieval::Corpus>(*known);
        return loadCorpus(m_workspace->corpora(), reference);
    };
    return engine::Prepared::prepare(*std::move(parsed.value), corpora, like);
}

std::shared_ptr<const engine::Prepared> Context::recall(const std::string& documentHash) {
    const std::lock_guard lock(m_mutex);
    const auto found = std::find_if(m_ready.begin(), m_ready.end(),
                                    [&](const auto& ready) { return ready->documentHash() == documentHash; });
    if (found == m_ready.end())
        return nullptr;
    m_ready.splice(m_ready.begin(), m_ready, found);
    return m_ready.front();
}

void Context::remember(const std::shared_ptr<const engine::Prepared>& prepared) {
    // A corpus named without its hash may change under the same document, so only what is pinned is kept.
    const auto& retrieval = prepared->workflow().retrieval;
    if (retrieval && retrieval->corpus.find("@sha256:") == std::string::npos)
        return;
    const std::lock_guard lock(m_mutex);
    m_ready.push_front(prepared);
    if (m_ready.size() > kKeptReady)
        m_ready.pop_back();
}

}  // namespace touchstone::session
