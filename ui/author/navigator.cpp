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

constexpr int kRow = 26;  // design pixels
constexpr int kHead = 34;
const QString kFolded = QStringLiteral("history.folded");

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
      m_history(new HistoryPanel(session, theme, draft, history)),
      m_splitter(new Splitter(Qt::Vertical)) {
    m_splitter->setObjectName(QStringLiteral("navigatorSplitter"));
    m_splitter->addWidget(makeParts(draft));
    m_splitter->addWidget(m_history);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setFocusProxy(m_partList);
    share();
    connect(&theme, &Theme::themeChanged, this, &Navigator::share);
    connect(m_history, &HistoryPanel::foldChosen, this, [this](bool folded) {
        m_foldChosen = folded;
        share();
    });
    connect(m_partList, &QListView::activated, this, &Navigator::partActivated);
    connect(m_partList, &QListView::clicked, this, &Navigator::partActivated);
}

// The parts have room for all of them, and all the room while the history is folded below them.
void Navigator::share() {
    const int parts = m_theme.px(kRow * static_cast<int>(workflow::kPartNames.size()) + kHead);
    m_partList->setMinimumHeight(m_theme.px(kRow * 3));
    m_splitter->widget(0)->setMaximumHeight(m_history->isFolded() ? QWIDGETSIZE_MAX : parts);
    m_splitter->refresh();  // it has not heard of the history's new limits yet
    m_splitter->setSizes({parts, std::max(height() - parts, m_theme.px(kHead))});
}

void Navigator::setHistoryRoom(bool room) {
    if (room == m_historyRoom)
        return;
    m_historyRoom = room;
    fold();
}

void Navigator::fold() {
    m_history->setFolded(m_foldChosen.value_or(!m_historyRoom));
    share();
}

QVariantMap Navigator::saveLayout() const {
    return m_foldChosen ? QVariantMap{{kFolded, *m_foldChosen}} : QVariantMap();
}

void Navigator::restoreLayout(const QVariantMap& layout) {
    if (layout.contains(kFolded))
        m_foldChosen = layout[kFolded].toBool();
    fold();
}

QWidget* Navigator::makeParts(DraftModel& draft) {
    m_partList = makeList("parts", tr("Parts"), m_parts, new PartDelegate(m_theme, this));
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
    return makeColumn({head, m_partList});
}

void Navigator::setCurrentPart(std::string_view part) {
    m_partList->setCurrentIndex(m_parts->index(PartsModel::rowOf(part)));
}

}  // namespace touchstone::ui
