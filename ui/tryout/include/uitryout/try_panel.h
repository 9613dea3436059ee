// SPDX-License-Identifier: GPL-3.0-or-later
//
// The right column: what to try the draft on, and what came of it. Inputs are kept for each workflow, also with the
// layout. GUI thread only.

#pragma once

#include "uistate/destination.h"
#include "uistate/draft_model.h"
#include "uistate/run_controller.h"

#include <QVariantMap>
#include <QWidget>

#include <map>

namespace touchstone::ui {

class CasePicker;
class InputForm;
class OutcomePanel;
class SegmentedControl;
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

    // With the inputs, but for those that policy blocked and those that are large.
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    // input() or tier() may have changed.
    void inputEdited();
    void goToRequested(const touchstone::ui::Destination& destination);

private:
    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makeTierLine();
    void showDocument();
    void updateSchema();
    void updateTiers();
    void fillFirstInput();
    void wire();

    DraftModel& m_draft;
    const Theme& m_theme;
    RunController m_runs;
    InputForm* m_form;
    CasePicker* m_cases;
    SegmentedControl* m_tiers = nullptr;
    QWidget* m_tierLine = nullptr;
    QStringList m_tierNames;
    OutcomePanel* m_outcome;
    QString m_shown;  // the workflow whose inputs the form holds
    std::map<QString, Json> m_inputs;
    Json m_blocked;  // the input that policy blocked last: kept nowhere
};

}  // namespace touchstone::ui
