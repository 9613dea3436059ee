// SPDX-License-Identifier: Apache-2.0

#include "text/template.h"

#include "execution.h"
#include "jinja/parser.h"
#include "jinja/reading.h"
#include "text/utf8.h"

namespace touchstone::text {

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
        const jinja::OutputSources sources = jinja::outputSources(*m_program);
        for (const jinja::Written& piece : pieces)
            if (const auto from = sources.find(piece.node); from != sources.end())
                traced.sources.push_back(
                    {piece.begin, piece.end, positionAt(m_program->source, piece.node->offset), from->second});
        return traced;
    };
    return execute<TracedOutput>(*m_program, variables, limits, render);
}

std::vector<VariableUse> Template::variables() const {
    return jinja::variableUses(*m_program);
}

}  // namespace touchstone::text
