// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/inline_banner.h"

#include "uibase/link_button.h"
#include "uibase/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace touchstone::ui {

namespace {

struct BannerLook {
    Icon icon;
    Role ink;
    Role tint;
};

BannerLook lookOf(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return {Icon::Info, Role::Info, Role::InfoTint};
        case Severity::Warning:
            return {Icon::Warning, Role::Warning, Role::WarningTint};
        case Severity::Error:
            break;
    }
    return {Icon::Error, Role::Worse, Role::WorseTint};
}

QLabel* makeLabel(const char* name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

InlineBanner::InlineBanner(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_icon(new QLabel(this)),
      m_text(makeLabel("bannerText", this)),
      m_detail(makeLabel("bannerDetail", this)),
      m_actionLine(new QWidget(this)),
      m_close(new QToolButton(this)) {
    m_close->setObjectName(QStringLiteral("bannerClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(theme.icon(Icon::Close));
    m_close->setToolTip(tr("Close this message (Esc)"));
    m_close->setAccessibleName(tr("Close this message"));
    setTextStyle(*m_detail, theme, TextStyle::Caption);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(2);
    layout->addWidget(m_icon, 0, 0);
    layout->addWidget(m_text, 0, 1);
    layout->addWidget(makeActions(), 0, 2);
    layout->addWidget(m_close, 0, 3);
    layout->addWidget(m_detail, 1, 1, 1, 2);
    layout->setColumnStretch(1, 1);
    connect(m_close, &QToolButton::clicked, this, &InlineBanner::dismiss);
    connect(&theme, &Theme::themeChanged, this, &InlineBanner::applySeverity);
    hide();
}

QWidget* InlineBanner::makeActions() {
    auto* line = new QHBoxLayout(m_actionLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(12);
    for (int i = 0; i < static_cast<int>(m_actions.size()); ++i) {
        QPushButton* action = m_actions[static_cast<std::size_t>(i)] = new LinkButton(m_theme, this);
        action->setObjectName(QStringLiteral("bannerAction%1").arg(i == 0 ? QString() : QString::number(i)));
        line->addWidget(action);
        connect(action, &QPushButton::clicked, this, [this, i] { act(i); });
    }
    line->addStretch(1);
    return m_actionLine;
}

void InlineBanner::showMessage(Severity severity, const QString& text, const QString& detail, const QString& action) {
    m_decision = false;
    present(severity, text, detail, action.isEmpty() ? QStringList() : QStringList{action});
}

void InlineBanner::showDecision(Severity severity, const QString& text, const QStringList& actions) {
    m_decision = true;
    present(severity, text, {}, actions);
}

void InlineBanner::present(Severity severity, const QString& text, const QString& detail, const QStringList& actions) {
    m_severity = severity;
    m_text->setText(text);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    for (std::size_t i = 0; i < m_actions.size(); ++i) {
        const QString action = actions.value(static_cast<qsizetype>(i));
        m_actions[i]->setText(action);
        m_actions[i]->setVisible(!action.isEmpty());
    }
    m_close->setVisible(!m_decision);
    // Several actions leave no room for words beside them.
    auto* grid = static_cast<QGridLayout*>(layout());
    grid->addWidget(m_actionLine, m_decision ? 2 : 0, m_decision ? 1 : 2);
    setAccessibleName(text);
    setAccessibleDescription(detail);
    applySeverity();
    show();
}

void InlineBanner::applySeverity() {
    const BannerLook look = lookOf(m_severity);
    m_icon->setPixmap(
        m_theme.icon(look.icon, look.ink).pixmap(QSize(m_theme.px(16), m_theme.px(16)), devicePixelRatioF()));
    update();
}

QString InlineBanner::text() const {
    return m_text->text();
}

void InlineBanner::act(int action) {
    if (m_decision)
        Q_EMIT decided(action);
    else
        Q_EMIT actionTriggered();
}

void InlineBanner::dismiss() {
    if (m_decision)
        return;
    hide();
    Q_EMIT closed();
}

void InlineBanner::paintEvent(QPaintEvent*) {
    const BannerLook look = lookOf(m_severity);
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(look.tint));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(look.ink));
}

void InlineBanner::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

}  // namespace touchstone::ui
