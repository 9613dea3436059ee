// SPDX-License-Identifier: GPL-3.0-or-later

#include "start_page.h"

#include "uibase/inline_banner.h"
#include "uibase/theme.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

namespace touchstone::ui {

StartPage::StartPage(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_logo(new QLabel),
      m_step(new QLabel),
      m_busy(new QProgressBar),
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
    auto* column = new QVBoxLayout;
    column->setSpacing(16);
    column->addStretch(2);
    column->addWidget(m_logo);
    column->addWidget(m_step);
    column->addWidget(m_busy, 0, Qt::AlignHCenter);
    column->addStretch(3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    layout->addLayout(column, 1);
    connect(m_banner, &InlineBanner::actionTriggered, this, &StartPage::openAnotherRequested);
    connect(m_banner, &InlineBanner::closed, this, [this] {
        m_step->setText(tr("No workspace is open. Ctrl+O opens one."));
        m_step->show();
    });
    connect(&theme, &Theme::themeChanged, this, &StartPage::applyTheme);
    applyTheme();
}

void StartPage::applyTheme() {
    const int side = m_theme.px(48);
    m_logo->setPixmap(m_theme.icon(Icon::Logo, Role::AccentText).pixmap(QSize(side, side), devicePixelRatioF()));
}

void StartPage::showStep(const QString& what) {
    m_banner->hide();
    m_step->setText(what);
    m_step->show();
    m_busy->show();
}

void StartPage::showFailure(const QString& message) {
    m_step->hide();
    m_busy->hide();
    m_banner->showMessage(Severity::Error, message, {}, tr("Open another workspace…"));
}

}  // namespace touchstone::ui
