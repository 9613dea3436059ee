// SPDX-License-Identifier: GPL-3.0-or-later

#include "places.h"

#include "uiauthor/author_view.h"
#include "uicompare/compare_view.h"
#include "uihistory/commit_panel.h"
#include "uisettings/settings_view.h"
#include "uishell/workbench_parts.h"
#include "uistate/draft_model.h"
#include "uistate/settings.h"
#include "uitraces/traces_view.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

QString placeName(const char* name) {
    return QCoreApplication::translate("Places", name);
}

// Who commits is a setting.
void followAuthor(const AuthorView& author, const Settings& settings) {
    auto* panel = author.findChild<CommitPanel*>();
    const auto tell = [panel, &settings] { panel->setAuthor(commitAuthor(settings)); };
    tell();
    QObject::connect(&settings, &Settings::changed, panel, tell);
}

Place* makeAuthor(const PlaceModels& models) {
    auto* author = new AuthorView(models.session, models.shared.theme, models.draft, models.history);
    followAuthor(*author, models.shared.settings);
    return author;
}

// Versions to compare are made where drafts are written.
Place* makeCompare(const PlaceModels& models) {
    auto* compare =
        new CompareView(models.session, models.shared.theme, models.history, models.draft, models.experiments);
    QObject::connect(compare, &CompareView::authorRequested, compare, [compare, &draft = models.draft] {
        Q_EMIT compare->goToRequested(DraftDestination{draft.workflow(), draft.branch()});
    });
    return compare;
}

Place* makeTraces(const PlaceModels& models) {
    return new TracesView(models.session, models.shared.theme, models.jobs);
}

Place* makeSettings(const PlaceModels& models) {
    const WorkbenchParts& shared = models.shared;
    return new SettingsView({shared.theme, shared.settings, shared.servers, shared.keys, shared.models});
}

}  // namespace

std::vector<PlaceEntry> makePlaces(const PlaceModels& models) {
    const auto entry = [&models](const char* id, Icon icon, const char* name, Place* (*make)(const PlaceModels&)) {
        return PlaceEntry{QString::fromLatin1(id), icon, placeName(name), [make, models] { return make(models); }};
    };
    std::vector<PlaceEntry> entries{
        entry("author", Icon::Author, QT_TRANSLATE_NOOP("Places", "Author"), makeAuthor),
        entry("compare", Icon::Compare, QT_TRANSLATE_NOOP("Places", "Compare"), makeCompare),
        entry("traces", Icon::Traces, QT_TRANSLATE_NOOP("Places", "Traces"), makeTraces),
        entry("settings", Icon::Settings, QT_TRANSLATE_NOOP("Places", "Settings"), makeSettings)};
    entries.back().atFoot = true;
    return entries;
}

}  // namespace touchstone::ui
