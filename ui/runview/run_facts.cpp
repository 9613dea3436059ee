// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/run_facts.h"

#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uirunview/run_spans.h"
#include "uistate/text.h"

#include <QGridLayout>

namespace touchstone::ui {
namespace {

QString attemptsText(const trace::Summary& summary) {
    const QString count = formatCount(summary.attempts);
    return summary.fellBack ? RunFacts::tr("%1, fell back").arg(count) : count;
}

QString feedbackText(const trace::Trace& trace) {
    const trace::Thumb thumb = trace.summary.feedback;
    const QString sign = thumb == trace::Thumb::Up     ? RunFacts::tr("✓ good")
                         : thumb == trace::Thumb::Down ? RunFacts::tr("✕ bad")
                                                       : QStringLiteral("—");
    const std::string comment = trace.detail.feedback.empty() ? std::string() : trace.detail.feedback.back().comment;
    return comment.empty() ? sign : QStringLiteral("%1 “%2”").arg(sign, toQString(comment));
}

}  // namespace

RunFacts::RunFacts(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme) {
    const std::array<QString, kFacts> names{tr("Total"), tr("First token"), tr("Tokens"),
                                            tr("Cost"),  tr("Attempts"),    tr("Feedback")};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(1);
    for (int fact = 0; fact < kFacts; ++fact) {
        const QString& title = names[static_cast<std::size_t>(fact)];
        auto* name = new ElidedLabel(title);
        setTextStyle(*name, theme, TextStyle::Caption);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto* value = m_values[static_cast<std::size_t>(fact)] = new ElidedLabel(QStringLiteral("—"));
        setTextStyle(*value, theme, TextStyle::BodyStrong);
        value->setAccessibleName(title);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, 0, fact);
        grid->addWidget(value, 1, fact);
    }
    grid->setColumnStretch(Feedback, 1);
    connect(&theme, &Theme::themeChanged, this, &RunFacts::tintFeedback);
}

void RunFacts::set(Fact fact, const QString& text, const QString& toolTip) {
    m_values[fact]->setText(text);
    m_values[fact]->setToolTip(toolTip);
}

void RunFacts::setTrace(const trace::Trace& trace) {
    const trace::Summary& summary = trace.summary;
    const auto first = firstTokenOf(trace.detail.spans);
    set(Total, formatDuration(summary.duration));
    set(FirstToken, first ? formatDuration(*first) : QStringLiteral("—"));
    set(Tokens, QStringLiteral("%1%2 → %3")
                    .arg(summary.tokensEstimated ? QStringLiteral("≈ ") : QString(), formatCount(summary.inputTokens),
                         formatCount(summary.outputTokens)));
    set(Cost, formatMoney(summary.cost), summary.cost ? QString() : tr("The price of the model is not known"));
    set(Attempts, attemptsText(summary));
    set(Feedback, feedbackText(trace));
    m_thumb = summary.feedback;
    tintFeedback();
}

void RunFacts::tintFeedback() {
    QLabel* label = m_values[Feedback];
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, m_theme.color(m_thumb == trace::Thumb::Up     ? Role::Better
                                                         : m_thumb == trace::Thumb::Down ? Role::Worse
                                                                                         : Role::Text));
    label->setPalette(palette);
}

}  // namespace touchstone::ui
