// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers_page.h"

#include "key_file_panel.h"
#include "server_card.h"
#include "server_form.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kGap = 12;

QLabel* makeIntroduction() {
    auto* label = new QLabel(ProvidersPage::tr(
        "Models are asked only when you run something. A workflow names its provider, address and the name of the key; "
        "the key itself is only here: in the environment, the system's keyring, or a sealed file."));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, 0, 0, kGap);
    return label;
}

}  // namespace

ProvidersPage::ProvidersPage(const SettingsParts& parts, QWidget* parent)
    : SettingsPage(parts.theme, parts.settings, tr("Providers and keys"), parent),
      m_parts(parts),
      m_banner(new InlineBanner(parts.theme)),
      m_cards(new QWidget),
      m_form(new ServerForm(parts.theme, parts.servers)),
      m_add(new QPushButton(parts.theme.icon(Icon::Add), tr("Add a server…"))) {
    m_banner->setObjectName(QStringLiteral("keyBanner"));
    m_add->setObjectName(QStringLiteral("addServer"));
    auto* cards = new QVBoxLayout(m_cards);
    cards->setContentsMargins(0, kGap, 0, kGap);
    cards->setSpacing(kGap);
    addAbove(makeIntroduction());
    addAbove(m_banner);
    addAbove(new KeyFilePanel(parts.theme, parts.keys));
    addAbove(m_cards);
    addAbove(m_form);
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, kGap, 0, kGap);
    layout->addWidget(m_add);
    layout->addStretch(1);
    addAbove(line);
    connect(m_add, &QPushButton::clicked, this, &ProvidersPage::addServer);
    connect(&parts.servers, &ModelServers::changed, this, &ProvidersPage::listServers);
    connect(&parts.keys, &KeyVault::failed, m_banner,
            [this](const QString& message) { m_banner->showMessage(Severity::Error, message); });
    connect(&parts.keys, &KeyVault::kept, m_banner, &QWidget::hide);
    listServers();
}

void ProvidersPage::addServer() {
    m_form->openNew();
    ensureWidgetVisible(m_form);
}

void ProvidersPage::addCard(QWidget* card) {
    m_cards->layout()->addWidget(card);
}

void ProvidersPage::listServers() {
    for (ServerCard* card : m_cards->findChildren<ServerCard*>()) {
        m_cards->layout()->removeWidget(card);
        card->setObjectName({});
        card->hide();
        card->deleteLater();
    }
    addCard(new ServerCard(m_parts, {QStringLiteral("builtin"), {}, {}}, ServerCard::Kind::Builtin));
    addCard(new ServerCard(m_parts, {QStringLiteral("openai"), {}, {}}, ServerCard::Kind::Fixed));
    for (const ModelServer& server : m_parts.servers.list()) {
        auto* card = new ServerCard(m_parts, server, ServerCard::Kind::Added);
        connect(card, &ServerCard::editRequested, m_form, &ServerForm::openFor);
        addCard(card);
    }
}

}  // namespace touchstone::ui
