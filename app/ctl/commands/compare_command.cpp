// SPDX-License-Identifier: Apache-2.0

#include "arguments.h"
#include "command.h"
#include "output.h"
#include "progress.h"
#include "session/files.h"

#include <CLI/CLI.hpp>

namespace touchstone::ctl {
namespace {

// `eval` and `compare`: the same experiment, with one version or several.
class Experiment final : public Command {
public:
    explicit Experiment(bool compares) : m_compares(compares) {}

    CLI::App* declare(CLI::App& app) override {
        CLI::App* parser =
            m_compares ? app.add_subcommand("compare", "Run versions side by side on a dataset and say which is better")
                       : app.add_subcommand("eval", "Run one version on a dataset and score it");
        parser->add_option("workflow", m_request.workflow, "The workflow")->required();
        if (m_compares)
            parser->add_option("versions", m_request.versions, "Two to six versions; the first is the baseline")
                ->required()
                ->type_name("VERSION")
                ->expected(2, 6);
        else
            parser->add_option("version", m_request.versions, "The version")->required()->expected(1);
        parser->add_option("-d,--dataset", m_request.dataset,
                           "The dataset; by default the one named like the workflow");
        parser->add_option("--scorers", m_scorers, "Scorers as a JSON list or @FILE; by default the dataset's");
        parser->add_option("--tier", m_request.tier, "Overrule the routing of every version");
        parser->add_option("--concurrency", m_request.concurrency, "Runs at a time")
            ->type_name("")
            ->check(CLI::Range(1, 256).description("1 to 256"))
            ->capture_default_str();
        parser->add_option("--resume", m_resume, "Go on with this interrupted experiment")->type_name("EXPERIMENT");
        parser->add_option("--html", m_html, "Also write a report as one HTML file")->type_name("FILE");
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(m_request.scorers, readScorers(m_scorers));
        if (m_request.dataset.empty())
            m_request.dataset = m_request.workflow;
        TOUCHSTONE_TRY(const eval::Report report, runExperiment(environment, session->experiments()));
        if (!m_html.empty()) {
            TOUCHSTONE_TRY_VOID(session::writeFile(m_html, eval::toHtml(report)));
        }
        if (environment.json())
            environment.out() << toText(eval::toJson(report)) << "\n";
        else
            printReport(environment.out(), report);
        if (environment.stop().stop_requested()) {
            environment.err() << "Interrupted; what is finished is kept. Go on with --resume "
                              << shortText(report.experiment.id) << "\n";
            return ExitCode::Cancelled;
        }
        return lastIsWorse(report) ? ExitCode::Worse : ExitCode::Ok;
    }

private:
    Result<eval::Report> runExperiment(Environment& environment, session::Experiments& experiments) const {
        ProgressLine line(environment.err(), environment.quiet());
        const auto onProgress = [&line](const eval::Progress& progress) { line.show(progress); };
        return session::await<eval::Report>([&](auto done) {
            if (m_resume.empty())
                experiments.start(m_request, environment.stop(), onProgress, std::move(done));
            else
                experiments.resume(m_resume, environment.stop(), onProgress, std::move(done));
        });
    }

    static bool lastIsWorse(const eval::Report& report) {
        return !report.comparisons.empty() &&
               report.comparisons.back().measures.front().comparison.verdict == eval::Verdict::Worse;
    }

    const bool m_compares;
    session::ExperimentRequest m_request;
    std::string m_scorers;
    std::string m_resume;
    std::string m_html;
};

}  // namespace

std::unique_ptr<Command> makeEval() {
    return std::make_unique<Experiment>(false);
}
std::unique_ptr<Command> makeCompare() {
    return std::make_unique<Experiment>(true);
}

}  // namespace touchstone::ctl
