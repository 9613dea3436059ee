// SPDX-License-Identifier: GPL-3.0-or-later
//
// What came of a run: the answer as it streams, whether it is valid and what policy said, what it took, and where the
// time went; and the runs before it, one of them pinned beside it.
//
// GUI thread only.

#pragma once

#include "run_log.h"
#include "uistate/destination.h"
#include "uistate/run_controller.h"

#include <QVariantMap>
#include <QWidget>

class QSplitter;
class QStackedWidget;
class QToolButton;

namespace touchstone::ui {

class AddCaseBar;
class AnswerView;
class ElidedLabel;
class EmptyState;
class InlineBanner;
class Pill;
class PinnedRun;
class RunFigures;
class RunTabs;
class Theme;

class OutcomePanel : public QWidget {
    Q_OBJECT

public:
    OutcomePanel(session::Session& session, const Theme& theme, RunController& runs, QWidget* parent = nullptr);

    // The document that the next run runs.
    void setDocument(std::shared_ptr<const std::string> text) { m_document = std::move(text); }
    // Back to how it was before the first run: what it shows is another workflow's.
    void clear();
    // What is needed to find the runs again; see KeptRuns.
    [[nodiscard]] QVariantMap runs() const;
    // Runs of an earlier window, found again. Nothing happens when there are newer ones.
    void bringBack(const std::vector<TriedRun>& runs, const std::shared_ptr<const engine::Outcome>& pinned);

    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    void runRequested();
    void goToRequested(const touchstone::ui::Destination& destination);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QToolButton* makeMore();
    [[nodiscard]] QWidget* makeResult();
    void showResult();
    void wire();
    void beginRun();
    void finishRun();
    void showRun();
    void showStatus(const engine::Outcome& outcome);
    void showProblem(const QString& message);
    void stepRun(int by);
    void pin();
    void showPinned(const TriedRun& run);
    void unpin();
    void turnAnswers();
    void fitHead();
    void copyAs(QString (*write)(const TriedRun& run, QString& problem));

    const Theme& m_theme;
    RunController& m_runs;
    RunLog m_log;
    std::shared_ptr<const std::string> m_document;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    Pill* m_status;
    Pill* m_tier;
    ElidedLabel* m_which = nullptr;
    QToolButton* m_older = nullptr;
    QToolButton* m_newer = nullptr;
    QToolButton* m_pin = nullptr;
    QToolButton* m_more = nullptr;
    InlineBanner* m_banner;
    AddCaseBar* m_addCase;
    QSplitter* m_answers = nullptr;
    QSplitter* m_result = nullptr;
    AnswerView* m_answer = nullptr;
    PinnedRun* m_pinned = nullptr;
    QString m_pinnedId;  // of its trace
    RunTabs* m_tabs = nullptr;
    QVariantMap m_layout;  // of what is not made yet
};

}  // namespace touchstone::ui
