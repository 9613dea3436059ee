// SPDX-License-Identifier: GPL-3.0-or-later
//
// The versions of the open workflow as a graph, the draft on top: searched, read, compared, restored, tagged, branched.
//
// GUI thread only.

#pragma once

#include "uibase/icons.h"
#include "uistate/draft_model.h"
#include "uistate/history_model.h"

#include <QWidget>

class QAction;
class QListView;
class QToolButton;

namespace touchstone::ui {

class HistoryRows;
class NameLine;
class SearchLine;
class Theme;

class HistoryPanel : public QWidget {
    Q_OBJECT

public:
    // All outlive the panel.
    HistoryPanel(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
                 QWidget* parent = nullptr);

    // What can be done with the selected versions; each with text, object name, shortcut or none.
    [[nodiscard]] QList<QAction*> commands() const;
    // Selects a version ("v3") or "draft"; false when it is not listed.
    bool select(const QString& reference);
    // Only the head stays.
    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }

Q_SIGNALS:
    // A person folded or unfolded the panel.
    void foldChosen(bool folded);
    // A version is to be read, or two to be seen side by side, the older first; "draft" is the draft.
    void readRequested(const QString& reference);
    void differenceRequested(const QString& before, const QString& after);
    // Two to six versions are to be run side by side, the oldest first.
    void compareRequested(const QStringList& references);
    void restoreRequested(const QString& reference);
    void branchMade(const QString& branch);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dressList();
    void makeActions();
    [[nodiscard]] QAction* makeAction(const char* objectName, Icon icon, const QString& text,
                                      const QKeySequence& shortcut = {});
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeFoot();
    void showSearch(bool visible);
    void chooseFold(bool folded);
    void updateActions();
    void askForName(bool branch);
    // The selected references, oldest first, the draft last.
    [[nodiscard]] QStringList selected() const;
    // The one selected version; empty for the draft, for several or none.
    [[nodiscard]] QString selectedVersion() const;

    session::Session& m_session;
    const Theme& m_theme;
    DraftModel& m_draft;
    HistoryModel& m_history;
    HistoryRows* m_rows;
    QListView* m_list;
    SearchLine* m_search;
    NameLine* m_name;
    QWidget* m_head = nullptr;
    QWidget* m_foot = nullptr;
    QToolButton* m_fold = nullptr;
    bool m_folded = false;
    QAction* m_read = nullptr;
    QAction* m_difference = nullptr;
    QAction* m_compare = nullptr;
    QAction* m_restore = nullptr;
    QAction* m_branch = nullptr;
    QAction* m_tag = nullptr;
    QAction* m_copy = nullptr;
    QAction* m_find = nullptr;
};

}  // namespace touchstone::ui
