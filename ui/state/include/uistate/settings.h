// SPDX-License-Identifier: GPL-3.0-or-later
//
// What people can set, each with its kind, range, default, title and help. The table is all there is: the settings
// place, the command palette and the search are made from it.
//
// GUI thread only.

#pragma once

#include <QLatin1String>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QVariant>

class QSettings;

namespace touchstone::ui {

class Theme;

// The names of the settings, in the file and everywhere else.
inline constexpr QLatin1String kThemeSetting("look/theme");          // "system", "light", "dark"
inline constexpr QLatin1String kZoomSetting("look/zoom");            // 1 is the design size
inline constexpr QLatin1String kLanguageSetting("look/language");    // "system", "en", "de"
inline constexpr QLatin1String kAuthorSetting("commit/author");      // empty: see commitAuthor()
inline constexpr QLatin1String kKeyringSetting("keys/keyring");      // whether the system's keyring is used
inline constexpr QLatin1String kPlainHttpSetting("net/plain-http");  // "host, host"

struct SettingChoice {
    QString value;
    QString title;
    QString formerly = {};  // how files of before have it
};

struct SettingInfo {
    enum class Kind { Flag, Percent, Choice, Text };

    QString key;
    Kind kind = Kind::Text;
    QVariant fallback;                  // bool, double or QString, as value() gives it
    double least = 0;                   // Percent: a share of 1
    double most = 0;                    // Percent; Text: the most characters
    QList<SettingChoice> choices = {};  // Choice
    QString section = {};               // where it is shown: "look"
    QString title = {};
    QString help = {};
    QStringList keywords = {};  // found by these as well
    bool atStart = false;       // obeyed from the next start on
};

class Settings : public QObject {
    Q_OBJECT

public:
    // `file` outlives the settings, which are not the only ones that write to it.
    explicit Settings(QSettings& file, QObject* parent = nullptr);

    [[nodiscard]] const QList<SettingInfo>& table() const { return m_table; }
    // Null: there is no setting of that name.
    [[nodiscard]] const SettingInfo* find(const QString& key) const;
    // The settings that hold every word of `text` in title, help, keywords or key, in the table's order.
    [[nodiscard]] QStringList search(const QString& text) const;

    // In its range, whatever the file says. REQUIRES: there is a setting of that name.
    [[nodiscard]] QVariant value(const QString& key) const;
    [[nodiscard]] QString text(const QString& key) const { return value(key).toString(); }
    [[nodiscard]] double number(const QString& key) const { return value(key).toDouble(); }
    [[nodiscard]] bool flag(const QString& key) const { return value(key).toBool(); }

    // False, and nothing happens, when the setting cannot have that value. The default's own value is not stored.
    bool setValue(const QString& key, const QVariant& value);
    [[nodiscard]] bool isDefault(const QString& key) const;
    void reset(const QString& key);
    void resetAll();

    // What the file says and cannot be used, one sentence each; the default is used instead.
    [[nodiscard]] QStringList notes() const;
    [[nodiscard]] QSettings& file() const { return m_file; }

Q_SIGNALS:
    void changed(const QString& key);

private:
    [[nodiscard]] const SettingInfo& info(const QString& key) const;

    QSettings& m_file;
    const QList<SettingInfo> m_table;
};

// `theme` shows what the settings say, now and when they change. Both outlive each other's use: keep them until the
// window is gone.
void followLook(Theme& theme, Settings& settings);

// Who commits: the setting, else $TOUCHSTONE_AUTHOR, $GIT_AUTHOR_NAME or the login's name.
[[nodiscard]] QString commitAuthor(const Settings& settings);

}  // namespace touchstone::ui
