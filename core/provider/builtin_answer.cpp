// SPDX-License-Identifier: Apache-2.0

#include "builtin_answer.h"

#include "builtin_vote.h"

namespace touchstone::provider {

namespace {

std::string nearestAnswer(const BuiltinReading& reading) {
    std::vector<std::string_view> answers;
    for (const BuiltinTurn& turn : reading.turns)
        answers.push_back(turn.answer);
    return std::string(TurnVote(reading).elect(answers));
}

}  // namespace

std::string answerTo(const BuiltinReading& reading, const workflow::Prompt& /*prompt*/) {
    return nearestAnswer(reading);
}

}  // namespace touchstone::provider
