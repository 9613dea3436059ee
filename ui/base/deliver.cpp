// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/deliver.h"

#include <QCoreApplication>

namespace touchstone::ui {

void detail::postToGui(std::function<void()> run) {
    if (QCoreApplication* application = QCoreApplication::instance())
        QMetaObject::invokeMethod(application, std::move(run), Qt::QueuedConnection);
}

}  // namespace touchstone::ui
