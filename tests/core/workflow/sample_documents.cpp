// SPDX-License-Identifier: Apache-2.0

#include "sample_documents.h"

#include "workflow/folder.h"

#include <QtGlobal>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace touchstone::testing {
namespace {

namespace fs = std::filesystem;

std::string textOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void overlay(workflow::Folder& folder, const fs::path& changes) {
    const Json commit = parseJson(textOf(changes / "commit.json")).value();
    if (const Json* removed = memberAt(commit, "remove"))
        for (const Json& part : *removed)
            std::erase_if(folder, [&part](const auto& file) {
                return file.first.starts_with(part.get<std::string>() + ".") ||
                       file.first.starts_with(part.get<std::string>() + "/");
            });
    for (const auto& entry : fs::recursive_directory_iterator(changes))
        if (entry.is_regular_file() && entry.path().filename() != "commit.json")
            folder[entry.path().lexically_relative(changes).generic_string()] = textOf(entry.path());
}

}  // namespace

std::map<std::string, Json> sampleDocuments() {
    std::map<std::string, Json> documents;
    const fs::path root = fs::path(TEST_DIR) / "../../../resources/sample/workflows";
    for (const auto& workflow : fs::directory_iterator(root)) {
        workflow::Folder folder;
        for (int number = 1; fs::is_directory(workflow.path() / std::to_string(number)); ++number) {
            overlay(folder, workflow.path() / std::to_string(number));
            const std::string place = workflow.path().filename().string() + "/" + std::to_string(number);
            auto document = workflow::fromFolder(folder);
            if (!document.ok())
                qFatal("%s: %s", place.c_str(), document.error().message.c_str());
            documents[place] = std::move(document).value();
        }
    }
    return documents;
}

}  // namespace touchstone::testing
