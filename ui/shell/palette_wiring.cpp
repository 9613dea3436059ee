// SPDX-License-Identifier: GPL-3.0-or-later

#include "palette_wiring.h"

#include "command_palette.h"
#include "uihelp/help_library.h"
#include "uistate/draft_model.h"
#include "uistate/history_model.h"
#include "uistate/part_names.h"
#include "uistate/settings.h"
#include "uistate/text.h"
#include "uistate/workflow_list.h"
#include "workflow/document.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CommandPalette)
};

PaletteEntry goingTo(const QString& id, const QString& text, std::optional<Icon> icon, const GoTo& goTo,
                     const Destination& destination) {
    PaletteEntry entry;
    entry.id = id;
    entry.text = text;
    entry.icon = icon;
    entry.run = [goTo, destination] { static_cast<void>(goTo(destination)); };
    return entry;
}

PaletteEntry workflowEntry(const PaletteWorld& world, int row) {
    const QString name = world.workflows.nameAt(row);
    return goingTo(QStringLiteral("workflow:") + name, name, Icon::Prompt, world.goTo, DraftDestination{name});
}

PaletteEntries branchEntries(const PaletteWorld& world) {
    PaletteEntries entries;
    const QString workflow = world.history.workflow();
    for (const QString& branch : world.history.branches())
        entries.push_back(goingTo(QStringLiteral("branch:%1/%2").arg(workflow, branch), branch, Icon::Branch,
                                  world.goTo, DraftDestination{workflow, branch}));
    return entries;
}

PaletteEntries partEntries(const PaletteWorld& world) {
    PaletteEntries entries;
    for (const std::string_view part : workflow::kPartNames) {
        entries.push_back(goingTo(QStringLiteral("part:") + toQString(part), partTitle(part), partIcon(part),
                                  world.goTo, PartDestination{std::string(part)}));
        entries.back().detail = partHelp(part);
    }
    return entries;
}

// Where no place can show a version by itself, it is compared with the draft's base.
PaletteEntry versionEntry(const PaletteWorld& world, int row) {
    const QModelIndex index = world.history.index(row, 0);
    const QString reference = world.history.referenceAt(row);
    const QString workflow = world.history.workflow();
    PaletteEntry entry;
    entry.id = QStringLiteral("version:%1/%2").arg(workflow, reference);
    entry.text = QStringLiteral("%1  %2").arg(reference, index.data(HistoryModel::MessageRole).toString());
    entry.detail = index.data(HistoryModel::NamesRole).toStringList().join(QStringLiteral(", "));
    entry.icon = Icon::History;
    entry.run = [goTo = world.goTo, workflow, reference, base = world.draft.baseName()] {
        if (!goTo(VersionDestination{workflow, reference}) && base != reference)
            static_cast<void>(goTo(ComparisonDestination{{reference, base}}));
    };
    return entry;
}

// One that sets the setting at once.
PaletteEntry choiceEntry(const SettingInfo& setting, const SettingChoice& choice, Settings& settings) {
    PaletteEntry entry;
    entry.id = QStringLiteral("setting:%1=%2").arg(setting.key, choice.value);
    entry.text = Words::tr("%1: %2", "a setting and its value").arg(setting.title, choice.title);
    entry.keywords = {choice.title};
    entry.icon = Icon::Settings;
    if (settings.text(setting.key) == choice.value)
        entry.why = Words::tr("so it is now");
    entry.run = [&settings, key = setting.key, value = choice.value] { settings.setValue(key, value); };
    return entry;
}

PaletteEntries settingEntries(const PaletteWorld& world) {
    PaletteEntries entries;
    for (const SettingInfo& setting : world.settings.table()) {
        entries.push_back(goingTo(QStringLiteral("setting:") + setting.key, setting.title, Icon::Settings, world.goTo,
                                  SettingDestination{setting.key}));
        entries.back().detail = setting.section;
        entries.back().keywords = setting.keywords;
        for (const SettingChoice& choice : setting.choices)
            entries.push_back(choiceEntry(setting, choice, world.settings));
    }
    return entries;
}

PaletteEntries helpEntries(const HelpLibrary& library, const GoTo& goTo) {
    PaletteEntries entries;
    for (const HelpPage& page : library.pages())
        entries.push_back(
            goingTo(QStringLiteral("help:") + page.name, page.title, Icon::Help, goTo, HelpDestination{page.name}));
    return entries;
}

}  // namespace

void addSources(CommandPalette& palette, const PaletteWorld& world) {
    palette.addSource(*new ActionSource(world.commands, &palette));
    palette.addSource(*new ListSource(
        {}, Words::tr("Parts"), [world] { return partEntries(world); }, &palette));
    palette.addSource(*new ModelSource(
        {}, Words::tr("Workflows"), world.workflows, [world](int row) { return workflowEntry(world, row); }, &palette));
    palette.addSource(*new ListSource(
        {}, Words::tr("Branches"), [world] { return branchEntries(world); }, &palette));
    palette.addSource(*new ModelSource(
        QLatin1Char('@'), Words::tr("Versions"), world.history, [world](int row) { return versionEntry(world, row); },
        &palette));
    palette.addSource(*new TraceSource(world.session, world.goTo, &palette));
    palette.addSource(*new ListSource(
        {}, Words::tr("Settings"), [world] { return settingEntries(world); }, &palette));
    const auto makeHelp = [library = std::make_shared<std::optional<HelpLibrary>>(), goTo = world.goTo] {
        if (!*library)
            library->emplace();
        return helpEntries(**library, goTo);
    };
    palette.addSource(*new ListSource(QLatin1Char('?'), Words::tr("Help"), makeHelp, &palette));
}

}  // namespace touchstone::ui
