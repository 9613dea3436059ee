// SPDX-License-Identifier: GPL-3.0-or-later

#include "place_tour.h"

#include "support/printing.h"
#include "uishell/workspace_page.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

namespace touchstone::test {
namespace {

constexpr int kPatience = 20000;  // ms

template <class Widget>
Widget* child(const QWidget& window, const char* name) {
    return window.findChild<Widget*>(QString::fromLatin1(name));
}

const QStringList kFullStops = {QStringLiteral("author"),
                                QStringLiteral("author.run"),
                                QStringLiteral("author.commit"),
                                QStringLiteral("newWorkflow"),
                                QStringLiteral("compare"),
                                QStringLiteral("compare.results"),
                                QStringLiteral("traces"),
                                QStringLiteral("traces.open"),
                                QStringLiteral("settings.look"),
                                QStringLiteral("settings.authoring"),
                                QStringLiteral("settings.providers"),
                                QStringLiteral("settings.privacy"),
                                QStringLiteral("settings.found"),
                                QStringLiteral("settings.server"),
                                QStringLiteral("menu"),
                                QStringLiteral("help"),
                                QStringLiteral("shortcuts"),
                                QStringLiteral("about")};

}  // namespace

QStringList PlaceTour::stops() {
    QStringList stops{QStringLiteral("start")};
    for (const char* place : {"author", "compare", "traces"})
        stops.append(QStringLiteral("empty.") + QLatin1String(place));
    for (const std::string_view part : workflow::kPartNames)
        stops.append(QStringLiteral("part.") + QString::fromLatin1(part.data(), static_cast<qsizetype>(part.size())));
    return stops + kFullStops;
}

void PlaceTour::addRows() {
    QTest::addColumn<QString>("stop");
    for (const QString& stop : stops())
        QTest::newRow(qPrintable(stop)) << stop;
}

PlaceTour::PlaceTour(ui::ThemeMode theme) {
    QVERIFY(fill());
    m_full = std::make_unique<WindowFixture>(m_filled.wiring(), m_filled.path(), theme);
    QVERIFY(m_full->show());
    m_empty = std::make_unique<WindowFixture>(m_nothing.wiring(), m_nothing.path(), theme);
    QVERIFY(m_empty->show());
    m_ready = true;
}

PlaceTour::~PlaceTour() = default;

bool PlaceTour::fill() {
    auto filled = m_filled.open(store::OpenMode::Create);
    return filled.ok() && m_filled.fill(*filled.value()).ok() && m_nothing.open(store::OpenMode::Create).ok();
}

void PlaceTour::resize(const QSize& size) {
    m_size = size;
}

void PlaceTour::setZoom(double zoom) {
    for (WindowFixture* desk : {m_full.get(), m_empty.get()})
        desk->theme().setZoom(zoom);
}

void PlaceTour::setTheme(ui::ThemeMode mode) {
    for (WindowFixture* desk : {m_full.get(), m_empty.get()})
        desk->theme().setMode(mode);
}

QWidget* PlaceTour::show(const QString& stop) {
    leave();
    QWidget* window = arrive(stop);
    if (!window)
        return nullptr;
    if (!qobject_cast<QMenu*>(window)) {
        window->resize(m_size);
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window))
            return nullptr;
    }
    QTest::qWait(50);  // layouts, throttled updates
    return window;
}

QWidget* PlaceTour::arrive(const QString& stop) {
    if (stop == QStringLiteral("start")) {
        if (!m_start) {
            m_start = &m_full->workbench().addWindow();
            m_start->showStart();
        }
        m_start->show();
        return m_start;
    }
    if (!stop.startsWith(QStringLiteral("empty.")))
        return showFull(stop);
    full().hide();  // of two windows the platform may call the other one active
    m_empty->window().show();
    return m_empty->window().page()->showPlace(stop.section(QLatin1Char('.'), 1)) ? &m_empty->window() : nullptr;
}

QWidget* PlaceTour::showFull(const QString& stop) {
    ui::WorkspacePage& page = *full().page();
    const QString place = stop.section(QLatin1Char('.'), 0, 0);
    const QString detail = stop.section(QLatin1Char('.'), 1);
    if (place == QStringLiteral("help"))
        return open("openHelp", "touchstone::ui::HelpView");
    if (place == QStringLiteral("shortcuts"))
        return open("openShortcuts", "touchstone::ui::ShortcutSheet");
    if (place == QStringLiteral("about"))
        return open("openAbout", "touchstone::ui::AboutDialog");
    if (place == QStringLiteral("part"))
        return page.goTo(ui::PartDestination{detail.toStdString()}) ? &full() : nullptr;
    if (place == QStringLiteral("settings"))
        return showSettings(detail) ? &full() : nullptr;
    if (place == QStringLiteral("newWorkflow")) {
        page.newWorkflowAction()->trigger();
        return &full();
    }
    if (place == QStringLiteral("menu")) {
        auto* menu = child<QWidget>(full(), "menu")->findChild<QMenu*>();
        menu->popup(full().mapToGlobal(QPoint(40, 40)));
        return menu;
    }
    if (!page.showPlace(place))
        return nullptr;
    const bool shown = stop == QStringLiteral("author.run")        ? run()
                       : stop == QStringLiteral("compare.results") ? compare()
                       : stop == QStringLiteral("traces.open")     ? openTrace()
                                                                   : true;
    if (stop == QStringLiteral("author.commit"))
        child<QAction>(full(), "author.commit")->trigger();
    return shown ? &full() : nullptr;
}

bool PlaceTour::showSettings(const QString& section) {
    if (section == QStringLiteral("found")) {
        if (!full().page()->showPlace(QStringLiteral("settings")))
            return false;
        child<QLineEdit>(full(), "settingsSearch")->setText(QStringLiteral("the"));
        return true;
    }
    const bool server = section == QStringLiteral("server");
    if (!full().page()->goTo(ui::SettingDestination{server ? QStringLiteral("providers") : section}))
        return false;
    if (server)
        child<QAbstractButton>(full(), "addServer")->click();
    return true;
}

bool PlaceTour::run() {
    child<QPlainTextEdit>(full(), "input.text")->setPlainText(QStringLiteral("please refund the double charge"));
    child<QAction>(full(), "author.run")->trigger();
    return QTest::qWaitFor(
        [this] {
            const auto* status = child<QWidget>(full(), "runStatus");
            return status && status->isVisible();
        },
        kPatience);
}

bool PlaceTour::compare() {
    if (!full().page()->goTo(ui::ComparisonDestination{{QStringLiteral("v1"), QStringLiteral("v2")}}))
        return false;
    auto* start = child<QAction>(full(), "compare.run");
    if (!QTest::qWaitFor([start] { return start->isEnabled(); }, kPatience))
        return false;
    start->trigger();
    auto* cases = child<QTableView>(full(), "cases");
    return QTest::qWaitFor([cases] { return cases->isVisible() && cases->model()->rowCount() > 0; }, kPatience);
}

bool PlaceTour::openTrace() {
    auto* traces = child<QTableView>(full(), "traceTable");
    if (!QTest::qWaitFor([traces] { return traces->model()->rowCount() > 0; }, kPatience))
        return run() && full().page()->showPlace(QStringLiteral("traces")) && openTrace();
    traces->setFocus();
    traces->setCurrentIndex(traces->model()->index(0, 0));
    QTest::keyClick(traces, Qt::Key_Return);
    auto* detail = child<QWidget>(full(), "traceDetail");
    return QTest::qWaitFor([detail] { return detail->isVisible(); }, kPatience);
}

QWidget* PlaceTour::open(const char* action, const char* className) {
    child<QAction>(full(), action)->trigger();
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window->isVisible() && window->inherits(className))
            return window;
    return nullptr;
}

// What lies over the window is closed.
void PlaceTour::leave() {
    for (QWidget* window : QApplication::topLevelWidgets())
        if (window->isVisible() && window != &full())
            window->hide();
    full().show();
    for (const char* name : {"newWorkflowPanel", "commitPanel", "serverForm"}) {
        auto* panel = child<QWidget>(full(), name);
        if (panel && panel->isVisible())
            QTest::keyClick(panel, Qt::Key_Escape);
    }
    if (auto* search = child<QLineEdit>(full(), "settingsSearch"))
        search->clear();
}

}  // namespace touchstone::test
