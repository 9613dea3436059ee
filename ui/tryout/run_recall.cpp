// SPDX-License-Identifier: GPL-3.0-or-later

#include "run_recall.h"

#include "session/session.h"
#include "uibase/deliver.h"
#include "uistate/text.h"

#include <QPointer>

namespace touchstone::ui {
namespace {

const QString kRuns = QStringLiteral("runs");
const QString kPinned = QStringLiteral("pinned");

// What the trace tells of how it ended. An answer is a value when it was one: valid, and a list or an object.
std::shared_ptr<const engine::Outcome> outcomeOf(const trace::Trace& trace) {
    auto outcome = std::make_shared<engine::Outcome>();
    outcome->status = trace.summary.status;
    outcome->output = trace.detail.output;
    outcome->error = trace.detail.error;
    outcome->trace = trace;
    if (auto value = parseJson(outcome->output); value.ok() && value->is_structured() && outcome->error.empty())
        outcome->value = std::move(value).value();
    return outcome;
}

}  // namespace

QVariantMap KeptRuns::toMap() const {
    return {{kRuns, runs}, {kPinned, pinned}};
}

KeptRuns KeptRuns::of(const QVariantMap& map) {
    return {map.value(kRuns).toStringList().mid(0, RunLog::kMost), map.value(kPinned).toString()};
}

RunRecall::RunRecall(session::Session& session, QObject* parent) : QObject(parent), m_session(session) {}

void RunRecall::find(const QVariantMap& kept) {
    const KeptRuns runs = KeptRuns::of(kept);
    ++m_number;
    m_wanted = runs.runs;
    if (!runs.pinned.isEmpty() && !m_wanted.contains(runs.pinned))
        m_wanted.prepend(runs.pinned);
    m_pinnedId = runs.pinned;
    m_found.clear();
    m_pinned.reset();
    loadNext();
}

void RunRecall::loadNext() {
    if (!m_wanted.isEmpty())
        return m_session.traces().load(toUtf8(m_wanted.front()),
                                       [self = QPointer(this), number = m_number](Result<trace::Trace> trace) {
                                           deliverTo(self, [self, number, trace = std::move(trace)] {
                                               if (number == self->m_number)
                                                   self->take(trace);
                                           });
                                       });
    if (!m_found.empty())
        Q_EMIT found(m_found, m_pinned);
    m_found.clear();
    m_pinned.reset();
}

void RunRecall::take(const Result<trace::Trace>& trace) {
    const QString id = m_wanted.takeFirst();
    if (trace.ok()) {
        m_found.push_back({outcomeOf(trace.value()), nullptr});
        if (id == m_pinnedId)
            m_pinned = m_found.back().outcome;
    }
    loadNext();
}

}  // namespace touchstone::ui
