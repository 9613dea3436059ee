// SPDX-License-Identifier: GPL-3.0-or-later

#include "detail_tabs.h"

#include <QPainter>
#include <QStyleOptionTab>

namespace touchstone::ui {
namespace {

constexpr int kMargins = 18;
constexpr int kTightMargins = 8;
constexpr int kLeastTab = 24;

QString withCount(const QString& name, std::size_t count) {
    return count == 0 ? name : QStringLiteral("%1 %2").arg(name).arg(count);
}

}  // namespace

DetailTabs::DetailTabs(const Theme& theme, QWidget* parent) : QTabBar(parent), m_theme(theme) {
    setExpanding(false);
    setUsesScrollButtons(false);
    connect(&theme, &Theme::themeChanged, this, &DetailTabs::fitNames);
}

void DetailTabs::addTabs(const QStringList& names) {
    m_names = names;
    m_counts.assign(static_cast<std::size_t>(names.size()), 0);
    for (const QString& name : names)
        addTab(name);
    fitNames();
}

void DetailTabs::setCount(int tab, std::size_t count) {
    m_counts[static_cast<std::size_t>(tab)] = count;
    fitNames();
}

QString DetailTabs::textOf(int tab) const {
    return m_fit >= Fit::NoCounts ? m_names[tab] : withCount(m_names[tab], m_counts[static_cast<std::size_t>(tab)]);
}

int DetailTabs::widthOf(int tab) const {
    return QFontMetrics(fontOf(true)).horizontalAdvance(textOf(tab)) +
           m_theme.px(m_fit >= Fit::Tight ? kTightMargins : kMargins);
}

int DetailTabs::wholeWidth() const {
    int whole = 0;
    for (int tab = 0; tab < count(); ++tab)
        whole += widthOf(tab);
    return whole;
}

void DetailTabs::fitNames() {
    m_fit = Fit::Full;
    while (m_fit < Fit::Elided && wholeWidth() > width())
        m_fit = static_cast<Fit>(static_cast<int>(m_fit) + 1);
    for (int tab = 0; tab < count(); ++tab) {
        setTabText(tab, textOf(tab));
        setTabToolTip(tab, withCount(m_names[tab], m_counts[static_cast<std::size_t>(tab)]));
    }
    updateGeometry();
}

void DetailTabs::resizeEvent(QResizeEvent* event) {
    fitNames();
    QTabBar::resizeEvent(event);
}

QFont DetailTabs::fontOf(bool selected) const {
    QFont font = m_theme.font(m_fit == Fit::Full ? TextStyle::Body : TextStyle::Caption);
    if (selected)
        font.setWeight(QFont::DemiBold);
    return font;
}

QSize DetailTabs::tabSizeHint(int index) const {
    const int height = QTabBar::tabSizeHint(index).height();
    const int whole = wholeWidth();
    const int own = widthOf(index);
    return {m_fit == Fit::Elided && whole > width() ? own * width() / whole : own, height};
}

QSize DetailTabs::minimumSizeHint() const {
    return {count() * m_theme.px(kLeastTab), QTabBar::minimumSizeHint().height()};
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
        const QRect place = tabRect(tab);
        painter.drawText(place, Qt::AlignCenter,
                         m_fit == Fit::Elided ? painter.fontMetrics().elidedText(tabText(tab), Qt::ElideRight,
                                                                                 place.width() - m_theme.px(4))
                                              : tabText(tab));
        if (selected && hasFocus()) {
            painter.setPen(QPen(m_theme.color(Role::Focus), 2));
            painter.drawRect(tabRect(tab).adjusted(1, 1, -1, -2));
        }
    }
}

}  // namespace touchstone::ui
