// SPDX-License-Identifier: GPL-3.0-or-later
//
// A spin box that can be empty and that lets a person finish typing: whatever stands in it is text, and whoever owns it
// says what is wrong with it. The arrow keys, the wheel (once it has the focus) and its buttons step within the range.
//
// GUI thread only.

#pragma once

#include "base/json.h"

#include <QAbstractSpinBox>

#include <optional>

namespace touchstone::ui {

struct NumberRange {
    std::optional<double> least;
    std::optional<double> most;
    bool integer = true;
    double start = 0;  // where stepping begins while it is empty
};

class NumberEdit : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit NumberEdit(NumberRange range, QWidget* parent = nullptr);

    void setText(const QString& text);
    void setPlaceholder(const QString& text);
    void stepBy(int steps) override;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    // A person changed the text.
    void textEdited(const QString& text);

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    [[nodiscard]] std::optional<double> value() const;
    [[nodiscard]] double stepAt(double value) const;

    NumberRange m_range;
};

}  // namespace touchstone::ui
