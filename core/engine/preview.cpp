// SPDX-License-Identifier: Apache-2.0

#include "engine/preview.h"

#include "stages.h"
#include "text/tokens.h"

#include <algorithm>

namespace touchstone::engine {
namespace {

// ---- Tokens

// Which part brought the message.
PromptPart ownerOf(const std::vector<Piece>& pieces) {
    if (pieces.empty())
        return PromptPart::Prompt;
    const std::string& pointer = pieces.front().pointer;
    if (pointer.starts_with("/prompt/examples/"))
        return PromptPart::Examples;
    return pointer == "/instructions/text" ? PromptPart::Instructions : PromptPart::Prompt;
}

// A message's estimate, divided so that the parts add up to it: each part's share is what the text grows by with it.
void addTokens(const PreviewMessage& message, PromptTokens& tokens) {
    std::string grown;
    grown.reserve(message.content.size());
    std::int64_t before = 0;
    for (std::size_t part = 0; part < kPromptPartCount; ++part) {
        for (const Piece& piece : message.pieces)
            if (piece.part == static_cast<PromptPart>(part))
                grown.append(message.content, piece.begin, piece.end - piece.begin);
        const std::int64_t now = text::estimateTokens(grown);
        tokens.byPart[part] += now - before;
        before = now;
    }
    tokens.byPart[static_cast<std::size_t>(ownerOf(message.pieces))] += kTokensPerMessage;
}

// ---- Sources

struct Lines {
    std::size_t first = 1;
    std::size_t last = 1;
};

Lines linesOf(const retrieval::Corpus& corpus, const std::string& documentId, std::size_t begin, std::size_t end) {
    const auto found = std::ranges::lower_bound(corpus.documents(), documentId, {}, &retrieval::Document::id);
    if (found == corpus.documents().end() || found->id != documentId)
        return {};
    const std::string_view text = found->text;
    const auto breaksIn = [text](std::size_t from, std::size_t to) {
        const std::string_view part = text.substr(std::min(from, text.size()), to - from);
        return static_cast<std::size_t>(std::ranges::count(part, '\n'));
    };
    const std::size_t first = 1 + breaksIn(0, begin);
    return {first, first + breaksIn(begin, end > begin ? end - 1 : end)};  // a line end belongs to its line
}

// ---- Cost

// How many tokens an answer has, going by those of the examples.
std::optional<std::int64_t> usualReply(const CompiledWorkflow& workflow) {
    constexpr std::size_t kMostLookedAt = 200;
    const auto& examples = workflow.workflow.prompt.examples;
    const std::size_t count = std::min(examples.size(), kMostLookedAt);
    if (count == 0)
        return std::nullopt;
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += text::estimateTokens(workflow.turns.empty() ? toText(examples[i].output) : workflow.turns[i].assistant);
    const auto divisor = static_cast<std::int64_t>(count);
    return (sum + divisor / 2) / divisor;
}

CostEstimate estimateCost(const CompiledWorkflow& workflow, const workflow::Tier& tier, std::int64_t promptTokens,
                          const cost::PriceTable& prices) {
    CostEstimate estimate;
    estimate.limit = workflow.workflow.budget.perRun;
    estimate.price = prices.priceOf(tier);
    const std::int64_t longest = longestAnswer(tier);
    estimate.replyTokens = usualReply(workflow);
    if (estimate.replyTokens && longest > 0)
        estimate.replyTokens = std::min(*estimate.replyTokens, longest);
    if (!estimate.price)
        return estimate;
    estimate.prompt = cost::costOf({promptTokens, 0}, *estimate.price);
    if (estimate.replyTokens)
        estimate.run = cost::costOf({promptTokens, *estimate.replyTokens}, *estimate.price);
    if (longest > 0)
        estimate.most = cost::costOf({promptTokens, longest}, *estimate.price);
    return estimate;
}

TierChoice choiceOf(const workflow::Tier& tier, routing::Plan plan, const cost::PriceTable& prices) {
    TierChoice choice;
    choice.name = plan.tiers.front();
    choice.provider = tier.provider;
    choice.model = tier.model;
    choice.reason = std::move(plan.reason);
    choice.passedOver = std::move(plan.passedOver);
    choice.fallback.assign(plan.tiers.begin() + 1, plan.tiers.end());
    choice.window = prices.windowOf(tier);
    if (const std::int64_t longest = longestAnswer(tier); longest > 0)
        choice.longestReply = longest;
    return choice;
}

// ---- The stages

constexpr const char* kTooLong = "prompt-too-long";

class Previewing {
public:
    Previewing(const CompiledWorkflow& workflow, const cost::PriceTable& prices, const std::stop_token& stop)
        : m_workflow(workflow), m_prices(prices), m_stop(stop) {}

    Preview run(Json input, const std::string& tier) && {
        const Admission admission = admit(m_workflow, std::move(input));
        keep(admission.input.screening().verdicts);
        if (admission.input.screening().blocked)
            return stopAt(Stage::Admit, {ErrorCode::PolicyRefused, admission.input.screening().blockMessage()});
        if (admission.misfit)
            m_preview.problem = {Stage::Admit, *admission.misfit};
        if (const auto went = follow(admission.input, tier); !went.ok())
            return stopAt(m_stage, went.error());
        return std::move(m_preview);
    }

private:
    Result<void> enter(Stage stage) {
        m_stage = stage;
        if (m_stop.stop_requested())
            return Error{ErrorCode::Cancelled, "the preview was cancelled"};
        return {};
    }

    Result<void> follow(const policy::ScreenedInput& input, const std::string& tier) {
        TOUCHSTONE_TRY_VOID(enter(Stage::Context));
        TOUCHSTONE_TRY(Context context, gatherContext(m_workflow, input));
        keep(context.verdicts);
        if (context.blocked)
            return Error{ErrorCode::PolicyRefused, "a policy rule blocks what retrieval found"};
        showSources(context);
        TOUCHSTONE_TRY_VOID(enter(Stage::Render));
        TOUCHSTONE_TRY(Rendered rendered, render(m_workflow, input.input(), context, Provenance::Keep));
        TOUCHSTONE_TRY_VOID(enter(Stage::Route));
        auto plan = route(m_workflow, input, rendered, tier);
        showPrompt(std::move(rendered));
        if (!plan.ok())
            return plan.error();
        const workflow::Tier& chosen = *m_workflow.workflow.routing.tier(plan->tiers.front());
        m_preview.cost = estimateCost(m_workflow, chosen, m_preview.tokens.total, m_prices);
        const auto reached = checkWindows(plan->tiers);
        m_preview.tier = choiceOf(chosen, std::move(plan).value(), m_prices);
        return reached;
    }

    // Which tiers of the plan the prompt is too long for; fails when it is for all of them.
    Result<void> checkWindows(const std::vector<std::string>& tiers) {
        TOUCHSTONE_TRY_VOID(enter(Stage::Attempt));
        std::string reasons;
        std::string taker;
        for (const std::string& name : tiers) {
            const workflow::Tier& tier = *m_workflow.workflow.routing.tier(name);
            const auto fits = fitsWindow(tier, m_preview.tokens.total, m_prices);
            if (fits.ok()) {
                taker = name;
                break;
            }
            reasons += (reasons.empty() ? "" : "; ") + name + ": " + fits.error().message;
            const std::int64_t over = overWindow(tier, m_preview.tokens.total, m_prices);
            m_preview.findings.push_back({Severity::Warning,
                                          kTooLong,
                                          childPointer("/routing/tiers", name),
                                          {},
                                          "with this input, the prompt is about " + std::to_string(over) +
                                              " tokens too long for '" + name + "'"});
        }
        for (Finding& finding : m_preview.findings) {
            if (finding.code != kTooLong)
                continue;
            finding.severity = taker.empty() ? Severity::Error : Severity::Warning;
            finding.suggestion = taker.empty() ? std::string() : "a run goes on to '" + taker + "'";
        }
        return taker.empty() ? Result<void>(Error{ErrorCode::InvalidArgument, std::move(reasons)}) : Result<void>();
    }

    void keep(const std::vector<policy::Verdict>& verdicts) {
        for (const policy::Verdict& verdict : verdicts)
            m_preview.policy.push_back(recordOf(verdict));
    }

    void showSources(const Context& context) {
        for (const retrieval::Source& source : context.sources) {
            const Lines lines = linesOf(m_workflow.retriever->corpus(), source.documentId, source.begin, source.end);
            m_preview.sources.push_back({source, lines.first, lines.last});
        }
        for (const retrieval::Dropped& dropped : context.dropped) {
            const retrieval::Hit& hit = dropped.hit;
            const Lines lines = linesOf(m_workflow.retriever->corpus(), hit.documentId, hit.begin, hit.end);
            m_preview.dropped.push_back({dropped, lines.first, lines.last});
        }
        noteDropped(context);
    }

    // Quiet: leaving out is what a budget is for.
    void noteDropped(const Context& context) {
        std::size_t left = 0;
        std::size_t wanted = 0;
        for (const retrieval::Source& source : context.sources)
            wanted += source.tokens;
        for (const retrieval::Dropped& dropped : context.dropped)
            if (dropped.reason == retrieval::DropReason::OverBudget) {
                ++left;
                wanted += dropped.tokens;
            }
        if (left == 0)
            return;
        const std::int64_t budget = m_workflow.workflow.retrieval->budgetTokens;
        m_preview.findings.push_back({Severity::Info,
                                      "sources-over-budget",
                                      "/retrieval/budget_tokens",
                                      {},
                                      "with this input, " + std::to_string(left) +
                                          (left == 1 ? " source is" : " sources are") + " left out: all would take " +
                                          std::to_string(wanted) + " tokens of a budget of " + std::to_string(budget),
                                      "raise it to " + std::to_string(wanted)});
    }

    void showPrompt(Rendered rendered) {
        for (std::size_t i = 0; i < rendered.prompt.messages.size(); ++i) {
            workflow::Message& message = rendered.prompt.messages[i];
            m_preview.messages.push_back({message.role, std::move(message.content), std::move(rendered.pieces[i])});
            addTokens(m_preview.messages.back(), m_preview.tokens);
        }
        m_preview.tokens.total = rendered.promptTokens;
        m_preview.examples = std::move(rendered.examples);
    }

    Preview stopAt(Stage stage, Error error) {
        if (!m_preview.problem || error.code == ErrorCode::Cancelled)
            m_preview.problem = {stage, std::move(error)};
        return std::move(m_preview);
    }

    const CompiledWorkflow& m_workflow;
    const cost::PriceTable& m_prices;
    const std::stop_token& m_stop;
    Stage m_stage = Stage::Admit;
    Preview m_preview;
};

}  // namespace

std::string_view toString(PromptPart part) {
    switch (part) {
        case PromptPart::Instructions:
            return "instructions";
        case PromptPart::Examples:
            return "examples";
        case PromptPart::Context:
            return "context";
        case PromptPart::Prompt:
            return "prompt";
        case PromptPart::Input:
            return "input";
    }
    return "prompt";
}

std::string_view toString(Stage stage) {
    switch (stage) {
        case Stage::Prepare:
            return "prepare";
        case Stage::Admit:
            return "admit";
        case Stage::Context:
            return "context";
        case Stage::Render:
            return "render";
        case Stage::Route:
            return "route";
        case Stage::Attempt:
            return "attempt";
    }
    return "prepare";
}

Preview preview(const Prepared& workflow, Json input, const std::string& tier, const cost::PriceTable& prices,
                const std::stop_token& stop) {
    return Previewing(workflow.compiled(), prices, stop).run(std::move(input), tier);
}

}  // namespace touchstone::engine
