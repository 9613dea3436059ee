// SPDX-License-Identifier: Apache-2.0

#include "folders.h"

#include "session/files.h"

#include <algorithm>

namespace touchstone::session {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostFiles = 100'000;

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
         entry.increment(problem)) {
        if (entry->path().filename().native().starts_with('.'))
            entry.disable_recursion_pending();
        else if (entry->is_regular_file(problem) && !entry->is_symlink(problem))
            files.push_back(entry->path());
        if (files.size() > kMostFiles)
            return Error{ErrorCode::InvalidArgument,
                         folder.string() + " holds more than " + std::to_string(kMostFiles) + " files"};
    }
    if (problem)
        return Error{ErrorCode::NotFound, "cannot read the folder " + folder.string() + ": " + problem.message()};
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<std::vector<std::string>> listFolder(const fs::path& folder) {
    TOUCHSTONE_TRY(const std::vector<fs::path> files, filesBelow(folder));
    std::vector<std::string> paths;
    for (const fs::path& file : files)
        paths.push_back(file.lexically_relative(folder).generic_string());
    return paths;
}

Result<workflow::Folder> readTextFolder(const fs::path& folder) {
    TOUCHSTONE_TRY(const std::vector<fs::path> files, filesBelow(folder));
    workflow::Folder contents;
    for (const fs::path& file : files) {
        TOUCHSTONE_TRY(contents[file.lexically_relative(folder).generic_string()], readFile(file));
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

namespace {

std::string insteadOf(const std::string& name, const std::vector<store::CorpusInfo>& corpora) {
    constexpr std::size_t kMostNamed = 5;
    std::vector<std::string_view> names;
    for (const store::CorpusInfo& corpus : corpora)
        names.push_back(corpus.name);
    const std::string nearest = names.size() == 1 ? std::string(names.front()) : nearestName(name, names);
    if (!nearest.empty())
        return "did you mean '" + nearest + "'?";
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kMostNamed); ++i)
        list += (i == 0 ? "" : ", ") + std::string(names[i]);
    return list.empty() ? "import documents as a corpus first"
                        : "use one of " + list + (names.size() > kMostNamed ? ", …" : "") +
                              ", or import documents under this name";
}

}  // namespace

std::optional<Finding> missingCorpus(store::CorpusStore& corpora, const Json& document) {
    const Json* reference = resolvePointer(document, "/retrieval/corpus");
    if (!reference || !reference->is_string())
        return std::nullopt;
    const std::string name = reference->get<std::string>();
    const auto found = corpora.find(name);
    if (!name.empty() && (found.ok() || found.error().code != ErrorCode::NotFound))
        return std::nullopt;  // where it cannot be read, a run says so
    return Finding{Severity::Error,
                   "unknown-corpus",
                   "/retrieval/corpus",
                   {},
                   name.empty() ? "no corpus is named" : "there is no corpus '" + name + "' in this workspace",
                   insteadOf(name.substr(0, name.find('@')), corpora.list().valueOr({}))};
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
