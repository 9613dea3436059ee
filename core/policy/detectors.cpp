// SPDX-License-Identifier: Apache-2.0

#include "policy/detectors.h"

#include "base/finding.h"
#include "detectors_engine.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace touchstone::policy {
namespace {

constexpr std::size_t kLongestText = 16U << 20U;
constexpr std::array<std::string_view, 5> kPiiKinds = {"email", "card", "iban", "phone", "ip"};
constexpr std::array<Scanner, 5> kScanners = {findEmails, findCards, findIbans, findPhones, findAddresses};

class ScanningEngine final : public DetectorEngine {
public:
    explicit ScanningEngine(Scanner scanner) : m_scanner(scanner) {}

    [[nodiscard]] Result<std::vector<Match>> find(std::string_view text) const override {
        std::vector<Match> matches;
        m_scanner(text, matches);
        return matches;
    }

private:
    Scanner m_scanner;
};

// What makes two values the same: not their case, nor how their digits are grouped.
std::string identityOf(std::string_view value, std::string_view kind) {
    const bool grouped = kind == "card" || kind == "iban" || kind == "phone";
    std::string identity;
    for (const char c : value)
        if (!grouped || isAlphanumeric(c))
            identity += toLower(c);
    return identity;
}

using Numbers = std::map<std::string, std::map<std::string, std::size_t>>;

Numbers numberValues(std::string_view text, std::span<const Match> matches) {
    Numbers numbers;
    for (const Match& match : matches) {
        auto& values = numbers[match.kind];
        values.emplace(identityOf(text.substr(match.begin, match.end - match.begin), match.kind), values.size() + 1);
    }
    return numbers;
}

}  // namespace

Detector::Detector(std::shared_ptr<const DetectorEngine> engine) : m_engine(std::move(engine)) {}

Result<std::vector<Match>> Detector::find(std::string_view text) const {
    if (text.size() > kLongestText)
        return Error{ErrorCode::InvalidArgument, "a text of " + std::to_string(text.size()) +
                                                     " bytes is too long to be screened; the limit is 16 MiB"};
    TOUCHSTONE_TRY(auto matches, m_engine->find(text));
    return withoutOverlaps(std::move(matches));
}

std::span<const std::string_view> piiKinds() {
    return kPiiKinds;
}

Result<Detector> makePiiDetector(std::string_view kind) {
    const auto* known = std::find(kPiiKinds.begin(), kPiiKinds.end(), kind);
    if (known != kPiiKinds.end())
        return Detector(
            std::make_shared<const ScanningEngine>(kScanners[static_cast<std::size_t>(known - kPiiKinds.begin())]));
    const std::string nearest = nearestName(kind, kPiiKinds);
    return Error{ErrorCode::InvalidArgument,
                 "unknown kind of personal data \"" + std::string(kind.substr(0, 60)) + "\"; " +
                     (nearest.empty() ? "use email, card, iban, phone or ip" : "did you mean \"" + nearest + "\"?")};
}

std::vector<Match> withoutOverlaps(std::vector<Match> matches) {
    const auto better = [](const Match& a, const Match& b) {
        const std::size_t sizeA = a.end - a.begin;
        const std::size_t sizeB = b.end - b.begin;
        return sizeA != sizeB ? sizeA > sizeB : a < b;
    };
    std::sort(matches.begin(), matches.end(), better);
    const auto byBegin = [](const Match& a, const Match& b) { return a.begin < b.begin; };
    std::set<Match, decltype(byBegin)> kept(byBegin);
    for (Match& match : matches) {
        const auto next = kept.lower_bound(match);
        const bool hitsNext = next != kept.end() && next->begin < match.end;
        const bool hitsPrevious = next != kept.begin() && std::prev(next)->end > match.begin;
        if (!hitsNext && !hitsPrevious)
            kept.insert(next, std::move(match));
    }
    return {kept.begin(), kept.end()};
}

std::string redact(std::string_view text, std::span<const Match> matches) {
    const std::vector<Match> places = withoutOverlaps({matches.begin(), matches.end()});
    const Numbers numbers = numberValues(text, places);
    std::string result;
    std::size_t done = 0;
    for (const Match& match : places) {
        TOUCHSTONE_CHECK(match.begin <= match.end && match.end <= text.size(), "matches belong to the text");
        const auto& values = numbers.at(match.kind);
        result += text.substr(done, match.begin - done);
        result += "[" + match.kind;
        if (values.size() > 1)
            result += " " + std::to_string(
                                values.at(identityOf(text.substr(match.begin, match.end - match.begin), match.kind)));
        result += "]";
        done = match.end;
    }
    result += text.substr(done);
    return result;
}

}  // namespace touchstone::policy
