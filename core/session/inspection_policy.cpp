// SPDX-License-Identifier: Apache-2.0

#include "inspection_policy.h"

#include "inspection_reading.h"
#include "policy/detectors.h"
#include "policy/gate.h"

#include <algorithm>
#include <iterator>

namespace touchstone::session {
namespace {

using workflow::PolicyAction;
using workflow::PolicyStage;

// Where the pieces of a text that was redacted stood before.
class RedactionMap {
public:
    explicit RedactionMap(std::string text) : m_text(std::move(text)) {
        m_pieces.push_back({0, m_text.size(), 0, m_text.size()});
    }

    [[nodiscard]] const std::string& text() const { return m_text; }

    // A place in the text as it is now, as a place in the first one.
    [[nodiscard]] policy::Hit atFirst(policy::Hit hit) const {
        const Piece& first = pieceAt(hit.begin);
        const Piece& last = pieceAt(hit.end == hit.begin ? hit.begin : hit.end - 1);
        hit.begin = first.verbatim() ? first.was + (hit.begin - first.begin) : first.was;
        hit.end = last.verbatim() ? last.was + (hit.end - last.begin) : last.wasEnd;
        return hit;
    }

    void redact(const std::vector<policy::Hit>& hits) {
        std::vector<policy::Match> matches;
        for (const policy::Hit& hit : hits)
            matches.push_back({hit.begin, hit.end, hit.kind});
        std::string redacted = policy::redact(m_text, matches);
        std::vector<Piece> pieces;
        std::size_t done = 0;
        std::size_t written = 0;
        for (const policy::Hit& hit : hits) {
            keep(pieces, done, hit.begin, written);
            const std::size_t end = redacted.find(']', written) + 1;
            const policy::Hit first = atFirst(hit);
            pieces.push_back({written, end, first.begin, first.end, true});
            written = end;
            done = hit.end;
        }
        keep(pieces, done, m_text.size(), written);
        m_pieces = std::move(pieces);
        m_text = std::move(redacted);
    }

private:
    struct Piece {
        std::size_t begin;
        std::size_t end;
        std::size_t was;
        std::size_t wasEnd;
        bool replaced = false;
        [[nodiscard]] bool verbatim() const { return !replaced; }
    };

    [[nodiscard]] const Piece& pieceAt(std::size_t offset) const {
        const auto after = std::ranges::upper_bound(m_pieces, offset, {}, &Piece::begin);
        return after == m_pieces.begin() ? m_pieces.front() : *std::prev(after);
    }

    // Takes over what stands in [from, to) now; it is written at `written`.
    void keep(std::vector<Piece>& pieces, std::size_t from, std::size_t to, std::size_t& written) const {
        for (const Piece& piece : m_pieces) {
            const std::size_t begin = std::max(piece.begin, from);
            const std::size_t end = std::min(piece.end, to);
            if (begin >= end)
                continue;
            Piece kept = piece;
            kept.begin = written;
            kept.end = written + (end - begin);
            if (piece.verbatim()) {
                kept.was = piece.was + (begin - piece.begin);
                kept.wasEnd = kept.was + (end - begin);
            }
            written = kept.end;
            pieces.push_back(kept);
        }
    }

    std::string m_text;
    std::vector<Piece> m_pieces;
};

struct ReadRules {
    std::vector<workflow::PolicyRule> rules;  // those that can be tested
    std::vector<std::size_t> places;          // of each in `sightings`
    std::vector<RuleSighting> sightings;
};

std::string whyBroken(const workflow::PolicyRule& rule) {
    const auto findings = policy::checkDetectors(std::span(&rule, 1));
    return findings.empty() ? std::string() : findings.front().text;
}

ReadRules readRules(const ScreenRequest& request) {
    ReadRules read;
    if (!request.policy.is_array())
        return read;
    for (std::size_t i = 0; i < request.policy.size(); ++i) {
        const Json& json = request.policy[i];
        if (stringAt(json, "stage") != toString(request.stage))
            continue;
        RuleSighting& sighting = read.sightings.emplace_back();
        sighting.rule = i;
        sighting.id = stringAt(json, "id");
        const auto rule = readPolicyRule(json, request.inputs);
        sighting.broken = rule.ok() ? whyBroken(rule.value()) : rule.error().message;
        if (!sighting.broken.empty())
            continue;
        sighting.action = rule->action;
        read.places.push_back(read.sightings.size() - 1);
        read.rules.push_back(rule.value());
    }
    return read;
}

// The verdicts of the stage about the text alone, in the order of the rules that gave them.
struct Answer {
    std::vector<policy::Verdict> verdicts;
    std::string text;
};

Answer ask(const policy::Gate& gate, PolicyStage stage, const SampleInput& sample, const std::string& text) {
    const policy::ScreenedInput input = gate.screenInput(sample.input);
    if (stage == PolicyStage::Input) {
        Answer answer{{}, stringAt(input.input(), sample.field)};
        for (const policy::Verdict& verdict : input.screening().verdicts)
            if (verdict.where == "input" || verdict.where == childPointer("", sample.field))
                answer.verdicts.push_back(verdict);
        return answer;
    }
    policy::ScreenedText screened =
        stage == PolicyStage::Context ? gate.screenContext(text, "source 1", input) : gate.screenOutput(text, input);
    return {std::move(screened.screening.verdicts), std::move(screened.text)};
}

// A condition that fails has no hits and says so by blocking; ids may repeat while somebody edits, so a verdict goes to
// the first rule of its id that has none yet.
RuleSighting* sightingOf(ReadRules& read, const policy::Verdict& verdict) {
    for (const std::size_t place : read.places)
        if (RuleSighting& sighting = read.sightings[place]; sighting.id == verdict.ruleId && !sighting.applies)
            return &sighting;
    return nullptr;
}

void enter(ScreenResult& result, ReadRules& read, RedactionMap& map, const policy::Verdict& verdict) {
    RuleSighting* sighting = sightingOf(read, verdict);
    if (!sighting)
        return;
    sighting->applies = true;
    sighting->action = verdict.action;
    sighting->message = verdict.message;
    for (const policy::Hit& hit : verdict.hits)
        sighting->hits.push_back(map.atFirst(hit));
    if (verdict.action == PolicyAction::Redact)
        map.redact(verdict.hits);
    if (verdict.action == PolicyAction::Block && !result.blocked)
        result.blockedBy = verdict.ruleId;
    result.blocked = result.blocked || verdict.action == PolicyAction::Block;
    if (verdict.action == PolicyAction::Route && result.routeTo.empty())
        result.routeTo = verdict.routeTo;
}

}  // namespace

Result<ScreenResult> screenNow(const ScreenRequest& request) {
    if (request.stage == PolicyStage::Tool)
        return Error{ErrorCode::InvalidArgument, "policy on tool results is not supported yet, so it cannot be tested"};
    ReadRules read = readRules(request);
    const std::string field = request.stage == PolicyStage::Input ? request.text : std::string();
    const SampleInput sample = sampleInput(request.inputs, field);
    const Json declared = {{"properties", {{sample.field, request.inputs}}}};
    TOUCHSTONE_TRY(const policy::Gate gate, policy::Gate::make(read.rules, declared));
    const Answer answer = ask(gate, request.stage, sample, request.text);
    ScreenResult result;
    RedactionMap map(request.text);
    for (const policy::Verdict& verdict : answer.verdicts)
        enter(result, read, map, verdict);
    result.rules = std::move(read.sightings);
    result.text = result.blocked ? std::string() : answer.text;
    result.field = sample.field;
    return result;
}

}  // namespace touchstone::session
