// SPDX-License-Identifier: Apache-2.0
//
// Small files of a test's own folder.

#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QString>
#include <QTemporaryDir>

#include <string>
#include <string_view>

namespace touchstone::testing {

// Writes `content` to `path` inside of `folder`, making the folders in between, and gives the file's whole path.
inline std::string put(const QTemporaryDir& folder, const QString& path, std::string_view content) {
    const QString whole = folder.filePath(path);
    QDir().mkpath(QFileInfo(whole).path());
    QFile file(whole);
    if (!file.open(QIODevice::WriteOnly) ||
        file.write(content.data(), static_cast<qint64>(content.size())) != static_cast<qint64>(content.size()))
        qFatal("cannot write %s", qPrintable(whole));
    return whole.toStdString();
}

inline std::string pathIn(const QTemporaryDir& folder, const QString& path) {
    return folder.filePath(path).toStdString();
}

}  // namespace touchstone::testing
