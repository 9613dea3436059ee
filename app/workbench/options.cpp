// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"

#include <QCommandLineParser>
#include <QSettings>

#include <cstdio>
#include <cstdlib>
#include <optional>

namespace touchstone::workbench {
namespace {

std::optional<ui::ThemeMode> themeNamed(const QString& name) {
    if (name == QStringLiteral("light"))
        return ui::ThemeMode::Light;
    if (name == QStringLiteral("dark"))
        return ui::ThemeMode::Dark;
    return name == QStringLiteral("system") ? std::optional(ui::ThemeMode::System) : std::nullopt;
}

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "touchstone: %s\n", qPrintable(why));
    std::exit(2);
}

}  // namespace

Options parseOptions(const QCoreApplication& app, const QSettings& settings) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Workbench for LLM features."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE.touchstone"),
                                 QStringLiteral("The workspace to open; without it, the sample."),
                                 QStringLiteral("[FILE.touchstone]"));
    const QCommandLineOption theme(QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                   QStringLiteral("THEME"));
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        QStringLiteral("Write a picture of the window and end."),
                                        QStringLiteral("FILE.png"));
    const QCommandLineOption place(QStringLiteral("place"),
                                   QStringLiteral("With --screenshot: author, run or compare."),
                                   QStringLiteral("PLACE"), QStringLiteral("author"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Size of the window: 1440x900."),
                                  QStringLiteral("WxH"));
    const QCommandLineOption time(
        QStringLiteral("time-to-window"),
        QStringLiteral("Print the milliseconds from start to the first painted window and end."));
    parser.addOptions({theme, screenshot, place, size, time});
    parser.process(app);

    Options options;
    options.workspace = parser.positionalArguments().value(0);
    const auto mode = themeNamed(parser.value(theme));
    if (parser.isSet(theme) && !mode)
        refuse(QStringLiteral("there is no theme '%1'; use light, dark or system").arg(parser.value(theme)));
    options.theme = mode.value_or(
        static_cast<ui::ThemeMode>(std::clamp(settings.value(QStringLiteral("look/theme")).toInt(), 0, 2)));
    options.screenshot = parser.value(screenshot);
    options.place = parser.value(place);
    options.timeToWindow = parser.isSet(time);
    if (parser.isSet(size)) {
        const QStringList sides = parser.value(size).split(QLatin1Char('x'));
        options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
        if (options.size.isEmpty())
            refuse(QStringLiteral("'%1' is not a size; write 1440x900").arg(parser.value(size)));
    }
    return options;
}

}  // namespace touchstone::workbench
