// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/history_panel.h"

#include "history_rows.h"
#include "name_line.h"
#include "uibase/deliver.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/search_line.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "version_delegate.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kMostCompared = 6;
const QString kDraft = QStringLiteral("draft");

}  // namespace

HistoryPanel::HistoryPanel(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
                           QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_draft(draft),
      m_history(history),
      m_rows(new HistoryRows(history, draft, this)),
      m_list(new QListView),
      m_search(new SearchLine(theme, tr("Search versions"))),
      m_name(new NameLine(theme)) {
    dressList();
    m_search->setObjectName(QStringLiteral("historySearch"));
    m_search->setTarget(m_list);
    m_search->hide();
    makeActions();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_head = makeHead();
    m_foot = makeFoot();
    for (QWidget* widget : {m_head, static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_name)})
        layout->addWidget(widget);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_foot);
    connect(m_search, &QLineEdit::textChanged, m_rows, &HistoryRows::setSearch);
    connect(m_list, &QListView::activated, m_read, &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &HistoryPanel::updateActions);
    connect(m_rows, &QAbstractItemModel::modelReset, this, &HistoryPanel::updateActions);
    connect(&draft, &DraftModel::opened, m_name, &NameLine::finish);
    updateActions();
}

void HistoryPanel::dressList() {
    m_list->setObjectName(QStringLiteral("history"));
    m_list->setAccessibleName(tr("History"));
    m_list->setModel(m_rows);
    m_list->setItemDelegate(new VersionDelegate(m_theme, *m_rows, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    const auto fit = [this] { m_list->setMinimumHeight(m_theme.px(42 * 2)); };
    fit();
    connect(&m_theme, &Theme::themeChanged, this, fit);
}

QAction* HistoryPanel::makeAction(const char* objectName, Icon icon, const QString& text,
                                  const QKeySequence& shortcut) {
    auto* action = new QAction(m_theme.icon(icon), text, this);
    action->setObjectName(QString::fromLatin1(objectName));
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_list->addAction(action);
    return action;
}

void HistoryPanel::makeActions() {
    m_read = makeAction("history.read", Icon::Eye, tr("Read this version"));
    m_difference = makeAction("history.difference", Icon::Diff, tr("Show what differs"),
                              QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D));
    m_compare =
        makeAction("history.compare", Icon::Compare, tr("Run side by side…"), QKeySequence(Qt::CTRL | Qt::Key_D));
    m_restore = makeAction("history.restore", Icon::Restore, tr("Restore into the draft"));
    m_branch = makeAction("history.branch", Icon::Branch, tr("New branch from here…"));
    m_tag = makeAction("history.tag", Icon::Tag, tr("Tag this version…"));
    m_copy = makeAction("history.copyId", Icon::Copy, tr("Copy the version's id"), QKeySequence::Copy);
    m_find = new QAction(m_theme.icon(Icon::Search), tr("Search versions"), this);
    m_find->setObjectName(QStringLiteral("history.search"));
    m_find->setCheckable(true);
    m_compare->setShortcutContext(Qt::WindowShortcut);
    m_difference->setShortcutContext(Qt::WindowShortcut);
    connect(m_read, &QAction::triggered, this, [this] { Q_EMIT readRequested(selected().value(0)); });
    connect(m_difference, &QAction::triggered, this, [this] {
        const QStringList chosen = selected();
        Q_EMIT differenceRequested(chosen.value(0), chosen.value(1));
    });
    connect(m_compare, &QAction::triggered, this, [this] { Q_EMIT compareRequested(selected()); });
    connect(m_restore, &QAction::triggered, this, [this] { Q_EMIT restoreRequested(selectedVersion()); });
    connect(m_branch, &QAction::triggered, this, [this] { askForName(true); });
    connect(m_tag, &QAction::triggered, this, [this] { askForName(false); });
    connect(m_copy, &QAction::triggered, this, [this] {
        QApplication::clipboard()->setText(m_list->currentIndex().data(HistoryModel::IdRole).toString());
    });
    connect(m_find, &QAction::toggled, this, &HistoryPanel::showSearch);
}

QList<QAction*> HistoryPanel::commands() const {
    return {m_read, m_difference, m_compare, m_restore, m_branch, m_tag, m_copy, m_find};
}

QWidget* HistoryPanel::makeHead() {
    auto* head = new PanelHead(m_theme, tr("History"));
    for (QAction* action : {m_compare, m_find}) {
        auto* button = new QToolButton;
        button->setObjectName(action == m_compare ? QStringLiteral("compareSelected")
                                                  : QStringLiteral("searchHistory"));
        button->setAutoRaise(true);
        button->setDefaultAction(action);
        head->addWidget(button);
    }
    m_fold = makeToolButton(m_theme, Icon::ChevronDown, tr("Fold the history"), nullptr);
    m_fold->setObjectName(QStringLiteral("foldHistory"));
    connect(m_fold, &QToolButton::clicked, this, [this] { chooseFold(!m_folded); });
    head->addWidget(m_fold);
    head->installEventFilter(this);
    return head;
}

// A click anywhere on the head does what its button does.
bool HistoryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_head && event->type() == QEvent::MouseButtonRelease &&
        static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton)
        chooseFold(!m_folded);
    return QWidget::eventFilter(watched, event);
}

void HistoryPanel::chooseFold(bool folded) {
    setFolded(folded);
    Q_EMIT foldChosen(folded);
}

void HistoryPanel::setFolded(bool folded) {
    if (folded == m_folded)
        return;
    m_folded = folded;
    m_list->setVisible(!folded);
    m_foot->setVisible(!folded);
    m_search->setVisible(!folded && m_find->isChecked());
    m_fold->setIcon(m_theme.icon(folded ? Icon::ChevronUp : Icon::ChevronDown));
    const QString name = folded ? tr("Unfold the history") : tr("Fold the history");
    m_fold->setToolTip(name);
    m_fold->setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, folded ? QSizePolicy::Fixed : QSizePolicy::Preferred);
}

QWidget* HistoryPanel::makeFoot() {
    auto* foot = new QWidget;
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(12, 4, 12, 4);
    auto* hint = new ElidedLabel(tr("Select two, then compare"));
    setTextStyle(*hint, m_theme, TextStyle::Caption);
    hint->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(hint);
    line->addWidget(new Pill(m_theme, formatShortcut(m_compare->shortcut())));
    line->addStretch(1);
    foot->setAutoFillBackground(true);
    foot->setBackgroundRole(QPalette::Base);
    return foot;
}

void HistoryPanel::showSearch(bool visible) {
    if (visible && m_folded)
        chooseFold(false);
    m_search->setVisible(visible);
    if (visible)
        return m_search->setFocus();
    m_search->clear();
    m_list->setFocus();
}

QStringList HistoryPanel::selected() const {
    QList<int> rows;
    for (const QModelIndex& index : m_list->selectionModel()->selectedIndexes())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end(), std::greater<>());
    QStringList references;
    for (const int row : rows)
        references.append(m_rows->referenceAt(row));
    return references;
}

QString HistoryPanel::selectedVersion() const {
    const QStringList references = selected();
    return references.size() == 1 && references.front() != kDraft ? references.front() : QString();
}

void HistoryPanel::updateActions() {
    const QStringList references = selected();
    const bool one = !selectedVersion().isEmpty();
    const bool writable = one && !m_draft.isReadOnly();
    m_read->setEnabled(one);
    m_copy->setEnabled(one);
    m_difference->setEnabled(references.size() == 2);
    m_compare->setEnabled(references.size() >= 2 && references.size() <= kMostCompared);
    m_compare->setToolTip(
        m_compare->isEnabled()
            ? tr("Run the selected versions side by side (%1)").arg(formatShortcut(m_compare->shortcut()))
            : tr("Select two to six versions to run them side by side (%1)")
                  .arg(formatShortcut(m_compare->shortcut())));
    for (QAction* action : {m_restore, m_branch, m_tag})
        action->setEnabled(writable);
}

bool HistoryPanel::select(const QString& reference) {
    const int row = m_rows->rowOf(reference);
    if (row >= 0)
        m_list->setCurrentIndex(m_rows->index(row));
    return row >= 0;
}

void HistoryPanel::askForName(bool branch) {
    const QString reference = selectedVersion();
    if (reference.isEmpty())
        return;
    const QString question =
        branch ? tr("Name of the branch that begins at %1").arg(reference) : tr("Tag of %1").arg(reference);
    m_name->ask(question, [this, reference, branch, workflow = m_history.workflow()](const QString& name) {
        const auto done = [self = QPointer(this), branch, name, workflow](const Result<void>& made) {
            deliverTo(self, [self, branch, name, workflow, made] {
                if (!made.ok())
                    return self->m_name->fail(toQString(made.error().message));
                self->m_name->finish();
                if (branch && workflow == self->m_history.workflow())
                    Q_EMIT self->branchMade(name);
            });
        };
        session::Authoring& authoring = m_session.authoring();
        if (branch)
            authoring.branch(toUtf8(workflow), toUtf8(reference), toUtf8(name), done);
        else
            authoring.tag(toUtf8(workflow), toUtf8(reference), toUtf8(name), done);
    });
}

}  // namespace touchstone::ui
