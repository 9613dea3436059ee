// SPDX-License-Identifier: GPL-3.0-or-later

#include "flat_cases.h"

#include "uistate/text.h"

#include <QTableView>

#include <array>

namespace touchstone::ui {
namespace {

enum CaseField { Name, Tags, Expected, kCaseFields };
enum ResultField { Output, Score, Passed, Latency, Cost, Tier, Failure, kResultFields };

constexpr std::array<const char*, kCaseFields> kCaseKeys{"case", "tags", "expected"};
constexpr std::array<const char*, kResultFields> kResultKeys{"output",   "score", "passed", "latency_ms",
                                                             "cost_usd", "tier",  "error"};

QVariant caseValue(const ComparedCases& cases, std::size_t row, int field) {
    const eval::Case& shown = cases.caseAt(row);
    if (field == Name)
        return toQString(nameOfCase(cases, row));
    if (field == Expected)
        return !shown.expected               ? QVariant()
               : shown.expected->is_string() ? QVariant(toQString(shown.expected->get<std::string>()))
                                             : QVariant(toQString(toText(*shown.expected)));
    QStringList tags;
    for (const std::string& tag : shown.tags)
        tags.append(toQString(tag));
    return tags.join(QLatin1Char(' '));
}

QVariant resultValue(const eval::CaseResult& result, int field) {
    constexpr double kNanosecondsPerMs = 1e6;
    switch (field) {
        case Output:
            return toQString(result.output);
        case Score:
            return result.scores.empty() ? QVariant() : QVariant(result.score);
        case Passed:
            return result.scores.empty() ? QVariant() : QVariant(result.passed);
        case Latency:
            return static_cast<double>(result.latency.count()) / kNanosecondsPerMs;
        case Cost:
            return result.cost ? QVariant(result.cost->dollars()) : QVariant();
        case Tier:
            return toQString(result.tier);
        default:
            return toQString(result.error);
    }
}

}  // namespace

FlatCases::FlatCases(std::shared_ptr<const ComparedCases> cases, std::vector<int> rows, std::vector<int> contestants)
    : m_cases(std::move(cases)), m_rows(std::move(rows)), m_contestants(std::move(contestants)) {}

int FlatCases::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FlatCases::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kCaseFields + kResultFields * static_cast<int>(m_contestants.size());
}

QVariant FlatCases::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const auto row = static_cast<std::size_t>(m_rows[static_cast<std::size_t>(index.row())]);
    if (index.column() < kCaseFields)
        return caseValue(*m_cases, row, index.column());
    const int field = index.column() - kCaseFields;
    const auto contestant = static_cast<std::size_t>(m_contestants[static_cast<std::size_t>(field / kResultFields)]);
    const eval::CaseResult* result = m_cases->resultAt(row, contestant);
    return result ? resultValue(*result, field % kResultFields) : QVariant();
}

QVariant FlatCases::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section < kCaseFields)
        return QString::fromLatin1(kCaseKeys[static_cast<std::size_t>(section)]);
    const int field = section - kCaseFields;
    const auto contestant = static_cast<std::size_t>(m_contestants[static_cast<std::size_t>(field / kResultFields)]);
    return QStringLiteral("%1 %2").arg(
        toQString(referenceOf(m_cases->report().contestants[contestant].label)),
        QString::fromLatin1(kResultKeys[static_cast<std::size_t>(field % kResultFields)]));
}

CopiedTable textOf(FlatCases& cases, TableFormat format) {
    QTableView view;  // never shown: what is copied is what it has selected
    view.setModel(&cases);
    view.selectAll();
    return selectionText(view, format);
}

}  // namespace touchstone::ui
