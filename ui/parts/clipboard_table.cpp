// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipboard_table.h"

#include <algorithm>
#include <optional>

namespace touchstone::ui {
namespace {

bool endsCell(QChar c) {
    return c == u'\t' || c == u'\n' || c == u'\r';
}

// The place behind the quotation mark that closes the cell beginning at `begin`; nothing when it is not quoted.
std::optional<qsizetype> quotedEnd(const QString& text, qsizetype begin) {
    if (begin >= text.size() || text[begin] != u'"')
        return std::nullopt;
    for (qsizetype at = begin + 1; at < text.size(); ++at) {
        if (text[at] != u'"')
            continue;
        if (at + 1 < text.size() && text[at + 1] == u'"') {
            ++at;
            continue;
        }
        const bool closes = at + 1 == text.size() || endsCell(text[at + 1]);
        return closes ? std::optional(at + 1) : std::nullopt;
    }
    return std::nullopt;
}

QString readCell(const QString& text, qsizetype& at) {
    if (const auto end = quotedEnd(text, at)) {
        QString cell = text.mid(at + 1, *end - at - 2).replace(QStringLiteral("\"\""), QStringLiteral("\""));
        at = *end;
        return cell.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    }
    const qsizetype begin = at;
    while (at < text.size() && !endsCell(text[at]))
        ++at;
    return text.mid(begin, at - begin);
}

void skipLineEnd(const QString& text, qsizetype& at) {
    if (at < text.size() && text[at] == u'\r')
        ++at;
    if (at < text.size() && text[at] == u'\n')
        ++at;
}

}  // namespace

ClipboardTable parseClipboardTable(const QString& text) {
    ClipboardTable table;
    for (qsizetype at = 0; at < text.size();) {
        ClipboardRow row = {readCell(text, at)};
        while (at < text.size() && text[at] == u'\t') {
            ++at;
            row.push_back(readCell(text, at));
        }
        skipLineEnd(text, at);
        if (std::all_of(row.begin(), row.end(), [](const QString& cell) { return cell.isEmpty(); }))
            continue;
        if (table.rows.size() == kMostPastedRows) {
            table.truncated = true;
            return table;
        }
        table.columns = std::max(table.columns, row.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace touchstone::ui
