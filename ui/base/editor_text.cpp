// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor_text.h"

#include "qscintilla.h"

#include <QFontInfo>
#include <QFontMetrics>

#include <numeric>

namespace touchstone::ui {

namespace {

using S = QsciScintillaBase;

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// How many bytes the two share at the start, ending between two characters.
qsizetype commonPrefix(const QByteArray& a, const QByteArray& b) {
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    qsizetype length = end - a.begin();
    const auto splits = [length = &length](const QByteArray& bytes) {
        return *length < bytes.size() && isContinuation(bytes[*length]);
    };
    while (length > 0 && (splits(a) || splits(b)))
        --length;
    return length;
}

qsizetype commonSuffix(const QByteArray& a, const QByteArray& b, qsizetype most) {
    qsizetype length = 0;
    while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length])
        ++length;
    while (length > 0 && isContinuation(a[a.size() - length]))
        --length;
    return length;
}

// A character of four bytes is two units, any other is one; its first byte stands for all of it.
int unitsOf(char byte) {
    return (isContinuation(byte) ? 0 : 1) + (static_cast<unsigned char>(byte) >= 0xF0U ? 1 : 0);
}

}  // namespace

QByteArray textBytes(const QsciScintilla& text) {
    const auto* bytes = static_cast<const char*>(text.SendScintillaPtrResult(S::SCI_GETCHARACTERPOINTER));
    return {bytes, static_cast<qsizetype>(text.SendScintilla(S::SCI_GETLENGTH))};
}

void loadBytes(QsciScintilla& text, const QByteArray& bytes) {
    const bool readOnly = text.isReadOnly();
    text.SendScintilla(S::SCI_SETREADONLY, 0UL);
    const long undo = text.SendScintilla(S::SCI_GETUNDOCOLLECTION);
    text.SendScintilla(S::SCI_SETUNDOCOLLECTION, 0UL);
    text.SendScintilla(S::SCI_CLEARALL);
    text.SendScintilla(S::SCI_APPENDTEXT, static_cast<unsigned long>(bytes.size()), bytes.constData());
    text.SendScintilla(S::SCI_SETUNDOCOLLECTION, undo);
    text.SendScintilla(S::SCI_EMPTYUNDOBUFFER);
    text.SendScintilla(S::SCI_SETREADONLY, readOnly ? 1UL : 0UL);
    text.SendScintilla(S::SCI_GOTOPOS, 0UL);
}

void replaceDifference(QsciScintilla& text, const QByteArray& bytes) {
    const QByteArray present = textBytes(text);
    const qsizetype prefix = commonPrefix(present, bytes);
    const qsizetype suffix = commonSuffix(present, bytes, std::min(present.size(), bytes.size()) - prefix);
    if (prefix == present.size() && prefix == bytes.size())
        return;
    const QByteArray middle = bytes.mid(prefix, bytes.size() - prefix - suffix);
    const bool readOnly = text.isReadOnly();
    text.SendScintilla(S::SCI_SETREADONLY, 0UL);
    text.beginUndoAction();
    text.SendScintilla(S::SCI_SETTARGETRANGE, static_cast<unsigned long>(prefix),
                       static_cast<long>(present.size() - suffix));
    text.SendScintilla(S::SCI_REPLACETARGET, static_cast<unsigned long>(middle.size()), middle.constData());
    text.endUndoAction();
    text.SendScintilla(S::SCI_SETREADONLY, readOnly ? 1UL : 0UL);
}

long bytePosition(const QsciScintilla& text, TextPosition position) {
    const long lines = text.SendScintilla(S::SCI_GETLINECOUNT);
    const auto wanted = static_cast<long>(std::min<std::size_t>(position.line, 1U << 30U));
    const long line = std::clamp(wanted - 1, 0L, lines - 1);
    const long start = text.SendScintilla(S::SCI_POSITIONFROMLINE, line);
    const long end = text.SendScintilla(S::SCI_GETLINEENDPOSITION, line);
    const auto column = static_cast<long>(std::min<std::size_t>(position.column, 1U << 30U));
    const long place =
        text.SendScintilla(S::SCI_POSITIONRELATIVE, static_cast<unsigned long>(start), std::max(column - 1, 0L));
    // POSITIONRELATIVE answers 0 when it would leave the document.
    const bool left = place < start || place > end || (place == start && column > 1);
    return left ? end : place;
}

TextPosition textPosition(const QsciScintilla& text, long byte) {
    const long line = text.SendScintilla(S::SCI_LINEFROMPOSITION, byte);
    const long start = text.SendScintilla(S::SCI_POSITIONFROMLINE, line);
    const long column = text.SendScintilla(S::SCI_COUNTCHARACTERS, static_cast<unsigned long>(start), byte);
    return {static_cast<std::size_t>(line) + 1, static_cast<std::size_t>(column) + 1};
}

void showCaretAt(QsciScintilla& text, long byte) {
    const long first = text.SendScintilla(S::SCI_GETFIRSTVISIBLELINE);
    const long shown = text.SendScintilla(S::SCI_LINESONSCREEN);
    const long line = text.SendScintilla(S::SCI_VISIBLEFROMDOCLINE, text.SendScintilla(S::SCI_LINEFROMPOSITION, byte));
    text.SendScintilla(S::SCI_GOTOPOS, byte);
    if (line < first || line >= first + shown)
        text.SendScintilla(S::SCI_VERTICALCENTRECARET);
}

QByteArray bytesBefore(const QsciScintilla& text, long byte) {
    const auto* bytes = static_cast<const char*>(text.SendScintillaPtrResult(S::SCI_GETCHARACTERPOINTER));
    return {bytes, static_cast<qsizetype>(byte)};
}

qsizetype unitsBefore(const QsciScintilla& text, long byte) {
    const auto* bytes = static_cast<const char*>(text.SendScintillaPtrResult(S::SCI_GETCHARACTERPOINTER));
    return std::accumulate(bytes, bytes + byte, qsizetype(0),
                           [](qsizetype units, char c) { return units + unitsOf(c); });
}

long byteOfUnit(const QsciScintilla& text, qsizetype unit) {
    const auto* bytes = static_cast<const char*>(text.SendScintillaPtrResult(S::SCI_GETCHARACTERPOINTER));
    const long length = text.SendScintilla(S::SCI_GETLENGTH);
    long byte = 0;
    for (qsizetype units = 0; byte < length && (units < unit || isContinuation(bytes[byte])); ++byte)
        units += unitsOf(bytes[byte]);
    return byte;
}

void setEditorFont(QsciScintilla& text, const QFont& font, int lineHeight) {
    // QScintilla takes one family and points, so the list is resolved and pixels are converted here.
    text.SendScintilla(S::SCI_STYLESETFONT, static_cast<unsigned long>(S::STYLE_DEFAULT),
                       QFontInfo(font).family().toUtf8().constData());
    const double points = font.pixelSize() * 72.0 / text.logicalDpiY();
    text.SendScintilla(S::SCI_STYLESETSIZEFRACTIONAL, static_cast<unsigned long>(S::STYLE_DEFAULT),
                       std::lround(points * int{S::SC_FONT_SIZE_MULTIPLIER}));
    const int spare = std::max(0, lineHeight - QFontMetrics(font).height());
    text.setExtraAscent((spare + 1) / 2);
    text.setExtraDescent(spare / 2);
}

}  // namespace touchstone::ui
