// SPDX-License-Identifier: GPL-3.0-or-later
//
// A page of settings, one below the other: those of a section, or what a search has found.

#pragma once

#include "uistate/settings.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace touchstone::ui {

class SettingRow;
class Theme;

class SettingsPage : public QScrollArea {
    Q_OBJECT

public:
    // `theme` and `settings` outlive the page.
    SettingsPage(const Theme& theme, Settings& settings, const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setKeys(const QStringList& keys);
    // Above or below the settings, in the order of the calls.
    void addAbove(QWidget* widget);
    void addBelow(QWidget* widget);
    // Scrolls to the setting and gives it the focus; false when it is not on this page.
    bool reveal(const QString& key);

private:
    const Theme& m_theme;
    Settings& m_settings;
    QLabel* m_title;
    QVBoxLayout* m_above;
    QVBoxLayout* m_rows;
    QVBoxLayout* m_below;
};

// A scrolled column of at most 760 pixels, without frame: what all pages here are. Returns its layout.
[[nodiscard]] QVBoxLayout* makeColumn(QScrollArea& area, const Theme& theme);

}  // namespace touchstone::ui
