// SPDX-License-Identifier: Apache-2.0

#include "session/inspection.h"

#include "context.h"
#include "inspection_policy.h"
#include "inspection_reading.h"
#include "ordered_work.h"
#include "retrieval/chunks.h"
#include "retrieval/context.h"
#include "text/template.h"
#include "text/tokens.h"

#include <algorithm>
#include <list>

namespace touchstone::session {
namespace {

constexpr std::size_t kKept = 2;        // corpora, and indexes
constexpr std::size_t kMoreThanK = 20;  // hits told beyond top_k

Result<retrieval::Corpus> readCorpus(const store::CorpusStore& corpora, const std::string& reference) {
    TOUCHSTONE_TRY(store::Corpus stored, corpora.load(reference));
    std::vector<retrieval::Document> documents;
    documents.reserve(stored.documents.size());
    for (store::CorpusDocument& document : stored.documents)
        documents.push_back({std::move(document.id), std::move(document.title), std::move(document.text)});
    return retrieval::Corpus::make(std::move(documents));
}

// What the reference stands for now: the id of the content, or the reference itself where only the store can tell.
Result<std::string> contentOf(const store::CorpusStore& corpora, const std::string& reference) {
    TOUCHSTONE_TRY(const std::vector<store::CorpusInfo> known, corpora.list());
    for (const store::CorpusInfo& corpus : known)
        if (corpus.name == reference)
            return corpus.id.text;
    return reference;
}

Result<std::size_t> placeOf(const retrieval::Corpus& corpus, const std::string& documentId) {
    const auto& documents = corpus.documents();
    const auto found = std::ranges::lower_bound(documents, documentId, {}, &retrieval::Document::id);
    if (found == documents.end() || found->id != documentId)
        return Error{ErrorCode::NotFound, "the corpus has no document '" + documentId + "'"};
    return static_cast<std::size_t>(found - documents.begin());
}

DocumentChunks chunksOf(const std::string& text, const workflow::ChunkingPart& chunking) {
    DocumentChunks result{text, {}};
    std::vector<std::int64_t> tokens;
    for (retrieval::Chunk& chunk : retrieval::chunkText(text, chunking)) {
        tokens.push_back(text::estimateTokens(std::string_view(text).substr(chunk.begin, chunk.end - chunk.begin)));
        result.chunks.push_back({chunk.begin, chunk.end, std::move(chunk.path), tokens.back()});
    }
    if (tokens.empty())
        return result;
    std::ranges::sort(tokens);
    result.fewestTokens = tokens.front();
    result.medianTokens = tokens[tokens.size() / 2];
    result.mostTokens = tokens.back();
    return result;
}

FoundChunk foundChunk(const retrieval::Hit& hit, Fate fate) {
    return {hit.documentId,
            hit.title,
            hit.text,
            hit.begin,
            hit.end,
            hit.score,
            text::estimateTokens(hit.title) + text::estimateTokens(hit.text),
            fate};
}

bool isSame(const retrieval::Source& source, const retrieval::Hit& hit) {
    return source.documentId == hit.documentId && source.begin == hit.begin && source.end == hit.end;
}

// Both lists of the context are in the order of the hits.
void tellFates(const std::vector<retrieval::Hit>& hits, const retrieval::Context& context, SearchResult& result) {
    auto source = context.sources.begin();
    auto dropped = context.dropped.begin();
    for (const retrieval::Hit& hit : hits) {
        FoundChunk& found = result.hits.emplace_back(foundChunk(hit, Fate::Chosen));
        if (source != context.sources.end() && isSame(*source, hit)) {
            found.fate = source->compressed ? Fate::Compressed : Fate::Chosen;
            found.text = source->text;
            found.tokens = static_cast<std::int64_t>(source->tokens);
            ++source;
        } else if (dropped != context.dropped.end()) {
            found.fate = dropped->reason == retrieval::DropReason::Repeated ? Fate::Repeated : Fate::OverBudget;
            ++dropped;
        }
    }
}

SearchResult searchWith(const retrieval::Retriever& retriever, const workflow::RetrievalPart& part, std::string query) {
    const auto topK = static_cast<std::size_t>(part.topK);
    SearchResult result{std::move(query), retriever.chunkCount(), {}};
    std::vector<retrieval::Hit> hits = retriever.search(result.query, topK + kMoreThanK);
    std::vector<retrieval::Hit> taken;
    for (const retrieval::Hit& hit : hits)
        if (taken.size() < topK && hit.score >= part.minScore)
            taken.push_back(hit);
    const auto context = retrieval::assembleContext(taken, result.query, part.budgetTokens, part.whenOver);
    tellFates(taken, context, result);
    for (std::size_t i = taken.size(); i < hits.size(); ++i)
        result.hits.push_back(foundChunk(hits[i], hits[i].score < part.minScore ? Fate::LowScore : Fate::BeyondTopK));
    result.tokens = static_cast<std::int64_t>(context.tokens);
    return result;
}

Result<std::string> renderQuery(const workflow::RetrievalPart& part, const Json& input) {
    const text::TemplateParse parsed = text::Template::parse(part.query);
    if (!parsed.value)
        return Error{ErrorCode::InvalidArgument, "/retrieval/query: " + parsed.findings.front().text};
    auto rendered = parsed.value->render(input);
    if (!rendered.ok())
        return Error{rendered.error().code, "/retrieval/query " + rendered.error().message, rendered.error().detail};
    return rendered;
}

Error nobodyWaits() {
    return {ErrorCode::Cancelled, "nobody waits for this any more"};
}

}  // namespace

// Only one piece of its work runs at a time, so the caches need no lock.
struct Inspection::Desk {
    struct KeptCorpus {
        std::string content;
        retrieval::Corpus corpus;
    };
    struct KeptIndex {
        CorpusId corpus;
        workflow::ChunkingPart chunking;
        retrieval::Retriever retriever;
    };
    Context& context;
    std::list<KeptCorpus> corpora;  // last used first, like the indexes
    std::list<KeptIndex> indexes;
    OrderedWork work;

    explicit Desk(Context& owner) : context(owner) {}

    Result<retrieval::Corpus> corpus(const std::string& reference) {
        const store::CorpusStore& stored = context.workspace().corpora();
        TOUCHSTONE_TRY(const std::string content, contentOf(stored, reference));
        const auto known = std::ranges::find(corpora, content, &KeptCorpus::content);
        if (known != corpora.end()) {
            corpora.splice(corpora.begin(), corpora, known);
            return corpora.front().corpus;
        }
        TOUCHSTONE_TRY(retrieval::Corpus read, readCorpus(stored, reference));
        corpora.push_front({content, read});
        if (corpora.size() > kKept)
            corpora.pop_back();
        return read;
    }

    Result<retrieval::Retriever> retriever(const std::string& reference, const workflow::ChunkingPart& chunking) {
        TOUCHSTONE_TRY(const retrieval::Corpus searched, corpus(reference));
        const auto known = std::ranges::find_if(indexes, [&](const KeptIndex& index) {
            return index.corpus == searched.id() && index.chunking.method == chunking.method &&
                   index.chunking.size == chunking.size && index.chunking.overlap == chunking.overlap;
        });
        if (known != indexes.end()) {
            indexes.splice(indexes.begin(), indexes, known);
            return indexes.front().retriever;
        }
        indexes.push_front({searched.id(), chunking, retrieval::Retriever::make(searched, chunking)});
        if (indexes.size() > kKept)
            indexes.pop_back();
        return indexes.front().retriever;
    }

    // Does `act` on a worker, after what was asked before. The queue must not keep the desk alive, which owns it.
    template <class T, class Act>
    static void oneByOne(const std::shared_ptr<Desk>& desk, std::stop_token stop, Done<T> done, Act act) {
        Desk& here = *desk;
        const bool idle = desk->work.push(
            [&here, stop = std::move(stop), done = std::move(done), act = std::move(act)](bool mayReport) mutable {
                if (!mayReport)
                    return;
                auto job = [&]() -> Result<T> { return stop.stop_requested() ? Result<T>(nobodyWaits()) : act(here); };
                done(Context::guarded<T>(job));
            });
        if (idle)
            here.context.engine().post([desk] { desk->work.runAll(); });
    }
};

Inspection::Inspection(Context& context) : m_context(context), m_desk(std::make_shared<Desk>(context)) {}
Inspection::~Inspection() = default;

void Inspection::corpus(std::string reference, Done<CorpusContents> done) {
    Desk::oneByOne<CorpusContents>(
        m_desk, {}, std::move(done), [reference = std::move(reference)](Desk& desk) -> Result<CorpusContents> {
            TOUCHSTONE_TRY(const retrieval::Corpus corpus, desk.corpus(reference));
            CorpusContents contents{corpus.id(), {}};
            contents.documents.reserve(corpus.documents().size());
            for (const retrieval::Document& document : corpus.documents())
                contents.documents.push_back(
                    {document.id, document.title, static_cast<std::int64_t>(document.text.size())});
            return contents;
        });
}

void Inspection::documentText(std::string reference, std::string documentId, Done<std::string> done) {
    Desk::oneByOne<std::string>(
        m_desk, {}, std::move(done),
        [reference = std::move(reference), documentId = std::move(documentId)](Desk& desk) -> Result<std::string> {
            TOUCHSTONE_TRY(const retrieval::Corpus corpus, desk.corpus(reference));
            TOUCHSTONE_TRY(const std::size_t place, placeOf(corpus, documentId));
            return corpus.documents()[place].text;
        });
}

void Inspection::chunk(std::string reference, std::string documentId, Json chunking, std::stop_token stop,
                       Done<DocumentChunks> done) {
    Desk::oneByOne<DocumentChunks>(m_desk, std::move(stop), std::move(done),
                                   [reference = std::move(reference), documentId = std::move(documentId),
                                    chunking = std::move(chunking)](Desk& desk) -> Result<DocumentChunks> {
                                       TOUCHSTONE_TRY(const workflow::ChunkingPart part, readChunkingPart(chunking));
                                       TOUCHSTONE_TRY(const retrieval::Corpus corpus, desk.corpus(reference));
                                       TOUCHSTONE_TRY(const std::size_t place, placeOf(corpus, documentId));
                                       return chunksOf(corpus.documents()[place].text, part);
                                   });
}

void Inspection::search(SearchRequest request, std::stop_token stop, Done<SearchResult> done) {
    Desk::oneByOne<SearchResult>(
        m_desk, stop, std::move(done), [request = std::move(request), stop](Desk& desk) -> Result<SearchResult> {
            TOUCHSTONE_TRY(const workflow::Workflow parts,
                           readRetrievalParts(request.document, request.query.has_value()));
            std::string query;
            if (request.query) {
                query = *request.query;
            } else {
                TOUCHSTONE_TRY(query, renderQuery(*parts.retrieval, request.input));
            }
            TOUCHSTONE_TRY(const auto retriever, desk.retriever(parts.retrieval->corpus, parts.chunking));
            if (stop.stop_requested())
                return nobodyWaits();
            return searchWith(retriever, *parts.retrieval, std::move(query));
        });
}

void Inspection::screen(ScreenRequest request, std::stop_token stop, Done<ScreenResult> done) {
    m_context.async<ScreenResult>(
        [request = std::move(request), stop = std::move(stop)]() -> Result<ScreenResult> {
            return stop.stop_requested() ? Result<ScreenResult>(nobodyWaits()) : screenNow(request);
        },
        std::move(done));
}

}  // namespace touchstone::session
