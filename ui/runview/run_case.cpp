// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/run_case.h"

namespace touchstone::ui {
namespace {

Json valueOf(const std::string& answer) {
    auto parsed = parseJson(answer);
    return parsed.ok() ? std::move(parsed).value() : Json(answer);
}

}  // namespace

eval::Case caseOf(const trace::Trace& trace) {
    eval::Case made;
    made.name = "trace " + shortText(trace.summary.id);
    made.input = trace.detail.input.is_object() ? trace.detail.input : Json::object();
    if (trace.summary.status == trace::Status::Ok)
        made.expected = valueOf(trace.detail.output);
    for (const trace::Feedback& feedback : trace.detail.feedback)
        if (!feedback.correction.empty())
            made.expected = valueOf(feedback.correction);
    return made;
}

}  // namespace touchstone::ui
