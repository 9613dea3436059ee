// SPDX-License-Identifier: GPL-3.0-or-later
//
// One case in full: what went in, and below it side by side what was expected, the baseline's answer and that of one
// other version, with the words that differ marked; or the difference of the two line by line. GUI thread only.

#pragma once

#include "answer_column.h"
#include "eval/dataset.h"
#include "eval/experiment.h"

#include <QWidget>

class QStackedWidget;

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::ui {

class DiffView;
class InputText;
class PanelHead;
class SegmentedControl;
class Theme;

class CaseDetail : public QWidget {
    Q_OBJECT

public:
    explicit CaseDetail(const Theme& theme, QWidget* parent = nullptr);

    // Of the two versions; without a candidate the baseline stands alone.
    void setNames(const QString& baseline, const QString& candidate);
    // Either result may be null: that version has not run the case. `note` stands beside the name.
    void showCase(const QString& name, const QString& note, const eval::Case& testCase,
                  const eval::CaseResult* baseline, const eval::CaseResult* candidate);
    void clear();
    void takeFocus();
    // The two answers line by line, instead of beside each other.
    void showLineByLine();

Q_SIGNALS:
    // Esc: the keyboard goes back to where it came from.
    void left();
    // Of the rows above: −1 or 1 further.
    void stepRequested(int rows);
    // To the next (or previous) answer that differs.
    void differenceStepRequested(bool forward);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addSteps();
    void addModes();
    [[nodiscard]] QWidget* makeColumns();
    void showDifference();
    void showResult(std::size_t column, const eval::CaseResult* result);
    void showAnswers();

    enum Column { Expected, Baseline, Candidate };

    const Theme& m_theme;
    PanelHead* m_head;
    InputText* m_input;
    SegmentedControl* m_mode;
    DiffView* m_difference;
    QStackedWidget* m_pages;
    std::vector<AnswerColumn> m_columns;  // by Column
    QWidget* m_expectedLine = nullptr;
    QWidget* m_candidateLine = nullptr;
    std::uint64_t m_differences = 0;  // the newest question wins
    std::optional<eval::Case> m_case;
    std::string m_before;  // the two answers
    std::string m_after;
};

}  // namespace touchstone::ui
