// SPDX-License-Identifier: Apache-2.0

#include "program.h"

#include "command.h"
#include "output.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace touchstone::ctl {
namespace {

constexpr const char* kBeginning =
    R"(Begin with: touchstonectl workspace new demo.touchstone --sample, then: touchstonectl log

Versions are written as a branch (main), a tag (1.1), a number (v3), or the beginning of an id; "draft" is the
uncommitted draft of main, "draft:BRANCH" that of another branch, where a command takes drafts.

)";

constexpr const char* kExitCodes = R"(Exit codes:
  0    done
  1    something went wrong; the message says what and what to do
  2    the command line is not understood
  3    the checked document has errors
  4    the run ended invalid, blocked or failed; a compared version never answered
  5    the comparison shows that the newer version is worse
  130  interrupted; what was finished is kept)";

// Says of an option what people need: its value, its default and what it needs, and no more.
class HelpFormatter final : public CLI::Formatter {
public:
    std::string make_option_opts(const CLI::Option* option) const override {
        std::string text;
        if (!option->get_type_name().empty())
            text += " " + option->get_type_name();
        if (!option->get_default_str().empty())
            text += " (default " + option->get_default_str() + ")";
        if (!option->get_envname().empty())
            text += " ($" + option->get_envname() + ")";
        if (option->get_required() && !option->get_positional())
            text += " (required)";
        return text;
    }

    std::string make_option_usage(const CLI::Option* option) const override {
        const std::string name = option->get_name(true) + (option->get_expected_max() > 1 ? "..." : "");
        return option->get_required() ? name : "[" + name + "]";
    }
};

struct Declared {
    std::unique_ptr<Command> command;
    Parser parser;
};

// The commands, some of them in groups ("import dataset").
std::vector<Declared> declareCommands(Parser app) {
    std::vector<Declared> commands;
    const auto add = [&commands](Parser& parent, std::unique_ptr<Command> command) {
        const Parser parser = command->declare(parent);
        commands.push_back({std::move(command), parser});
    };
    Parser workspace = app.command("workspace", "Make or describe a workspace file");
    add(workspace, makeWorkspaceNew());
    add(workspace, makeWorkspaceInfo());
    add(app, makeLog());
    Parser list = app.command("list", "What the workspace has: workflows, datasets, corpora, experiments");
    add(list, makeListWorkflows());
    add(list, makeListDatasets());
    add(list, makeListCorpora());
    add(list, makeListExperiments());
    add(app, makeValidate());
    add(app, makeCommit());
    add(app, makeDiff());
    add(app, makeRun());
    add(app, makeEval());
    add(app, makeCompare());
    Parser traces = app.command("traces", "Look at what ran, and say whether it was good");
    add(traces, makeTraces());
    add(traces, makeTraceShow());
    add(traces, makeFeedback());
    Parser import = app.command("import", "Take in datasets, examples, documents (a corpus) and workflows");
    add(import, makeImportDataset());
    add(import, makeImportExamples());
    add(import, makeImportCorpus());
    add(import, makeImportWorkflow());
    Parser exported = app.command("export", "Write out workflows and datasets");
    add(exported, makeExportWorkflow());
    add(exported, makeExportDataset());
    return commands;
}

void declareCommonOptions(CLI::App& app, CommonOptions& options) {
    app.add_option("-w,--workspace", options.workspace,
                   "The workspace file; by default the only one here, or the sample")
        ->envname("TOUCHSTONE_WORKSPACE")
        ->type_name("FILE");
    app.add_flag("--json", options.json, R"(Print one JSON value instead of text; an error is {"error":{...}})");
    app.add_flag("-q,--quiet", options.quiet, "No progress");
    auto* record = app.add_option("--record", options.wiring.record, "Write every exchange with a model to this file")
                       ->type_name("FILE");
    app.add_option("--replay", options.wiring.replay, "Answer from such a file instead of calling models")
        ->type_name("FILE")
        ->excludes(record);
}

// The command or group that the command line reached.
const CLI::App& reached(const CLI::App& app) {
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty())
        at = at->get_subcommands().front();
    return *at;
}

// "import dataset " as it is typed; "" for the program itself.
std::string typedName(const CLI::App& command) {
    return command.get_parent() ? typedName(*command.get_parent()) + command.get_name() + " " : std::string();
}

std::vector<std::string> commandNames(const CLI::App& group) {
    std::vector<std::string> names;
    for (const CLI::App* command : group.get_subcommands([](const CLI::App*) { return true; }))
        names.push_back(command->get_name());
    return names;
}

// In our words where the library's would not help.
std::string problemText(const CLI::App& app, const CLI::ParseError& problem) {
    const CLI::App& group = reached(app);
    const std::vector<std::string> names = commandNames(group);
    const std::vector<std::string> rest = app.remaining(true);
    if (names.empty() || rest.empty() || rest.front().starts_with('-'))
        return problem.what();
    const std::string nearest = nearestName(rest.front(), std::vector<std::string_view>(names.begin(), names.end()));
    return "there is no command '" + typedName(group) + rest.front() + "'" +
           (nearest.empty() ? "" : "; did you mean '" + nearest + "'?");
}

// Also of a command line that could not be read to its end.
bool asksForJson(int argc, const char* const* argv) {
    return std::any_of(argv, argv + argc, [](std::string_view argument) { return argument == "--json"; });
}

int explainUsage(const CLI::App& app, const CLI::ParseError& problem, bool json, std::ostream& out, std::ostream& err) {
    if (problem.get_exit_code() == 0)
        return app.exit(problem, out, err);
    const std::string text = problemText(app, problem);
    const std::string help = "touchstonectl " + typedName(reached(app)) + "--help";
    if (json)
        printErrorJson(out, {ErrorCode::InvalidArgument, text + "; see " + help});
    else
        err << "touchstonectl: " << printable(text) << "\nSee " << help << "\n";
    return static_cast<int>(ExitCode::Usage);
}

int explainGroup(const CLI::App& app, bool json, std::ostream& out, std::ostream& err) {
    const CLI::App& group = reached(app);
    if (json)
        printErrorJson(
            out, {ErrorCode::InvalidArgument, "no command is named; see touchstonectl " + typedName(group) + "--help"});
    else
        err << (&group == &app ? app.help() : group.help(app.get_name()));
    return static_cast<int>(ExitCode::Usage);
}

int finish(Environment& environment, Command& command) {
    Result<ExitCode> ran = command.run(environment);
    if (const auto closed = environment.close(); !closed.ok() && ran.ok())
        ran = closed.error();
    if (ran.ok())
        return static_cast<int>(ran.value());
    printError(environment, ran.error());
    const bool interrupted = ran.error().code == ErrorCode::Cancelled || environment.stop().stop_requested();
    return static_cast<int>(interrupted ? ExitCode::Cancelled : ExitCode::Failed);
}

}  // namespace

int runProgram(int argc, const char* const* argv, std::ostream& out, std::ostream& err, std::stop_token stop) {
    CLI::App app("Touchstone: edit, run, compare and ship LLM features as whole workflows.", "touchstonectl");
    app.set_version_flag("--version", TOUCHSTONE_VERSION);
    app.formatter(std::make_shared<HelpFormatter>());
    app.footer(kExitCodes);  // the commands take it over
    app.fallthrough();
    CommonOptions options;
    declareCommonOptions(app, options);
    const std::vector<Declared> commands = declareCommands(Parser(app));
    app.footer(std::string(kBeginning) + kExitCodes);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& problem) {
        return explainUsage(app, problem, asksForJson(argc, argv), out, err);
    }
    Environment environment(out, err, std::move(options), std::move(stop));
    for (const Declared& declared : commands)
        if (declared.parser.chosen())
            return finish(environment, *declared.command);
    return explainGroup(app, environment.json(), out, err);
}

}  // namespace touchstone::ctl
