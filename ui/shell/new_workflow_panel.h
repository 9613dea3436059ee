// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for the name of a new workflow and makes it: a strip under the top bar, as for a commit. GUI thread only.

#pragma once

#include "session/session.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace touchstone::ui {

class Theme;
class WorkflowList;

class NewWorkflowPanel : public QWidget {
    Q_OBJECT

public:
    // All outlive the panel, which is hidden until open().
    NewWorkflowPanel(session::Session& session, const Theme& theme, const WorkflowList& workflows,
                     QWidget* parent = nullptr);

    // Shows the panel with a name that is free.
    void open();

Q_SIGNALS:
    void created(const QString& name);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fill();
    [[nodiscard]] QString freeName() const;
    // What is wrong with the name; empty when it can be used.
    [[nodiscard]] QString problemWith(const QString& name) const;
    void validate();
    void create();
    void conclude(const QString& name, const QString& problem);

    session::Session& m_session;
    const Theme& m_theme;
    const WorkflowList& m_workflows;
    QLineEdit* m_name;
    QPushButton* m_create;
    QLabel* m_reason;
};

}  // namespace touchstone::ui
