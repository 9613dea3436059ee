// SPDX-License-Identifier: Apache-2.0
//
// Traces written to a file: it is there whole, or what was there before is.

#include <QTest>

#include "desk.h"
#include "support/trace_generator.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <set>

using namespace desk;

namespace {

constexpr int kTraces = 400;
constexpr const char* kName = "traces.jsonl";

std::atomic<bool> nameIsDurable = false;

}  // namespace

// Takes the place of the C library's in this program: what is durable cannot be seen otherwise.
extern "C" int fsync(int descriptor) {
    struct stat file {};
    if (::fstat(descriptor, &file) == 0 && S_ISDIR(file.st_mode))
        nameIsDurable = ::faccessat(descriptor, kName, F_OK, 0) == 0;
    return static_cast<int>(::syscall(SYS_fsync, descriptor));
}

namespace {

// While it lives no file of this process grows beyond `bytes`, as on a full disk.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

std::string textOf(const fs::path& path) {
    const auto text = session::readFile(path);
    return text.ok() ? text.value() : text.error().message;
}

std::ptrdiff_t linesOf(const fs::path& path) {
    return std::ranges::count(textOf(path), '\n');
}

}  // namespace

class TraceExportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void isDurable();
    void othersKeepTheirFiles();
    void twoAtOnceAreEachWhole();
    void aStopLeavesWhatWasThere();
    void aFullDiskLeavesWhatWasThere();
    void aWorkspaceIsNotOverwritten();

private:
    Result<std::int64_t> exportTo(const fs::path& path, const session::Traces::OnCount& progress = {},
                                  const std::stop_token& stop = {}) {
        return await<std::int64_t>([&](auto done) { m_session->traces().exportTo({{}, path}, stop, progress, done); });
    }
    [[nodiscard]] fs::path path(const std::string& name = kName) const {
        return fs::path(m_folder->path().toStdString()) / name;
    }
    fs::path write(const std::string& name, const std::string& text) const {
        if (const auto written = session::writeFile(path(name), text); !written.ok())
            throw std::runtime_error(written.error().message);
        return path(name);
    }
    [[nodiscard]] std::set<std::string> names() const {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator(m_folder->path().toStdString()))
            names.insert(entry.path().filename().string());
        return names;
    }

    Desk m_desk;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<QTemporaryDir> m_folder;  // where a test exports to
};

void TraceExportTest::initTestCase() {
    m_session = m_desk.create();
    SystemClock clock;
    const auto workspace = store::Workspace::open(m_desk.path().string(), store::OpenMode::ReadWrite, clock);
    VERIFY_OK(workspace);
    for (std::uint64_t i = 0; i < kTraces; ++i)
        VERIFY_OK(workspace.value()->traces().append(makeTrace(i)));
    VERIFY_OK(workspace.value()->traces().flush().wait());
}

// A new file is on disk only when its folder is, too.
void TraceExportTest::isDurable() {
    nameIsDurable = false;
    const auto written = exportTo(path());
    VERIFY_OK(written);
    QCOMPARE(written.value(), std::int64_t{kTraces});
    QVERIFY(nameIsDurable);
    QCOMPARE(linesOf(path()), std::ptrdiff_t{kTraces});
}

void TraceExportTest::othersKeepTheirFiles() {
    const fs::path own = write(std::string(kName) + ".part", "mine");
    VERIFY_OK(exportTo(path()));
    QCOMPARE(textOf(own), std::string("mine"));
    QCOMPARE(names(), (std::set<std::string>{kName, std::string(kName) + ".part"}));
}

// The second begins and ends in the midst of the first.
void TraceExportTest::twoAtOnceAreEachWhole() {
    std::ptrdiff_t linesOfSecond = 0;
    const auto first = exportTo(path(), [&](std::int64_t count) {
        if (count == 50 && exportTo(path()).ok())
            linesOfSecond = linesOf(path());
    });
    VERIFY_OK(first);
    QCOMPARE(linesOfSecond, std::ptrdiff_t{kTraces});
    QCOMPARE(linesOf(path()), std::ptrdiff_t{kTraces});
    QCOMPARE(names(), std::set<std::string>{kName});
}

void TraceExportTest::aStopLeavesWhatWasThere() {
    write(kName, "mine");
    std::stop_source stop;
    std::int64_t last = 0;
    const auto stopped = exportTo(
        path(),
        [&](std::int64_t count) {
            last = count;
            stop.request_stop();
        },
        stop.get_token());
    COMPARE_ERROR(stopped, ErrorCode::Cancelled, "stopped");
    QCOMPARE(last, std::int64_t{50});
    QCOMPARE(textOf(path()), std::string("mine"));
    QCOMPARE(names(), std::set<std::string>{kName});
}

// Nor does it read on.
void TraceExportTest::aFullDiskLeavesWhatWasThere() {
    write(kName, "mine");
    std::int64_t last = 0;
    const auto failed = [&] {
        const SmallDisk disk(16U << 10U);
        return exportTo(path(), [&](std::int64_t count) { last = count; });
    }();
    COMPARE_ERROR(failed, ErrorCode::Unavailable, path().string());
    QCOMPARE(last, std::int64_t{0});
    QCOMPARE(textOf(path()), std::string("mine"));
    QCOMPARE(names(), std::set<std::string>{kName});
}

void TraceExportTest::aWorkspaceIsNotOverwritten() {
    const auto refused = exportTo(path(), [&](std::int64_t count) {
        if (count == 50)
            static_cast<void>(
                session::Session::open(path().string(), store::OpenMode::Create, m_desk.wiring->parts()).ok());
    });
    COMPARE_ERROR(refused, ErrorCode::AlreadyExists, "never overwritten");
    QCOMPARE(names(), std::set<std::string>{kName});
}

QTEST_GUILESS_MAIN(TraceExportTest)
#include "tst_trace_export.moc"
