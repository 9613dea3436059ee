// SPDX-License-Identifier: GPL-3.0-or-later
//
// The names of our own icons: one file each in resources/icons, drawn on a 20-px grid in the current colour. The order
// matches the table in icon_engine.cpp. Theme::icon() makes a QIcon of one.

#pragma once

#include <QString>

#include <cstddef>
#include <optional>

namespace touchstone::ui {

enum class Icon {
    Logo,
    Author,
    Compare,
    Evaluate,
    Traces,
    Insights,
    Release,
    Settings,
    Run,
    Stop,
    Pause,
    Commit,
    Branch,
    History,
    Search,
    Filter,
    Undo,
    Redo,
    Refresh,
    Add,
    Remove,
    Copy,
    Close,
    Check,
    Warning,
    Error,
    Info,
    Bulb,
    More,
    Comment,
    Folder,
    ThumbUp,
    ThumbDown,
    ChevronUp,
    ChevronDown,
    ChevronRight,
    Inputs,
    Instructions,
    Prompt,
    Retrieval,
    Chunking,
    Memory,
    Tools,
    Output,
    Routing,
    Policy,
    Budget,
    Cache,
    Help,
    Keyboard,
    Theme,
    Key,
    Plug,
    Import,
    Export,
    Star,
    Pin,
    Columns,
    Replay,
    Bell,
    Tag,
    Dataset,
    Book,
    Eye,
    EyeOff,
    Tree,
    Text,
    Edit,
    Drag,
    ArrowUp,
    ArrowDown,
    ArrowRight,
    Clock,
    Window,
    Lock,
    Flag,
    Diff,
    Restore,
    Terminal,
    User,
    Home,
    Link,
    Document,
    Target,
    Live,
    Examples
};
inline constexpr std::size_t kIconCount = static_cast<std::size_t>(Icon::Examples) + 1;

// "chevron-down": also the file's name.
[[nodiscard]] QString iconName(Icon icon);

// The icon of that name, for names that come from data (the kinds of parts, for example).
[[nodiscard]] std::optional<Icon> iconNamed(QStringView name);

}  // namespace touchstone::ui
