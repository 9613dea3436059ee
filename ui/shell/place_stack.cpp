// SPDX-License-Identifier: GPL-3.0-or-later

#include "place_stack.h"

#include "uistate/place.h"

#include <QTimer>

#include <algorithm>
#include <chrono>

namespace touchstone::ui {

PlaceStack::PlaceStack(std::vector<PlaceEntry> entries, QVariantMap layouts, QWidget* parent)
    : QStackedWidget(parent),
      m_entries(std::move(entries)),
      m_layouts(std::move(layouts)),
      m_places(m_entries.size()) {}

std::optional<std::size_t> PlaceStack::numberOf(const QString& id) const {
    const auto found =
        std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& entry) { return entry.id == id; });
    if (found == m_entries.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - m_entries.begin());
}

Place& PlaceStack::place(std::size_t number) {
    Place*& place = m_places[number];
    if (place)
        return *place;
    const PlaceEntry& entry = m_entries[number];
    place = entry.make();
    Q_ASSERT(place->objectName() == entry.id);
    addWidget(place);
    place->restoreLayout(m_layouts[entry.id].toMap());
    Q_EMIT placeMade(place);
    return *place;
}

void PlaceStack::showPlace(std::size_t number) {
    setCurrentWidget(&place(number));
}

void PlaceStack::makeAllSoon() {
    const auto missing = std::find(m_places.begin(), m_places.end(), nullptr);
    if (missing == m_places.end())
        return;
    constexpr std::chrono::milliseconds kPause{10};  // keys and the mouse come between
    QTimer::singleShot(kPause, this, [this, number = static_cast<std::size_t>(missing - m_places.begin())] {
        static_cast<void>(place(number));
        makeAllSoon();
    });
}

QVariantMap PlaceStack::layouts() const {
    QVariantMap layouts = m_layouts;
    for (std::size_t number = 0; number < m_places.size(); ++number)
        if (m_places[number])
            layouts[m_entries[number].id] = m_places[number]->saveLayout();
    return layouts;
}

}  // namespace touchstone::ui
