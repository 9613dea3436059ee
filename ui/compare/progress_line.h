// SPDX-License-Identifier: GPL-3.0-or-later
//
// How far the experiment is: "undecided so far", runs, time left, cost, and the button that ends it. Hidden while
// nothing runs. GUI thread only.

#pragma once

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace touchstone::ui {

class ElidedLabel;
class ExperimentController;
class Theme;

class ProgressLine : public QWidget {
    Q_OBJECT

public:
    ProgressLine(const Theme& theme, ExperimentController& experiments, QWidget* parent = nullptr);

    void refresh();
    // Whether Esc ends the experiment; it does not while it closes something else.
    void setEscapeCancels(bool cancels);

private:
    ExperimentController& m_experiments;
    QProgressBar* m_bar;
    ElidedLabel* m_text;
    QPushButton* m_cancel;
};

}  // namespace touchstone::ui
