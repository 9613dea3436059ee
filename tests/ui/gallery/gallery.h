// SPDX-License-Identifier: GPL-3.0-or-later
//
// Pages that show every widget of ui/base in each of its states: what a designer looks at, and what the test of painted
// texts walks over.
//
// GUI thread only.

#pragma once

#include <QWidget>

#include <array>
#include <memory>

namespace touchstone::ui {

class Theme;

// `theme` outlives the pages.
[[nodiscard]] std::unique_ptr<QWidget> makeControlsPage(const Theme& theme);
[[nodiscard]] std::unique_ptr<QWidget> makeMessagesPage(const Theme& theme);
[[nodiscard]] std::unique_ptr<QWidget> makeTextsPage(const Theme& theme);
[[nodiscard]] std::unique_ptr<QWidget> makeDataPage(const Theme& theme);

struct GalleryPage {
    const char* name;
    std::unique_ptr<QWidget> (*make)(const Theme& theme);
};

inline constexpr std::array kGalleryPages = {GalleryPage{"controls", makeControlsPage},
                                             GalleryPage{"messages", makeMessagesPage},
                                             GalleryPage{"texts", makeTextsPage}, GalleryPage{"data", makeDataPage}};

// Shows the page and what opens over it: completions, the bar to find with.
void showPage(QWidget& page);

}  // namespace touchstone::ui
