// SPDX-License-Identifier: Apache-2.0

#include "folders.h"

#include "session/files.h"

#include <algorithm>

namespace touchstone::session {

namespace fs = std::filesystem;

namespace {

// "# Title" of the first heading, else the file's name.
std::string titleOf(const std::string& text, const fs::path& file) {
    if (text.starts_with("# "))
        return text.substr(2, text.find_first_of("\r\n") - 2);
    return file.stem().string();
}

Result<std::vector<fs::path>> filesBelow(const fs::path& folder) {
    std::error_code problem;
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem))
        if (entry->is_regular_file(problem) && !entry->is_symlink(problem))
            files.push_back(entry->path());
    if (problem)
        return Error{ErrorCode::NotFound, "cannot read the folder " + folder.string() + ": " + problem.message()};
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<workflow::Folder> readTextFolder(const fs::path& folder) {
    TOUCHSTONE_TRY(const std::vector<fs::path> files, filesBelow(folder));
    workflow::Folder contents;
    for (const fs::path& file : files) {
        const std::string relative = file.lexically_relative(folder).generic_string();
        if (relative.starts_with('.'))
            continue;
        TOUCHSTONE_TRY(contents[relative], readFile(file));
    }
    return contents;
}

Result<std::vector<store::CorpusDocument>> readDocuments(const fs::path& folder) {
    TOUCHSTONE_TRY(const std::vector<fs::path> files, filesBelow(folder));
    std::vector<store::CorpusDocument> documents;
    for (const fs::path& file : files) {
        if (file.extension() != ".md" && file.extension() != ".txt")
            continue;
        const auto text = readFile(file);
        if (!text.ok())
            return text.error();
        documents.push_back(
            {file.lexically_relative(folder).generic_string(), titleOf(text.value(), file), text.value()});
    }
    return documents;
}

Result<void> pinCorpus(store::CorpusStore& corpora, Json& document) {
    const Json* reference = resolvePointer(document, "/retrieval/corpus");
    if (!reference || !reference->is_string())
        return {};
    const std::string name = reference->get<std::string>();
    if (name.find("@sha256:") != std::string::npos)
        return {};
    TOUCHSTONE_TRY(const store::Corpus corpus, corpora.load(name));
    document["retrieval"]["corpus"] = name + "@sha256:" + corpus.info.id.text;
    return {};
}

}  // namespace touchstone::session
