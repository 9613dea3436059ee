// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/commit_panel.h"

#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uihistory/change_words.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace touchstone::ui {
namespace {

bool isCommitKey(const QKeyEvent& key) {
    return key.modifiers().testFlag(Qt::ControlModifier) && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter);
}

// Whom the system knows the person at the keyboard as.
QString defaultAuthor() {
    const QString name = qEnvironmentVariable("TOUCHSTONE_AUTHOR", qEnvironmentVariable("USER"));
    return name.isEmpty() ? CommitPanel::tr("someone") : name;
}

}  // namespace

CommitPanel::CommitPanel(const Theme& theme, DraftModel& draft, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_draft(draft),
      m_head(new PanelHead(theme, tr("Commit"))),
      m_changes(new QWidget),
      m_message(new QLineEdit),
      m_author(new QLineEdit(defaultAuthor())),
      m_commit(new QPushButton(tr("Commit"))),
      m_reason(new QLabel),
      m_banner(new InlineBanner(theme)) {
    setObjectName(QStringLiteral("commitPanel"));
    m_message->setObjectName(QStringLiteral("commitMessage"));
    m_message->setAccessibleName(tr("Message"));
    m_author->setObjectName(QStringLiteral("commitAuthor"));
    m_author->setAccessibleName(tr("Author"));
    m_commit->setObjectName(QStringLiteral("commitNow"));
    m_commit->setIcon(theme.icon(Icon::Commit));
    const QString shortcut = formatShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_commit->setToolTip(tr("Commit (%1)").arg(shortcut));
    m_changes->setObjectName(QStringLiteral("commitChanges"));
    auto* list = new QGridLayout(m_changes);
    list->setContentsMargins(0, 5, 0, 0);
    list->setHorizontalSpacing(12);
    list->setVerticalSpacing(2);
    list->setColumnStretch(1, 1);
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    fill(shortcut);
    connect(m_commit, &QPushButton::clicked, this, &CommitPanel::commit);
    connect(m_message, &QLineEdit::textChanged, this, &CommitPanel::updateReason);
    connect(&draft, &DraftModel::checked, this, &CommitPanel::showChanges);
    connect(&draft, &DraftModel::committed, this, &CommitPanel::finish);
    connect(&draft, &DraftModel::failed, this, &CommitPanel::showFailure);
    hide();
}

void CommitPanel::fill(const QString& shortcut) {
    auto* close = makeToolButton(m_theme, Icon::Close, tr("Close"), this, QKeySequence(Qt::Key_Escape));
    m_head->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* form = new QFormLayout;
    form->setContentsMargins(12, 8, 12, 12);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    const auto addRow = [&](const QString& name, QWidget* widget) {
        auto* label = new QLabel(name);
        label->setContentsMargins(0, 5, 0, 0);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        label->setForegroundRole(QPalette::PlaceholderText);
        form->addRow(label, widget);
    };
    addRow(tr("Changes"), m_changes);
    addRow(tr("Message"), m_message);
    addRow(tr("Author"), m_author);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_commit);
    buttons->addWidget(new Pill(m_theme, shortcut, PillTone::Outline));
    buttons->addWidget(m_reason, 1);
    form->addRow(QString(), buttons);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_banner);
    layout->addLayout(form);
}

void CommitPanel::open() {
    m_banner->hide();
    m_head->setNote(tr("to %1").arg(m_draft.branch()));
    if (m_message->text().isEmpty())
        m_proposed.clear();
    show();
    showChanges();
    m_message->setFocus();
    m_message->selectAll();
}

void CommitPanel::setAuthor(const QString& name) {
    if (!m_author->isModified() && !name.isEmpty())
        m_author->setText(name);
}

void CommitPanel::showChanges() {
    if (!isVisible())
        return;
    const bool proposedBefore = m_message->text() == m_proposed;
    const bool first = m_draft.baseName().isEmpty();
    m_proposed = first ? tr("First version") : commitMessageFor(m_draft.changes());
    if (proposedBefore) {
        const QSignalBlocker quiet(m_message);
        m_message->setText(m_proposed);
    }
    listChanges();
    updateReason();
}

void CommitPanel::listChanges() {
    auto* list = static_cast<QGridLayout*>(m_changes->layout());
    qDeleteAll(m_changes->findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
    const auto add = [&](int row, int column, const QString& text, QPalette::ColorRole ink) {
        auto* label = new ElidedLabel(text, m_changes);
        label->setForegroundRole(ink);
        list->addWidget(label, row, column);
    };
    if (m_draft.baseName().isEmpty())
        return add(0, 1, tr("everything: this is the first version"), QPalette::PlaceholderText);
    if (m_draft.changes().empty())
        return add(0, 1, tr("nothing"), QPalette::PlaceholderText);
    int row = 0;
    for (const workflow::PartChange& change : m_draft.changes()) {
        add(row, 0, partTitle(change.part), QPalette::WindowText);
        add(row++, 1, changeWords(change), QPalette::PlaceholderText);
    }
}

void CommitPanel::updateReason() {
    const bool unchanged = !m_draft.baseName().isEmpty() && m_draft.changes().empty();
    const QString why = m_draft.isReadOnly()            ? tr("The workspace is read-only.")
                        : unchanged                     ? tr("Nothing changed since %1.").arg(m_draft.baseName())
                        : hasErrors(m_draft.findings()) ? tr("Correct the errors in Problems first.")
                        : m_message->text().isEmpty()   ? tr("A message says why.")
                                                        : QString();
    m_reason->setText(why);
    m_commit->setEnabled(why.isEmpty() && !m_committing);
}

void CommitPanel::commit() {
    if (!m_commit->isEnabled())
        return;
    m_committing = true;
    m_commit->setEnabled(false);
    m_draft.commit(m_author->text(), m_message->text());
}

void CommitPanel::finish() {
    m_committing = false;
    m_message->clear();
    m_proposed.clear();
    hide();
}

void CommitPanel::showFailure(const QString& message) {
    if (!std::exchange(m_committing, false))
        return;
    m_banner->showMessage(Severity::Error, message);
    updateReason();
}

bool CommitPanel::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (isCommitKey(key) || key.key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void CommitPanel::keyPressEvent(QKeyEvent* event) {
    if (isCommitKey(*event))
        commit();
    else if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void CommitPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Surface));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
}

}  // namespace touchstone::ui
