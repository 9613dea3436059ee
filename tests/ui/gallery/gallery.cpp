// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery.h"

#include "uibase/bar_delegate.h"
#include "uibase/code_editor.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/link_button.h"
#include "uibase/pill.h"
#include "uibase/primary.h"
#include "uibase/search_line.h"
#include "uibase/segmented_control.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uibase/token_bar.h"
#include "uibase/waterfall_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

namespace touchstone::ui {

namespace {

using namespace std::chrono_literals;

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

const char* const kPrompt =
    "{# user message: context first, then the ticket #}\n"
    "{% if history %}\n"
    "Earlier in this conversation:\n"
    "{{ history | last(6) | join(\"\\n\") }}\n"
    "{% endif %}\n"
    "\n"
    "## Facts from the help centre (cite as `[n]`):\n"
    "{% for s in sources %}\n"
    "[{{ loop.index }}] {{ s.title }}: {{ s.text | trim }}\n"
    "{% endfor %}\n"
    "Brand voice: {{ brand }}\n";

const char* const kReply =
    "{\n  \"label\": \"refund\",\n  \"urgency\": 3,\n  \"cited\": [1, 3],\n  \"final\": true,\n"
    "  \"reply\": \"Sorry about the double charge.\"\n}\n";

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

QHBoxLayout* makeRow(std::initializer_list<QWidget*> widgets) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    return row;
}

}  // namespace

Gallery::Gallery(const Theme& theme) : m_theme(theme) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    resize(1440, 900);
    auto* left = new QVBoxLayout;
    left->addWidget(makeControls());
    left->addWidget(makeLabels());
    left->addWidget(makeIcons());
    left->addStretch();
    auto* right = new QVBoxLayout;
    right->addWidget(makeBars());
    right->addWidget(makeEditors(), 1);
    right->addWidget(makeTable(), 1);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(24);
    layout->addLayout(left, 2);
    layout->addLayout(right, 3);
}

QWidget* Gallery::makeControls() {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* run = new QPushButton(m_theme.icon(Icon::Run, Role::OnAccent), text("Run"));
    setPrimary(*run);
    auto* commit = new QPushButton(m_theme.icon(Icon::Commit, Role::Text), text("Commit…"));
    auto* disabled = new QPushButton(text("Disabled"));
    disabled->setEnabled(false);
    auto* flat = new QToolButton;
    flat->setIcon(m_theme.icon(Icon::Undo));
    flat->setAutoRaise(true);
    auto* active = new QToolButton;
    active->setIcon(m_theme.icon(Icon::Author));
    active->setAutoRaise(true);
    active->setCheckable(true);
    active->setChecked(true);
    auto* link = new LinkButton(m_theme);
    link->setText(text("Add input “brand”"));
    link->setIcon(m_theme.icon(Icon::Bulb, Role::AccentText));
    layout->addLayout(makeRow({run, commit, disabled, flat, active, link}));

    auto* on = new QCheckBox(text("Checked"));
    on->setChecked(true);
    auto* half = new QCheckBox(text("Partly"));
    half->setTristate(true);
    half->setCheckState(Qt::PartiallyChecked);
    auto* pick = new QRadioButton(text("Chosen"));
    pick->setChecked(true);
    auto* off = new QCheckBox(text("Disabled"));
    off->setEnabled(false);
    layout->addLayout(makeRow({on, new QCheckBox(text("Open")), half, pick, new QRadioButton(text("Other")), off}));

    auto* combo = new QComboBox;
    combo->addItems({text("pro"), text("free")});
    auto* spin = new QSpinBox;
    spin->setRange(0, 9999);
    spin->setValue(300);
    auto* line = new QLineEdit(text("2021-06-14"));
    auto* dead = new QLineEdit(text("disabled"));
    dead->setEnabled(false);
    layout->addLayout(makeRow({combo, spin, line, dead}));
    auto* search = new SearchLine(m_theme, text("Filter cases, tags, outputs"));
    search->setText(text("refund"));
    layout->addLayout(makeRow({new SearchLine(m_theme, text("Search or do anything")), search}));

    auto* segments = new SegmentedControl(m_theme, text("View"));
    segments->addSegment(text("Source"));
    segments->addSegment(text("Messages"));
    segments->addSegment(text("Examples"), 24);
    segments->addSegment(text("Diff to v14"));
    layout->addLayout(makeRow({segments}));
    auto* progress = new QProgressBar;
    progress->setValue(62);
    progress->setTextVisible(false);
    progress->setFixedWidth(160);
    layout->addLayout(makeRow({new QLabel(text("Experiment 39")), progress, new QLabel(formatPercent(0.62))}));

    auto* tabs = new QTabBar;
    tabs->setExpanding(false);
    tabs->addTab(m_theme.icon(Icon::Instructions), text("instructions"));
    tabs->addTab(m_theme.icon(Icon::Prompt), text("prompt"));
    tabs->addTab(m_theme.icon(Icon::Routing), text("routing"));
    tabs->setCurrentIndex(1);
    layout->addWidget(tabs);
    return box;
}

QWidget* Gallery::makeLabels() {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 8);
    const auto pill = [this](const char* words, PillTone tone) { return new Pill(m_theme, text(words), tone); };
    layout->addLayout(makeRow({pill("valid", PillTone::Better), pill("small", PillTone::Outline),
                               pill("production", PillTone::Accent), pill("= 0.00", PillTone::Neutral),
                               pill("invalid JSON", PillTone::Worse), pill("redacted", PillTone::Warning),
                               pill("repaired", PillTone::Info), pill("Ctrl+K", PillTone::Outline)}));
    layout->addLayout(makeRow({new Chip(m_theme, text("tag: billing")), new Chip(m_theme, text("tag: security"))}));
    const auto banner = [&](Severity severity, const char* words, const char* detail, const char* action) {
        auto* strip = new InlineBanner(m_theme);
        strip->showMessage(severity, text(words), text(detail), text(action));
        layout->addWidget(strip);
    };
    banner(Severity::Info, "Source 6 was dropped: 214 tok over the retrieval budget.", "", "Raise to 1,714 tok");
    banner(Severity::Warning, "“brand” is not an input. It renders as an empty string.", "prompt 13:17",
           "Add input “brand”");
    banner(Severity::Error, "The provider refused the request.", "429 rate limit · request req_8f21", "Try again");
    auto* figures = new QLabel(
        QStringLiteral("%1   %2").arg(formatMoney(Money::fromPicodollars(420'000'000)),
                                      formatDelta({0.031, DeltaUnit::PercentagePoints, Interval{0.004, 0.058}})));
    setTextStyle(*figures, m_theme, TextStyle::Figure);
    layout->addWidget(figures);
    auto* empty = new EmptyState(m_theme, Icon::Traces, text("No traces yet. Every run of the draft leaves one here."));
    empty->setAction(text("Run the draft"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    layout->addWidget(empty);
    return box;
}

QWidget* Gallery::makeBars() {
    auto* box = new QWidget;
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* fits = new TokenBar(m_theme);
    fits->setNote(text("exact for gpt-4o-mini"));
    fits->setUsage({{text("instructions"), 412},
                    {text("examples × 6"), 638},
                    {text("context · 5 of 6"), 911},
                    {text("prompt"), 186},
                    {text("ticket"), 57}},
                   4096, 512);
    auto* over = new TokenBar(m_theme);
    over->setUsage({{text("instructions"), 1412}, {text("examples × 6"), 1638}, {text("context"), 1200}}, 4096, 512);
    layout->addWidget(fits);
    layout->addWidget(over);
    auto* waterfall = new WaterfallView(m_theme, text("Spans"));
    waterfall->setSpans(makeSpans());
    waterfall->setCurrentSpan(7);
    waterfall->setMinimumHeight(waterfall->sizeHint().height());
    layout->addWidget(waterfall);
    return box;
}

QWidget* Gallery::makeEditors() {
    auto* splitter = new Splitter(Qt::Horizontal);
    auto* prompt = new CodeEditor(m_theme, text("Prompt"));
    prompt->setLanguage(CodeEditor::Language::Template);
    prompt->load(text(kPrompt));
    prompt->setProblems({{11, 17, 5, Severity::Warning, text("not an input")},
                         {9, 25, 5, Severity::Error, text("unknown")},
                         {4, 14, 4, Severity::Info, text("note")}});
    prompt->goTo({3, 1});
    auto* reply = new CodeEditor(m_theme, text("Reply"));
    reply->setLanguage(CodeEditor::Language::Json);
    reply->setLineNumbersVisible(false);
    reply->setReadOnly(true);
    reply->load(text(kReply));
    splitter->addWidget(prompt);
    splitter->addWidget(reply);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

QWidget* Gallery::makeTable() {
    auto* table = new QTableView;
    auto* model = new QStandardItemModel(0, 3, table);
    model->setHorizontalHeaderLabels({text("Ticket"), text("Status"), text("Latency")});
    const std::tuple<const char*, const char*, std::chrono::milliseconds> rows[] = {
        {"How do I close the joint account?", "● valid", 845ms},
        {"Refund for the double March invoice", "▲ fell back", 3180ms},
        {"Chargeback: hotel never answered", "✕ invalid", 2870ms}};
    for (const auto& [ticket, status, latency] : rows) {
        auto* value = new QStandardItem(formatDuration(latency));
        value->setData(double(latency.count()), Qt::UserRole);
        model->appendRow({new QStandardItem(text(ticket)), new QStandardItem(text(status)), value});
    }
    table->setModel(model);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(m_theme.px(28));
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->setColumnWidth(0, 250);
    table->setColumnWidth(2, 140);
    auto* bars = new BarDelegate(m_theme, Qt::UserRole, table);
    bars->setMaximum(3200);
    table->setItemDelegateForColumn(2, bars);
    table->selectRow(1);
    auto* tree = new QTreeWidget;
    tree->setHeaderLabels({text("Part"), text("Change")});
    auto* parent = new QTreeWidgetItem(tree, {text("retrieval"), text("top 4 → 6")});
    new QTreeWidgetItem(parent, {text("mmr"), text("0.5")});
    new QTreeWidgetItem(tree, {text("output"), text("+ reason")});
    tree->expandAll();
    auto* splitter = new Splitter(Qt::Horizontal);
    splitter->addWidget(table);
    splitter->addWidget(tree);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    return splitter;
}

QWidget* Gallery::makeIcons() {
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setSpacing(6);
    constexpr int kColumns = 16;
    for (std::size_t i = 0; i < kIconCount; ++i) {
        auto* button = new QToolButton;
        button->setAutoRaise(true);
        button->setIcon(m_theme.icon(static_cast<Icon>(i), Role::Text));
        button->setIconSize(QSize(20, 20));
        button->setToolTip(iconName(static_cast<Icon>(i)));
        grid->addWidget(button, int(i) / kColumns, int(i) % kColumns);
    }
    return box;
}

}  // namespace touchstone::ui
