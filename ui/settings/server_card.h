// SPDX-License-Identifier: GPL-3.0-or-later
//
// One provider in the settings: where it is, its key, a test of the connection, and its tier as JSON to paste into a
// routing.

#pragma once

#include "connection_test.h"
#include "uisettings/settings_view.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace touchstone::ui {

class InlineBanner;

class ServerCard : public QWidget {
    Q_OBJECT

public:
    enum class Kind { Builtin, Fixed, Added };  // only an added one can be edited and removed

    ServerCard(const SettingsParts& parts, const ModelServer& server, Kind kind, QWidget* parent = nullptr);

    [[nodiscard]] const ModelServer& server() const { return m_server; }

Q_SIGNALS:
    void editRequested(const touchstone::ui::ModelServer& server);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build(Kind kind);
    [[nodiscard]] QWidget* makeHead(Kind kind);
    [[nodiscard]] QWidget* makeModelLine(Kind kind);
    void wire();
    void showRunning(bool running);
    void showModels(const QStringList& models, std::chrono::milliseconds latency);
    void showFailure(const QString& message, const QString& words);
    void offerCopy();
    void copyTier();

    const SettingsParts m_parts;
    const ModelServer m_server;
    ConnectionTest m_test;
    QPushButton* m_testButton = nullptr;
    QToolButton* m_edit = nullptr;
    QToolButton* m_remove = nullptr;
    QComboBox* m_model = nullptr;
    QPushButton* m_copy = nullptr;
    InlineBanner* m_result = nullptr;
};

}  // namespace touchstone::ui
