// SPDX-License-Identifier: GPL-3.0-or-later
//
// A key of a provider: what it is called, where it is, and a masked line to set or replace it. A key that is kept is
// never shown again.

#pragma once

#include "uisettings/key_vault.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace touchstone::ui {

class Pill;
class Theme;

class KeyLine : public QWidget {
    Q_OBJECT

public:
    // `theme` and `keys` outlive the line.
    KeyLine(const Theme& theme, KeyVault& keys, const QString& name, QWidget* parent = nullptr);

private:
    [[nodiscard]] QWidget* makeEntry();
    void showState();
    void openEntry();
    void closeEntry();
    void keep();
    [[nodiscard]] QString note(KeyVault::Where where) const;

    const Theme& m_theme;
    KeyVault& m_keys;
    const QString m_name;
    Pill* m_where;
    QLabel* m_note;
    QPushButton* m_set;
    QPushButton* m_forget;
    QWidget* m_entry = nullptr;
    QLineEdit* m_secret = nullptr;
    QPushButton* m_save = nullptr;
};

}  // namespace touchstone::ui
