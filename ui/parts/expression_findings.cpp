// SPDX-License-Identifier: GPL-3.0-or-later

#include "expression_findings.h"

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

std::vector<Finding> withLiveFindings(const std::vector<Finding>& findings, std::vector<Finding> live) {
    std::vector<Finding> merged;
    for (const Finding& finding : findings)
        if (std::ranges::find(live, finding.pointer, &Finding::pointer) == live.end())
            merged.push_back(finding);
    merged.insert(merged.end(), std::make_move_iterator(live.begin()), std::make_move_iterator(live.end()));
    return merged;
}

}  // namespace touchstone::ui
