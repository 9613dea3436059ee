// SPDX-License-Identifier: Apache-2.0
//
// Where the text that a template writes may come from.

#include "reading.h"

#include <algorithm>

namespace touchstone::text::jinja {

namespace {

// A set in the order things were found. What comes from more than this is not told apart any more.
class Sources {
public:
    void add(const std::string& path) {
        if (m_paths.size() < kMostSources && std::ranges::find(m_paths, path) == m_paths.end())
            m_paths.push_back(path);
    }
    void add(const Sources& others) {
        for (const std::string& path : others.m_paths)
            add(path);
    }
    [[nodiscard]] const std::vector<std::string>& paths() const { return m_paths; }

private:
    static constexpr std::size_t kMostSources = 64;
    std::vector<std::string> m_paths;
};

// Goes through the program in source order; a name holds what any assignment before gave it.
class Follower {
public:
    explicit Follower(const Program& program) : m_program(program) {}

    OutputSources follow() && {
        m_frames.emplace_back(m_program.slotCount);
        static_cast<void>(walk(m_program.body));
        return std::move(m_outputs);
    }

private:
    using Frame = std::vector<Sources>;

    // ---- Expressions

    Sources sourcesOf(const Expr& expr) {
        Sources sources;
        collect(expr, sources);
        return sources;
    }

    void collect(const Expr& expr, Sources& sources) {
        const auto path = staticPath(expr);
        if (!path) {
            forEachPart(expr, [&](const Expr& part) { collect(part, sources); });
            return;
        }
        if (path->name->free)
            sources.add(path->text);
        for (const SlotRef& slot : path->name->slots)
            sources.add(slotAt(slot));
    }

    Sources& slotAt(const SlotRef& slot) { return m_frames[m_frames.size() - 1 - slot.hops][slot.index]; }

    void assign(const Target& target, const Sources& sources) {
        if (target.kind == Target::Kind::Slot)
            m_frames.back()[target.slot].add(sources);
        if (target.object && target.object->kind == ExprKind::Name)
            for (const SlotRef& slot : static_cast<const NameExpr*>(target.object)->slots)
                slotAt(slot).add(sources);
        for (const Target& part : target.targets)
            assign(part, sources);
    }

    // ---- Tags: what each of them writes

    Sources walk(Body body) {
        Sources sources;
        for (const Node* node : body)
            sources.add(walk(*node));
        return sources;
    }

    Sources writes(const Node& node, Sources sources) {
        if (!sources.paths().empty())
            m_outputs[&node] = sources.paths();
        return sources;
    }

    Sources walk(const Node& node) {
        switch (node.kind) {
            case NodeKind::Text:
                return {};
            case NodeKind::Output:
                return writes(node, sourcesOf(*static_cast<const OutputNode&>(node).expression));
            case NodeKind::If:
                return walkIf(static_cast<const IfNode&>(node));
            case NodeKind::For:
                return walkFor(static_cast<const ForNode&>(node));
            case NodeKind::Set:
                assign(static_cast<const SetNode&>(node).target, sourcesOf(*static_cast<const SetNode&>(node).value));
                return {};
            case NodeKind::SetBlock:
                walkSetBlock(static_cast<const SetBlockNode&>(node));
                return {};
            case NodeKind::Macro: {
                const auto& macro = static_cast<const MacroNode&>(node);
                m_frames.back()[macro.slot].add(walkMacro(*macro.code));
                return {};
            }
            case NodeKind::CallBlock: {
                const auto& block = static_cast<const CallBlockNode&>(node);
                Sources sources = sourcesOf(*block.call);
                sources.add(walkMacro(*block.caller));
                return writes(node, std::move(sources));
            }
            case NodeKind::FilterBlock: {
                const auto& block = static_cast<const FilterBlockNode&>(node);
                Sources sources = walk(block.body);
                collect(*block.filters, sources);
                return writes(node, std::move(sources));
            }
            case NodeKind::With: {
                const auto& with = static_cast<const WithNode&>(node);
                for (std::size_t i = 0; i < with.targets.size(); ++i)
                    assign(with.targets[i], sourcesOf(*with.values[i]));
                return walk(with.body);
            }
        }
        return {};
    }

    Sources walkIf(const IfNode& node) {
        Sources sources;
        for (const Branch& branch : node.branches)
            sources.add(walk(branch.body));
        sources.add(walk(node.otherwise));
        return sources;
    }

    Sources walkFor(const ForNode& node) {
        assign(node.target, sourcesOf(*node.iterable));
        Sources sources = walk(node.body);
        sources.add(walk(node.otherwise));
        return sources;
    }

    void walkSetBlock(const SetBlockNode& node) {
        Sources sources = walk(node.body);
        if (node.filters)
            collect(*node.filters, sources);
        assign(node.target, sources);
    }

    // What a call shows besides its arguments.
    Sources walkMacro(const MacroCode& code) {
        m_frames.emplace_back(code.slotCount);
        for (const Parameter& parameter : code.parameters)
            if (parameter.fallback)
                m_frames.back()[parameter.slot].add(sourcesOf(*parameter.fallback));
        Sources sources = walk(code.body);
        m_frames.pop_back();
        return sources;
    }

    const Program& m_program;
    std::vector<Frame> m_frames;  // the innermost macro's last
    OutputSources m_outputs;
};

}  // namespace

OutputSources outputSources(const Program& program) {
    return Follower(program).follow();
}

}  // namespace touchstone::text::jinja
