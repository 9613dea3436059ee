// SPDX-License-Identifier: GPL-3.0-or-later

#include "conflict_bar.h"

#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QDateTime>
#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr qsizetype kContext = 3;  // equal lines shown around a change

QString timeText(WallTime time) {
    const auto msecs = std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count();
    return QDateTime::fromMSecsSinceEpoch(msecs).toString(QStringLiteral("HH:mm"));
}

QString conflictText(const DraftModel& draft) {
    return ConflictBar::tr("This draft was changed elsewhere (touchstonectl or another window) at %1.")
        .arg(timeText(draft.conflictTime()));
}

QStringList linesOf(const std::string& text) {
    QStringList lines = toQString(text).split(QLatin1Char('\n'));
    if (lines.size() > 1 && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

// Writes a difference the way `diff` does: a sign before each line, and of equal text only what is near a change.
class DifferenceWriter {
public:
    DifferenceWriter(const Theme& theme, QTextDocument& document) : m_cursor(&document) {
        m_formats[1].setBackground(theme.color(Role::DiffAdd));
        m_formats[2].setBackground(theme.color(Role::DiffDel));
        m_title.setFontWeight(QFont::DemiBold);
    }

    void write(const session::PartDifference& part) {
        line(partTitle(part.part), m_title);
        const std::vector<text::DiffPiece>& pieces = part.lines.pieces;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const QStringList lines = linesOf(pieces[i].text);
            if (pieces[i].change == text::Change::Equal)
                writeEqual(lines, i == 0 ? 0 : kContext, i + 1 == pieces.size() ? 0 : kContext);
            else
                writeAll(lines, pieces[i].change);
        }
        line({}, {});
    }

private:
    void writeEqual(const QStringList& lines, qsizetype head, qsizetype tail) {
        if (lines.size() <= head + tail)
            return writeAll(lines, text::Change::Equal);
        writeAll(lines.first(head), text::Change::Equal);
        line(QStringLiteral("  …"), {});
        writeAll(lines.last(tail), text::Change::Equal);
    }

    void writeAll(const QStringList& lines, text::Change change) {
        const auto kind = static_cast<std::size_t>(change);
        for (const QString& text : lines)
            line(QStringLiteral(" +−").at(static_cast<qsizetype>(kind)) + QStringLiteral(" ") + text, m_formats[kind]);
    }

    void line(const QString& text, const QTextCharFormat& format) {
        m_cursor.insertText(text + QLatin1Char('\n'), format);
    }

    QTextCursor m_cursor;
    std::array<QTextCharFormat, 3> m_formats;  // as text::Change counts
    QTextCharFormat m_title;
};

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
    auto* legend = new QLabel(tr("Lines with − are theirs, lines with + are yours."));
    auto* text = new QPlainTextEdit;
    text->setObjectName(QStringLiteral("differenceText"));
    text->setAccessibleName(tr("Difference of the two texts"));
    text->setReadOnly(true);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextStyle(*text, m_theme, TextStyle::Mono);
    DifferenceWriter writer(m_theme, *text->document());
    for (const session::PartDifference& part : parts)
        writer.write(part);
    if (parts.empty())
        text->setPlainText(tr("Both texts are the same."));
    text->moveCursor(QTextCursor::Start);
    auto* buttons = new QDialogButtonBox;
    QPushButton* mine = buttons->addButton(tr("Keep mine"), QDialogButtonBox::AcceptRole);
    QPushButton* theirs = buttons->addButton(tr("Take theirs"), QDialogButtonBox::DestructiveRole);
    QPushButton* close = buttons->addButton(QDialogButtonBox::Close);
    connect(mine, &QPushButton::clicked, this, [this] { decide(KeepMine); });
    connect(theirs, &QPushButton::clicked, this, [this] { decide(TakeTheirs); });
    connect(close, &QPushButton::clicked, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addWidget(legend);
    layout->addWidget(text);
    layout->addWidget(buttons);
    dialog->resize(m_theme.px(820), m_theme.px(560));
    dialog->open();
}

}  // namespace touchstone::ui
