// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/layout_faults.h"

#include "uibase/elided_label.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

namespace touchstone::test {
namespace {

QString textOf(const QWidget& widget) {
    if (const auto* label = qobject_cast<const QLabel*>(&widget))
        return label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    return {};
}

bool showsFixedText(const QWidget& widget) {
    const bool is = qobject_cast<const QLabel*>(&widget) || qobject_cast<const QPushButton*>(&widget) ||
                    qobject_cast<const QToolButton*>(&widget) || qobject_cast<const QCheckBox*>(&widget) ||
                    qobject_cast<const QRadioButton*>(&widget);
    return is && !qobject_cast<const ui::ElidedLabel*>(&widget) && !textOf(widget).isEmpty();
}

QSize neededSize(const QWidget& widget) {
    const auto* label = qobject_cast<const QLabel*>(&widget);
    if (label && label->wordWrap())
        return {0, label->heightForWidth(label->width())};
    // A button may be flatter than its style likes.
    const int least = label ? label->minimumSizeHint().height() : widget.fontMetrics().height();
    return {widget.minimumSizeHint().width(), least};
}

// What can be reached by scrolling is not cut off.
bool isScrolled(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    const auto* area = parent ? qobject_cast<const QAbstractScrollArea*>(parent->parentWidget()) : nullptr;
    return area && area->viewport() == parent;
}

bool reachesOver(const QWidget& widget) {
    const QWidget* parent = widget.parentWidget();
    return parent && !widget.isWindow() && !isScrolled(widget) && !parent->rect().contains(widget.geometry());
}

QString sizeText(const QSize& size) {
    return QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
}

QList<QWidget*> placedBy(const QLayout& layout) {
    QList<QWidget*> widgets;
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem* item = layout.itemAt(i);
        if (QWidget* widget = item->widget(); widget && widget->isVisible() && !widget->size().isEmpty())
            widgets.append(widget);
        else if (const QLayout* inner = item->layout())
            widgets.append(placedBy(*inner));
    }
    return widgets;
}

}  // namespace

QString pathOf(const QWidget& widget) {
    QString path;
    for (const QWidget* each = &widget; each && !each->isWindow(); each = each->parentWidget())
        path =
            (each->objectName().isEmpty() ? QString::fromLatin1(each->metaObject()->className()) : each->objectName()) +
            (path.isEmpty() ? QString() : QLatin1Char('/') + path);
    return path;
}

QStringList clippedTexts(const QWidget& window) {
    QStringList faults;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible() || !showsFixedText(*widget))
            continue;
        const QSize needed = neededSize(*widget);
        if (widget->width() < needed.width() || widget->height() < needed.height())
            faults.append(QStringLiteral("%1 “%2” has %3 of %4")
                              .arg(pathOf(*widget), textOf(*widget), sizeText(widget->size()), sizeText(needed)));
        else if (reachesOver(*widget))
            faults.append(QStringLiteral("%1 “%2” reaches over its parent").arg(pathOf(*widget), textOf(*widget)));
    }
    return faults;
}

QStringList overlaps(const QWidget& window) {
    QStringList faults;
    for (const QWidget* parent : window.findChildren<QWidget*>()) {
        if (!parent->isVisible() || !parent->layout())
            continue;
        const QList<QWidget*> widgets = placedBy(*parent->layout());
        for (qsizetype i = 0; i < widgets.size(); ++i)
            for (qsizetype j = i + 1; j < widgets.size(); ++j)
                if (const QRect both = widgets[i]->geometry() & widgets[j]->geometry();
                    both.width() > 1 && both.height() > 1)
                    faults.append(QStringLiteral("%1 and %2 lie over each other: %3")
                                      .arg(pathOf(*widgets[i]), pathOf(*widgets[j]), sizeText(both.size())));
    }
    return faults;
}

}  // namespace touchstone::test
