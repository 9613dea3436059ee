// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer_column.h"

#include "uibase/elided_label.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QPlainTextEdit>
#include <QToolButton>

namespace touchstone::ui {
namespace {

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
    auto* copy =
        makeToolButton(theme, Icon::Copy, QCoreApplication::translate("CaseDetail", "Copy %1").arg(name), m_head);
    copy->setObjectName(QStringLiteral("copy.%1").arg(m_text->objectName()));
    QObject::connect(copy, &QToolButton::clicked, m_text,
                     [text = m_text] { QApplication::clipboard()->setText(text->toPlainText()); });
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
    QTextCharFormat marked;
    marked.setBackground(m_theme.color(side == text::Change::Deleted ? Role::DiffDel : Role::DiffAdd));
    m_text->clear();
    QTextCursor cursor(m_text->document());
    for (const text::DiffPiece& piece : pieces)
        if (piece.change == text::Change::Equal || piece.change == side)
            cursor.insertText(toQString(piece.text), piece.change == side ? marked : QTextCharFormat());
    m_text->moveCursor(QTextCursor::Start);
}

void AnswerColumn::setPlainText(const QString& text) {
    m_text->setPlainText(text);
}

void AnswerColumn::setVisible(bool visible) {
    for (QWidget* part : {static_cast<QWidget*>(m_head), static_cast<QWidget*>(m_facts), static_cast<QWidget*>(m_text)})
        part->setVisible(visible);
}

}  // namespace touchstone::ui
