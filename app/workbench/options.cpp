// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"

#include "session/files.h"

#include <QCommandLineParser>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string_view>

namespace touchstone::workbench {
namespace {

std::optional<ui::ThemeMode> themeNamed(const QString& name) {
    if (name == QStringLiteral("light"))
        return ui::ThemeMode::Light;
    if (name == QStringLiteral("dark"))
        return ui::ThemeMode::Dark;
    return name == QStringLiteral("system") ? std::optional(ui::ThemeMode::System) : std::nullopt;
}

// What is no workspace whatever it holds.
bool isForImport(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    const QStringList kinds{QStringLiteral("csv"), QStringLiteral("jsonl"), QStringLiteral("json"),
                            QStringLiteral("yaml"), QStringLiteral("yml")};
    return kinds.contains(ending) || QFileInfo(path).isDir();
}

[[noreturn]] void refuse(const QString& why) {
    std::fprintf(stderr, "touchstone: %s\n", qPrintable(why));
    std::exit(2);
}

// What the command line may say.
struct CommandLine {
    CommandLine();

    QCommandLineParser parser;
    const QCommandLineOption theme{QStringLiteral("theme"), QStringLiteral("light, dark or system."),
                                   QStringLiteral("THEME")};
    const QCommandLineOption record{QStringLiteral("record"),
                                    QStringLiteral("Write every exchange with a model to this file."),
                                    QStringLiteral("FILE")};
    const QCommandLineOption replay{QStringLiteral("replay"),
                                    QStringLiteral("Answer from such a file instead of calling models."),
                                    QStringLiteral("FILE")};
    const QCommandLineOption screenshot{QStringLiteral("screenshot"),
                                        QStringLiteral("Write a picture of the window and end."),
                                        QStringLiteral("FILE.png")};
    const QCommandLineOption place{
        QStringLiteral("place"),
        QStringLiteral("What is shown: author, author:PART, run, compare, traces or settings."),
        QStringLiteral("PLACE")};
    const QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of the window: 1440x900."),
                                  QStringLiteral("WxH")};
    const QCommandLineOption time{
        QStringLiteral("time-to-window"),
        QStringLiteral("Print the milliseconds from start to the painted workspace and end.")};
};

CommandLine::CommandLine() {
    parser.setApplicationDescription(
        QStringLiteral("Workbench for LLM features.\n\n"
                       "Exit codes: 0 done, 1 something went wrong, 2 the command line is not understood,\n"
                       "3 no window can be opened here (touchstonectl needs none)."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QStringLiteral("The workspace to open; without it, the sample. Then what to import:\n"
                                                "cases (.csv, .jsonl), a workflow, a folder of texts."),
                                 QStringLiteral("[FILE.touchstone] [FILE...]"));
    parser.addOptions({theme, record, replay, screenshot, place, size, time});
}

}  // namespace

bool asksForText(int argc, char** argv) {
    constexpr std::array<std::string_view, 5> kAsking = {"-h", "--help", "--help-all", "-v", "--version"};
    return std::any_of(argv + 1, argv + argc, [&](const char* argument) {
        return std::find(kAsking.begin(), kAsking.end(), argument) != kAsking.end();
    });
}

void printText(int& argc, char** argv) {
    const QCoreApplication app(argc, argv);
    CommandLine line;
    line.parser.parse(QCoreApplication::arguments());  // a mistake beside --help does not hide the help
    if (line.parser.isSet(QStringLiteral("version")))
        line.parser.showVersion();
    line.parser.showHelp(0);
}

bool Options::isByItself() const {
    return !screenshot.isEmpty() || timeToWindow || !wiring.record.empty() || !wiring.replay.empty();
}

Options parseOptions(const QCoreApplication& app) {
    CommandLine line;
    QCommandLineParser& parser = line.parser;
    parser.process(app);

    Options options;
    options.files = parser.positionalArguments();
    if (!options.files.isEmpty() && !isForImport(options.files.front()))
        options.workspace = options.files.takeFirst();
    const auto mode = themeNamed(parser.value(line.theme));
    if (parser.isSet(line.theme) && !mode)
        refuse(QStringLiteral("there is no theme '%1'; use light, dark or system").arg(parser.value(line.theme)));
    options.theme = mode;
    if (parser.isSet(line.record) && parser.isSet(line.replay))
        refuse(QStringLiteral("--record and --replay exclude each other"));
    options.wiring = {parser.value(line.record).toStdString(), parser.value(line.replay).toStdString()};
    options.screenshot = parser.value(line.screenshot);
    if (const auto writable = session::checkOutput(options.screenshot.toStdString()); !writable.ok())
        refuse(QString::fromStdString(writable.error().message));
    options.place = parser.value(line.place);
    options.timeToWindow = parser.isSet(line.time);
    if (parser.isSet(line.size)) {
        const QStringList sides = parser.value(line.size).split(QLatin1Char('x'));
        options.size = QSize(sides.value(0).toInt(), sides.value(1).toInt());
        if (options.size.isEmpty())
            refuse(QStringLiteral("'%1' is not a size; write 1440x900").arg(parser.value(line.size)));
    }
    return options;
}

}  // namespace touchstone::workbench
