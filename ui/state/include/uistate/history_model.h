// SPDX-License-Identifier: GPL-3.0-or-later
//
// The versions of one workflow, newest first, kept up to date. GUI thread only.

#pragma once

#include "session/session.h"

#include <QAbstractListModel>

#include <vector>

namespace touchstone::ui {

class HistoryModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        NumberRole = Qt::UserRole + 1,
        ReferenceRole,
        IdRole,
        MessageRole,
        AuthorRole,
        CreatedRole,
        NamesRole,
        ParentRowRole
    };

    explicit HistoryModel(session::Session& session, QObject* parent = nullptr);

    void setWorkflow(const QString& workflow);
    [[nodiscard]] QString workflow() const { return m_workflow; }
    // The branches of the workflow, main first.
    [[nodiscard]] QStringList branches() const;
    // "v3" of a row, the way versions are written.
    [[nodiscard]] QString referenceAt(int row) const;
    // The row of the version that this row's was made from; -1 for a first version.
    [[nodiscard]] int parentOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void refreshed();

private:
    void refresh();
    void show(session::History history);
    [[nodiscard]] QStringList namesOf(const VersionId& version) const;

    session::Session& m_session;
    store::Subscription m_changes;
    QString m_workflow;
    session::History m_history;
};

}  // namespace touchstone::ui
