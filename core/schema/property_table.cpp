// SPDX-License-Identifier: Apache-2.0

#include "property_table.h"

#include <bit>
#include <cstring>
#include <functional>

namespace touchstone::schema {
namespace {

// Names are short: up to sixteen bytes are hashed as two overlapping words.
std::uint64_t hashOf(std::string_view name) {
    const std::size_t size = name.size();
    if (size > 16)
        return std::hash<std::string_view>{}(name);
    std::uint64_t head = 0;
    std::uint64_t tail = 0;
    if (size >= 8) {
        std::memcpy(&head, name.data(), 8);
        std::memcpy(&tail, name.data() + size - 8, 8);
    } else if (size >= 4) {
        std::memcpy(&head, name.data(), 4);
        std::memcpy(&tail, name.data() + size - 4, 4);
    } else if (size > 0) {
        head = static_cast<std::uint64_t>(static_cast<unsigned char>(name[0])) << 16U |
               static_cast<std::uint64_t>(static_cast<unsigned char>(name[size / 2])) << 8U |
               static_cast<unsigned char>(name[size - 1]);
    }
    std::uint64_t hash = (head ^ size) * 0x9E3779B97F4A7C15U;
    hash = (std::rotl(hash, 29) ^ tail) * 0xD6E8FEB86659FD93U;
    return hash ^ hash >> 32U;
}

}  // namespace

void PropertyTable::build(std::vector<Entry> entries) {
    m_entries = std::move(entries);
    m_slots.assign(std::bit_ceil(m_entries.size() * 2 + 1), 0);
    const std::size_t mask = m_slots.size() - 1;
    for (std::uint32_t i = 0; i < m_entries.size(); ++i) {
        std::size_t slot = hashOf(m_entries[i].name) & mask;
        while (m_slots[slot] != 0)
            slot = (slot + 1) & mask;
        m_slots[slot] = i + 1;
    }
}

const PropertyTable::Entry* PropertyTable::find(std::string_view name) const {
    if (m_entries.empty())
        return nullptr;
    const std::size_t mask = m_slots.size() - 1;
    for (std::size_t slot = hashOf(name) & mask; m_slots[slot] != 0; slot = (slot + 1) & mask)
        if (const Entry& entry = m_entries[m_slots[slot] - 1]; entry.name == name)
            return &entry;
    return nullptr;
}

}  // namespace touchstone::schema
