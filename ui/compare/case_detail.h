// SPDX-License-Identifier: GPL-3.0-or-later
//
// One case in full: what went in, and below it side by side what was expected and both answers, with the words that
// differ between them marked. GUI thread only.

#pragma once

#include "answer_column.h"

#include <QWidget>

#include <string>
#include <vector>

namespace touchstone::eval {
struct Case;
struct CaseResult;
}  // namespace touchstone::eval

namespace touchstone::ui {

class InputText;
class PanelHead;
class Theme;

class CaseDetail : public QWidget {
    Q_OBJECT

public:
    explicit CaseDetail(const Theme& theme, QWidget* parent = nullptr);

    void setNames(const QString& baseline, const QString& candidate);
    // Either result may be null: that version has not run the case. `note` stands beside the name.
    void showCase(const QString& name, const QString& note, const eval::Case& testCase,
                  const eval::CaseResult* baseline, const eval::CaseResult* candidate);
    void clear();

Q_SIGNALS:
    // Esc: the keyboard goes back to where it came from.
    void left();
    // Of the rows above: −1 or 1 further.
    void stepRequested(int rows);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void addSteps();
    [[nodiscard]] QWidget* makeColumns();
    void showResult(std::size_t column, const eval::CaseResult* result);
    void showAnswers();

    enum Column { Expected, Baseline, Candidate };

    const Theme& m_theme;
    PanelHead* m_head;
    InputText* m_input;
    std::vector<AnswerColumn> m_columns;  // by Column
    QWidget* m_expectedLine = nullptr;
    std::string m_before;  // the two answers
    std::string m_after;
};

}  // namespace touchstone::ui
