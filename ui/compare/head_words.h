// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the heads and cells of a comparison say, in words. Pure functions; GUI thread only.

#pragma once

#include "uibase/format.h"
#include "uibase/tokens.h"
#include "uicompare/compared_cases.h"

#include <QString>

#include <optional>

namespace touchstone::ui {

// A word with its sign and colours: "✓ better".
struct StateWord {
    QString text;
    Role ink = Role::TextMuted;
    Role fill = Role::Sunken;
};

// What people call a contestant, from its label: "v3", "draft of main".
[[nodiscard]] QString contestantName(std::string_view label);
// "small · 842 ms · $0.00036"
[[nodiscard]] QString metaOf(const eval::CaseResult& result);
// What a cell says about a run beside its score: "✕ invalid", "▲ fell back"; empty text: nothing to say.
[[nodiscard]] StateWord stateOf(const eval::CaseResult& result);
// The colours that tell what a change means.
[[nodiscard]] StateWord wordOf(const Delta& delta);

// The verdict about a candidate: "✓ better", "▲ undecided so far". Empty for the baseline and where nothing was scored.
[[nodiscard]] StateWord verdictWord(const ComparedCases& cases, std::size_t contestant);
// Mean score against the baseline's, with its interval.
[[nodiscard]] Delta scoreDelta(const eval::Comparison& comparison);
[[nodiscard]] std::optional<Money> costPerThousand(const eval::ContestantReport& contestant);
// Relative to the baseline's; empty where a cost is not known.
[[nodiscard]] std::optional<Delta> costDelta(const ComparedCases& cases, std::size_t contestant);
// All of a head in one sentence a line, for tooltips and screen readers.
[[nodiscard]] QString headSentence(const ComparedCases& cases, std::size_t contestant);

}  // namespace touchstone::ui
