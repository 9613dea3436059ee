// SPDX-License-Identifier: GPL-3.0-or-later
//
// An answer as a cell shows it: one paragraph, JSON as "member: value · …", with the words that differ from the
// baseline's answer. Long texts are cut to where they begin to differ.
//
// Pure functions; safe from any thread.

#pragma once

#include "eval/experiment.h"
#include "text/diff.h"

#include <string>
#include <vector>

namespace touchstone::ui {

// Byte by byte, or as JSON values where both are JSON (the order of keys and 1 or 1.0 do not matter).
[[nodiscard]] bool isSameAnswer(const eval::CaseResult& baseline, const eval::CaseResult& result);

// Without a baseline, or when both say the same: one Equal piece.
[[nodiscard]] std::vector<text::DiffPiece> answerPieces(const eval::CaseResult* baseline,
                                                        const eval::CaseResult& result);

// `value` as one line: strings as they are, objects as "member: value · …".
[[nodiscard]] std::string compactJson(const Json& value);

}  // namespace touchstone::ui
