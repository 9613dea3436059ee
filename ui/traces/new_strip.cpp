// SPDX-License-Identifier: GPL-3.0-or-later

#include "new_strip.h"

#include "uibase/theme.h"

#include <QEvent>
#include <QScrollBar>
#include <QTableView>

namespace touchstone::ui {

NewStrip::NewStrip(const Theme& theme, QTableView& table) : QPushButton(&table), m_theme(theme), m_table(table) {
    setObjectName(QStringLiteral("newTraces"));
    setIcon(theme.icon(Icon::ChevronUp));
    setToolTip(tr("Go to the newest trace"));
    hide();
    table.viewport()->installEventFilter(this);
    connect(this, &QPushButton::clicked, &table, [&table] {
        table.scrollToTop();
        table.setFocus(Qt::OtherFocusReason);
    });
    connect(table.verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0)
            clear();
    });
    connect(table.model(), &QAbstractItemModel::modelReset, this, &NewStrip::clear);
}

void NewStrip::add(int rows) {
    if (m_table.verticalScrollBar()->value() == 0)
        return;
    m_rows += rows;
    setText(tr("%n new trace(s)", nullptr, m_rows));
    setAccessibleName(text());
    show();
    place();
}

void NewStrip::clear() {
    m_rows = 0;
    hide();
}

void NewStrip::place() {
    adjustSize();
    const QRect rows = m_table.viewport()->geometry();
    move(rows.center().x() - width() / 2, rows.top() + m_theme.px(6));
    raise();
}

bool NewStrip::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QPushButton::eventFilter(watched, event);
}

}  // namespace touchstone::ui
