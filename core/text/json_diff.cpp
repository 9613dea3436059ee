// SPDX-License-Identifier: Apache-2.0

#include "text/diff.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace touchstone::text {

namespace {

class JsonComparison {
public:
    std::vector<JsonChange> run(const Json& before, const Json& after) {
        compare("", before, after, 0);
        return std::move(m_changes);
    }

private:
    static constexpr std::size_t kMaxDepth = 256;  // deeper values are compared whole

    void compare(const std::string& pointer, const Json& before, const Json& after, std::size_t depth) {
        if (depth < kMaxDepth && before.is_object() && after.is_object())
            return compareObjects(pointer, before, after, depth + 1);
        if (depth < kMaxDepth && before.is_array() && after.is_array())
            return compareArrays(pointer, before, after, depth + 1);
        if (!jsonEqual(before, after))
            m_changes.push_back({pointer, before, after});
    }

    void compareObjects(const std::string& pointer, const Json& before, const Json& after, std::size_t depth) {
        const auto afterMembers = membersOf(after);
        const auto beforeMembers = membersOf(before);
        for (auto at = before.begin(); at != before.end(); ++at) {
            const auto other = afterMembers.find(at.key());
            if (other == afterMembers.end())
                m_changes.push_back({childPointer(pointer, at.key()), at.value(), std::nullopt});
            else
                compare(childPointer(pointer, at.key()), at.value(), *other->second, depth);
        }
        for (auto at = after.begin(); at != after.end(); ++at) {
            if (!beforeMembers.contains(at.key()))
                m_changes.push_back({childPointer(pointer, at.key()), std::nullopt, at.value()});
        }
    }

    void compareArrays(const std::string& pointer, const Json& before, const Json& after, std::size_t depth) {
        std::size_t begin = 0;
        std::size_t beforeEnd = before.size();
        std::size_t afterEnd = after.size();
        while (begin < std::min(beforeEnd, afterEnd) && jsonEqual(before[begin], after[begin]))
            ++begin;
        while (beforeEnd > begin && afterEnd > begin && jsonEqual(before[beforeEnd - 1], after[afterEnd - 1])) {
            --beforeEnd;
            --afterEnd;
        }
        const std::size_t paired = std::min(beforeEnd, afterEnd);
        for (std::size_t i = begin; i < paired; ++i)
            compare(childPointer(pointer, i), before[i], after[i], depth);
        for (std::size_t i = paired; i < beforeEnd; ++i)
            m_changes.push_back({childPointer(pointer, i), before[i], std::nullopt});
        for (std::size_t i = paired; i < afterEnd; ++i)
            m_changes.push_back({childPointer(pointer, i), std::nullopt, after[i]});
    }

    static std::unordered_map<std::string_view, const Json*> membersOf(const Json& object) {
        std::unordered_map<std::string_view, const Json*> members;
        for (auto at = object.begin(); at != object.end(); ++at)
            members.emplace(at.key(), &at.value());
        return members;
    }

    std::vector<JsonChange> m_changes;
};

}  // namespace

std::vector<JsonChange> jsonDiff(const Json& before, const Json& after) {
    return JsonComparison().run(before, after);
}

}  // namespace touchstone::text
