// SPDX-License-Identifier: Apache-2.0
//
// What was found, cut to the tokens that the prompt may spend on it, with a record of what was left out and why.
//
// Pure functions; safe from any thread.

#pragma once

#include "retrieval/retriever.h"
#include "workflow/document.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::retrieval {

// What a template sees as one of `sources`.
struct Source {
    std::size_t index = 0;  // from 1, in the order of the scores
    std::string documentId;
    std::string title;
    std::string text;
    std::size_t begin = 0;  // bytes into the document's text
    std::size_t end = 0;
    double score = 0;
    std::size_t tokens = 0;   // of title and text
    bool compressed = false;  // sentences are missing; "…" stands for them
};

enum class DropReason { OverBudget, Repeated };

[[nodiscard]] std::string_view toString(DropReason reason);

struct Dropped {
    Hit hit;
    DropReason reason = DropReason::OverBudget;
    std::size_t tokens = 0;  // it would have cost
};

struct Context {
    std::vector<Source> sources;
    std::vector<Dropped> dropped;
    std::size_t tokens = 0;  // of all sources
};

// Takes the hits in their order as long as they fit. One that is too long is left out, and a shorter one after it may
// still fit; with WhenOver::Compress it is cut to the sentences that say most about `query` first. A hit whose range
// lies inside one that was taken is a repetition. A budget of 0 or less takes nothing.
[[nodiscard]] Context assembleContext(std::span<const Hit> hits, std::string_view query, std::int64_t budgetTokens,
                                      workflow::WhenOver whenOver);

}  // namespace touchstone::retrieval
