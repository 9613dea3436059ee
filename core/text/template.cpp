// SPDX-License-Identifier: Apache-2.0

#include "text/template.h"

#include "execution.h"
#include "jinja/parser.h"
#include "jinja/reading.h"
#include "text/utf8.h"

#include <unordered_map>

namespace touchstone::text {
namespace {

std::vector<OutputSource> sourcesOf(const jinja::Program& program, const std::vector<jinja::Written>& pieces) {
    const jinja::OutputSources paths = jinja::outputSources(program);
    std::unordered_map<const jinja::Node*, TextPosition> positions;  // a loop writes the same nodes again and again
    std::vector<OutputSource> sources;
    sources.reserve(pieces.size());
    for (const jinja::Written& piece : pieces) {
        const auto [position, isNew] = positions.try_emplace(piece.node);
        if (isNew)
            position->second = positionAt(program.source, piece.node->offset);
        const auto from = paths.find(piece.node);
        sources.push_back({piece.begin, piece.end, position->second,
                           from == paths.end() ? std::vector<std::string>() : from->second});
    }
    return sources;
}

}  // namespace

TemplateOptions TemplateOptions::jinja() {
    TemplateOptions options;
    options.undefined = Undefined::Lenient;
    options.printing = Printing::Jinja;
    options.keepTrailingNewline = false;
    return options;
}

Template::Template(std::shared_ptr<const jinja::Program> program) : m_program(std::move(program)) {}

TemplateParse Template::parse(std::string_view source, const TemplateOptions& options) {
    jinja::Parsed parsed = jinja::parseTemplate(source, options);
    TemplateParse result;
    result.findings = std::move(parsed.findings);
    if (parsed.program)
        result.value = Template(std::move(parsed.program));
    return result;
}

Result<std::string> Template::render(const Json& variables, const RenderLimits& limits) const {
    return execute<std::string>(*m_program, variables, limits, [](jinja::Run&, jinja::Evaluator& evaluator) {
        std::string text;
        evaluator.render(text, nullptr);
        return text;
    });
}

Result<TracedOutput> Template::renderTraced(const Json& variables, const RenderLimits& limits) const {
    const auto render = [this](jinja::Run&, jinja::Evaluator& evaluator) {
        TracedOutput traced;
        std::vector<jinja::Written> pieces;
        evaluator.render(traced.text, &pieces);
        traced.sources = sourcesOf(*m_program, pieces);
        return traced;
    };
    return execute<TracedOutput>(*m_program, variables, limits, render);
}

std::vector<VariableUse> Template::variables() const {
    return jinja::variableUses(*m_program);
}

}  // namespace touchstone::text
