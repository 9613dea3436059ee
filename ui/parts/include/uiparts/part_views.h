// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which views a part has besides its text. GUI thread only.

#pragma once

#include "uiparts/part_view.h"

#include <functional>
#include <string_view>
#include <vector>

namespace touchstone::session {
class Session;
}

namespace touchstone::ui {

class DraftModel;
class Theme;

// What a view may use besides the part itself. All of it outlives the view.
struct PartContext {
    const Theme& theme;
    session::Session& session;
    DraftModel& draft;  // to read: other parts, the workflow's name. Edits go through PartView::edited().
};

struct PartViewEntry {
    QString title;                            // of its segment: "Tree", "Examples"
    std::function<PartView*(QWidget*)> make;  // called when the view is first shown; the argument is its parent
};

// In the order of their segments; the first one is shown first, before the part's text. Empty: the part is edited as
// text only.
[[nodiscard]] std::vector<PartViewEntry> partViews(std::string_view part, PartContext context);

}  // namespace touchstone::ui
