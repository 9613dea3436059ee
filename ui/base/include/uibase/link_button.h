// SPDX-License-Identifier: GPL-3.0-or-later
//
// A button that looks like a link: for the one next step beside a sentence.
//
// GUI thread only.

#pragma once

#include <QPushButton>

namespace touchstone::ui {

class Theme;

class LinkButton : public QPushButton {
    Q_OBJECT

public:
    explicit LinkButton(const Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace touchstone::ui
