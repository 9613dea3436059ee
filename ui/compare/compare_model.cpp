// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_model.h"

#include "answer_text.h"
#include "head_words.h"
#include "uibase/format.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr qsizetype kLineLength = 300;

QString oneLine(std::string_view text) {
    return toQString(text.substr(0, kLineLength * 4)).left(kLineLength).simplified();
}

QString reasonsOf(const eval::CaseResult& result) {
    QStringList lines;
    if (!result.error.empty())
        lines.append(toQString(result.error));
    if (!result.fellBack.empty())
        lines.append(CompareModel::tr("Fell back, because %1").arg(toQString(result.fellBack)));
    for (const eval::ScoreEntry& score : result.scores)
        lines.append(QStringLiteral("%1 %2 %3  %4")
                         .arg(score.passed ? QStringLiteral("✓") : QStringLiteral("✕"), toQString(score.scorer),
                              formatScore(score.value),
                              toQString(std::string_view(score.reason).substr(0, kLineLength))));
    lines.append(metaOf(result));
    return lines.join(QLatin1Char('\n'));
}

QString spoken(const ComparedCases& cases, std::size_t row, std::size_t contestant) {
    const eval::CaseResult* result = cases.resultAt(row, contestant);
    const QString version = QStringLiteral("%1, %2").arg(
        toQString(nameOfCase(cases, row)), toQString(referenceOf(cases.report().contestants[contestant].label)));
    if (!result)
        return CompareModel::tr("%1: not run").arg(version);
    QStringList words{version};
    if (!result->scores.empty())
        words.append((result->passed ? CompareModel::tr("passed, score %1") : CompareModel::tr("failed, score %1"))
                         .arg(formatScore(result->score)));
    if (contestant > 0 && cases.resultAt(row, 0))
        words.append(cases.isDifferent(row, contestant) ? CompareModel::tr("another answer than the baseline")
                                                        : CompareModel::tr("the same answer as the baseline"));
    words.append(oneLine(result->output.empty() ? result->error : result->output));
    return words.join(QStringLiteral(", "));
}

int bitsOf(std::uint8_t bits) {
    return __builtin_popcount(bits);
}

}  // namespace

void CompareModel::setCases(std::shared_ptr<const ComparedCases> cases) {
    beginResetModel();
    m_cases = std::move(cases);
    endResetModel();
}

int CompareModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_cases ? 0 : static_cast<int>(m_cases->size());
}

int CompareModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : FirstVersion + (m_cases ? static_cast<int>(m_cases->contestants()) : 0);
}

QVariant CompareModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    if (const int contestant = contestantOf(index.column()); contestant >= 0)
        return answerData(row, static_cast<std::size_t>(contestant), role);
    return index.column() == CaseColumn || role != Qt::DisplayRole ? caseData(row, role)
           : m_cases->caseAt(row).expected ? QVariant(oneLine(compactJson(*m_cases->caseAt(row).expected)))
                                           : QVariant();
}

QVariant CompareModel::caseData(std::size_t row, int role) const {
    constexpr qsizetype kTooltip = 2000;
    if (role == Qt::DisplayRole)
        return toQString(nameOfCase(*m_cases, row));
    if (role == Qt::ToolTipRole)
        return toQString(std::string_view(toPrettyText(m_cases->caseAt(row).input)).substr(0, kTooltip));
    return {};
}

QVariant CompareModel::answerData(std::size_t row, std::size_t contestant, int role) const {
    if (role == Qt::AccessibleTextRole)
        return spoken(*m_cases, row, contestant);
    const eval::CaseResult* result = m_cases->resultAt(row, contestant);
    if (!result)
        return {};
    if (role == Qt::DisplayRole)
        return oneLine(result->output.empty() ? result->error : result->output);
    return role == Qt::ToolTipRole ? QVariant(reasonsOf(*result)) : QVariant();
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    const int contestant = contestantOf(section);
    if (contestant < 0)
        return role == Qt::DisplayRole ? QVariant(section == CaseColumn ? tr("Case") : tr("Expected")) : QVariant();
    if (!m_cases || static_cast<std::size_t>(contestant) >= m_cases->contestants())
        return {};
    const auto shown = static_cast<std::size_t>(contestant);
    if (role == Qt::DisplayRole)
        return toQString(referenceOf(m_cases->report().contestants[shown].label));
    return role == Qt::ToolTipRole ? QVariant(headSentence(*m_cases, shown)) : QVariant();
}

CompareFilter::CompareFilter(CompareModel& cases, QObject* parent) : QAbstractProxyModel(parent), m_cases(cases) {
    setSourceModel(&cases);
    connect(&cases, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(&cases, &QAbstractItemModel::modelReset, this, [this] {
        fill();
        endResetModel();
    });
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
    m_places.assign(cases ? cases->size() : 0, -1);
    m_differences.assign(1, 0);
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        const auto testCase = static_cast<std::size_t>(m_rows[row]);
        m_places[testCase] = static_cast<int>(row);
        m_differences.push_back(m_differences.back() + bitsOf(cases->factsAt(testCase).different));
    }
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
