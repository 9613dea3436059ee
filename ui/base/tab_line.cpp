// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/tab_line.h"

#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>

namespace touchstone::ui {
namespace {

constexpr int kLeast = 96;  // design pixels: one tab, cut short, and the menu

}  // namespace

TabLine::TabLine(const Theme& theme, const QString& name, QWidget* parent)
    : QTabBar(parent), m_theme(theme), m_more(makeToolButton(theme, Icon::More, tr("More tabs"), this)) {
    setAccessibleName(name);
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
    m_more->setObjectName(QStringLiteral("moreTabs"));
    m_more->setFocusPolicy(Qt::NoFocus);
    m_more->hide();
    connect(m_more, &QToolButton::clicked, this, &TabLine::openMenu);
    connect(this, &QTabBar::currentChanged, this, &TabLine::fit);
}

QSize TabLine::sizeHint() const {
    QSize size(0, QTabBar::sizeHint().height());
    for (int i = 0; i < count(); ++i)
        size = {size.width() + tabSizeHint(i).width(), std::max(size.height(), tabSizeHint(i).height())};
    return size;
}

QSize TabLine::minimumSizeHint() const {
    const QSize whole = sizeHint();
    return {std::min(whole.width(), m_theme.px(kLeast)), whole.height()};
}

// The current tab is written stronger, so nothing moves and nothing is cut when another one is.
QSize TabLine::tabSizeHint(int index) const {
    const int more = QFontMetrics(m_theme.font(TextStyle::BodyStrong)).horizontalAdvance(tabText(index)) -
                     QFontMetrics(m_theme.font(TextStyle::Body)).horizontalAdvance(tabText(index));
    return QTabBar::tabSizeHint(index) + QSize(std::max(more, 0), 0);
}

// A line that is not in sight lays nothing out; who holds it must hear of its size all the same.
void TabLine::tabInserted(int) {
    updateGeometry();
}

void TabLine::tabRemoved(int) {
    updateGeometry();
}

void TabLine::tabLayoutChange() {
    QTabBar::tabLayoutChange();
    fit();
}

void TabLine::resizeEvent(QResizeEvent* event) {
    QTabBar::resizeEvent(event);
    fit();
}

void TabLine::fit() {
    if (m_fitting)
        return;
    const QScopedValueRollback<bool> guard(m_fitting, true);
    const bool all = sizeHint().width() <= width();
    const QSize more = m_more->sizeHint();
    m_more->setVisible(!all);
    showWithin(all ? width() : width() - more.width());
    m_more->setGeometry(width() - more.width(), (height() - more.height()) / 2, more.width(), more.height());
    m_more->raise();
    updateGeometry();
}

void TabLine::showWithin(int room) {
    room -= currentIndex() < 0 ? 0 : tabSizeHint(currentIndex()).width();
    for (int i = 0; i < count(); ++i) {
        if (i == currentIndex())
            continue;
        const int width = tabSizeHint(i).width();
        room = width <= room ? room - width : -1;  // those after the first that does not fit are hidden too
        setTabVisible(i, room >= 0);
    }
    if (currentIndex() >= 0)
        setTabVisible(currentIndex(), true);
}

void TabLine::keyPressEvent(QKeyEvent* event) {
    const int side = isRightToLeft() ? -1 : 1;
    const int by = event->key() == Qt::Key_Right ? side : event->key() == Qt::Key_Left ? -side : 0;
    if (by == 0)
        return QTabBar::keyPressEvent(event);
    for (int i = currentIndex() + by; i >= 0 && i < count(); i += by)
        if (isTabEnabled(i))
            return setCurrentIndex(i);
}

void TabLine::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < count(); ++i)
        if (!isTabVisible(i))
            menu->addAction(tabIcon(i), tabText(i), this, [this, i] { setCurrentIndex(i); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

}  // namespace touchstone::ui
