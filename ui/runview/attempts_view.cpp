// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/attempts_view.h"

#include "trace/attempts.h"
#include "uibase/code_editor.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uirunview/record_table.h"
#include "uirunview/run_spans.h"
#include "uistate/text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

std::optional<std::int64_t> countAt(const Json& attributes, const char* key) {
    const Json* value = memberAt(attributes, key);
    return value && value->is_number_integer() ? std::optional(value->get<std::int64_t>()) : std::nullopt;
}

Attempt attemptOf(const trace::Span& span) {
    Attempt attempt;
    attempt.span = span.id;
    attempt.tier = toQString(trace::tierOf(span));
    attempt.model = toQString(stringAt(span.attributes, "gen_ai.request.model"));
    attempt.problem = failureName(stringAt(span.attributes, "error.type"));
    attempt.message = toQString(span.message);
    attempt.providerText = toQString(stringAt(span.attributes, "touchstone.provider.text"));
    attempt.requestId = toQString(stringAt(span.attributes, "touchstone.request.id"));
    attempt.status = span.status;
    attempt.duration = span.duration;
    attempt.inputTokens = countAt(span.attributes, "gen_ai.usage.input_tokens");
    attempt.outputTokens = countAt(span.attributes, "gen_ai.usage.output_tokens");
    attempt.cost = trace::costOf(span);
    if (const auto kept = trace::keptAnswerOf(span)) {
        attempt.answer = toQString(kept->text);
        attempt.answerIsPart = !kept->isWhole;
    }
    return attempt;
}

RecordCell outcomeOf(const Attempt& attempt) {
    switch (attempt.status) {
        case trace::SpanStatus::Error:
            return {QStringLiteral("✕ ") + attempt.problem, Role::Worse};
        case trace::SpanStatus::Cancelled:
            return {AttemptsView::tr("▲ stopped"), Role::Warning};
        case trace::SpanStatus::Ok:
            break;
    }
    return attempt.valid ? RecordCell{AttemptsView::tr("● valid"), Role::Better}
                         : RecordCell{AttemptsView::tr("▲ invalid"), Role::Warning};
}

QString tokensOf(const Attempt& attempt) {
    if (!attempt.inputTokens && !attempt.outputTokens)
        return QStringLiteral("—");
    return QStringLiteral("%1 → %2").arg(formatCount(attempt.inputTokens.value_or(0)),
                                         formatCount(attempt.outputTokens.value_or(0)));
}

QString reasonOf(const Attempt& attempt) {
    QStringList lines;
    for (const QString& line : {attempt.message, attempt.invalid, attempt.providerText})
        if (!line.isEmpty() && !lines.contains(line))
            lines.append(line);
    if (!attempt.requestId.isEmpty())
        lines.append(AttemptsView::tr("Request %1").arg(attempt.requestId));
    if (attempt.answerIsPart)
        lines.append(AttemptsView::tr("What it said is kept in part: it was long, or policy withholds some of it."));
    return lines.join(QLatin1Char('\n'));
}

std::vector<RecordColumn> columns() {
    return {{QStringLiteral("#"), 36, true},         {AttemptsView::tr("Tier · model"), 0},
            {AttemptsView::tr("Outcome"), 116},      {AttemptsView::tr("Time"), 74, true},
            {AttemptsView::tr("Tokens"), 100, true}, {AttemptsView::tr("Cost"), 84, true}};
}

}  // namespace

// A check belongs to the answer before it. The answer of the run is not kept twice; where nobody answered to the end,
// it is what the last call had sent.
std::vector<Attempt> attemptsOf(const trace::Trace& trace) {
    std::vector<Attempt> attempts;
    const trace::Span* said = trace::answeringAttempt(trace);
    if (!said)
        said = trace::lastCall(trace);
    for (const trace::Span& span : trace.detail.spans)
        if (span.name.starts_with("attempt")) {
            attempts.push_back(attemptOf(span));
            if (&span == said && attempts.back().answer.isEmpty())
                attempts.back().answer = toQString(trace.detail.output);
        } else if (span.name == "validate" && !attempts.empty() && span.status == trace::SpanStatus::Error) {
            attempts.back().valid = false;
            attempts.back().invalid = toQString(span.message);
        }
    if (attempts.size() == 1 && !attempts.front().cost)  // older traces have the sum only
        attempts.front().cost = trace.summary.cost;
    return attempts;
}

AttemptsView::AttemptsView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_table(new RecordTable(theme, tr("Attempts"), columns())),
      m_reason(new QLabel),
      m_answer(new CodeEditor(theme, tr("Answer"))) {
    m_table->setObjectName(QStringLiteral("attempts"));
    m_reason->setObjectName(QStringLiteral("attemptReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_reason->setContentsMargins(12, 8, 12, 0);
    m_answer->setObjectName(QStringLiteral("attemptAnswer"));
    m_answer->setReadOnly(true);
    m_answer->setLineNumbersVisible(false);
    m_answer->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_table);
    layout->addWidget(m_reason);
    layout->addWidget(m_answer, 1);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    connect(m_table, &RecordTable::currentRowChanged, this, &AttemptsView::showAttempt);
}

void AttemptsView::setTrace(const trace::Trace& trace) {
    m_attempts = attemptsOf(trace);
    std::vector<RecordRow> rows;
    for (const Attempt& attempt : m_attempts)
        rows.push_back({{QString::number(rows.size() + 1), Role::TextMuted},
                        {QStringLiteral("%1  %2").arg(attempt.tier, attempt.model)},
                        outcomeOf(attempt),
                        {formatDuration(attempt.duration)},
                        {tokensOf(attempt)},
                        {formatMoney(attempt.cost)}});
    m_table->setRows(std::move(rows));
    const QSignalBlocker quiet(this);  // nobody has selected anything
    m_table->setCurrentRow(count() - 1);
    showAttempt(count() - 1);
}

void AttemptsView::setCurrentSpan(const SpanId& span) {
    const auto found = std::ranges::find(m_attempts, span, &Attempt::span);
    if (found == m_attempts.end())
        return;
    const QSignalBlocker quiet(this);
    m_table->setCurrentRow(static_cast<int>(found - m_attempts.begin()));
}

void AttemptsView::showAttempt(int row) {
    const bool exists = row >= 0 && row < count();
    const QString reason =
        exists ? reasonOf(m_attempts[static_cast<std::size_t>(row)]) : tr("No model was asked: the run ended before.");
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    const QString answer = exists ? m_attempts[static_cast<std::size_t>(row)].answer : QString();
    m_answer->setVisible(!answer.isEmpty());
    if (!answer.isEmpty()) {
        m_answer->setLanguage(answer.startsWith(QLatin1Char('{')) ? CodeEditor::Language::Json
                                                                  : CodeEditor::Language::Plain);
        m_answer->setText(answer);
    }
    if (exists)
        Q_EMIT spanSelected(m_attempts[static_cast<std::size_t>(row)].span);
}

}  // namespace touchstone::ui
