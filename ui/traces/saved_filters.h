// SPDX-License-Identifier: GPL-3.0-or-later
//
// Filters that a person gave a name. They are kept with the layout of the place, which is the workspace's own. GUI
// thread only.

#pragma once

#include <QMap>
#include <QString>
#include <QVariantMap>

namespace touchstone::ui {

class SavedFilters {
public:
    static constexpr int kMost = 100;
    static constexpr int kLongestName = 60;  // characters

    // Replaces a filter of that name. False when there are too many, or the name says nothing.
    bool save(const QString& name, const QString& query);
    void remove(const QString& name) { m_queries.remove(name.trimmed()); }

    // By name.
    [[nodiscard]] QStringList names() const { return m_queries.keys(); }
    [[nodiscard]] QString query(const QString& name) const { return m_queries.value(name); }

    [[nodiscard]] QVariantMap toMap() const;
    // What toMap() gave; what does not fit is left out.
    void restore(const QVariantMap& map);

private:
    QMap<QString, QString> m_queries;
};

}  // namespace touchstone::ui
