// SPDX-License-Identifier: Apache-2.0
//
// The names an object schema knows, found by hash. Constant after build().

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::schema {

class PropertyTable {
public:
    struct Entry {
        std::string name;
        std::uint32_t node;  // kNoNode when the name is only required
        bool declared;       // stands in `properties`
        bool required;
    };

    // Names must be unique.
    void build(std::vector<Entry> entries);

    [[nodiscard]] const Entry* find(std::string_view name) const;
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
    std::vector<std::uint32_t> m_slots;  // open addressing; index + 1, 0 is free; a power of two
};

}  // namespace touchstone::schema
