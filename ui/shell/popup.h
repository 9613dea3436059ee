// SPDX-License-Identifier: GPL-3.0-or-later
//
// A list that opens above a button of the status bar: a head, a body, Esc closes it. GUI thread only.

#pragma once

#include <QFrame>

class QVBoxLayout;

namespace touchstone::ui {

class PanelHead;
class Theme;

class Popup : public QFrame {
    Q_OBJECT

public:
    Popup(const Theme& theme, const QString& title, QWidget* parent);

    // Above `anchor`, its right edge at the anchor's, inside the window.
    void openAbove(const QWidget& anchor);

protected:
    [[nodiscard]] PanelHead& head() { return *m_head; }
    void setBody(QWidget* body);
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    PanelHead* m_head;
    QVBoxLayout* m_layout;
};

}  // namespace touchstone::ui
