// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the windows of the program share; all of it outlives them. GUI thread only.

#pragma once

#include "base/clock.h"
#include "uishell/workspace_opener.h"

class QSettings;

namespace touchstone::provider {
class ModelCatalogue;
}

namespace touchstone::ui {

class KeyVault;
class ModelServers;
class Settings;
class Theme;

struct WorkbenchParts {
    Theme& theme;
    Settings& settings;
    ModelServers& servers;
    KeyVault& keys;
    provider::ModelCatalogue& models;
    QSettings& state;  // geometry, layouts, what was used lately
    const Clock& clock;
    WorkspaceOpener::Open open;
    QString sample;  // the path that the empty path stands for
};

}  // namespace touchstone::ui
