// SPDX-License-Identifier: Apache-2.0

#include "session/experiments.h"

#include "experiment_course.h"
#include "experiment_keeper.h"
#include "session/files.h"

#include <memory>
#include <utility>

namespace touchstone::session {
namespace {

void run(Context& context, Result<Course> course, const std::stop_token& stop,
         const Experiments::OnProgress& onProgress, const Done<eval::Report>& done) {
    if (!course.ok()) {
        done(std::move(course).error());
        return;
    }
    auto keeper = std::make_shared<Keeper>(context, course.value(), done);
    course->claim.reset();
    eval::RunnerCallbacks callbacks;
    callbacks.onResult = [keeper](eval::CaseResult result, const trace::Trace& trace) {
        keeper->keep(std::move(result), trace);
    };
    callbacks.onProgress = [onProgress](const eval::Progress& progress) {
        if (onProgress)
            onProgress(progress);
    };
    callbacks.onDone = [keeper](bool complete) { keeper->close(complete); };
    eval::Runner(context.engine(), context.clock()).start(std::move(course->plan), stop, std::move(callbacks));
}

std::string textOf(const eval::Report& report, ReportFormat format, const eval::OnWritten& onWritten) {
    switch (format) {
        case ReportFormat::Html:
            return eval::toHtml(report, onWritten);
        case ReportFormat::Csv:
            return eval::toCsv(report, onWritten);
        case ReportFormat::Json:
            break;
    }
    return toPrettyText(eval::toJson(report)) + "\n";
}

}  // namespace

Experiments::Experiments(Context& context) : m_context(context), m_claims(std::make_shared<Claims>()) {}

bool Experiments::runs(const ExperimentId& experiment) const {
    return m_claims->has(experiment.text);
}

void Experiments::start(ExperimentRequest request, std::stop_token stop, OnProgress onProgress,
                        Done<eval::Report> done) {
    m_context.async<Course>(
        [&context = m_context, claims = m_claims, request = std::move(request)] {
            return begin(context, claims, request);
        },
        [&context = m_context, stop = std::move(stop), onProgress = std::move(onProgress),
         done = std::move(done)](Result<Course> course) { run(context, std::move(course), stop, onProgress, done); });
}

void Experiments::resume(std::string experiment, ExperimentRequest expected, std::stop_token stop,
                         OnProgress onProgress, Done<eval::Report> done) {
    m_context.async<Course>(
        [&context = m_context, claims = m_claims, experiment = std::move(experiment), expected = std::move(expected)] {
            return takeUp(context, claims, experiment, expected);
        },
        [&context = m_context, stop = std::move(stop), onProgress = std::move(onProgress),
         done = std::move(done)](Result<Course> course) { run(context, std::move(course), stop, onProgress, done); });
}

void Experiments::list(std::string workflow, Done<std::vector<store::ExperimentInfo>> done) {
    m_context.async<std::vector<store::ExperimentInfo>>(
        [&context = m_context, workflow = std::move(workflow)] {
            return context.workspace().experiments().list(workflow);
        },
        std::move(done));
}

void Experiments::report(std::string experiment, Done<eval::Report> done) {
    m_context.async<eval::Report>(
        [&context = m_context, experiment = std::move(experiment)] { return reportOf(context, experiment); },
        std::move(done));
}

void Experiments::save(std::shared_ptr<const eval::Report> report, ReportFormat format, std::string file,
                       std::stop_token stop, std::function<void(std::size_t)> onWritten, Done<void> done) {
    m_context.async<void>(
        [report = std::move(report), format, file = std::move(file), stop = std::move(stop),
         onWritten = std::move(onWritten)]() -> Result<void> {
            const std::string text = textOf(*report, format, [&](std::size_t cases) {
                if (onWritten)
                    onWritten(cases);
                return !stop.stop_requested();
            });
            if (stop.stop_requested())
                return Error{ErrorCode::Cancelled, "the report was not written: it was cancelled"};
            return writeFile(file, text);
        },
        std::move(done));
}

}  // namespace touchstone::session
