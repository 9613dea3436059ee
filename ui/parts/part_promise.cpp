// SPDX-License-Identifier: GPL-3.0-or-later

#include "uiparts/part_promise.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

class Words {
    Q_DECLARE_TR_FUNCTIONS(PartPromise)
};

}  // namespace

QString partPromise(std::string_view part) {
    if (part == "memory")
        return Words::tr(
            "Not yet: it will send earlier messages of a conversation again, as many as the window holds. The source "
            "already keeps these settings, but a run of a version that has them is refused.");
    if (part == "tools")
        return Words::tr(
            "Not yet: the model will be able to call what is declared here. The source already keeps and checks tools "
            "of every kind, but a run of a version that has them is refused.");
    if (part == "cache")
        return Words::tr(
            "Not yet: a prompt that was answered before will get that answer again. The source already keeps these "
            "settings, but a run of a version that turns it on is refused.");
    return {};
}

}  // namespace touchstone::ui
