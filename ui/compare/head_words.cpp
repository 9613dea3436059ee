// SPDX-License-Identifier: GPL-3.0-or-later

#include "head_words.h"

#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CompareWords)
};

QString count(std::size_t number) {
    return formatCount(static_cast<std::int64_t>(number));
}

StateWord undecidedSoFar() {
    return {Words::tr("? undecided so far"), Role::TextMuted, Role::Sunken};
}

// Whoever looks at the test again and again sees a difference sooner or later: it speaks with the last case.
QString verdictLine(const ComparedCases& cases, const eval::Comparison& comparison) {
    if (!cases.isRunning())
        return toQString(comparison.sentence);
    return Words::tr("Undecided so far: %1 on %2 cases; the verdict comes with the last one.")
        .arg(formatDelta(scoreDelta(comparison)), formatCount(static_cast<std::int64_t>(comparison.n)));
}

QString scoreLine(const eval::ContestantReport& contestant) {
    if (!contestant.meanInterval)
        return {};
    return Words::tr("Mean score %1, 95 % interval %2 to %3; %4 of %5 cases passed")
        .arg(formatScore(contestant.meanScore, 3), formatScore(contestant.meanInterval->low, 3),
             formatScore(contestant.meanInterval->high, 3), count(contestant.passed), count(contestant.cases));
}

QString costLine(const ComparedCases& cases, std::size_t index) {
    const auto cost = costPerThousand(cases.report().contestants[index]);
    if (!cost)
        return Words::tr("The cost of these runs is not known");
    const auto change = costDelta(cases, index);
    return change ? Words::tr("%1 per 1,000 runs, %2 against the baseline").arg(formatMoney(cost), formatDelta(*change))
                  : Words::tr("%1 per 1,000 runs").arg(formatMoney(cost));
}

}  // namespace

QString contestantName(std::string_view label) {
    constexpr std::string_view kOf = "draft of ";
    if (referenceOf(label) != "draft")
        return toQString(referenceOf(label));
    const std::string_view name = label.substr(0, label.rfind(" · "));
    return name.starts_with(kOf) ? Words::tr("draft of %1").arg(toQString(name.substr(kOf.size())))
                                 : Words::tr("draft");
}

QString metaOf(const eval::CaseResult& result) {
    QStringList facts;
    if (!result.tier.empty())
        facts.append(toQString(result.tier));
    facts.append(formatDuration(result.latency));
    facts.append(formatMoney(result.cost));
    return facts.join(QStringLiteral(" · "));
}

StateWord stateOf(const eval::CaseResult& result) {
    switch (result.status) {
        case trace::Status::Invalid:
            return {Words::tr("✕ invalid"), Role::Worse, Role::WorseTint};
        case trace::Status::Blocked:
            return {Words::tr("■ blocked"), Role::Warning, Role::WarningTint};
        case trace::Status::Failed:
            return {Words::tr("✕ no answer"), Role::Worse, Role::WorseTint};
        default:
            break;
    }
    if (!result.fellBack.empty())
        return {Words::tr("▲ fell back"), Role::Warning, Role::WarningTint};
    if (!result.passed)
        return {Words::tr("✕ failed"), Role::Worse, Role::WorseTint};
    return {};
}

StateWord wordOf(const Delta& delta) {
    switch (verdictOf(delta)) {
        case Verdict::Better:
            return {formatDelta(delta), Role::Better, Role::BetterTint};
        case Verdict::Worse:
            return {formatDelta(delta), Role::Worse, Role::WorseTint};
        case Verdict::Same:
            break;
    }
    return {formatDelta(delta), Role::TextMuted, Role::Sunken};
}

StateWord verdictWord(const ComparedCases& cases, std::size_t contestant) {
    const eval::Comparison* comparison = cases.comparisonOf(contestant);
    const auto& all = cases.report().contestants;
    if (!comparison || !cases.isScored())
        return {};
    if (all.front().neverAnswered() || all[contestant].neverAnswered())
        return {Words::tr("✕ never answered"), Role::Worse, Role::WorseTint};
    if (cases.isRunning())
        return undecidedSoFar();
    switch (comparison->verdict) {
        case eval::Verdict::Better:
            return {Words::tr("✓ better"), Role::Better, Role::BetterTint};
        case eval::Verdict::Worse:
            return {Words::tr("✕ worse"), Role::Worse, Role::WorseTint};
        case eval::Verdict::NoDifferenceShown:
            return {Words::tr("= no difference shown"), Role::Info, Role::InfoTint};
        case eval::Verdict::Undecided:
            break;
    }
    if (cases.report().experiment.status != eval::ExperimentStatus::Done)
        return undecidedSoFar();
    return {Words::tr("? undecided"), Role::Warning, Role::WarningTint};
}

Delta scoreDelta(const eval::Comparison& comparison) {
    return {comparison.difference, DeltaUnit::PercentagePoints,
            Interval{comparison.interval.low, comparison.interval.high}};
}

std::optional<Money> costPerThousand(const eval::ContestantReport& contestant) {
    if (contestant.cases <= contestant.costUnknown)
        return std::nullopt;
    const auto known = static_cast<std::int64_t>(contestant.cases - contestant.costUnknown);
    return Money::fromPicodollars(contestant.cost.picodollars() / known) * 1000;
}

std::optional<Delta> costDelta(const ComparedCases& cases, std::size_t contestant) {
    const auto mine = costPerThousand(cases.report().contestants[contestant]);
    const auto before = costPerThousand(cases.report().contestants.front());
    if (contestant == 0 || !mine || !before || before->picodollars() == 0)
        return std::nullopt;
    return Delta{mine->dollars() / before->dollars() - 1, DeltaUnit::Percent, {}, false};
}

QString headSentence(const ComparedCases& cases, std::size_t index) {
    const eval::ContestantReport& contestant = cases.report().contestants[index];
    const QString name =
        QStringLiteral("%1 · %2").arg(contestantName(contestant.label), toQString(hashOf(contestant.label)));
    QStringList lines{index == 0 ? Words::tr("%1, the baseline").arg(name) : name};
    if (const eval::Comparison* comparison = cases.comparisonOf(index); comparison && cases.isScored())
        lines.append(verdictLine(cases, *comparison));
    lines.append(scoreLine(contestant));
    lines.append(
        Words::tr("Latency p50 %1, p95 %2").arg(formatDuration(contestant.p50), formatDuration(contestant.p95)));
    lines.append(costLine(cases, index));
    if (contestant.failed > 0)
        lines.append(
            Words::tr("%1 without an answer: %2").arg(count(contestant.failed), toQString(contestant.whyItFailed)));
    if (contestant.fellBack > 0)
        lines.append(Words::tr("fell back on %1, because %2")
                         .arg(count(contestant.fellBack), toQString(contestant.whyItFellBack)));
    lines.removeAll(QString());
    return lines.join(QLatin1Char('\n'));
}

}  // namespace touchstone::ui
