// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_feed.h"

#include "trace_table_model.h"
#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr std::size_t kFirstPage = 200;
constexpr std::size_t kPage = 1000;
constexpr std::size_t kMostNew = 5000;  // put on top of the rows at once
constexpr std::chrono::milliseconds kNewsEvery{100};
constexpr std::chrono::milliseconds kRetryAfter{1000};
constexpr std::chrono::milliseconds kPollEvery{2000};  // what other programs write is not announced
constexpr std::chrono::milliseconds kSumsEvery{1000};  // they read more than a page does

}  // namespace

TraceFeed::TraceFeed(session::Session& session, TraceTableModel& model, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_model(model),
      m_changes(session.onChanged([self = QPointer<TraceFeed>(this)](store::Change change) {
          if (change == store::Change::Traces)
              deliverTo(self, [self] { self->notice(); });
      })) {
    connect(&model, &TraceTableModel::moreWanted, this, &TraceFeed::readPage);
    m_news.setSingleShot(true);
    m_news.setInterval(kNewsEvery);
    connect(&m_news, &QTimer::timeout, this, [this] { readNew(kFirstPage); });
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &TraceFeed::notice);
    m_poll.setInterval(kPollEvery);
    connect(&m_poll, &QTimer::timeout, this, &TraceFeed::notice);
    m_sums.setSingleShot(true);
    m_sums.setInterval(kSumsEvery);
    connect(&m_sums, &QTimer::timeout, this, [this] {
        readTotals();
        Q_EMIT newCame();
    });
}

void TraceFeed::notice() {
    if (m_watched && !m_news.isActive())
        m_news.start();
}

// `take` gets the result on the GUI thread, unless another filter is shown by then.
template <class T, class Take>
session::Done<T> TraceFeed::deliver(Take take) {
    return [self = QPointer<TraceFeed>(this), generation = m_generation, take](Result<T> result) {
        deliverTo(self, [self, generation, take, result = std::move(result)]() mutable {
            if (generation == self->m_generation)
                take(*self, std::move(result));
        });
    };
}

void TraceFeed::show(store::TraceFilter filter) {
    ++m_generation;
    m_filter = std::move(filter);
    m_next.reset();
    m_loading = true;
    m_reading = m_readingNew = m_newAgain = false;
    m_clock.start();
    readPage();
    readTotals();
}

void TraceFeed::setLive(bool live) {
    m_live = live;
    setWatched(m_watched);
    Q_EMIT changed();
}

void TraceFeed::setWatched(bool watched) {
    m_watched = watched;
    if (watched)
        readNew(kFirstPage);
    else
        m_news.stop();
    if (watched && m_live)
        m_poll.start();
    else
        m_poll.stop();
}

void TraceFeed::readPage() {
    if (m_reading || (!m_loading && !m_next))
        return;
    m_reading = true;
    m_session.traces().list(
        m_filter, m_loading ? kFirstPage : kPage, m_next,
        deliver<store::TracePage>([](TraceFeed& feed, auto page) { feed.takePage(std::move(page)); }));
    Q_EMIT changed();
}

void TraceFeed::takePage(Result<store::TracePage> page) {
    m_reading = false;
    const bool first = std::exchange(m_loading, false);
    if (!page.ok()) {
        Q_EMIT failed(toQString(page.error().message));
        Q_EMIT changed();
        return;
    }
    m_next = page->next;
    if (first) {
        m_took = std::chrono::nanoseconds(m_clock.nsecsElapsed());
        m_model.reset(page->traces, m_next.has_value());
    } else {
        m_model.append(page->traces, m_next.has_value());
    }
    // A page of a text filter may be short: a screen's worth is wanted before one must scroll.
    if (m_next && m_model.rowCount() < static_cast<int>(kFirstPage))
        readPage();
    Q_EMIT changed();
}

void TraceFeed::readTotals() {
    readAll();
    if (!m_filter.texts.empty()) {
        m_totals.reset();
        return;
    }
    m_session.traces().totals(m_filter, deliver<store::TraceTotals>([](TraceFeed& feed, auto totals) {
                                  if (!totals.ok())
                                      return;
                                  feed.m_totals = totals.value();
                                  Q_EMIT feed.changed();
                              }));
}

void TraceFeed::readAll() {
    m_session.info([self = QPointer<TraceFeed>(this)](Result<store::WorkspaceInfo> info) {
        if (info.ok())
            deliverTo(self, [self, traces = info->traces] {
                self->m_all = traces;
                Q_EMIT self->changed();
            });
    });
}

// A search for words reads payloads, so it looks at what is newer than all rows only.
void TraceFeed::readNew(std::size_t most) {
    if (m_loading)
        return;
    if (std::exchange(m_readingNew, true)) {
        m_newAgain = true;
        return;
    }
    store::TraceFilter filter = m_filter;
    if (!filter.texts.empty() && m_model.rowCount() > 0)
        filter.from = m_model.summaryAt(0).start;
    m_session.traces().list(std::move(filter), most, {}, deliver<store::TracePage>([most](TraceFeed& feed, auto page) {
                                feed.takeNew(std::move(page), most);
                            }));
}

// What cannot be read now is tried again.
void TraceFeed::takeNew(Result<store::TracePage> page, std::size_t most) {
    m_readingNew = false;
    if (!page.ok() || std::exchange(m_newAgain, false))
        m_again.start(page.ok() ? kNewsEvery : kRetryAfter);
    if (page.ok() && !page->traces.empty())
        putNew(page.value(), most);
}

void TraceFeed::putNew(const store::TracePage& page, std::size_t most) {
    const bool overlaps =
        m_model.rowCount() > 0 && (!page.next || page.traces.back().start <= m_model.summaryAt(0).start);
    if (!overlaps && m_model.rowCount() > 0 && most < kMostNew)
        return readNew(kMostNew);
    if (!overlaps)
        return show(m_filter);  // there was nothing, or too many came: the list begins anew
    if (const int rows = m_model.merge(page.traces); rows > 0) {
        if (!m_sums.isActive())
            m_sums.start();
        Q_EMIT rowsCame(rows);
    }
    Q_EMIT changed();
}

}  // namespace touchstone::ui
