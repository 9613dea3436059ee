// SPDX-License-Identifier: GPL-3.0-or-later
//
// The one conversion between core's UTF-8 and Qt's strings.

#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace touchstone::ui {

[[nodiscard]] inline QString toQString(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

[[nodiscard]] inline std::string toUtf8(const QString& text) {
    return text.toStdString();
}

}  // namespace touchstone::ui
