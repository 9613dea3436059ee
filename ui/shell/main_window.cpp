// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/main_window.h"

#include "recent_workspaces.h"
#include "start_page.h"
#include "strips.h"
#include "uibase/theme.h"
#include "uishell/workspace_page.h"
#include "unsaved_question.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QStyle>

namespace touchstone::ui {
namespace {

const QString kGeometry = QStringLiteral("window/geometry");
const QString kLayout = QStringLiteral("window/layout");
const QString kWorkflow = QStringLiteral("window/workflow");
const QString kTheme = QStringLiteral("look/theme");
const QString kZoom = QStringLiteral("look/zoom");
constexpr double kZoomStep = 1.1;

}  // namespace

MainWindow::MainWindow(Theme& theme, WorkspaceOpener::Open open, std::unique_ptr<QSettings> settings, QWidget* parent)
    : QMainWindow(parent),
      m_theme(theme),
      m_settings(std::move(settings)),
      m_opener(std::move(open)),
      m_pages(new QStackedWidget) {
    setWindowTitle(tr("Touchstone"));
    setWindowIcon(theme.icon(Icon::Logo, Role::AccentText));
    setContextMenuPolicy(Qt::NoContextMenu);
    makeActions();
    m_start = new StartPage(theme, {m_open, m_new, m_sample});
    m_pages->addWidget(m_start);
    setCentralWidget(m_pages);
    restore();
    connect(m_start, &StartPage::openRequested, this, &MainWindow::openWorkspace);
    connect(&m_opener, &WorkspaceOpener::stepped, m_start, &StartPage::showStep);
    connect(&m_opener, &WorkspaceOpener::opened, this, &MainWindow::showOpened);
    connect(&m_opener, &WorkspaceOpener::failed, this, &MainWindow::showFailure);
}

MainWindow::~MainWindow() {
    closePage();
}

QAction* MainWindow::makeAction(const QString& text, const QList<QKeySequence>& shortcuts,
                                const std::function<void()>& act) {
    auto* action = new QAction(text, this);
    action->setShortcuts(shortcuts);
    addAction(action);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void MainWindow::makeActions() {
    m_new = makeAction(tr("New workspace…"), {QKeySequence::New}, [this] { chooseNewWorkspace(); });
    m_open = makeAction(tr("Open a workspace…"), {QKeySequence::Open}, [this] { chooseWorkspace(); });
    m_sample = makeAction(tr("Open the sample"), {}, [this] { openWorkspace({}); });
    m_zooms = {makeAction(tr("Larger"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
                          [this] { zoom(kZoomStep); }),
               makeAction(tr("Smaller"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, [this] { zoom(1 / kZoomStep); }),
               makeAction(tr("Normal size"), {QKeySequence(Qt::CTRL | Qt::Key_0)}, [this] { zoom(0); })};
    m_quit = makeAction(tr("Quit"), {QKeySequence::Quit}, [this] { close(); });
    m_open->setObjectName(QStringLiteral("startOpen"));
    m_new->setObjectName(QStringLiteral("startNew"));
    m_sample->setObjectName(QStringLiteral("startSample"));
    m_open->setIcon(m_theme.icon(Icon::Folder));
    m_new->setIcon(m_theme.icon(Icon::Add));
    m_sample->setIcon(m_theme.icon(Icon::Bulb));
}

void MainWindow::openWorkspace(const QString& path) {
    open(path, WorkspaceOpener::File::Existing);
}

void MainWindow::open(const QString& path, WorkspaceOpener::File file) {
    onceSaved([this, path, file] {
        closePage();
        m_pages->setCurrentWidget(m_start);
        m_start->showStep(tr("Opening the workspace…"));
        m_opener.open(path, file, std::move(m_session));
    });
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
    connect(&draft, &DraftModel::saveStateChanged, wait, [wait, &draft, goOn] {
        if (draft.isUnsaved())
            return draft.saveNow();
        delete wait;
        goOn();
    });
    draft.saveNow();
}

void MainWindow::askAboutUnsaved(const QString& why, const std::function<void()>& goOn) {
    UnsavedQuestion::ask(*this, m_page->draft(), why, [this, goOn] {
        m_mayLose = true;
        goOn();
        m_mayLose = false;
    });
}

void MainWindow::showOpened() {
    m_session = m_opener.take();
    m_page = new WorkspacePage(*m_session, m_theme, m_settings->value(kWorkflow).toString());
    m_page->restoreLayout(m_settings->value(kLayout).toMap());
    connect(m_page, &WorkspacePage::loaded, this, &MainWindow::loaded);
    connect(m_page, &WorkspacePage::openAnotherRequested, m_open, &QAction::trigger);
    connect(m_page, &WorkspacePage::located, this, [this](const QString& path) {
        setWindowTitle(tr("%1 — Touchstone").arg(QFileInfo(path).completeBaseName()));
        RecentWorkspaces(*m_settings).add(path);
    });
    addMenuButton();
    m_pages->addWidget(m_page);
    m_pages->setCurrentWidget(m_page);
}

void MainWindow::showFailure(const QString& message, ErrorCode code) {
    RecentWorkspaces recent(*m_settings);
    if (code == ErrorCode::NotFound)
        recent.remove(m_opener.path());
    setWindowTitle(tr("Touchstone"));
    m_pages->setCurrentWidget(m_start);
    m_start->showFailure(message, recent.paths());
    Q_EMIT loadFailed();
}

void MainWindow::addMenuButton() {
    auto* look = new QAction(tr("Workspace, theme and zoom"), m_page);
    look->setShortcut(QKeySequence(Qt::Key_F10));
    m_page->addAction(look);
    auto* button = new RailButton(m_theme, Icon::Settings, *look);
    button->setObjectName(QStringLiteral("look"));
    connect(look, &QAction::triggered, button, [this, button] {
        auto* menu = new QMenu(button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        fillMenu(*menu);
        menu->popup(button->mapToGlobal(QPoint(button->width(), 0)));
    });
    m_page->addToRail(button);
}

void MainWindow::fillMenu(QMenu& menu) {
    menu.addAction(m_new);
    menu.addAction(m_open);
    addRecent(menu);
    menu.addAction(m_sample);
    menu.addSeparator();
    menu.addAction(m_page->newWorkflowAction());
    menu.addSeparator();
    addThemes(menu);
    for (QAction* action : m_zooms)
        menu.addAction(action);
    menu.addSeparator();
    menu.addAction(m_quit);
}

void MainWindow::addRecent(QMenu& menu) {
    QMenu* recent = menu.addMenu(tr("Open recent"));
    recent->setToolTipsVisible(true);
    for (const QString& path : RecentWorkspaces(*m_settings).paths())
        recent->addAction(QFileInfo(path).completeBaseName(), this, [this, path] { openWorkspace(path); })
            ->setToolTip(path);
    recent->setEnabled(!recent->isEmpty());
}

void MainWindow::addThemes(QMenu& menu) {
    QMenu* themes = menu.addMenu(tr("Theme"));
    auto* group = new QActionGroup(themes);
    const std::array<QString, 3> names{tr("As the system"), tr("Light"), tr("Dark")};
    for (int mode = 0; mode < 3; ++mode) {
        QAction* action =
            themes->addAction(names[static_cast<std::size_t>(mode)], this, [this, mode] { setThemeMode(mode); });
        action->setCheckable(true);
        action->setChecked(static_cast<int>(m_theme.mode()) == mode);
        group->addAction(action);
    }
}

void MainWindow::closePage() {
    if (m_page)
        save();
    delete std::exchange(m_page, nullptr);
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
    m_theme.setZoom(factor == 0 ? 1 : m_theme.zoom() * factor);
    m_settings->setValue(kZoom, m_theme.zoom());
}

void MainWindow::setThemeMode(int mode) {
    m_theme.setMode(static_cast<ThemeMode>(mode));
    m_settings->setValue(kTheme, mode);
}

void MainWindow::restore() {
    m_theme.setZoom(m_settings->value(kZoom, 1.0).toDouble());
    if (!restoreGeometry(m_settings->value(kGeometry).toByteArray()))
        placeOnScreen();
}

// The first time: as large as the design, but for a margin that shows it is a window, in the middle of the screen.
void MainWindow::placeOnScreen() {
    constexpr QSize kDesigned(1440, 900);
    constexpr double kShare = 0.9;
    const QRect screen = QGuiApplication::primaryScreen()->availableGeometry();
    const QSize size = kDesigned.boundedTo(screen.size() * kShare);
    setGeometry(QStyle::alignedRect(layoutDirection(), Qt::AlignCenter, size, screen));
}

void MainWindow::save() {
    m_settings->setValue(kGeometry, saveGeometry());
    m_settings->setValue(kLayout, m_page->saveLayout());
    m_settings->setValue(kWorkflow, m_page->workflow());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_page && m_page->draft().isUnsaved() && !m_mayLose) {
        event->ignore();
        return onceSaved([this] { close(); });
    }
    if (m_page)
        save();
    event->accept();
}

void MainWindow::paintEvent(QPaintEvent* event) {
    QMainWindow::paintEvent(event);
    Q_EMIT painted();
}

}  // namespace touchstone::ui
