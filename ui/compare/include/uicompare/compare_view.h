// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where two versions are run on a dataset and compared: the verdict, every case, and both answers in full.
//
// GUI thread only.

#pragma once

#include "uistate/experiment_controller.h"
#include "uistate/history_model.h"
#include "uistate/place.h"

class QAction;
class QLabel;
class QProgressBar;
class QStackedWidget;

namespace touchstone::ui {

class CaseDetail;
class CaseTable;
class CompareFilter;
class CompareModel;
class ComparisonChoices;
class EmptyState;
class InlineBanner;
class SegmentedControl;
class Theme;
class VerdictBanner;

class CompareView : public Place {
    Q_OBJECT

public:
    // All outlive the view.
    CompareView(session::Session& session, const Theme& theme, HistoryModel& history, ExperimentController& experiments,
                QWidget* parent = nullptr);

    // Chooses the two versions ("v3"); nothing is run.
    void chooseVersions(const QString& baseline, const QString& candidate);
    // Run comparison, or cancel the one that is under way; with text, icon, shortcut and tooltip.
    [[nodiscard]] QAction* runAction() const { return m_run; }

    [[nodiscard]] QAction* primaryAction() const override { return m_run; }
    [[nodiscard]] QList<QAction*> commands() const override { return {m_run}; }
    bool goTo(const Destination& destination) override;
    [[nodiscard]] QVariantMap saveLayout() const override;
    void restoreLayout(const QVariantMap& layout) override;

Q_SIGNALS:
    // There are too few versions: they are made in the author place.
    void authorRequested();

private:
    [[nodiscard]] QWidget* makeProgress();
    [[nodiscard]] QWidget* makeResults();
    [[nodiscard]] QWidget* makeFilters();
    void wire();
    void startOver();
    void updateRunAction();
    void updateEmpty();
    void takeNextStep();
    void showWhetherStale();
    void toggleRun();
    void showProgress();
    void showReport();
    void showOnly(int show);
    void updateCounts();
    void showCase();
    void stepCase(int rows);

    const Theme& m_theme;
    HistoryModel& m_history;
    ExperimentController& m_experiments;
    QAction* m_run;
    CompareModel* m_cases;
    CompareFilter* m_filter;
    ComparisonChoices* m_choices;
    QWidget* m_progressLine = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    InlineBanner* m_banner;
    VerdictBanner* m_verdict;
    SegmentedControl* m_show = nullptr;
    CaseTable* m_table = nullptr;
    CaseDetail* m_detail = nullptr;
    EmptyState* m_empty;
    QStackedWidget* m_pages;
    QString m_workflow;
    session::ExperimentRequest m_shown;  // whose results are in the table
    bool m_stale = false;                // and are not those of the choices
};

}  // namespace touchstone::ui
