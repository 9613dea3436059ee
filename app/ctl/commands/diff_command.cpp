// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "output.h"

namespace touchstone::ctl {
namespace {

class Diff final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("diff", "What differs between two versions, part by part");
        parser.option("workflow", m_workflow, "The workflow", {.required = true});
        parser.option("before", m_before, "The older version", {.required = true});
        parser.option("after", m_after, "The newer version", {.required = true});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const auto changes, session::await<std::vector<workflow::PartChange>>([&](auto done) {
                           session->authoring().diff(m_workflow, m_before, m_after, std::move(done));
                       }));
        if (environment.json())
            environment.out() << toText(workflow::toJson(changes)) << "\n";
        else
            printChanges(environment.out(), changes);
        return ExitCode::Ok;
    }

private:
    std::string m_workflow;
    std::string m_before;
    std::string m_after;
};

}  // namespace

std::unique_ptr<Command> makeDiff() {
    return std::make_unique<Diff>();
}

}  // namespace touchstone::ctl
