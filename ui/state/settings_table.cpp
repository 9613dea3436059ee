// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings_table.h"

namespace touchstone::ui {
namespace {

using Kind = SettingInfo::Kind;

const QString kSystem = QStringLiteral("system");

SettingInfo theme() {
    SettingInfo info{kThemeSetting, Kind::Choice, kSystem};
    info.choices = {{kSystem, Settings::tr("As the system"), QStringLiteral("0")},
                    {QStringLiteral("light"), Settings::tr("Light"), QStringLiteral("1")},
                    {QStringLiteral("dark"), Settings::tr("Dark"), QStringLiteral("2")}};
    info.section = QStringLiteral("look");
    info.title = Settings::tr("Theme");
    info.help = Settings::tr("Light or dark. “As the system” follows the desktop, also while the window is open.");
    info.keywords = {Settings::tr("colour"), Settings::tr("color"), Settings::tr("night"), Settings::tr("appearance")};
    return info;
}

SettingInfo zoom() {
    SettingInfo info{kZoomSetting, Kind::Percent, 1.0, 0.5, 3.0};
    info.section = QStringLiteral("look");
    info.title = Settings::tr("Zoom");
    info.help = Settings::tr("The size of all text, icons and spaces. Ctrl++, Ctrl+− and Ctrl+0 change it everywhere.");
    info.keywords = {Settings::tr("size"), Settings::tr("scale"), Settings::tr("font"), Settings::tr("accessibility")};
    return info;
}

SettingInfo language() {
    SettingInfo info{kLanguageSetting, Kind::Choice, kSystem};
    info.choices = {{kSystem, Settings::tr("As the system")},
                    {QStringLiteral("en"), QStringLiteral("English")},
                    {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    info.section = QStringLiteral("look");
    info.title = Settings::tr("Language");
    info.help = Settings::tr("Of the window. Files, reports and the command line stay English.");
    info.keywords = {Settings::tr("translation"), Settings::tr("locale")};
    info.atStart = true;
    return info;
}

SettingInfo author() {
    SettingInfo info{kAuthorSetting, Kind::Text, QString()};
    info.most = 200;
    info.section = QStringLiteral("authoring");
    info.title = Settings::tr("Your name");
    info.help = Settings::tr(
        "Stands in each version you commit. Without it: $TOUCHSTONE_AUTHOR, $GIT_AUTHOR_NAME, or your login's name.");
    info.keywords = {Settings::tr("author"), Settings::tr("commit"), Settings::tr("user")};
    return info;
}

SettingInfo keyring() {
    SettingInfo info{kKeyringSetting, Kind::Flag, true};
    info.section = QStringLiteral("providers");
    info.title = Settings::tr("Keep keys in the system's keyring");
    info.help = Settings::tr(
        "GNOME Keyring or KWallet. Without one, or with this off, keys are kept in a file sealed with a passphrase.");
    info.keywords = {Settings::tr("keychain"), Settings::tr("secret"), Settings::tr("password"),
                     Settings::tr("wallet")};
    return info;
}

SettingInfo plainHttp() {
    SettingInfo info{kPlainHttpSetting, Kind::Text, QString()};
    info.most = 1000;
    info.section = QStringLiteral("providers");
    info.title = Settings::tr("Hosts that may be asked without encryption");
    info.help = Settings::tr(
        "Names or addresses, separated by commas, of servers in a network you trust: everybody on the way can read "
        "keys and prompts. This machine itself always may.");
    info.keywords = {Settings::tr("http"), Settings::tr("https"), Settings::tr("network"), QStringLiteral("tls"),
                     QStringLiteral("TOUCHSTONE_PLAIN_HTTP")};
    info.atStart = true;
    return info;
}

}  // namespace

QList<SettingInfo> makeSettingTable() {
    return {theme(), zoom(), language(), author(), keyring(), plainHttp()};
}

}  // namespace touchstone::ui
