// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_table_model.h"

#include "trace_columns.h"
#include "uirunview/run_status.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

QString latencyTip(const trace::Summary& summary) {
    return TraceTableModel::tr("%n call(s) to a model, of them %1 repeated", nullptr, summary.attempts)
        .arg(summary.retries);
}

QString costTip(const trace::Summary& summary) {
    const QString cost = traceText(summary, CostColumn);
    return summary.origin == trace::Origin::Replay
               ? TraceTableModel::tr("A replay: the recorded calls cost %1, it paid nothing").arg(cost)
               : cost;
}

QString tokensTip(const trace::Summary& summary) {
    const QString text = TraceTableModel::tr("%1 in, %2 out").arg(summary.inputTokens).arg(summary.outputTokens);
    return summary.tokensEstimated ? TraceTableModel::tr("%1, estimated").arg(text) : text;
}

}  // namespace

TraceTableModel::TraceTableModel(VersionNames& versions, InputTexts& inputs, QObject* parent)
    : QAbstractTableModel(parent), m_versions(versions), m_inputs(inputs) {
    connect(&versions, &VersionNames::changed, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, VersionColumn), index(rowCount() - 1, VersionColumn));
    });
    m_inputPause.setSingleShot(true);
    m_inputPause.setInterval(0);
    connect(&m_inputPause, &QTimer::timeout, this, &TraceTableModel::showInputs);
    connect(&inputs, &InputTexts::loaded, this, [this] { m_inputPause.start(); });
}

// Only what is on the screen is painted again, however many rows there are.
void TraceTableModel::showInputs() {
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, InputColumn), index(rowCount() - 1, InputColumn), {Qt::DisplayRole});
}

void TraceTableModel::reset(const std::vector<trace::Summary>& traces, bool hasMore) {
    beginResetModel();
    m_cachedRow = -1;
    m_rows.clear();
    for (const trace::Summary& trace : traces)
        m_rows.append(trace);
    m_hasMore = hasMore;
    endResetModel();
    countWorkflows();
}

void TraceTableModel::countWorkflows() {
    const bool several = m_rows.hasSeveralWorkflows();
    if (std::exchange(m_hasSeveralWorkflows, several) != several)
        Q_EMIT workflowsChanged();
}

void TraceTableModel::append(const std::vector<trace::Summary>& traces, bool hasMore) {
    m_hasMore = hasMore;
    insertTraces(m_rows.size(), traces);
}

// Most are newer than all rows: those go in at once.
int TraceTableModel::merge(const std::vector<trace::Summary>& traces) {
    const int before = rowCount();
    std::vector<trace::Summary> newest;
    for (const trace::Summary& trace : traces)
        if (before == 0 || trace.start > m_rows.at(0).start)
            newest.push_back(trace);
        else
            put(trace);
    insertTraces(0, newest);
    return rowCount() - before;
}

bool TraceTableModel::replace(const trace::Summary& summary) {
    const auto row = m_rows.find(summary);
    if (!row)
        return false;
    if (m_rows.at(*row).feedback == summary.feedback)
        return true;  // nothing else of a trace changes
    m_cachedRow = -1;
    m_rows.replace(*row, summary);
    Q_EMIT dataChanged(index(static_cast<int>(*row), 0), index(static_cast<int>(*row), kTraceColumns - 1));
    return true;
}

void TraceTableModel::refresh(const trace::Summary& summary) {
    static_cast<void>(replace(summary));
}

void TraceTableModel::put(const trace::Summary& summary) {
    if (replace(summary))
        return;
    const std::size_t place = m_rows.placeOf(summary.start);
    if (place < m_rows.size() || !m_hasMore)  // else it comes with its page
        insertTraces(place, {summary});
}

void TraceTableModel::insertTraces(std::size_t place, const std::vector<trace::Summary>& traces) {
    if (traces.empty())
        return;
    m_cachedRow = -1;
    const int first = static_cast<int>(place);
    beginInsertRows({}, first, first + static_cast<int>(traces.size()) - 1);
    for (const trace::Summary& trace : traces)
        m_rows.insert(place++, trace);
    endInsertRows();
    countWorkflows();
}

int TraceTableModel::rowOf(std::string_view idOrPrefix) const {
    const auto row = m_rows.find(idOrPrefix);
    return row ? static_cast<int>(*row) : -1;
}

int TraceTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TraceTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kTraceColumns;
}

const trace::Summary& TraceTableModel::cached(int row) const {
    if (m_cachedRow != row) {
        m_cached = m_rows.at(static_cast<std::size_t>(row));
        m_cachedRow = row;
    }
    return m_cached;
}

QString TraceTableModel::textAt(const trace::Summary& summary, int column) const {
    if (column == VersionColumn)
        return m_versions.nameOf(summary.workflow, summary.version);
    return column == InputColumn ? m_inputs.textOf(summary.id) : traceText(summary, column);
}

QVariant TraceTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const trace::Summary& summary = cached(index.row());
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole:
            return textAt(summary, column);
        case Qt::ToolTipRole:
            return column == TimeColumn      ? formatFullTime(summary.start)
                   : column == LatencyColumn ? latencyTip(summary)
                   : column == TokensColumn  ? tokensTip(summary)
                   : column == CostColumn    ? costTip(summary)
                   : column == VersionColumn ? tr("%1 of %2").arg(textAt(summary, column), toQString(summary.workflow))
                                             : textAt(summary, column);
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumberColumn(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case ValueRole:
            return traceValue(summary, column);
        case LatencyRole:
            return static_cast<double>(summary.duration.count()) / 1e6;
        case VersionNumberRole:
            return static_cast<qlonglong>(m_versions.numberOf(summary.workflow, summary.version));
        case ReplayRole:
            return summary.origin == trace::Origin::Replay;
        case WorkflowRole:
            return m_hasSeveralWorkflows ? toQString(summary.workflow) : QString();
        case ThumbRole:
            return static_cast<int>(summary.feedback);
        default:
            return {};
    }
}

QVariant TraceTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kTraceColumns)
        return {};
    switch (role) {
        case Qt::DisplayRole:  // a thumb's column is narrower than its name
            return section == FeedbackColumn ? QString() : traceColumnTitle(section);
        case Qt::AccessibleTextRole:
        case Qt::ToolTipRole:
            return traceColumnTitle(section);
        case Qt::TextAlignmentRole:
            return static_cast<int>((isNumberColumn(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case ValueRole:
            return traceColumnKeys()[section];
        default:
            return {};
    }
}

bool TraceTableModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_hasMore;
}

void TraceTableModel::fetchMore(const QModelIndex& parent) {
    if (canFetchMore(parent))
        Q_EMIT moreWanted();
}

}  // namespace touchstone::ui
