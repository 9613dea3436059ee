// SPDX-License-Identifier: GPL-3.0-or-later

#include "uishell/main_window.h"

#include "start_page.h"
#include "strips.h"
#include "uibase/theme.h"
#include "uishell/workspace_page.h"

#include <QAction>
#include <QActionGroup>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>

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
      m_pages(new QStackedWidget),
      m_start(new StartPage(theme)) {
    setWindowTitle(tr("Touchstone"));
    setWindowIcon(theme.icon(Icon::Logo, Role::AccentText));
    setContextMenuPolicy(Qt::NoContextMenu);
    m_pages->addWidget(m_start);
    setCentralWidget(m_pages);
    makeActions();
    restore();
    connect(m_start, &StartPage::openAnotherRequested, this, &MainWindow::chooseWorkspace);
    connect(&m_opener, &WorkspaceOpener::stepped, m_start, &StartPage::showStep);
    connect(&m_opener, &WorkspaceOpener::opened, this, &MainWindow::showOpened);
    connect(&m_opener, &WorkspaceOpener::failed, this, [this](const QString& message) {
        m_pages->setCurrentWidget(m_start);
        m_start->showFailure(message);
        Q_EMIT loadFailed();
    });
}

MainWindow::~MainWindow() {
    closePage();
}

void MainWindow::makeActions() {
    const auto add = [this](const QString& text, const QKeySequence& shortcut, auto&& act) {
        auto* action = new QAction(text, this);
        action->setShortcut(shortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, act);
    };
    add(tr("Open another workspace…"), QKeySequence::Open, [this] { chooseWorkspace(); });
    add(tr("Larger"), QKeySequence(Qt::CTRL | Qt::Key_Plus), [this] { zoom(kZoomStep); });
    add(tr("Larger"), QKeySequence(Qt::CTRL | Qt::Key_Equal), [this] { zoom(kZoomStep); });
    add(tr("Smaller"), QKeySequence(Qt::CTRL | Qt::Key_Minus), [this] { zoom(1 / kZoomStep); });
    add(tr("Normal size"), QKeySequence(Qt::CTRL | Qt::Key_0), [this] { zoom(0); });
    add(tr("Quit"), QKeySequence::Quit, [this] { close(); });
}

void MainWindow::openWorkspace(const QString& path) {
    onceSaved([this, path] {
        closePage();
        m_pages->setCurrentWidget(m_start);
        m_start->showStep(tr("Opening the workspace…"));
        m_opener.open(path, std::move(m_session));
    });
}

// What is typed goes to disk first. Asked a second time, it goes on whatever happens.
void MainWindow::onceSaved(const std::function<void()>& goOn) {
    if (!m_page || !m_page->draft().isUnsaved() || std::exchange(m_waitsForSave, true)) {
        goOn();
        return;
    }
    DraftModel& draft = m_page->draft();
    auto* wait = new QObject(&draft);
    connect(&draft, &DraftModel::failed, wait, &QObject::deleteLater);
    // A conflict is asked about each time; only what cannot be saved at all is given up.
    connect(&draft, &DraftModel::conflictChanged, wait, [this] { m_waitsForSave = false; });
    connect(&draft, &DraftModel::saveStateChanged, wait, [wait, &draft, goOn] {
        if (draft.isUnsaved())
            return draft.saveNow();
        wait->deleteLater();
        goOn();
    });
    draft.saveNow();
}

void MainWindow::showOpened() {
    m_session = m_opener.take();
    m_page = new WorkspacePage(*m_session, m_theme, m_settings->value(kWorkflow).toString());
    m_page->restoreLayout(m_settings->value(kLayout).toMap());
    connect(m_page, &WorkspacePage::loaded, this, &MainWindow::loaded);
    auto* look = new QAction(tr("Theme, zoom and workspace"), m_page);
    auto* button = new RailButton(m_theme, Icon::Settings, *look);
    button->setObjectName(QStringLiteral("look"));
    connect(look, &QAction::triggered, button, [this, button] {
        auto* menu = new QMenu(button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        auto* group = new QActionGroup(menu);
        const std::array<QString, 3> names{tr("Theme: as the system"), tr("Theme: light"), tr("Theme: dark")};
        for (int mode = 0; mode < 3; ++mode) {
            QAction* action =
                menu->addAction(names[static_cast<std::size_t>(mode)], this, [this, mode] { setThemeMode(mode); });
            action->setCheckable(true);
            action->setChecked(static_cast<int>(m_theme.mode()) == mode);
            group->addAction(action);
        }
        menu->addSeparator();
        menu->addActions(actions());
        menu->popup(button->mapToGlobal(QPoint(button->width(), 0)));
    });
    m_page->addToRail(button);
    m_pages->addWidget(m_page);
    m_pages->setCurrentWidget(m_page);
    setWindowTitle(tr("Touchstone"));
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
        resize(1440, 900);
}

void MainWindow::save() {
    m_settings->setValue(kGeometry, saveGeometry());
    m_settings->setValue(kLayout, m_page->saveLayout());
    m_settings->setValue(kWorkflow, m_page->workflow());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (m_page && m_page->draft().isUnsaved() && !m_waitsForSave) {
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
