// SPDX-License-Identifier: GPL-3.0-or-later
//
// The look of the workbench: colours, fonts, sizes and icons, light or dark. One Theme is made beside the QApplication
// and passed by reference; installTheme() makes the application follow it. Everything switches live.
//
// GUI thread only. Icons taken from a Theme may outlive it.

#pragma once

#include "uibase/icons.h"
#include "uibase/tokens.h"

#include <QFont>
#include <QIcon>
#include <QObject>
#include <QPalette>

#include <memory>

class QApplication;
class QWidget;

namespace touchstone::ui {

struct Look;
class SystemScheme;

enum class ThemeMode { System, Light, Dark };

// The type scale. Digits have one width in all of them, so numbers stand in columns.
enum class TextStyle {
    Caption,     // 11 px
    Body,        // 13 px
    BodyStrong,  // 13 px, 600
    Title,       // 16 px, 600
    Figure,      // 22 px, 600
    Mono,        // 12 px, in the middle of other text
    Editor,      // 13 px monospaced
};

class Theme : public QObject {
    Q_OBJECT

public:
    explicit Theme(ThemeMode mode = ThemeMode::System, QObject* parent = nullptr);
    ~Theme() override;

    void setMode(ThemeMode mode);
    // 1 is the design size; kept between 0.5 and 3.
    void setZoom(double zoom);

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    // What System means now, else the mode itself.
    [[nodiscard]] Scheme scheme() const;
    [[nodiscard]] double zoom() const;

    [[nodiscard]] const Tokens& tokens() const;
    [[nodiscard]] QColor color(Role role) const { return tokens().color(role); }
    [[nodiscard]] QFont font(TextStyle style) const;
    // Design pixels at the present zoom.
    [[nodiscard]] int px(int pixels) const;
    // The icon in `tint`; AccentText while its button is checked, TextDisabled while disabled.
    [[nodiscard]] QIcon icon(Icon icon, Role tint = Role::TextMuted) const;
    [[nodiscard]] QPalette palette() const;

Q_SIGNALS:
    // Colours, fonts or sizes are different now.
    void themeChanged();

private:
    friend void installTheme(QApplication& app, Theme& theme);
    void reload();

    ThemeMode m_mode;
    std::shared_ptr<Look> m_look;
    std::unique_ptr<SystemScheme> m_system;
};

// Gives the application the theme's style, palette and font, now and whenever the theme changes.
void installTheme(QApplication& app, Theme& theme);

// `widget` wears this text style, also after the theme or its zoom changed.
void setTextStyle(QWidget& widget, const Theme& theme, TextStyle style);

}  // namespace touchstone::ui
