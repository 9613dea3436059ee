// SPDX-License-Identifier: GPL-3.0-or-later

#include "preview_words.h"

#include "uibase/format.h"
#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(touchstone::ui::PreviewWords)
};

QString stageWords(engine::Stage stage) {
    switch (stage) {
        case engine::Stage::Prepare:
            return Words::tr("The draft cannot run");
        case engine::Stage::Admit:
            return Words::tr("A run would stop at the input");
        case engine::Stage::Context:
            return Words::tr("A run would stop at retrieval");
        case engine::Stage::Render:
            return Words::tr("A run would stop at the prompt");
        case engine::Stage::Route:
            return Words::tr("A run would stop at routing");
        case engine::Stage::Attempt:
            return Words::tr("The prompt is too long");
    }
    return {};
}

}  // namespace

QString costPerRun(const session::CostEstimate& cost) {
    if (cost.run)
        return Words::tr("%1 / run").arg(formatMoney(cost.run, Certainty::Estimated));
    if (cost.prompt)
        return Words::tr("%1 + reply / run").arg(formatMoney(cost.prompt, Certainty::Estimated));
    return Words::tr("cost unknown");
}

QString costFormula(const session::CostEstimate& cost, std::int64_t promptTokens) {
    if (!cost.price)
        return Words::tr("The price of this model is not known. Give it in the routing, at the tier's “price”.");
    const QString prompt = Words::tr("%1 × %2").arg(formatTokens(promptTokens, Certainty::Estimated),
                                                    formatMoney(cost.price->inputPerMillion));
    const QString output = formatMoney(cost.price->outputPerMillion);
    if (!cost.replyTokens)
        return Words::tr("%1 + reply × %2 per million tokens. No example says how long a reply is.")
            .arg(prompt, output);
    return Words::tr("%1 + %2 × %3 per million tokens; the reply as long as the examples' answers on average")
        .arg(prompt, formatTokens(*cost.replyTokens, Certainty::Estimated), output);
}

QString tierLine(const engine::TierChoice& tier) {
    return Words::tr("%1 · %2 · %3").arg(toQString(tier.name), toQString(tier.model), toQString(tier.reason));
}

QString problemSentence(const session::PreviewProblem& problem) {
    return Words::tr("%1: %2").arg(stageWords(problem.stage), toQString(problem.error.message));
}

QString previewStatus(const session::Preview* preview) {
    if (!preview)
        return {};
    const QString tokens =
        formatTokens(preview->tokens.total, preview->tokens.estimated ? Certainty::Estimated : Certainty::Exact);
    return preview->tier ? Words::tr("%1 · %2").arg(tokens, costPerRun(preview->cost)) : tokens;
}

}  // namespace touchstone::ui
