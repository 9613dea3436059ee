// SPDX-License-Identifier: GPL-3.0-or-later
//
// The datasets of the workspace as a menu to add cases to, with a line for the name of a new one. GUI thread only.

#pragma once

#include "session/session.h"

#include <QMenu>

class QLineEdit;

namespace touchstone::ui {

class DatasetMenu : public QMenu {
    Q_OBJECT

public:
    DatasetMenu(session::Session& session, const QString& title, QWidget* parent);

Q_SIGNALS:
    // A person chose or named one.
    void chosen(const QString& dataset);

private:
    void read();
    void fill(const std::vector<store::DatasetInfo>& datasets);

    session::Session& m_session;
    QLineEdit* m_name;
    QList<QAction*> m_known;
};

}  // namespace touchstone::ui
