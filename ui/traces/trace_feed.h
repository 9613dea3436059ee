// SPDX-License-Identifier: GPL-3.0-or-later
//
// Brings the traces of a filter into the table: the first page at once, the others when they are wanted, new ones when
// the workspace says that there are some; while it is live also those of other programs. While nobody looks nothing is
// read. Answers to an older filter are dropped. GUI thread only.

#pragma once

#include "session/session.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <optional>

namespace touchstone::ui {

class TraceTableModel;

class TraceFeed : public QObject {
    Q_OBJECT

public:
    TraceFeed(session::Session& session, TraceTableModel& model, QObject* parent = nullptr);

    // Reads the list anew. The rows stay until the first page is there.
    void show(store::TraceFilter filter);
    // Whether what other programs write is looked for as well.
    void setLive(bool live);
    // Whether somebody looks. What came meanwhile is read when somebody does again.
    void setWatched(bool watched);

    [[nodiscard]] const store::TraceFilter& filter() const { return m_filter; }
    [[nodiscard]] bool isLive() const { return m_live; }
    // The first page is under way.
    [[nodiscard]] bool isLoading() const { return m_loading; }
    // Older traces are being read; with a text filter that can take a while.
    [[nodiscard]] bool isReading() const { return m_reading; }
    // Of all that pass the filter; empty while not known, and with a text filter, which cannot be counted.
    [[nodiscard]] const std::optional<store::TraceTotals>& totals() const { return m_totals; }
    // How many traces there are, whatever the filter.
    [[nodiscard]] std::optional<std::int64_t> all() const { return m_all; }
    // From asking to the first page and the totals.
    [[nodiscard]] std::chrono::nanoseconds took() const { return m_took; }

Q_SIGNALS:
    // Rows, totals or what is under way are different now.
    void changed();
    // New traces came a moment ago; at most once a second.
    void newCame();
    // So many rows have just come at the top.
    void rowsCame(int rows);
    void failed(const QString& message);

private:
    void notice();
    void readPage();
    void takePage(Result<store::TracePage> page);
    void readTotals();
    void readAll();
    void readNew(std::size_t most);
    void takeNew(Result<store::TracePage> page, std::size_t most);
    void putNew(const store::TracePage& page, std::size_t most);
    template <class T, class Take>
    [[nodiscard]] session::Done<T> deliver(Take take);

    session::Session& m_session;
    TraceTableModel& m_model;
    store::Subscription m_changes;
    QTimer m_news;
    QTimer m_again;
    QTimer m_sums;
    QTimer m_poll;
    store::TraceFilter m_filter;
    std::optional<store::TraceCursor> m_next;
    std::optional<store::TraceTotals> m_totals;
    std::optional<std::int64_t> m_all;
    std::chrono::nanoseconds m_took{0};
    QElapsedTimer m_clock;
    std::int64_t m_generation = 0;  // of the filter
    bool m_live = false;
    bool m_watched = false;
    bool m_loading = false;
    bool m_reading = false;
    bool m_readingNew = false;
    bool m_newAgain = false;
};

}  // namespace touchstone::ui
