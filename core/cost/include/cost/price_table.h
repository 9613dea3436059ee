// SPDX-License-Identifier: Apache-2.0
//
// What a call costs, tokens times the price of its model, and how many tokens the model takes. A price that nobody
// knows makes the cost unknown, never zero; a window that nobody knows limits nothing.
//
// Immutable after parse(); safe from any thread.

#pragma once

#include "base/json.h"
#include "base/money.h"
#include "base/result.h"
#include "provider/provider.h"
#include "workflow/document.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace touchstone::cost {

class PriceTable {
public:
    // The table that ships: the nominal prices of the built-in model.
    [[nodiscard]] static const PriceTable& shipped();
    // Reads "touchstone.prices/1"; fails for another shape and names the row.
    [[nodiscard]] static Result<PriceTable> parse(const Json& json);

    // The tier's own price first, then the table's; empty when neither knows.
    [[nodiscard]] std::optional<workflow::TierPrice> priceOf(const workflow::Tier& tier) const;

    // Tokens that prompt and answer may take together: the tier's `context_window` and the `num_ctx` it asks a server
    // for, whichever is less, else the table's; empty when nobody says.
    [[nodiscard]] std::optional<std::int64_t> windowOf(const workflow::Tier& tier) const;

private:
    struct Row {
        workflow::TierPrice price;
        std::optional<std::int64_t> window;
    };

    static Result<Row> parseRow(const Json& row);
    [[nodiscard]] const Row* rowOf(const workflow::Tier& tier) const;

    std::map<std::pair<std::string, std::string>, Row> m_rows;  // by provider and model
};

// Tokens × price, each kind rounded to the nearest picodollar; stops at the end of Money's range. Input tokens read
// from the provider's cache are charged as plain input: an upper bound. REQUIRES: no count and no price is negative
[[nodiscard]] Money costOf(const provider::Usage& usage, const workflow::TierPrice& price);

}  // namespace touchstone::cost
