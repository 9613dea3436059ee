// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/shown_length.h"

namespace touchstone::ui {
namespace {

constexpr qsizetype kRoom = 40000;
constexpr qsizetype kRoomOfForeign = 4;
constexpr char16_t kFirstForeign = 0x0300;

}  // namespace

qsizetype shownLength(const QString& text) {
    qsizetype room = kRoom;
    qsizetype length = 0;
    for (; length < text.size() && room > 0; ++length)
        room -= text[length].unicode() < kFirstForeign ? 1 : kRoomOfForeign;
    return length < text.size() && text[length].isLowSurrogate() ? length - 1 : length;
}

}  // namespace touchstone::ui
