// SPDX-License-Identifier: GPL-3.0-or-later
//
// The left column: the parts of the document, and below it the versions. GUI thread only.

#pragma once

#include "uistate/draft_model.h"
#include "uistate/history_model.h"

#include <QWidget>

class QAction;
class QListView;

namespace touchstone::ui {

class PartsModel;
class PanelHead;
class Theme;

class Navigator : public QWidget {
    Q_OBJECT

public:
    Navigator(const Theme& theme, DraftModel& draft, HistoryModel& history, QWidget* parent = nullptr);

    void setCurrentPart(std::string_view part);
    [[nodiscard]] QAction* compareAction() const { return m_compare; }

Q_SIGNALS:
    void partChosen(const QString& part);
    // Of the two versions that are selected, the older first.
    void compareRequested(const QString& baseline, const QString& candidate);

private:
    [[nodiscard]] QWidget* makeParts(DraftModel& draft);
    [[nodiscard]] QWidget* makeHistory();
    void compareSelected();
    void updateCompare();

    const Theme& m_theme;
    HistoryModel& m_history;
    PartsModel* m_parts;
    QListView* m_partList;
    QListView* m_versionList;
    QAction* m_compare;
};

}  // namespace touchstone::ui
