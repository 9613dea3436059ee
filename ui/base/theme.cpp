// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/theme.h"

#include "icon_engine.h"
#include "style.h"
#include "system_scheme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetricsF>
#include <QWidget>

#include <algorithm>

namespace touchstone::ui {

namespace {

bool hasTabularDigits(const QString& family) {
    QFont font(family);
    font.setPixelSize(100);
    const QFontMetricsF metrics(font);
    const QString digits = QStringLiteral("1234567890");
    return std::all_of(digits.begin(), digits.end(), [&](QChar digit) {
        return qFuzzyCompare(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(digits.back()));
    });
}

// Qt 6.4 cannot ask a font for its tabular digits, so families whose digits differ in width are left out.
QStringList interfaceFamilies() {
    QStringList families;
    const QStringList present = QFontDatabase::families();
    for (const char* name : {"Inter", "Noto Sans", "DejaVu Sans"}) {
        const QString family = QString::fromLatin1(name);
        if (present.contains(family) && hasTabularDigits(family))
            families.append(family);
    }
    return families.isEmpty() ? QStringList(QStringLiteral("sans-serif")) : families;
}

QStringList monospaceFamilies() {
    return {QStringLiteral("JetBrains Mono"), QStringLiteral("Noto Sans Mono"), QStringLiteral("DejaVu Sans Mono")};
}

QFont makeFont(int pixels, QFont::Weight weight) {
    static const QStringList kFamilies = interfaceFamilies();
    QFont font(kFamilies);
    font.setPixelSize(pixels);
    font.setWeight(weight);
    return font;
}

QFont makeMonospace(int pixels) {
    QFont font(monospaceFamilies());
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    font.setPixelSize(pixels);
    return font;
}

}  // namespace

Theme::Theme(ThemeMode mode, QObject* parent)
    : QObject(parent), m_mode(mode), m_look(std::make_shared<Look>()), m_system(std::make_unique<SystemScheme>()) {
    m_look->tokens = loadTokens(scheme());
    connect(m_system.get(), &SystemScheme::changed, this, &Theme::reload);
}

Theme::~Theme() = default;

void Theme::setMode(ThemeMode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    reload();
}

void Theme::setZoom(double zoom) {
    const double wanted = std::clamp(zoom, 0.5, 3.0);
    if (qFuzzyCompare(wanted, m_look->zoom))
        return;
    m_look->zoom = wanted;
    reload();
}

void Theme::reload() {
    m_look->tokens = loadTokens(scheme());
    Q_EMIT themeChanged();
}

Scheme Theme::scheme() const {
    switch (m_mode) {
        case ThemeMode::Light:
            return Scheme::Light;
        case ThemeMode::Dark:
            return Scheme::Dark;
        case ThemeMode::System:
            break;
    }
    return m_system->scheme();
}

double Theme::zoom() const {
    return m_look->zoom;
}

const Tokens& Theme::tokens() const {
    return m_look->tokens;
}

int Theme::px(int pixels) const {
    return m_look->px(pixels);
}

QFont Theme::font(TextStyle style) const {
    switch (style) {
        case TextStyle::Caption:
            return makeFont(px(11), QFont::Normal);
        case TextStyle::Body:
            break;
        case TextStyle::BodyStrong:
            return makeFont(px(13), QFont::DemiBold);
        case TextStyle::Title:
            return makeFont(px(16), QFont::DemiBold);
        case TextStyle::Figure:
            return makeFont(px(22), QFont::DemiBold);
        case TextStyle::Mono:
            return makeMonospace(px(12));
        case TextStyle::Editor:
            return makeMonospace(px(13));
    }
    return makeFont(px(13), QFont::Normal);
}

QIcon Theme::icon(Icon icon, Role tint) const {
    return QIcon(new SvgIconEngine(icon, tint, m_look));
}

QPalette Theme::palette() const {
    using P = QPalette;
    static constexpr std::pair<P::ColorRole, Role> kRoles[] = {{P::Window, Role::Window},
                                                               {P::WindowText, Role::Text},
                                                               {P::Base, Role::Surface},
                                                               {P::AlternateBase, Role::Raised},
                                                               {P::Text, Role::Text},
                                                               {P::PlaceholderText, Role::TextMuted},
                                                               {P::Button, Role::Surface},
                                                               {P::ButtonText, Role::Text},
                                                               {P::BrightText, Role::Worse},
                                                               {P::Highlight, Role::Selection},
                                                               {P::HighlightedText, Role::Text},
                                                               {P::Link, Role::AccentText},
                                                               {P::LinkVisited, Role::AccentText},
                                                               {P::ToolTipBase, Role::Raised},
                                                               {P::ToolTipText, Role::Text},
                                                               {P::Light, Role::Raised},
                                                               {P::Midlight, Role::Hover},
                                                               {P::Mid, Role::Border},
                                                               {P::Dark, Role::BorderStrong},
                                                               {P::Shadow, Role::BorderStrong}};
    QPalette palette;
    for (const auto& [paletteRole, role] : kRoles)
        palette.setColor(paletteRole, color(role));
    for (const P::ColorRole each : {P::WindowText, P::Text, P::ButtonText, P::HighlightedText, P::PlaceholderText})
        palette.setColor(P::Disabled, each, color(Role::TextDisabled));
    palette.setColor(P::Disabled, P::Base, color(Role::Window));
    palette.setColor(P::Inactive, P::Highlight, color(Role::SelectionInactive));
    return palette;
}

void installTheme(QApplication& app, Theme& theme) {
    QApplication::setStyle(new Style(theme.m_look));
    const auto apply = [&theme] {
        QApplication::setFont(theme.font(TextStyle::Body));
        QApplication::setPalette(theme.palette());
    };
    apply();
    QObject::connect(&theme, &Theme::themeChanged, &app, apply);
}

void setTextStyle(QWidget& widget, const Theme& theme, TextStyle style) {
    const auto apply = [&widget, &theme, style] { widget.setFont(theme.font(style)); };
    apply();
    QObject::connect(&theme, &Theme::themeChanged, &widget, apply);
}

}  // namespace touchstone::ui
