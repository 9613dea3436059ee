// SPDX-License-Identifier: GPL-3.0-or-later
//
// The places of the window as a column of icons; what is not for work stands at the foot. GUI thread only.

#pragma once

#include "strips.h"

#include <QActionGroup>

class QVBoxLayout;

namespace touchstone::ui {

class Rail : public Strip {
    Q_OBJECT

public:
    explicit Rail(const Theme& theme, QWidget* parent = nullptr);

    // The button of a place: its action is checkable, and checked while the place is shown.
    QAction* addPlace(Icon icon, const QString& name, const QKeySequence& keys, bool atFoot);
    // At the foot, above the places there.
    void addButton(QWidget* button);

private:
    const Theme& m_theme;
    QVBoxLayout* m_head;
    QVBoxLayout* m_foot;
    QActionGroup* m_group;
};

}  // namespace touchstone::ui
