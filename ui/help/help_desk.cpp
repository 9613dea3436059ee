// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihelp/help_desk.h"

#include "about_dialog.h"
#include "shortcut_sheet.h"
#include "uibase/theme.h"
#include "uihelp/help_view.h"

#include <QAction>
#include <QApplication>
#include <QFile>
#include <QScreen>
#include <QWidget>

namespace touchstone::ui {
namespace {

bool isPage(const QString& name) {
    return !name.isEmpty() && !name.contains(QLatin1Char('/')) &&
           QFile::exists(QStringLiteral(":/touchstone/help/%1.md").arg(name));
}

template <class Dialog>
void raise(Dialog* dialog) {
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

}  // namespace

QString helpPageOf(const QWidget* widget) {
    for (; widget; widget = widget->parentWidget()) {
        if (const QString page = widget->property("helpPage").toString(); isPage(page))
            return page;
        if (isPage(widget->objectName()))
            return widget->objectName();
    }
    return {};
}

HelpDesk::HelpDesk(const Theme& theme, QWidget& window) : QObject(&window), m_theme(theme), m_window(window) {
    m_help = makeAction("openHelp", tr("Help"), {QKeySequence(Qt::Key_F1)});
    m_shortcuts = makeAction("openShortcuts", tr("Keyboard shortcuts"),
                             {QKeySequence(Qt::Key_Question), QKeySequence(Qt::CTRL | Qt::Key_Slash)});
    m_about = makeAction("openAbout", tr("About Touchstone"), {});
    m_help->setIcon(theme.icon(Icon::Help));
    m_shortcuts->setIcon(theme.icon(Icon::Keyboard));
    m_about->setIcon(theme.icon(Icon::Info));
    connect(m_help, &QAction::triggered, this, &HelpDesk::showHelp);
    connect(m_shortcuts, &QAction::triggered, this, &HelpDesk::showShortcuts);
    connect(m_about, &QAction::triggered, this, &HelpDesk::showAbout);
}

QAction* HelpDesk::makeAction(const char* name, const QString& text, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, &m_window);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    m_window.addAction(action);
    return action;
}

void HelpDesk::showHelp() {
    goTo(HelpDestination{helpPageOf(QApplication::focusWidget())});
}

bool HelpDesk::goTo(const Destination& destination) {
    if (!std::holds_alternative<HelpDestination>(destination))
        return false;
    if (!m_view) {
        m_view = new HelpView(m_theme, &m_window);
        m_view->setWindowFlag(Qt::Window);
        m_view->setWindowIcon(m_window.windowIcon());
        m_view->resize(QSize(m_theme.px(960), m_theme.px(720)).boundedTo(m_window.screen()->availableSize()));
    }
    if (!m_view->goTo(destination))
        return false;
    raise(m_view);
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

void HelpDesk::showShortcuts() {
    auto* sheet = m_window.findChild<ShortcutSheet*>();
    raise(sheet ? sheet : new ShortcutSheet(m_theme, m_window));
}

void HelpDesk::showAbout() {
    auto* about = m_window.findChild<AboutDialog*>();
    raise(about ? about : new AboutDialog(m_theme, &m_window));
}

}  // namespace touchstone::ui
