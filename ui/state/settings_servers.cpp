// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/settings_servers.h"

#include "base/json.h"
#include "uistate/text.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>

namespace touchstone::ui {
namespace {

// As in the workflow schema.
constexpr qsizetype kLongestName = 64;
constexpr qsizetype kLongestUrl = 2000;
constexpr qsizetype kLongestKeyName = 128;

const QString kGroup = QStringLiteral("providers/servers");

bool isLetter(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

QString problemWithName(const QString& name) {
    if (name.isEmpty())
        return ModelServers::tr("A server needs a name.");
    const bool fits = name.size() <= kLongestName && name[0] >= u'a' && name[0] <= u'z' &&
                      std::all_of(name.begin(), name.end(), [](QChar c) {
                          return (isLetter(c) && c.isLower()) || isDigit(c) || c == u'_' || c == u'-';
                      });
    if (!fits)
        return ModelServers::tr("A name begins with a letter and has lower-case letters, digits, “-” and “_” only.");
    if (name == QStringLiteral("builtin"))
        return ModelServers::tr("“builtin” is the model that comes with Touchstone; take another name.");
    return {};
}

QString problemWithUrl(const ModelServer& server) {
    if (server.baseUrl.isEmpty())
        return server.name == QStringLiteral("openai")
                   ? QString()
                   : ModelServers::tr("A server needs a base URL, for example https://host/v1.");
    const QUrl url(server.baseUrl, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QStringLiteral("https") || url.scheme() == QStringLiteral("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || server.baseUrl.size() > kLongestUrl)
        return ModelServers::tr("That is no base URL: it should look like https://host/v1.");
    if (!url.userInfo().isEmpty())
        return ModelServers::tr("The base URL holds a user name or password; keep the key apart from it.");
    if (url.hasQuery() || url.hasFragment())
        return ModelServers::tr("The base URL ends with its path: without “?” and “#”.");
    return {};
}

QString problemWithKeyName(const QString& name) {
    const bool fits =
        name.size() <= kLongestKeyName &&
        std::all_of(name.begin(), name.end(), [](QChar c) { return isLetter(c) || isDigit(c) || c == u'_'; }) &&
        (name.isEmpty() || !isDigit(name[0]));
    return fits ? QString()
                : ModelServers::tr(
                      "The key's name is written like a variable: letters, digits and “_”, as in "
                      "GROQ_API_KEY. The key itself is kept elsewhere.");
}

}  // namespace

ModelServers::ModelServers(QSettings& file, QObject* parent) : QObject(parent), m_file(file) {
    const int count = std::clamp(m_file.beginReadArray(kGroup), 0, kMost);
    for (int i = 0; i < count; ++i) {
        m_file.setArrayIndex(i);
        const ModelServer server{m_file.value(QStringLiteral("name")).toString(),
                                 m_file.value(QStringLiteral("base_url")).toString(),
                                 m_file.value(QStringLiteral("key")).toString()};
        const bool isTaken = std::any_of(m_list.begin(), m_list.end(),
                                         [&server](const ModelServer& each) { return each.name == server.name; });
        if (!isTaken && problemWith(server).isEmpty())
            m_list.append(server);
    }
    m_file.endArray();
}

QString ModelServers::problemWith(const ModelServer& server) {
    for (const QString& problem :
         {problemWithName(server.name), problemWithUrl(server), problemWithKeyName(server.keyName)})
        if (!problem.isEmpty())
            return problem;
    return {};
}

bool ModelServers::put(const ModelServer& server) {
    if (!problemWith(server).isEmpty())
        return false;
    const auto found = std::find_if(m_list.begin(), m_list.end(),
                                    [&server](const ModelServer& each) { return each.name == server.name; });
    if (found != m_list.end())
        *found = server;
    else if (m_list.size() < kMost)
        m_list.append(server);
    else
        return false;
    write();
    return true;
}

void ModelServers::remove(const QString& name) {
    const auto isNamed = [&name](const ModelServer& each) { return each.name == name; };
    m_list.erase(std::remove_if(m_list.begin(), m_list.end(), isNamed), m_list.end());
    write();
}

void ModelServers::write() {
    m_file.remove(kGroup);
    m_file.beginWriteArray(kGroup, static_cast<int>(m_list.size()));
    for (int i = 0; i < m_list.size(); ++i) {
        m_file.setArrayIndex(i);
        m_file.setValue(QStringLiteral("name"), m_list[i].name);
        m_file.setValue(QStringLiteral("base_url"), m_list[i].baseUrl);
        m_file.setValue(QStringLiteral("key"), m_list[i].keyName);
    }
    m_file.endArray();
    Q_EMIT changed();
}

QString tierJson(const ModelServer& server, const QString& model) {
    Json tier = {{"provider", toUtf8(server.name)}, {"model", toUtf8(model)}};
    if (!server.baseUrl.isEmpty())
        tier["base_url"] = toUtf8(server.baseUrl);
    if (!server.keyName.isEmpty())
        tier["api_key_env"] = toUtf8(server.keyName);
    return toQString(toPrettyText(tier));
}

}  // namespace touchstone::ui
