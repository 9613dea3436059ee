// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_marks.h"

#include "parts_model.h"
#include "session/draft_text.h"
#include "text/diff.h"
#include "uiauthor/json_places.h"
#include "uistate/text.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

// Of the name or the quoted text that begins there; at least 1.
int lengthAt(const QString& text, const QList<qsizetype>& starts, const TextPosition& place) {
    if (place.line == 0 || static_cast<qsizetype>(place.line) > starts.size())
        return 1;
    const qsizetype from = starts[static_cast<qsizetype>(place.line) - 1];
    const qsizetype end = text.indexOf(u'\n', from);
    const QList<uint> line = text.mid(from, end < 0 ? -1 : end - from).toUcs4();
    const auto begin = static_cast<qsizetype>(place.column) - 1;
    if (begin < 0 || begin >= line.size())
        return 1;
    qsizetype stop = begin + 1;
    if (line[begin] == '"')
        stop = std::max(line.indexOf('"', stop) + 1, stop);
    else
        while (stop < line.size() && (QChar::isLetterOrNumber(line[stop]) || line[stop] == '_'))
            ++stop;
    return static_cast<int>(stop - begin);
}

QList<qsizetype> lineStarts(const QString& text) {
    QList<qsizetype> starts{0};
    for (qsizetype at = text.indexOf(u'\n'); at >= 0; at = text.indexOf(u'\n', at + 1))
        starts.append(at + 1);
    return starts;
}

std::string baseText(const MarksRequest& request) {
    const Json& base = *request.base;
    if (request.templatePointer.empty()) {
        const Json* value = memberAt(base, request.part);
        return value ? toPrettyText(*value) : std::string();
    }
    const Json* text =
        resolvePointer(base, request.part == "prompt" ? session::promptPointer(base) : request.templatePointer);
    return text && text->is_string() ? text->get<std::string>() : std::string();
}

int lineCount(std::string_view text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n')) +
           (text.ends_with('\n') || text.empty() ? 0 : 1);
}

void addChange(std::vector<LineChange>& changes, int line, int removed, int inserted) {
    if (const int altered = std::min(removed, inserted); altered > 0)
        changes.push_back({line, altered, LineChange::Altered});
    if (inserted > removed)
        changes.push_back({line + removed, inserted - removed, LineChange::Added});
    if (removed > inserted)
        changes.push_back({line + inserted, 1, LineChange::Removed});
}

}  // namespace

std::vector<LineChange> lineChanges(std::string_view before, std::string_view after) {
    std::vector<LineChange> changes;
    int line = 1;
    int removed = 0;
    int inserted = 0;
    const auto flush = [&] {
        addChange(changes, line, removed, inserted);
        line += inserted;
        removed = inserted = 0;
    };
    for (const text::DiffPiece& piece : text::diffLines(before, after).pieces) {
        const int count = lineCount(piece.text);
        if (piece.change == text::Change::Deleted) {
            removed += count;
        } else if (piece.change == text::Change::Inserted) {
            inserted += count;
        } else {
            flush();
            line += count;
        }
    }
    flush();
    return changes;
}

std::optional<TextPosition> placeInSource(const Finding& finding, const std::string& part, std::string_view source) {
    if (partOfPointer(finding.pointer) != part)
        return std::nullopt;
    if (finding.position && finding.pointer.size() == part.size() + 1)
        return finding.position;  // the source itself is not JSON
    return placeOfPointer(source, std::string_view(finding.pointer).substr(part.size() + 1));
}

PartMarks readMarks(const MarksRequest& request) {
    PartMarks marks;
    const std::string text = toUtf8(request.text);
    QList<qsizetype> starts;
    for (const Finding& finding : request.findings) {
        std::optional<TextPosition> place;
        if (request.templatePointer.empty())
            place = placeInSource(finding, request.part, text);
        else if (finding.pointer == request.templatePointer)
            place = finding.position.value_or(TextPosition());
        if (!place)
            continue;
        if (marks.problems.size() == kMostMarks)
            break;
        if (starts.isEmpty())
            starts = lineStarts(request.text);
        marks.problems.push_back({{static_cast<int>(place->line), static_cast<int>(place->column),
                                   lengthAt(request.text, starts, *place), finding.severity, toQString(finding.text)},
                                  finding});
    }
    if (request.base)
        marks.changes = lineChanges(baseText(request), text);
    return marks;
}

}  // namespace touchstone::ui
