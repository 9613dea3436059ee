// SPDX-License-Identifier: Apache-2.0

#include "describe.h"
#include "evaluator.h"

#include <algorithm>

namespace touchstone::schema {
namespace {

// Few items are compared with one another at once.
constexpr std::size_t kFewItems = 8;

}  // namespace

bool Evaluator::checkItems(const Instruction& instruction, const Frame& frame) {
    const ItemRule& rule = m_program.itemRules[instruction.a];
    const std::size_t size = frame.at.value.size();
    const std::size_t fixed = std::min(rule.prefix.size(), size);
    const std::size_t looked = rule.rest == kNoNode ? fixed : size;
    if (rule.rest != kNoNode && m_program.nodes[rule.rest].never && size > fixed)
        return fail(frame, rule.restKeyword, [&] {
            return "expected at most " + counted(fixed, "item", "items") + ", got " + std::to_string(size);
        });
    bool valid = true;
    for (std::size_t i = 0; i < looked; ++i) {
        valid = child(i < fixed ? rule.prefix[i] : rule.rest, frame, i) && valid;
        if (!valid && !keepsGoing())
            return false;
    }
    if (frame.seen)
        std::fill_n(frame.seen->begin(), looked, true);
    return valid;
}

bool Evaluator::checkContains(const Instruction& instruction, const Frame& frame) {
    const ContainsRule& rule = m_program.containsRules[instruction.a];
    const auto& items = frame.at.value.get_ref<const Json::array_t&>();
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!checkQuietly(rule.node, {items[i], &frame.at, nullptr, i}, nullptr))
            continue;
        ++count;
        if (frame.seen)
            (*frame.seen)[i] = true;
        else if (count >= rule.minimum && rule.maximum == kUnlimited)
            break;
    }
    if (count < rule.minimum)
        return fail(frame, rule.minimum == 1 ? "contains" : "minContains", [&] {
            return "expected at least " + counted(rule.minimum, "item", "items") + " to fit, got " +
                   std::to_string(count);
        });
    return count <= rule.maximum || fail(frame, "maxContains", [&] {
               return "expected at most " + counted(rule.maximum, "item", "items") + " to fit, got " +
                      std::to_string(count);
           });
}

bool Evaluator::checkUnique(const Frame& frame) {
    const auto& items = frame.at.value.get_ref<const Json::array_t&>();
    const auto twice = [&](std::size_t first, std::size_t second) {
        return fail(frame, "uniqueItems", [&] {
            return "expected no two equal items, but number " + std::to_string(first + 1) + " equals number " +
                   std::to_string(second + 1) + ": " + brief(items[first]);
        });
    };
    std::vector<std::pair<std::uint64_t, std::size_t>> byHash;
    const bool few = items.size() <= kFewItems;
    for (std::size_t i = 0; i < items.size(); ++i)
        byHash.emplace_back(few ? 0 : hash(items[i], frame), i);
    std::sort(byHash.begin(), byHash.end());
    for (std::size_t i = 0; i < byHash.size(); ++i)
        for (std::size_t j = i + 1; j < byHash.size() && byHash[j].first == byHash[i].first; ++j) {
            if (same(items[byHash[i].second], items[byHash[j].second], frame))
                return twice(byHash[i].second, byHash[j].second);
            if (m_stopped)
                return false;
        }
    return true;
}

bool Evaluator::checkUnevaluatedItems(const Frame& frame) {
    bool valid = true;
    for (std::size_t i = 0; i < frame.seen->size(); ++i) {
        if ((*frame.seen)[i])
            continue;
        if (m_program.nodes[frame.node.unevaluatedItems].never) {
            const ValuePlace place{frame.at.value.get_ref<const Json::array_t&>()[i], &frame.at, nullptr, i};
            valid = fail({frame.node, place, nullptr}, "unevaluatedItems",
                         [&] { return "unexpected item " + brief(place.value); });
        } else {
            valid = child(frame.node.unevaluatedItems, frame, i) && valid;
        }
        if (!valid && !keepsGoing())
            return false;
    }
    return valid;
}

}  // namespace touchstone::schema
