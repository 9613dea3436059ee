// SPDX-License-Identifier: Apache-2.0
//
// Runs a Program on one value. One use, one thread; the program may be shared.

#pragma once

#include "program.h"
#include "report.h"

#include <optional>
#include <vector>

namespace touchstone::schema {

class Evaluator {
public:
    // Without a report the first problem ends the work.
    Evaluator(const Program& program, Report* report)
        : m_program(program),
          m_report(report),
          m_steps(static_cast<std::int64_t>(program.limits.evaluationSteps)),
          m_depth(program.limits.evaluationDepth) {}

    // Also false when stopped() has a value afterwards.
    [[nodiscard]] bool evaluate(const Json& value);
    [[nodiscard]] const std::optional<Error>& stopped() const { return m_stopped; }

private:
    // Writing a message costs about as much as this many steps.
    static constexpr std::int64_t kStepsOfMessage = 100;

    // Which members or items of a value some keyword has looked at; empty when nobody asks.
    using Seen = std::vector<bool>;

    struct Frame {
        const Node& node;
        const ValuePlace& at;
        Seen* seen;  // null when nobody asks
    };

    // evaluator.cpp
    bool check(NodeId id, const ValuePlace& at, Seen* seen);
    bool checkInside(const Frame& frame);
    bool run(const Range& range, const Frame& frame);
    bool step(const Instruction& instruction, const Frame& frame);
    bool checkQuietly(NodeId id, const ValuePlace& at, Seen* seen);
    bool child(NodeId id, const Frame& frame, const std::string& key, const Json& value);
    bool child(NodeId id, const Frame& frame, std::size_t index);
    [[nodiscard]] bool spend(std::int64_t steps, const Frame& frame) {
        m_steps -= steps;
        return m_steps >= 0 || outOfSteps(frame);
    }
    bool outOfSteps(const Frame& frame);
    bool stop(ErrorCode code, const Frame& frame, std::string_view keyword, const std::string& why);
    [[nodiscard]] bool keepsGoing() const { return m_report && !m_report->full() && !m_stopped; }
    // Reports a problem with the value of `frame` and returns false; `message` is only called when somebody listens;
    // `missing` is the property that is not there.
    template <class Message>
    bool fail(const Frame& frame, std::string_view keyword, const Message& message, std::string_view missing = {});
    // The pointer of a keyword of the frame's schema, or of the schema itself for "".
    [[nodiscard]] std::string pointerTo(const Frame& frame, std::string_view keyword) const;
    [[nodiscard]] bool wrongKind(const Frame& frame);

    // evaluate_values.cpp
    bool checkConst(const Instruction& instruction, const Frame& frame);
    bool checkEnum(const Instruction& instruction, const Frame& frame);
    bool checkBound(const Instruction& instruction, const Frame& frame);
    bool checkMultiple(const Instruction& instruction, const Frame& frame);
    bool checkLength(const Instruction& instruction, const Frame& frame);
    bool checkPattern(const Instruction& instruction, const Frame& frame);
    bool checkFormat(const Instruction& instruction, const Frame& frame);
    bool checkCount(const Instruction& instruction, const Frame& frame);
    [[nodiscard]] std::optional<bool> searches(std::uint32_t pattern, const Frame& frame, std::string_view keyword,
                                               std::string_view text);
    [[nodiscard]] bool same(const Json& a, const Json& b, const Frame& frame);
    [[nodiscard]] std::uint64_t hash(const Json& value, const Frame& frame);

    // evaluate_logic.cpp
    bool checkReference(const Instruction& instruction, const Frame& frame);
    bool checkAllOf(const Instruction& instruction, const Frame& frame);
    bool checkAnyOf(const Instruction& instruction, const Frame& frame);
    bool checkOneOf(const Instruction& instruction, const Frame& frame);
    bool checkNot(const Instruction& instruction, const Frame& frame);
    bool checkConditional(const Instruction& instruction, const Frame& frame);
    bool branch(NodeId id, const Frame& frame, Report* report);
    bool noneFits(const Instruction& instruction, const Frame& frame, std::string_view keyword,
                  std::vector<Report>& reports);

    // evaluate_arrays.cpp
    bool checkItems(const Instruction& instruction, const Frame& frame);
    bool checkContains(const Instruction& instruction, const Frame& frame);
    bool checkUnique(const Frame& frame);
    bool checkUnevaluatedItems(const Frame& frame);

    // evaluate_objects.cpp
    bool checkMembers(const Instruction& instruction, const Frame& frame);
    bool checkOtherMember(const MemberRule& rule, const Frame& frame, const std::string& key, const Json& value,
                          bool& known);
    bool unknownMember(const MemberRule& rule, const Frame& frame, const std::string& key, const Json& value);
    bool missingMembers(const MemberRule& rule, const Frame& frame);
    bool checkPropertyNames(const Instruction& instruction, const Frame& frame);
    bool checkDependentRequired(const Instruction& instruction, const Frame& frame);
    bool checkDependentSchemas(const Instruction& instruction, const Frame& frame);
    bool checkUnevaluatedMembers(const Frame& frame);

    const Program& m_program;
    Report* m_report;
    std::int64_t m_steps;
    std::size_t m_depth;
    std::vector<std::uint32_t> m_scope;  // resources entered, outermost first
    std::optional<Error> m_stopped;
};

template <class Message>
bool Evaluator::fail(const Frame& frame, std::string_view keyword, const Message& message, std::string_view missing) {
    if (!m_report || m_stopped)
        return false;
    m_steps -= kStepsOfMessage;
    m_report->add({frame.at.pointer(), pointerTo(frame, keyword), message(), std::string(missing)});
    return false;
}

}  // namespace touchstone::schema
