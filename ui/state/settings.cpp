// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/settings.h"

#include "base/result.h"
#include "settings_table.h"
#include "uibase/theme.h"

#include <QSettings>

#include <algorithm>
#include <optional>

namespace touchstone::ui {
namespace {

using Kind = SettingInfo::Kind;

std::optional<QVariant> readFlag(const QVariant& value) {
    const QString word = value.toString().toLower();
    if (word == QStringLiteral("true") || word == QStringLiteral("1"))
        return true;
    if (word == QStringLiteral("false") || word == QStringLiteral("0"))
        return false;
    return std::nullopt;
}

std::optional<QVariant> readPercent(const SettingInfo& info, const QVariant& value) {
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (!isNumber || !(number >= info.least && number <= info.most))  // also refuses what is no number at all (NaN)
        return std::nullopt;
    return number;
}

std::optional<QVariant> readChoice(const SettingInfo& info, const QVariant& value) {
    const QString word = value.toString();
    const auto found = std::find_if(info.choices.begin(), info.choices.end(), [&](const SettingChoice& choice) {
        return choice.value == word || (!word.isEmpty() && choice.formerly == word);
    });
    return found == info.choices.end() ? std::nullopt : std::optional<QVariant>(found->value);
}

std::optional<QVariant> readText(const SettingInfo& info, const QVariant& value) {
    // An unquoted comma in the file makes a list of it.
    const QString text = (value.userType() == QMetaType::QStringList ? value.toStringList().join(QStringLiteral(", "))
                                                                     : value.toString())
                             .trimmed();
    const bool isLine =
        std::none_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return isLine && text.size() <= static_cast<qsizetype>(info.most) ? std::optional<QVariant>(text) : std::nullopt;
}

// The value as the setting has it, or nothing when it cannot be one.
std::optional<QVariant> read(const SettingInfo& info, const QVariant& value) {
    switch (info.kind) {
        case Kind::Flag:
            return readFlag(value);
        case Kind::Percent:
            return readPercent(info, value);
        case Kind::Choice:
            return readChoice(info, value);
        case Kind::Text:
            return readText(info, value);
    }
    return std::nullopt;
}

QString allowedValues(const SettingInfo& info) {
    switch (info.kind) {
        case Kind::Flag:
            return Settings::tr("true or false");
        case Kind::Percent:
            return Settings::tr("a number from %1 to %2").arg(info.least).arg(info.most);
        case Kind::Choice: {
            QStringList words;
            for (const SettingChoice& choice : info.choices)
                words.append(choice.value);
            return words.join(QStringLiteral(", "));
        }
        case Kind::Text:
            return Settings::tr("one line of at most %1 characters").arg(info.most);
    }
    return {};
}

bool holds(const SettingInfo& info, const QString& word) {
    const auto in = [&word](const QString& text) { return text.contains(word, Qt::CaseInsensitive); };
    return in(info.title) || in(info.help) || in(info.key) ||
           std::any_of(info.keywords.begin(), info.keywords.end(), in) ||
           std::any_of(info.choices.begin(), info.choices.end(),
                       [&](const SettingChoice& each) { return in(each.title); });
}

ThemeMode modeNamed(const QString& word) {
    if (word == QStringLiteral("light"))
        return ThemeMode::Light;
    return word == QStringLiteral("dark") ? ThemeMode::Dark : ThemeMode::System;
}

}  // namespace

Settings::Settings(QSettings& file, QObject* parent) : QObject(parent), m_file(file), m_table(makeSettingTable()) {}

const SettingInfo* Settings::find(const QString& key) const {
    const auto found =
        std::find_if(m_table.begin(), m_table.end(), [&key](const SettingInfo& each) { return each.key == key; });
    return found == m_table.end() ? nullptr : &*found;
}

const SettingInfo& Settings::info(const QString& key) const {
    const SettingInfo* found = find(key);
    TOUCHSTONE_CHECK(found, "only settings of the table are asked for");
    return *found;
}

QStringList Settings::search(const QString& text) const {
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QStringList keys;
    for (const SettingInfo& each : m_table)
        if (std::all_of(words.begin(), words.end(), [&each](const QString& word) { return holds(each, word); }))
            keys.append(each.key);
    return keys;
}

QVariant Settings::value(const QString& key) const {
    const SettingInfo& setting = info(key);
    const QVariant stored = m_file.value(key);
    return stored.isValid() ? read(setting, stored).value_or(setting.fallback) : setting.fallback;
}

bool Settings::setValue(const QString& key, const QVariant& value) {
    const SettingInfo& setting = info(key);
    const auto wanted = read(setting, value);
    if (!wanted)
        return false;
    const QVariant before = this->value(key);
    if (*wanted == setting.fallback)
        m_file.remove(key);
    else
        m_file.setValue(key, *wanted);
    if (*wanted != before)
        Q_EMIT changed(key);
    return true;
}

bool Settings::isDefault(const QString& key) const {
    return value(key) == info(key).fallback;
}

void Settings::reset(const QString& key) {
    setValue(key, info(key).fallback);
}

void Settings::resetAll() {
    for (const SettingInfo& each : m_table)
        reset(each.key);
}

QStringList Settings::notes() const {
    QStringList notes;
    for (const SettingInfo& each : m_table) {
        const QVariant stored = m_file.value(each.key);
        if (stored.isValid() && !read(each, stored))
            notes.append(
                tr("“%1” in the settings' file is not %2; the default is used.").arg(each.key, allowedValues(each)));
    }
    return notes;
}

void followLook(Theme& theme, Settings& settings) {
    const auto apply = [&theme, &settings](const QString& key) {
        if (key == kThemeSetting)
            theme.setMode(modeNamed(settings.text(kThemeSetting)));
        else if (key == kZoomSetting)
            theme.setZoom(settings.number(kZoomSetting));
    };
    apply(kThemeSetting);
    apply(kZoomSetting);
    QObject::connect(&settings, &Settings::changed, &theme, apply);
}

QString commitAuthor(const Settings& settings) {
    QString name = settings.text(kAuthorSetting);
    for (const char* variable : {"TOUCHSTONE_AUTHOR", "GIT_AUTHOR_NAME", "USER"})
        if (name.isEmpty())
            name = qEnvironmentVariable(variable);
    return name;
}

}  // namespace touchstone::ui
