// SPDX-License-Identifier: Apache-2.0
//
// The first start of the programs: two at once, one that was killed before, one without a display.

#include <QTest>

#include "support/printing.h"
#include "wiring/sample_workspace.h"
#include "wiring/wiring.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <filesystem>
#include <thread>

using namespace touchstone;
namespace fs = std::filesystem;

class FirstStartTest : public QObject {
    Q_OBJECT

private slots:
    void twoAtOnceMakeOneSample() {
        const QTemporaryDir folder;
        const auto wiring = wiring::Wiring::make();
        VERIFY_OK(wiring);
        const fs::path file = fs::path(folder.path().toStdString()) / "data/samples.touchstone";
        std::vector<Result<session::SampleSummary>> made(3, Error{ErrorCode::Internal, "not run"});
        {
            std::vector<std::jthread> starts;
            for (auto& result : made)
                starts.emplace_back([&result, &file, &wiring] {
                    result = wiring::makeSampleWorkspace(file, wiring.value()->parts(), {});
                });
        }
        int winners = 0;
        for (const auto& result : made) {
            winners += result.ok() ? 1 : 0;
            QVERIFY2(result.ok() || result.error().code == ErrorCode::AlreadyExists,
                     result.ok() ? "" : result.error().message.c_str());
        }
        QCOMPARE(winners, 1);
        verifySample(file);
    }

    void twoWindowsAtOnceBothOpen() {
        const QTemporaryDir folder;
        QProcess one;
        QProcess two;
        for (QProcess* window : {&one, &two}) {
            window->setProcessEnvironment(environment(folder, "offscreen"));
            window->start(QStringLiteral(TOUCHSTONE),
                          {QStringLiteral("--screenshot"),
                           folder.filePath(window == &one ? QStringLiteral("one.png") : QStringLiteral("two.png"))});
        }
        for (QProcess* window : {&one, &two}) {
            QVERIFY(window->waitForFinished(60'000));
            const QByteArray said = window->readAllStandardError();
            QVERIFY2(window->exitCode() == 0, said.constData());
        }
        verifySample(fs::path(folder.path().toStdString()) / "touchstone/samples.touchstone");
    }

    void nobodyElseReadsWhatSomebodyWorksOn() {
        const QTemporaryDir folder;
        const QString state = folder.filePath(QStringLiteral("state/touchstone/state.ini"));
        const QString settings = folder.filePath(QStringLiteral("config/touchstone.ini"));
        QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("config"))));
        QFile older(settings);  // of a version that did not care
        QVERIFY(older.open(QIODevice::WriteOnly));
        older.write("[look]\nzoom=1.5\n");
        older.close();
        QVERIFY(older.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        QProcessEnvironment settled = environment(folder, "offscreen");
        settled.insert(QStringLiteral("XDG_STATE_HOME"), folder.filePath(QStringLiteral("state")));
        QProcess window;
        window.setProcessEnvironment(settled);
        window.start(QStringLiteral(TOUCHSTONE), {QStringLiteral("--time-to-window")});
        QVERIFY(window.waitForFinished(60'000));
        constexpr auto kOthers =
            QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
        for (const QString& file : {state, settings}) {
            QVERIFY2(QFile::exists(file), qPrintable(file));
            QVERIFY2(!(QFile::permissions(file) & kOthers), qPrintable(file));
        }
        QVERIFY(QFileInfo(state).size() > 0);  // written by the program, and private still
    }

    void leftoversOfAKilledStartGo() {
        const QTemporaryDir folder;
        const fs::path place = folder.path().toStdString();
        fs::create_directories(place / "samples.touchstone.new-dead00");
        QFile half(folder.filePath(QStringLiteral("samples.touchstone.new-dead00/workspace.touchstone")));
        QVERIFY(half.open(QIODevice::WriteOnly));
        half.write("half made");
        half.close();
        const auto wiring = wiring::Wiring::make();
        VERIFY_OK(wiring);
        VERIFY_OK(wiring::makeSampleWorkspace(place / "samples.touchstone", wiring.value()->parts(), {}));
        verifySample(place / "samples.touchstone");
    }

    void aKilledStartLeavesNothingInPlace() {
        const QTemporaryDir folder;
        const fs::path file = fs::path(folder.path().toStdString()) / "touchstone/samples.touchstone";
        QProcess killed;
        killed.setProcessEnvironment(environment(folder, "offscreen"));
        killed.start(QStringLiteral(TOUCHSTONE), QStringList());
        const auto begun = [&] { return !QDir(QString::fromStdString(file.parent_path())).isEmpty(); };
        QTRY_VERIFY_WITH_TIMEOUT(begun(), 30'000);
        killed.kill();
        QVERIFY(killed.waitForFinished());
        QProcess next;
        next.setProcessEnvironment(environment(folder, "offscreen"));
        next.start(QStringLiteral(TOUCHSTONE), {QStringLiteral("--time-to-window")});
        QVERIFY(next.waitForFinished(60'000));
        if (fs::exists(file))
            verifySample(file);
        const auto wiring = wiring::Wiring::make();
        VERIFY_OK(wiring);
        const auto made = wiring::makeSampleWorkspace(file, wiring.value()->parts(), {});
        QVERIFY(made.ok() || made.error().code == ErrorCode::AlreadyExists);
        verifySample(file);
    }

    void helpNeedsNoDisplay_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("help") << QStringList{QStringLiteral("--help")} << QByteArray("touchstonectl");
        QTest::newRow("short help") << QStringList{QStringLiteral("-h")} << QByteArray("Exit codes");
        QTest::newRow("version") << QStringList{QStringLiteral("--version")} << QByteArray("touchstone ");
        QTest::newRow("help with a mistake")
            << QStringList{QStringLiteral("--nonsense"), QStringLiteral("--help")} << QByteArray("Usage");
    }
    void helpNeedsNoDisplay() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, says);
        const QTemporaryDir folder;
        QProcess program;
        program.setProcessEnvironment(environment(folder, "xcb"));
        program.start(QStringLiteral(TOUCHSTONE), arguments);
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 0);
        const QByteArray said = program.readAllStandardOutput();
        QVERIFY2(said.contains(says), said.constData());
    }

    void withoutADisplayItSaysWhatToDo() {
        const QTemporaryDir folder;
        QProcess program;
        program.setProcessEnvironment(environment(folder, "xcb"));
        program.start(QStringLiteral(TOUCHSTONE), QStringList());
        QVERIFY(program.waitForFinished());
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QCOMPARE(program.exitCode(), 3);
        const QByteArray said = program.readAllStandardError();
        QVERIFY2(said.contains("touchstonectl"), said.constData());
        QVERIFY2(said.count('\n') <= 3, said.constData());
    }

private:
    static QProcessEnvironment environment(const QTemporaryDir& folder, const char* platform) {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_DATA_HOME"), folder.path());
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.filePath(QStringLiteral("config")));
        environment.insert(QStringLiteral("XDG_STATE_HOME"), folder.filePath(QStringLiteral("state")));
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QString::fromLatin1(platform));
        environment.remove(QStringLiteral("DISPLAY"));
        environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        environment.remove(QStringLiteral("QT_LOGGING_RULES"));
        return environment;
    }

    // Whole, and alone in its folder.
    static void verifySample(const fs::path& file) {
        const auto wiring = wiring::Wiring::make();
        VERIFY_OK(wiring);
        const auto session = session::Session::open(file.string(), store::OpenMode::ReadWrite, wiring.value()->parts());
        VERIFY_OK(session);
        const auto info = session::await<store::WorkspaceInfo>([&](auto done) { session.value()->info(done); });
        VERIFY_OK(info);
        QVERIFY(info->versions > 0 && info->datasets > 0);
        for (const auto& entry : fs::directory_iterator(file.parent_path()))
            QVERIFY2(entry.path().filename().string().find(".new") == std::string::npos, entry.path().c_str());
    }
};

QTEST_GUILESS_MAIN(FirstStartTest)
#include "tst_first_start.moc"
