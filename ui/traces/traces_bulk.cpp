// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the place of traces hands over when something is to be done with many of them, and the question before it.

#include "bulk_actions.h"
#include "trace_detail.h"
#include "trace_feed.h"
#include "trace_table.h"
#include "trace_table_model.h"
#include "uibase/inline_banner.h"
#include "uitraces/traces_view.h"

namespace touchstone::ui {

void TracesView::wireBulk() {
    m_bulk->setScopes([this] { return shownScope(); }, [this] { return selectedScope(); });
    connect(m_bulk, &BulkActions::asked, this, [this](const QString& question, const QString& yes) {
        m_banner->showDecision(Severity::Info, question, {yes, tr("Cancel")});
    });
    connect(m_bulk, &BulkActions::refused, this, [this](const QString& text, const QString& detail) {
        m_banner->showMessage(Severity::Warning, text, detail);
    });
    connect(m_banner, &InlineBanner::decided, this, [this](int action) {
        m_banner->hide();
        m_bulk->decide(action == 0);
    });
}

TraceScope TracesView::shownScope() const {
    return {{m_feed->filter()}, m_feed->totals() ? std::optional(m_feed->totals()->count) : std::nullopt};
}

// By their ids, as many in a filter as it takes.
TraceScope TracesView::selectedScope() const {
    TraceScope scope{{}, m_table->selectedCount()};
    if (*scope.count > BulkActions::kMostAdded)
        return scope;
    std::vector<std::string> ids;
    for (const QItemSelectionRange& range : m_table->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            ids.push_back(m_model->summaryAt(row).id.text);
    for (std::size_t begin = 0; begin < ids.size(); begin += store::kMostFilterValues) {
        const std::size_t end = std::min(begin + store::kMostFilterValues, ids.size());
        scope.filters.push_back({.ids = {ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                         ids.begin() + static_cast<std::ptrdiff_t>(end)}});
    }
    return scope;
}

}  // namespace touchstone::ui
