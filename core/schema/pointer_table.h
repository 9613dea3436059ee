// SPDX-License-Identifier: Apache-2.0
//
// JSON pointers of many places in a few documents, stored as steps from their parents so that long keys are kept once.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::schema {

using PointerId = std::uint32_t;

class PointerTable {
public:
    // `prefix` comes before the pointers of this document: "" for the main one, "https://…#" for others.
    [[nodiscard]] PointerId addDocument(std::string prefix);
    [[nodiscard]] PointerId child(PointerId parent, std::string_view key);
    [[nodiscard]] PointerId child(PointerId parent, std::size_t index);

    [[nodiscard]] std::string text(PointerId pointer) const;

private:
    struct Step {
        PointerId parent;
        std::string token;  // as given; a document's prefix for its root
    };

    std::vector<Step> m_steps;
};

}  // namespace touchstone::schema
