// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the place of traces says about its list: at its foot, in the field of the filter, and in the status bar.

#include "filter_bar.h"
#include "time_axis.h"
#include "time_brush.h"
#include "trace_feed.h"
#include "trace_table.h"
#include "trace_table_model.h"
#include "uibase/format.h"
#include "uitraces/traces_view.h"

#include <QLabel>

namespace touchstone::ui {

void TracesView::showTotals() {
    const auto& totals = m_feed->totals();
    if (!totals || totals->count == 0) {
        m_sums->setText(totals ? QString() : tr("Totals are not counted while words are searched."));
        m_sums->setToolTip({});
        return;
    }
    m_table->setLongest(totals->p95 * 3 / 2);
    const std::int64_t priced = totals->count - totals->costUnknown - totals->unpaid;
    const QString mean =
        priced > 0 ? formatMoney(Money::fromPicodollars(totals->cost.picodollars() / priced)) : formatMoney({});
    m_sums->setText(tr("%1 trace(s)   mean %2   sum %3   p50 %4   p95 %5", nullptr, static_cast<int>(totals->count))
                        .arg(formatCount(totals->count), mean,
                             formatMoney(priced > 0 ? std::optional(totals->cost) : std::nullopt),
                             formatDuration(totals->p50), formatDuration(totals->p95)));
    m_sums->setToolTip(totals->unpaid > 0
                           ? tr("%n replay(s) paid nothing and are in no sum of money; origin:replay sums them.",
                                nullptr, static_cast<int>(totals->unpaid))
                           : QString());
}

// Inside the field: how many of how many, and how long that took.
void TracesView::showResult() {
    if (m_feed->isLoading())
        return;
    const QString found = m_feed->totals()     ? formatCount(m_feed->totals()->count)
                          : m_model->hasMore() ? tr("%1 so far").arg(formatCount(m_model->rowCount()))
                                               : formatCount(m_model->rowCount());
    const QString took = formatDuration(m_feed->took());
    m_filter->field().setResult(m_feed->all() ? tr("%1 of %2 in %3").arg(found, formatCount(*m_feed->all()), took)
                                              : tr("%1 in %2").arg(found, took));
}

void TracesView::showCopied(const CopiedTable& table) {
    const auto selected = m_table->selectedCount();
    if (table.rows > 0 && table.rows < table.selected)
        m_said->setText(tr("Copied the first %1 of %2 rows").arg(formatCount(table.rows), formatCount(table.selected)));
    else if (table.rows > 0)
        m_said->setText(tr("Copied %n row(s)", nullptr, table.rows));
    else
        m_said->setText(selected > 1 ? tr("%1 selected").arg(formatCount(selected)) : QString());
}

QString TracesView::status() const {
    const auto& range = m_brush->range();
    const std::int64_t count = m_feed->totals() ? m_feed->totals()->count : m_model->rowCount();
    const QString traces = m_feed->all() ? tr("%1 of %2 trace(s)", nullptr, static_cast<int>(*m_feed->all()))
                                               .arg(formatCount(count), formatCount(*m_feed->all()))
                                         : tr("%1 trace(s)", nullptr, static_cast<int>(count)).arg(formatCount(count));
    return range ? tr("%1 · %2").arg(traces, formatTimeRange(range->from, range->to)) : traces;
}

}  // namespace touchstone::ui
