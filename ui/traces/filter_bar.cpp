// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter_bar.h"

#include "action_button.h"
#include "origin_choice.h"
#include "query_terms.h"
#include "suggestion_list.h"
#include "uibase/deliver.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/link_button.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace touchstone::ui {

FilterBar::FilterBar(session::Session& session, const Theme& theme, QMenu* columns, QMenu* bulk, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_field(new QueryField(theme)),
      m_origins(new OriginChoice(theme)),
      m_savedMenu(new QMenu(this)),
      m_find(new QAction(tr("Filter traces"), this)),
      m_live(new QAction(tr("Live"), this)),
      m_typing([this] { suggest(); }) {
    makeActions();
    m_buttons = {
        makeMenuButton(theme.icon(Icon::Star, Role::Text), tr("Saved filters"), QStringLiteral("savedFilters"),
                       m_savedMenu),
        makeMenuButton(theme.icon(Icon::Columns, Role::Text), tr("Columns"), QStringLiteral("columnsButton"), columns),
        makeActionButton(m_live)};
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_field, 1);
    line->addWidget(m_origins);
    for (QPushButton* each : m_buttons)
        line->addWidget(each);
    auto* all = makeMenuButton(theme.icon(Icon::Export, Role::Text), tr("Export, or add to a dataset"),
                               QStringLiteral("bulkButton"), bulk);
    setIconOnly(*all, true);
    line->addWidget(all);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(makeProblem());
    wire();
}

QWidget* FilterBar::makeProblem() {
    m_problem = new QWidget;
    m_problemText = new ElidedLabel;
    m_problemText->setObjectName(QStringLiteral("queryProblem"));
    m_problemText->setTextFormat(Qt::PlainText);
    m_correct = new LinkButton(m_theme);
    m_correct->setObjectName(QStringLiteral("correctQuery"));
    auto* line = new QHBoxLayout(m_problem);
    line->setContentsMargins(4, 0, 4, 0);
    line->setSpacing(8);
    line->addWidget(m_problemText);
    line->addWidget(m_correct);
    line->addStretch(1);
    m_problem->hide();
    connect(m_correct, &LinkButton::clicked, this, [this] { m_field->setQuery(m_correction); });
    return m_problem;
}

void FilterBar::makeActions() {
    m_find->setObjectName(QStringLiteral("filterTraces"));
    m_find->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_F), QKeySequence(Qt::Key_Slash)});
    m_find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_find, &QAction::triggered, this, [this] {
        m_field->edit()->setFocus(Qt::ShortcutFocusReason);
        m_field->edit()->selectAll();
    });
    m_live->setObjectName(QStringLiteral("liveTraces"));
    m_live->setIcon(m_theme.icon(Icon::Live, Role::Text));
    m_live->setToolTip(tr("Look every two seconds for the traces that other programs write, too"));
    m_live->setCheckable(true);
}

void FilterBar::wire() {
    connect(m_field, &QueryField::queryChanged, this, &FilterBar::queryChanged);
    connect(m_field, &QueryField::textChanged, &m_typing, &Throttle::request);
    connect(m_field, &QueryField::problemChanged, this, &FilterBar::showProblem);
    connect(m_field, &QueryField::acceptRequested, this, &FilterBar::accept);
    connect(m_field, &QueryField::stepRequested, this, [this](int rows) {
        if (m_suggestions)
            m_suggestions->step(rows);
    });
    connect(m_field, &QueryField::cancelRequested, this, &FilterBar::closeSuggestions);
    connect(m_field, &QueryField::left, this, &FilterBar::left);
    connect(m_field, &QueryField::queryChanged, m_origins, &OriginChoice::showQuery);
    connect(m_origins, &OriginChoice::chosen, this,
            [this](const QString& term) { m_field->setQuery(withOrigin(m_field->query(), term)); });
    connect(m_savedMenu, &QMenu::aboutToShow, this, &FilterBar::fillSaved);
    m_savedMenu->setObjectName(QStringLiteral("savedFiltersMenu"));
}

void FilterBar::showProblem(const QueryProblem& problem) {
    m_correction = problem.replacement;
    m_problemText->setText(QStringLiteral("✕ ") + problem.text);
    QPalette palette = m_problemText->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(Role::Worse));
    m_problemText->setPalette(palette);
    m_correct->setText(tr("Use %1").arg(m_correction));
    m_correct->setVisible(!m_correction.isEmpty());
    m_problem->setVisible(!problem.text.isEmpty());
}

void FilterBar::setNarrow(bool narrow) {
    for (QPushButton* each : m_buttons)
        setIconOnly(*each, narrow);
}

// A line to name the present filter, then those that have a name.
void FilterBar::fillSaved() {
    m_savedMenu->clear();
    auto* name = new QLineEdit;
    name->setObjectName(QStringLiteral("filterName"));
    name->setPlaceholderText(tr("Name this filter and press Enter"));
    name->setAccessibleName(tr("Name of the filter to save"));
    name->setMaxLength(SavedFilters::kLongestName);
    name->setEnabled(!m_field->query().isEmpty());
    auto* line = new QWidgetAction(m_savedMenu);
    line->setDefaultWidget(name);
    m_savedMenu->addAction(line);
    connect(name, &QLineEdit::returnPressed, this, [this, name] {
        if (m_saved.save(name->text(), m_field->query()))
            m_savedMenu->close();
    });
    m_savedMenu->addSeparator();
    QMenu* removing = nullptr;
    for (const QString& filter : m_saved.names()) {
        m_savedMenu->addAction(filter, this, [this, filter] { m_field->setQuery(m_saved.query(filter)); })
            ->setToolTip(m_saved.query(filter));
        if (!removing)
            removing = new QMenu(tr("Remove"), m_savedMenu);
        removing->addAction(filter, this, [this, filter] { m_saved.remove(filter); });
    }
    if (!removing) {
        m_savedMenu->addAction(tr("No filter is saved yet"))->setEnabled(false);
        return;
    }
    m_savedMenu->addSeparator();
    m_savedMenu->addMenu(removing);
}

void FilterBar::suggest() {
    ++m_generation;
    if (!m_field->edit()->hasFocus()) {
        if (m_suggestions)
            m_suggestions->hide();
        return;
    }
    QString before = m_field->query();
    if (!before.isEmpty())
        before += QLatin1Char(' ');
    const std::string query = toUtf8(before + m_field->text());
    const std::size_t cursor = toUtf8(before + m_field->text().left(m_field->cursor())).size();
    m_session.traces().suggest(
        query, cursor,
        [self = QPointer<FilterBar>(this), generation = m_generation, text = m_field->text(),
         skipped = static_cast<qsizetype>(toUtf8(before).size())](Result<std::vector<session::Suggestion>> found) {
            deliverTo(self, [self, generation, skipped, text, found = std::move(found)]() mutable {
                if (generation != self->m_generation || !found.ok())
                    return;
                self->m_suggestedFor = text;
                self->showSuggestions(std::move(found).value(), skipped);
            });
        });
}

// Suggestions count bytes of the query; the text begins behind the chips.
void FilterBar::showSuggestions(std::vector<session::Suggestion> suggestions, qsizetype before) {
    if (!m_suggestions) {
        m_suggestions = new SuggestionList(m_theme, m_field);
        connect(m_suggestions, &SuggestionList::accepted, this, [this] {
            bool handled = false;
            accept(handled);
        });
    }
    const auto skipped = static_cast<std::size_t>(before);
    std::erase_if(suggestions, [skipped](const session::Suggestion& each) { return each.begin < skipped; });
    for (session::Suggestion& each : suggestions) {
        each.begin -= skipped;
        each.end -= skipped;
    }
    m_suggestions->show(std::move(suggestions), m_field->cursorX());
}

void FilterBar::closeSuggestions(bool& handled) {
    ++m_generation;
    handled = m_suggestions && m_suggestions->isVisible();
    if (handled)
        m_suggestions->hide();
}

// Who types fast is ahead of the suggestions: one still counts when it is what was typed since.
void FilterBar::accept(bool& handled) {
    const session::Suggestion* chosen = m_suggestions ? m_suggestions->chosen() : nullptr;
    if (!chosen)
        return;
    const std::string utf8 = toUtf8(m_suggestedFor);
    const auto characters = [&utf8](std::size_t bytes) {
        return static_cast<int>(toQString(std::string_view(utf8).substr(0, bytes)).size());
    };
    const QString text = m_field->text();
    const int begin = characters(chosen->begin);
    int end = characters(chosen->end);
    if (text != m_suggestedFor) {
        const bool wentOn = text.startsWith(m_suggestedFor) && end == m_suggestedFor.size();
        if (!wentOn || !toQString(chosen->text).contains(text.mid(begin), Qt::CaseInsensitive))
            return;
        end = static_cast<int>(text.size());
    }
    handled = true;
    m_field->complete(begin, end, toQString(chosen->text));
}

}  // namespace touchstone::ui
