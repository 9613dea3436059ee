// SPDX-License-Identifier: GPL-3.0-or-later

#include "workspace_memory.h"

#include <QCryptographicHash>
#include <QSettings>
#include <QStringList>

namespace touchstone::ui {
namespace {

const QString kKnown = QStringLiteral("memory/known");
const QString kWindows = QStringLiteral("windows");
constexpr int kMost = 50;

QString groupOf(const QString& path) {
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("memory/") + QString::fromLatin1(hash.left(16));
}

QString keyOf(const QString& path, int window, const char* what) {
    const QString number = window == 0 ? QString() : QString::number(window + 1);
    return QStringLiteral("%1/%2%3").arg(groupOf(path), QString::fromLatin1(what), number);
}

QString geometryKey(const QString& path, int window) {
    return keyOf(path, window, "geometry");
}

QString layoutKey(const QString& path, int window) {
    return keyOf(path, window, "layout");
}

}  // namespace

WorkspaceMemory recall(const QSettings& state, const QString& path, int window) {
    const int known = state.contains(layoutKey(path, window)) ? window : 0;
    return {state.value(geometryKey(path, known)).toByteArray(), state.value(layoutKey(path, known)).toMap()};
}

void remember(QSettings& state, const QString& path, int window, const WorkspaceMemory& memory) {
    QStringList known = state.value(kKnown).toStringList();
    known.removeAll(path);
    known.append(path);
    while (known.size() > kMost)
        state.remove(groupOf(known.takeFirst()));
    state.setValue(kKnown, known);
    state.setValue(geometryKey(path, window), memory.geometry);
    state.setValue(layoutKey(path, window), memory.layout);
}

QStringList recallWindows(const QSettings& state) {
    return state.value(kWindows).toStringList();
}

void rememberWindows(QSettings& state, const QStringList& workspaces) {
    state.setValue(kWindows, workspaces);
}

}  // namespace touchstone::ui
