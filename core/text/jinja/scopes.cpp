// SPDX-License-Identifier: Apache-2.0

#include "scopes.h"

#include "registry.h"

#include <cstring>

namespace touchstone::text::jinja {

std::string_view keepText(Program& program, std::string_view text) {
    if (text.empty())
        return {};
    char* copy = static_cast<char*>(program.arena.allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
}

Scopes::Scopes(Program& program) : m_program(program) {
    m_activations.emplace_back();
    m_scopes.push_back({nullptr, &m_activations.back()});
    m_current = &m_scopes.back();
}

void Scopes::enter() {
    m_scopes.push_back({m_current, m_current->activation});
    m_current = &m_scopes.back();
}

void Scopes::enterMacro() {
    m_activations.push_back({m_current->activation});
    m_scopes.push_back({m_current, &m_activations.back()});
    m_current = &m_scopes.back();
}

Slots Scopes::leave() {
    const Slots slots = keep(m_program, m_current->slots);
    m_current = m_current->parent;
    return slots;
}

Activation Scopes::leaveMacro() {
    const Activation activation = *m_current->activation;
    m_current = m_current->parent;
    return activation;
}

std::uint32_t Scopes::declare(std::string_view name, std::size_t offset, bool definite) {
    const auto [known, isNew] = m_current->declarations.try_emplace(name);
    Declaration& declaration = known->second;
    if (isNew) {
        declaration = {m_current->activation->slotCount++, static_cast<std::uint32_t>(offset), false};
        m_current->slots.push_back(declaration.slot);
    }
    declaration.definite = declaration.definite || definite;
    return declaration.slot;
}

void Scopes::read(NameExpr* expr) {
    declareImplicit(expr->name);
    m_reads.push_back({expr, m_current});
}

void Scopes::declareImplicit(std::string_view name) {
    Activation& activation = *m_current->activation;
    std::uint32_t* slot = name == "varargs"  ? &activation.varargs
                          : name == "kwargs" ? &activation.kwargs
                          : name == "caller" ? &activation.caller
                                             : nullptr;
    if (!slot || !activation.parent || *slot != MacroCode::kNoSlot)
        return;
    Scope* top = m_current;
    while (top->parent->activation == &activation)
        top = top->parent;
    *slot = activation.slotCount++;
    top->declarations[name] = {*slot, 0, true};
}

std::vector<SlotRef> Scopes::findSlots(const NameRead& read, bool& definite, bool& free) const {
    std::vector<SlotRef> slots;
    std::uint32_t hops = 0;
    for (const Scope* scope = read.scope; scope && !definite; scope = scope->parent) {
        if (const auto at = scope->declarations.find(read.expr->name); at != scope->declarations.end()) {
            const Declaration& declaration = at->second;
            slots.push_back({hops, declaration.slot});
            definite = declaration.definite;
            free = free && hops == 0 && !definite && declaration.offset > read.expr->offset;
        }
        if (scope->parent && scope->parent->activation != scope->activation)
            ++hops;
    }
    return slots;
}

std::uint32_t Scopes::rootIndex(std::string_view name) {
    const auto [root, isNew] = m_roots.try_emplace(name, static_cast<std::uint32_t>(m_program.roots.size()));
    if (isNew)
        m_program.roots.push_back(name);
    return root->second;
}

void Scopes::resolve() {
    for (const NameRead& read : m_reads) {
        bool definite = false;
        bool free = true;
        read.expr->slots = keep(m_program, findSlots(read, definite, free));
        read.expr->root = definite ? NameExpr::kNoRoot : rootIndex(read.expr->name);
        read.expr->free = free && !findFunction(read.expr->name);
    }
    m_program.slotCount = m_activations.front().slotCount;
}

}  // namespace touchstone::text::jinja
