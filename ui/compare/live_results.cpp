// SPDX-License-Identifier: GPL-3.0-or-later

#include "live_results.h"

#include "eval/result_feed.h"
#include "uibase/deliver.h"

#include <QElapsedTimer>
#include <QThreadPool>

#include <algorithm>
#include <chrono>
#include <utility>

namespace touchstone::ui {
namespace {

constexpr std::chrono::milliseconds kRest{250};
constexpr int kFiguresShare = 10;  // of the time, one part is theirs

std::shared_ptr<const ComparedCases> beginningOf(eval::ResultFeed::Subject subject) {
    return std::make_shared<ComparedCases>(std::make_shared<const eval::Report>(
        eval::makeReport(std::move(subject.experiment), std::move(subject.dataset), {})));
}

}  // namespace

// What a worker does, and how it ends.
struct LiveResults::Work {
    std::shared_ptr<eval::ResultFeed> feed;
    SearchedCases cases;  // empty before the first result
    bool figures = false;
    std::chrono::milliseconds figuresTook{0};

    void run() {
        if (!cases.cases) {
            auto subject = feed->subject();
            if (!subject)
                return;
            cases.cases = beginningOf(*std::move(subject));
        }
        if (std::vector<eval::CaseResult> news = feed->take(); !news.empty())
            cases.cases = cases.cases->grown(std::move(news));
        if (figures)
            makeFigures();
        if (!cases.searched.empty())
            cases.matches = std::make_shared<const CaseSet>(cases.cases->search(cases.searched, {}));
    }

    void makeFigures() {
        QElapsedTimer watch;
        watch.start();
        cases.cases = cases.cases->withFigures();
        figuresTook = std::chrono::milliseconds(watch.elapsed());
    }
};

LiveResults::LiveResults(QObject* parent) : QObject(parent) {
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &LiveResults::look);
}

void LiveResults::follow(std::shared_ptr<eval::ResultFeed> feed) {
    ++m_number;
    m_feed = std::move(feed);
    // Perhaps the last reference to many results.
    if (m_cases)
        QThreadPool::globalInstance()->start([cases = std::exchange(m_cases, nullptr)]() mutable { cases.reset(); });
    m_working = m_behind = false;
    m_rest.stop();
    m_figuresDue = QDeadlineTimer();
}

void LiveResults::look() {
    if (!m_feed || m_working || m_rest.isActive())
        return;
    if (m_feed->hasNews() || (!m_cases && m_feed->subject()) || (m_behind && m_figuresDue.hasExpired()))
        begin();
    else if (m_behind)
        m_rest.start(static_cast<int>(m_figuresDue.remainingTime()) + 1);
}

void LiveResults::begin() {
    m_working = true;
    auto work = std::make_shared<Work>(Work{m_feed, {m_cases, m_search, nullptr}, m_figuresDue.hasExpired()});
    QThreadPool::globalInstance()->start([self = QPointer<LiveResults>(this), work, number = m_number] {
        work->run();
        deliverTo(self, [self, work, number] {
            if (number == self->m_number)
                self->finish(*work);
        });
    });
}

void LiveResults::finish(const Work& work) {
    m_working = false;
    m_behind = !work.figures;
    if (work.figures)
        m_figuresDue = QDeadlineTimer(std::max(work.figuresTook * (kFiguresShare - 1), kRest));
    m_rest.start(kRest);
    if (!work.cases.cases || m_cases == work.cases.cases)
        return;
    m_cases = work.cases.cases;
    Q_EMIT grown(work.cases);
}

}  // namespace touchstone::ui
