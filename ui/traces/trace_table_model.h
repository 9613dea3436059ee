// SPDX-License-Identifier: GPL-3.0-or-later
//
// The traces that were read so far as a table, newest first. Older ones are asked for when the end is near; new ones
// are put in where they belong, so that selection and scroll bar stay. GUI thread only.

#pragma once

#include "input_texts.h"
#include "trace_rows.h"
#include "version_names.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <set>

namespace touchstone::ui {

class TraceTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        ValueRole = Qt::UserRole + 1,  // for programs: see traceValue(); of heads the column's key
        LatencyRole,                   // in ms
        VersionNumberRole,             // 0: has none
        ThumbRole,                     // int of trace::Thumb
        ReplayRole,                    // whether it repeats another trace, so that nothing was paid
        WorkflowRole                   // its name; empty: all rows are of one
    };

    TraceTableModel(VersionNames& versions, InputTexts& inputs, QObject* parent = nullptr);

    // Another list: `traces` are its first rows.
    void reset(const std::vector<trace::Summary>& traces, bool hasMore);
    // What follows at the end.
    void append(const std::vector<trace::Summary>& traces, bool hasMore);
    // Puts in what is not there yet and is newer than the last row, and brings the others up to date. How many are new.
    // `traces` are newest first.
    int merge(const std::vector<trace::Summary>& traces);

    // Something was said about a trace; it may be none of the rows.
    void refresh(const trace::Summary& summary);

    // REQUIRES: the row exists
    [[nodiscard]] trace::Summary summaryAt(int row) const { return m_rows.at(static_cast<std::size_t>(row)); }
    // −1: not among the rows.
    [[nodiscard]] int rowOf(std::string_view idOrPrefix) const;
    [[nodiscard]] bool hasMore() const { return m_hasMore; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    // Whether the rows are of more than one workflow.
    [[nodiscard]] bool hasSeveralWorkflows() const { return m_hasSeveralWorkflows; }

Q_SIGNALS:
    void moreWanted();
    void workflowsChanged();

private:
    [[nodiscard]] const trace::Summary& cached(int row) const;
    [[nodiscard]] QString textAt(const trace::Summary& summary, int column) const;
    [[nodiscard]] bool replace(const trace::Summary& summary);
    void put(const trace::Summary& summary);
    void insertTraces(std::size_t place, const std::vector<trace::Summary>& traces);
    void showInputs();
    void countWorkflows();

    VersionNames& m_versions;
    InputTexts& m_inputs;
    TraceRows m_rows;
    bool m_hasMore = false;
    bool m_hasSeveralWorkflows = false;
    std::set<std::string> m_loadedInputs;
    QTimer m_inputPause;
    // A row is painted cell by cell.
    mutable int m_cachedRow = -1;
    mutable trace::Summary m_cached;
};

}  // namespace touchstone::ui
