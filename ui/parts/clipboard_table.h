// SPDX-License-Identifier: GPL-3.0-or-later
//
// What spreadsheets put into the clipboard: cells separated by tabs, rows by line ends, cells with either of them in
// quotation marks that are doubled inside.
//
// Pure function; safe from any thread.

#pragma once

#include <QString>

#include <vector>

namespace touchstone::ui {

using ClipboardRow = std::vector<QString>;

inline constexpr std::size_t kMostPastedRows = 100'000;

struct ClipboardTable {
    std::vector<ClipboardRow> rows;  // without empty ones
    std::size_t columns = 0;         // of the longest
    bool truncated = false;          // there are more than kMostPastedRows
};

// Never fails: a quotation mark that closes nowhere is a character like others.
[[nodiscard]] ClipboardTable parseClipboardTable(const QString& text);

}  // namespace touchstone::ui
