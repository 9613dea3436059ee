// SPDX-License-Identifier: Apache-2.0
//
// Memory runs out at every place in turn, once: an append fails with an error, or the writer does, and neither takes
// the program or another trace along.

#include "fixtures.h"
#include "support/trace_generator.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

enum class Whose { Nobody, Mine, Others };

std::atomic<Whose> failing{Whose::Nobody};
std::atomic<int> remaining{0};  // allocations until one fails
thread_local bool mine = false;

bool fails() {
    const Whose whose = failing;
    return whose != Whose::Nobody && (whose == Whose::Mine) == mine && remaining.fetch_sub(1) == 0;
}

}  // namespace

void* operator new(std::size_t size) {
    void* memory = fails() ? nullptr : std::malloc(size > 0 ? size : 1);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

void operator delete(void* memory) noexcept {
    std::free(memory);
}

void operator delete(void* memory, std::size_t /*size*/) noexcept {
    std::free(memory);
}

using namespace touchstone;

class TraceMemoryTest : public QObject {
    Q_OBJECT

private:
    // One allocation, the n-th, fails from here to the end of the scope; true when there were so many.
    struct Failing {
        Failing(Whose whose, int n) {
            remaining = n;
            failing = whose;
        }
        ~Failing() { failing = Whose::Nobody; }
        [[nodiscard]] static bool happened() { return remaining < 0; }
    };

private slots:
    void initTestCase() { mine = true; }

    void anAppendFailsAlone() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        std::int64_t stored = 0;
        bool failed = true;
        for (int n = 0; failed; ++n) {
            const trace::Trace trace = makeTrace(static_cast<std::uint64_t>(n));
            bool ok = false;
            {
                const Failing memory(Whose::Mine, n);
                const auto appended = workspace->traces().append(trace);
                failed = Failing::happened();
                ok = appended.ok();
                QVERIFY(ok || appended.error().code == ErrorCode::Unavailable);
            }
            QVERIFY(ok != failed);
            stored += ok ? 1 : 0;
            QVERIFY(n < 10'000);
        }
        REQUIRE_OK(workspace->traces().flush().wait());
        QCOMPARE(workspace->traces().count({}).value(), stored);
    }

    // Each round tells whether its traces are there, and what it tells is true.
    void theWriterGoesOn() {
        fixtures::Desk desk;
        const auto workspace = desk.create();
        std::int64_t stored = 0;
        bool failed = true;
        for (std::uint64_t n = 0; failed; ++n) {
            const trace::Trace first = makeTrace(2 * n);
            const trace::Trace second = makeTrace(2 * n + 1);
            bool ok = false;
            {
                const Failing memory(Whose::Others, static_cast<int>(n));
                REQUIRE_OK(workspace->traces().append(first));
                REQUIRE_OK(workspace->traces().append(second));
                ok = workspace->traces().flush().wait().ok();
                failed = Failing::happened();
            }
            REQUIRE_OK(workspace->traces().flush().wait());
            const std::int64_t now = workspace->traces().count({}).value();
            QVERIFY(!ok || now == stored + 2);
            QVERIFY(ok || now == stored);
            stored = now;
            QVERIFY(n < 10'000);
        }
        QVERIFY(stored >= 2);
        QCOMPARE(workspace->traces().list({}, 10'000)->traces.size(), static_cast<std::size_t>(stored));
    }
};

QTEST_GUILESS_MAIN(TraceMemoryTest)
#include "tst_trace_memory.moc"
