// SPDX-License-Identifier: GPL-3.0-or-later

#include "run_code.h"

#include "uirunview/model_request.h"
#include "uistate/text.h"
#include "workflow/parse.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

Result<ModelRequest> requestOf(const TriedRun& run) {
    if (!run.document)
        return Error{ErrorCode::Unsupported, "the draft of this run is not known any more; run it again"};
    const auto parsed = workflow::parseWorkflowText(*run.document);
    const trace::Trace& trace = run.outcome->trace;
    const workflow::Tier* tier = nullptr;
    if (parsed.value)
        for (const auto& [name, each] : parsed.value->routing.tiers)
            if (name == trace.summary.tier)
                tier = &each;
    if (!tier)
        return Error{ErrorCode::Unsupported, "this run sent nothing to a model"};
    return modelRequest(trace, *tier);
}

QString codeFor(const TriedRun& run, QString& problem, std::string (*write)(const ModelRequest&)) {
    const auto request = requestOf(run);
    if (request.ok())
        return toQString(write(request.value()));
    problem = toQString(request.error().message);
    return {};
}

}  // namespace

QString curlFor(const TriedRun& run, QString& problem) {
    return codeFor(run, problem, toCurl);
}

QString pythonFor(const TriedRun& run, QString& problem) {
    return codeFor(run, problem, toPython);
}

QString javascriptFor(const TriedRun& run, QString& problem) {
    return codeFor(run, problem, toJavaScript);
}

QString commandFor(const TriedRun& run, QString& problem) {
    const trace::Trace& trace = run.outcome->trace;
    if (trace.detail.input.is_null()) {
        problem = QCoreApplication::translate("OutcomePanel", "Policy withheld the input; it is stored nowhere.");
        return {};
    }
    std::string command =
        "touchstonectl run " + trace.summary.workflow + " draft --input " + shellQuoted(toText(trace.detail.input));
    return toQString(command + "\n");
}

}  // namespace touchstone::ui
