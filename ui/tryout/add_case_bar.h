// SPDX-License-Identifier: GPL-3.0-or-later
//
// Adds a run to a dataset as a case, in place: which dataset, what is expected, Add. GUI thread only.

#pragma once

#include "session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace touchstone::ui {

class Theme;

class AddCaseBar : public QWidget {
    Q_OBJECT

public:
    AddCaseBar(session::Session& session, const Theme& theme, QWidget* parent = nullptr);

    // Shows the bar for a case; its expectation is what the answer was.
    void open(eval::Case made);

Q_SIGNALS:
    // For people: "Added to found, which has 12 cases now."
    void added(const QString& sentence);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void listDatasets();
    void add();
    void conclude(const Result<session::AddedCases>& added);

    session::Session& m_session;
    QComboBox* m_dataset;
    QComboBox* m_expected;
    QPushButton* m_add;
    QLabel* m_problem;
    eval::Case m_case;
};

}  // namespace touchstone::ui
