// SPDX-License-Identifier: Apache-2.0

#include "compiler.h"

namespace touchstone::schema {
namespace {

// The nodes that are evaluated on the same value as `node`.
std::vector<NodeId> nodesInPlace(const Program& program, const Node& node) {
    std::vector<NodeId> nodes;
    const auto add = [&](NodeId id) {
        if (id != kNoNode)
            nodes.push_back(id);
    };
    for (const Range& range : node.groups) {
        for (std::uint32_t i = range.begin; i != range.end; ++i) {
            const Instruction& instruction = program.code[i];
            if (instruction.op == Op::Ref || instruction.op == Op::Not)
                add(instruction.a);
            if (instruction.op == Op::AllOf || instruction.op == Op::AnyOf || instruction.op == Op::OneOf)
                nodes.insert(nodes.end(), program.nodeLists.begin() + instruction.a,
                             program.nodeLists.begin() + instruction.b);
            if (instruction.op == Op::DependentSchemas)
                for (const auto& [name, id] : program.dependentNodes[instruction.a].nodes)
                    add(id);
            if (instruction.op == Op::If) {
                const Conditional& conditional = program.conditionals[instruction.a];
                add(conditional.condition);
                add(conditional.then);
                add(conditional.otherwise);
            }
        }
    }
    return nodes;
}

struct Visit {
    NodeId node;
    std::vector<NodeId> next;
};

}  // namespace

void findReferenceLoops(const Program& program, std::vector<Finding>& findings) {
    enum class State : std::uint8_t { New, Open, Done };
    std::vector<State> states(program.nodes.size(), State::New);
    std::vector<Visit> path;
    const auto open = [&](NodeId id) {
        states[id] = State::Open;
        path.push_back({id, nodesInPlace(program, program.nodes[id])});
    };
    for (NodeId start = 0; start < program.nodes.size(); ++start) {
        if (states[start] == State::New)
            open(start);
        while (!path.empty()) {
            Visit& visit = path.back();
            if (visit.next.empty()) {
                states[visit.node] = State::Done;
                path.pop_back();
                continue;
            }
            const NodeId next = visit.next.back();
            visit.next.pop_back();
            if (states[next] == State::Open)
                findings.push_back({Severity::Error,
                                    "reference-loop",
                                    program.pointers.text(program.nodes[visit.node].pointer),
                                    {},
                                    "the references from here lead back to \"" +
                                        program.pointers.text(program.nodes[next].pointer) +
                                        "\" without going further into the value, so no check would ever end",
                                    "put the reference under properties, items or another keyword that goes deeper"});
            else if (states[next] == State::New)
                open(next);
        }
    }
}

}  // namespace touchstone::schema
