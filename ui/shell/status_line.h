// SPDX-License-Identifier: GPL-3.0-or-later
//
// The foot of the window: problems of the draft at the left, the experiment that runs and the last save at the right.
// GUI thread only.

#pragma once

#include "strips.h"
#include "uistate/draft_model.h"
#include "uistate/experiment_controller.h"

class QLabel;
class QProgressBar;
class QToolButton;

namespace touchstone::ui {

class StatusLine : public Strip {
    Q_OBJECT

public:
    StatusLine(const Theme& theme, DraftModel& draft, ExperimentController& experiments, QWidget* parent = nullptr);

private:
    void showProblems();
    void showSaved();
    void showExperiment();

    DraftModel& m_draft;
    ExperimentController& m_experiments;
    QLabel* m_problems;
    QLabel* m_readOnly;
    QLabel* m_experiment;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QLabel* m_saved;
};

}  // namespace touchstone::ui
