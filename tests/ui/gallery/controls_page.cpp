// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery.h"
#include "gallery_sheet.h"
#include "uibase/link_button.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/primary.h"
#include "uibase/search_line.h"
#include "uibase/segmented_control.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>

namespace touchstone::ui {
namespace {

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

QPushButton* makePrimary(const Theme& theme, const char* words) {
    auto* button = new QPushButton(theme.icon(Icon::Run, Role::OnAccent), text(words));
    setPrimary(*button);
    return button;
}

QToolButton* makeFlat(const Theme& theme, Icon icon, const char* words) {
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setIcon(theme.icon(icon));
    button->setText(text(words));
    button->setToolButtonStyle(*words ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    return button;
}

QToolButton* makeMenuButton(const Theme& theme, const char* words) {
    QToolButton* button = makeFlat(theme, Icon::Branch, words);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(new QMenu(button));
    return button;
}

LinkButton* makeLink(const Theme& theme, const char* words) {
    auto* link = new LinkButton(theme);
    link->setText(text(words));
    link->setIcon(theme.icon(Icon::Bulb, Role::AccentText));
    return link;
}

void addButtons(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(0, "Buttons: at rest, under the pointer, disabled");
    const auto secondary = [&] { return new QPushButton(theme.icon(Icon::Commit, Role::Text), text("Commit…")); };
    sheet.addRow(0, {makePrimary(theme, "Run"), secondary(), makeFlat(theme, Icon::Undo, ""),
                     makeFlat(theme, Icon::Restore, "Restore"), makeMenuButton(theme, "main"),
                     makeLink(theme, "Add input “brand”")});
    sheet.addRow(0, {hovered(makePrimary(theme, "Run")), hovered(secondary()), hovered(makeFlat(theme, Icon::Undo, "")),
                     hovered(makeFlat(theme, Icon::Restore, "Restore")), hovered(makeMenuButton(theme, "main")),
                     hovered(makeLink(theme, "Add input “brand”"))});
    sheet.addRow(0, {disabled(makePrimary(theme, "Run")), disabled(secondary()),
                     disabled(makeFlat(theme, Icon::Undo, "")), disabled(makeFlat(theme, Icon::Restore, "Restore")),
                     disabled(makeMenuButton(theme, "main")), disabled(makeLink(theme, "Add input “brand”"))});
    const auto on = [](QToolButton* button) {
        button->setCheckable(true);
        button->setChecked(true);
        return button;
    };
    sheet.addGroup(0, "Buttons that stay pressed: on, on and disabled, off");
    sheet.addRow(0, {on(makeFlat(theme, Icon::Author, "")), on(makeFlat(theme, Icon::Pin, "Pin")),
                     disabled(on(makeFlat(theme, Icon::Author, ""))), disabled(on(makeFlat(theme, Icon::Pin, "Pin"))),
                     makeFlat(theme, Icon::Pin, "Pin")});
}

template <class Mark>
Mark* makeMark(const char* words, Qt::CheckState state) {
    auto* mark = new Mark(text(words));
    if constexpr (std::is_same_v<Mark, QCheckBox>)
        mark->setCheckState(state);
    else
        mark->setChecked(state == Qt::Checked);
    return mark;
}

void addMarks(GallerySheet& sheet) {
    sheet.addGroup(0, "Marks");
    sheet.addRow(
        0, {makeMark<QCheckBox>("Checked", Qt::Checked), makeMark<QCheckBox>("Open", Qt::Unchecked),
            makeMark<QCheckBox>("Partly", Qt::PartiallyChecked), disabled(makeMark<QCheckBox>("Disabled", Qt::Checked)),
            disabled(makeMark<QCheckBox>("Disabled", Qt::Unchecked))});
    const auto apart = [](QRadioButton* button) {
        button->setAutoExclusive(false);
        return button;
    };
    sheet.addRow(
        0, {apart(makeMark<QRadioButton>("Chosen", Qt::Checked)), apart(makeMark<QRadioButton>("Other", Qt::Unchecked)),
            disabled(apart(makeMark<QRadioButton>("Disabled", Qt::Checked))),
            disabled(apart(makeMark<QRadioButton>("Disabled", Qt::Unchecked)))});
}

void addFields(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(0, "Fields: filled, empty, disabled");
    const auto combo = [] {
        auto* box = new QComboBox;
        box->addItems({text("pro"), text("free")});
        return box;
    };
    const auto spin = [] {
        auto* box = new QSpinBox;
        box->setRange(0, 9999);
        box->setValue(300);
        return box;
    };
    auto* empty = new QLineEdit;
    empty->setPlaceholderText(text("yyyy-mm-dd"));
    sheet.addRow(0, {combo(), spin(), new QLineEdit(text("2021-06-14")), empty});
    sheet.addRow(0, {disabled(combo()), disabled(spin()), disabled(new QLineEdit(text("2021-06-14")))});
    auto* found = new SearchLine(theme, text("Filter cases, tags, outputs"));
    found->setText(text("refund"));
    sheet.addRow(0, {new SearchLine(theme, text("Filter cases, tags, outputs")), found,
                     disabled(new SearchLine(theme, text("Nothing to search")))});
    auto* words = new QPlainTextEdit(text("Where is my refund?\nIt was the double March invoice."));
    words->setFixedHeight(52);
    auto* none = new QPlainTextEdit;
    none->setPlaceholderText(text("The customer's message"));
    none->setFixedHeight(52);
    sheet.addRow(0, {words, none});
}

SegmentedControl* makeSegments(const Theme& theme) {
    auto* segments = new SegmentedControl(theme, text("View"));
    segments->addSegment(text("Source"));
    segments->addSegment(text("Messages"));
    segments->addSegment(text("Examples"), 24);
    segments->addSegment(text("Diff to v14"));
    return segments;
}

void addChoices(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(0, "One of a few: at rest, with a segment that cannot be chosen, disabled");
    auto* partly = makeSegments(theme);
    partly->setCurrentIndex(2);
    partly->setSegmentEnabled(3, false, text("There is no earlier version"));
    sheet.addRow(0, {makeSegments(theme)});
    sheet.addRow(0, {partly});
    sheet.addRow(0, {disabled(makeSegments(theme))});
    auto* tabs = new QTabBar;
    tabs->setExpanding(false);
    tabs->addTab(theme.icon(Icon::Instructions), text("instructions"));
    tabs->addTab(theme.icon(Icon::Prompt), text("prompt ●"));
    tabs->addTab(theme.icon(Icon::Routing), text("routing"));
    tabs->setTabEnabled(2, false);
    tabs->setCurrentIndex(1);
    sheet.addGroup(0, "Tabs: chosen, other, disabled");
    sheet.add(0, tabs);
}

void addPills(GallerySheet& sheet, const Theme& theme) {
    const auto pill = [&](const char* words, PillTone tone) { return new Pill(theme, text(words), tone); };
    sheet.addGroup(1, "Pills, chips");
    sheet.addRow(
        1, {pill("valid", PillTone::Better), pill("small", PillTone::Outline), pill("production", PillTone::Accent),
            pill("= 0.00", PillTone::Neutral), pill("invalid JSON", PillTone::Worse),
            pill("redacted", PillTone::Warning), pill("repaired", PillTone::Info), pill("Ctrl+K", PillTone::Outline)});
    sheet.addRow(1, {new Chip(theme, text("tag: billing")), new Chip(theme, text("tag: security")),
                     disabled(new Chip(theme, text("tag: disabled")))});
}

void addHeads(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(1, "Panel heads: with tools, with a title that does not fit");
    auto* head = new PanelHead(theme, text("Experiment 39"));
    head->setNote(text("2 versions · 500 cases"));
    head->addWidget(makeToolButton(theme, Icon::Columns, text("Columns"), head));
    head->addWidget(makeToolButton(theme, Icon::Export, text("Export"), head));
    auto* narrow = new PanelHead(theme, text("support-triage-with-a-name-that-somebody-liked"));
    narrow->setNote(text("with a note that is too long as well"));
    narrow->addWidget(makeToolButton(theme, Icon::More, text("More"), narrow));
    narrow->setFixedWidth(300);
    sheet.add(1, head);
    sheet.addRow(1, {narrow});
    sheet.addGroup(1, "Progress: under way, done, disabled");
    const auto progress = [](int percent) {
        auto* bar = new QProgressBar;
        bar->setValue(percent);
        bar->setTextVisible(false);
        bar->setFixedWidth(160);
        return bar;
    };
    sheet.addRow(1, {progress(62), progress(100), disabled(progress(30))});
}

void addIcons(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(1, "Icons: normal, disabled");
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(2);
    constexpr int kColumns = 18;
    const int rows = (static_cast<int>(kIconCount) + kColumns - 1) / kColumns;
    for (int i = 0; i < 2 * static_cast<int>(kIconCount); ++i) {
        const int number = i % static_cast<int>(kIconCount);
        const bool on = i == number;
        auto* button = new QToolButton;
        button->setAutoRaise(true);
        button->setIcon(theme.icon(static_cast<Icon>(number), Role::Text));
        button->setIconSize(QSize(20, 20));
        button->setToolTip(iconName(static_cast<Icon>(number)));
        button->setEnabled(on);
        grid->addWidget(button, number / kColumns + (on ? 0 : rows), number % kColumns);
    }
    sheet.add(1, box);
}

}  // namespace

std::unique_ptr<QWidget> makeControlsPage(const Theme& theme) {
    GallerySheet sheet(theme);
    addButtons(sheet, theme);
    addMarks(sheet);
    addFields(sheet, theme);
    addChoices(sheet, theme);
    addPills(sheet, theme);
    addHeads(sheet, theme);
    addIcons(sheet, theme);
    return sheet.take();
}

}  // namespace touchstone::ui
