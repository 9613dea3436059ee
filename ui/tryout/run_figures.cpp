// SPDX-License-Identifier: GPL-3.0-or-later

#include "run_figures.h"

#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uirunview/run_spans.h"

#include <QGridLayout>

namespace touchstone::ui {
namespace {

const QString kNone = QStringLiteral("—");

}  // namespace

RunFigures::RunFigures(const Theme& theme, QWidget* parent) : QWidget(parent) {
    const std::array<QString, kFigures> names{tr("Latency"), tr("First token"), tr("Tokens"), tr("Cost")};
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(0);
    for (int i = 0; i < kFigures; ++i) {
        auto* name = new ElidedLabel(names[static_cast<std::size_t>(i)]);
        setTextStyle(*name, theme, TextStyle::Caption);
        name->setForegroundRole(QPalette::PlaceholderText);
        auto* value = m_values[static_cast<std::size_t>(i)] = new ElidedLabel(kNone);
        setTextStyle(*value, theme, TextStyle::BodyStrong);
        value->setAccessibleName(names[static_cast<std::size_t>(i)]);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        grid->addWidget(name, 0, i);
        grid->addWidget(value, 1, i);
    }
    grid->setColumnStretch(kFigures, 1);
}

void RunFigures::showTrace(const trace::Trace& trace) {
    const trace::Summary& summary = trace.summary;
    const auto first = firstTokenOf(trace.detail.spans);
    m_values[Latency]->setText(formatDuration(summary.duration));
    m_values[FirstToken]->setText(first ? formatDuration(*first) : kNone);
    m_values[Tokens]->setText(QStringLiteral("%1%2 → %3")
                                  .arg(summary.tokensEstimated ? QStringLiteral("≈ ") : QString(),
                                       formatCount(summary.inputTokens), formatCount(summary.outputTokens)));
    m_values[Cost]->setText(formatMoney(summary.cost));
}

void RunFigures::clear() {
    for (QLabel* value : m_values)
        value->setText(kNone);
}

}  // namespace touchstone::ui
