// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strip on top of a panel: its title at the left, what belongs to it at the right, a line below.
//
// GUI thread only.

#pragma once

#include "uibase/icons.h"

#include <QKeySequence>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace touchstone::ui {

class ElidedLabel;
class Theme;

class PanelHead : public QWidget {
    Q_OBJECT

public:
    PanelHead(const Theme& theme, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    // Beside the title, in muted text.
    void setNote(const QString& note);
    // At the right end, in the order of the calls.
    void addWidget(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    ElidedLabel* m_title;
    ElidedLabel* m_note;
    QHBoxLayout* m_layout;
};

// A flat button with an icon. `name` is its accessible name and, with the shortcut, its tooltip; the shortcut itself
// belongs to whoever owns the action.
[[nodiscard]] QToolButton* makeToolButton(const Theme& theme, Icon icon, const QString& name, QWidget* parent,
                                          const QKeySequence& shortcut = {});

}  // namespace touchstone::ui
