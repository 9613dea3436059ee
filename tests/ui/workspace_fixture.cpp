// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/workspace_fixture.h"

#include "session/files.h"
#include "workflow/parse.h"

namespace touchstone::test {
namespace {

const Labelled& cases() {
    static const Labelled kCases = {{"please refund the double charge", "refund"},
                                    {"i want my money back for the invoice", "refund"},
                                    {"refund me the second payment", "refund"},
                                    {"i cannot sign in with my password", "login"},
                                    {"the sign in page rejects my password", "login"},
                                    {"password reset mail never came", "login"},
                                    {"the website is down since noon", "outage"},
                                    {"all pages show error 503, the site is down", "outage"},
                                    {"is there an outage? nothing loads", "outage"},
                                    {"please close my account and cancel the plan", "cancel"},
                                    {"cancel my subscription at the end of the month", "cancel"},
                                    {"i would like to cancel the contract", "cancel"}};
    return kCases;
}

}  // namespace

WorkspaceFixture::WorkspaceFixture() {
    qputenv("XDG_STATE_HOME", m_folder.filePath(QStringLiteral("state")).toUtf8());
    auto made = wiring::Wiring::make();
    if (made.ok())
        m_wiring = std::move(made).value();
}

std::string WorkspaceFixture::path() const {
    return m_folder.filePath(QStringLiteral("test.touchstone")).toStdString();
}

Result<std::unique_ptr<session::Session>> WorkspaceFixture::open(store::OpenMode mode) {
    return session::Session::open(path(), mode, m_wiring->parts());
}

Labelled WorkspaceFixture::fewExamples() {
    return {{"i was charged twice, refund please", "refund"}, {"my password does not work", "login"}};
}

Labelled WorkspaceFixture::allExamples() {
    Labelled examples = fewExamples();
    examples.insert(examples.end(), {{"the site is down, nothing loads", "outage"},
                                     {"an outage: error 503 on all pages", "outage"},
                                     {"cancel my subscription", "cancel"},
                                     {"please cancel the contract and close the account", "cancel"},
                                     {"give me my money back", "refund"},
                                     {"the sign in page rejects me", "login"}});
    return examples;
}

Json WorkspaceFixture::document(const Labelled& examples) {
    Json document = workflow::starterDocument(kWorkflow);
    document["instructions"]["text"] = "Answer with the label of the message.\n";
    Json& list = document["prompt"]["examples"] = Json::array();
    for (const auto& [text, label] : examples)
        list.push_back({{"input", {{"text", text}}}, {"output", label}});
    return document;
}

Result<void> WorkspaceFixture::commit(session::Session& session, const Json& document, const std::string& message) {
    session::CommitRequest request;
    request.workflow = kWorkflow;
    request.text = toText(document);
    request.author = "test";
    request.message = message;
    const auto history =
        session::await<session::History>([&](auto done) { session.authoring().history(kWorkflow, std::move(done)); });
    if (!history.ok())
        return history.error();
    if (!history->versions.empty())
        request.base = history->versions.front().id;
    const auto version =
        session::await<workflow::Version>([&](auto done) { session.authoring().commit(request, std::move(done)); });
    return version.ok() ? Result<void>() : Result<void>(version.error());
}

Result<void> WorkspaceFixture::importCases(session::Session& session, const std::string& name, int repeats) const {
    std::string lines;
    for (int i = 0; i < repeats; ++i)
        for (const auto& [text, label] : cases())
            lines += toText({{"input", {{"text", text + std::string(static_cast<std::size_t>(i), '.')}}},
                             {"expected", label}}) +
                     "\n";
    const std::string file = m_folder.filePath(QString::fromStdString(name + ".jsonl")).toStdString();
    const auto written = session::writeFile(file, lines);
    if (!written.ok())
        return written.error();
    session::DatasetFile request;
    request.file = file;
    request.name = name;
    request.scorers = Json::array({{{"type", "equals"}}});
    const auto imported = session::await<session::ImportedDataset>(
        [&](auto done) { session.exchange().importDataset(request, std::move(done)); });
    return imported.ok() ? Result<void>() : Result<void>(imported.error());
}

Result<void> WorkspaceFixture::fill(session::Session& session) const {
    TOUCHSTONE_TRY_VOID(commit(session, document(fewExamples()), "two labels"));
    TOUCHSTONE_TRY_VOID(commit(session, document(allExamples()), "all labels"));
    return importCases(session, kDataset, 1);
}

}  // namespace touchstone::test
