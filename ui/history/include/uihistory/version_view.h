// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads a committed version: who made it and why, and part by part what it says or how it differs from another version
// or from the draft.
//
// GUI thread only. Versions are loaded and compared by workers; the newest question wins.

#pragma once

#include "session/authoring.h"
#include "uistate/draft_model.h"
#include "uistate/history_model.h"

#include <QWidget>

#include <optional>

class QAction;
class QComboBox;
class QLabel;

namespace touchstone::ui {

class DiffView;
class ElidedLabel;
class InlineBanner;
class SegmentedControl;
class Theme;

class VersionView : public QWidget {
    Q_OBJECT

public:
    // All outlive the view.
    VersionView(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
                QWidget* parent = nullptr);

    // Shows a version of a workflow against its parent, or whole when it is the first one.
    void read(const QString& workflow, const QString& reference);
    // Shows how `after` differs from `before`; either may be "draft".
    void compare(const QString& workflow, const QString& before, const QString& after);
    [[nodiscard]] QString reference() const { return m_after; }

Q_SIGNALS:
    void restoreRequested(const QString& reference);
    void runSideBySideRequested(const QStringList& references);
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    using Document = std::shared_ptr<const Json>;

    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeTools();
    void fillBases();
    void load();
    void fetch(const QString& reference, bool before);
    void compareLoaded();
    void show(const std::vector<session::PartDifference>& parts);
    void showFacts(const workflow::Version& version);
    void fail(const QString& message);

    session::Session& m_session;
    const Theme& m_theme;
    DraftModel& m_draft;
    HistoryModel& m_history;
    QLabel* m_mark;
    ElidedLabel* m_title;
    ElidedLabel* m_message;
    QComboBox* m_base;
    SegmentedControl* m_mode;
    QWidget* m_restore = nullptr;
    QWidget* m_run = nullptr;
    InlineBanner* m_banner;
    DiffView* m_difference;

    QString m_workflow;
    QString m_before;  // empty: nothing, so that all of `m_after` is shown
    QString m_after;
    Document m_beforeDocument;
    Document m_afterDocument;
    bool m_chooseParent = false;  // once the version is loaded
    std::uint64_t m_number = 0;   // the newest question wins
};

}  // namespace touchstone::ui
