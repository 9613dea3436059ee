// SPDX-License-Identifier: GPL-3.0-or-later
//
// What fits at a place of a template: filters after "|", tests after "is", the fields of a value after its ".", and
// names where a name may stand, those of the scope first: of loops, {% set %} and macros around the place.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/json.h"
#include "uibase/completion.h"

namespace touchstone::ui {

// `before` is the template up to the cursor, `document` the workflow whose inputs it may read. `asked` offers also
// where nothing has been typed yet.
[[nodiscard]] Completions completeTemplate(const QString& before, bool asked, const Json& document);

}  // namespace touchstone::ui
