// SPDX-License-Identifier: GPL-3.0-or-later
//
// Files that tell what somebody works on: where they are made, only that person may read them.

#pragma once

#include <QString>

namespace touchstone::workbench {

// Makes the file and its folder where they are missing, takes everybody else's permissions from the file, and returns
// `path`. What cannot be made or changed is left to whoever opens it, who says so.
QString keepPrivate(const QString& path);

}  // namespace touchstone::workbench
