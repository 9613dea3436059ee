// SPDX-License-Identifier: GPL-3.0-or-later
//
// The filters, tests and functions of the template language as Markdown, made from the language itself.

#pragma once

#include <QString>

namespace touchstone::ui {

[[nodiscard]] QString languageReference();

}  // namespace touchstone::ui
