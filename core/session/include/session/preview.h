// SPDX-License-Identifier: Apache-2.0
//
// What Running::preview() gives: the prompt as it would be sent, where each run of its text comes from, what it costs,
// and where a run would stop. See engine/preview.h for the meaning of each value.
//
// Plain values; safe from any thread.

#pragma once

#include "engine/preview.h"
#include "session/draft_text.h"

namespace touchstone::session {

using engine::CostEstimate;
using engine::Piece;
using engine::Preview;
using engine::PreviewMessage;
using engine::PreviewProblem;
using engine::PromptPart;
using engine::PromptTokens;

}  // namespace touchstone::session
