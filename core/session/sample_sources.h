// SPDX-License-Identifier: Apache-2.0
//
// The sources of the sample workspace as values; resources/sample/README.md tells their layout.

#pragma once

#include "eval/dataset.h"
#include "store/corpora.h"

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace touchstone::session {

struct SampleCorpus {
    std::string name;
    std::vector<store::CorpusDocument> documents;
};

struct SampleVersion {
    std::string place;  // "support-triage/2", for messages
    Json document;
    std::string message;
    std::string author;
    std::string branch;
    std::vector<std::string> tags;
    std::chrono::hours age{0};
};

struct SampleWorkflow {
    std::string name;
    eval::Dataset dataset;
    Json scorers;
    std::vector<SampleVersion> versions;  // oldest first
    std::size_t tracesPerDay = 0;
    std::vector<std::string> journeys;
    double feedbackRate = 0;  // share of the traces
};

struct SampleSources {
    std::vector<SampleCorpus> corpora;
    std::vector<SampleWorkflow> workflows;
};

[[nodiscard]] Result<SampleSources> readSampleSources(const std::filesystem::path& folder);

}  // namespace touchstone::session
