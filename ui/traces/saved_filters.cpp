// SPDX-License-Identifier: GPL-3.0-or-later

#include "saved_filters.h"

namespace touchstone::ui {

bool SavedFilters::save(const QString& name, const QString& query) {
    const QString key = name.simplified().left(kLongestName);
    if (key.isEmpty() || (m_queries.size() >= kMost && !m_queries.contains(key)))
        return false;
    m_queries[key] = query;
    return true;
}

QVariantMap SavedFilters::toMap() const {
    QVariantMap map;
    for (auto filter = m_queries.begin(); filter != m_queries.end(); ++filter)
        map[filter.key()] = filter.value();
    return map;
}

void SavedFilters::restore(const QVariantMap& map) {
    m_queries.clear();
    for (auto filter = map.begin(); filter != map.end(); ++filter)
        save(filter.key(), filter.value().toString());
}

}  // namespace touchstone::ui
