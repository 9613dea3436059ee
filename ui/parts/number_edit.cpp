// SPDX-License-Identifier: GPL-3.0-or-later

#include "number_edit.h"

#include "uistate/text.h"

#include <QLineEdit>
#include <QStyleOptionSpinBox>
#include <QWheelEvent>

#include <cmath>

namespace touchstone::ui {

NumberEdit::NumberEdit(NumberRange range, QWidget* parent) : QAbstractSpinBox(parent), m_range(range) {
    setFocusPolicy(Qt::StrongFocus);
    connect(lineEdit(), &QLineEdit::textEdited, this, &NumberEdit::textEdited);
}

void NumberEdit::setText(const QString& text) {
    lineEdit()->setText(text);
}

void NumberEdit::setPlaceholder(const QString& text) {
    lineEdit()->setPlaceholderText(text);
}

std::optional<double> NumberEdit::value() const {
    const auto parsed = parseJson(toUtf8(text()));
    return parsed.ok() && parsed.value().is_number() ? std::optional(parsed.value().get<double>()) : std::nullopt;
}

// A tenth of the value's own size, so that 0.01 and 86400 are both stepped sensibly.
double NumberEdit::stepAt(double value) const {
    const double size = std::abs(value) > 0 ? std::floor(std::log10(std::abs(value)) + 1e-9) : 0;
    const double step = std::pow(10, size - 1);
    return m_range.integer ? std::max(1.0, std::round(step)) : step;
}

void NumberEdit::stepBy(int steps) {
    if (isReadOnly())
        return;
    const auto before = value();
    double next = before.value_or(m_range.start);
    if (before || text().isEmpty())
        next += steps * stepAt(next);
    next = std::min(std::max(next, m_range.least.value_or(next)), m_range.most.value_or(next));
    constexpr int kDigits = 12;  // of a double's 15, so that 0.1 + 0.2 is written 0.3
    const QString text = QString::number(next, m_range.integer ? 'f' : 'g', m_range.integer ? 0 : kDigits);
    if (text == this->text())
        return;
    setText(text);
    lineEdit()->selectAll();
    Q_EMIT textEdited(text);
}

QAbstractSpinBox::StepEnabled NumberEdit::stepEnabled() const {
    if (isReadOnly())
        return StepNone;
    const auto now = value();
    StepEnabled able = StepUpEnabled | StepDownEnabled;
    able.setFlag(StepUpEnabled, !now || !m_range.most || *now < *m_range.most);
    able.setFlag(StepDownEnabled, !now || !m_range.least || *now > *m_range.least);
    return able;
}

// Scrolling a form must not change it.
void NumberEdit::wheelEvent(QWheelEvent* event) {
    if (hasFocus())
        QAbstractSpinBox::wheelEvent(event);
    else
        event->ignore();
}

QSize NumberEdit::sizeHint() const {
    constexpr int kCharacters = 12;
    QStyleOptionSpinBox option;
    initStyleOption(&option);
    const QSize content(fontMetrics().averageCharWidth() * kCharacters, fontMetrics().height());
    return style()->sizeFromContents(QStyle::CT_SpinBox, &option, content, this);
}

}  // namespace touchstone::ui
