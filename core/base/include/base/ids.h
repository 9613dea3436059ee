// SPDX-License-Identifier: Apache-2.0
//
// Names of things, each a type of its own so that they cannot be swapped by accident.

#pragma once

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace touchstone {

template <class Tag>
struct Id {
    std::string text;

    Id() = default;
    explicit Id(std::string value) : text(std::move(value)) {}

    [[nodiscard]] bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
};

using WorkflowId = Id<struct WorkflowTag>;      // a workflow's name, unique in its workspace
using VersionId = Id<struct VersionTag>;        // 64 hex digits: SHA-256 of the version's canonical JSON
using PartHash = Id<struct PartHashTag>;        // 64 hex digits: SHA-256 of the part's canonical JSON
using DatasetId = Id<struct DatasetTag>;        // 64 hex digits: SHA-256 over the dataset's cases
using CaseId = Id<struct CaseTag>;              // 64 hex digits: SHA-256 of the case's canonical JSON
using CorpusId = Id<struct CorpusTag>;          // 64 hex digits: SHA-256 over the corpus's documents
using ExperimentId = Id<struct ExperimentTag>;  // 32 hex digits, random
using TraceId = Id<struct TraceTag>;            // 32 hex digits, W3C Trace Context
using SpanId = Id<struct SpanTag>;              // 16 hex digits, W3C Trace Context

// The first seven digits: how an id is shown to people.
template <class Tag>
[[nodiscard]] std::string shortText(const Id<Tag>& id) {
    return id.text.substr(0, 7);
}

}  // namespace touchstone

template <class Tag>
struct std::hash<touchstone::Id<Tag>> {
    std::size_t operator()(const touchstone::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text); }
};
