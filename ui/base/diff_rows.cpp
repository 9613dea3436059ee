// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff_rows.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

using text::AlignedLine;
using text::Change;

constexpr std::size_t kAround = 3;        // equal lines that stay beside a change
constexpr std::size_t kWorthFolding = 4;  // fewer are shown

QString fromUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QString sideText(const AlignedLine& line, Change without) {
    QString text;
    for (const text::DiffPiece& piece : line.pieces)
        if (piece.change != without)
            text += fromUtf8(piece.text);
    return text;
}

void DiffView::Rows::setSections(std::vector<DiffSection> sections) {
    beginResetModel();
    m_sections = std::move(sections);
    m_rows.clear();
    std::size_t largest = 1;
    for (std::size_t i = 0; i < m_sections.size(); ++i) {
        addSection(i);
        for (const AlignedLine& line : m_sections[i].lines)
            largest = std::max({largest, line.before, line.after});
    }
    m_digits = static_cast<int>(std::to_string(largest).size());
    endResetModel();
}

void DiffView::Rows::addSection(std::size_t section) {
    const std::vector<AlignedLine>& lines = m_sections[section].lines;
    if (!m_sections[section].title.isEmpty())
        m_rows.push_back({DiffRow::Kind::Heading, section});
    for (std::size_t begin = 0; begin < lines.size();) {
        if (!lines[begin].isEqual()) {
            m_rows.push_back({DiffRow::Kind::Line, section, begin++});
            continue;
        }
        std::size_t end = begin;
        while (end < lines.size() && lines[end].isEqual())
            ++end;
        const std::size_t first = begin == 0 ? begin : std::min(begin + kAround, end);
        const std::size_t last = end == lines.size() ? end : std::max(end - std::min(kAround, end), first);
        const bool fold = last - first >= kWorthFolding;
        for (std::size_t line = begin; line < end; ++line) {
            if (fold && line == first) {
                m_rows.push_back({DiffRow::Kind::Fold, section, first, last - first});
                line = last - 1;
            } else {
                m_rows.push_back({DiffRow::Kind::Line, section, line});
            }
        }
        begin = end;
    }
}

void DiffView::Rows::unfold(int row) {
    const DiffRow fold = at(row);
    if (fold.kind != DiffRow::Kind::Fold)
        return;
    const auto place = m_rows.begin() + row;
    *place = {DiffRow::Kind::Line, fold.section, fold.line};
    Q_EMIT dataChanged(index(row), index(row));
    if (fold.hidden < 2)
        return;
    beginInsertRows({}, row + 1, row + static_cast<int>(fold.hidden) - 1);
    std::vector<DiffRow> lines;
    for (std::size_t i = 1; i < fold.hidden; ++i)
        lines.push_back({DiffRow::Kind::Line, fold.section, fold.line + i});
    m_rows.insert(place + 1, lines.begin(), lines.end());
    endInsertRows();
}

bool DiffView::Rows::isChange(int row) const {
    return row >= 0 && row < rowCount() && at(row).kind == DiffRow::Kind::Line && !lineOf(at(row)).isEqual();
}

QString DiffView::Rows::plainText(int row) const {
    const DiffRow& entry = at(row);
    if (entry.kind == DiffRow::Kind::Heading)
        return QStringLiteral("@@ %1\n").arg(sectionOf(entry).title);
    if (entry.kind == DiffRow::Kind::Fold)
        return QStringLiteral("…\n");
    const AlignedLine& line = lineOf(entry);
    if (line.isEqual())
        return QStringLiteral("  %1\n").arg(sideText(line, Change::Inserted));
    QString text;
    if (line.before != 0)
        text += QStringLiteral("- %1\n").arg(sideText(line, Change::Inserted));
    if (line.after != 0)
        text += QStringLiteral("+ %1\n").arg(sideText(line, Change::Deleted));
    return text;
}

int DiffView::Rows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant DiffView::Rows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const DiffRow& row = at(index.row());
    if (row.kind == DiffRow::Kind::Heading)
        return sectionOf(row).title;
    if (row.kind == DiffRow::Kind::Fold)
        return DiffView::tr("%n equal line(s)", nullptr, static_cast<int>(row.hidden));
    const AlignedLine& line = lineOf(row);
    const QString before = sideText(line, Change::Inserted);
    const QString after = sideText(line, Change::Deleted);
    if (line.isEqual())
        return after;
    if (line.before == 0)
        return DiffView::tr("Added: %1").arg(after);
    return line.after == 0 ? DiffView::tr("Removed: %1").arg(before) : DiffView::tr("%1, now: %2").arg(before, after);
}

}  // namespace touchstone::ui
