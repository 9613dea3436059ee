// SPDX-License-Identifier: GPL-3.0-or-later
//
// JSON values in one line of text, as people type them into cells and fields: text stands there without quotes, all
// else as JSON.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/json.h"

#include <QString>

#include <optional>
#include <string_view>

namespace touchstone::ui {

// Text as it is, anything else as compact JSON.
[[nodiscard]] QString valueText(const Json& value);

// Whether a schema lets a value be only text, or text and nothing (null).
[[nodiscard]] bool isTextSchema(const Json& schema);

// What was typed, for a place that `schema` describes and where `before` stood (null when nothing did). Text where the
// schema wants text, and where nothing says what is wanted but text stood there; otherwise JSON, or text when it is no
// JSON: then the checks say what is wrong, and nothing typed is lost.
[[nodiscard]] Json typedValue(const QString& typed, const Json& schema, const Json& before);

// "EUR, USD, "a, b"": a list of texts separated by commas, quoted as JSON where they hold one; other values as JSON.
[[nodiscard]] QString listText(const Json& list, bool ofText);
// The same read again; nothing when a quote is left open or, not `ofText`, a value is no JSON.
[[nodiscard]] std::optional<Json> parseListText(const QString& typed, bool ofText);

}  // namespace touchstone::ui
