// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery.h"
#include "gallery_sheet.h"
#include "uibase/elided_label.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"

#include <QFormLayout>
#include <QFrame>
#include <QKeySequence>
#include <QLabel>

namespace touchstone::ui {
namespace {

using namespace std::chrono_literals;

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

void addBanners(GallerySheet& sheet, const Theme& theme) {
    const auto message = [&](Severity severity, const char* words, const char* detail, const char* action) {
        auto* banner = new InlineBanner(theme);
        banner->showMessage(severity, text(words), text(detail), text(action));
        sheet.add(0, banner);
    };
    sheet.addGroup(0, "Banners: note, warning, error, without an action, a decision");
    message(Severity::Info, "Source 6 was dropped: 214 tok over the retrieval budget.", "", "Raise to 1,714 tok");
    message(Severity::Warning, "“brand” is not an input. It renders as an empty string.", "prompt 13:17",
            "Add input “brand”");
    message(Severity::Error, "The provider refused the request.", "429 rate limit · request req_8f21", "Try again");
    message(Severity::Info, "Twelve rows were copied.", "", "");
    auto* decision = new InlineBanner(theme);
    decision->showDecision(Severity::Warning,
                           text("Another window has changed this draft. What is here and what is there differ in the "
                                "instructions and in the prompt."),
                           {text("Keep mine"), text("Take theirs"), text("Compare both")});
    sheet.add(0, decision);
}

void addEmpties(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(0, "Empty places: with the next step, without");
    auto* empty = new EmptyState(theme, Icon::Traces, text("No traces yet. Every run of the draft leaves one here."));
    empty->setAction(text("Run the draft"), QKeySequence(Qt::CTRL | Qt::Key_Return));
    sheet.add(0, empty);
    sheet.add(0, new EmptyState(theme, Icon::Search, text("No case fits the filter.")));
}

void addTypeScale(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(1, "Type");
    const std::pair<TextStyle, const char*> styles[] = {
        {TextStyle::Figure, "0.842 · Figure 22"},      {TextStyle::Title, "support-triage · Title 16"},
        {TextStyle::BodyStrong, "Body strong 13"},     {TextStyle::Body, "Body 13: how tickets are sorted"},
        {TextStyle::Caption, "Caption 11: 2 min ago"}, {TextStyle::Editor, "{{ ticket | trim }} · Editor 13"},
        {TextStyle::Mono, "sha256:9f2c41 · Mono 12"}};
    for (const auto& [style, words] : styles) {
        auto* label = new QLabel(text(words));
        setTextStyle(*label, theme, style);
        sheet.add(1, label);
    }
    auto* elided =
        new ElidedLabel(text("A label that ends in dots where its words do not fit, with all of them as tip"));
    elided->setFixedWidth(260);
    sheet.addRow(1, {elided});
}

void addNumbers(GallerySheet& sheet) {
    sheet.addGroup(1, "Numbers");
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    const auto row = [&](const char* what, const QStringList& values) {
        auto* label = new QLabel(text(what));
        label->setForegroundRole(QPalette::PlaceholderText);
        form->addRow(label, new QLabel(values.join(text("   "))));
    };
    row("Money",
        {formatMoney(Money::fromPicodollars(420'000'000)), formatMoney(Money::fromPicodollars(12'500'000'000'000)),
         formatMoney(Money::fromPicodollars(420'000'000), Certainty::Estimated), formatMoney(std::nullopt)});
    row("Duration", {formatDuration(420us), formatDuration(84ms), formatDuration(1240ms), formatDuration(130s)});
    row("Tokens", {formatTokens(1204), formatTokens(1204, Certainty::Estimated)});
    row("Counts", {formatCount(1'143'870), formatBytes(4'100'000), formatPercent(0.62), formatScore(0.842, 3)});
    row("Ages", {formatAge(0s), formatAge(3s), formatAge(300s), formatAge(172800s)});
    sheet.add(1, box);
}

QLabel* makeDelta(const Theme& theme, const Delta& delta) {
    const Verdict verdict = verdictOf(delta);
    auto* label = new QLabel(formatDelta(delta));
    QPalette palette = theme.palette();
    palette.setColor(QPalette::Text, theme.color(verdict == Verdict::Better  ? Role::Better
                                                 : verdict == Verdict::Worse ? Role::Worse
                                                                             : Role::TextMuted));
    label->setPalette(palette);
    return label;
}

void addDeltas(GallerySheet& sheet, const Theme& theme) {
    sheet.addGroup(1, "Differences: better, worse, no difference shown");
    sheet.addRow(1, {makeDelta(theme, {0.031, DeltaUnit::PercentagePoints, Interval{0.004, 0.058}}),
                     makeDelta(theme, {0.25}), makeDelta(theme, {-0.114, DeltaUnit::Percent, {}, false})});
    sheet.addRow(1, {makeDelta(theme, {-0.031, DeltaUnit::PercentagePoints, Interval{-0.058, -0.004}}),
                     makeDelta(theme, {-0.25}), makeDelta(theme, {0.114, DeltaUnit::Percent, {}, false})});
    sheet.addRow(
        1, {makeDelta(theme, {0.01, DeltaUnit::PercentagePoints, Interval{-0.02, 0.04}}), makeDelta(theme, {0.0})});
}

}  // namespace

std::unique_ptr<QWidget> makeMessagesPage(const Theme& theme) {
    GallerySheet sheet(theme);
    addBanners(sheet, theme);
    addEmpties(sheet, theme);
    addTypeScale(sheet, theme);
    addNumbers(sheet);
    addDeltas(sheet, theme);
    return sheet.take();
}

}  // namespace touchstone::ui
