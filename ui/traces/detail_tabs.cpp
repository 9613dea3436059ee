// SPDX-License-Identifier: GPL-3.0-or-later

#include "detail_tabs.h"

#include <QPainter>
#include <QStyleOptionTab>

namespace touchstone::ui {
namespace {

constexpr int kMargins = 14;

QString withCount(const QString& name, std::size_t count) {
    return count == 0 ? name : QStringLiteral("%1 %2").arg(name).arg(count);
}

}  // namespace

DetailTabs::DetailTabs(const Theme& theme, QWidget* parent) : QTabBar(parent), m_theme(theme) {
    setExpanding(false);
    connect(&theme, &Theme::themeChanged, this, &DetailTabs::showNames);
}

void DetailTabs::addTabs(const QStringList& names) {
    m_names = names;
    m_counts.assign(static_cast<std::size_t>(names.size()), 0);
    for (const QString& name : names)
        addTab(name);
}

void DetailTabs::setCount(int tab, std::size_t count) {
    m_counts[static_cast<std::size_t>(tab)] = count;
    showNames();
}

void DetailTabs::setNarrow(bool narrow) {
    m_narrow = narrow;
    showNames();
}

void DetailTabs::showNames() {
    for (int tab = 0; tab < count(); ++tab) {
        const QString counted = withCount(m_names[tab], m_counts[static_cast<std::size_t>(tab)]);
        setTabText(tab, m_narrow ? m_names[tab] : counted);
        setTabToolTip(tab, counted);
    }
}

QFont DetailTabs::fontOf(bool selected) const {
    QFont font = m_theme.font(m_narrow ? TextStyle::Caption : TextStyle::Body);
    if (selected)
        font.setWeight(QFont::DemiBold);
    return font;
}

QSize DetailTabs::tabSizeHint(int index) const {
    const int text = QFontMetrics(fontOf(true)).horizontalAdvance(tabText(index));
    return {text + m_theme.px(kMargins), QTabBar::tabSizeHint(index).height()};
}

void DetailTabs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
    for (int tab = 0; tab < count(); ++tab) {
        QStyleOptionTab option;
        initStyleOption(&option, tab);
        style()->drawControl(QStyle::CE_TabBarTabShape, &option, &painter, this);
        const bool selected = tab == currentIndex();
        painter.setFont(fontOf(selected));
        painter.setPen(m_theme.color(selected ? Role::Text : Role::TextMuted));
        painter.drawText(tabRect(tab), Qt::AlignCenter, tabText(tab));
        if (selected && hasFocus()) {
            painter.setPen(QPen(m_theme.color(Role::Focus), 2));
            painter.drawRect(tabRect(tab).adjusted(1, 1, -1, -2));
        }
    }
}

}  // namespace touchstone::ui
