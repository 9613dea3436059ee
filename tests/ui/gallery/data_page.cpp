// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery.h"
#include "gallery_sheet.h"
#include "uibase/bar_delegate.h"
#include "uibase/column_menu.h"
#include "uibase/format.h"
#include "uibase/table_copy.h"
#include "uibase/token_bar.h"
#include "uibase/waterfall_view.h"

#include <QHeaderView>
#include <QMenu>
#include <QStandardItemModel>
#include <QTableView>
#include <QTreeWidget>

namespace touchstone::ui {
namespace {

using namespace std::chrono_literals;

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

std::vector<WaterfallSpan> makeSpans() {
    using enum SpanKind;
    return {{text("run"), 0, 0ms, 3180ms, 0ms, Group},
            {text("admit"), 1, 0ms, 3ms},
            {text("context"), 1, 3ms, 118ms, 0ms, Retrieval},
            {text("retrieve · hybrid"), 2, 5ms, 96ms, 0ms, Retrieval},
            {text("render"), 1, 121ms, 7ms},
            {text("route"), 1, 128ms, 3020ms, 0ms, Group},
            {text("attempt 1 · small"), 2, 131ms, 212ms, 0ms, Model, SpanStatus::Error, text("429")},
            {text("attempt 2 · small"), 2, 743ms, 986ms, 400ms, Model, SpanStatus::Warning, text("aborted")},
            {text("attempt 3 · large"), 2, 1730ms, 1420ms, 0ms, Model},
            {text("validate"), 1, 3150ms, 15ms}};
}

void addTokenBars(GallerySheet& sheet, const Theme& theme) {
    const auto bar = [&](std::vector<TokenSegment> segments, std::optional<std::int64_t> window) {
        auto* each = new TokenBar(theme);
        each->setUsage(std::move(segments), window, 512);
        sheet.add(0, each);
        return each;
    };
    sheet.addGroup(0, "Context window: it fits, nobody knows the window, over budget, of an older text");
    bar({{text("instructions"), 412},
         {text("examples × 6"), 638},
         {text("context · 5 of 6"), 911},
         {text("prompt"), 186},
         {text("ticket"), 57}},
        4096)
        ->setNote(text("exact for gpt-4o-mini"));
    bar({{text("instructions"), 412}, {text("prompt"), 186}}, std::nullopt);
    bar({{text("instructions"), 1412}, {text("examples × 6"), 1638}, {text("context"), 1200}}, 4096);
    bar({{text("instructions"), 412}, {text("prompt"), 186}}, 4096)->setStale(true);
}

void addWaterfall(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(0, "Waterfall: groups, retrieval, model, waiting, an error, a warning");
    auto* waterfall = new WaterfallView(theme, text("Spans"));
    waterfall->setSpans(makeSpans());
    waterfall->setCurrentSpan(7);
    waterfall->setMinimumHeight(waterfall->sizeHint().height());
    sheet.add(0, waterfall);
}

QTableView* makeTable(const Theme& theme) {
    auto* table = new QTableView;
    auto* model = new QStandardItemModel(0, 3, table);
    model->setHorizontalHeaderLabels({text("Ticket"), text("Status"), text("Latency")});
    const std::tuple<const char*, const char*, std::chrono::milliseconds> rows[] = {
        {"How do I close the joint account?", "✓ valid", 845ms},
        {"Refund for the double March invoice", "▲ fell back", 3180ms},
        {"Chargeback: hotel never answered", "✕ invalid", 2870ms},
        {"A ticket that nobody may choose", "● repaired", 120ms}};
    for (const auto& [ticket, status, latency] : rows) {
        auto* value = new QStandardItem(formatDuration(latency));
        value->setData(double(latency.count()), Qt::UserRole);
        model->appendRow({new QStandardItem(text(ticket)), new QStandardItem(text(status)), value});
    }
    for (int column = 0; column < 3; ++column)
        model->item(3, column)->setEnabled(false);
    table->setModel(model);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(theme.px(28));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setColumnWidth(0, 250);
    table->setColumnWidth(2, 140);
    auto* bars = new BarDelegate(theme, Qt::UserRole, table);
    bars->setMaximum(3200);
    table->setItemDelegateForColumn(2, bars);
    table->selectRow(1);
    return table;
}

// A menu as part of the page.
QMenu* laid(QMenu* menu) {
    menu->setParent(nullptr, Qt::Widget);
    Q_EMIT menu->aboutToShow();
    return menu;
}

void addTables(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(1, "Table: selected, and a row that cannot be; bars on one scale");
    QTableView* table = makeTable(theme);
    sheet.add(1, table, 2);
    sheet.addGroup(1, "Its columns, what copies its rows, a menu with a shortcut and with an entry that is off");
    auto* columns =
        new ColumnMenu(*table->horizontalHeader(), {text("ticket"), text("status"), text("latency")}, 0, table);
    auto* copies = new QMenu;
    addCopyActions(*copies, [](TableFormat) {});
    auto* entries = new QMenu;
    entries->addAction(theme.icon(Icon::Restore), text("Restore this version"), QKeySequence(Qt::CTRL | Qt::Key_R),
                       [] {});
    entries->addAction(theme.icon(Icon::Tag), text("Tag…"));
    entries->addSeparator();
    entries->addAction(theme.icon(Icon::Remove), text("Delete the branch"))->setEnabled(false);
    entries->setActiveAction(entries->actions().front());
    sheet.addRow(1, {laid(columns), laid(copies), laid(entries)});
}

void addTree(GallerySheet& sheet) {
    sheet.addGroup(1, "Tree");
    auto* tree = new QTreeWidget;
    tree->setHeaderLabels({text("Part"), text("Change")});
    auto* parent = new QTreeWidgetItem(tree, {text("retrieval"), text("top 4 → 6")});
    new QTreeWidgetItem(parent, {text("mmr"), text("0.5")});
    new QTreeWidgetItem(tree, {text("output"), text("+ reason")});
    tree->expandAll();
    tree->setCurrentItem(parent);
    sheet.add(1, tree, 1);
}

}  // namespace

std::unique_ptr<QWidget> makeDataPage(const Theme& theme) {
    GallerySheet sheet(theme);
    addTokenBars(sheet, theme);
    addWaterfall(sheet, theme);
    addTables(sheet, theme);
    addTree(sheet);
    return sheet.take();
}

}  // namespace touchstone::ui
