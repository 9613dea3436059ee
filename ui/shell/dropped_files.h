// SPDX-License-Identifier: GPL-3.0-or-later
//
// What files are, as far as their names and folders tell. Safe from any thread; reads folders, so not for the GUI
// thread.

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace touchstone::ui {

enum class FileKind { Workspace, Dataset, Workflow, Corpus, Unknown };

struct DroppedFile {
    QString path;
    FileKind kind = FileKind::Unknown;

    // "refund-cases": the file's name without folder and ending.
    [[nodiscard]] QString name() const;
};

// By its ending alone.
[[nodiscard]] bool isWorkspaceName(const QString& path);
// The first twenty of `paths`.
[[nodiscard]] std::vector<DroppedFile> lookAtFiles(const QStringList& paths);

}  // namespace touchstone::ui
