// SPDX-License-Identifier: GPL-3.0-or-later

#include "key_file_panel.h"

#include "uibase/link_button.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

QLineEdit* makeSecretLine(const Theme& theme, const QString& name, const QString& placeholder) {
    auto* line = new QLineEdit;
    line->setObjectName(name);
    line->setEchoMode(QLineEdit::Password);
    line->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    line->setMaxLength(static_cast<int>(crypto::kLongestPassphrase / 4));  // characters of four bytes fit too
    line->setPlaceholderText(placeholder);
    line->setAccessibleName(placeholder);
    line->setMaximumWidth(theme.px(320));
    return line;
}

}  // namespace

KeyFilePanel::KeyFilePanel(const Theme& theme, KeyVault& keys, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_keys(keys),
      m_title(new QLabel),
      m_sentence(new QLabel),
      m_passphrase(makeSecretLine(theme, QStringLiteral("passphrase"), tr("Passphrase"))),
      m_again(makeSecretLine(theme, QStringLiteral("passphraseAgain"), tr("The same again"))),
      m_open(new QPushButton),
      m_cancel(new LinkButton(theme)),
      m_reason(new QLabel) {
    setObjectName(QStringLiteral("keyFilePanel"));
    build();
    for (QLineEdit* line : {m_passphrase, m_again}) {
        connect(line, &QLineEdit::textChanged, this, &KeyFilePanel::checkPassphrase);
        connect(line, &QLineEdit::returnPressed, m_open, &QPushButton::click);
    }
    connect(m_open, &QPushButton::clicked, this, &KeyFilePanel::open);
    connect(m_cancel, &QPushButton::clicked, &keys, &KeyVault::dropWaiting);
    connect(&keys, &KeyVault::changed, this, &KeyFilePanel::showState);
    showState();
}

void KeyFilePanel::build() {
    setTextStyle(*m_title, m_theme, TextStyle::BodyStrong);
    for (QLabel* label : {m_sentence, m_reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_open->setObjectName(QStringLiteral("openKeyFile"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("dropKey"));
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_open);
    line->addWidget(m_cancel);
    line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_again);
    layout->addLayout(line);
    layout->addWidget(m_reason);
}

QString KeyFilePanel::sentence() const {
    const QString file = m_keys.file().path();
    switch (m_keys.file().state()) {
        case SealedKeys::State::Open:
            return tr("%1 is open: its keys are used until this window's program ends or the file is locked.")
                .arg(file);
        case SealedKeys::State::Locked:
            return tr("%1 holds keys; its passphrase opens it. Nobody can help who has lost it: then delete the file "
                      "and set the keys again.")
                .arg(file);
        case SealedKeys::State::None:
            break;
    }
    const QString problem = m_keys.keyring().problem();
    const QString why = problem.isEmpty() ? tr("The keyring is switched off") : tr("Because %1").arg(problem);
    return tr("%1, the key is kept in %2, sealed with a passphrase that you choose now and are asked for at each "
              "start.")
        .arg(why, file);
}

void KeyFilePanel::showState() {
    const SealedKeys::State state = m_keys.file().state();
    const bool isOpen = state == SealedKeys::State::Open;
    const bool isBusy = m_keys.file().isBusy();
    m_title->setText(isOpen                               ? tr("The sealed key file is open")
                     : state == SealedKeys::State::Locked ? tr("The sealed key file is locked")
                                                          : tr("Make a sealed key file"));
    m_sentence->setText(sentence());
    m_passphrase->setVisible(!isOpen);
    m_again->setVisible(state == SealedKeys::State::None);
    m_open->setText(isBusy                               ? tr("Working…")
                    : isOpen                             ? tr("Lock")
                    : state == SealedKeys::State::Locked ? tr("Open")
                                                         : tr("Make"));
    m_cancel->setVisible(m_keys.needsFile());
    checkPassphrase();
    const bool wasHidden = isHidden();
    setVisible(state != SealedKeys::State::None || m_keys.needsFile() || isBusy);
    if (m_keys.needsFile() && wasHidden)
        m_passphrase->setFocus();
}

void KeyFilePanel::checkPassphrase() {
    const SealedKeys::State state = m_keys.file().state();
    const auto size = static_cast<std::size_t>(m_passphrase->text().toUtf8().size());
    QString reason;
    if (state == SealedKeys::State::None && size < crypto::kShortestPassphrase)
        reason = tr("A passphrase has at least %1 characters.").arg(crypto::kShortestPassphrase);
    else if (state == SealedKeys::State::None && m_passphrase->text() != m_again->text())
        reason = tr("The two are not the same.");
    else if (state == SealedKeys::State::Locked && size == 0)
        reason = tr("Type the passphrase.");
    m_open->setEnabled(reason.isEmpty() && !m_keys.file().isBusy());
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
}

void KeyFilePanel::open() {
    if (m_keys.file().state() == SealedKeys::State::Open)
        return m_keys.closeFile();
    std::string passphrase = toUtf8(m_passphrase->text());
    m_keys.openFile(crypto::Secret(passphrase));
    crypto::wipe(passphrase);
    m_passphrase->clear();
    m_again->clear();
}

void KeyFilePanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::Border));
    painter.setBrush(m_theme.color(Role::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace touchstone::ui
