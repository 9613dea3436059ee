// SPDX-License-Identifier: GPL-3.0-or-later

#include "navigator.h"

#include "part_delegate.h"
#include "parts_model.h"
#include "uibase/panel_head.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uihistory/history_panel.h"
#include "uistate/text.h"

#include <QListView>
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

Navigator::Navigator(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
                     QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_parts(new PartsModel(draft, this)),
      m_history(new HistoryPanel(session, theme, draft, history)) {
    auto* splitter = new Splitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("navigatorSplitter"));
    splitter->addWidget(makeParts(draft));
    splitter->addWidget(m_history);
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

void Navigator::setCurrentPart(std::string_view part) {
    m_partList->setCurrentIndex(m_parts->index(PartsModel::rowOf(part)));
}

}  // namespace touchstone::ui
