// SPDX-License-Identifier: GPL-3.0-or-later
//
// A label whose lines end in "…" where they do not fit; then all of the text is its tooltip, unless it has another one.
// It never makes what it stands in wider than it must be.
//
// GUI thread only.

#pragma once

#include <QLabel>

namespace touchstone::ui {

class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QString shownText() const;
};

}  // namespace touchstone::ui
