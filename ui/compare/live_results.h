// SPDX-License-Identifier: GPL-3.0-or-later
//
// What a running experiment has found so far, as cases that grow: workers take it from the feed in batches. Cells come
// several times a second; figures, which cost more, take at most a tenth of a processor.
//
// GUI thread only.

#pragma once

#include "uicompare/compared_cases.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>
#include <memory>
#include <string>

namespace touchstone::eval {
class ResultFeed;
}

namespace touchstone::ui {

class LiveResults : public QObject {
    Q_OBJECT

public:
    explicit LiveResults(QObject* parent = nullptr);

    // From the beginning of the experiment; null: nothing is followed any more.
    void follow(std::shared_ptr<eval::ResultFeed> feed);
    // Something may have come.
    void look();
    // What to search for in what comes.
    void setSearch(const std::string& text) { m_search = text; }

Q_SIGNALS:
    void grown(const touchstone::ui::SearchedCases& cases);

private:
    struct Work;

    void begin();
    void finish(const Work& work);

    QTimer m_rest;                // between two batches
    QDeadlineTimer m_figuresDue;  // not before
    std::shared_ptr<eval::ResultFeed> m_feed;
    std::shared_ptr<const ComparedCases> m_cases;
    std::string m_search;
    bool m_working = false;
    bool m_behind = false;       // the figures do not know all results
    std::uint64_t m_number = 0;  // the newest experiment wins
};

}  // namespace touchstone::ui
