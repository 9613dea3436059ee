// SPDX-License-Identifier: GPL-3.0-or-later

#include "author_columns.h"

#include "lower_pane.h"
#include "navigator.h"
#include "uibase/theme.h"
#include "uitryout/try_panel.h"

#include <QApplication>
#include <QPointer>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kLeastParts = 200;  // design pixels, as all here
constexpr int kLeastCentre = 240;
constexpr int kLeastTry = 280;
constexpr int kMost = 900;  // a side column
const QString kWanted = QStringLiteral("parts.shown");
const QString kPartsWidth = QStringLiteral("parts.width");
const QString kTryWidth = QStringLiteral("try.width");

}  // namespace

AuthorColumns::AuthorColumns(const Theme& theme, const Columns& columns, QWidget* parent)
    : Splitter(Qt::Horizontal, parent), m_theme(theme), m_parts(columns) {
    addWidget(columns.navigator);
    addWidget(columns.centre);
    addWidget(columns.tried);
    setStretchFactor(1, 1);
    connect(this, &QSplitter::splitterMoved, this, &AuthorColumns::keepWidths);
    connect(&theme, &Theme::themeChanged, this, &AuthorColumns::adapt);
}

void AuthorColumns::toggleParts() {
    bool& shown = m_room.parts ? m_wanted : m_called;
    shown = !shown;
    adapt();
    QWidget* next = shown ? static_cast<QWidget*>(m_parts.navigator) : m_parts.centre;
    next->setFocus(Qt::OtherFocusReason);
}

void AuthorColumns::leaveParts() {
    if (!m_room.parts && m_called)
        toggleParts();
}

bool AuthorColumns::showTry() {
    if (m_tryBeside)
        return false;
    m_parts.lower->setCurrentTab(LowerPane::Try);
    m_parts.lower->setCollapsed(false);
    return true;
}

bool AuthorColumns::needsButton() const {
    return !m_room.parts || !m_wanted;
}

void AuthorColumns::adapt() {
    m_room = authorRoom(QSizeF(size()) / m_theme.zoom());
    m_called = m_called && !m_room.parts;
    m_parts.navigator->setVisible(m_room.parts ? m_wanted : m_called);
    m_parts.navigator->setMinimumWidth(m_theme.px(kLeastParts));
    m_parts.centre->setMinimumWidth(m_theme.px(kLeastCentre));
    placeTry(m_room.tried);
    Q_EMIT adapted(m_room);
    share();
}

// What it runs, holds and which of its fields has the keys stays.
void AuthorColumns::placeTry(bool beside) {
    m_parts.tried->setMinimumWidth(beside ? m_theme.px(kLeastTry) : 0);
    if (beside == m_tryBeside)
        return;
    m_tryBeside = beside;
    QPointer<QWidget> focused = QApplication::focusWidget();
    if (!focused || !m_parts.tried->isAncestorOf(focused))
        focused.clear();
    if (beside)
        addWidget(m_parts.lower->takeTry());
    else
        m_parts.lower->addTry(m_parts.tried);
    m_parts.tried->show();
    if (focused) {
        showTry();
        focused->setFocus(Qt::OtherFocusReason);
    }
}

// The sides keep their widths, the editor gets the rest.
void AuthorColumns::share() {
    const int wanted = m_theme.px(m_room.parts ? m_partsWidth : kLeastParts);
    const int parts = m_parts.navigator->isHidden() ? 0 : wanted;
    const int tried = m_tryBeside ? m_theme.px(m_tryWidth > 0 ? m_tryWidth : m_room.triedWidth) : 0;
    setSizes({parts, std::max(width() - parts - tried, m_theme.px(kLeastCentre)), tried});
}

void AuthorColumns::keepWidths() {
    const auto design = [this](int column) { return qRound(sizes().value(column) / m_theme.zoom()); };
    if (m_room.parts && m_wanted)
        m_partsWidth = design(0);
    if (m_tryBeside)
        m_tryWidth = design(2);
}

void AuthorColumns::resizeEvent(QResizeEvent* event) {
    Splitter::resizeEvent(event);
    adapt();
}

QVariantMap AuthorColumns::saveLayout() const {
    return {{kWanted, m_wanted}, {kPartsWidth, m_partsWidth}, {kTryWidth, m_tryWidth}};
}

void AuthorColumns::restoreLayout(const QVariantMap& layout) {
    m_wanted = layout.value(kWanted, m_wanted).toBool();
    m_partsWidth = std::clamp(layout.value(kPartsWidth, m_partsWidth).toInt(), kLeastParts, kMost);
    if (const int width = layout.value(kTryWidth).toInt(); width > 0)
        m_tryWidth = std::clamp(width, kLeastTry, kMost);
    if (isVisible())
        adapt();
}

}  // namespace touchstone::ui
