// SPDX-License-Identifier: GPL-3.0-or-later
//
// The model servers a person has added: what each is called, where it is and what its key is called. They are
// suggestions for tiers and for testing connections. A version never depends on them: its tiers state address and name
// of the key themselves.
//
// GUI thread only.

#pragma once

#include <QList>
#include <QObject>
#include <QString>

class QSettings;

namespace touchstone::ui {

struct ModelServer {
    QString name;     // the provider of a tier: "ollama"
    QString baseUrl;  // "http://localhost:11434/v1"; empty: the provider's own (openai only)
    QString keyName;  // "OPENROUTER_API_KEY"; empty: it wants none
    bool operator==(const ModelServer& other) const {
        return name == other.name && baseUrl == other.baseUrl && keyName == other.keyName;
    }
};

class ModelServers : public QObject {
    Q_OBJECT

public:
    static constexpr int kMost = 100;

    // `file` outlives the list. What cannot be used in it is left out.
    explicit ModelServers(QSettings& file, QObject* parent = nullptr);

    [[nodiscard]] const QList<ModelServer>& list() const { return m_list; }
    // What is wrong with `server`; empty when it can be used. Names that are taken are no problem here.
    [[nodiscard]] static QString problemWith(const ModelServer& server);
    // Adds it, or replaces the one of that name; false, and nothing happens, when it cannot be used.
    bool put(const ModelServer& server);
    void remove(const QString& name);

Q_SIGNALS:
    void changed();

private:
    void write();

    QSettings& m_file;
    QList<ModelServer> m_list;
};

// The tier of a workflow's routing that this server answers, as JSON to paste.
[[nodiscard]] QString tierJson(const ModelServer& server, const QString& model);

}  // namespace touchstone::ui
