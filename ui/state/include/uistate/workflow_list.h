// SPDX-License-Identifier: GPL-3.0-or-later
//
// The workspace's workflows, kept up to date. GUI thread only.

#pragma once

#include "session/session.h"

#include <QAbstractListModel>

#include <vector>

namespace touchstone::ui {

class WorkflowList : public QAbstractListModel {
    Q_OBJECT

public:
    explicit WorkflowList(session::Session& session, QObject* parent = nullptr);

    void refresh();
    [[nodiscard]] QString nameAt(int row) const;
    [[nodiscard]] int rowOf(const QString& name) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    // After each refresh, also when nothing is different.
    void refreshed();

private:
    void show(std::vector<store::WorkflowInfo> workflows);

    session::Session& m_session;
    store::Subscription m_changes;
    std::vector<store::WorkflowInfo> m_workflows;
};

}  // namespace touchstone::ui
