// SPDX-License-Identifier: Apache-2.0

#include "describe.h"
#include "evaluator.h"

#include <algorithm>

namespace touchstone::schema {
namespace {

constexpr std::size_t kProblemsOfAlternative = 10;

void merge(std::vector<bool>& into, const std::vector<bool>& from) {
    for (std::size_t i = 0; i < from.size(); ++i)
        if (from[i])
            into[i] = true;
}

// Where a problem lies, as the number of steps into the value.
std::size_t depthOf(const Problem& problem) {
    return static_cast<std::size_t>(std::count(problem.instancePointer.begin(), problem.instancePointer.end(), '/'));
}

// The alternative that was probably meant got furthest into the value before it failed, with the fewest complaints.
std::size_t nearest(std::vector<Report>& reports) {
    const auto rank = [](Report& report) {
        std::size_t shallowest = std::numeric_limits<std::size_t>::max();
        for (const Problem& problem : report.problems())
            shallowest = std::min(shallowest, depthOf(problem));
        return std::pair(shallowest, std::numeric_limits<std::size_t>::max() - report.problems().size());
    };
    const auto best =
        std::max_element(reports.begin(), reports.end(), [&](Report& a, Report& b) { return rank(a) < rank(b); });
    return static_cast<std::size_t>(best - reports.begin());
}

}  // namespace

bool Evaluator::checkReference(const Instruction& instruction, const Frame& frame) {
    const auto& targets = m_program.dynamicTargets[instruction.b];
    for (const std::uint32_t resource : m_scope)
        for (const auto& [declaredIn, node] : targets)
            if (declaredIn == resource)
                return check(node, frame.at, frame.seen);
    return check(instruction.a, frame.at, frame.seen);
}

bool Evaluator::checkAllOf(const Instruction& instruction, const Frame& frame) {
    bool valid = true;
    for (std::uint32_t i = instruction.a; i != instruction.b; ++i) {
        valid = check(m_program.nodeLists[i], frame.at, frame.seen) && valid;
        if (!valid && !keepsGoing())
            return false;
    }
    return valid;
}

// Evaluates a subschema that may fail without harm; what it looked at counts only if it succeeds.
bool Evaluator::branch(NodeId id, const Frame& frame, Report* report) {
    Report* const outer = std::exchange(m_report, report);
    bool valid = false;
    if (frame.seen) {
        Seen seen(frame.seen->size());
        valid = spend(static_cast<std::int64_t>(seen.size() / 16), frame) && check(id, frame.at, &seen);
        if (valid)
            merge(*frame.seen, seen);
    } else {
        valid = check(id, frame.at, nullptr);
    }
    m_report = outer;
    return valid;
}

bool Evaluator::checkAnyOf(const Instruction& instruction, const Frame& frame) {
    std::vector<Report> reports;
    bool valid = false;
    for (std::uint32_t i = instruction.a; i != instruction.b; ++i) {
        Report* const report = m_report ? &reports.emplace_back(kProblemsOfAlternative) : nullptr;
        valid = branch(m_program.nodeLists[i], frame, report) || valid;
        if (valid && !frame.seen)
            return true;
    }
    return valid || noneFits(instruction, frame, "anyOf", reports);
}

bool Evaluator::checkOneOf(const Instruction& instruction, const Frame& frame) {
    std::vector<Report> reports;
    std::vector<std::uint32_t> fitting;
    for (std::uint32_t i = instruction.a; i != instruction.b && fitting.size() < 2; ++i) {
        Report* const report = m_report ? &reports.emplace_back(kProblemsOfAlternative) : nullptr;
        if (branch(m_program.nodeLists[i], frame, report))
            fitting.push_back(i - instruction.a);
    }
    if (fitting.empty())
        return noneFits(instruction, frame, "oneOf", reports);
    return fitting.size() == 1 || fail(frame, "oneOf", [&] {
               return "expected exactly one alternative to fit, but both number " + std::to_string(fitting[0] + 1) +
                      " and number " + std::to_string(fitting[1] + 1) + " do";
           });
}

bool Evaluator::noneFits(const Instruction& instruction, const Frame& frame, std::string_view keyword,
                         std::vector<Report>& reports) {
    if (!m_report || m_stopped)
        return false;
    const std::size_t best = nearest(reports);
    (void)fail(frame, keyword, [&] {
        const std::uint32_t count = instruction.b - instruction.a;
        return "none of the " + counted(count, "alternative", "alternatives") + " fits; the nearest is number " +
               std::to_string(best + 1);
    });
    m_report->append(std::move(reports[best]));
    return false;
}

bool Evaluator::checkNot(const Instruction& instruction, const Frame& frame) {
    if (!checkQuietly(instruction.a, frame.at, nullptr))
        return true;
    return fail(frame, "not", [&] { return describe(frame.at.value) + " fits a schema that it must not fit"; });
}

bool Evaluator::checkConditional(const Instruction& instruction, const Frame& frame) {
    const Conditional& conditional = m_program.conditionals[instruction.a];
    const bool holds = branch(conditional.condition, frame, nullptr);
    const NodeId next = holds ? conditional.then : conditional.otherwise;
    return next == kNoNode || check(next, frame.at, frame.seen);
}

}  // namespace touchstone::schema
