// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter_line.h"

#include "uibase/format.h"
#include "uibase/search_line.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

namespace touchstone::ui {
namespace {

int countOf(const ComparedCases& cases, CaseShow show) {
    int count = 0;
    for (std::size_t row = 0; row < cases.size(); ++row)
        count += cases.fits(show, row) ? 1 : 0;
    return count;
}

}  // namespace

FilterLine::FilterLine(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_show(new SegmentedControl(theme, tr("Cases to show"))),
      m_search(new SearchLine(theme, tr("Filter cases and answers"))),
      m_difference(new QLabel) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_show->setObjectName(QStringLiteral("showCases"));
    for (const QString& name :
         {tr("All"), tr("Failures"), tr("Passes"), tr("Errors"), tr("Different"), tr("Better"), tr("Worse")})
        m_show->addSegment(name);
    m_search->setObjectName(QStringLiteral("searchCases"));
    m_search->setMinimumWidth(theme.px(110));
    m_search->setMaximumWidth(theme.px(230));
    m_difference->setObjectName(QStringLiteral("differences"));
    m_difference->setForegroundRole(QPalette::PlaceholderText);
    makeActions();
    m_tagButton = makeMenuButton(tr("Tags"), "tagFilter");
    m_columns = makeMenuButton(tr("Columns"), "chooseColumns");
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 6, 12, 6);
    line->setSpacing(8);
    line->addWidget(m_show);
    line->addWidget(m_search, 1);
    line->addWidget(m_tagButton);
    line->addStretch(1);
    line->addWidget(m_difference);
    line->addWidget(makeStep(m_previous));
    line->addWidget(makeStep(m_next));
    line->addWidget(m_columns);
    connect(m_show, &SegmentedControl::currentChanged, this, &FilterLine::changed);
    connect(m_search, &QLineEdit::textChanged, this, &FilterLine::searchChanged);
}

void FilterLine::makeActions() {
    const auto make = [this](const QString& text, const char* name, Icon icon) {
        auto* action = new QAction(m_theme.icon(icon), text, this);
        action->setObjectName(QString::fromLatin1(name));
        return action;
    };
    m_find = make(tr("Filter cases and answers"), "compare.find", Icon::Search);
    m_find->setShortcut(QKeySequence::Find);
    m_next = make(tr("Next difference"), "compare.nextDifference", Icon::ChevronDown);
    m_previous = make(tr("Previous difference"), "compare.previousDifference", Icon::ChevronUp);
    connect(m_find, &QAction::triggered, this, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
}

QToolButton* FilterLine::makeMenuButton(const QString& text, const char* name) {
    auto* button = new QToolButton;
    button->setObjectName(QString::fromLatin1(name));
    button->setText(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    return button;
}

QToolButton* FilterLine::makeStep(QAction* action) {
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    const QString key = action == m_next ? QStringLiteral("N") : QStringLiteral("P");
    action->setToolTip(QStringLiteral("%1 (%2)").arg(action->text(), key));
    return button;
}

void FilterLine::setCases(const ComparedCases& cases) {
    showCounts(cases);
    fillTags(cases);
}

void FilterLine::showCounts(const ComparedCases& cases) {
    for (int i = 0; i < kCaseShows; ++i) {
        const int count = countOf(cases, static_cast<CaseShow>(i));
        m_show->setCount(i, count);
        m_show->setSegmentEnabled(i, count > 0 || i == 0 || i == m_show->currentIndex(), tr("There is no such case."));
    }
    if (!cases.isRunning() && countOf(cases, show()) == 0)
        m_show->setCurrentIndex(0);
}

void FilterLine::fillTags(const ComparedCases& cases) {
    QMenu* menu = m_tagButton->menu();
    menu->clear();
    std::set<std::string> kept;
    for (const auto& [tag, cases_] : cases.tags()) {
        QAction* action = menu->addAction(
            QStringLiteral("%1  %2").arg(toQString(tag), formatCount(static_cast<std::int64_t>(cases_))));
        action->setObjectName(QStringLiteral("tag.") + toQString(tag));
        action->setCheckable(true);
        if (m_tags.contains(tag))
            kept.insert(tag);
        action->setChecked(kept.contains(tag));
        connect(action, &QAction::toggled, this, [this, name = tag](bool on) {
            on ? static_cast<void>(m_tags.insert(name)) : static_cast<void>(m_tags.erase(name));
            showTags();
        });
    }
    m_tags = std::move(kept);
    m_tagButton->setVisible(!cases.tags().empty());
    showTags();
}

void FilterLine::showTags() {
    m_tagButton->setText(m_tags.empty()       ? tr("Tags")
                         : m_tags.size() == 1 ? tr("tag: %1").arg(toQString(*m_tags.begin()))
                                              : tr("%n tag(s)", nullptr, static_cast<int>(m_tags.size())));
    Q_EMIT changed();
}

void FilterLine::setColumnMenu(QMenu* menu) {
    m_columns->setMenu(menu);
}

void FilterLine::showDifference(int at, int of) {
    m_next->setEnabled(of > 0);
    m_previous->setEnabled(of > 0);
    m_difference->setText(of == 0   ? tr("no difference")
                          : at == 0 ? tr("%n difference(s)", nullptr, of)
                                    : tr("%1 of %2 differences").arg(formatCount(at), formatCount(of)));
}

void FilterLine::setTarget(QWidget* target) {
    m_search->setTarget(target);
}

CaseShow FilterLine::show() const {
    return static_cast<CaseShow>(m_show->currentIndex());
}

QString FilterLine::searched() const {
    return m_search->text();
}

}  // namespace touchstone::ui
