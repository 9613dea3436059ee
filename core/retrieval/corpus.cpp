// SPDX-License-Identifier: Apache-2.0

#include "retrieval/corpus.h"

#include "base/hash.h"

#include <algorithm>

namespace touchstone::retrieval {

namespace {

constexpr std::size_t kMaxBytes = 1U << 30U;

CorpusId idOf(const std::vector<Document>& documents) {
    std::string digests;
    for (const Document& document : documents) {
        for (const std::string* part : {&document.id, &document.title, &document.text})
            digests += sha256(*part).hex();
        digests += '\n';
    }
    return CorpusId(sha256(digests).hex());
}

Result<void> check(const std::vector<Document>& sorted) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (sorted[i].id.empty())
            return Error{ErrorCode::InvalidArgument,
                         "A document titled \"" + sorted[i].title + "\" has no id; give it one."};
        if (i > 0 && sorted[i].id == sorted[i - 1].id)
            return Error{ErrorCode::AlreadyExists, "Two documents have the id \"" + sorted[i].id + "\"; rename one."};
        bytes += sorted[i].text.size();
    }
    if (bytes > kMaxBytes)
        return Error{ErrorCode::InvalidArgument, "The corpus has more than 1 GiB of text; split it into several."};
    return {};
}

}  // namespace

Result<Corpus> Corpus::make(std::vector<Document> documents) {
    std::ranges::sort(documents, {}, &Document::id);
    TOUCHSTONE_TRY_VOID(check(documents));
    CorpusId id = idOf(documents);
    return Corpus(std::make_shared<const Contents>(Contents{std::move(id), std::move(documents)}));
}

}  // namespace touchstone::retrieval
