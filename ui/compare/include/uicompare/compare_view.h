// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where two versions are run on a dataset and compared: the verdict, every case, and both answers in full.
//
// GUI thread only.

#pragma once

#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"

#include <QVariantMap>
#include <QWidget>

#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace touchstone::ui {

class CaseTable;
class CompareFilter;
class CompareModel;
class EmptyState;
class InlineBanner;
class OutputDiff;
class SegmentedControl;
class Theme;
class VerdictBanner;

class CompareView : public QWidget {
    Q_OBJECT

public:
    // All outlive the view.
    CompareView(session::Session& session, const Theme& theme, HistoryModel& history, ExperimentController& experiments,
                QWidget* parent = nullptr);

    // Chooses the two versions ("v3"); nothing is run.
    void chooseVersions(const QString& baseline, const QString& candidate);
    // Run comparison, or cancel the one that is under way; with text, icon, shortcut and tooltip.
    [[nodiscard]] QAction* runAction() const { return m_run; }
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

private:
    [[nodiscard]] QWidget* makeChoices();
    [[nodiscard]] QWidget* makeProgress();
    [[nodiscard]] QWidget* makeResults();
    void wire();
    void updateVersions();
    void startOver();
    void updateRunAction();
    void loadDatasets();
    void showDatasets(std::vector<store::DatasetInfo> datasets);
    void toggleRun();
    void start();
    void showProgress();
    void showReport();
    void showCase();
    void updateCounts();

    session::Session& m_session;
    const Theme& m_theme;
    HistoryModel& m_history;
    ExperimentController& m_experiments;
    store::Subscription m_changes;
    QAction* m_run;
    CompareModel* m_cases;
    CompareFilter* m_filter;
    QComboBox* m_baseline = nullptr;
    QComboBox* m_candidate = nullptr;
    QComboBox* m_datasets = nullptr;
    QLabel* m_reason = nullptr;
    QWidget* m_progressLine = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    InlineBanner* m_banner = nullptr;
    VerdictBanner* m_verdict = nullptr;
    SegmentedControl* m_show = nullptr;
    CaseTable* m_table = nullptr;
    OutputDiff* m_diff = nullptr;
    EmptyState* m_empty = nullptr;
    QStackedWidget* m_pages = nullptr;
    QString m_workflow;
    bool m_versionsChosen = false;
};

}  // namespace touchstone::ui
