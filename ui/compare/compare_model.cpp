// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_model.h"

#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr qsizetype kLineLength = 300;

enum class Field { Score, Output, Latency, Cost };

struct Cell {
    std::size_t contestant;
    Field field;
};

// REQUIRES: `column` shows one version's result
Cell cellOf(int column) {
    switch (column) {
        case CompareModel::BaselineScore:
            return {0, Field::Score};
        case CompareModel::CandidateScore:
            return {1, Field::Score};
        case CompareModel::BaselineOutput:
            return {0, Field::Output};
        case CompareModel::CandidateOutput:
            return {1, Field::Output};
        case CompareModel::BaselineLatency:
            return {0, Field::Latency};
        case CompareModel::CandidateLatency:
            return {1, Field::Latency};
        case CompareModel::BaselineCost:
            return {0, Field::Cost};
        default:
            return {1, Field::Cost};
    }
}

QString oneLine(const std::string& text) {
    return toQString(std::string_view(text).substr(0, kLineLength * 4)).left(kLineLength).simplified();
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

QString CompareModel::nameAt(int row) const {
    const std::string& name = caseAt(row).name;
    return name.empty() ? tr("case %1").arg(row + 1) : toQString(name);
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

std::optional<double> CompareModel::scoreChange(int row) const {
    return isComplete(row) ? std::optional(resultAt(row, 1)->score - resultAt(row, 0)->score) : std::nullopt;
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
    const int row = index.row();
    if (index.column() == CaseColumn)
        return caseData(row, role);
    if (index.column() == ScoreChange)
        return role == RunRole ? QVariant(isComplete(row)) : changeData(row, role);
    const eval::CaseResult* result = resultAt(row, cellOf(index.column()).contestant);
    if (role == RunRole)
        return result != nullptr;
    return result ? resultData(*result, index.column(), role, row) : QVariant();
}

QVariant CompareModel::changeData(int row, int role) const {
    const auto change = scoreChange(row);
    return role == Qt::DisplayRole && change ? QVariant(*change) : QVariant();
}

QVariant CompareModel::caseData(int row, int role) const {
    switch (role) {
        case Qt::DisplayRole:
            return nameAt(row);
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
        return cellOf(column).contestant == 1 && isComplete(row) && !isDifferent(row);
    if (role == Qt::ToolTipRole)
        return reasonsOf(result);
    if (role != Qt::DisplayRole)
        return {};
    switch (cellOf(column).field) {
        case Field::Score:
            return result.score;
        case Field::Output:
            return oneLine(result.output.empty() ? result.error : result.output);
        case Field::Latency:
            return static_cast<qlonglong>(result.latency.count());
        case Field::Cost:
            break;
    }
    return result.cost ? QVariant(static_cast<qlonglong>(result.cost->picodollars())) : QVariant();
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const bool isText = section == CaseColumn || section == BaselineOutput || section == CandidateOutput;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isText ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == CaseColumn)
        return tr("Case");
    if (section == ScoreChange)
        return tr("change");
    const Cell cell = cellOf(section);
    const QString version =
        m_report ? toQString(m_report->contestants[cell.contestant].label).section(QStringLiteral(" · "), 0, 0)
                 : QString();
    switch (cell.field) {
        case Field::Score:
            return tr("%1 score").arg(version);
        case Field::Output:
            return tr("%1 output").arg(version);
        case Field::Latency:
            return tr("%1 latency").arg(version);
        case Field::Cost:
            break;
    }
    return tr("%1 cost").arg(version);
}

CompareFilter::CompareFilter(CompareModel& cases, QObject* parent) : QSortFilterProxyModel(parent), m_cases(cases) {
    m_names.setLocale(QLocale(QLocale::English));  // the C locale would take digits for letters
    m_names.setNumericMode(true);
    m_names.setCaseSensitivity(Qt::CaseInsensitive);
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
        case Show::Changed:
            return m_cases.isDifferent(row);
        case Show::Better:
            return m_cases.scoreChange(row).value_or(0) > 0;
        case Show::Worse:
            return m_cases.scoreChange(row).value_or(0) < 0;
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

bool CompareFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (left.column() == CompareModel::CaseColumn)
        return m_names.compare(left.data().toString(), right.data().toString()) < 0;
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace touchstone::ui
