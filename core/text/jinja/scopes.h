// SPDX-License-Identifier: Apache-2.0
//
// Which name means which slot. Loops, macros, `with` and capturing blocks have scopes; `if` has none. A name may be set
// in several scopes, and read before it is set, so names are resolved when the whole template is known.

#pragma once

#include "ast.h"

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace touchstone::text::jinja {

// The slots of one macro call, or of the template itself.
struct Activation {
    Activation* parent = nullptr;
    std::uint32_t slotCount = 0;
    // Slots of varargs, kwargs and caller, made when the body names them
    std::uint32_t varargs = MacroCode::kNoSlot;
    std::uint32_t kwargs = MacroCode::kNoSlot;
    std::uint32_t caller = MacroCode::kNoSlot;
};

struct Declaration {
    std::uint32_t slot = 0;
    std::uint32_t offset = 0;
    bool definite = false;  // always set while its scope runs: loop targets, parameters
};

struct Scope {
    Scope* parent = nullptr;
    Activation* activation = nullptr;
    std::unordered_map<std::string_view, Declaration> declarations = {};
    std::vector<std::uint32_t> slots = {};
};

struct NameRead {
    NameExpr* expr = nullptr;
    Scope* scope = nullptr;
};

class Scopes {
public:
    explicit Scopes(Program& program);

    // To read part of a tag as if it stood outside the scope the tag opens.
    [[nodiscard]] Scope* current() { return m_current; }
    void resume(Scope* scope) { m_current = scope; }

    void enter();
    void enterMacro();
    // The slots that the left scope declared.
    Slots leave();
    // The activation that the left macro needs.
    Activation leaveMacro();

    // The slot of `name` in the current scope, made if needed.
    std::uint32_t declare(std::string_view name, std::size_t offset, bool definite);
    // Remembers a read; the result is filled in by resolve().
    void read(NameExpr* expr);

    // When all is parsed: fills in every NameExpr, and the program's roots.
    void resolve();

private:
    void declareImplicit(std::string_view name);
    std::vector<SlotRef> findSlots(const NameRead& read, bool& definite, bool& free) const;
    std::uint32_t rootIndex(std::string_view name);

    Program& m_program;
    std::deque<Activation> m_activations;
    std::deque<Scope> m_scopes;
    Scope* m_current = nullptr;
    std::vector<NameRead> m_reads;
    std::unordered_map<std::string_view, std::uint32_t> m_roots;
};

// Copies into the program's arena.
[[nodiscard]] std::string_view keepText(Program& program, std::string_view text);
template <class T>
[[nodiscard]] std::span<const T> keep(Program& program, const std::vector<T>& items) {
    if (items.empty())
        return {};
    T* copy = static_cast<T*>(program.arena.allocate(items.size() * sizeof(T), alignof(T)));
    std::uninitialized_copy(items.begin(), items.end(), copy);
    return {copy, items.size()};
}

}  // namespace touchstone::text::jinja
