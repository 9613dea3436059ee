// SPDX-License-Identifier: Apache-2.0
//
// Folders of text files as values.

#pragma once

#include "base/finding.h"
#include "base/result.h"
#include "store/corpora.h"
#include "workflow/folder.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::session {

// The relative paths of all files below `folder`, sorted; hidden files and folders and symbolic links are left out here
// and below. Fails for more than 100,000.
[[nodiscard]] Result<std::vector<std::string>> listFolder(const std::filesystem::path& folder);

// Every file below `folder` by its relative path.
[[nodiscard]] Result<workflow::Folder> readTextFolder(const std::filesystem::path& folder);

// The .md and .txt files below `folder` as documents: id is the relative path, title the first heading.
[[nodiscard]] Result<std::vector<store::CorpusDocument>> readDocuments(const std::filesystem::path& folder);

// Says that retrieval names a corpus the workspace does not have, and which was probably meant.
[[nodiscard]] std::optional<Finding> missingCorpus(store::CorpusStore& corpora, const Json& document);

// A corpus named without its hash is pinned to the one it means now, so that the version stays reproducible.
[[nodiscard]] Result<void> pinCorpus(store::CorpusStore& corpora, Json& document);

}  // namespace touchstone::session
