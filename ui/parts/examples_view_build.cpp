// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of ExamplesView that makes its widgets.

#include "examples_view.h"

#include "example_delegate.h"
#include "examples_model.h"
#include "part_form.h"
#include "paste_panel.h"
#include "uibase/empty_state.h"
#include "uibase/inline_banner.h"
#include "uibase/link_button.h"
#include "uibase/search_line.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "verbs.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kMostWidth = 720;  // longer lines are hard to read

}  // namespace

void ExamplesView::buildTable() {
    m_shown->setSourceModel(m_model);
    m_shown->setFilterKeyColumn(-1);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("examples"));
    m_table->setAccessibleName(tr("Examples"));
    m_table->setModel(m_shown);
    m_table->setItemDelegate(new ExampleDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);  // within an edit Tab goes to the next cell
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    const auto fit = [this] { m_table->verticalHeader()->setDefaultSectionSize(m_theme.px(28)); };
    fit();
    connect(&m_theme, &Theme::themeChanged, m_table, fit);
}

void ExamplesView::buildUi() {
    m_banner->setObjectName(QStringLiteral("examplesBanner"));
    m_empty->setAction(tr("Add example"), QKeySequence(Qt::Key_Insert));
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_paste);
    auto* head = new QWidget;
    head->setAutoFillBackground(true);
    head->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(16, 12, 16, 8);
    column->addWidget(m_select);
    const auto fit = [this] { m_select->setMaximumWidth(m_theme.px(kMostWidth)); };
    fit();
    connect(&m_theme, &Theme::themeChanged, m_select, fit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addWidget(makeTools());
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
}

QAction* ExamplesView::addVerb(QHBoxLayout* line, Icon icon, const QString& name, const QString& objectName,
                               const QKeySequence& keys, void (ExamplesView::*act)()) {
    QAction* action = ui::addVerb(m_theme, *line, *m_table, {icon, name, objectName, keys});
    connect(action, &QAction::triggered, this, act);
    if (auto* start = m_empty->findChild<QPushButton*>())
        start->addAction(action);  // it has the focus while there is no table
    return action;
}

QWidget* ExamplesView::makeTools() {
    auto* tools = new QWidget;
    tools->setAutoFillBackground(true);
    tools->setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(tools);
    line->setContentsMargins(12, 4, 12, 4);
    line->setSpacing(4);
    m_add = addVerb(line, Icon::Add, tr("Add example"), QStringLiteral("exampleAdd"), QKeySequence(Qt::Key_Insert),
                    &ExamplesView::addExample);
    m_pasteAction = addVerb(line, Icon::Import, tr("Paste from spreadsheet"), QStringLiteral("examplePaste"),
                            QKeySequence(QKeySequence::Paste), &ExamplesView::paste);
    m_duplicate = addVerb(line, Icon::Copy, tr("Duplicate"), QStringLiteral("exampleDuplicate"),
                          QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D), &ExamplesView::duplicate);
    m_up = addVerb(line, Icon::ArrowUp, tr("Move up"), QStringLiteral("exampleUp"), QKeySequence(Qt::ALT | Qt::Key_Up),
                   &ExamplesView::moveUp);
    m_down = addVerb(line, Icon::ArrowDown, tr("Move down"), QStringLiteral("exampleDown"),
                     QKeySequence(Qt::ALT | Qt::Key_Down), &ExamplesView::moveDown);
    m_remove = addVerb(line, Icon::Remove, tr("Remove"), QStringLiteral("exampleRemove"), QKeySequence(Qt::Key_Delete),
                       &ExamplesView::removeSelected);
    line->addStretch(1);
    m_problems = new LinkButton(m_theme);
    m_problems->setObjectName(QStringLiteral("exampleProblems"));
    m_count = new QLabel;
    m_count->setObjectName(QStringLiteral("exampleCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_search = new SearchLine(m_theme, tr("Search examples"));
    m_search->setObjectName(QStringLiteral("exampleSearch"));
    m_search->setTarget(m_table);
    line->addWidget(m_problems);
    line->addWidget(m_count);
    line->addWidget(m_search);
    return tools;
}

void ExamplesView::wire() {
    const auto key = [this](const QKeySequence& keys, const QString& name, void (ExamplesView::*act)()) {
        auto* action = new QAction(name, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        m_table->addAction(action);
        return action;
    };
    key(QKeySequence(QKeySequence::Copy), tr("Copy"), &ExamplesView::copy);
    key(QKeySequence(Qt::Key_Backspace), tr("Clear cell"), &ExamplesView::clearCell);
    m_copyJson = new QAction(tr("Copy as JSON"), this);
    connect(m_copyJson, &QAction::triggered, this, &ExamplesView::copyJson);
    connect(m_model, &ExamplesModel::edited, this, [this](const QString& what) {
        refresh();
        Q_EMIT edited(m_model->part(), what);
    });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_fitted = false; });
    connect(m_model, &QAbstractItemModel::columnsInserted, this, [this] { m_fitted = false; });
    connect(m_select, &PartForm::edited, this, &ExamplesView::takeSelect);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_shown->setFilterFixedString(text);
        refresh();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ExamplesView::refresh);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ExamplesView::showMenu);
    connect(m_empty, &EmptyState::actionTriggered, this, &ExamplesView::addExample);
    connect(m_problems, &QPushButton::clicked, this, &ExamplesView::nextProblem);
    connect(m_paste, &PastePanel::accepted, this, &ExamplesView::takePasted);
    connect(m_paste, &PastePanel::cancelled, this, [this] {
        showPage();
        m_pages->currentWidget()->setFocus();
    });
    connect(&m_draft, &DraftModel::opened, this, &ExamplesView::readSchemas);
    connect(&m_draft, &DraftModel::partChanged, this, [this](const QString& part) {
        if (part == QLatin1String("inputs") || part == QLatin1String("output"))
            readSchemas();
    });
}

}  // namespace touchstone::ui
