// SPDX-License-Identifier: GPL-3.0-or-later
//
// What to try the draft on, and what came of it: below each other, or side by side where the panel is wide. Inputs, the
// tier and the runs are kept for each workflow, also with the layout.
//
// GUI thread only.

#pragma once

#include "uistate/destination.h"
#include "uistate/draft_model.h"
#include "uistate/run_controller.h"

#include <QVariantMap>
#include <QWidget>

#include <array>
#include <map>

class QScrollArea;

namespace touchstone::ui {

class CasePicker;
class RunRecall;
class InputForm;
class OutcomePanel;
class SegmentedControl;
class Splitter;
class Theme;

class TryPanel : public QWidget {
    Q_OBJECT

public:
    TryPanel(session::Session& session, const Theme& theme, DraftModel& draft, QWidget* parent = nullptr);

    void run();
    // What a run would get now, and the tier chosen by hand; empty: as the workflow routes.
    [[nodiscard]] Json input() const;
    [[nodiscard]] std::string tier() const;
    // Fills the form; nothing is run.
    void setInput(const Json& input);
    [[nodiscard]] RunController& runs() { return m_runs; }

    // With the inputs, but for those that policy blocked and those that are large; of runs only the ids of their
    // traces.
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    // input() or tier() may have changed.
    void inputEdited();
    void goToRequested(const touchstone::ui::Destination& destination);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeUpper();
    void makeForm();
    [[nodiscard]] QWidget* makeTierLine();
    void arrange();
    [[nodiscard]] int formHeight() const;
    void keepShare();
    void keepInput();
    void keepTier();
    void bringBack();
    void showDocument();
    void updateSchema();
    void updateTiers();
    void makeTiers();
    void fillFirstInput();
    void wire();
    void restoreInputs(const QVariantMap& inputs);

    DraftModel& m_draft;
    const Theme& m_theme;
    RunController m_runs;
    InputForm* m_form;
    CasePicker* m_cases;
    SegmentedControl* m_tiers = nullptr;
    QWidget* m_tierLine = nullptr;
    QStringList m_tierNames;
    QScrollArea* m_area = nullptr;
    OutcomePanel* m_outcome;
    Splitter* m_splitter = nullptr;
    RunRecall* m_recall;
    QString m_shown;  // the workflow whose inputs the form holds
    std::map<QString, Json> m_inputs;
    Json m_blocked;                    // the input that policy blocked last: kept nowhere
    QVariantMap m_tierOf;              // of workflows: the name chosen by hand
    QVariantMap m_runsOf;              // of workflows: see OutcomePanel::runs()
    std::array<int, 2> m_share{0, 0};  // the form's width beside the answer, its height above it; 0: as it needs
};

}  // namespace touchstone::ui
