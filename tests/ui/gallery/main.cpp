// SPDX-License-Identifier: GPL-3.0-or-later
//
// gallery FOLDER: pictures of all pages, light and dark, at 1x and 2x.

#include "gallery.h"
#include "uibase/theme.h"

#include <QApplication>
#include <QDir>
#include <QProcess>

#include <cstdio>

using namespace touchstone::ui;

namespace {

constexpr const char* kScale = "QT_SCALE_FACTOR";

bool picture(Theme& theme, const GalleryPage& page, ThemeMode mode, const QDir& folder) {
    theme.setMode(mode);
    const auto widget = page.make(theme);
    showPage(*widget);
    const QString scheme = mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
    const QString name =
        QStringLiteral("%1-%2@%3.png").arg(QLatin1String(page.name), scheme, qEnvironmentVariable(kScale));
    return widget->grab().save(folder.filePath(name));
}

int picturesAtThisScale(const QDir& folder) {
    Theme theme(ThemeMode::Light);
    installTheme(*qApp, theme);
    for (const GalleryPage& page : kGalleryPages)
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
            if (!picture(theme, page, mode, folder))
                return 1;
    return 0;
}

// Qt takes the scale once, when a program starts.
bool picturesAt(const char* scale) {
    QProcess again;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QString::fromLatin1(kScale), QString::fromLatin1(scale));
    again.setProcessEnvironment(environment);
    again.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    again.start(QCoreApplication::applicationFilePath(), QCoreApplication::arguments().mid(1));
    return again.waitForFinished(120000) && again.exitStatus() == QProcess::NormalExit && again.exitCode() == 0;
}

}  // namespace

int main(int argc, char** argv) {
    const bool once = qEnvironmentVariableIsSet(kScale);
    QApplication app(argc, argv);
    if (argc != 2) {
        std::fputs("usage: gallery FOLDER\nWrites PNGs of all widgets, light and dark, at 1x and 2x.\n", stderr);
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    if (folder.exists() && (once ? picturesAtThisScale(folder) == 0 : picturesAt("1") && picturesAt("2")))
        return 0;
    std::fprintf(stderr, "gallery: cannot write to %s: create the folder or choose another\n", argv[1]);
    return 1;
}
