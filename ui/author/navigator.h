// SPDX-License-Identifier: GPL-3.0-or-later
//
// The left column: the parts of the document, and below it the versions. GUI thread only.

#pragma once

#include "uistate/draft_model.h"
#include "uistate/history_model.h"

#include <QVariantMap>
#include <QWidget>

#include <optional>

class QListView;
class QSplitter;

namespace touchstone::ui {

class HistoryPanel;
class PartsModel;
class Theme;

class Navigator : public QWidget {
    Q_OBJECT

public:
    Navigator(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
              QWidget* parent = nullptr);

    void setCurrentPart(std::string_view part);
    [[nodiscard]] HistoryPanel& history() const { return *m_history; }
    // The history is open where there is room for it, unless a person chose.
    void setHistoryRoom(bool room);

    // Whether a person folded or unfolded the history.
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    void partChosen(const QString& part);
    // Enter or a click, not the mere passing of the arrow keys.
    void partActivated();

private:
    [[nodiscard]] QWidget* makeParts(DraftModel& draft);
    void fold();
    void share();

    const Theme& m_theme;
    PartsModel* m_parts;
    HistoryPanel* m_history;
    QListView* m_partList = nullptr;
    QSplitter* m_splitter;
    bool m_historyRoom = true;
    std::optional<bool> m_foldChosen;
};

}  // namespace touchstone::ui
