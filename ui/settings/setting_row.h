// SPDX-License-Identifier: GPL-3.0-or-later
//
// One setting: title and help at the left, its control at the right, and a button back to the default when it is not
// at its default.

#pragma once

#include "uistate/settings.h"

#include <QWidget>

class QToolButton;

namespace touchstone::ui {

class Theme;

class SettingRow : public QWidget {
    Q_OBJECT

public:
    SettingRow(const Theme& theme, Settings& settings, const SettingInfo& info, QWidget* parent = nullptr);

    [[nodiscard]] QString key() const { return m_key; }
    void focusControl();
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeWords(const SettingInfo& info);
    void arrange(bool narrow);
    void showReset();

    const Theme& m_theme;
    Settings& m_settings;
    const QString m_key;
    QWidget* m_words = nullptr;
    QWidget* m_control;
    QToolButton* m_reset;
    bool m_narrow = false;
};

}  // namespace touchstone::ui
