// SPDX-License-Identifier: GPL-3.0-or-later

#include "uisettings/settings_view.h"

#include "providers_page.h"
#include "settings_page.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/search_line.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uisettings/key_vault.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include <array>

namespace touchstone::ui {
namespace {

struct Section {
    QString name;
    QString title;
    Icon icon;
};

const std::array<Section, 4>& sections() {
    static const std::array<Section, 4> kSections{
        Section{QStringLiteral("look"), SettingsView::tr("Look"), Icon::Theme},
        Section{QStringLiteral("authoring"), SettingsView::tr("Authoring"), Icon::Author},
        Section{QStringLiteral("providers"), SettingsView::tr("Providers and keys"), Icon::Plug},
        Section{QStringLiteral("privacy"), SettingsView::tr("Privacy"), Icon::Lock}};
    return kSections;
}

QStringList keysOf(const Settings& settings, const QString& section) {
    QStringList keys;
    for (const SettingInfo& info : settings.table())
        if (info.section == section)
            keys.append(info.key);
    return keys;
}

QLabel* makeParagraph(const QString& text) {
    auto* label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(0, 8, 0, 4);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString privacyText() {
    return SettingsView::tr(
        "Touchstone has no telemetry. It sends nothing to its makers: no use, no crashes, no check for updates.\n\n"
        "The network is used for two things only, both because you ask for them: a run of a workflow calls the "
        "providers its tiers name, and “Test connection” asks one server for its models. A workflow on the built-in "
        "model calls nobody.\n\n"
        "Your prompts, inputs and answers are in the workspace file, on this machine, and nowhere else. What a policy "
        "blocks is stored nowhere. Keys are never in a workspace, a trace, a log or a recording.");
}

}  // namespace

SettingsView::SettingsView(const SettingsParts& parts, QWidget* parent) : Place(parent), m_parts(parts) {
    setObjectName(QStringLiteral("settings"));
    setAccessibleName(tr("Settings"));
    setProperty("helpPage", QStringLiteral("settings"));
    makeActions();
    auto* splitter = new Splitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("settingsSplitter"));
    splitter->addWidget(makeSide());
    splitter->addWidget(makeBody());
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(0, false);
    splitter->setSizes({parts.theme.px(232), parts.theme.px(900)});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_sections, &QListWidget::currentRowChanged, this, &SettingsView::showSection);
    connect(m_search, &SearchLine::textChanged, this, &SettingsView::search);
    connect(&parts.settings, &Settings::changed, this, &SettingsView::showNotes);
    m_sections->setCurrentRow(0);
    showNotes();
}

void SettingsView::makeActions() {
    m_find = new QAction(tr("Search the settings"), this);
    m_find->setObjectName(QStringLiteral("searchSettings"));
    m_find->setShortcut(QKeySequence::Find);
    m_resetAll = new QAction(m_parts.theme.icon(Icon::Restore), tr("Reset all settings"), this);
    m_resetAll->setObjectName(QStringLiteral("resetSettings"));
    for (QAction* action : {m_find, m_resetAll}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    connect(m_find, &QAction::triggered, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    connect(m_resetAll, &QAction::triggered, this, [this] { m_parts.settings.resetAll(); });
}

QWidget* SettingsView::makeSide() {
    auto* side = new QWidget;
    m_search = new SearchLine(m_parts.theme, tr("Search all settings"));
    m_search->setObjectName(QStringLiteral("settingsSearch"));
    m_search->setMaxLength(200);
    m_search->setMinimumWidth(m_parts.theme.px(164));
    m_sections = new QListWidget;
    m_sections->setObjectName(QStringLiteral("settingsSections"));
    m_sections->setAccessibleName(tr("Sections of the settings"));
    m_sections->setFrameShape(QFrame::NoFrame);
    m_sections->setIconSize(QSize(m_parts.theme.px(16), m_parts.theme.px(16)));
    for (const Section& section : sections())
        m_sections->addItem(new QListWidgetItem(m_parts.theme.icon(section.icon), section.title));
    m_search->setTarget(m_sections);
    auto* reset = new QToolButton;
    reset->setDefaultAction(m_resetAll);
    reset->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    reset->setAutoRaise(true);
    auto* line = new QVBoxLayout;
    line->setContentsMargins(8, 8, 8, 8);
    line->addWidget(m_search);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 4, 8, 8);
    foot->addWidget(reset);
    foot->addStretch(1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PanelHead(m_parts.theme, tr("Settings")));
    layout->addLayout(line);
    layout->addWidget(m_sections, 1);
    layout->addLayout(foot);
    return side;
}

QWidget* SettingsView::makeBody() {
    auto* body = new QWidget;
    m_notes = new InlineBanner(m_parts.theme);
    m_notes->setObjectName(QStringLiteral("settingsNotes"));
    m_pages = new QStackedWidget;
    for (const Section& section : sections()) {
        SettingsPage* page = nullptr;
        if (section.name == QStringLiteral("providers"))
            page = m_providers = new ProvidersPage(m_parts);
        else
            page = new SettingsPage(m_parts.theme, m_parts.settings, section.title);
        page->setKeys(keysOf(m_parts.settings, section.name));
        if (section.name == QStringLiteral("privacy"))
            page->addBelow(makeParagraph(privacyText()));
        page->setObjectName(QStringLiteral("settingsPage:") + section.name);
        m_pages->addWidget(page);
    }
    m_found = new SettingsPage(m_parts.theme, m_parts.settings, {});
    m_found->setObjectName(QStringLiteral("settingsFound"));
    m_pages->addWidget(m_found);
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notes);
    layout->addWidget(m_pages, 1);
    return body;
}

QList<QAction*> SettingsView::commands() const {
    return {m_find, m_resetAll};
}

QString SettingsView::status() const {
    return tr("No telemetry: nothing leaves this machine but what you run");
}

int SettingsView::rowOf(const QString& section) const {
    const auto& all = sections();
    const auto found = std::find_if(all.begin(), all.end(), [&](const Section& each) { return each.name == section; });
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

void SettingsView::showSection(int row) {
    if (row < 0)
        return;
    m_search->clear();
    m_pages->setCurrentIndex(row);
}

void SettingsView::search(const QString& text) {
    if (text.trimmed().isEmpty())
        return m_pages->setCurrentIndex(std::max(0, m_sections->currentRow()));
    const QStringList keys = m_parts.settings.search(text);
    m_found->setKeys(keys);
    m_found->setTitle(keys.isEmpty() ? tr("No setting is about “%1”.").arg(text)
                                     : tr("%n setting(s) found", nullptr, static_cast<int>(keys.size())));
    m_pages->setCurrentWidget(m_found);
}

// Writes now what else would be written a moment later. A QSettings remembers a failure for good, so another one of the
// same file tells of this time.
bool SettingsView::save() const {
    const QSettings& file = m_parts.settings.file();
    QSettings now(file.fileName(), file.format());
    now.sync();
    return now.status() != QSettings::AccessError;
}

void SettingsView::showNotes() {
    QStringList notes = m_parts.settings.notes();
    if (!save())
        notes.prepend(
            tr("The settings cannot be written to %1: what you change holds until the program ends. Make room "
               "on the disk, or make the file writable; the next change tries again.")
                .arg(m_parts.settings.file().fileName()));
    if (notes.isEmpty())
        m_notes->hide();
    else
        m_notes->showMessage(Severity::Warning, notes.join(QLatin1Char('\n')));
}

bool SettingsView::goTo(const Destination& destination) {
    const auto* setting = std::get_if<SettingDestination>(&destination);
    if (!setting)
        return false;
    const SettingInfo* info = m_parts.settings.find(setting->key);
    const int row = rowOf(info ? info->section : setting->key);
    if (row < 0)
        return setting->key.isEmpty();
    m_search->clear();
    m_sections->setCurrentRow(row);
    m_pages->setCurrentIndex(row);
    if (info)
        qobject_cast<SettingsPage*>(m_pages->widget(row))->reveal(info->key);
    return true;
}

QVariantMap SettingsView::saveLayout() const {
    const int row = std::max(0, m_sections->currentRow());
    return {{QStringLiteral("section"), sections()[static_cast<std::size_t>(row)].name},
            {QStringLiteral("splitter"), findChild<Splitter*>(QStringLiteral("settingsSplitter"))->saveState()}};
}

void SettingsView::restoreLayout(const QVariantMap& layout) {
    if (const int row = rowOf(layout.value(QStringLiteral("section")).toString()); row >= 0)
        m_sections->setCurrentRow(row);
    findChild<Splitter*>(QStringLiteral("settingsSplitter"))
        ->restoreState(layout.value(QStringLiteral("splitter")).toByteArray());
}

}  // namespace touchstone::ui
