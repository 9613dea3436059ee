// SPDX-License-Identifier: GPL-3.0-or-later
//
// The settings: sections at the left, one line that searches all of them, each setting with its help and a way back to
// its default. The providers have their keys and a test of the connection.
//
// GUI thread only.

#pragma once

#include "uistate/place.h"

class QAction;
class QLabel;
class QListWidget;
class QStackedWidget;

namespace touchstone::provider {
class ModelCatalogue;
}

namespace touchstone::ui {

class InlineBanner;
class KeyVault;
class ModelServers;
class ProvidersPage;
class SearchLine;
class Settings;
class SettingsPage;
class Theme;

// What the settings act on; all of it outlives the view.
struct SettingsParts {
    const Theme& theme;
    Settings& settings;
    ModelServers& servers;
    KeyVault& keys;
    provider::ModelCatalogue& models;
};

class SettingsView : public Place {
    Q_OBJECT

public:
    explicit SettingsView(const SettingsParts& parts, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> commands() const override;
    [[nodiscard]] QString status() const override;
    // A setting by its key, a section by its name ("providers"), or the place itself when the key is empty.
    bool goTo(const Destination& destination) override;
    [[nodiscard]] QVariantMap saveLayout() const override;
    void restoreLayout(const QVariantMap& layout) override;

private:
    void makeActions();
    [[nodiscard]] QWidget* makeSide();
    [[nodiscard]] QWidget* makeBody();
    void showSection(int row);
    void search(const QString& text);
    [[nodiscard]] bool save() const;
    void showNotes();
    [[nodiscard]] int rowOf(const QString& section) const;

    const SettingsParts m_parts;
    QAction* m_find;
    QAction* m_resetAll;
    SearchLine* m_search = nullptr;
    QListWidget* m_sections = nullptr;
    InlineBanner* m_notes = nullptr;
    QStackedWidget* m_pages = nullptr;
    SettingsPage* m_found = nullptr;
    ProvidersPage* m_providers = nullptr;
};

}  // namespace touchstone::ui
