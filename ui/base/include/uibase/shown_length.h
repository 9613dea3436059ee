// SPDX-License-Identifier: GPL-3.0-or-later
//
// How much of a text is shown where showing all of it would keep the window waiting. Pure; safe from any thread.

#pragma once

#include <QString>

namespace touchstone::ui {

// The characters of `text`, from its beginning, that are laid out as text within a frame or two (measured by
// bench_answers): so many Latin letters, and fewer of others, whose fonts are looked for. Never half a character.
[[nodiscard]] qsizetype shownLength(const QString& text);

}  // namespace touchstone::ui
