// SPDX-License-Identifier: GPL-3.0-or-later
//
// The left column: the parts of the document, and below it the versions. GUI thread only.

#pragma once

#include "uistate/draft_model.h"
#include "uistate/history_model.h"

#include <QWidget>

class QListView;

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

Q_SIGNALS:
    void partChosen(const QString& part);

private:
    [[nodiscard]] QWidget* makeParts(DraftModel& draft);

    const Theme& m_theme;
    PartsModel* m_parts;
    HistoryPanel* m_history;
    QListView* m_partList = nullptr;
};

}  // namespace touchstone::ui
