// SPDX-License-Identifier: Apache-2.0

#include "builtin_answer.h"

#include "builtin_json.h"
#include "builtin_sentences.h"
#include "builtin_vote.h"

#include <algorithm>

namespace touchstone::provider {

namespace {

constexpr std::size_t kWordsInLabel = 8;

bool isShort(std::string_view answer) {
    return static_cast<std::size_t>(std::ranges::count(answer, ' ')) < kWordsInLabel;
}

std::string nearestAnswer(const BuiltinReading& reading) {
    std::vector<std::string_view> answers;
    for (const BuiltinTurn& turn : reading.turns)
        answers.push_back(turn.answer);
    return std::string(TurnVote(reading).elect(answers));
}

std::string answerInText(const BuiltinReading& reading) {
    const bool showsLabels =
        !reading.turns.empty() && std::ranges::all_of(reading.turns, isShort, &BuiltinTurn::answer);
    if (showsLabels)
        return nearestAnswer(reading);
    const BuiltinContext context = findContext(reading);
    if (reading.turns.empty() || !context.sources.empty())
        return supportingSentences(context, reading.tier->sentences);
    return nearestAnswer(reading);
}

// Without a schema for an object any JSON will do: the nearest turn's if that is JSON, else the text in a string.
std::string answerInJson(const BuiltinReading& reading, const Json& schema, PatternCache& patterns) {
    if (schema.is_object())
        return toText(fillSchema(reading, schema, patterns));
    std::string answer = answerInText(reading);
    return parseJson(answer).ok() ? answer : toText(Json{{"answer", answer}});
}

}  // namespace

std::string answerTo(const BuiltinReading& reading, const workflow::Prompt& prompt, PatternCache& patterns) {
    return prompt.outputMode == workflow::OutputMode::Json ? answerInJson(reading, prompt.outputSchema, patterns)
                                                           : answerInText(reading);
}

}  // namespace touchstone::provider
