// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/code_editor.h"

#include "editor_keys.h"
#include "editor_text.h"
#include "qscintilla.h"
#include "token_lexer.h"
#include "uibase/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <QVBoxLayout>

namespace touchstone::ui {

namespace {

using S = QsciScintillaBase;

enum Margin { kNumbers, kMarks };
constexpr std::array kSeverities = {Severity::Info, Severity::Warning, Severity::Error};
constexpr int kFirstIndicator = S::INDIC_CONTAINER;
constexpr int kFirstMarkStyle = kSyntaxStyleCount;

int indexOf(Severity severity) {
    return static_cast<int>(severity);
}

Role roleOf(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return Role::Info;
        case Severity::Warning:
            return Role::WarningMark;
        case Severity::Error:
            break;
    }
    return Role::Worse;
}

// A sign of text in the margin, because QScintilla misplaces pictures on dense screens.
const char* signOf(Severity severity) {
    switch (severity) {
        case Severity::Info:
            return " ●";
        case Severity::Warning:
            return " ▲";
        case Severity::Error:
            break;
    }
    return " ✕";
}

Role roleOf(SyntaxStyle style) {
    switch (style) {
        case SyntaxStyle::Text:
        case SyntaxStyle::Strong:
            return Role::SyntaxText;
        case SyntaxStyle::Keyword:
            return Role::SyntaxKeyword;
        case SyntaxStyle::String:
            return Role::SyntaxString;
        case SyntaxStyle::Number:
            return Role::SyntaxNumber;
        case SyntaxStyle::Comment:
            return Role::SyntaxComment;
        case SyntaxStyle::Variable:
            return Role::SyntaxVariable;
        case SyntaxStyle::Filter:
            return Role::SyntaxFilter;
        case SyntaxStyle::Delim:
            return Role::SyntaxDelim;
        case SyntaxStyle::Key:
            return Role::SyntaxKey;
    }
    return Role::SyntaxText;
}

}  // namespace

CodeEditor::CodeEditor(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(new QsciScintilla(this)) {
    buildUi(name);
    applyTheme();
    connect(&theme, &Theme::themeChanged, this, &CodeEditor::applyTheme);
    connect(m_text, &QsciScintilla::textChanged, this, [this] {
        if (!m_loading)
            Q_EMIT textEdited();
    });
    connect(m_text, &QsciScintilla::linesChanged, this, &CodeEditor::applyMargins);
    connect(m_text, &QsciScintilla::cursorPositionChanged, this, [this](int, int) { Q_EMIT cursorMoved(); });
    connect(m_text, &QsciScintilla::SCN_CHARADDED, this, [this](int) { offerCompletions(false); });
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::buildUi(const QString& name) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    setFocusProxy(m_text);
    setAccessibleName(name);
    m_text->setAccessibleName(name);
    m_text->setObjectName(QStringLiteral("codeEditorText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setUtf8(true);
    m_text->setEolMode(QsciScintilla::EolUnix);
    m_text->setTabWidth(4);
    m_text->setIndentationsUseTabs(false);
    m_text->setAutoIndent(true);
    m_text->setCaretLineVisible(true);
    m_text->SendScintilla(S::SCI_SETCARETLINEVISIBLEALWAYS, 1UL);
    m_text->setScrollWidth(1);
    m_text->setScrollWidthTracking(true);
    m_text->setMarginType(kNumbers, QsciScintilla::NumberMargin);
    m_text->setMarginType(kMarks, QsciScintilla::TextMargin);
    m_text->SendScintilla(S::SCI_AUTOCSETSEPARATOR, '\n');
    m_text->SendScintilla(S::SCI_AUTOCSETMAXHEIGHT, 8);
    m_text->SendScintilla(S::SCI_AUTOCSETIGNORECASE, 1);
    keepEditingKeysOnly(*m_text);
    m_text->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
}

void CodeEditor::load(const QString& text) {
    m_loading = true;
    loadBytes(*m_text, text.toUtf8());
    m_loading = false;
    applyMargins();
}

void CodeEditor::setText(const QString& text) {
    m_loading = true;
    replaceDifference(*m_text, text.toUtf8());
    m_loading = false;
}

void CodeEditor::insert(const QString& text) {
    m_text->beginUndoAction();
    m_text->SendScintilla(S::SCI_REPLACESEL, text.toUtf8().constData());
    m_text->endUndoAction();
}

void CodeEditor::setLanguage(Language language) {
    m_language = language;
    delete m_text->lexer();
    if (language == Language::Plain)
        m_text->setLexer(nullptr);
    else
        m_text->setLexer(
            new TokenLexer(language == Language::Json ? highlightJsonLine : highlightTemplateLine, m_text));
    applyTheme();
}

void CodeEditor::setReadOnly(bool readOnly) {
    m_text->setReadOnly(readOnly);
    m_text->setCaretLineVisible(!readOnly);
}

void CodeEditor::setWordWrap(bool wrap) {
    m_text->setWrapMode(wrap ? QsciScintilla::WrapWord : QsciScintilla::WrapNone);
    m_text->setWrapIndentMode(QsciScintilla::WrapIndentSame);
}

void CodeEditor::setLineNumbersVisible(bool visible) {
    m_lineNumbers = visible;
    applyMargins();
}

void CodeEditor::setZoom(int steps) {
    m_text->zoomTo(std::clamp(steps, -10, 20));
    applyMargins();
}

void CodeEditor::setProblems(std::vector<Problem> problems) {
    m_problems = std::move(problems);
    showProblems();
}

void CodeEditor::setCompletions(QStringList words) {
    words.sort(Qt::CaseInsensitive);
    m_completions = std::move(words);
}

void CodeEditor::complete() {
    offerCompletions(true);
}

void CodeEditor::goTo(TextPosition position) {
    showCaretAt(*m_text, bytePosition(*m_text, position));
}

bool CodeEditor::find(const QString& text, bool forward) {
    return !text.isEmpty() && findText(*m_text, text.toUtf8(), forward);
}

void CodeEditor::undo() {
    m_text->undo();
}

void CodeEditor::redo() {
    m_text->redo();
}

QString CodeEditor::text() const {
    return QString::fromUtf8(textBytes(*m_text));
}

TextPosition CodeEditor::cursor() const {
    return textPosition(*m_text, m_text->SendScintilla(S::SCI_GETCURRENTPOS));
}

bool CodeEditor::isReadOnly() const {
    return m_text->isReadOnly();
}

bool CodeEditor::canUndo() const {
    return m_text->isUndoAvailable();
}

bool CodeEditor::canRedo() const {
    return m_text->isRedoAvailable();
}

int CodeEditor::zoom() const {
    return static_cast<int>(m_text->SendScintilla(S::SCI_GETZOOM));
}

const Problem* CodeEditor::problemAt(TextPosition position) const {
    const auto covers = [position](const Problem& problem) {
        const auto column = static_cast<int>(position.column);
        return problem.line == static_cast<int>(position.line) && column >= problem.column &&
               column < problem.column + std::max(problem.length, 1);
    };
    const auto found = std::find_if(m_problems.begin(), m_problems.end(), covers);
    return found == m_problems.end() ? nullptr : &*found;
}

void CodeEditor::applyTheme() {
    applyStyles();
    applyMarks();
    applyMargins();
}

void CodeEditor::applyStyles() {
    const auto set = [this](unsigned message, int style, Role role) {
        m_text->SendScintilla(message, static_cast<unsigned long>(style), m_theme.color(role));
    };
    setEditorFont(*m_text, m_theme.font(TextStyle::Editor), m_theme.px(22));
    set(S::SCI_STYLESETFORE, S::STYLE_DEFAULT, Role::SyntaxText);
    set(S::SCI_STYLESETBACK, S::STYLE_DEFAULT, Role::Surface);
    m_text->SendScintilla(S::SCI_STYLECLEARALL);
    for (int i = 0; i < kSyntaxStyleCount; ++i)
        set(S::SCI_STYLESETFORE, i, roleOf(static_cast<SyntaxStyle>(i)));
    m_text->SendScintilla(S::SCI_STYLESETBOLD, static_cast<unsigned long>(SyntaxStyle::Strong), 1L);
    m_text->setCaretLineBackgroundColor(m_theme.color(Role::SyntaxCurrent));
    m_text->setCaretForegroundColor(m_theme.color(Role::Text));
    m_text->setCaretWidth(2);
    m_text->setSelectionBackgroundColor(m_theme.color(Role::Selection));
    m_text->resetSelectionForegroundColor();
    m_text->setPaper(m_theme.color(Role::Surface));
    m_text->setMarginsBackgroundColor(m_theme.color(Role::Surface));
    m_text->setMarginsForegroundColor(m_theme.color(Role::SyntaxGutter));
}

void CodeEditor::applyMarks() {
    for (const Severity severity : kSeverities) {
        const int index = indexOf(severity);
        m_text->indicatorDefine(QsciScintilla::SquiggleIndicator, kFirstIndicator + index);
        m_text->setIndicatorForegroundColor(m_theme.color(roleOf(severity)), kFirstIndicator + index);
        m_text->setIndicatorDrawUnder(false, kFirstIndicator + index);
        m_text->SendScintilla(S::SCI_STYLESETFORE, static_cast<unsigned long>(kFirstMarkStyle + index),
                              m_theme.color(roleOf(severity)));
    }
}

void CodeEditor::applyMargins() {
    const QString widest(QString::number(std::max(m_text->lines(), 999)).size() + 1, QLatin1Char('8'));
    m_text->setMarginWidth(kNumbers, m_lineNumbers ? widest : QString());
    if (!m_lineNumbers)
        m_text->setMarginWidth(kNumbers, 0);
    m_text->setMarginWidth(kMarks, m_theme.px(m_lineNumbers ? 18 : 6));
    m_text->SendScintilla(S::SCI_SETMARGINLEFT, 0UL, long{m_theme.px(6)});
}

void CodeEditor::showProblems() {
    const long length = m_text->SendScintilla(S::SCI_GETLENGTH);
    m_text->SendScintilla(S::SCI_MARGINTEXTCLEARALL);
    // The worst comes last, so its mark is the one a line keeps.
    for (const Severity severity : kSeverities) {
        m_text->SendScintilla(S::SCI_SETINDICATORCURRENT, kFirstIndicator + indexOf(severity));
        m_text->SendScintilla(S::SCI_INDICATORCLEARRANGE, 0UL, length);
        for (const Problem& problem : m_problems)
            if (problem.severity == severity)
                markProblem(problem);
    }
}

void CodeEditor::markProblem(const Problem& problem) {
    const TextPosition from{static_cast<std::size_t>(std::max(problem.line, 1)),
                            static_cast<std::size_t>(std::max(problem.column, 1))};
    const TextPosition to{from.line, from.column + static_cast<std::size_t>(std::max(problem.length, 1))};
    const long start = bytePosition(*m_text, from);
    const long end = std::max(bytePosition(*m_text, to), start + 1);
    m_text->SendScintilla(S::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(start), end - start);
    const auto line = static_cast<unsigned long>(m_text->SendScintilla(S::SCI_LINEFROMPOSITION, start));
    m_text->SendScintilla(S::SCI_MARGINSETTEXT, line, signOf(problem.severity));
    m_text->SendScintilla(S::SCI_MARGINSETSTYLE, line, long{kFirstMarkStyle + indexOf(problem.severity)});
}

bool CodeEditor::isInCode(long position) const {
    if (m_language != Language::Template)
        return true;
    const long line = m_text->SendScintilla(S::SCI_LINEFROMPOSITION, position);
    const long start = m_text->SendScintilla(S::SCI_POSITIONFROMLINE, line);
    m_text->SendScintilla(S::SCI_COLOURISE, static_cast<unsigned long>(start), position);
    const auto style = static_cast<SyntaxStyle>(m_text->SendScintilla(S::SCI_GETSTYLEAT, position - 1));
    return style == SyntaxStyle::Variable || style == SyntaxStyle::Filter || style == SyntaxStyle::Keyword;
}

void CodeEditor::offerCompletions(bool asked) {
    if (m_completions.isEmpty() || m_text->isReadOnly())
        return;
    const QString prefix = wordBeforeCursor(*m_text);
    if (!asked && (prefix.isEmpty() || !isInCode(m_text->SendScintilla(S::SCI_GETCURRENTPOS))))
        return;
    QStringList fitting;
    for (const QString& word : m_completions)
        if (word.startsWith(prefix, Qt::CaseInsensitive) && word != prefix)
            fitting.append(word);
    if (fitting.isEmpty()) {
        m_text->SendScintilla(S::SCI_AUTOCCANCEL);
        return;
    }
    m_text->SendScintilla(S::SCI_AUTOCSHOW, static_cast<unsigned long>(prefix.toUtf8().size()),
                          fitting.join(QLatin1Char('\n')).toUtf8().constData());
}

bool CodeEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showProblemTip(help->pos(), help->globalPos());
    }
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        return handleKey(key->key(), key->modifiers());
    }
    return QWidget::eventFilter(watched, event);
}

bool CodeEditor::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Escape && m_text->isListActive()) {
        m_text->cancelList();
        return true;
    }
    if (key == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        complete();
        return true;
    }
    // Where Tab cannot write, it leads on; Ctrl+Tab always does.
    const bool leads = m_text->isReadOnly() || modifiers.testFlag(Qt::ControlModifier);
    if (leads && (key == Qt::Key_Tab || key == Qt::Key_Backtab))
        return focusNextPrevChild(key == Qt::Key_Tab);
    return false;
}

bool CodeEditor::showProblemTip(const QPoint& place, const QPoint& screen) {
    const long position = m_text->SendScintilla(S::SCI_POSITIONFROMPOINT, static_cast<unsigned long>(place.x()),
                                                static_cast<long>(place.y()));
    const Problem* problem = problemAt(textPosition(*m_text, position));
    if (!problem)
        return false;
    QToolTip::showText(screen, problem->text.toHtmlEscaped(), m_text);
    return true;
}

}  // namespace touchstone::ui
