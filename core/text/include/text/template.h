// SPDX-License-Identifier: Apache-2.0
//
// Prompt templates in the Jinja language: compiled once, rendered often. Rendering is a pure function of template and
// variables: no clock, randomness, file or network can be reached from a template, and every render has a budget.
//
// The language is jinja2 3.1 without inheritance, imports and recursive loops. It differs from jinja2 on purpose:
// `tojson` escapes nothing for HTML, `a.items` is the key "items" (methods need call syntax: `a.items()`), filters
// that give generators in Python give lists, integers have 64 bits, line ends stay as they are. By default it is
// stricter, so that a prompt means the same in every engine: see Undefined and Printing.
//
// A Template is immutable and cheap to copy; every const member may be called from any thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::text {

// What a missing variable or key means. Chainable is Lenient where `missing.key` is missing again, not an error.
enum class Undefined { Strict, Lenient, Chainable };
// Whether `{{ x }}` may print what every engine prints differently: true, none, floats, lists, mappings. Strict refuses
// and suggests `| tojson`.
enum class Printing { Strict, Jinja };

struct TemplateOptions {
    Undefined undefined = Undefined::Strict;
    Printing printing = Printing::Strict;
    bool keepTrailingNewline = true;
    bool trimBlocks = false;    // drop the first line end after a block tag
    bool lstripBlocks = false;  // drop the blanks before a block tag that starts its line
    std::size_t sourceBytes = 1U << 20U;
    std::size_t depth = 200;  // of nested expressions and blocks

    // As stock jinja2: lenient, prints everything, drops one trailing newline.
    [[nodiscard]] static TemplateOptions jinja();
};

struct RenderLimits {
    std::int64_t steps = 1'000'000;  // evaluated nodes, loop turns, and bytes and items made (by the dozen)
    std::size_t outputBytes = 8U << 20U;
    std::size_t recursion = 64;  // macro calls inside macro calls
};

// A place that reads a variable of the caller.
struct VariableUse {
    std::string name;       // "customer"
    std::string path;       // "customer.plan", as far as it is known without running
    TextPosition position;  // of the name
    // How many of the path's names must be there for this read not to fail where undefined is an error: all of them, or
    // all but the last under `default` and `is defined`.
    std::size_t needed = 1;
    // How many of them are there for sure when this place is reached: `{% if order is defined %}{{ order.id }}`.
    std::size_t certain = 0;

    [[nodiscard]] bool guarded() const { return certain >= needed; }
};

// Which output bytes [begin, end) a `{{ }}`, {% call %} or {% filter %} of the template wrote, and from which variables
// ("customer.plan"), also where they came through a loop, a {% set %} or a macro. At most 64 variables are told apart.
// Without variables it is the template's own text, as it stands at `position` unless a tag made it.
struct OutputSource {
    std::size_t begin = 0;
    std::size_t end = 0;
    TextPosition position;
    std::vector<std::string> paths;
};

struct TracedOutput {
    std::string text;
    std::vector<OutputSource> sources;  // in order, without gaps
};

namespace jinja {
struct Program;
}

struct TemplateParse;

class Template {
public:
    // All syntax errors, not just the first, each with its position; `value` is set when there are none. Warnings and
    // notes name what other engines would do differently.
    [[nodiscard]] static TemplateParse parse(std::string_view source, const TemplateOptions& options = {});

    // `variables` is an object; it is read in place, never copied. The message of an error begins with line:column;
    // its detail is a stable word: undefined, type-error, value-error, print-refused, step-limit, output-limit,
    // recursion-limit, size-limit. Codes: NotFound for undefined, else InvalidArgument.
    [[nodiscard]] Result<std::string> render(const Json& variables, const RenderLimits& limits = {}) const;
    // The same, telling which part of the text came from which input.
    [[nodiscard]] Result<TracedOutput> renderTraced(const Json& variables, const RenderLimits& limits = {}) const;

    // Every read of a variable that the template does not set itself, in source order.
    [[nodiscard]] std::vector<VariableUse> variables() const;

private:
    explicit Template(std::shared_ptr<const jinja::Program> program);

    std::shared_ptr<const jinja::Program> m_program;
};

struct TemplateParse {
    std::optional<Template> value;
    std::vector<Finding> findings;
};

// One name of the language, for completion and help.
struct LanguageName {
    std::string_view name;
    std::string_view signature;  // "truncate(length=255, killwords=false, end='...', leeway=5)"
    std::string_view help;       // one line
};

// Sorted by name.
[[nodiscard]] std::span<const LanguageName> templateFilters();
[[nodiscard]] std::span<const LanguageName> templateTests();
[[nodiscard]] std::span<const LanguageName> templateFunctions();

}  // namespace touchstone::text
