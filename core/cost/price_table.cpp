// SPDX-License-Identifier: Apache-2.0

#include "cost/price_table.h"

#include "shipped_prices.h"  // generated from resources/prices
#include "workflow/builtin_models.h"

#include <algorithm>

namespace touchstone::cost {
namespace {

constexpr std::int64_t kTokensPerPrice = 1'000'000;
constexpr std::int64_t kLargestWindow = 100'000'000;  // as the workflow schema has it

// Rounded to the nearest picodollar. Whole millions of tokens are taken apart first, so that no product but the result
// itself can leave the range.
Money share(Money perMillion, std::int64_t tokens) {
    const std::int64_t perToken = perMillion.picodollars() / kTokensPerPrice;
    const std::int64_t rest = perMillion.picodollars() % kTokensPerPrice;
    const std::int64_t millions = tokens / kTokensPerPrice;
    const std::int64_t others = tokens % kTokensPerPrice;
    return perMillion * millions + Money::fromPicodollars(perToken) * others +
           Money::fromPicodollars((rest * others + kTokensPerPrice / 2) / kTokensPerPrice);
}

Result<Money> dollarsAt(const Json& row, std::string_view key) {
    const Json* amount = memberAt(row, key);
    if (!amount || !amount->is_number())
        return Error{ErrorCode::InvalidArgument, "'" + std::string(key) + "' must be a number of US dollars"};
    return Money::fromDollars(amount->get<double>());
}

// Empty where the row does not say it.
Result<std::optional<std::int64_t>> windowAt(const Json& row) {
    const Json* window = memberAt(row, "context_window");
    if (!window)
        return std::optional<std::int64_t>();
    if (!window->is_number_integer() || window->get<std::int64_t>() < 1 || window->get<std::int64_t>() > kLargestWindow)
        return Error{ErrorCode::InvalidArgument, "'context_window' must be a whole number of tokens, 1 to 100000000"};
    return std::optional(window->get<std::int64_t>());
}

}  // namespace

Result<PriceTable::Row> PriceTable::parseRow(const Json& row) {
    if (stringAt(row, "provider").empty() || stringAt(row, "model").empty())
        return Error{ErrorCode::InvalidArgument, "'provider' and 'model' must be given"};
    TOUCHSTONE_TRY(const Money input, dollarsAt(row, "input_per_mtok"));
    TOUCHSTONE_TRY(const Money output, dollarsAt(row, "output_per_mtok"));
    if (input < Money() || output < Money())
        return Error{ErrorCode::InvalidArgument, "a price cannot be negative"};
    TOUCHSTONE_TRY(const std::optional<std::int64_t> window, windowAt(row));
    return Row{{input, output}, window};
}

Result<PriceTable> PriceTable::parse(const Json& json) {
    const Json* rows = memberAt(json, "models");
    if (stringAt(json, "format") != "touchstone.prices/1" || !rows || !rows->is_array())
        return Error{ErrorCode::InvalidArgument,
                     R"(a price table needs "format": "touchstone.prices/1" and a list "models")"};
    PriceTable table;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const Json& row = (*rows)[i];
        const std::string where = "price table, /models/" + std::to_string(i) + ": ";
        const auto parsed = parseRow(row);
        if (!parsed.ok())
            return Error{ErrorCode::InvalidArgument, where + parsed.error().message};
        const std::pair key(stringAt(row, "provider"), stringAt(row, "model"));
        if (!table.m_rows.emplace(key, parsed.value()).second)
            return Error{ErrorCode::InvalidArgument, where + "the model '" + key.second + "' is listed twice"};
    }
    return table;
}

const PriceTable& PriceTable::shipped() {
    static const PriceTable table = parse(parseJson(kShippedPrices).value()).value();
    return table;
}

std::optional<workflow::TierPrice> PriceTable::priceOf(const workflow::Tier& tier) const {
    if (tier.price)
        return tier.price;
    const Row* row = rowOf(tier);
    return row ? std::optional(row->price) : std::nullopt;
}

std::optional<std::int64_t> PriceTable::windowOf(const workflow::Tier& tier) const {
    // Servers that load a model with a window of the caller's choice (Ollama) are told it by this parameter.
    if (const std::int64_t asked = integerAt(tier.params, "num_ctx"); asked > 0)
        return std::min(asked, tier.contextWindow.value_or(asked));
    if (tier.contextWindow)
        return tier.contextWindow;
    const Row* row = rowOf(tier);
    return row ? row->window : std::nullopt;
}

const PriceTable::Row* PriceTable::rowOf(const workflow::Tier& tier) const {
    const workflow::BuiltinModel* builtin = tier.provider == "builtin" ? workflow::builtinModel(tier.model) : nullptr;
    const auto found = m_rows.find({tier.provider, builtin ? std::string(builtin->name) : tier.model});
    return found == m_rows.end() ? nullptr : &found->second;
}

Money costOf(const provider::Usage& usage, const workflow::TierPrice& price) {
    return share(price.inputPerMillion, usage.input) + share(price.outputPerMillion, usage.output);
}

}  // namespace touchstone::cost
