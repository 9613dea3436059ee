// SPDX-License-Identifier: GPL-3.0-or-later
//
// What was checked, decided and paid in one run: a sentence that says it, and the lines behind it.
//
// GUI thread only.

#pragma once

#include "trace/trace.h"

#include <QWidget>

#include <vector>

class QLabel;

namespace touchstone::ui {

class RecordTable;
class Theme;
struct RecordColumn;

// The answer against the output schema.
class ValidationView : public QWidget {
    Q_OBJECT

public:
    explicit ValidationView(const Theme& theme, QWidget* parent = nullptr);
    void setTrace(const trace::Trace& trace);

private:
    QLabel* m_sentence;
    RecordTable* m_table;
};

// What the rules of the version found and did.
class PolicyView : public QWidget {
    Q_OBJECT

public:
    explicit PolicyView(const Theme& theme, QWidget* parent = nullptr);
    void setTrace(const trace::Trace& trace);

private:
    QLabel* m_sentence;
    RecordTable* m_table;
};

// Tokens of each call and what the run cost.
class CostView : public QWidget {
    Q_OBJECT

public:
    explicit CostView(const Theme& theme, QWidget* parent = nullptr);
    void setTrace(const trace::Trace& trace);

private:
    QLabel* m_sentence;
    RecordTable* m_table;
};

}  // namespace touchstone::ui
