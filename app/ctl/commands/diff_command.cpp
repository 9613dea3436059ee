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
        parser.option("before", m_before, "The older version");
        parser.option("after", m_after, "The newer version, or draft for the uncommitted draft");
        parser.examples({"touchstonectl diff support-triage          (what is not committed)",
                         "touchstonectl diff support-triage v1 v2"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const Json before, document(*session, m_before));
        TOUCHSTONE_TRY(const Json after, document(*session, m_after));
        const std::vector<workflow::PartChange> changes = workflow::diffWorkflows(before, after);
        if (environment.json())
            environment.out() << toText(workflow::toJson(changes)) << "\n";
        else
            printChanges(environment.out(), changes);
        return ExitCode::Ok;
    }

private:
    [[nodiscard]] Result<Json> document(session::Session& session, const std::string& reference) const {
        return session::await<Json>(
            [&](auto done) { session.exchange().document(m_workflow, reference, std::move(done)); });
    }

    std::string m_workflow;
    std::string m_before = "main";
    std::string m_after = "draft";
};

}  // namespace

std::unique_ptr<Command> makeDiff() {
    return std::make_unique<Diff>();
}

}  // namespace touchstone::ctl
