// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace_memory.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>

namespace touchstone::ui {
namespace {

const QString kKnown = QStringLiteral("memory/known");
constexpr int kMost = 50;

QString groupOf(const QString& path) {
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("memory/") + QString::fromLatin1(hash.left(16));
}

QString geometryKey(const QString& path) {
    return groupOf(path) + QStringLiteral("/geometry");
}

QString layoutKey(const QString& path) {
    return groupOf(path) + QStringLiteral("/layout");
}

}  // namespace

WorkspaceMemory recall(const QSettings& state, const QString& path) {
    return {state.value(geometryKey(path)).toByteArray(), state.value(layoutKey(path)).toMap()};
}

void remember(QSettings& state, const QString& path, const WorkspaceMemory& memory) {
    QStringList known = state.value(kKnown).toStringList();
    known.removeAll(path);
    known.append(path);
    while (known.size() > kMost)
        state.remove(groupOf(known.takeFirst()));
    state.setValue(kKnown, known);
    state.setValue(geometryKey(path), memory.geometry);
    state.setValue(layoutKey(path), memory.layout);
}

}  // namespace touchstone::ui
