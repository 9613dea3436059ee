// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop_note.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QGuiApplication>
#include <QVariantMap>

namespace touchstone::ui {
namespace {

constexpr int kServersChoice = -1;  // how long it stays

}  // namespace

void showDesktopNote(const QString& title, const QString& text) {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    const QString service = QStringLiteral("org.freedesktop.Notifications");
    QDBusMessage note = QDBusMessage::createMethodCall(service, QStringLiteral("/org/freedesktop/Notifications"),
                                                       service, QStringLiteral("Notify"));
    note << QGuiApplication::applicationDisplayName() << 0U << QGuiApplication::desktopFileName() << title
         << text.toHtmlEscaped() << QStringList() << QVariantMap() << kServersChoice;
    bus.call(note, QDBus::NoBlock);
}

}  // namespace touchstone::ui
