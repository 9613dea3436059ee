// SPDX-License-Identifier: Apache-2.0

#include "command.h"
#include "output.h"
#include "wiring/sample_workspace.h"

namespace touchstone::ctl {
namespace {

class WorkspaceNew final : public Command {
public:
    Parser declare(Parser& parent) override {
        Parser parser = parent.command("new", "Make a workspace file");
        parser.option("file", m_file, "The file to make, usually NAME.touchstone", {.required = true});
        parser.flag("--sample", m_sample, "Fill it with the sample workflows, datasets and a day of traces");
        parser.examples({"touchstonectl workspace new demo.touchstone --sample"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(const session::SessionParts parts, environment.parts());
        if (m_sample) {
            if (const auto made = wiring::makeSampleWorkspace(m_file, parts, environment.stop()); !made.ok())
                return made.error();
        } else if (const auto made = session::Session::open(m_file, store::OpenMode::Create, parts); !made.ok()) {
            return made.error();
        }
        printAnswer(environment, {{"workspace", m_file}},
                    "Made " + m_file + (m_sample ? " with the sample workflows" : ""));
        return ExitCode::Ok;
    }

private:
    std::string m_file;
    bool m_sample = false;
};

class WorkspaceInfo final : public Command {
public:
    Parser declare(Parser& parent) override { return parent.command("info", "What the workspace holds"); }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session(store::OpenMode::ReadOnly));
        TOUCHSTONE_TRY(const store::WorkspaceInfo info,
                       session::await<store::WorkspaceInfo>([&](auto done) { session->info(std::move(done)); }));
        const Json json = {
            {"path", info.path},           {"format", info.format},     {"bytes", info.bytes},
            {"workflows", info.workflows}, {"versions", info.versions}, {"drafts", info.drafts},
            {"corpora", info.corpora},     {"datasets", info.datasets}, {"experiments", info.experiments},
            {"traces", info.traces}};
        if (environment.json()) {
            environment.out() << toText(json) << "\n";
            return ExitCode::Ok;
        }
        for (const auto& [key, value] : json.items())
            environment.out() << key << std::string(13 - key.size(), ' ')
                              << (value.is_string() ? printable(value.get<std::string>()) : toText(value)) << "\n";
        return ExitCode::Ok;
    }
};

}  // namespace

std::unique_ptr<Command> makeWorkspaceNew() {
    return std::make_unique<WorkspaceNew>();
}
std::unique_ptr<Command> makeWorkspaceInfo() {
    return std::make_unique<WorkspaceInfo>();
}

}  // namespace touchstone::ctl
