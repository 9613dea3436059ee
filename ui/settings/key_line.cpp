// SPDX-License-Identifier: GPL-3.0-or-later

#include "key_line.h"

#include "uibase/elided_label.h"
#include "uibase/link_button.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

QString whereText(KeyVault::Where where) {
    switch (where) {
        case KeyVault::Where::Environment:
            return KeyLine::tr("from the environment");
        case KeyVault::Where::Keyring:
            return KeyLine::tr("in the keyring");
        case KeyVault::Where::SealedFile:
            return KeyLine::tr("in the sealed file");
        case KeyVault::Where::Nowhere:
            break;
    }
    return KeyLine::tr("missing");
}

}  // namespace

KeyLine::KeyLine(const Theme& theme, KeyVault& keys, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_keys(keys),
      m_name(name),
      m_where(new Pill(theme, {})),
      m_note(new QLabel),
      m_set(new LinkButton(theme)),
      m_forget(new LinkButton(theme)) {
    auto* title = new ElidedLabel(name);
    setTextStyle(*title, theme, TextStyle::Mono);
    m_set->setObjectName(QStringLiteral("setKey:") + name);
    m_forget->setObjectName(QStringLiteral("forgetKey:") + name);
    m_forget->setText(tr("Forget"));
    m_forget->setAccessibleName(tr("Forget the key %1").arg(name));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(m_where), static_cast<QWidget*>(m_set),
                            static_cast<QWidget*>(m_forget)})
        line->addWidget(widget);
    line->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_note);
    layout->addWidget(m_entry = makeEntry());
    connect(m_set, &QPushButton::clicked, this, &KeyLine::openEntry);
    connect(m_forget, &QPushButton::clicked, this, [this] { m_keys.forget(m_name); });
    connect(&keys, &KeyVault::changed, this, &KeyLine::showState);
    closeEntry();
    showState();
}

QWidget* KeyLine::makeEntry() {
    auto* entry = new QWidget(this);
    m_secret = new QLineEdit;
    m_secret->setObjectName(QStringLiteral("key:") + m_name);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_secret->setMaxLength(static_cast<int>(crypto::kLongestSecret / 4));  // characters of four bytes fit too
    m_secret->setPlaceholderText(tr("Paste the key"));
    m_secret->setAccessibleName(tr("The key %1").arg(m_name));
    m_secret->setMinimumWidth(m_theme.px(120));
    m_save = new QPushButton(tr("Keep"));
    m_save->setObjectName(QStringLiteral("keepKey:") + m_name);
    m_save->setAccessibleName(tr("Keep the key %1").arg(m_name));
    auto* cancel = new LinkButton(m_theme);
    cancel->setText(tr("Cancel"));
    auto* layout = new QHBoxLayout(entry);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_secret, 3);
    layout->addWidget(m_save);
    layout->addWidget(cancel);
    layout->addStretch(1);
    connect(m_secret, &QLineEdit::returnPressed, this, &KeyLine::keep);
    connect(m_save, &QPushButton::clicked, this, &KeyLine::keep);
    connect(cancel, &QPushButton::clicked, this, &KeyLine::closeEntry);
    return entry;
}

QString KeyLine::note(KeyVault::Where where) const {
    if (where == KeyVault::Where::Environment)
        return tr("The variable %1 of this program's environment counts before any other place.").arg(m_name);
    if (where == KeyVault::Where::Keyring && m_keys.keyring().isAsking())
        return tr("The keyring has not answered yet; it may be asking for its password.");
    if (where == KeyVault::Where::Keyring && !m_keys.keyring().problem().isEmpty())
        return tr("It cannot be read now: %1.").arg(m_keys.keyring().problem());
    if (where == KeyVault::Where::Nowhere && m_keys.file().state() == SealedKeys::State::Locked)
        return tr("It may be in the sealed file, which is locked.");
    return {};
}

void KeyLine::showState() {
    const KeyVault::Where where = m_keys.whereIs(m_name);
    const bool isMissing = where == KeyVault::Where::Nowhere;
    m_where->setText(whereText(where));
    m_where->setTone(isMissing ? PillTone::Warning : PillTone::Better);
    m_note->setText(note(where));
    m_note->setVisible(!m_note->text().isEmpty());
    m_set->setText(isMissing ? tr("Set…") : tr("Replace…"));
    m_set->setAccessibleName((isMissing ? tr("Set the key %1") : tr("Replace the key %1")).arg(m_name));
    m_set->setVisible(where != KeyVault::Where::Environment);
    m_forget->setVisible(where == KeyVault::Where::Keyring || where == KeyVault::Where::SealedFile);
}

void KeyLine::openEntry() {
    m_entry->show();
    m_secret->setFocus();
}

void KeyLine::closeEntry() {
    m_secret->clear();
    m_entry->hide();
}

void KeyLine::keep() {
    std::string secret = toUtf8(m_secret->text().trimmed());
    if (!secret.empty())
        m_keys.keep(m_name, crypto::Secret(secret));
    crypto::wipe(secret);
    closeEntry();
}

}  // namespace touchstone::ui
