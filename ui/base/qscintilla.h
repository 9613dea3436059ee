// SPDX-License-Identifier: GPL-3.0-or-later
//
// QScintilla's headers are written with Qt's keywords, which the workbench switches off; here they are on for a moment.

#pragma once

#define signals Q_SIGNALS
#define slots Q_SLOTS
#include <Qsci/qscicommand.h>
#include <Qsci/qscicommandset.h>
#include <Qsci/qscilexercustom.h>
#include <Qsci/qsciscintilla.h>
#undef slots
#undef signals
