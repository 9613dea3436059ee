// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression_findings.h"

#include "policy/detectors.h"
#include "text/expression.h"
#include "uistate/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(ExpressionFindings)
};

}  // namespace

std::vector<Finding> expressionFindings(const std::string& pointer, const Json& expression) {
    std::vector<Finding> findings;
    if (!expression.is_string())
        return findings;
    for (Finding& finding : text::Expression::parse(expression.get_ref<const std::string&>()).findings) {
        if (finding.severity != Severity::Error)
            continue;
        finding.pointer = pointer;
        if (finding.position)
            finding.text =
                toUtf8(Words::tr("Column %1: %2").arg(finding.position->column).arg(toQString(finding.text)));
        findings.push_back(std::move(finding));
    }
    return findings;
}

std::vector<Finding> detectorFindings(const std::string& pointer, const Json& rule) {
    const Json* detect = memberAt(rule, "detect");
    if (!detect)
        return {};
    std::vector<Finding> findings;
    if (const Json* when = memberAt(*detect, "when"))
        findings = expressionFindings(pointer + "/detect/when", *when);
    if (const Json* regex = memberAt(*detect, "regex"); regex && regex->is_string())
        if (const auto made = policy::makeRegexDetector(regex->get<std::string>()); !made.ok())
            findings.push_back(
                {Severity::Error, "bad-detector", pointer + "/detect/regex", {}, made.error().message, {}});
    return findings;
}

std::vector<Finding> withLiveFindings(const std::vector<Finding>& findings, std::vector<Finding> live) {
    std::vector<Finding> merged;
    for (const Finding& finding : findings)
        if (std::ranges::find(live, finding.pointer, &Finding::pointer) == live.end())
            merged.push_back(finding);
    merged.insert(merged.end(), std::make_move_iterator(live.begin()), std::make_move_iterator(live.end()));
    return merged;
}

}  // namespace touchstone::ui
