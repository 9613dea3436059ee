// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/column_menu.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace touchstone::ui {
namespace {

constexpr int kWidest = 10'000;

struct ColumnPlace {
    int column = -1;
    int width = 0;  // 0: as it is
    bool hidden = false;
};

ColumnPlace placeOf(const QString& word, const QStringList& keys) {
    ColumnPlace place;
    place.hidden = word.startsWith(QLatin1Char('-'));
    const QString key = word.section(QLatin1Char(':'), 0, 0).mid(place.hidden ? 1 : 0);
    place.column = static_cast<int>(keys.indexOf(key));
    place.width = std::clamp(word.section(QLatin1Char(':'), 1).toInt(), 0, kWidest);
    return place;
}

}  // namespace

QString columnTitle(const QAbstractItemModel& model, int column) {
    const QString title = model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    return title.isEmpty() ? model.headerData(column, Qt::Horizontal).toString() : title;
}

QString columnsText(const QHeaderView& header, const QStringList& keys) {
    QStringList words;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (header.isSectionHidden(column))
            words.append(QLatin1Char('-') + keys.value(column));
        else
            words.append(QStringLiteral("%1:%2").arg(keys.value(column)).arg(header.sectionSize(column)));
    }
    return words.join(QLatin1Char(' '));
}

void restoreColumns(QHeaderView& header, const QStringList& keys, const QString& text) {
    int visual = 0;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const ColumnPlace place = placeOf(word, keys);
        if (place.column < 0 || place.column >= header.count())
            continue;
        if (const int now = header.visualIndex(place.column); now >= visual)
            header.moveSection(now, visual++);
        header.setSectionHidden(place.column, place.hidden);
        if (place.width > 0)
            header.resizeSection(place.column, place.width);
    }
}

ColumnMenu::ColumnMenu(QHeaderView& header, QStringList keys, int pinned, QWidget* parent)
    : QMenu(parent), m_header(header), m_keys(std::move(keys)), m_pinned(pinned), m_first(columnsText(header, m_keys)) {
    setObjectName(QStringLiteral("columnMenu"));
    setAccessibleName(tr("Columns"));
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& place) { popup(m_header.mapToGlobal(place)); });
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::fill);
    connect(&header, &QHeaderView::sectionMoved, this, &ColumnMenu::changed);
    connect(&header, &QHeaderView::sectionResized, this, &ColumnMenu::changed);
}

void ColumnMenu::restore(const QString& text) {
    restoreColumns(m_header, m_keys, text);
    m_header.setSectionHidden(m_pinned, false);
}

void ColumnMenu::fill() {
    const QAction* active = activeAction();
    const QVariant kept = active ? active->data() : QVariant();
    clear();
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        QAction* action = addAction(columnTitle(*m_header.model(), column));
        action->setObjectName(QStringLiteral("column.") + m_keys.value(column));
        action->setData(column);
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        action->setEnabled(column != m_pinned);
        connect(action, &QAction::triggered, this, [this, column] { toggle(column); });
        if (kept.isValid() && kept == column)
            setActiveAction(action);
    }
    addSeparator();
    QAction* reset = addAction(tr("Columns as they were"));
    reset->setObjectName(QStringLiteral("resetColumns"));
    connect(reset, &QAction::triggered, this, [this] { restore(m_first); });
}

void ColumnMenu::toggle(int column) {
    m_header.setSectionHidden(column, !m_header.isSectionHidden(column));
    // What was hidden from the start has no width of its own yet.
    if (!m_header.isSectionHidden(column) && m_header.sectionSize(column) < m_header.minimumSectionSize())
        m_header.resizeSection(column, m_header.defaultSectionSize());
    Q_EMIT changed();
}

void ColumnMenu::move(int step) {
    const QAction* action = activeAction();
    if (!action || !action->isCheckable())
        return;
    const int from = m_header.visualIndex(action->data().toInt());
    const int to = from + step;
    if (to < 0 || to >= m_header.count() || m_header.logicalIndex(to) == m_pinned)
        return;
    m_header.moveSection(from, to);
    fill();
}

// True when the menu is to stay open.
bool ColumnMenu::trigger(QAction* action) {
    if (!action || !action->isCheckable() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

void ColumnMenu::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    if ((event->modifiers() & Qt::ControlModifier) && (key == Qt::Key_Up || key == Qt::Key_Down))
        return move(key == Qt::Key_Up ? -1 : 1);
    const bool chooses = key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!chooses || !trigger(activeAction()))
        QMenu::keyPressEvent(event);
}

void ColumnMenu::mouseReleaseEvent(QMouseEvent* event) {
    if (!trigger(actionAt(event->position().toPoint())))
        QMenu::mouseReleaseEvent(event);
}

}  // namespace touchstone::ui
