// SPDX-License-Identifier: GPL-3.0-or-later
//
// A real workspace file in a folder of its own, with the real engine and the built-in model. Everything in it is made
// through the session's verbs.

#pragma once

#include "session/session.h"
#include "wiring/wiring.h"

#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace touchstone::test {

// An example or a case: a message and the label it should get.
using Labelled = std::vector<std::pair<std::string, std::string>>;

class WorkspaceFixture {
public:
    static constexpr const char* kWorkflow = "sorter";
    static constexpr const char* kDataset = "messages";

    WorkspaceFixture();

    [[nodiscard]] std::string path() const;
    [[nodiscard]] wiring::Wiring& wiring() { return *m_wiring; }
    [[nodiscard]] Result<std::unique_ptr<session::Session>> open(store::OpenMode mode = store::OpenMode::ReadWrite);

    // `sorter` with two versions (the second knows more examples) and `messages`, twelve cases with a scorer.
    [[nodiscard]] Result<void> fill(session::Session& session) const;

    // A document that sorts messages by their nearest example.
    [[nodiscard]] static Json document(const Labelled& examples);
    [[nodiscard]] static Labelled fewExamples();
    [[nodiscard]] static Labelled allExamples();
    [[nodiscard]] static Result<void> commit(session::Session& session, const Json& document,
                                             const std::string& message);
    // Imports the cases as a dataset, each `repeats` times with another ending.
    [[nodiscard]] Result<void> importCases(session::Session& session, const std::string& name, int repeats) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<wiring::Wiring> m_wiring;
};

}  // namespace touchstone::test
