// SPDX-License-Identifier: GPL-3.0-or-later

#include "start_page.h"

#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/link_button.h"
#include "uibase/theme.h"

#include <QAction>
#include <QFileInfo>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace touchstone::ui {

StartPage::StartPage(const Theme& theme, const QList<QAction*>& ways, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_logo(new QLabel),
      m_step(new QLabel),
      m_busy(new QProgressBar),
      m_ways(makeWays(ways)),
      m_recent(new QVBoxLayout),
      m_banner(new InlineBanner(theme)) {
    setObjectName(QStringLiteral("start"));
    m_banner->setObjectName(QStringLiteral("startBanner"));
    m_step->setObjectName(QStringLiteral("startStep"));
    m_step->setAlignment(Qt::AlignCenter);
    m_step->setForegroundRole(QPalette::PlaceholderText);
    m_logo->setAlignment(Qt::AlignCenter);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setFixedWidth(200);
    m_busy->setAccessibleName(tr("Opening the workspace"));
    m_recent->setSpacing(4);
    auto* column = new QVBoxLayout;
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(m_logo);
    column->addWidget(m_step);
    column->addWidget(m_busy, 0, Qt::AlignHCenter);
    column->addWidget(m_ways, 0, Qt::AlignHCenter);
    column->addLayout(m_recent);
    column->addStretch(3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    layout->addLayout(column, 1);
    connect(&theme, &Theme::themeChanged, this, &StartPage::applyTheme);
    applyTheme();
}

QWidget* StartPage::makeWays(const QList<QAction*>& ways) {
    auto* buttons = new QWidget;
    auto* column = new QVBoxLayout(buttons);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (QAction* way : ways) {
        auto* button = new QPushButton(way->icon(), way->text());
        button->setObjectName(way->objectName());
        button->setMinimumWidth(m_theme.px(240));
        if (!way->shortcut().isEmpty())
            button->setToolTip(QStringLiteral("%1 (%2)").arg(way->text(), formatShortcut(way->shortcut())));
        connect(button, &QPushButton::clicked, way, &QAction::trigger);
        column->addWidget(button);
    }
    buttons->hide();
    return buttons;
}

void StartPage::applyTheme() {
    const int side = m_theme.px(48);
    m_logo->setPixmap(m_theme.icon(Icon::Logo, Role::AccentText).pixmap(QSize(side, side), devicePixelRatioF()));
}

void StartPage::showStep(const QString& what) {
    m_banner->hide();
    m_ways->hide();
    listRecent({});
    m_step->setText(what);
    m_busy->show();
}

void StartPage::showFailure(const QString& message, const QStringList& recent) {
    m_busy->hide();
    m_step->setText(tr("No workspace is open."));
    m_ways->show();
    listRecent(recent);
    m_banner->showMessage(Severity::Error, message);
}

void StartPage::listRecent(const QStringList& recent) {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!recent.isEmpty()) {
        auto* caption = new QLabel(tr("Opened lately"));
        caption->setForegroundRole(QPalette::PlaceholderText);
        m_recent->addWidget(caption, 0, Qt::AlignHCenter);
    }
    for (const QString& path : recent) {
        auto* link = new LinkButton(m_theme);
        link->setText(QFileInfo(path).completeBaseName());
        link->setToolTip(path);
        link->setAccessibleDescription(path);
        connect(link, &QPushButton::clicked, this, [this, path] { Q_EMIT openRequested(path); });
        m_recent->addWidget(link, 0, Qt::AlignHCenter);
    }
}

}  // namespace touchstone::ui
