// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer_column.h"

#include "uibase/elided_label.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/shown_length.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QToolButton>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CaseDetail)
};

ElidedLabel* makeFacts(const Theme& theme) {
    auto* facts = new ElidedLabel;
    setTextStyle(*facts, theme, TextStyle::Caption);
    facts->setForegroundRole(QPalette::PlaceholderText);
    facts->setAutoFillBackground(true);
    facts->setBackgroundRole(QPalette::Base);
    facts->setContentsMargins(12, 6, 12, 0);
    facts->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    facts->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    return facts;
}

QPlainTextEdit* makeText(const Theme& theme) {
    auto* text = new QPlainTextEdit;
    setTextStyle(*text, theme, TextStyle::Mono);
    text->setReadOnly(true);
    text->setUndoRedoEnabled(false);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(12);
    text->setMinimumSize(theme.px(120), theme.px(48));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return text;
}

}  // namespace

AnswerColumn::AnswerColumn(const Theme& theme, const QString& name, const char* objectName, QGridLayout& grid,
                           int column)
    : m_theme(theme),
      m_head(new PanelHead(theme, {})),
      m_verdict(new Pill(theme, {})),
      m_facts(makeFacts(theme)),
      m_text(makeText(theme)) {
    m_text->setObjectName(QString::fromLatin1(objectName));
    m_text->setAccessibleName(name);
    auto* copy = makeToolButton(theme, Icon::Copy, Words::tr("Copy %1").arg(name), m_head);
    copy->setObjectName(QStringLiteral("copy.%1").arg(m_text->objectName()));
    QObject::connect(copy, &QToolButton::clicked, m_text,
                     [whole = m_whole] { QApplication::clipboard()->setText(*whole); });
    m_verdict->hide();
    m_head->addWidget(m_verdict);
    m_head->addWidget(copy);
    grid.addWidget(m_head, 0, column);
    grid.addWidget(m_facts, 1, column);
    grid.addWidget(m_text, 2, column);
}

void AnswerColumn::setTitle(const QString& title) {
    m_head->setTitle(title);
}

void AnswerColumn::showVerdict(bool passed, const QString& text) {
    m_verdict->setTone(passed ? PillTone::Better : PillTone::Worse);
    m_verdict->setText(text);
    m_verdict->show();
}

void AnswerColumn::hideVerdict() {
    m_verdict->hide();
}

void AnswerColumn::setFacts(const QStringList& lines, const QString& details) {
    m_facts->setText(lines.join(QLatin1Char('\n')));
    m_facts->setToolTip(details);
}

void AnswerColumn::setText(const std::vector<text::DiffPiece>& pieces, text::Change side) {
    m_whole->clear();
    for (const text::DiffPiece& piece : pieces)
        if (piece.change == text::Change::Equal || piece.change == side)
            *m_whole += toQString(piece.text);
    QTextCharFormat marked;
    marked.setBackground(m_theme.color(side == text::Change::Deleted ? Role::DiffDel : Role::DiffAdd));
    qsizetype room = shownLength(*m_whole);
    m_text->clear();
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();  // laid out once, not after every piece
    for (const text::DiffPiece& piece : pieces)
        if (room > 0 && (piece.change == text::Change::Equal || piece.change == side)) {
            const QString shown = toQString(piece.text).left(room);
            cursor.insertText(shown, piece.change == side ? marked : QTextCharFormat());
            room -= shown.size();
        }
    tellRest(cursor);
    cursor.endEditBlock();
    m_text->moveCursor(QTextCursor::Start);
}

void AnswerColumn::setPlainText(const QString& text) {
    setText({{text::Change::Equal, toUtf8(text)}}, text::Change::Inserted);
}

void AnswerColumn::tellRest(QTextCursor& cursor) const {
    const qsizetype rest = m_whole->size() - shownLength(*m_whole);
    if (rest == 0)
        return;
    const QString note =
        Words::tr("… %n more character(s), left out here; copying takes all of it.", nullptr, static_cast<int>(rest));
    cursor.insertText(QLatin1Char('\n') + note, QTextCharFormat());
}

void AnswerColumn::setVisible(bool visible) {
    for (QWidget* part : {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_text)})
        part->setVisible(visible);
}

}  // namespace touchstone::ui
