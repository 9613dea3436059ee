// SPDX-License-Identifier: Apache-2.0
//
// One command of touchstonectl: what it accepts and what it does.

#pragma once

#include "environment.h"
#include "parser.h"

#include <memory>

namespace touchstone::ctl {

class Command {
public:
    virtual ~Command() = default;

    // Adds itself, with its options and help, below `parent` and gives its own parser back.
    virtual Parser declare(Parser& parent) = 0;
    // Does it. Errors are printed by the caller.
    [[nodiscard]] virtual Result<ExitCode> run(Environment& environment) = 0;
};

[[nodiscard]] std::unique_ptr<Command> makeWorkspaceNew();
[[nodiscard]] std::unique_ptr<Command> makeWorkspaceInfo();
[[nodiscard]] std::unique_ptr<Command> makeLog();
[[nodiscard]] std::unique_ptr<Command> makeListWorkflows();
[[nodiscard]] std::unique_ptr<Command> makeListDatasets();
[[nodiscard]] std::unique_ptr<Command> makeListCorpora();
[[nodiscard]] std::unique_ptr<Command> makeListExperiments();
[[nodiscard]] std::unique_ptr<Command> makeValidate();
[[nodiscard]] std::unique_ptr<Command> makeCommit();
[[nodiscard]] std::unique_ptr<Command> makeDiff();
[[nodiscard]] std::unique_ptr<Command> makeRun();
[[nodiscard]] std::unique_ptr<Command> makeEval();
[[nodiscard]] std::unique_ptr<Command> makeCompare();
[[nodiscard]] std::unique_ptr<Command> makeTraces();
[[nodiscard]] std::unique_ptr<Command> makeTraceShow();
[[nodiscard]] std::unique_ptr<Command> makeFeedback();
[[nodiscard]] std::unique_ptr<Command> makeImportDataset();
[[nodiscard]] std::unique_ptr<Command> makeImportExamples();
[[nodiscard]] std::unique_ptr<Command> makeImportCorpus();
[[nodiscard]] std::unique_ptr<Command> makeImportWorkflow();
[[nodiscard]] std::unique_ptr<Command> makeExportWorkflow();
[[nodiscard]] std::unique_ptr<Command> makeExportDataset();

}  // namespace touchstone::ctl
