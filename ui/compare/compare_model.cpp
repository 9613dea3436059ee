// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_model.h"

#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr qsizetype kLineLength = 300;

int contestantOf(int column) {
    return column >= CompareModel::CandidateScore ? 1 : 0;
}

// The same four columns for every version.
int fieldOf(int column) {
    return column >= CompareModel::CandidateScore ? column - CompareModel::CandidateScore + CompareModel::BaselineScore
                                                  : column;
}

QString oneLine(const std::string& text) {
    return toQString(std::string_view(text).substr(0, kLineLength * 4)).left(kLineLength).simplified();
}

QString nameOf(const eval::Case& testCase, int row) {
    return testCase.name.empty() ? CompareModel::tr("case %1").arg(row + 1) : toQString(testCase.name);
}

QString reasonsOf(const eval::CaseResult& result) {
    QStringList lines;
    for (const eval::ScoreEntry& score : result.scores)
        lines.append(QStringLiteral("%1 %2: %3")
                         .arg(score.passed ? QStringLiteral("✓") : QStringLiteral("✕"), toQString(score.scorer),
                              toQString(score.reason)));
    if (!result.error.empty())
        lines.append(toQString(result.error));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

void CompareModel::setReport(std::shared_ptr<const eval::Report> report) {
    beginResetModel();
    m_report = std::move(report);
    m_rows.assign(m_report ? m_report->dataset->cases.size() : 0, {nullptr, nullptr});
    if (m_report)
        for (const eval::CaseResult& result : m_report->results)
            if (result.contestant < 2 && result.caseIndex < m_rows.size())
                m_rows[result.caseIndex][result.contestant] = &result;
    endResetModel();
}

const eval::Case& CompareModel::caseAt(int row) const {
    return m_report->dataset->cases[static_cast<std::size_t>(row)];
}

const eval::CaseResult* CompareModel::resultAt(int row, std::size_t contestant) const {
    return m_rows[static_cast<std::size_t>(row)][contestant];
}

bool CompareModel::isComplete(int row) const {
    return resultAt(row, 0) && resultAt(row, 1);
}

bool CompareModel::isDifferent(int row) const {
    return isComplete(row) && resultAt(row, 0)->output != resultAt(row, 1)->output;
}

bool CompareModel::isWorse(int row) const {
    return isComplete(row) && resultAt(row, 1)->score < resultAt(row, 0)->score;
}

bool CompareModel::isFailing(int row) const {
    const eval::CaseResult* candidate = resultAt(row, 1);
    return candidate && !candidate->passed;
}

int CompareModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant CompareModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (index.column() == CaseColumn)
        return caseData(index.row(), role);
    const eval::CaseResult* result = resultAt(index.row(), static_cast<std::size_t>(contestantOf(index.column())));
    if (role == RunRole)
        return result != nullptr;
    return result ? resultData(*result, index.column(), role, index.row()) : QVariant();
}

QVariant CompareModel::caseData(int row, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            return nameOf(caseAt(row), row);
        case Qt::ToolTipRole:
            return toQString(toPrettyText(caseAt(row).input)).left(2000);
        default:
            return {};
    }
}

QVariant CompareModel::resultData(const eval::CaseResult& result, int column, int role, int row) const {
    if (role == PassedRole)
        return result.passed;
    if (role == StatusRole)
        return toQString(trace::toString(result.status));
    if (role == SameRole)
        return contestantOf(column) == 1 && isComplete(row) && !isDifferent(row);
    if (role == Qt::ToolTipRole)
        return reasonsOf(result);
    if (role != Qt::DisplayRole)
        return {};
    switch (fieldOf(column)) {
        case BaselineScore:
            return result.score;
        case BaselineOutput:
            return oneLine(result.output.empty() ? result.error : result.output);
        case BaselineLatency:
            return static_cast<qlonglong>(result.latency.count());
        case BaselineCost:
            return result.cost ? QVariant(static_cast<qlonglong>(result.cost->picodollars())) : QVariant();
        default:
            return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const bool isText = section == CaseColumn || fieldOf(section) == BaselineOutput;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == CaseColumn)
        return tr("Case");
    const QString version =
        m_report ? toQString(m_report->contestants[static_cast<std::size_t>(contestantOf(section))].label)
                       .section(QStringLiteral(" · "), 0, 0)
                 : QString();
    switch (fieldOf(section)) {
        case BaselineScore:
            return tr("%1 score").arg(version);
        case BaselineOutput:
            return tr("%1 output").arg(version);
        case BaselineLatency:
            return tr("latency");
        default:
            return tr("cost");
    }
}

CompareFilter::CompareFilter(CompareModel& cases, QObject* parent) : QSortFilterProxyModel(parent), m_cases(cases) {
    setSourceModel(&cases);
}

void CompareFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

bool CompareFilter::accepts(Show show, int row) const {
    switch (show) {
        case Show::All:
            return true;
        case Show::Different:
            return m_cases.isDifferent(row);
        case Show::Worse:
            return m_cases.isWorse(row);
        case Show::Failing:
            break;
    }
    return m_cases.isFailing(row);
}

int CompareFilter::count(Show show) const {
    int count = 0;
    for (int row = 0; row < m_cases.rowCount(); ++row)
        count += accepts(show, row) ? 1 : 0;
    return count;
}

bool CompareFilter::filterAcceptsRow(int row, const QModelIndex&) const {
    return accepts(m_show, row);
}

}  // namespace touchstone::ui
