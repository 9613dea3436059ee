// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/main_window.h"

#include "dropped_files.h"
#include "start_page.h"
#include "strips.h"
#include "uibase/theme.h"
#include "uihelp/help_desk.h"
#include "uihelp/help_view.h"
#include "uishell/workbench.h"
#include "uishell/workspace_page.h"
#include "uistate/settings.h"
#include "unsaved_question.h"
#include "workspace_memory.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStyle>
#include <QTimer>

namespace touchstone::ui {
namespace {

constexpr double kZoomStep = 1.1;
constexpr double kLeastZoom = 0.5;
constexpr double kMostZoom = 2;  // as far as the window's layout is drawn for

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    return files;
}

}  // namespace

MainWindow::MainWindow(Workbench& workbench, QWidget* parent)
    : QMainWindow(parent),
      m_workbench(workbench),
      m_opener(workbench.parts().open),
      m_help(new HelpDesk(workbench.parts().theme, *this)),
      m_pages(new QStackedWidget) {
    setWindowTitle(tr("Touchstone"));
    setWindowIcon(workbench.parts().theme.icon(Icon::Logo, Role::AccentText));
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(true);
    makeActions();
    m_start = new StartPage(workbench.parts().theme, workbench.recent(), workbench.parts().clock,
                            {actionNamed("startSample"), actionNamed("startNew"), actionNamed("startOpen")});
    m_pages->addWidget(m_start);
    setCentralWidget(m_pages);
    placeOnScreen({});
    connect(m_start, &StartPage::openRequested, this, &MainWindow::openWorkspace);
    connect(&m_opener, &WorkspaceOpener::stepped, m_start, &StartPage::showStep);
    connect(&m_opener, &WorkspaceOpener::opened, this,
            [this] { showPage(m_workbench.adopt(m_opener.take(), m_workspace)); });
    connect(&m_opener, &WorkspaceOpener::failed, this, &MainWindow::showFailure);
    keepLayout();
}

MainWindow::~MainWindow() {
    delete std::exchange(m_page, nullptr);  // before its session; the layout was kept when the window was closed
}

QAction* MainWindow::makeAction(const QString& name, const QString& text, const QList<QKeySequence>& keys,
                                const std::function<void()>& act) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcuts(keys);
    addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void MainWindow::makeActions() {
    const Theme& theme = m_workbench.parts().theme;
    const auto add = [this](const char* name, const QString& text, const QList<QKeySequence>& keys, auto act) {
        return makeAction(QString::fromLatin1(name), text, keys, act);
    };
    add("startNew", tr("New workspace…"), {QKeySequence::New}, [this] {
        chooseNewWorkspace();
    })->setIcon(theme.icon(Icon::Add));
    add("startOpen", tr("Open a workspace…"), {QKeySequence::Open}, [this] {
        chooseWorkspace();
    })->setIcon(theme.icon(Icon::Folder));
    add("startSample", tr("Open the sample"), {}, [this] { openWorkspace({}); })->setIcon(theme.icon(Icon::Bulb));
    add("newWindow", tr("New window"), {QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_N)},
        [this] { Q_EMIT anotherWindowRequested(m_workspace); });
    add("closeWindow", tr("Close the window"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W)}, [this] { close(); });
    add("larger", tr("Larger"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
        [this] { zoom(kZoomStep); });
    add("smaller", tr("Smaller"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [this] { zoom(1 / kZoomStep); });
    add("normalSize", tr("Normal size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, [this] { zoom(0); });
    add("quit", tr("Quit"), {QKeySequence::Quit}, [this] { m_workbench.quit(); });
}

QAction* MainWindow::actionNamed(const char* name) const {
    return findChild<QAction*>(QString::fromLatin1(name), Qt::FindDirectChildrenOnly);
}

void MainWindow::openWorkspace(const QString& path) {
    open(path, WorkspaceOpener::File::Existing);
}

void MainWindow::open(const QString& path, WorkspaceOpener::File file, const QStringList& files) {
    onceSaved([this, path, file, files] {
        m_opener.giveUp();
        closePage();
        m_waitingFiles = files;
        adoptPath(m_workbench.placeOf(path));
        m_pages->setCurrentWidget(m_start);
        m_start->showStep(tr("Opening the workspace…"));
        if (auto shared = file == WorkspaceOpener::File::Existing ? m_workbench.sessionOf(path) : nullptr)
            return showPage(std::move(shared));
        if (m_workbench.isHaunted(path, m_session))
            return showFailure(
                tr("Another window still has the file open that was at %1 before. Close that window, then "
                   "open this one.")
                    .arg(m_workbench.placeOf(path)),
                ErrorCode::Conflict);
        m_opener.open(path, file, m_workbench.closing(path, std::move(m_session)));
    });
}

// The window stands where it stood with this workspace, unless it is looked at already.
void MainWindow::adoptPath(const QString& path) {
    setWorkspace(path);
    if (!isVisible())
        placeOnScreen(recall(m_workbench.parts().state, path, m_workbench.numberOf(*this)).geometry);
}

void MainWindow::setWorkspace(const QString& path) {
    if (std::exchange(m_workspace, path) != path)
        m_workbench.keepWindows();
}

void MainWindow::showStart() {
    setWorkspace({});
    m_start->showWays(tr("No workspace is open."));
}

void MainWindow::onceSaved(const std::function<void()>& goOn) {
    if (!m_page || !m_page->draft().isUnsaved())
        return goOn();
    DraftModel& draft = m_page->draft();
    if (std::exchange(m_waitsForSave, true))
        return draft.isConflicted() ? draft.saveNow() : askAboutUnsaved(tr("It is still being saved."), goOn);
    auto* wait = new QObject(&draft);
    connect(wait, &QObject::destroyed, this, [this] { m_waitsForSave = false; });
    connect(&draft, &DraftModel::failed, wait, [this, wait, &draft, goOn](const QString& why) {
        delete wait;
        if (!draft.isConflicted())  // a conflict has its own question
            askAboutUnsaved(why, goOn);
    });
    connect(&draft, &DraftModel::saveStateChanged, wait, [this, wait, &draft, goOn] {
        if (draft.isUnsaved())
            return draft.saveNow();
        delete wait;
        goOnLater(goOn);
    });
    draft.saveNow();
}

// The draft is in the midst of its work, and going on may delete it.
void MainWindow::goOnLater(const std::function<void()>& goOn) {
    QTimer::singleShot(0, this, [this, page = QPointer<WorkspacePage>(m_page), goOn] {
        if (page && page == m_page)
            onceSaved(goOn);  // something may have been typed since
    });
}

void MainWindow::askAboutUnsaved(const QString& why, const std::function<void()>& goOn) {
    UnsavedQuestion::ask(*this, m_page->draft(), why, [this, goOn] {
        m_mayLose = true;
        goOn();
        m_mayLose = false;
    });
}

void MainWindow::showPage(std::shared_ptr<session::Session> session) {
    const WorkbenchParts& parts = m_workbench.parts();
    m_session = std::move(session);
    m_page = new WorkspacePage(*m_session, parts, recall(parts.state, m_workspace, m_workbench.numberOf(*this)).layout);
    m_page->setWindowCommands(actions());
    m_page->setElsewhere([this](const Destination& destination) { return m_help->goTo(destination); });
    connect(m_page, &WorkspacePage::loaded, this, &MainWindow::loaded);
    connect(m_page, &WorkspacePage::openAnotherRequested, actionNamed("startOpen"), &QAction::trigger);
    connect(m_page, &WorkspacePage::located, this, [this](const QString& path) {
        setWindowTitle(tr("%1 — Touchstone").arg(QFileInfo(path).completeBaseName()));
        setWorkspace(m_workbench.placeOf(path));
        m_workbench.share(path, m_session);
        m_workbench.recent().add(path);
    });
    addMenuButton();
    m_pages->addWidget(m_page);
    m_pages->setCurrentWidget(m_page);
    if (!m_waitingFiles.isEmpty())
        m_page->offerFiles(std::exchange(m_waitingFiles, {}));
}

void MainWindow::showFailure(const QString& message, ErrorCode code) {
    if (code == ErrorCode::NotFound)
        m_workbench.recent().remove(m_opener.path());
    setWorkspace({});
    m_waitingFiles.clear();
    setWindowTitle(tr("Touchstone"));
    m_pages->setCurrentWidget(m_start);
    m_start->showFailure(message);
    Q_EMIT loadFailed();
}

void MainWindow::takeFiles(const QStringList& paths) {
    QStringList others = paths;
    const auto workspace = std::find_if(paths.begin(), paths.end(), isWorkspaceName);
    if (workspace != paths.end()) {
        others.removeIf(isWorkspaceName);
        return open(*workspace, WorkspaceOpener::File::Existing, others);
    }
    if (m_page)
        m_page->offerFiles(others);
    else if (m_workspace.isEmpty())
        m_start->showNote(
            tr("Open a workspace first: then %1 can be imported into it.").arg(QFileInfo(others.value(0)).fileName()));
    else
        m_waitingFiles = others;
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    takeFiles(files);
}

void MainWindow::addMenuButton() {
    auto* menuAction = new QAction(tr("Menu"), m_page);
    menuAction->setShortcut(QKeySequence(Qt::Key_F10));
    auto* button = new RailButton(m_workbench.parts().theme, Icon::More, *menuAction);
    button->setObjectName(QStringLiteral("menu"));
    auto* menu = new QMenu(button);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillMenu(*menu);
    });
    connect(menuAction, &QAction::triggered, button, [button, menu] {
        menu->popup(button->mapToGlobal(QPoint(button->width(), button->height() - menu->sizeHint().height())));
        menu->setActiveAction(menu->actions().value(0));
    });
    m_page->addToRail(button);
}

void MainWindow::addActions(QMenu& menu, std::initializer_list<const char*> names) {
    for (const char* name : names)
        menu.addAction(actionNamed(name));
}

void MainWindow::fillMenu(QMenu& menu) {
    addActions(menu, {"startNew", "startOpen"});
    addRecent(menu);
    addActions(menu, {"startSample"});
    menu.addSeparator();
    menu.addAction(m_page->newWorkflowAction());
    menu.addSeparator();
    addThemes(menu);
    addActions(menu, {"larger", "smaller", "normalSize"});
    menu.addSeparator();
    for (QAction* action : m_help->actions())
        menu.addAction(action);
    menu.addSeparator();
    addActions(menu, {"newWindow", "closeWindow", "quit"});
}

void MainWindow::addRecent(QMenu& menu) {
    QMenu* recent = menu.addMenu(tr("Open recent"));
    recent->setToolTipsVisible(true);
    for (const QString& path : m_workbench.recent().paths())
        recent->addAction(QFileInfo(path).completeBaseName(), this, [this, path] { openWorkspace(path); })
            ->setToolTip(path);
    recent->setEnabled(!recent->isEmpty());
}

void MainWindow::addThemes(QMenu& menu) {
    Settings& settings = m_workbench.parts().settings;
    QMenu* themes = menu.addMenu(tr("Theme"));
    auto* group = new QActionGroup(themes);
    for (const SettingChoice& choice : settings.find(kThemeSetting)->choices) {
        QAction* action = themes->addAction(
            choice.title, this, [&settings, value = choice.value] { settings.setValue(kThemeSetting, value); });
        action->setCheckable(true);
        action->setChecked(settings.text(kThemeSetting) == choice.value);
        group->addAction(action);
    }
}

void MainWindow::closePage() {
    if (m_page)
        save();
    delete std::exchange(m_page, nullptr);
    m_kept.reset();
    m_waitsForSave = false;
}

void MainWindow::chooseWorkspace() {
    auto* dialog = new QFileDialog(this, tr("Open a workspace"), {}, tr("Touchstone workspaces (*.touchstone)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::openWorkspace);
    dialog->open();
}

void MainWindow::chooseNewWorkspace() {
    auto* dialog = new QFileDialog(this, tr("Make a new workspace"), {}, tr("Touchstone workspaces (*.touchstone)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite);  // nothing is overwritten: there must be no such file
    dialog->setDefaultSuffix(QStringLiteral("touchstone"));
    dialog->selectFile(QStringLiteral("workspace.touchstone"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { open(path, WorkspaceOpener::File::New); });
    dialog->open();
}

void MainWindow::zoom(double factor) {
    const double wanted = factor == 0 ? 1 : m_workbench.parts().theme.zoom() * factor;
    m_workbench.parts().settings.setValue(kZoomSetting, std::clamp(wanted, kLeastZoom, kMostZoom));
}

// The first time: as large as the design, but for a margin that shows it is a window, in the middle of the screen.
void MainWindow::placeOnScreen(const QByteArray& geometry) {
    if (!geometry.isEmpty() && restoreGeometry(geometry))
        return;
    constexpr QSize kDesigned(1440, 900);
    constexpr double kShare = 0.9;
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    const QSize size = kDesigned.boundedTo(screen.size() * kShare);
    setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, size, screen));
}

void MainWindow::save() {
    const WorkspaceMemory now{saveGeometry(), m_page->saveLayout()};
    if (m_kept && now == *m_kept)
        return;
    m_kept = std::make_unique<WorkspaceMemory>(now);
    remember(m_workbench.parts().state, m_workspace, m_workbench.numberOf(*this), now);
}

// A program that is killed has lost no more than what was moved in the last seconds.
void MainWindow::keepLayout() {
    constexpr std::chrono::seconds kPause{2};
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this] {
        if (m_page && m_page->isLoaded() && isVisible())
            save();
    });
    timer->start(kPause);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_page && m_page->draft().isUnsaved() && !m_mayLose) {
        event->ignore();
        if (m_workbench.isQuitting())
            return onceSaved([&workbench = m_workbench] { workbench.quit(); });
        return onceSaved([this] { close(); });
    }
    if (m_page)
        save();
    event->accept();
    Q_EMIT closed();
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    Q_EMIT painted();
}

}  // namespace touchstone::ui
