// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery.h"
#include "uibase/theme.h"

#include <QApplication>
#include <QDir>

#include <cstdio>

using namespace touchstone::ui;

namespace {

bool grab(Theme& theme, ThemeMode mode, const QDir& folder) {
    theme.setMode(mode);
    Gallery gallery(theme);
    gallery.show();
    QCoreApplication::processEvents();
    const QPixmap picture = gallery.grab();
    const QString name = QStringLiteral("gallery-%1-%2x.png")
                             .arg(mode == ThemeMode::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(picture.devicePixelRatio());
    return picture.save(folder.filePath(name));
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc != 2) {
        std::fputs("usage: gallery FOLDER\nWrites one PNG of all widgets for each theme.\n", stderr);
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    Theme theme(ThemeMode::Light);
    installTheme(app, theme);
    if (!folder.exists() || !grab(theme, ThemeMode::Light, folder) || !grab(theme, ThemeMode::Dark, folder)) {
        std::fprintf(stderr, "gallery: cannot write to %s: create the folder or choose another\n", argv[1]);
        return 1;
    }
    return 0;
}
