// SPDX-License-Identifier: Apache-2.0

#include "output.h"

#include "text/diff.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>

namespace touchstone::ctl {
namespace {

// Steers terminals: C0 and C1 controls but line ends and tabs, and what reorders text.
bool isHarmful(char32_t point) {
    return (point < 0x20U && point != '\n' && point != '\t') || (point >= 0x7FU && point < 0xA0U) ||
           (point >= 0x202AU && point <= 0x202EU) || (point >= 0x2066U && point <= 0x2069U) || point == 0x200EU ||
           point == 0x200FU;
}

std::string escaped(char32_t point) {
    std::array<char, 16> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "\\u{%x}", static_cast<unsigned>(point));
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string valueText(const Json& value) {
    return value.is_string() ? value.get<std::string>() : toText(value);
}

void printTextChange(std::ostream& out, const std::string& before, const std::string& after) {
    for (const text::DiffPiece& piece : text::diffLines(before, after).pieces) {
        if (piece.change == text::Change::Equal)
            continue;
        std::string_view rest = piece.text;
        while (!rest.empty()) {
            const auto end = rest.find('\n');
            out << "      " << (piece.change == text::Change::Inserted ? "+ " : "- ") << printable(rest.substr(0, end))
                << "\n";
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
    }
}

void printValueChange(std::ostream& out, const workflow::ValueChange& value) {
    constexpr std::size_t kWidest = 70;
    out << "    " << (value.pointer.empty() ? "(the whole part)" : printable(value.pointer)) << "\n";
    const bool longText = value.before && value.after && value.before->is_string() && value.after->is_string() &&
                          (value.before->get_ref<const std::string&>().find('\n') != std::string::npos ||
                           value.after->get_ref<const std::string&>().find('\n') != std::string::npos);
    if (longText) {
        printTextChange(out, value.before->get<std::string>(), value.after->get<std::string>());
        return;
    }
    if (value.before)
        out << "      - " << oneLine(valueText(*value.before), kWidest) << "\n";
    if (value.after)
        out << "      + " << oneLine(valueText(*value.after), kWidest) << "\n";
}

std::vector<std::string> contestantRow(const eval::ContestantReport& contestant) {
    const double share =
        contestant.cases > 0 ? static_cast<double>(contestant.passed) / static_cast<double>(contestant.cases) : 0;
    std::string cost = formatMoney(contestant.cost);
    if (contestant.costUnknown > 0)
        cost += " + " + std::to_string(contestant.costUnknown) + " unknown";
    return {printable(contestant.label),
            formatFixed(contestant.meanScore, 3),
            formatPercent(share) + " of " + std::to_string(contestant.cases),
            formatDuration(contestant.p50),
            formatDuration(contestant.p95),
            cost,
            std::to_string(contestant.invalid),
            std::to_string(contestant.blocked),
            std::to_string(contestant.failed),
            std::to_string(contestant.fellBack)};
}

void printWorstCases(std::ostream& out, const eval::Report& report) {
    constexpr std::size_t kShown = 5;
    if (report.contestants.back().neverAnswered())
        return;
    std::size_t shown = 0;
    for (const eval::CaseResult& result : report.results) {
        if (result.contestant + 1 != report.contestants.size() || result.passed || shown == kShown)
            continue;
        if (shown++ == 0)
            out << "\nFirst cases that fail with " << printable(report.contestants.back().label) << ":\n";
        const eval::Case& testCase = report.dataset->cases[result.caseIndex];
        const std::string name = testCase.name.empty() ? "case " + std::to_string(result.caseIndex + 1) : testCase.name;
        std::string why = result.error;
        for (const eval::ScoreEntry& score : result.scores)
            if (!score.passed && why.empty())
                why = score.scorer + ": " + score.reason;
        out << "  " << oneLine(name, 24) << "  " << oneLine(why, 90) << "\n";
    }
}

// Comparisons say it in their sentences.
void printNeverAnswered(std::ostream& out, const std::vector<eval::ContestantReport>& contestants) {
    for (const eval::ContestantReport& contestant : contestants)
        if (contestant.neverAnswered())
            out << "\n"
                << printable(contestant.label) << " never answered: " << printable(contestant.whyItFailed) << "\n";
}

// Which labels the newest version takes for which others.
void printConfusions(std::ostream& out, const eval::Report& report) {
    constexpr std::size_t kShown = 5;
    constexpr std::size_t kWidestLabel = 40;
    const eval::ContestantReport& newest = report.contestants.back();
    if (!newest.classification)
        return;
    const eval::ClassificationReport& labels = *newest.classification;
    const auto confusions = labels.worstConfusions(kShown);
    if (!confusions.empty())
        out << "\nMost frequent confusions of " << printable(newest.label) << " (expected → answered, cases):\n";
    for (const auto& cell : confusions)
        out << "  " << oneLine(labels.labels[cell.expected].label, kWidestLabel) << " → "
            << oneLine(labels.labelAt(cell.actual).value_or("none of the labels"), kWidestLabel) << ", " << cell.count
            << "\n";
}

}  // namespace

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    for (const char32_t point : text::CodePoints(text)) {
        if (isHarmful(point))
            shown += escaped(point);
        else
            text::appendUtf8(shown, point);
    }
    return shown;
}

std::string oneLine(std::string_view text, std::size_t columns) {
    std::string shown;
    std::size_t width = 0;
    const std::string safe = printable(text.substr(0, columns * 8));
    for (const char32_t point : text::CodePoints(safe)) {
        if (width++ == columns)
            return shown + "…";
        text::appendUtf8(shown, point == '\n' || point == '\t' ? U' ' : point);
    }
    return shown;
}

std::string formatFixed(double value, int digits) {
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.*f", digits, value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string formatDuration(std::chrono::nanoseconds duration) {
    const double milliseconds = static_cast<double>(duration.count()) / 1e6;
    if (milliseconds < 10)
        return formatFixed(milliseconds, milliseconds < 1 ? 2 : 1) + " ms";
    if (milliseconds < 1000)
        return formatFixed(milliseconds, 0) + " ms";
    const double seconds = milliseconds / 1000;
    if (seconds < 60)
        return formatFixed(seconds, seconds < 10 ? 2 : 1) + " s";
    const auto whole = static_cast<std::int64_t>(seconds + 0.5);
    return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
}

std::string formatMoney(const std::optional<Money>& money) {
    if (!money)
        return "—";
    const double dollars = money->dollars();
    if (dollars == 0)
        return "$0";
    const double magnitude = std::abs(dollars);
    if (magnitude >= 0.01)
        return "$" + formatFixed(dollars, 2);
    constexpr int kSignificant = 3;
    return "$" + formatFixed(dollars, kSignificant - 1 - static_cast<int>(std::floor(std::log10(magnitude))));
}

std::string formatPercent(double share) {
    return formatFixed(share * 100, 1) + " %";
}

void printTable(std::ostream& out, const std::vector<std::vector<std::string>>& rows) {
    constexpr std::size_t kWidestCell = 60;
    std::vector<std::vector<std::string>> shown;
    std::vector<std::size_t> widths;
    for (const auto& row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        shown.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            shown.back().push_back(oneLine(row[i], kWidestCell));
            widths[i] = std::max(widths[i], text::countCodePoints(shown.back().back()));
        }
    }
    for (const auto& row : shown) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i)
            line += row[i] + std::string(widths[i] - text::countCodePoints(row[i]) + 2, ' ');
        out << line.substr(0, line.find_last_not_of(' ') + 1) << "\n";
    }
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string counted(std::int64_t count, std::string_view noun) {
    return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

void printAnswer(Environment& environment, const Json& json, std::string_view text) {
    if (environment.json())
        environment.out() << toText(json) << "\n";
    else
        environment.out() << printable(text) << "\n";
}

void printError(Environment& environment, const Error& error) {
    if (environment.json())
        printErrorJson(environment.out(), error);
    else
        environment.err() << "touchstonectl: " << printable(error.message) << "\n";
}

void printErrorJson(std::ostream& out, const Error& error) {
    out << toText({{"error", {{"code", toString(error.code)}, {"message", error.message}}}}) << "\n";
}

void printFindings(std::ostream& out, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        out << printable(toLine(finding)) << "\n";
}

void printChanges(std::ostream& out, const std::vector<workflow::PartChange>& changes) {
    constexpr std::size_t kShownValues = 12;
    if (changes.empty())
        out << "No difference.\n";
    for (const workflow::PartChange& change : changes) {
        const char mark = change.kind == workflow::ChangeKind::Added     ? '+'
                          : change.kind == workflow::ChangeKind::Removed ? '-'
                                                                         : '~';
        out << mark << " " << printable(change.part) << "\n";
        for (std::size_t i = 0; i < std::min(change.values.size(), kShownValues); ++i)
            printValueChange(out, change.values[i]);
        if (change.values.size() > kShownValues)
            out << "    … and " << change.values.size() - kShownValues << " more values\n";
    }
}

void printReport(std::ostream& out, const eval::Report& report) {
    const eval::ExperimentSpec& spec = report.experiment.spec;
    out << printable(spec.workflow) << " on " << printable(spec.datasetName) << " ("
        << counted(static_cast<std::int64_t>(report.dataset->cases.size()), "case") << "), experiment "
        << shortText(report.experiment.id) << "\n\n";
    std::vector<std::vector<std::string>> rows = {
        {"version", "score", "passed", "p50", "p95", "cost", "invalid", "blocked", "failed", "fell back"}};
    for (const eval::ContestantReport& contestant : report.contestants)
        rows.push_back(contestantRow(contestant));
    printTable(out, rows);
    for (const eval::ContestantReport& contestant : report.contestants)
        if (contestant.fellBack > 0)
            out << printable(contestant.label) << " fell back on " << contestant.fellBack << " of " << contestant.cases
                << (contestant.cases == 1 ? " case, because " : " cases, because ")
                << printable(contestant.whyItFellBack) << "\n";
    if (report.comparisons.empty())
        printNeverAnswered(out, report.contestants);
    for (const eval::ContestantComparison& comparison : report.comparisons) {
        out << "\n" << printable(comparison.measures.front().comparison.sentence) << "\n";
        if (comparison.measures.size() <= 2)
            continue;
        for (std::size_t i = 1; i < comparison.measures.size(); ++i)
            out << "  " << comparison.measures[i].measure << ": "
                << printable(comparison.measures[i].comparison.sentence) << "\n";
    }
    printConfusions(out, report);
    printWorstCases(out, report);
}

}  // namespace touchstone::ctl
