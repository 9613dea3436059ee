// SPDX-License-Identifier: GPL-3.0-or-later

#include "places.h"

#include "uiauthor/author_view.h"
#include "uicompare/compare_view.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

QString placeName(const char* name) {
    return QCoreApplication::translate("Places", name);
}

}  // namespace

std::vector<PlaceEntry> makePlaces(const PlaceModels& models) {
    auto* author = new AuthorView(models.session, models.theme, models.draft, models.history);
    auto* compare = new CompareView(models.session, models.theme, models.history, models.experiments);
    return {{Icon::Author, placeName(QT_TRANSLATE_NOOP("Places", "Author")), author},
            {Icon::Compare, placeName(QT_TRANSLATE_NOOP("Places", "Compare")), compare}};
}

}  // namespace touchstone::ui
