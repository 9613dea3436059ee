// SPDX-License-Identifier: Apache-2.0

#include "routing/router.h"
#include "support/printing.h"

using namespace touchstone;
using namespace std::chrono_literals;
using provider::Failure;
using provider::FailureKind;
using routing::retryDelay;

Q_DECLARE_METATYPE(touchstone::provider::FailureKind)

namespace {

using Wait = std::optional<std::chrono::milliseconds>;

Failure failure(FailureKind kind, Wait retryAfter = {}) {
    Failure failed;
    failed.kind = kind;
    failed.retryAfter = retryAfter;
    return failed;
}

workflow::RetryPolicy policyOf(std::int64_t attempts, std::chrono::milliseconds backoff, std::chrono::milliseconds most,
                               bool jitter) {
    workflow::RetryPolicy policy;
    policy.attempts = attempts;
    policy.backoff = backoff;
    policy.maxBackoff = most;
    policy.jitter = jitter;
    return policy;
}

}  // namespace

class RetryTest : public QObject {
    Q_OBJECT

private slots:
    void kinds_data() {
        QTest::addColumn<FailureKind>("kind");
        QTest::addColumn<QByteArray>("word");  // the one of routing.retry.on that covers it
        const auto row = [](FailureKind kind, const char* word) {
            QTest::newRow(std::string(toString(kind)).c_str()) << kind << QByteArray(word);
        };
        row(FailureKind::Unauthorized, "");
        row(FailureKind::ModelNotFound, "");
        row(FailureKind::BadRequest, "");
        row(FailureKind::ContextTooLong, "");
        row(FailureKind::ContentFilter, "");
        row(FailureKind::RateLimited, "rate_limited");
        row(FailureKind::QuotaSpent, "");
        row(FailureKind::Server, "server");
        row(FailureKind::Network, "network");
        row(FailureKind::Timeout, "timeout");
        row(FailureKind::Interrupted, "network");
        row(FailureKind::Malformed, "server");
        row(FailureKind::NotRecorded, "");
        row(FailureKind::Cancelled, "");
    }
    void kinds() {
        QFETCH(FailureKind, kind);
        QFETCH(QByteArray, word);
        const auto random = makeSeededRandom(1);
        workflow::RetryPolicy policy;
        QCOMPARE(retryDelay(policy, 1, failure(kind), *random).has_value(), !word.isEmpty());
        for (const char* one : {"rate_limited", "server", "timeout", "network"}) {
            policy.on = {one};
            QCOMPARE(retryDelay(policy, 1, failure(kind), *random).has_value(), word == one);
        }
        policy.on.clear();
        QVERIFY(!retryDelay(policy, 1, failure(kind), *random));
        QCOMPARE(routing::worthFallingBack(kind), kind != FailureKind::Cancelled);
    }

    void attempts() {
        const auto random = makeSeededRandom(1);
        for (const std::int64_t most : {1, 2, 10})
            for (std::int64_t attempt = 1; attempt <= 12; ++attempt)
                QCOMPARE(retryDelay(policyOf(most, 1ms, 1s, true), attempt, failure(FailureKind::Server), *random)
                             .has_value(),
                         attempt < most);
    }

    void doublesUpToTheMaximum() {
        const auto random = makeSeededRandom(1);
        const auto policy = policyOf(1'000, 500ms, 8s, false);
        std::vector<std::int64_t> waits;
        for (std::int64_t attempt = 1; attempt <= 6; ++attempt)
            waits.push_back(retryDelay(policy, attempt, failure(FailureKind::Server), *random)->count());
        QVERIFY((waits == std::vector<std::int64_t>{500, 1000, 2000, 4000, 8000, 8000}));
        QVERIFY(retryDelay(policy, 999, failure(FailureKind::Server), *random) == 8s);
        QVERIFY(retryDelay(policyOf(9, 600s, 600s, false), 8, failure(FailureKind::Server), *random) == 600s);
        QVERIFY(retryDelay(policyOf(9, 5s, 1s, false), 1, failure(FailureKind::Server), *random) == 1s);
    }

    // Full jitter: anything from nothing to the ceiling, the ends included, and all of it about equally often.
    void jitterStaysInBounds() {
        const auto random = makeSeededRandom(2);
        const auto policy = policyOf(100, 10ms, 40ms, true);
        for (const auto& [attempt, ceiling] :
             {std::pair{1, 10}, std::pair{2, 20}, std::pair{3, 40}, std::pair{9, 40}}) {
            std::vector<int> seen(static_cast<std::size_t>(ceiling) + 1);
            constexpr int kDraws = 20'000;
            for (int i = 0; i < kDraws; ++i) {
                const auto wait = retryDelay(policy, attempt, failure(FailureKind::Network), *random);
                QVERIFY(wait && *wait >= 0ms && *wait <= std::chrono::milliseconds(ceiling));
                ++seen[static_cast<std::size_t>(wait->count())];
            }
            const int share = kDraws / (ceiling + 1);
            for (const int count : seen)
                QVERIFY2(count > share / 2 && count < share * 2, std::to_string(count).c_str());
        }
    }

    void retryAfterIsAFloor() {
        const auto random = makeSeededRandom(3);
        for (int i = 0; i < 100'000; ++i) {
            const auto most = std::chrono::milliseconds(random->below(20'000));
            const auto policy = policyOf(2 + static_cast<std::int64_t>(random->below(9)),
                                         std::chrono::milliseconds(random->below(5'000)), most, random->below(2) == 0);
            const auto asked = std::chrono::milliseconds(random->below(25'000));
            const auto attempt = 1 + static_cast<std::int64_t>(random->below(10));
            const auto wait = retryDelay(policy, attempt, failure(FailureKind::RateLimited, asked), *random);
            QCOMPARE(wait.has_value(), attempt < policy.attempts && asked <= most);
            if (wait)
                QVERIFY(*wait >= asked && *wait <= most);
        }
    }

    void retryAfterAtTheLimit() {
        const auto random = makeSeededRandom(4);
        const auto policy = policyOf(2, 500ms, 8s, true);
        QVERIFY(retryDelay(policy, 1, failure(FailureKind::RateLimited, 8s), *random) == 8s);
        QVERIFY(!retryDelay(policy, 1, failure(FailureKind::RateLimited, 8001ms), *random));
        QVERIFY(retryDelay(policy, 1, failure(FailureKind::RateLimited, 0ms), *random).has_value());
    }
};

QTEST_APPLESS_MAIN(RetryTest)
#include "tst_retry.moc"
