// SPDX-License-Identifier: GPL-3.0-or-later
//
// The providers: the built-in model, OpenAI, the servers that were added, and the sealed file where keys need one.

#pragma once

#include "settings_page.h"
#include "uisettings/settings_view.h"

class QPushButton;

namespace touchstone::ui {

class InlineBanner;
class ServerForm;

class ProvidersPage : public SettingsPage {
    Q_OBJECT

public:
    explicit ProvidersPage(const SettingsParts& parts, QWidget* parent = nullptr);

    // Opens the form for a new server.
    void addServer();

private:
    void listServers();
    void addCard(QWidget* card);

    const SettingsParts m_parts;
    InlineBanner* m_banner;
    QWidget* m_cards;
    ServerForm* m_form;
    QPushButton* m_add;
};

}  // namespace touchstone::ui
