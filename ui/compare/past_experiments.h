// SPDX-License-Identifier: GPL-3.0-or-later
//
// The last experiments of a workflow, to be opened again: what was compared, on what, when, and whether it ended.
// GUI thread only.

#pragma once

#include "session/session.h"

#include <QListView>

class QStandardItemModel;

namespace touchstone::ui {

class PastExperiments : public QListView {
    Q_OBJECT

public:
    // The session outlives the list.
    PastExperiments(session::Session& session, QWidget* parent = nullptr);

    // Reads the last ones; hidden while there are none.
    void showWorkflow(const QString& workflow);

Q_SIGNALS:
    void chosen(const QString& experiment);

private:
    void fill(const std::vector<store::ExperimentInfo>& experiments);

    session::Session& m_session;
    QStandardItemModel* m_rows;
    QString m_workflow;
};

}  // namespace touchstone::ui
