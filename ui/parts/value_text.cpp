// SPDX-License-Identifier: GPL-3.0-or-later

#include "value_text.h"

#include "uistate/text.h"

#include <QStringList>

#include <algorithm>

namespace touchstone::ui {
namespace {

bool isText(const Json& type) {
    return type.is_string() && type == "string";
}

bool isTextOrNull(const Json& type) {
    return isText(type) || (type.is_string() && type == "null");
}

// Splits at commas outside of quotes and brackets; nothing when a quote is left open.
std::optional<QStringList> splitList(const QString& typed) {
    QStringList items(QString{});
    bool quoted = false;
    int depth = 0;
    for (qsizetype i = 0; i < typed.size(); ++i) {
        const QChar c = typed[i];
        if (quoted && c == u'\\' && i + 1 < typed.size()) {
            items.last() += c;
            items.last() += typed[++i];
            continue;
        }
        if (c == u'"' && (quoted || items.last().trimmed().isEmpty() || depth > 0))
            quoted = !quoted;
        if (!quoted)
            depth += c == u'[' || c == u'{' ? 1 : c == u']' || c == u'}' ? -1 : 0;
        if (c == u',' && !quoted && depth <= 0)
            items.append(QString());
        else
            items.last() += c;
    }
    return quoted ? std::nullopt : std::optional(items);
}

QString textItem(const std::string& item) {
    const QString text = toQString(item);
    const bool plain = !text.isEmpty() && text == text.trimmed() && !text.contains(u',') && !text.contains(u'"') &&
                       !text.contains(u'\n') && !text.contains(u'[') && !text.contains(u'{') && !text.contains(u']') &&
                       !text.contains(u'}');
    return plain ? text : toQString(toText(Json(item)));
}

}  // namespace

QString valueText(const Json& value) {
    return toQString(value.is_string() ? value.get_ref<const std::string&>() : toText(value));
}

bool isTextSchema(const Json& schema) {
    const Json* type = memberAt(schema, "type");
    if (!type)
        return false;
    if (type->is_array())
        return std::any_of(type->begin(), type->end(), isText) && std::all_of(type->begin(), type->end(), isTextOrNull);
    return isText(*type);
}

Json typedValue(const QString& typed, const Json& schema, const Json& before) {
    const std::string text = toUtf8(typed);
    const bool null = text == "null" && stringAt(schema, "type") != "string";
    if (!null && (isTextSchema(schema) || (!memberAt(schema, "type") && before.is_string())))
        return text;
    return parseJson(text).valueOr(Json(text));
}

QString listText(const Json& list, bool ofText) {
    QStringList items;
    for (const Json& item : list)
        items.append(ofText && item.is_string() ? textItem(item.get_ref<const std::string&>())
                                                : toQString(toText(item)));
    return items.join(QStringLiteral(", "));
}

std::optional<Json> parseListText(const QString& typed, bool ofText) {
    Json list = Json::array();
    const auto items = splitList(typed);
    if (!items)
        return std::nullopt;
    for (const QString& item : *items) {
        const std::string text = toUtf8(item.trimmed());
        if (text.empty())
            continue;
        const bool quoted = text.front() == '"';
        if (ofText && !quoted) {
            list.push_back(text);
            continue;
        }
        auto value = parseJson(text);
        if (!value.ok())
            return std::nullopt;
        list.push_back(std::move(value).value());
    }
    return list;
}

}  // namespace touchstone::ui
