// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_pane.h"

#include "schema_delegate.h"
#include "schema_inspector.h"
#include "schema_model.h"
#include "uibase/inline_banner.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "verbs.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QResizeEvent>
#include <QToolButton>
#include <QTreeView>

namespace touchstone::ui {
namespace {

constexpr int kBesideWidth = 860;  // from this width on the inspector stands beside the tree

}  // namespace

SchemaPane::SchemaPane(const Theme& theme, const QString& root, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_model(new SchemaModel(theme, root, this)),
      m_tree(new QTreeView),
      m_inspector(new SchemaInspector(theme)),
      m_splitter(new Splitter(Qt::Vertical)),
      m_banner(new InlineBanner(theme)) {
    buildTree();
    m_banner->setObjectName(QStringLiteral("schemaBanner"));
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTools());
    layout->addWidget(m_banner);
    layout->addWidget(m_splitter, 1);
    connect(m_model, &SchemaModel::edited, this, [this](const QString& what) {
        m_banner->hide();
        showSelected();
        Q_EMIT edited(m_model->schema(), what);
    });
    connect(m_model, &SchemaModel::refused, this,
            [this](const QString& why) { m_banner->showMessage(Severity::Warning, why); });
    connect(m_inspector, &SchemaInspector::edited, this,
            [this](const Json& schema, const QString& what) { m_model->replace(current(), schema, what); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SchemaPane::showSelected);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &SchemaPane::showSelected);
    m_tree->expandToDepth(1);
    showSelected();
}

void SchemaPane::buildTree() {
    m_tree->setObjectName(QStringLiteral("schemaTree"));
    m_tree->setAccessibleName(tr("Schema"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new SchemaDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_tree->setDragDropMode(QAbstractItemView::InternalMove);
    m_tree->setDropIndicatorShown(true);
    m_tree->setAllColumnsShowFocus(false);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionsMovable(false);
    const int widths[] = {200, 120, 76, 180};
    for (int column = 0; column < SchemaModel::Description; ++column)
        m_tree->header()->resizeSection(column, m_theme.px(widths[column]));
    // Enter edits too; the window's own keys stay with the window.
    auto* edit = new QAction(tr("Edit"), m_tree);
    edit->setShortcuts({QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)});
    edit->setShortcutContext(Qt::WidgetShortcut);
    connect(edit, &QAction::triggered, m_tree, [this] {
        if (m_tree->currentIndex().flags() & Qt::ItemIsEditable)
            m_tree->edit(m_tree->currentIndex());
    });
    m_tree->addAction(edit);
    connect(m_model, &QAbstractItemModel::rowsInserted, m_tree, [this](const QModelIndex& parent) {
        if (!parent.parent().isValid())
            m_tree->expand(parent);  // the first level is always open
    });
}

QAction* SchemaPane::addVerb(QHBoxLayout* line, Icon icon, const QString& name, const QString& objectName,
                             const QKeySequence& keys, void (SchemaPane::*act)()) {
    QAction* action = ui::addVerb(m_theme, *line, *m_tree, {icon, name, objectName, keys});
    connect(action, &QAction::triggered, this, act);
    return action;
}

QWidget* SchemaPane::makeTools() {
    auto* tools = new QWidget;
    tools->setAutoFillBackground(true);
    tools->setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(tools);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(4);
    m_addProperty = addVerb(line, Icon::Add, tr("Add property"), QStringLiteral("schemaAdd"),
                            QKeySequence(Qt::Key_Insert), &SchemaPane::addProperty);
    tools->findChild<QToolButton*>(QStringLiteral("schemaAdd"))->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_addItems =
        addVerb(line, Icon::Tree, tr("Describe items"), QStringLiteral("schemaAddItems"), {}, &SchemaPane::addItems);
    m_addItemsButton = tools->findChild<QToolButton*>(QStringLiteral("schemaAddItems"));
    line->addStretch(1);
    m_duplicate = addVerb(line, Icon::Copy, tr("Duplicate"), QStringLiteral("schemaDuplicate"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), &SchemaPane::duplicate);
    m_up = addVerb(line, Icon::ArrowUp, tr("Move up"), QStringLiteral("schemaUp"), QKeySequence(Qt::ALT | Qt::Key_Up),
                   &SchemaPane::moveUp);
    m_down = addVerb(line, Icon::ArrowDown, tr("Move down"), QStringLiteral("schemaDown"),
                     QKeySequence(Qt::ALT | Qt::Key_Down), &SchemaPane::moveDown);
    m_remove = addVerb(line, Icon::Remove, tr("Remove"), QStringLiteral("schemaRemove"), QKeySequence(Qt::Key_Delete),
                       &SchemaPane::removeSelected);
    return tools;
}

QModelIndex SchemaPane::current() const {
    return m_tree->currentIndex().siblingAtColumn(SchemaModel::Name);
}

void SchemaPane::setSchema(const Json& schema) {
    m_model->setSchema(schema);
    m_tree->expand(m_model->index(0, 0));
    if (!current().isValid())
        m_tree->setCurrentIndex(m_model->index(0, 0));
    showSelected();
}

void SchemaPane::setReadOnly(bool readOnly) {
    m_model->setReadOnly(readOnly);
    m_inspector->setReadOnly(readOnly);
    showSelected();
}

void SchemaPane::setFindings(const std::vector<Finding>& findings) {
    m_model->setFindings(findings);
    showSelected();
}

void SchemaPane::goTo(const std::string& pointer) {
    const QModelIndex index = m_model->indexOf(pointer);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_tree->setFocus(Qt::OtherFocusReason);
}

void SchemaPane::showSelected() {
    const QModelIndex row = current();
    const bool other = row.isValid() && m_model->rowKind(row) == SchemaRow::Other;
    m_inspector->showRow(row.data().toString(), other ? Json() : m_model->schemaOf(row), m_model->pointerOf(row),
                         m_model->findingsOf(row));
    m_addProperty->setEnabled(m_model->canAddProperty(row));
    m_addItemsButton->setVisible(m_model->canAddItems(row));
    m_up->setEnabled(m_model->canMove(row, -1));
    m_down->setEnabled(m_model->canMove(row, 1));
    const bool mine = row.isValid() && (row.flags() & Qt::ItemIsDragEnabled);
    m_duplicate->setEnabled(mine);
    m_remove->setEnabled(mine || (row.isValid() && m_model->rowKind(row) == SchemaRow::Items &&
                                  (row.siblingAtColumn(SchemaModel::Description).flags() & Qt::ItemIsEditable)));
}

void SchemaPane::editNew(const QModelIndex& index) {
    if (!index.isValid())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    if (index.flags() & Qt::ItemIsEditable)
        m_tree->edit(index);
}

void SchemaPane::addProperty() {
    const QModelIndex index = m_model->addProperty(current());
    m_tree->expand(index.parent());
    editNew(index);
}

void SchemaPane::addItems() {
    const QModelIndex row = current();
    const QModelIndex index = m_model->addItems(row);
    m_tree->expand(row);
    editNew(index);
}

void SchemaPane::duplicate() {
    editNew(m_model->duplicate(current()));
}

void SchemaPane::removeSelected() {
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    m_model->remove(rows.isEmpty() ? QModelIndexList{current()} : rows);
}

void SchemaPane::moveUp() {
    m_model->moveBy(current(), -1);
}

void SchemaPane::moveDown() {
    m_model->moveBy(current(), 1);
}

void SchemaPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const Qt::Orientation wanted = width() >= m_theme.px(kBesideWidth) ? Qt::Horizontal : Qt::Vertical;
    if (wanted == m_splitter->orientation() && event->oldSize().isValid())
        return;
    m_splitter->setOrientation(wanted);
    const int extent = wanted == Qt::Horizontal ? width() : height();
    m_splitter->setSizes({extent * 3 / 5, extent * 2 / 5});
}

}  // namespace touchstone::ui
