// SPDX-License-Identifier: GPL-3.0-or-later
//
// The parts that are open, as tabs: a dot says that a part is changed; a middle click or the cross closes one. One part
// stays open always. GUI thread only.

#pragma once

#include "uibase/tab_line.h"

#include <QStringList>

namespace touchstone::ui {

class DraftModel;
class Theme;

class PartTabs : public TabLine {
    Q_OBJECT

public:
    PartTabs(const Theme& theme, DraftModel& draft, QWidget* parent = nullptr);

    // Opens the part's tab where there is none, and makes it the current one.
    void openPart(const QString& part);
    void closePart(int index);
    // The next tab, or the one before, going round.
    void step(int by);

    [[nodiscard]] QStringList parts() const;
    // Unknown names are left out.
    void setParts(const QStringList& parts);

Q_SIGNALS:
    void partChosen(const QString& part);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void addPart(const QString& part);
    void showChanges();
    void updateClosing();

    const Theme& m_theme;
    DraftModel& m_draft;
};

}  // namespace touchstone::ui
