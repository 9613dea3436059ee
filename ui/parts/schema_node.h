// SPDX-License-Identifier: GPL-3.0-or-later
//
// A row of the schema tree: where in the schema it stands, not what is there.

#pragma once

#include "schema_keywords.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::ui {

struct SchemaNode {
    SchemaNode* parent = nullptr;
    SchemaChild place;
    int row = 0;
    std::vector<std::unique_ptr<SchemaNode>> children;
    // So that taking back a tick gives the same list again
    std::optional<std::size_t> requiredPlace;  // where the name stood in the parent's `required`
    bool madeRequired = false;                 // this object's `required` is there because of a tick

    // The JSON pointer from the root's schema.
    [[nodiscard]] std::string pointer() const {
        if (!parent || place.row == SchemaRow::Root)
            return {};
        const std::string above = parent->pointer();
        return place.row == SchemaRow::Property ? childPointer(above + "/properties", place.key)
                                                : childPointer(above, place.key);
    }
};

}  // namespace touchstone::ui
