// SPDX-License-Identifier: Apache-2.0

#include "pointer_table.h"

#include "base/json.h"

#include <algorithm>
#include <limits>

namespace touchstone::schema {
namespace {

constexpr PointerId kNone = std::numeric_limits<PointerId>::max();

}  // namespace

PointerId PointerTable::addDocument(std::string prefix) {
    m_steps.push_back({kNone, std::move(prefix)});
    return static_cast<PointerId>(m_steps.size() - 1);
}

PointerId PointerTable::child(PointerId parent, std::string_view key) {
    m_steps.push_back({parent, std::string(key)});
    return static_cast<PointerId>(m_steps.size() - 1);
}

PointerId PointerTable::child(PointerId parent, std::size_t index) {
    return child(parent, std::to_string(index));
}

std::string PointerTable::text(PointerId pointer) const {
    std::vector<const Step*> path;
    for (PointerId at = pointer; at != kNone; at = m_steps[at].parent)
        path.push_back(&m_steps[at]);
    std::string result = path.back()->token;
    for (auto step = path.rbegin() + 1; step != path.rend(); ++step)
        result = childPointer(result, (*step)->token);
    return result;
}

}  // namespace touchstone::schema
