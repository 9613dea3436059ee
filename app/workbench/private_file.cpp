// SPDX-License-Identifier: GPL-3.0-or-later

#include "private_file.h"

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace touchstone::workbench {

// QSettings writes a file anew with the permissions that it had, so they are set before it writes.
QString keepPrivate(const QString& path) {
    QDir().mkpath(QFileInfo(path).path());
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        return path;
    struct stat found {};
    if (::fstat(file, &found) == 0 && S_ISREG(found.st_mode) && (found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        (void)::fchmod(file, found.st_mode & S_IRWXU);
    ::close(file);
    return path;
}

}  // namespace touchstone::workbench
