// SPDX-License-Identifier: GPL-3.0-or-later
//
// What can be done with one trace: go to its version, run it again, take its input along, copy it for other tools. An
// action that is not possible says why in its tooltip. GUI thread only.

#pragma once

#include "base/finding.h"
#include "session/session.h"
#include "uibase/icons.h"
#include "uistate/destination.h"

#include <QList>
#include <QObject>

#include <memory>
#include <stop_token>

class QAction;

namespace touchstone::ui {

class DatasetMenu;
class Theme;

class TraceActions : public QObject {
    Q_OBJECT

public:
    TraceActions(session::Session& session, const Theme& theme, QWidget* parent);
    ~TraceActions() override;

    // Null: none of them can be done.
    void setTrace(std::shared_ptr<const trace::Trace> trace);

    [[nodiscard]] QAction* openVersion() const { return m_openVersion; }
    [[nodiscard]] QAction* replay() const { return m_replay; }
    [[nodiscard]] QAction* runOnDraft() const { return m_runOnDraft; }
    [[nodiscard]] QAction* copyId() const { return m_copyId; }
    // Those that have no button of their own.
    [[nodiscard]] QList<QAction*> inMenu() const;
    // All of them.
    [[nodiscard]] QList<QAction*> all() const;

Q_SIGNALS:
    void goToRequested(const touchstone::ui::Destination& destination);
    // What came of an action, for people. With the id of a trace when one can be led there.
    void told(touchstone::Severity severity, const QString& text, const QString& detail, const QString& trace);

private:
    [[nodiscard]] QAction* make(Icon icon, const QString& text, const char* name, void (TraceActions::*act)());
    void enable(QAction* action, const QString& whyNot, const QString& what);
    void update();
    void goToVersion();
    void startReplay();
    void tellReplay(const trace::Trace& before, const Result<engine::Outcome>& outcome);
    void goToDraft();
    void addTo(const QString& dataset);
    void tellAdded(const QString& dataset, const Result<session::AddedCases>& added);
    void copyAsCurl();
    void copyAsCase();
    void copyIdText();
    void copy(const QString& text, const QString& said);

    session::Session& m_session;
    const Theme& m_theme;
    std::shared_ptr<const trace::Trace> m_trace;
    std::stop_source m_stop;
    bool m_replaying = false;
    QAction* m_openVersion;
    QAction* m_replay;
    QAction* m_runOnDraft;
    DatasetMenu* m_addTo;
    QAction* m_copyCurl;
    QAction* m_copyCase;
    QAction* m_copyId;
};

}  // namespace touchstone::ui
