// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/deliver.h"

#include <QCoreApplication>

namespace touchstone::ui {

void deliverTo(QPointer<QObject> context, std::function<void()> run) {
    QCoreApplication* application = QCoreApplication::instance();
    if (!application)
        return;
    const auto runIfAlive = [context = std::move(context), run = std::move(run)] {
        if (context)
            run();
    };
    QMetaObject::invokeMethod(application, runIfAlive, Qt::QueuedConnection);
}

}  // namespace touchstone::ui
