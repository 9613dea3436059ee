// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_model.h"

#include <algorithm>
#include <iterator>

namespace touchstone::ui {
namespace {

int bitsOf(std::uint8_t bits) {
    return __builtin_popcount(bits);
}

}  // namespace

CompareFilter::CompareFilter(CompareModel& cases, QObject* parent) : QAbstractProxyModel(parent), m_cases(cases) {
    setSourceModel(&cases);
    connect(&cases, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&cases, &QAbstractItemModel::modelReset, this, [this] {
        fill();
        endResetModel();
    });
    connect(&cases, &QAbstractItemModel::dataChanged, this, &CompareFilter::adopt);
    connect(&cases, &QAbstractItemModel::headerDataChanged, this, &CompareFilter::adoptHeads);
}

void CompareFilter::arrange(const CaseArrangement& arrangement) {
    beginResetModel();
    m_arrangement = arrangement;
    fill();
    endResetModel();
}

void CompareFilter::fill() {
    const auto& cases = m_cases.cases();
    m_rows = cases ? cases->arrange(m_arrangement) : std::vector<int>();
    findPlaces();
}

void CompareFilter::findPlaces() {
    const auto& cases = m_cases.cases();
    m_places.assign(cases ? cases->size() : 0, -1);
    m_differences.assign(1, 0);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const auto testCase = static_cast<std::size_t>(m_rows[row]);
        m_places[testCase] = static_cast<int>(row);
        m_differences.push_back(m_differences.back() + bitsOf(cases->factsAt(testCase).different));
    }
}

// Those that leave go to the end and are taken away, those that enter come there, and then all find their places: three
// steps, however many rows.
void CompareFilter::adopt() {
    std::vector<int> rows = m_cases.cases()->arrange(m_arrangement);
    if (rows != m_rows) {
        std::vector<bool> wanted(m_places.size(), false);
        for (const int testCase : rows)
            wanted[static_cast<std::size_t>(testCase)] = true;
        std::vector<int> order = m_rows;
        const auto leaving = std::ranges::stable_partition(
            order, [&](int testCase) { return wanted[static_cast<std::size_t>(testCase)]; });
        const int kept = static_cast<int>(order.size() - leaving.size());
        if (kept < rowCount()) {
            reorder(order);
            beginRemoveRows({}, kept, rowCount() - 1);
            m_rows.resize(static_cast<std::size_t>(kept));
            findPlaces();
            endRemoveRows();
        }
        if (kept < static_cast<int>(rows.size())) {
            beginInsertRows({}, kept, static_cast<int>(rows.size()) - 1);
            std::ranges::copy_if(rows, std::back_inserter(m_rows),
                                 [this](int testCase) { return rowOf(testCase) < 0; });
            findPlaces();
            endInsertRows();
        }
        reorder(std::move(rows));
    }
    findPlaces();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

// The same cases in another order.
void CompareFilter::reorder(std::vector<int> rows) {
    if (rows == m_rows)
        return;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<int> cases;
    for (const QModelIndex& index : before)
        cases.push_back(caseAt(index.row()));
    m_rows = std::move(rows);
    findPlaces();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after.append(index(rowOf(cases[static_cast<std::size_t>(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

void CompareFilter::adoptHeads() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int CompareFilter::rowOf(int testCase) const {
    return testCase >= 0 && static_cast<std::size_t>(testCase) < m_places.size()
               ? m_places[static_cast<std::size_t>(testCase)]
               : -1;
}

int CompareFilter::differences() const {
    return m_differences.empty() ? 0 : m_differences.back();
}

int CompareFilter::differencesUpTo(int row, int contestant) const {
    if (row < 0 || row >= rowCount())
        return 0;
    const unsigned upTo = (2U << static_cast<unsigned>(std::max(contestant, 0))) - 1U;
    const unsigned different = m_cases.cases()->factsAt(static_cast<std::size_t>(caseAt(row))).different;
    return m_differences[static_cast<std::size_t>(row)] + bitsOf(static_cast<std::uint8_t>(different & upTo));
}

QModelIndex CompareFilter::nextDifference(int row, int contestant, bool forward) const {
    const auto& cases = m_cases.cases();
    if (!cases)
        return {};
    const int contestants = static_cast<int>(cases->contestants());
    const int end = forward ? rowCount() : -1;
    const int step = forward ? 1 : -1;
    int at = contestant + step;
    for (int shown = row; shown != end; shown += step, at = forward ? 0 : contestants - 1)
        for (; shown >= 0 && at >= 0 && at < contestants; at += step)
            if (cases->isDifferent(static_cast<std::size_t>(caseAt(shown)), static_cast<std::size_t>(at)))
                return index(shown, CompareModel::columnOf(at));
    return {};
}

QModelIndex CompareFilter::mapToSource(const QModelIndex& index) const {
    return index.isValid() && index.row() < rowCount() ? m_cases.index(caseAt(index.row()), index.column())
                                                       : QModelIndex();
}

QModelIndex CompareFilter::mapFromSource(const QModelIndex& index) const {
    return index.isValid() ? this->index(rowOf(index.row()), index.column()) : QModelIndex();
}

QModelIndex CompareFilter::index(int row, int column, const QModelIndex& parent) const {
    return hasIndex(row, column, parent) ? createIndex(row, column) : QModelIndex();
}

int CompareFilter::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CompareFilter::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : m_cases.columnCount();
}

// The heads stand whether rows do or not.
QVariant CompareFilter::headerData(int section, Qt::Orientation orientation, int role) const {
    return orientation == Qt::Horizontal ? m_cases.headerData(section, orientation, role) : QVariant();
}

}  // namespace touchstone::ui
