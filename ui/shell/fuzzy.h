// SPDX-License-Identifier: GPL-3.0-or-later
//
// How well a few letters fit a name. Every letter must be found, in order; letters that begin a word or a camel hump,
// and letters that follow each other, count more, gaps cost. Pure functions; safe from any thread.

#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace touchstone::ui {

struct FuzzyMatch {
    int score = 0;               // more is better
    std::vector<int> positions;  // of the letters in the text, in order
};

// Letters in any case; blanks in the pattern are skipped. An empty pattern fits everything with a score of 0. Of a
// longer text or pattern only the first 256 and 64 letters are looked at.
[[nodiscard]] std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text);

}  // namespace touchstone::ui
