// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line to filter a list with: magnifier, clear button, Esc empties it, Down goes on into the list.
//
// GUI thread only.

#pragma once

#include <QLineEdit>
#include <QPointer>

namespace touchstone::ui {

class Theme;

class SearchLine : public QLineEdit {
    Q_OBJECT

public:
    // `placeholder` says what is searched; it is the accessible name too.
    SearchLine(const Theme& theme, const QString& placeholder, QWidget* parent = nullptr);

    // The view that Down and Return move the focus to.
    void setTarget(QWidget* target) { m_target = target; }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPointer<QWidget> m_target;
};

}  // namespace touchstone::ui
