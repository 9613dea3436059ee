// SPDX-License-Identifier: GPL-3.0-or-later
//
// What came of a run: the answer as it streams, whether it is valid, what it took, and its spans. GUI thread only.

#pragma once

#include "uistate/run_controller.h"

#include <QWidget>

#include <array>

class QLabel;
class QStackedWidget;

namespace touchstone::ui {

class CodeEditor;
class EmptyState;
class InlineBanner;
class Pill;
class Theme;
class WaterfallView;

class OutcomePanel : public QWidget {
    Q_OBJECT

public:
    OutcomePanel(const Theme& theme, RunController& runs, QWidget* parent = nullptr);

    void showProblem(const QString& message);
    // Back to how it was before the first run: what it shows is another workflow's.
    void clear();

Q_SIGNALS:
    void runRequested();

private:
    [[nodiscard]] QWidget* makeResult();
    [[nodiscard]] QWidget* makeFacts();
    void beginRun();
    void showStream();
    void showOutcome();
    void showStatus(const engine::Outcome& outcome);
    void showFacts(const trace::Trace& trace);

    enum Fact { Latency, FirstToken, Tokens, Cost, kFacts };

    const Theme& m_theme;
    RunController& m_runs;
    QStackedWidget* m_pages;
    EmptyState* m_empty;
    Pill* m_status;
    Pill* m_tier;
    InlineBanner* m_banner;
    CodeEditor* m_output;
    std::array<QLabel*, kFacts> m_facts{};
    WaterfallView* m_waterfall;
};

}  // namespace touchstone::ui
