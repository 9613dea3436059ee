// SPDX-License-Identifier: GPL-3.0-or-later
//
// The calls to models of one run, what came of each, and below them why the selected one ended as it did.
//
// GUI thread only.

#pragma once

#include "trace/trace.h"

#include <QWidget>

#include <chrono>
#include <optional>
#include <vector>

class QLabel;
class QPlainTextEdit;

namespace touchstone::ui {

class CodeEditor;
class RecordTable;
class Theme;

struct Attempt {
    SpanId span;
    QString tier;
    QString model;
    QString problem;  // its kind: "rate limited"; empty: it answered
    QString message;  // for people; empty when it answered
    QString providerText;
    QString requestId;
    trace::SpanStatus status = trace::SpanStatus::Ok;
    bool valid = true;  // the answer satisfied the version
    std::chrono::nanoseconds duration{0};
    std::optional<std::int64_t> inputTokens;
    std::optional<std::int64_t> outputTokens;
    std::optional<Money> cost;  // empty: not known
    QString answer;             // empty: it said nothing, or the trace does not keep it
    bool answerIsPart = false;  // cut, or altered by policy
    QString invalid;            // what was wrong with the answer
};

// In the order in which they were made.
[[nodiscard]] std::vector<Attempt> attemptsOf(const trace::Trace& trace);

class AttemptsView : public QWidget {
    Q_OBJECT

public:
    explicit AttemptsView(const Theme& theme, QWidget* parent = nullptr);

    void setTrace(const trace::Trace& trace);
    // Selects the attempt of that span, if it is one.
    void setCurrentSpan(const SpanId& span);
    [[nodiscard]] int count() const { return static_cast<int>(m_attempts.size()); }

Q_SIGNALS:
    void spanSelected(const touchstone::SpanId& span);

private:
    void showAttempt(int row);

    std::vector<Attempt> m_attempts;
    RecordTable* m_table;
    QLabel* m_reason;
    CodeEditor* m_answer;
};

}  // namespace touchstone::ui
