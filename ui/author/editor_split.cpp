// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor_split.h"

#include "lower_pane.h"
#include "uibase/theme.h"

#include <QApplication>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kLeast = 120;  // design pixels: of the editor, and of the pane
const QString kHeights[] = {QStringLiteral("paneHeight"), QStringLiteral("tryHeight")};

}  // namespace

EditorSplit::EditorSplit(const Theme& theme, QWidget* editors, LowerPane* lower, QWidget* parent)
    : Splitter(Qt::Vertical, parent), m_theme(theme), m_editors(editors), m_lower(lower) {
    addWidget(editors);
    addWidget(lower);
    setStretchFactor(0, 1);
    connect(this, &QSplitter::splitterMoved, this, &EditorSplit::keepHeight);
    connect(lower, &LowerPane::collapsedChanged, this, &EditorSplit::adoptCollapsed);
    connect(lower, &LowerPane::tabChanged, this, &EditorSplit::adapt);
    connect(&theme, &Theme::themeChanged, this, &EditorSplit::adapt);
}

std::size_t EditorSplit::kind() const {
    return m_lower->currentTab() == LowerPane::Try ? 1 : 0;
}

void EditorSplit::setLow(bool low) {
    if (low == m_low)
        return;
    m_low = low;
    m_lower->setFootVisible(!low);
    const QWidget* focused = QApplication::focusWidget();
    if (low && !m_lower->isCollapsed() && !(focused && m_lower->isAncestorOf(focused)))
        m_lower->setCollapsed(true);
    else if (!low && std::exchange(m_yielded, false))
        m_lower->setCollapsed(false);
    adapt();
}

void EditorSplit::showEditor() {
    if (m_low)
        m_lower->setCollapsed(true);
}

void EditorSplit::adoptCollapsed() {
    if (m_low)
        m_yielded = m_lower->isCollapsed();
    adapt();
}

void EditorSplit::adapt() {
    const bool collapsed = m_lower->isCollapsed();
    m_editors->setVisible(!m_low || collapsed);
    if (m_low || collapsed) {
        refresh();  // it has not heard of the pane's new limits yet
        return setSizes({collapsed ? height() : 0, collapsed ? 0 : height()});
    }
    const int most = std::max(height() - m_theme.px(kLeast), m_theme.px(kLeast));
    const int pane = std::clamp(m_theme.px(m_heights[kind()]), m_theme.px(kLeast), most);
    setSizes({height() - pane, pane});
}

void EditorSplit::keepHeight() {
    if (!m_low && !m_lower->isCollapsed())
        m_heights[kind()] = qRound(sizes().value(1) / m_theme.zoom());
}

void EditorSplit::resizeEvent(QResizeEvent* event) {
    Splitter::resizeEvent(event);
    adapt();
}

QVariantMap EditorSplit::saveLayout() const {
    QVariantMap layout = m_lower->saveLayout();
    if (m_yielded)
        layout[QStringLiteral("lowerCollapsed")] = false;
    for (std::size_t i = 0; i < m_heights.size(); ++i)
        layout[kHeights[i]] = m_heights[i];
    return layout;
}

void EditorSplit::restoreLayout(const QVariantMap& layout) {
    for (std::size_t i = 0; i < m_heights.size(); ++i)
        m_heights[i] = std::clamp(layout.value(kHeights[i], m_heights[i]).toInt(), kLeast, 2000);
    m_lower->restoreLayout(layout);
    adapt();
}

}  // namespace touchstone::ui
