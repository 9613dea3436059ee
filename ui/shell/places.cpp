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

}  // namespace

std::vector<PlaceEntry> makePlaces(const PlaceModels& models) {
    const WorkbenchParts& shared = models.shared;
    auto* author = new AuthorView(models.session, shared.theme, models.draft, models.history);
    auto* compare = new CompareView(models.session, shared.theme, models.history, models.draft, models.experiments);
    auto* traces = new TracesView(models.session, shared.theme);
    auto* settings = new SettingsView({shared.theme, shared.settings, shared.servers, shared.keys, shared.models});
    followAuthor(*author, shared.settings);
    // Versions to compare are made where drafts are written.
    QObject::connect(compare, &CompareView::authorRequested, compare, [compare, &draft = models.draft] {
        Q_EMIT compare->goToRequested(DraftDestination{draft.workflow(), draft.branch()});
    });
    return {{Icon::Author, placeName(QT_TRANSLATE_NOOP("Places", "Author")), author},
            {Icon::Compare, placeName(QT_TRANSLATE_NOOP("Places", "Compare")), compare},
            {Icon::Traces, placeName(QT_TRANSLATE_NOOP("Places", "Traces")), traces},
            {Icon::Settings, placeName(QT_TRANSLATE_NOOP("Places", "Settings")), settings, true}};
}

}  // namespace touchstone::ui
