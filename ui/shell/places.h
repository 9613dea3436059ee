// SPDX-License-Identifier: GPL-3.0-or-later
//
// The places of the workbench. Only makePlaces() knows them by name; the rest of the shell knows the Place interface.
//
// GUI thread only.

#pragma once

#include "session/session.h"
#include "uibase/icons.h"

#include <QString>

#include <functional>
#include <vector>

namespace touchstone::ui {

class DraftModel;
class ExperimentController;
class HistoryModel;
class JobList;
class Place;
struct WorkbenchParts;

struct PlaceEntry {
    QString id;  // the object name of the place
    Icon icon;
    QString name;
    std::function<Place*()> make;
    bool atFoot = false;  // of the rail
};

// What places are made of; all of it outlives them and the entries.
struct PlaceModels {
    session::Session& session;
    const WorkbenchParts& shared;
    DraftModel& draft;
    HistoryModel& history;
    ExperimentController& experiments;
    JobList& jobs;
};

// In the order of the rail.
[[nodiscard]] std::vector<PlaceEntry> makePlaces(const PlaceModels& models);

}  // namespace touchstone::ui
