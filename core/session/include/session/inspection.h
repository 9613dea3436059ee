// SPDX-License-Identifier: Apache-2.0
//
// Looking at what a workflow would find and what its policy would say, without a run: for those who edit it. Parts may
// come from a draft that does not run yet: only the parts that are needed are read, and what is wrong with them is the
// error. Nothing is stored, nothing is sent. Thread-safe, see session.h.
//
// What reads a corpus is done one after another, so that it never takes more than one worker. Corpora and indexes that
// were used last are kept, so asking again while somebody types costs a search, not an index. Request `stop` when
// nobody waits for the answer any more: it is Cancelled then, unless it was already under way.

#pragma once

#include "base/ids.h"
#include "base/json.h"
#include "policy/verdict.h"
#include "session/done.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace touchstone::session {

class Context;

struct DocumentInfo {
    std::string id;
    std::string title;
    std::int64_t bytes = 0;  // of text
};

struct CorpusContents {
    CorpusId id;
    std::vector<DocumentInfo> documents;  // in the order of their ids
};

// Ranges are bytes into the document's text.
struct InspectedChunk {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string path;         // markdown: the headings above, "Billing › Refunds"; else empty
    std::int64_t tokens = 0;  // estimated
};

struct DocumentChunks {
    std::string text;
    std::vector<InspectedChunk> chunks;  // in text order
    std::int64_t fewestTokens = 0;       // of one chunk
    std::int64_t medianTokens = 0;
    std::int64_t mostTokens = 0;
};

struct SearchRequest {
    Json document;                     // its inputs, retrieval and chunking are read
    std::optional<std::string> query;  // unset: rendered from /retrieval/query and `input`
    Json input = Json::object();
};

enum class Fate { Chosen, Compressed, OverBudget, Repeated, LowScore, BeyondTopK };

struct FoundChunk {
    std::string documentId;
    std::string title;
    std::string text;  // as found; what is left of it when Compressed
    std::size_t begin = 0;
    std::size_t end = 0;
    double score = 0;         // 0..1
    std::int64_t tokens = 0;  // what it costs or would have cost the prompt, estimated
    Fate fate = Fate::Chosen;
};

struct SearchResult {
    std::string query;
    std::size_t chunks = 0;        // searched
    std::vector<FoundChunk> hits;  // best first; with some that a larger top_k or a lower min_score would add
    std::int64_t tokens = 0;       // of what was chosen
};

struct ScreenRequest {
    Json policy;  // the part
    Json inputs;  // the input schema; null: one field, `text`
    workflow::PolicyStage stage = workflow::PolicyStage::Input;
    std::string text;
};

// What one rule of the stage says about the text.
struct RuleSighting {
    std::size_t rule = 0;  // its place in the policy
    std::string id;
    workflow::PolicyAction action = workflow::PolicyAction::Flag;
    bool applies = false;
    std::vector<policy::Hit> hits;  // bytes into the text as given, whatever rules before it redacted
    std::string message;            // for people
    std::string broken;             // why the rule cannot be tested; empty when it can
};

struct ScreenResult {
    std::vector<RuleSighting> rules;  // one for each rule of the stage, in order
    bool blocked = false;
    std::string blockedBy;  // id of the first rule that blocks
    std::string routeTo;
    std::string text;   // after redaction; empty when blocked
    std::string field;  // of the input that the text stood in; the others had examples or defaults of the schema
};

class Inspection {
public:
    explicit Inspection(Context& context);
    ~Inspection();

    // `reference` as in /retrieval/corpus. NotFound says what was probably meant.
    void corpus(std::string reference, Done<CorpusContents> done);
    void documentText(std::string reference, std::string documentId, Done<std::string> done);
    // `chunking` is the part; null: its defaults.
    void chunk(std::string reference, std::string documentId, Json chunking, std::stop_token stop,
               Done<DocumentChunks> done);
    // Searches as a run would, and tells why a hit is not sent.
    void search(SearchRequest request, std::stop_token stop, Done<SearchResult> done);
    // Screens as a run would. InvalidArgument for the stage `tool`, which runs do not have yet.
    void screen(ScreenRequest request, std::stop_token stop, Done<ScreenResult> done);

private:
    struct Desk;

    Context& m_context;
    // Shared with the work under way, which may outlive this object
    const std::shared_ptr<Desk> m_desk;
};

}  // namespace touchstone::session
