// SPDX-License-Identifier: Apache-2.0
//
// A workflow made ready to run: templates, schemas, rules and policy compiled, few-shot examples rendered and indexed,
// the corpus chunked and indexed. Done once a version; each run then only reads it.
//
// Immutable; safe from any thread.

#pragma once

#include "base/finding.h"
#include "base/result.h"
#include "retrieval/corpus.h"
#include "workflow/document.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace touchstone::engine {

struct CompiledWorkflow;

// Finds the corpus a retrieval part names ("help-centre" or "help-centre@sha256:…").
using CorpusLookup = std::function<Result<retrieval::Corpus>(const std::string& reference)>;

class Prepared {
public:
    // Fails for settings this engine does not support yet (Unsupported, naming each JSON pointer), for a corpus that is
    // not there, for a policy or an example that cannot be compiled. May take a second for 10,000 examples: not for
    // the GUI thread. What the workflow shares with `like` is taken from there: whoever prepares after every key pays
    // for what the key changed.
    [[nodiscard]] static Result<std::shared_ptr<const Prepared>> prepare(workflow::Workflow workflow,
                                                                         const CorpusLookup& corpora,
                                                                         const Prepared* like = nullptr);

    [[nodiscard]] const workflow::Workflow& workflow() const;
    // Hash of the document, 64 hex digits: what traces call `document`.
    [[nodiscard]] const std::string& documentHash() const;
    // What retrieval searches; null without retrieval.
    [[nodiscard]] const retrieval::Corpus* corpus() const;
    [[nodiscard]] const CompiledWorkflow& compiled() const { return *m_compiled; }

    explicit Prepared(std::unique_ptr<const CompiledWorkflow> compiled);
    ~Prepared();

private:
    std::unique_ptr<const CompiledWorkflow> m_compiled;
};

// Everything that keeps `document` from running here, or may surprise: what workflow::parseWorkflow() finds, detectors
// of the policy that do not compile, settings this engine does not carry out yet. A document without errors can be
// prepared when its corpus is there.
[[nodiscard]] std::vector<Finding> checkDocument(const Json& document);

// The settings of `document` that are valid but that this engine does not carry out yet. A version with one of them is
// refused rather than run as if it were not there.
[[nodiscard]] std::vector<Finding> unsupportedSettings(const Json& document);

}  // namespace touchstone::engine
