// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours of one theme, by role. Their values are in resources/themes/tokens.json; a role is never a literal colour
// anywhere else, so both themes stay complete and the contrast test covers every pair in use.
//
// Plain values; safe from any thread.

#pragma once

#include <QByteArray>
#include <QColor>

#include <array>
#include <cstddef>
#include <vector>

namespace touchstone::ui {

enum class Role {
    Window,             // app frame: rail, top bar, status bar
    Surface,            // lists, tables, editor, charts, fields
    Raised,             // panel heads, tab bars, table heads
    Sunken,             // chips, empty track, neutral pill
    Border,             // 1-px dividers and grid lines
    BorderStrong,       // frames of fields, buttons, pop-ups
    Text,               //
    TextMuted,          // secondary text, units, captions
    TextDisabled,       // disabled only
    Accent,             // marks, progress, active line; never small text
    AccentFill,         // the primary button, with OnAccent
    AccentHover,        // the primary button under the pointer
    AccentText,         // links, active segment, active icon
    OnAccent,           // text on AccentFill
    AccentTint,         // active segment, advice strip, accent pill
    Selection,          // selected row in the focused view
    SelectionInactive,  // selected row, view without focus
    Hover,              // row or flat button under the pointer
    Focus,              // 2-px focus ring
    Better,
    BetterTint,
    Worse,
    WorseTint,
    Warning,
    WarningTint,
    Info,
    InfoTint,
    WarningMark,  // squiggles and bars, not text
    DiffAdd,      // inserted words
    DiffDel,      // deleted words, also struck through
    SyntaxText,
    SyntaxKeyword,
    SyntaxString,
    SyntaxNumber,
    SyntaxComment,
    SyntaxVariable,
    SyntaxFilter,
    SyntaxDelim,
    SyntaxKey,
    SyntaxGutter,
    SyntaxCurrent,
    ChartGrid,
    ChartAxis,
    ChartArea,
    ChartForecast,
};
inline constexpr std::size_t kRoleCount = static_cast<std::size_t>(Role::ChartForecast) + 1;

enum class Scheme { Light, Dark };

struct Tokens {
    std::array<QColor, kRoleCount> colors;
    std::vector<QColor> versions;  // by slot; six, told apart by colour-blind people too
    std::vector<QColor> partRamp;  // segments of a stacked bar, in order
    double barAlpha = 1;           // large fills in charts

    [[nodiscard]] QColor color(Role role) const { return colors[static_cast<std::size_t>(role)]; }
};

// The spelling in tokens.json: "accent_tint".
[[nodiscard]] QByteArray roleName(Role role);

// The built-in colours of `scheme`.
[[nodiscard]] Tokens loadTokens(Scheme scheme);

// WCAG 2.1 contrast ratio of two opaque colours, 1…21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);

}  // namespace touchstone::ui
