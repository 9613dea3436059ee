// SPDX-License-Identifier: Apache-2.0

#include "stages.h"

namespace touchstone::engine {

Result<Context> gatherContext(const CompiledWorkflow& workflow, const policy::ScreenedInput& input) {
    Context context;
    if (!workflow.retriever)
        return context;
    const workflow::RetrievalPart& part = *workflow.workflow.retrieval;
    auto query = workflow.query->render(input.input());
    if (!query.ok())
        return Error{query.error().code, "/retrieval/query " + query.error().message, query.error().detail};
    const auto hits = workflow.retriever->search(query.value(), static_cast<std::size_t>(part.topK), part.minScore);
    retrieval::Context assembly = retrieval::assembleContext(hits, query.value(), part.budgetTokens, part.whenOver);
    for (retrieval::Source& source : assembly.sources) {
        policy::ScreenedText screened =
            workflow.gate.screenContext(std::move(source.text), "source " + std::to_string(source.index), input);
        source.text = std::move(screened.text);
        context.blocked = context.blocked || screened.screening.blocked;
        std::move(screened.screening.verdicts.begin(), screened.screening.verdicts.end(),
                  std::back_inserter(context.verdicts));
    }
    context.sources = std::move(assembly.sources);
    context.dropped = std::move(assembly.dropped);
    return context;
}

}  // namespace touchstone::engine
