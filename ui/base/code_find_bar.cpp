// SPDX-License-Identifier: GPL-3.0-or-later

#include "code_find_bar.h"

#include "qscintilla.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace touchstone::ui {

CodeFindBar::CodeFindBar(const Theme& theme, QsciScintilla& text, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_text(text),
      m_words(new QLineEdit),
      m_with(new QLineEdit),
      m_matchCase(new QCheckBox(tr("Match case"))),
      m_wholeWords(new QCheckBox(tr("Whole words"))),
      m_count(new QLabel) {
    buildUi();
    hide();
    connect(m_words, &QLineEdit::textChanged, this, &CodeFindBar::count);
    connect(m_matchCase, &QCheckBox::toggled, this, &CodeFindBar::count);
    connect(m_wholeWords, &QCheckBox::toggled, this, &CodeFindBar::count);
    connect(m_next, &QToolButton::clicked, this, [this] { step(true); });
    connect(m_previous, &QToolButton::clicked, this, [this] { step(false); });
    connect(m_replace, &QPushButton::clicked, this, &CodeFindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, [this] {
        Q_EMIT replaceAllRequested(search(), m_with->text());
        count();
    });
}

QPushButton* CodeFindBar::makeButton(const char* name, const QString& text) {
    auto* button = new QPushButton(text);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    return button;
}

void CodeFindBar::buildUi() {
    setObjectName(QStringLiteral("findBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_words->setObjectName(QStringLiteral("findWords"));
    m_with->setObjectName(QStringLiteral("findWith"));
    m_with->setPlaceholderText(tr("Replace with"));
    m_with->setAccessibleName(tr("Replace with"));
    m_count->setObjectName(QStringLiteral("findCount"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_next = makeToolButton(m_theme, Icon::ArrowDown, tr("Next place"), this, QKeySequence(Qt::Key_F3));
    m_previous =
        makeToolButton(m_theme, Icon::ArrowUp, tr("Previous place"), this, QKeySequence(Qt::SHIFT | Qt::Key_F3));
    m_replace = makeButton("findReplace", tr("Replace"));
    m_replaceAll = makeButton("findReplaceAll", tr("Replace all"));
    auto* closing = makeToolButton(m_theme, Icon::Close, tr("Close"), this, QKeySequence(Qt::Key_Escape));
    connect(closing, &QToolButton::clicked, this, &CodeFindBar::close);
    const auto row = [](QWidget* field, std::initializer_list<QWidget*> others) {
        auto* line = new QHBoxLayout;
        line->addWidget(field, 1);
        for (QWidget* each : others)
            line->addWidget(each);
        return line;
    };
    auto* lines = new QVBoxLayout(this);
    lines->setContentsMargins(m_theme.px(12), m_theme.px(4), m_theme.px(6), m_theme.px(4));
    lines->setSpacing(m_theme.px(4));
    lines->addLayout(row(m_words, {m_count, m_previous, m_next, m_matchCase, m_wholeWords, closing}));
    lines->addLayout(row(m_with, {m_replace, m_replaceAll}));
}

void CodeFindBar::open(Mode mode, const QString& words) {
    m_mode = mode;
    const bool line = mode == Mode::Line;
    const bool replaces = mode == Mode::Replace && !m_text.isReadOnly();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_matchCase, m_wholeWords, m_next, m_previous})
        widget->setVisible(!line);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_with, m_replace, m_replaceAll})
        widget->setVisible(replaces);
    const QString name = line ? tr("Line, or line:column") : tr("Find");
    m_words->setPlaceholderText(name);
    m_words->setAccessibleName(name);
    if (line)
        m_words->clear();
    else if (!words.isEmpty())
        m_words->setText(words);
    show();
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
    count();
}

void CodeFindBar::close() {
    clearFound(m_text);
    hide();
    Q_EMIT closed();
}

Search CodeFindBar::search() const {
    return {m_words->text(), m_matchCase->isChecked(), m_wholeWords->isChecked()};
}

bool CodeFindBar::findNext(bool forward) {
    const bool found = m_mode != Mode::Line && selectNext(m_text, search(), forward);
    if (isVisible())
        count();
    return found;
}

void CodeFindBar::step(bool forward) {
    if (m_mode == Mode::Line)
        goToLine();
    else
        findNext(forward);
}

void CodeFindBar::replaceOne() {
    replaceSelected(m_text, search(), m_with->text());
    findNext(true);
}

void CodeFindBar::goToLine() {
    const QStringList numbers = m_words->text().split(QLatin1Char(':'));
    if (const int line = numbers[0].toInt(); line > 0) {
        close();
        Q_EMIT lineRequested(line, numbers.value(1).toInt());
    }
}

void CodeFindBar::count() {
    if (m_mode == Mode::Line || m_words->text().isEmpty()) {
        clearFound(m_text);
        m_count->setText(m_mode == Mode::Line ? tr("Lines: %1").arg(m_text.lines()) : QString());
        return;
    }
    const Found found = markFound(m_text, search());
    if (found.count == 0)
        m_count->setText(tr("nothing found"));
    else if (found.current > 0)
        m_count->setText(tr("%1 of %2").arg(found.current).arg(found.count));
    else
        m_count->setText(tr("%1 found").arg(found.count));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_next, m_previous, m_replace, m_replaceAll})
        widget->setEnabled(found.count > 0);
}

void CodeFindBar::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool backwards = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter && m_with->hasFocus())
        replaceOne();
    else if (enter || event->key() == Qt::Key_F3)
        step(!backwards);
    else
        QWidget::keyPressEvent(event);
}

}  // namespace touchstone::ui
