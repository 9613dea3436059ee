// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/code_editor.h"

#include "code_find_bar.h"
#include "editor_completion.h"
#include "editor_keys.h"
#include "editor_look.h"
#include "editor_marks.h"
#include "editor_text.h"
#include "qscintilla.h"
#include "token_lexer.h"
#include "uibase/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QToolTip>
#include <QVBoxLayout>

namespace touchstone::ui {

namespace {

using S = QsciScintillaBase;

}  // namespace

CodeEditor::CodeEditor(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_text(new QsciScintilla(this)) {
    buildUi(name);
    applyTheme();
    wire();
}

CodeEditor::~CodeEditor() = default;

void CodeEditor::buildUi(const QString& name) {
    buildText(name);
    m_completion = new EditorCompletion(m_theme, *m_text);
    m_findBar = new CodeFindBar(m_theme, *m_text);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_findBar);
    setFocusProxy(m_text);
    setAccessibleName(name);
}

void CodeEditor::buildText(const QString& name) {
    m_text->setAccessibleName(name);
    m_text->setAccessibleDescription(tr("Tab writes here; press Esc, then Tab to leave the editor"));
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
    m_text->setMarginType(kNumberMargin, QsciScintilla::NumberMargin);
    m_text->setMarginType(kProblemMargin, QsciScintilla::TextMargin);
    keepEditingKeysOnly(*m_text);
    m_text->installEventFilter(this);
    m_text->viewport()->installEventFilter(this);
}

void CodeEditor::wire() {
    connect(&m_theme, &Theme::themeChanged, this, &CodeEditor::applyTheme);
    connect(m_text, &QsciScintilla::SCN_MODIFIED, this,
            [this](int position, int kind, const char*, int length) { takeModification(position, kind, length); });
    connect(m_text, &QsciScintilla::linesChanged, this,
            [this] { applyMargins(*m_text, m_theme, m_lineNumbers, m_showsChanges); });
    connect(m_text, &QsciScintilla::cursorPositionChanged, this, [this](int, int) {
        Q_EMIT cursorMoved();
        if (!std::exchange(m_typed, false))
            Q_EMIT typingEnded();
    });
    connect(m_findBar, &CodeFindBar::closed, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_findBar, &CodeFindBar::lineRequested, this, [this](int line, int column) {
        goTo({static_cast<std::size_t>(line), static_cast<std::size_t>(std::max(column, 1))});
    });
    connect(m_findBar, &CodeFindBar::replaceAllRequested, this, [this](const Search& search, const QString& with) {
        m_editName = tr("Replace all “%1”").arg(search.text);
        replaceAll(*m_text, search, with);
        m_editName.clear();
    });
}

void CodeEditor::takeModification(int position, int kind, int length) {
    if ((kind & (S::SC_MOD_INSERTTEXT | S::SC_MOD_DELETETEXT)) == 0)
        return;
    m_typed = true;
    m_editEnd = position + ((kind & S::SC_MOD_INSERTTEXT) != 0 ? length : 0);
    if (!m_loading)
        Q_EMIT textEdited(m_editName);
}

void CodeEditor::load(const QString& text) {
    m_loading = true;
    loadBytes(*m_text, text.toUtf8());
    m_loading = false;
    applyMargins(*m_text, m_theme, m_lineNumbers, m_showsChanges);
}

void CodeEditor::setText(const QString& text) {
    m_completion->close();
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
    applyMargins(*m_text, m_theme, m_lineNumbers, m_showsChanges);
}

void CodeEditor::setZoom(int steps) {
    m_text->zoomTo(std::clamp(steps, -10, 20));
    applyMargins(*m_text, m_theme, m_lineNumbers, m_showsChanges);
}

void CodeEditor::setProblems(std::vector<Problem> problems) {
    m_problems = std::move(problems);
    markProblems(*m_text, m_problems);
}

void CodeEditor::setLineChanges(std::vector<LineChange> changes) {
    if (!std::exchange(m_showsChanges, true))
        applyMargins(*m_text, m_theme, m_lineNumbers, true);
    m_changes = std::move(changes);
    markChanges(*m_text, m_changes);
}

void CodeEditor::setCompleter(Completer completer) {
    m_completion->setCompleter(std::move(completer));
}

void CodeEditor::complete() {
    m_completion->offer(true);
}

void CodeEditor::setUndoElsewhere() {
    m_text->SendScintilla(S::SCI_SETUNDOCOLLECTION, 0UL);
    m_text->SendScintilla(S::SCI_EMPTYUNDOBUFFER);
    dropUndoKeys(*m_text);
}

void CodeEditor::goTo(TextPosition position) {
    showCaretAt(*m_text, bytePosition(*m_text, position));
}

void CodeEditor::goToOffset(qsizetype offset) {
    showCaretAt(*m_text, byteOfUnit(*m_text, offset));
}

void CodeEditor::setFirstVisibleLine(int line) {
    const long shown =
        m_text->SendScintilla(S::SCI_VISIBLEFROMDOCLINE, static_cast<unsigned long>(std::max(line - 1, 0)));
    m_text->SendScintilla(S::SCI_SETFIRSTVISIBLELINE, static_cast<unsigned long>(shown));
}

bool CodeEditor::find(const QString& text, bool forward) {
    return selectNext(*m_text, {text}, forward);
}

void CodeEditor::openFind() {
    m_findBar->open(CodeFindBar::Mode::Find, m_text->selectedText().section(QLatin1Char('\n'), 0, 0));
}

void CodeEditor::openReplace() {
    m_findBar->open(CodeFindBar::Mode::Replace, m_text->selectedText().section(QLatin1Char('\n'), 0, 0));
}

void CodeEditor::openGoToLine() {
    m_findBar->open(CodeFindBar::Mode::Line, {});
}

void CodeEditor::findAgain(bool forward) {
    if (!m_findBar->findNext(forward) && !m_findBar->isVisible())
        openFind();
}

const Problem* CodeEditor::problemNearCursor() const {
    const TextPosition here = cursor();
    const auto repairable = [](const Problem& problem) { return !problem.fixes.empty(); };
    if (const Problem* at = problemAt(here); at && repairable(*at))
        return at;
    const auto found = std::find_if(m_problems.begin(), m_problems.end(), [&](const Problem& problem) {
        return problem.line == static_cast<int>(here.line) && repairable(problem);
    });
    return found == m_problems.end() ? nullptr : &*found;
}

bool CodeEditor::applyFix() {
    const Problem* problem = problemNearCursor();
    if (!problem)
        return false;
    const std::vector<ProblemFix> fixes = problem->fixes;  // applying one changes the problems
    if (fixes.size() == 1) {
        fixes.front().apply();
        return true;
    }
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("fixes"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ProblemFix& fix : fixes)
        menu->addAction(m_theme.icon(Icon::Bulb, Role::AccentText), fix.title, this, fix.apply);
    menu->setActiveAction(menu->actions().front());
    const long here = m_text->SendScintilla(S::SCI_GETCURRENTPOS);
    const QPoint corner(static_cast<int>(m_text->SendScintilla(S::SCI_POINTXFROMPOSITION, 0UL, here)),
                        static_cast<int>(m_text->SendScintilla(S::SCI_POINTYFROMPOSITION, 0UL, here) +
                                         m_text->SendScintilla(S::SCI_TEXTHEIGHT, 0UL)));
    menu->popup(m_text->viewport()->mapToGlobal(corner));
    return true;
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

qsizetype CodeEditor::cursorOffset() const {
    return unitsBefore(*m_text, m_text->SendScintilla(S::SCI_GETCURRENTPOS));
}

qsizetype CodeEditor::editOffset() const {
    return unitsBefore(*m_text, m_editEnd);
}

int CodeEditor::firstVisibleLine() const {
    const auto shown = static_cast<unsigned long>(m_text->SendScintilla(S::SCI_GETFIRSTVISIBLELINE));
    return static_cast<int>(m_text->SendScintilla(S::SCI_DOCLINEFROMVISIBLE, shown)) + 1;
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
    applyLook(*m_text, m_theme);
    applyMargins(*m_text, m_theme, m_lineNumbers, m_showsChanges);
}

bool CodeEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        return showProblemTip(help->pos(), help->globalPos());
    }
    if (watched != m_text || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (event->type() == QEvent::KeyPress)
        return handleKey(key->key(), key->modifiers());
    if (takesKey(key->key(), key->modifiers())) {
        event->accept();
        return true;
    }
    m_tabLeads = m_tabLeads || key->key() == Qt::Key_Escape;  // the application may take it
    return false;
}

// Keys that are ours before they are anybody's shortcut.
bool CodeEditor::takesKey(int key, Qt::KeyboardModifiers modifiers) const {
    if (m_completion->isOpen())
        return modifiers == Qt::NoModifier && (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Tab);
    if (m_findBar->isVisible() && key == Qt::Key_Escape)
        return true;
    if (key == Qt::Key_F3)
        return true;
    return modifiers == Qt::ControlModifier && (key == Qt::Key_F || key == Qt::Key_H || key == Qt::Key_G);
}

bool CodeEditor::handleKey(int key, Qt::KeyboardModifiers modifiers) {
    if (m_completion->takeKey(key, modifiers))
        return true;
    if (key == Qt::Key_Tab || key == Qt::Key_Backtab)
        return handleTab(key, modifiers);
    if (key == Qt::Key_Escape && m_findBar->isVisible()) {
        m_findBar->close();
        return true;
    }
    if (key != Qt::Key_Shift)  // of Shift+Tab
        m_tabLeads = key == Qt::Key_Escape;
    if (key == Qt::Key_F3)
        findAgain(!modifiers.testFlag(Qt::ShiftModifier));
    else if (modifiers == Qt::ControlModifier && key == Qt::Key_F)
        openFind();
    else if (modifiers == Qt::ControlModifier && key == Qt::Key_H)
        openReplace();
    else if (modifiers == Qt::ControlModifier && key == Qt::Key_G)
        openGoToLine();
    else
        return key == Qt::Key_Escape;
    return true;
}

// Where Tab cannot write, it leads on; so it does after Esc.
bool CodeEditor::handleTab(int key, Qt::KeyboardModifiers modifiers) {
    if (modifiers.testFlag(Qt::ControlModifier))
        return false;
    if (m_text->isReadOnly() || std::exchange(m_tabLeads, false))
        return focusNextPrevChild(key == Qt::Key_Tab);
    return false;
}

bool CodeEditor::showProblemTip(const QPoint& place, const QPoint& screen) {
    const long position = m_text->SendScintilla(S::SCI_POSITIONFROMPOINT, static_cast<unsigned long>(place.x()),
                                                static_cast<long>(place.y()));
    const Problem* problem = problemAt(textPosition(*m_text, position));
    if (!problem)
        return false;
    QString tip = problem->text.toHtmlEscaped();
    if (!problem->fixes.empty())
        tip += QStringLiteral("<br>") + tr("Alt+Enter: %1").arg(problem->fixes.front().title).toHtmlEscaped();
    QToolTip::showText(screen, tip, m_text);
    return true;
}

}  // namespace touchstone::ui
