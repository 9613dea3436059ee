// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether the desktop is light or dark: the XDG portal's "color-scheme" when a session bus is there, and until it
// answers (or when it never does) the brightness of the palette the application started with.
//
// GUI thread only; the portal is asked asynchronously.

#pragma once

#include "uibase/tokens.h"

#include <QDBusVariant>
#include <QObject>

namespace touchstone::ui {

class SystemScheme : public QObject {
    Q_OBJECT

public:
    SystemScheme();

    [[nodiscard]] Scheme scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void acceptSetting(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void askPortal();
    void accept(const QVariant& preference);

    Scheme m_scheme;
};

}  // namespace touchstone::ui
