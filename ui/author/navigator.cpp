// SPDX-License-Identifier: GPL-3.0-or-later

#include "navigator.h"

#include "list_delegates.h"
#include "parts_model.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

QListView* makeList(const char* objectName, const QString& name, QAbstractItemModel* model,
                    QAbstractItemDelegate* delegate) {
    auto* list = new QListView;
    list->setObjectName(QString::fromLatin1(objectName));
    list->setAccessibleName(name);
    list->setModel(model);
    list->setItemDelegate(delegate);
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    return list;
}

QWidget* makeColumn(std::initializer_list<QWidget*> widgets) {
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget* widget : widgets)
        layout->addWidget(widget, qobject_cast<QListView*>(widget) ? 1 : 0);
    return column;
}

}  // namespace

Navigator::Navigator(const Theme& theme, DraftModel& draft, HistoryModel& history, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_history(history),
      m_parts(new PartsModel(draft, this)),
      m_compare(new QAction(tr("Compare selected versions"), this)) {
    auto* splitter = new Splitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("navigatorSplitter"));
    splitter->addWidget(makeParts(draft));
    splitter->addWidget(makeHistory());
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({m_theme.px(26 * 12 + 34), m_theme.px(420)});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

QWidget* Navigator::makeParts(DraftModel& draft) {
    m_partList = makeList("parts", tr("Parts"), m_parts, new PartDelegate(m_theme, this));
    m_partList->setMinimumHeight(m_theme.px(26 * 5));
    connect(m_partList->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid())
                    Q_EMIT partChosen(toQString(PartsModel::partAt(current.row())));
            });
    auto* head = new PanelHead(m_theme, tr("Parts"));
    connect(&draft, &DraftModel::checked, head, [head, &draft] {
        const auto count = static_cast<int>(draft.changes().size());
        head->setNote(count == 0 ? QString() : tr("%n changed", nullptr, count));
    });
    const auto fit = [this] { m_partList->parentWidget()->setMaximumHeight(m_theme.px(26 * 12 + 34)); };
    QWidget* column = makeColumn({head, m_partList});
    fit();
    connect(&m_theme, &Theme::themeChanged, column, fit);
    return column;
}

QWidget* Navigator::makeHistory() {
    m_versionList = makeList("history", tr("History"), &m_history, new NavigatorVersionDelegate(m_theme, this));
    m_versionList->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_versionList->setMinimumHeight(m_theme.px(42 * 2));
    m_compare->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_D));
    m_compare->setIcon(m_theme.icon(Icon::Compare));
    m_compare->setToolTip(tr("Compare the two selected versions (%1)").arg(formatShortcut(m_compare->shortcut())));
    connect(m_compare, &QAction::triggered, this, &Navigator::compareSelected);
    connect(m_versionList->selectionModel(), &QItemSelectionModel::selectionChanged, this, &Navigator::updateCompare);
    m_versionList->addAction(m_compare);
    m_versionList->setContextMenuPolicy(Qt::ActionsContextMenu);
    updateCompare();

    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("compareSelected"));
    button->setAutoRaise(true);
    button->setDefaultAction(m_compare);
    auto* head = new PanelHead(m_theme, tr("History"));
    head->addWidget(button);

    auto* foot = new QWidget;
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(12, 4, 12, 4);
    auto* before = new QLabel(tr("Select two, then"));
    auto* after = new QLabel(tr("to compare"));
    for (QLabel* label : {before, after}) {
        setTextStyle(*label, m_theme, TextStyle::Caption);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    line->addWidget(before);
    line->addWidget(new Pill(m_theme, formatShortcut(m_compare->shortcut())));
    line->addWidget(after);
    line->addStretch(1);
    foot->setAutoFillBackground(true);
    foot->setBackgroundRole(QPalette::Base);
    return makeColumn({head, m_versionList, foot});
}

void Navigator::setCurrentPart(std::string_view part) {
    m_partList->setCurrentIndex(m_parts->index(PartsModel::rowOf(part)));
}

void Navigator::updateCompare() {
    m_compare->setEnabled(m_versionList->selectionModel()->selectedIndexes().size() == 2);
}

void Navigator::compareSelected() {
    const QModelIndexList selected = m_versionList->selectionModel()->selectedIndexes();
    if (selected.size() != 2)
        return;
    const int newer = std::min(selected[0].row(), selected[1].row());
    const int older = std::max(selected[0].row(), selected[1].row());
    Q_EMIT compareRequested(m_history.referenceAt(older), m_history.referenceAt(newer));
}

}  // namespace touchstone::ui
