// SPDX-License-Identifier: GPL-3.0-or-later

#include "start_page.h"

#include "recent_list.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/primary.h"
#include "uibase/theme.h"

#include <QAction>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kWidth = 520;

}  // namespace

StartPage::StartPage(const Theme& theme, RecentWorkspaces& recent, const Clock& clock, const QList<QAction*>& ways,
                     QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_logo(new QLabel),
      m_step(new QLabel),
      m_promise(new QLabel(tr("No account, no key, no network. Nothing is sent anywhere: there is no telemetry."))),
      m_busy(new QProgressBar),
      m_recent(new RecentList(theme, recent, clock)),
      m_banner(new InlineBanner(theme)) {
    setObjectName(QStringLiteral("start"));
    m_banner->setObjectName(QStringLiteral("startBanner"));
    m_step->setObjectName(QStringLiteral("startStep"));
    m_promise->setObjectName(QStringLiteral("promise"));
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setAccessibleName(tr("Opening the workspace"));
    for (QLabel* label : {m_logo, m_step, m_promise}) {
        label->setAlignment(Qt::AlignCenter);
        label->setForegroundRole(QPalette::PlaceholderText);
        label->setWordWrap(label != m_logo);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    layout->addLayout(makeColumn(ways), 1);
    connect(m_recent, &RecentList::openRequested, this, &StartPage::openRequested);
    connect(&theme, &Theme::themeChanged, this, &StartPage::applyTheme);
    applyTheme();
}

QLayout* StartPage::makeColumn(const QList<QAction*>& ways) {
    m_ways = makeWays(ways);
    auto* column = new QVBoxLayout;
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(m_logo);
    column->addWidget(m_step);
    column->addWidget(m_busy, 0, Qt::AlignHCenter);
    column->addWidget(m_ways, 0, Qt::AlignHCenter);
    column->addWidget(m_recent, 0, Qt::AlignHCenter);
    column->addSpacing(8);
    column->addWidget(m_promise);
    column->addStretch(3);
    return column;
}

QWidget* StartPage::makeWays(const QList<QAction*>& ways) {
    auto* buttons = new QWidget;
    auto* line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    for (QAction* way : ways) {
        auto* button = new QPushButton(way->icon(), way->text());
        button->setObjectName(way->objectName());
        if (way == ways.front()) {
            setPrimary(*button);
            button->setIcon(m_theme.icon(Icon::Run, Role::OnAccent));
        }
        if (!way->shortcut().isEmpty())
            button->setToolTip(QStringLiteral("%1 (%2)").arg(way->text(), formatShortcut(way->shortcut())));
        connect(button, &QPushButton::clicked, way, &QAction::trigger);
        line->addWidget(button);
    }
    buttons->hide();
    return buttons;
}

void StartPage::applyTheme() {
    const int side = m_theme.px(48);
    m_logo->setPixmap(m_theme.icon(Icon::Logo, Role::AccentText).pixmap(QSize(side, side), devicePixelRatioF()));
    m_busy->setFixedWidth(m_theme.px(200));
    m_recent->setFixedWidth(m_theme.px(kWidth));
}

void StartPage::showStep(const QString& what) {
    m_banner->hide();
    m_ways->hide();
    m_recent->hide();
    m_promise->hide();
    m_step->setText(what);
    m_busy->show();
}

void StartPage::showWays(const QString& why) {
    m_busy->hide();
    m_step->setText(why);
    m_ways->show();
    m_recent->showIfAny();
    m_promise->show();
    m_ways->findChild<QPushButton*>()->setFocus();
}

void StartPage::showFailure(const QString& message) {
    showWays(tr("No workspace is open."));
    m_banner->showMessage(Severity::Error, message);
}

void StartPage::showNote(const QString& note) {
    m_banner->showMessage(Severity::Info, note);
}

}  // namespace touchstone::ui
