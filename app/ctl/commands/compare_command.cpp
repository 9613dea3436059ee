// SPDX-License-Identifier: Apache-2.0

#include "arguments.h"
#include "command.h"
#include "output.h"
#include "progress.h"
#include "session/files.h"

namespace touchstone::ctl {
namespace {

// `eval` and `compare`: the same experiment, with one version or several.
class Experiment final : public Command {
public:
    explicit Experiment(bool compares) : m_compares(compares) {}

    Parser declare(Parser& parent) override {
        Parser parser =
            m_compares ? parent.command("compare", "Run versions side by side on a dataset and say which is better")
                       : parent.command("eval", "Run one version on a dataset and score it");
        parser.option("workflow", m_request.workflow, "The workflow");
        if (m_compares)
            parser.option("versions", m_request.versions, "Two to six versions, or draft; the first is the baseline",
                          {.least = 2, .most = 6});
        else
            parser.option("version", m_request.versions, "The version; by default the newest of main",
                          {.least = 1, .most = 1});
        parser.option("-d,--dataset", m_request.dataset,
                      "The dataset, by name or id; by default the one named like the workflow", {.type = "DATASET"});
        parser.option("--scorers", m_scorers, "Scorers as a JSON list or @FILE; by default the dataset's",
                      {.type = "JSON"});
        parser.option("--tier", m_request.tier, "Overrule the routing of every version with this tier",
                      {.type = "TIER"});
        parser.option("--concurrency", m_request.concurrency, "Runs at a time", {.least = 1, .most = 256});
        parser.option("--resume", m_resume,
                      "Go on with this experiment and report on it; what else is named must be what it ran with",
                      {.type = "EXPERIMENT"});
        parser.option("--html", m_html, "Also write a report as one HTML file", {.type = "FILE"});
        parser.verify([this] { return problem(); });
        if (m_compares)
            parser.examples({"touchstonectl compare support-triage v1 v3 --html report.html",
                             "touchstonectl compare support-triage main draft",
                             "touchstonectl compare --resume 1a2b3c4"});
        else
            parser.examples({"touchstonectl eval support-triage", "touchstonectl eval support-triage v2 -d other-cases",
                             "touchstonectl eval --resume 1a2b3c4"});
        return parser;
    }

    Result<ExitCode> run(Environment& environment) override {
        if (!m_html.empty()) {
            TOUCHSTONE_TRY_VOID(session::checkOutput(m_html));
        }
        TOUCHSTONE_TRY(session::Session * session, environment.session());
        TOUCHSTONE_TRY(m_request.scorers, readScorers(m_scorers));
        if (m_resume.empty())
            fillDefaults();
        TOUCHSTONE_TRY(const eval::Report report, runExperiment(environment, session->experiments()));
        TOUCHSTONE_TRY_VOID(writeHtml(report));
        if (environment.json())
            environment.out() << toText(eval::toJson(report)) << "\n";
        else
            printReport(environment.out(), report);
        if (environment.stop().stop_requested()) {
            environment.err() << "Interrupted; what is finished is kept. Go on with --resume "
                              << shortText(report.experiment.id) << "\n";
            return ExitCode::Cancelled;
        }
        if (somebodyNeverAnswered(report))
            return ExitCode::RunNotOk;
        return lastIsWorse(report) ? ExitCode::Worse : ExitCode::Ok;
    }

private:
    [[nodiscard]] std::string problem() const {
        if (!m_resume.empty())
            return {};
        if (m_request.workflow.empty())
            return "workflow is required, or --resume EXPERIMENT";
        if (m_compares && m_request.versions.empty())
            return "versions are required: two to six of them, the first is the baseline";
        return {};
    }

    void fillDefaults() {
        if (m_request.dataset.empty())
            m_request.dataset = m_request.workflow;
        if (m_request.versions.empty())
            m_request.versions = {"main"};
    }

    // What was run is not lost with a report that cannot be written.
    [[nodiscard]] Result<void> writeHtml(const eval::Report& report) const {
        if (m_html.empty())
            return {};
        Result<void> written = session::writeFile(m_html, eval::toHtml(report));
        if (written.ok())
            return written;
        Error error = written.error();
        error.message += ". The experiment is kept; its report again: touchstonectl " +
                         std::string(m_compares ? "compare" : "eval") + " --resume " + shortText(report.experiment.id) +
                         " --html FILE";
        return error;
    }

    Result<eval::Report> runExperiment(Environment& environment, session::Experiments& experiments) const {
        ProgressLine line(environment.err(), environment.quiet());
        const auto onProgress = [&line](const eval::Progress& progress) { line.show(progress); };
        return session::await<eval::Report>([&](auto done) {
            if (m_resume.empty())
                experiments.start(m_request, environment.stop(), onProgress, std::move(done));
            else
                experiments.resume(m_resume, m_request, environment.stop(), onProgress, std::move(done));
        });
    }

    static bool somebodyNeverAnswered(const eval::Report& report) {
        return std::ranges::any_of(report.contestants, &eval::ContestantReport::neverAnswered);
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
