// SPDX-License-Identifier: GPL-3.0-or-later
//
// The places in the middle of the window, one above the other. Each is made when it is first needed, or one after
// another while nothing else is to be done: a window opens with the place that is seen.
//
// GUI thread only.

#pragma once

#include "places.h"

#include <QStackedWidget>
#include <QVariantMap>

#include <cstddef>
#include <optional>
#include <vector>

namespace touchstone::ui {

class PlaceStack : public QStackedWidget {
    Q_OBJECT

public:
    // `layouts`: by the place's id, see layouts(). At least one entry.
    PlaceStack(std::vector<PlaceEntry> entries, QVariantMap layouts, QWidget* parent = nullptr);

    [[nodiscard]] std::size_t placeCount() const { return m_entries.size(); }
    [[nodiscard]] const PlaceEntry& entry(std::size_t number) const { return m_entries[number]; }
    // The number of the place with that id, if there is one.
    [[nodiscard]] std::optional<std::size_t> numberOf(const QString& id) const;
    // Makes it, with its layout, when it is not there yet.
    [[nodiscard]] Place& place(std::size_t number);
    // Null when it was not made yet.
    [[nodiscard]] Place* made(std::size_t number) const { return m_places[number]; }
    void showPlace(std::size_t number);
    // Makes those that are missing one after another; what a person does comes between.
    void makeAllSoon();
    // How the places were left, by their ids; those that were never made keep what they had.
    [[nodiscard]] QVariantMap layouts() const;

Q_SIGNALS:
    void placeMade(touchstone::ui::Place* place);

private:
    const std::vector<PlaceEntry> m_entries;
    const QVariantMap m_layouts;
    std::vector<Place*> m_places;
};

}  // namespace touchstone::ui
