// SPDX-License-Identifier: GPL-3.0-or-later
//
// The place where two to six versions are run on a dataset or on one input and compared: what they have differently,
// the verdicts, every case with every answer, and each in full.
//
// GUI thread only. Answers are compared and searched by workers.

#pragma once

#include "session/session.h"
#include "uicompare/compared_cases.h"
#include "uistate/place.h"

#include <stop_token>

class QAction;
class QLabel;
class QStackedWidget;

namespace touchstone::ui {

class CaseDetail;
class CaseTable;
class ChangeStrip;
class CompareFilter;
class CompareModel;
class ComparisonChoices;
class DraftModel;
class EmptyState;
class ExperimentController;
class FilterLine;
class HistoryModel;
class InlineBanner;
class LiveResults;
class PartChanges;
class PartDiff;
class PastExperiments;
class ProgressLine;
class ReportExport;
class Theme;

class CompareView : public Place {
    Q_OBJECT

public:
    // All outlive the view.
    CompareView(session::Session& session, const Theme& theme, HistoryModel& history, DraftModel& draft,
                ExperimentController& experiments, QWidget* parent = nullptr);
    ~CompareView() override;

    // Chooses versions ("v3", "draft"), the baseline first; nothing is run.
    void chooseVersions(const QStringList& references);
    // Shows what an experiment found, as if it had just been run.
    void showReport(std::shared_ptr<const eval::Report> report);
    // Run comparison, or cancel the one that is under way; with text, icon, shortcut and tooltip.
    [[nodiscard]] QAction* runAction() const { return m_run; }

    [[nodiscard]] QAction* primaryAction() const override { return m_run; }
    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QString status() const override;
    bool goTo(const Destination& destination) override;
    [[nodiscard]] QVariantMap saveLayout() const override;
    void restoreLayout(const QVariantMap& layout) override;

Q_SIGNALS:
    // There are too few versions: they are made in the author place.
    void authorRequested();
    // What showReport() was given, or what was run, is in the table.
    void shown();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildUi();
    void makeActions();
    [[nodiscard]] QWidget* makeEmpty();
    [[nodiscard]] QWidget* makeResults();
    void wire();
    void wireResults();
    void wireRuns();
    void startOver();
    void adoptChoices();
    void updateRunAction();
    void updateEmpty();
    void takeNextStep();
    void showWhetherStale();
    [[nodiscard]] bool isStale() const;
    void toggleRun();
    void start();
    void startWhenSaved();
    void openExperiment(const QString& experiment);
    void adoptReport(const eval::Report& report);
    void resume();
    void showFinished(const SearchedCases& shown);
    void showGrown(const SearchedCases& shown);
    void showCases(const SearchedCases& shown);
    void exchangeCases(const std::shared_ptr<const ComparedCases>& cases);
    void replaceCases(const std::shared_ptr<const ComparedCases>& cases);
    [[nodiscard]] CaseArrangement arrangement() const;
    [[nodiscard]] std::string searchedText() const;
    void showEnd(const eval::Report& report);
    void arrange();
    void search(const QString& text);
    void openCase();
    void closeCase();
    void openDifference();
    void openPart(const QString& part, int version);
    void closePart();
    void showDraft();
    void showCase();
    void showPlace();
    void say(const QString& text);

    session::Session& m_session;
    const Theme& m_theme;
    HistoryModel& m_history;
    DraftModel& m_draft;
    ExperimentController& m_experiments;
    QAction* m_run;
    QAction* m_fullDiff;
    CompareModel* m_cases;
    CompareFilter* m_filter;
    PartChanges* m_changes;
    ComparisonChoices* m_choices;
    ProgressLine* m_progress;
    InlineBanner* m_banner;
    ChangeStrip* m_strip;
    PartDiff* m_partDiff;
    FilterLine* m_filters;
    CaseTable* m_table;
    CaseDetail* m_detail;
    ReportExport* m_export;
    EmptyState* m_empty;
    PastExperiments* m_past;
    LiveResults* m_live;
    QStackedWidget* m_pages;
    QString m_workflow;
    QString m_said;  // what was just done, for the status bar
    CaseSort m_sort = CaseSort::Dataset;
    std::size_t m_sortBy = 0;
    bool m_descending = false;
    std::shared_ptr<const CaseSet> m_matches;  // of the search
    std::stop_source m_searching;
    std::uint64_t m_number = 0;  // the newest report wins
    bool m_draftEdited = false;  // since the shown comparison began
    bool m_stale = false;
    bool m_waits = false;  // for the draft to be saved
};

}  // namespace touchstone::ui
