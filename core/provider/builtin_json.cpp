// SPDX-License-Identifier: Apache-2.0

#include "builtin_json.h"

#include "builtin_candidates.h"
#include "builtin_clues.h"
#include "builtin_schema.h"
#include "builtin_vote.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace touchstone::provider {

namespace {

constexpr std::size_t kMaxDepth = 16;
constexpr std::size_t kMaxFields = 256;        // over all levels
constexpr std::size_t kTurnsToLearnFrom = 16;  // the last ones
constexpr double kExtracted = 0.5;  // share of the turns' values found in their messages that makes a field an extract
constexpr double kListShare = 0.4;  // of the votes, for an item to be listed
constexpr std::size_t kLongestFallback = 120;  // bytes

// The value that each turn's answer has at one place; null where it has none.
using TurnValues = std::vector<const Json*>;

class Filler {
public:
    Filler(const BuiltinReading& reading, const Json& root, PatternCache& patterns)
        : m_reading(reading), m_root(root), m_patterns(patterns), m_vote(reading) {
        for (const BuiltinTurn& turn : reading.turns) {
            Result<Json> answer = parseJson(turn.answer);
            m_answers.push_back(answer.ok() ? std::move(answer).value() : Json());
        }
        m_agreement.resize(m_answers.size());
    }

    [[nodiscard]] Json fill() {
        TurnValues values;
        for (const Json& answer : m_answers)
            values.push_back(&answer);
        return fillValue("", m_root, values, 0);
    }

private:
    [[nodiscard]] Json fillValue(std::string_view name, const Json& schema, const TurnValues& shown, std::size_t depth);
    [[nodiscard]] Json fillObject(const Json& schema, const TurnValues& shown, std::size_t depth);
    [[nodiscard]] Json fillList(std::string_view name, const Json& schema, const TurnValues& shown);
    [[nodiscard]] Json fillScalar(std::string_view name, const FieldSchema& field, const TurnValues& shown);
    [[nodiscard]] std::optional<Json> extracted(std::string_view name, const FieldSchema& field,
                                                const TurnValues& shown);
    [[nodiscard]] std::optional<Json> pickWith(const ValueFinder& finder, const FieldWords& words,
                                               const FieldSchema& field, const TurnValues& shown, bool& decided);
    [[nodiscard]] std::optional<Json> voted(const FieldSchema& field, const TurnValues& shown);
    [[nodiscard]] std::optional<Json> ofNearestTurn(const FieldSchema& field, const TurnValues& shown) const;
    [[nodiscard]] Json fallback(const FieldSchema& field) const;

    const BuiltinReading& m_reading;
    const Json& m_root;
    PatternCache& m_patterns;
    TurnVote m_vote;
    CandidateCache m_candidates;
    std::vector<Json> m_answers;           // of each turn; null when it is not JSON
    std::vector<std::size_t> m_agreement;  // of each turn with what was voted for so far
    std::size_t m_fields = 0;
};

bool isGiven(const Json* value) {
    return value != nullptr && !value->is_null();
}

std::size_t countGiven(const TurnValues& shown) {
    return static_cast<std::size_t>(std::ranges::count_if(shown, isGiven));
}

TurnValues membersOf(const TurnValues& objects, std::string_view key) {
    TurnValues members;
    for (const Json* object : objects)
        members.push_back(object == nullptr ? nullptr : memberAt(*object, key));
    return members;
}

bool isListed(const Json& array, std::string_view key) {
    return std::ranges::any_of(
        array, [key](const Json& item) { return item.is_string() && item.get_ref<const std::string&>() == key; });
}

bool isRequired(const Json& schema, std::string_view key) {
    const Json* required = memberAt(schema, "required");
    return required != nullptr && required->is_array() && isListed(*required, key);
}

Json Filler::fillValue(std::string_view name, const Json& schema, const TurnValues& shown, std::size_t depth) {
    const FieldSchema field = readField(schema, m_root);
    if (depth > kMaxDepth || ++m_fields > kMaxFields || field.schema == nullptr)
        return nullptr;
    if (const Json* constant = memberAt(*field.schema, "const"))
        return *constant;
    if (field.type == "object")
        return fillObject(*field.schema, shown, depth);
    if (field.type == "array")
        return fillList(name, *field.schema, shown);
    return fillScalar(name, field, shown);
}

// Optional properties that came out empty are left away.
Json Filler::fillObject(const Json& schema, const TurnValues& shown, std::size_t depth) {
    Json object = Json::object();
    const Json* properties = memberAt(schema, "properties");
    if (properties == nullptr || !properties->is_object())
        return object;
    for (const auto& [key, property] : properties->items()) {
        Json value = fillValue(key, property, membersOf(shown, key), depth + 1);
        if (isRequired(schema, key) ||
            !(value.is_null() || (value.is_string() && value.get_ref<const std::string&>().empty())))
            object[key] = std::move(value);
    }
    return object;
}

// The items that enough of the turns' votes list, and for other lists what the message has of the items' kind.
Json Filler::fillList(std::string_view name, const Json& schema, const TurnValues& shown) {
    Json list = Json::array();
    const Json* items = memberAt(schema, "items");
    const FieldSchema item = readField(items == nullptr ? schema : *items, m_root);
    if (items == nullptr || item.schema == nullptr || item.type == "object" || item.type == "array")
        return list;
    double all = 0;
    std::vector<std::pair<Json, double>> votes;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        all += m_vote.weight(i);
        if (shown[i] == nullptr || !shown[i]->is_array())
            continue;
        for (const Json& value : *shown[i]) {
            const auto known = std::ranges::find(votes, value, &std::pair<Json, double>::first);
            (known != votes.end() ? *known : votes.emplace_back(value, 0)).second += m_vote.weight(i);
        }
    }
    for (const auto& [value, weight] : votes)
        if (weight >= kListShare * all && allows(item, value))
            list.push_back(value);
    if (!list.empty() || countGiven(shown) > 0)
        return list;
    for (const ValueFinder& finder : findersFor(name, item, m_patterns))
        for (const FoundValue& found : finder.find(m_reading.message))
            if (allows(item, found.value) && std::ranges::find(list, found.value) == list.end())
                list.push_back(found.value);
    return list;
}

Json Filler::fillScalar(std::string_view name, const FieldSchema& field, const TurnValues& shown) {
    if (std::optional<Json> value = extracted(name, field, shown))
        return *value;
    if (std::optional<Json> value = voted(field, shown))
        return *value;
    if (std::optional<Json> value = ofNearestTurn(field, shown))
        return *value;
    return fallback(field);
}

std::vector<std::string> choicesOf(const FieldSchema& field) {
    std::vector<std::string> choices;
    const Json* allowed = memberAt(*field.schema, "enum");
    if (allowed != nullptr && allowed->is_array())
        for (const Json& choice : *allowed)
            if (!choice.is_null())
                choices.push_back(choice.is_string() ? choice.get<std::string>() : toText(choice));
    return choices;
}

// `decided` becomes true when the turns show that this finder is the right one, or when there are no turns to ask.
std::optional<Json> Filler::pickWith(const ValueFinder& finder, const FieldWords& words, const FieldSchema& field,
                                     const TurnValues& shown, bool& decided) {
    ValuePicker picker(m_candidates.in(m_reading.message, finder), words);
    const std::size_t first = shown.size() - std::min(shown.size(), kTurnsToLearnFrom);
    for (std::size_t i = first; i < shown.size(); ++i)
        if (shown[i] != nullptr)
            picker.learn(m_candidates.in(m_reading.turns[i].user, finder), *shown[i]);
    decided = countGiven(shown) == 0 || picker.foundShare() >= kExtracted;
    if (!decided)
        return std::nullopt;
    std::optional<PickedValue> picked = picker.pick();
    if (!picked || !allows(field, picked->value))
        return std::nullopt;
    if (field.type == "integer")
        return Json(static_cast<std::int64_t>(std::llround(picked->value.get<double>())));
    return std::move(picked->value);
}

std::optional<Json> Filler::extracted(std::string_view name, const FieldSchema& field, const TurnValues& shown) {
    if (field.type == "boolean")
        return std::nullopt;
    const FieldWords words = fieldWords(name, *field.schema);
    std::vector<ValueFinder> finders;
    const std::vector<std::string> choices = choicesOf(field);
    if (!choices.empty() && field.type != "integer" && field.type != "number")
        finders.push_back(ValueFinder::forChoices(choices));
    else if (choices.empty())
        finders = findersFor(name, field, m_patterns);
    const bool anyString = choices.empty() && field.type != "integer" && field.type != "number";
    if (anyString && (countGiven(shown) > 0 || finders.empty()))
        for (const ValueKind kind : {ValueKind::Date, ValueKind::Currency, ValueKind::Email, ValueKind::Iban,
                                     ValueKind::Code, ValueKind::Name})
            if (countGiven(shown) > 0 || kind == ValueKind::Name)
                finders.emplace_back(kind);
    for (const ValueFinder& finder : finders) {
        bool decided = false;
        std::optional<Json> value = pickWith(finder, words, field, shown, decided);
        if (value)
            return value;
        if (decided && field.nullable)
            return Json();
    }
    return std::nullopt;
}

// The turns vote where their values repeat or the schema names the choices.
std::optional<Json> Filler::voted(const FieldSchema& field, const TurnValues& shown) {
    const std::vector<std::string> choices = choicesOf(field);
    std::vector<std::string> texts;
    for (const Json* value : shown)
        texts.push_back(!isGiven(value) || !allows(field, *value) ? std::string()
                        : value->is_string()                      ? value->get<std::string>()
                                                                  : toText(*value));
    std::vector<std::string> distinct = texts;
    std::ranges::sort(distinct);
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    const bool repeats = field.type != "string" || distinct.size() * 2 <= texts.size();
    if (choices.empty() && (!repeats || countGiven(shown) == 0))
        return std::nullopt;
    const std::vector<std::string_view> views(texts.begin(), texts.end());
    const std::vector<std::string_view> candidates(choices.begin(), choices.end());
    const std::string winner(m_vote.elect(views, candidates));
    for (std::size_t i = 0; i < texts.size(); ++i)
        m_agreement[i] += !winner.empty() && texts[i] == winner ? 1 : 0;
    if (const Json* allowed = memberAt(*field.schema, "enum"))
        for (const Json& choice : *allowed)
            if ((choice.is_string() ? choice.get<std::string>() : toText(choice)) == winner)
                return choice;
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (!winner.empty() && texts[i] == winner)
            return *shown[i];
    return std::nullopt;
}

// Words that cannot be found anywhere come from the nearest turn among those that agree most with what is filled in.
std::optional<Json> Filler::ofNearestTurn(const FieldSchema& field, const TurnValues& shown) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (shown[i] == nullptr || !allows(field, *shown[i]))
            continue;
        if (!best || std::pair(m_agreement[i], m_vote.weight(i)) >= std::pair(m_agreement[*best], m_vote.weight(*best)))
            best = i;
    }
    return best ? std::optional<Json>(*shown[*best]) : std::nullopt;
}

// The beginning of the message where a text must not be empty.
Json Filler::fallback(const FieldSchema& field) const {
    const bool mustSay = !field.nullable && field.type == "string" && integerAt(*field.schema, "minLength", 0) > 0;
    if (!mustSay)
        return plainest(field);
    const auto longest = static_cast<std::size_t>(
        std::max<std::int64_t>(integerAt(*field.schema, "maxLength", static_cast<std::int64_t>(kLongestFallback)), 1));
    std::size_t length = std::min({m_reading.question.size(), longest, kLongestFallback});
    while (length > 0 && length < m_reading.question.size() &&
           (static_cast<unsigned char>(m_reading.question[length]) & 0xC0U) == 0x80U)
        --length;
    return std::string(trimmed(m_reading.question.substr(0, length)));
}

}  // namespace

Json fillSchema(const BuiltinReading& reading, const Json& schema, PatternCache& patterns) {
    return Filler(reading, schema, patterns).fill();
}

}  // namespace touchstone::provider
