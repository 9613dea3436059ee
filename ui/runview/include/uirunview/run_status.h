// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a run ended, in a shape, a word and a colour: the same in every list and head. Pure functions.

#pragma once

#include "trace/trace.h"
#include "uibase/pill.h"
#include "uibase/tokens.h"

#include <QString>

namespace touchstone::ui {

struct RunStatus {
    QString sign;  // "●"; never colour alone
    QString word;  // "valid"
    Role ink;
    PillTone tone;
};

[[nodiscard]] RunStatus statusOf(const trace::Summary& summary);

}  // namespace touchstone::ui
