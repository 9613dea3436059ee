// SPDX-License-Identifier: GPL-3.0-or-later
//
// The sealed file of keys: opens it, makes it when a key needs it, closes it again. Hidden while there is no file and
// none is needed.

#pragma once

#include "uisettings/key_vault.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace touchstone::ui {

class Theme;

class KeyFilePanel : public QWidget {
    Q_OBJECT

public:
    // `theme` and `keys` outlive the panel.
    KeyFilePanel(const Theme& theme, KeyVault& keys, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void build();
    void showState();
    void checkPassphrase();
    void open();
    [[nodiscard]] QString sentence() const;

    const Theme& m_theme;
    KeyVault& m_keys;
    QLabel* m_title;
    QLabel* m_sentence;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    QPushButton* m_open;
    QPushButton* m_cancel;
    QLabel* m_reason;
};

}  // namespace touchstone::ui
