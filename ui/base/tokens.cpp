// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/tokens.h"

#include "base/json.h"

#include <QFile>

#include <cmath>

namespace touchstone::ui {

namespace {

constexpr std::array<const char*, kRoleCount> kNames = {"window",
                                                        "surface",
                                                        "raised",
                                                        "sunken",
                                                        "border",
                                                        "border_strong",
                                                        "text",
                                                        "text_muted",
                                                        "text_disabled",
                                                        "accent",
                                                        "accent_fill",
                                                        "accent_hover",
                                                        "accent_text",
                                                        "on_accent",
                                                        "accent_tint",
                                                        "selection",
                                                        "selection_inactive",
                                                        "hover",
                                                        "focus",
                                                        "better",
                                                        "better_tint",
                                                        "worse",
                                                        "worse_tint",
                                                        "warning",
                                                        "warning_tint",
                                                        "info",
                                                        "info_tint",
                                                        "warning_mark",
                                                        "diff_add",
                                                        "diff_del",
                                                        "syntax_text",
                                                        "syntax_keyword",
                                                        "syntax_string",
                                                        "syntax_number",
                                                        "syntax_comment",
                                                        "syntax_variable",
                                                        "syntax_filter",
                                                        "syntax_delim",
                                                        "syntax_key",
                                                        "syntax_gutter",
                                                        "syntax_current",
                                                        "chart_grid",
                                                        "chart_axis",
                                                        "chart_area",
                                                        "chart_forecast"};

QColor parseColor(const std::string& text) {
    const QColor color(QString::fromStdString(text));
    TOUCHSTONE_CHECK(color.isValid(), "every colour of tokens.json is written #RRGGBB");
    return color;
}

std::vector<QColor> parseColors(const Json& list) {
    std::vector<QColor> colors;
    for (const Json& item : list)
        colors.push_back(parseColor(item.get<std::string>()));
    return colors;
}

Json readDocument() {
    QFile file(QStringLiteral(":/touchstone/themes/tokens.json"));
    TOUCHSTONE_CHECK(file.open(QIODevice::ReadOnly), "tokens.json is a built-in resource");
    const auto document = parseJson(file.readAll().toStdString());
    TOUCHSTONE_CHECK(document.ok(), "tokens.json is valid JSON");
    return document.value();
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}  // namespace

QByteArray roleName(Role role) {
    return kNames[static_cast<std::size_t>(role)];
}

Tokens loadTokens(Scheme scheme) {
    const Json document = readDocument();
    const Json& theme = document.at(scheme == Scheme::Dark ? "dark" : "light");
    Tokens tokens;
    for (std::size_t i = 0; i < kRoleCount; ++i)
        tokens.colors[i] = parseColor(stringAt(theme.at("colors"), kNames[i]));
    tokens.versions = parseColors(theme.at("versions"));
    tokens.partRamp = parseColors(theme.at("part_ramp"));
    tokens.barAlpha = numberAt(theme, "bar_alpha", 1);
    return tokens;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

}  // namespace touchstone::ui
