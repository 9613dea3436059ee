// SPDX-License-Identifier: GPL-3.0-or-later

#include "uiauthor/author_view.h"

#include "author_columns.h"
#include "conflict_bar.h"
#include "editor_split.h"
#include "lower_pane.h"
#include "navigator.h"
#include "part_editor.h"
#include "part_tabs.h"
#include "parts_model.h"
#include "problems_list.h"
#include "quick_fixes.h"
#include "tab_head.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uihistory/commit_panel.h"
#include "uihistory/history_panel.h"
#include "uistate/preview_controller.h"
#include "uistate/text.h"
#include "uitryout/try_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

const QKeySequence kPartsKeys(Qt::CTRL | Qt::Key_B);

QString withShortcut(const QString& text, const QAction& action) {
    return QStringLiteral("%1 (%2)").arg(text, formatShortcut(action.shortcut()));
}

}  // namespace

AuthorView::AuthorView(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
                       QWidget* parent)
    : Place(parent),
      m_session(session),
      m_draft(draft),
      m_history(history),
      m_theme(theme),
      m_run(new QAction(tr("Run"), this)),
      m_stop(new QAction(tr("Stop the run"), this)),
      m_commit(new QAction(tr("Commit…"), this)),
      m_undo(new QAction(tr("Undo"), this)),
      m_redo(new QAction(tr("Redo"), this)) {
    setObjectName(QStringLiteral("author"));
    buildUi();
    makeActions();
    makePartCommands();
    wire();
    adoptDocument();
}

AuthorView::~AuthorView() = default;

void AuthorView::buildUi() {
    m_navigator = new Navigator(m_session, m_theme, m_draft, m_history);
    m_try = new TryPanel(m_session, m_theme, m_draft);
    QWidget* centre = makeCentre();
    m_columns = new AuthorColumns(m_theme, {m_navigator, centre, m_lower, m_try}, this);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_columns);
}

QWidget* AuthorView::makeCentre() {
    m_banner = new InlineBanner(m_theme);
    m_banner->setObjectName(QStringLiteral("authorBanner"));
    m_commitPanel = new CommitPanel(m_theme, m_draft);
    m_tabs = new PartTabs(m_theme, m_draft);
    m_editors = new QStackedWidget;
    m_problems = new ProblemsList(m_theme);
    m_previews = new PreviewController(m_session, m_draft, this);
    m_lower = new LowerPane(m_theme, *m_previews, m_problems);
    m_split = new EditorSplit(m_theme, m_editors, m_lower);
    auto* editing = new QWidget;
    auto* layout = new QVBoxLayout(editing);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTabs());
    layout->addWidget(new ConflictBar(m_theme, m_draft));
    layout->addWidget(m_banner);
    layout->addWidget(m_commitPanel);
    layout->addWidget(m_split, 1);
    m_centre = new QStackedWidget;
    m_centre->setMinimumHeight(1);  // the commit takes its room from the editor
    m_centre->addWidget(editing);
    return m_centre;
}

QWidget* AuthorView::makeTabs() {
    m_showParts = makeToolButton(m_theme, Icon::Columns, tr("Parts and history"), this, kPartsKeys);
    m_showParts->setObjectName(QStringLiteral("showParts"));
    m_showParts->hide();
    auto* head = new TabHead(m_theme);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(m_showParts);
    line->addWidget(m_tabs, 1);
    return head;
}

void AuthorView::makeActions() {
    m_run->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    m_stop->setShortcut(QKeySequence(Qt::Key_Escape));
    m_commit->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return));
    m_undo->setShortcut(QKeySequence::Undo);
    m_redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_commit->setIcon(m_theme.icon(Icon::Commit));
    m_commit->setToolTip(withShortcut(tr("Commit the draft as a version"), *m_commit));
    m_undo->setIcon(m_theme.icon(Icon::Undo));
    m_redo->setIcon(m_theme.icon(Icon::Redo));
    m_stop->setEnabled(false);
    m_run->setObjectName(QStringLiteral("author.run"));
    m_stop->setObjectName(QStringLiteral("author.stop"));
    m_commit->setObjectName(QStringLiteral("author.commit"));
    m_undo->setObjectName(QStringLiteral("author.undo"));
    m_redo->setObjectName(QStringLiteral("author.redo"));
    addActions({m_run, m_stop, m_commit, m_undo, m_redo});
    updateRunAction();
    updateCommitAction();
    updateUndoActions();
}

QAction* AuthorView::addCommand(const char* name, const QString& text, const QList<QKeySequence>& keys,
                                std::function<void()> run) {
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    m_partCommands.append(action);
    return action;
}

void AuthorView::makePartCommands() {
    addCommand("author.fix", tr("Repair the problem here"), {QKeySequence(Qt::ALT | Qt::Key_Return)},
               [this] { applyFix(); });
    addCommand("author.find", tr("Find in this part"), {QKeySequence::Find},
               [this] { withEditor([](CodeEditor& editor) { editor.openFind(); }); });
    addCommand("author.replace", tr("Replace in this part"), {QKeySequence(Qt::CTRL | Qt::Key_H)},
               [this] { withEditor([](CodeEditor& editor) { editor.openReplace(); }); });
    addCommand("author.line", tr("Go to line"), {QKeySequence(Qt::CTRL | Qt::Key_G)},
               [this] { withEditor([](CodeEditor& editor) { editor.openGoToLine(); }); });
    addCommand("author.nextPart", tr("Next open part"),
               {QKeySequence(Qt::CTRL | Qt::Key_Tab), QKeySequence(Qt::CTRL | Qt::Key_PageDown)},
               [this] { m_tabs->step(1); });
    addCommand("author.previousPart", tr("Previous open part"),
               {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Backtab), QKeySequence(Qt::CTRL | Qt::Key_PageUp)},
               [this] { m_tabs->step(-1); });
    addCommand("author.closePart", tr("Close this part"), {QKeySequence(Qt::CTRL | Qt::Key_W)},
               [this] { m_tabs->closePart(m_tabs->currentIndex()); });
    addCommand("author.parts", tr("Show or hide parts and history"), {kPartsKeys},
               [this] { m_columns->toggleParts(); });
    addCommand("author.nextPane", tr("Next pane"), {QKeySequence(Qt::Key_F6)}, [this] { stepPane(1); });
    addCommand("author.previousPane", tr("Previous pane"), {QKeySequence(Qt::SHIFT | Qt::Key_F6)},
               [this] { stepPane(-1); });
}

void AuthorView::wire() {
    connect(m_run, &QAction::triggered, this, &AuthorView::toggleRun);
    connect(m_stop, &QAction::triggered, &m_try->runs(), &RunController::cancel);
    connect(m_commit, &QAction::triggered, m_commitPanel, &CommitPanel::open);
    connect(m_undo, &QAction::triggered, &m_draft, &DraftModel::undo);
    connect(m_redo, &QAction::triggered, &m_draft, &DraftModel::redo);
    connect(m_navigator, &Navigator::partChosen, this, &AuthorView::showPart);
    connect(m_navigator, &Navigator::partActivated, m_columns, &AuthorColumns::leaveParts);
    connect(m_columns, &AuthorColumns::adapted, this, &AuthorView::adoptRoom);
    connect(m_showParts, &QToolButton::clicked, m_columns, &AuthorColumns::toggleParts);
    connect(m_tabs, &PartTabs::partChosen, this, &AuthorView::setCurrentPart);
    connect(m_tabs, &QTabBar::tabBarClicked, m_split, &EditorSplit::showEditor);
    connect(m_problems, &ProblemsList::activated, this, &AuthorView::goToFinding);
    connect(m_problems, &ProblemsList::fixRequested, this, [this](const Finding& finding) {
        if (const std::vector<QuickFix> fixes = quickFixes(finding); !fixes.empty())
            fixes.front().apply(m_draft);
    });
    wireDraft();
    wireRuns();
    wirePreview();
    wireHistory();
}

void AuthorView::wireDraft() {
    connect(&m_draft, &DraftModel::opened, this, &AuthorView::adoptDocument);
    connect(&m_draft, &DraftModel::checked, this, &AuthorView::showFindings);
    connect(&m_draft, &DraftModel::undoChanged, this, &AuthorView::updateUndoActions);
    connect(&m_draft, &DraftModel::stepShown, this, [this](const QString& part, bool inTemplate, qsizetype caret) {
        setCurrentPart(part);
        editorOf(toUtf8(part)).showStep(inTemplate, caret);
    });
    connect(&m_draft, &DraftModel::failed, this, [this](const QString& message) {
        if (!m_commitPanel->isVisible() && !m_draft.isConflicted())
            m_banner->showMessage(Severity::Error, message);
    });
}

void AuthorView::wireRuns() {
    const RunController& runs = m_try->runs();
    connect(&runs, &RunController::started, this, &AuthorView::updateRunAction);
    connect(&runs, &RunController::finished, this, &AuthorView::updateRunAction);
    connect(&runs, &RunController::refused, this, &AuthorView::updateRunAction);
    connect(&runs, &RunController::forgotten, this, &AuthorView::updateRunAction);
    connect(&runs, &RunController::finished, this, &AuthorView::runFinished);
}

void AuthorView::wirePreview() {
    connect(m_previews, &PreviewController::changed, this, &AuthorView::showProblems);
    connect(m_try, &TryPanel::inputEdited, this, [this] { m_previews->setInput(m_try->input(), m_try->tier()); });
    connect(m_lower, &LowerPane::placeRequested, this, &AuthorView::goToFinding);
    connect(m_lower, &LowerPane::statusChanged, this, &AuthorView::statusChanged);
}

QString AuthorView::status() const {
    return m_lower->status();
}

void AuthorView::adoptRoom(const AuthorRoom& room) {
    m_navigator->setHistoryRoom(room.history);
    m_showParts->setVisible(m_columns->needsButton());
    m_split->setLow(room.low);
}

void AuthorView::withEditor(const std::function<void(CodeEditor&)>& run) {
    m_split->showEditor();
    if (CodeEditor* editor = editorOf(m_part).currentEditor())
        run(*editor);
}

void AuthorView::goToFinding(const Finding& finding) {
    const std::string part(partOfPointer(finding.pointer));
    if (PartsModel::rowOf(part) < 0)
        return;
    m_navigator->setCurrentPart(part);
    m_split->showEditor();
    editorOf(part).goTo(finding);
}

void AuthorView::applyFix() {
    if (!m_problems->applyFix())
        withEditor([](CodeEditor& editor) { editor.applyFix(); });
}

// Each pane gets the focus back where it had it.
void AuthorView::stepPane(int by) {
    const QList<QWidget*> panes{m_navigator, m_editors, m_lower, m_try};
    const QWidget* focused = focusWidget();
    const auto here = std::find_if(panes.rbegin(), panes.rend(),  // Try may be in the lower pane
                                   [focused](const QWidget* pane) { return focused && pane->isAncestorOf(focused); });
    const qsizetype at = here == panes.rend() ? (by > 0 ? -1 : 0) : panes.rend() - here - 1;
    for (qsizetype step = 1; step <= panes.size(); ++step) {
        QWidget* pane = panes[(at + by * step + 2 * panes.size()) % panes.size()];
        QWidget* last = pane->focusWidget() ? pane->focusWidget() : pane->nextInFocusChain();
        while (last && last != pane && !(last->isVisible() && last->focusPolicy() & Qt::TabFocus))
            last = last->nextInFocusChain();
        if (last && pane->isAncestorOf(last)) {
            last->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void AuthorView::updateUndoActions() {
    const QString undo = m_draft.undoText();
    const QString redo = m_draft.redoText();
    m_undo->setEnabled(m_draft.canUndo());
    m_redo->setEnabled(m_draft.canRedo());
    m_undo->setText(undo.isEmpty() ? tr("Undo") : tr("Undo %1").arg(undo));
    m_redo->setText(redo.isEmpty() ? tr("Redo") : tr("Redo %1").arg(redo));
    m_undo->setToolTip(withShortcut(m_undo->text(), *m_undo));
    m_redo->setToolTip(withShortcut(m_redo->text(), *m_redo));
}

PartEditor& AuthorView::editorOf(const std::string& part) {
    PartEditor*& editor = m_byPart[part];
    if (!editor) {
        const PartContext context{m_theme, m_session, m_draft};
        editor = new PartEditor(context, part, partViews(part, context));
        editor->restoreState(m_partStates.take(toQString(part)).toMap());
        m_editors->addWidget(editor);
    }
    return *editor;
}

void AuthorView::setCurrentPart(const QString& part) {
    m_navigator->setCurrentPart(toUtf8(part));
}

void AuthorView::showPart(const QString& part) {
    closeVersion();
    m_split->showEditor();
    m_draft.endTyping();
    m_part = toUtf8(part);
    m_tabs->openPart(part);
    m_editors->setCurrentWidget(&editorOf(m_part));
}

void AuthorView::adoptDocument() {
    const QString document = m_draft.workflow() + QLatin1Char('/') + m_draft.branch();
    const bool same = std::exchange(m_document, document) == document;
    for (const auto& [part, editor] : m_byPart)
        editor->reload(same);
    m_navigator->setCurrentPart(m_part);
    m_banner->hide();
    updateCommitAction();
    updateUndoActions();
}

// What the checks found in the document, then what the preview found with this input.
void AuthorView::showProblems() {
    std::vector<Finding> findings = m_draft.findings();
    if (const PreviewController::Shown preview = m_previews->latest())
        findings.insert(findings.end(), preview->findings.begin(), preview->findings.end());
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    m_problems->setFindings(findings, !m_draft.isReadOnly());
    m_lower->countProblems(findings);
}

void AuthorView::showFindings() {
    showProblems();
    editorOf(m_part).showFindings();
    updateCommitAction();
}

void AuthorView::toggleRun() {
    if (m_try->runs().isRunning())
        return m_try->runs().cancel();
    showTry();
    m_try->run();
}

void AuthorView::updateRunAction() {
    const bool running = m_try->runs().isRunning();
    m_stop->setEnabled(running);
    m_run->setText(running ? tr("Stop") : tr("Run"));
    m_run->setIcon(m_theme.icon(running ? Icon::Stop : Icon::Run, Role::OnAccent));
    m_run->setToolTip(withShortcut(running ? tr("Stop the run") : tr("Run the draft on this input"), *m_run));
}

void AuthorView::updateCommitAction() {
    m_commit->setEnabled(m_draft.isOpen() && !m_draft.isReadOnly());
}

QList<QAction*> AuthorView::commands() const {
    return QList<QAction*>{m_run, m_stop, m_commit, m_undo, m_redo} + m_partCommands +
           m_navigator->history().commands();
}

QVariantMap AuthorView::saveLayout() const {
    QVariantMap states = m_partStates;
    for (const auto& [part, editor] : m_byPart)
        states[toQString(part)] = editor->saveState();
    QVariantMap layout{{QStringLiteral("part"), toQString(m_part)},
                       {QStringLiteral("openParts"), m_tabs->parts()},
                       {QStringLiteral("parts"), states}};
    layout.insert(m_columns->saveLayout());
    layout.insert(m_navigator->saveLayout());
    layout.insert(m_split->saveLayout());
    layout[QStringLiteral("try")] = m_try->saveLayout();
    return layout;
}

void AuthorView::restoreLayout(const QVariantMap& layout) {
    m_columns->restoreLayout(layout);
    m_navigator->restoreLayout(layout);
    m_split->restoreLayout(layout);
    m_try->restoreLayout(layout[QStringLiteral("try")].toMap());
    m_partStates = layout[QStringLiteral("parts")].toMap();
    for (const auto& [part, editor] : m_byPart)
        editor->restoreState(m_partStates.take(toQString(part)).toMap());
    m_tabs->setParts(layout[QStringLiteral("openParts")].toStringList());
    if (const QString part = layout[QStringLiteral("part")].toString(); PartsModel::rowOf(toUtf8(part)) >= 0)
        setCurrentPart(part);
}

}  // namespace touchstone::ui
