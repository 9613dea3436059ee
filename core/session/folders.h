// SPDX-License-Identifier: Apache-2.0
//
// Folders of text files as values.

#pragma once

#include "base/result.h"
#include "store/corpora.h"
#include "workflow/folder.h"

#include <filesystem>
#include <vector>

namespace touchstone::session {

// Every file below `folder` by its relative path; hidden files and symbolic links are left out.
[[nodiscard]] Result<workflow::Folder> readTextFolder(const std::filesystem::path& folder);

// The .md and .txt files below `folder` as documents: id is the relative path, title the first heading.
[[nodiscard]] Result<std::vector<store::CorpusDocument>> readDocuments(const std::filesystem::path& folder);

// A corpus named without its hash is pinned to the one it means now, so that the version stays reproducible.
[[nodiscard]] Result<void> pinCorpus(store::CorpusStore& corpora, Json& document);

}  // namespace touchstone::session
