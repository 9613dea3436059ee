// SPDX-License-Identifier: GPL-3.0-or-later
//
// A line of controls that is as tall as they are and scrolls sideways where the window is too narrow for them; the one
// that has the keyboard comes into sight. GUI thread only.

#pragma once

#include <QScrollArea>

namespace touchstone::ui {

class SideScroll : public QScrollArea {
    Q_OBJECT

public:
    // Owns `line`, whose height follows its layout.
    explicit SideScroll(QWidget* line, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitHeight();
};

}  // namespace touchstone::ui
