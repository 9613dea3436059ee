// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/record_panels.h"

#include "uibase/format.h"
#include "uibase/theme.h"
#include "uirunview/attempts_view.h"
#include "uirunview/record_table.h"
#include "uistate/text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

QLabel* layOut(QWidget& panel, RecordTable& table) {
    auto* sentence = new QLabel;
    sentence->setObjectName(QStringLiteral("sentence"));
    sentence->setTextFormat(Qt::PlainText);
    sentence->setWordWrap(true);
    sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence->setContentsMargins(12, 10, 12, 10);
    auto* layout = new QVBoxLayout(&panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(sentence);
    layout->addWidget(&table, 1);
    layout->addStretch();
    return sentence;
}

QString validationSentence(const trace::Trace& trace) {
    const std::size_t failures = trace.detail.validation.size();
    if (failures > 0)
        return ValidationView::tr("✕ The last answer has %n fault(s).", nullptr, static_cast<int>(failures));
    switch (trace.summary.status) {
        case trace::Status::Ok:
            return ValidationView::tr("✓ The answer is what the version asks for.");
        case trace::Status::Blocked:
            return ValidationView::tr("A policy ended the run: there is no answer to check.");
        case trace::Status::Invalid:
        case trace::Status::Failed:
        case trace::Status::Cancelled:
            break;
    }
    return ValidationView::tr("No answer came that could be checked.");
}

Role inkOf(const trace::PolicyRecord& record) {
    return record.action == "block" || record.action == "deny" ? Role::Worse
           : record.action == "flag"                           ? Role::Warning
                                                               : Role::Text;
}

QString policySentence(const std::vector<trace::PolicyRecord>& records) {
    return records.empty() ? PolicyView::tr("No policy found anything.")
                           : PolicyView::tr("%n rule(s) found something.", nullptr, static_cast<int>(records.size()));
}

QString orDash(std::optional<std::int64_t> count) {
    return count ? formatCount(*count) : QStringLiteral("—");
}

QString costSentence(const trace::Summary& summary) {
    if (summary.attempts == 0)
        return CostView::tr("No model was asked, so nothing was paid.");
    if (!summary.cost)
        return CostView::tr("The price of %1 is not known, so the cost is not known either.")
            .arg(toQString(summary.model));
    const QString cost = CostView::tr("%1 for %n call(s)", nullptr, summary.attempts).arg(formatMoney(summary.cost));
    return summary.tokensEstimated ? CostView::tr("%1; tokens are estimated").arg(cost) : cost;
}

}  // namespace

ValidationView::ValidationView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_table(new RecordTable(theme, tr("Faults of the answer"), {{tr("Where"), 160}, {tr("What"), 0}})) {
    m_sentence = layOut(*this, *m_table);
}

void ValidationView::setTrace(const trace::Trace& trace) {
    std::vector<RecordRow> rows;
    for (const trace::ValidationFailure& failure : trace.detail.validation)
        rows.push_back({{failure.pointer.empty() ? tr("whole answer") : toQString(failure.pointer), Role::TextMuted},
                        {toQString(failure.message)}});
    m_table->setVisible(!rows.empty());
    m_table->setRows(std::move(rows));
    m_sentence->setText(validationSentence(trace));
}

PolicyView::PolicyView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_table(new RecordTable(theme, tr("Findings of policy"),
                              {{tr("Rule"), 120},
                               {tr("Stage"), 70},
                               {tr("Action"), 76},
                               {tr("Where"), 90},
                               {tr("Hits"), 54, true},
                               {tr("Why"), 0}})) {
    m_sentence = layOut(*this, *m_table);
}

void PolicyView::setTrace(const trace::Trace& trace) {
    std::vector<RecordRow> rows;
    for (const trace::PolicyRecord& record : trace.detail.policy)
        rows.push_back({{toQString(record.rule), Role::Text, true},
                        {toQString(record.stage), Role::TextMuted},
                        {toQString(record.action), inkOf(record)},
                        {toQString(record.where), Role::TextMuted},
                        {formatCount(record.hits)},
                        {toQString(record.message)}});
    m_table->setVisible(!rows.empty());
    m_table->setRows(std::move(rows));
    m_sentence->setText(policySentence(trace.detail.policy));
}

CostView::CostView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_table(new RecordTable(
          theme, tr("Cost by call"),
          {{tr("Call"), 0}, {tr("Tokens in"), 90, true}, {tr("Tokens out"), 90, true}, {tr("Cost"), 100, true}})) {
    m_sentence = layOut(*this, *m_table);
}

// Older traces have the sum of several calls only.
void CostView::setTrace(const trace::Trace& trace) {
    const std::vector<Attempt> attempts = attemptsOf(trace);
    std::vector<RecordRow> rows;
    for (const Attempt& attempt : attempts)
        rows.push_back({{QStringLiteral("%1. %2  %3").arg(rows.size() + 1).arg(attempt.tier, attempt.model)},
                        {orDash(attempt.inputTokens)},
                        {orDash(attempt.outputTokens)},
                        {formatMoney(attempt.cost)}});
    if (rows.size() > 1)
        rows.push_back({{tr("Sum"), Role::Text, true},
                        {formatCount(trace.summary.inputTokens), Role::Text, true},
                        {formatCount(trace.summary.outputTokens), Role::Text, true},
                        {formatMoney(trace.summary.cost), Role::Text, true}});
    m_table->setVisible(!rows.empty());
    m_table->setRows(std::move(rows));
    m_sentence->setText(costSentence(trace.summary));
}

}  // namespace touchstone::ui
