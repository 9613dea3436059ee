// SPDX-License-Identifier: GPL-3.0-or-later
//
// Adds a model server, from scratch or from what is known of common ones, or edits one.

#pragma once

#include "uistate/settings_servers.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace touchstone::ui {

class Theme;

class ServerForm : public QWidget {
    Q_OBJECT

public:
    // `theme` and `servers` outlive the form, which is hidden until it is opened.
    ServerForm(const Theme& theme, ModelServers& servers, QWidget* parent = nullptr);

    void openNew();
    void openFor(const ModelServer& server);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void wire();
    void fill(const ModelServer& server);
    [[nodiscard]] ModelServer entered() const;
    [[nodiscard]] QString problem() const;
    void validate();
    void save();

    const Theme& m_theme;
    ModelServers& m_servers;
    QString m_before;  // the name of the one that is edited; empty: a new one
    QLabel* m_title;
    QComboBox* m_preset;
    QLineEdit* m_name;
    QLineEdit* m_url;
    QLineEdit* m_key;
    QPushButton* m_save;
    QPushButton* m_cancel;
    QLabel* m_reason;
};

}  // namespace touchstone::ui
