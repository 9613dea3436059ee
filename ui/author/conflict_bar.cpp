// SPDX-License-Identifier: GPL-3.0-or-later

#include "conflict_bar.h"

#include "uibase/diff_view.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/part_names.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

QString timeText(WallTime time) {
    const auto msecs = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(msecs).toString(QStringLiteral("HH:mm"));
}

QString conflictText(const DraftModel& draft) {
    return ConflictBar::tr("This draft was changed elsewhere (touchstonectl or another window) at %1.")
        .arg(timeText(draft.conflictTime()));
}

}  // namespace

ConflictBar::ConflictBar(const Theme& theme, DraftModel& draft, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_draft(draft), m_banner(new InlineBanner(theme)) {
    m_banner->setObjectName(QStringLiteral("conflictBanner"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(m_banner, &InlineBanner::decided, this, &ConflictBar::decide);
    connect(m_banner, &InlineBanner::actionTriggered, &draft, &DraftModel::bringBack);
    connect(&draft, &DraftModel::opened, m_banner, &QWidget::hide);
    connect(&draft, &DraftModel::conflictChanged, this, &ConflictBar::showConflict);
    connect(&draft, &DraftModel::decisionNeeded, this, &ConflictBar::ask);
    connect(&draft, &DraftModel::reloaded, this, &ConflictBar::showReloaded);
}

void ConflictBar::showConflict() {
    if (m_draft.isConflicted()) {
        m_banner->showDecision(Severity::Warning, conflictText(m_draft),
                               {tr("Keep mine"), tr("Take theirs"), tr("Show difference")});
        return;
    }
    for (QDialog* dialog : {m_question.data(), m_difference.data()})
        if (dialog)
            dialog->close();
    if (!m_draft.canBringBack())
        m_banner->hide();
    else if (m_keptMine)
        m_banner->showMessage(Severity::Info, tr("Your text was saved over theirs, which is kept until the commit."),
                              {}, tr("Show theirs instead"));
    else
        m_banner->showMessage(Severity::Info, tr("This is their text now. Yours is kept until the commit."), {},
                              tr("Bring mine back"));
}

void ConflictBar::showReloaded() {
    m_banner->showMessage(Severity::Info, tr("This draft was changed elsewhere, so it was loaded again."), {},
                          m_draft.canBringBack() && !m_draft.isReadOnly() ? tr("Undo") : QString());
}

void ConflictBar::decide(int decision) {
    m_keptMine = decision == KeepMine;
    if (decision == KeepMine)
        m_draft.keepMine();
    else if (decision == TakeTheirs)
        m_draft.takeTheirs();
    else if (m_draft.isConflicted())
        m_draft.compareWithTheirs([self = QPointer(this)](const auto& parts) {
            if (self)
                self->showDifference(parts);
        });
}

void ConflictBar::ask() {
    if (m_question || !m_draft.isConflicted())
        return;
    auto* box = new QMessageBox(QMessageBox::NoIcon, tr("Touchstone"), conflictText(m_draft), {}, window());
    m_question = box;
    box->setIconPixmap(
        m_theme.icon(Icon::Warning, Role::Warning).pixmap(QSize(m_theme.px(32), m_theme.px(32)), devicePixelRatioF()));
    box->setObjectName(QStringLiteral("conflictQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(tr("Your edits are not saved yet. Which text counts?"));
    QPushButton* mine = box->addButton(tr("Keep mine"), QMessageBox::AcceptRole);
    QPushButton* theirs = box->addButton(tr("Take theirs"), QMessageBox::DestructiveRole);
    QPushButton* back = box->addButton(tr("Decide later"), QMessageBox::RejectRole);
    mine->setObjectName(QStringLiteral("keepMine"));
    theirs->setObjectName(QStringLiteral("takeTheirs"));
    back->setObjectName(QStringLiteral("decideLater"));
    box->setDefaultButton(mine);
    box->setEscapeButton(back);
    connect(box, &QMessageBox::buttonClicked, this, [this, mine, theirs](const QAbstractButton* button) {
        m_question.clear();
        if (button == mine || button == theirs)
            decide(button == mine ? KeepMine : TakeTheirs);
        else
            m_draft.decideLater();
    });
    box->open();
}

void ConflictBar::showDifference(const std::vector<session::PartDifference>& parts) {
    if (m_difference)
        m_difference->close();
    auto* dialog = new QDialog(window());
    m_difference = dialog;
    dialog->setObjectName(QStringLiteral("conflictDifference"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Changed elsewhere"));
    auto* legend = new QLabel(parts.empty() ? tr("Both texts are the same.")
                                            : tr("What is struck through is theirs, what is marked as new is yours."));
    legend->setWordWrap(true);
    auto* lines = new DiffView(m_theme, tr("Difference of the two texts"));
    lines->setObjectName(QStringLiteral("differenceLines"));
    std::vector<DiffSection> sections;
    for (const session::PartDifference& part : parts)
        sections.push_back({partTitle(part.part), {}, part.rows});
    lines->setSections(std::move(sections));
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(legend);
    layout->addWidget(lines, 1);
    layout->addWidget(makeButtons(*dialog));
    const QSize room = window()->size() - QSize(m_theme.px(40), m_theme.px(40));
    dialog->resize(QSize(m_theme.px(820), m_theme.px(560)).boundedTo(room));
    dialog->open();
}

QWidget* ConflictBar::makeButtons(QDialog& dialog) {
    auto* buttons = new QDialogButtonBox;
    QPushButton* mine = buttons->addButton(tr("Keep mine"), QDialogButtonBox::AcceptRole);
    QPushButton* theirs = buttons->addButton(tr("Take theirs"), QDialogButtonBox::DestructiveRole);
    QPushButton* close = buttons->addButton(QDialogButtonBox::Close);
    connect(mine, &QPushButton::clicked, this, [this] { decide(KeepMine); });
    connect(theirs, &QPushButton::clicked, this, [this] { decide(TakeTheirs); });
    connect(close, &QPushButton::clicked, &dialog, &QDialog::close);
    return buttons;
}

}  // namespace touchstone::ui
