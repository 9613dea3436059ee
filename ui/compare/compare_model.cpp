// SPDX-License-Identifier: GPL-3.0-or-later

#include "uicompare/compare_model.h"

#include "answer_text.h"
#include "head_words.h"
#include "uibase/format.h"
#include "uistate/text.h"

#include <QThreadPool>

#include <utility>

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
    const QString version = QStringLiteral("%1, %2").arg(toQString(nameOfCase(cases, row)),
                                                         contestantName(cases.report().contestants[contestant].label));
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

// The last reference to many thousands of results goes elsewhere.
void letGo(std::shared_ptr<const ComparedCases> cases) {
    if (!cases)
        return;
    QThreadPool::globalInstance()->start([cases = std::move(cases)]() mutable { cases.reset(); });
}

}  // namespace

void CompareModel::setCases(std::shared_ptr<const ComparedCases> cases) {
    if (m_cases && cases && cases->isSameTable(*m_cases)) {
        letGo(std::exchange(m_cases, std::move(cases)));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    letGo(std::exchange(m_cases, std::move(cases)));
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
        return contestantName(m_cases->report().contestants[shown].label);
    return role == Qt::ToolTipRole ? QVariant(headSentence(*m_cases, shown)) : QVariant();
}

}  // namespace touchstone::ui
