// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything of an open workspace that the command palette finds. GUI thread only.

#pragma once

#include "palette_sources.h"

namespace touchstone::ui {

class CommandPalette;
class DraftModel;
class HistoryModel;
class Settings;
class WorkflowList;

// What the sources read; all of it outlives the palette.
struct PaletteWorld {
    session::Session& session;
    const WorkflowList& workflows;
    const HistoryModel& history;
    const DraftModel& draft;
    Settings& settings;
    std::function<std::vector<PaletteCommand>()> commands;
    GoTo goTo;
};

void addSources(CommandPalette& palette, const PaletteWorld& world);

}  // namespace touchstone::ui
