// SPDX-License-Identifier: GPL-3.0-or-later

#include "dropped_files.h"

#include <QDirIterator>
#include <QFileInfo>

namespace touchstone::ui {
namespace {

constexpr int kMostFiles = 20;
constexpr int kMostEntries = 2000;  // of a folder that are looked at

// A folder with nothing but other folders may be deep: it is given up after some entries.
bool isCorpus(const QString& folder) {
    QDirIterator entries(folder, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    for (int seen = 0; seen < kMostEntries && entries.hasNext(); ++seen) {
        entries.next();
        const QString ending = entries.fileInfo().suffix().toLower();
        if (ending == QStringLiteral("md") || ending == QStringLiteral("txt"))
            return true;
    }
    return false;
}

FileKind kindOf(const QFileInfo& file) {
    const QString ending = file.suffix().toLower();
    if (file.isDir()) {
        if (QFileInfo::exists(file.filePath() + QStringLiteral("/workflow.json")))
            return FileKind::Workflow;
        return isCorpus(file.filePath()) ? FileKind::Corpus : FileKind::Unknown;
    }
    if (isWorkspaceName(file.filePath()))
        return FileKind::Workspace;
    if (ending == QStringLiteral("csv") || ending == QStringLiteral("jsonl"))
        return FileKind::Dataset;
    const bool document =
        ending == QStringLiteral("json") || ending == QStringLiteral("yaml") || ending == QStringLiteral("yml");
    return document ? FileKind::Workflow : FileKind::Unknown;
}

}  // namespace

QString DroppedFile::name() const {
    return QFileInfo(path).completeBaseName();
}

bool isWorkspaceName(const QString& path) {
    return path.endsWith(QStringLiteral(".touchstone"), Qt::CaseInsensitive);
}

std::vector<DroppedFile> lookAtFiles(const QStringList& paths) {
    std::vector<DroppedFile> files;
    for (const QString& path : paths.mid(0, kMostFiles))
        files.push_back({path, kindOf(QFileInfo(path))});
    return files;
}

}  // namespace touchstone::ui
