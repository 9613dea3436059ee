// SPDX-License-Identifier: GPL-3.0-or-later
//
// Kills the program in the midst of a scripted editing session, again and again over one workspace, and looks what is
// there: at most the last two seconds of typing may be gone, nothing else. `TOUCHSTONE_KILLS=200` for the long run.

#include <QTest>

#include "base/random.h"
#include "session/session.h"
#include "support/printing.h"
#include "ui/workspace_fixture.h"

#include <QProcess>

#include <chrono>
#include <map>
#include <set>

using namespace touchstone;
using namespace std::chrono_literals;

namespace {

using Nanoseconds = std::chrono::nanoseconds;

constexpr Nanoseconds kMayBeLost = 2s;

Nanoseconds now() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

// What the typist had told when it was killed.
struct Told {
    std::map<char, int> typed;        // the last number of each letter
    std::map<char, int> mustBeThere;  // of them, those told two seconds before the end
    std::set<std::string> commits;

    void read(const QByteArray& output, Nanoseconds end) {
        for (const QByteArray& line : output.split('\n')) {
            const QList<QByteArray> words = line.split(' ');
            if (words.size() != 2)
                continue;  // cut off by the end
            const Nanoseconds at(words[1].toLongLong());
            if (words[0].startsWith("commit-")) {
                commits.insert(words[0].mid(7).toStdString());
            } else if (const int number = words[0].mid(1).toInt(); number > 0) {
                const char letter = words[0].front();
                typed[letter] = std::max(typed[letter], number);
                if (at < end - kMayBeLost)
                    mustBeThere[letter] = std::max(mustBeThere[letter], number);
            }
        }
    }
};

// The number up to which `text` counts without a gap; −1 when it does not count. A last word may be half typed.
int countOf(const QString& text, char letter) {
    const QStringList words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    int number = 0;
    for (const QString& word : words)
        if (word == QLatin1Char(letter) + QString::number(number + 1))
            ++number;
        else if (!(&word == &words.back() && (QLatin1Char(letter) + QString::number(number + 1)).startsWith(word)))
            return -1;
    return number;
}

QString textAt(const Json& document, const char* pointer) {
    const Json* text = resolvePointer(document, pointer);
    return text && text->is_string() ? QString::fromStdString(text->get<std::string>()) : QString();
}

}  // namespace

class KilledWhileTypingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        auto session = m_fixture.open(store::OpenMode::Create);
        VERIFY_OK(session);
        Json document = test::WorkspaceFixture::document(test::WorkspaceFixture::fewExamples());
        document["instructions"]["text"] = "i1 ";
        document["prompt"]["messages"].back()["content"] = "p1 ";
        VERIFY_OK(test::WorkspaceFixture::commit(*session.value(), document, "nothing but the first words"));
    }

    // The last typist is killed only when it has committed and typed for more than two seconds, so that there is
    // something of both that could be lost.
    void nothingButTheLastTwoSecondsIsLost() {
        const int kills =
            qEnvironmentVariableIsSet("TOUCHSTONE_KILLS") ? qEnvironmentVariableIntValue("TOUCHSTONE_KILLS") : 2;
        const auto random = makeSeededRandom(20261123);
        for (int kill = 0; kill < kills; ++kill) {
            const auto moment = 300ms + std::chrono::milliseconds(random->below(kills > 10 ? 4500 : 1200));
            typeUntil(moment, kill == kills - 1);
            if (!QTest::currentTestFailed())
                lookWhatIsThere(kill);
            if (QTest::currentTestFailed())
                return;
        }
        qInfo("%d kills: %d of %d words were there, %d drafts had grown, %zu commits", kills,
              m_there['p'] + m_there['i'], m_told.typed['p'] + m_told.typed['i'], m_grown, m_told.commits.size());
        QVERIFY2(m_grown > 0, "no draft was ever saved");
        QVERIFY2(!m_told.commits.empty(), "nothing was ever committed");
        QVERIFY2(m_told.mustBeThere['p'] > 1 || m_told.mustBeThere['i'] > 1, "nothing could be lost");
    }

private:
    void typeUntil(std::chrono::milliseconds moment, bool untilAllWasDone) {
        QProcess typist;
        typist.start(QStringLiteral(TYPING), {QString::fromStdString(m_fixture.path())});
        QVERIFY(typist.waitForStarted());
        QByteArray output;
        while (!output.contains("ready")) {
            QVERIFY2(typist.waitForReadyRead(30000), typist.readAllStandardError().constData());
            output += typist.readAllStandardOutput();
        }
        Nanoseconds end = now() + moment;
        bool committed = false;
        while (now() < end || (untilAllWasDone && !committed)) {
            if (typist.waitForReadyRead(static_cast<int>(std::max(end - now(), Nanoseconds(50ms)) / 1ms)))
                output += typist.readAllStandardOutput();
            QVERIFY2(typist.state() == QProcess::Running, "the typist ended by itself");
            if (untilAllWasDone && !committed && output.contains("commit-")) {
                committed = true;
                end = std::max(end, now() + kMayBeLost + 300ms);
            }
        }
        const Nanoseconds killed = now();
        typist.kill();
        QVERIFY(typist.waitForFinished());
        output += typist.readAllStandardOutput();
        m_told.read(output, killed);
    }

    void lookWhatIsThere(int kill) {
        const auto session = m_fixture.open();
        VERIFY_OK(session);
        const auto opened = session::await<session::OpenedDraft>(
            [&](auto done) { session.value()->authoring().openDraft("sorter", "main", std::move(done)); });
        VERIFY_OK(opened);
        const Json document = *session::readText(opened->text).document;
        const std::map<char, QString> texts{{'p', textAt(document, "/prompt/messages/0/content")},
                                            {'i', textAt(document, "/instructions/text")}};
        bool grown = false;
        for (const auto& [letter, text] : texts) {
            const int there = countOf(text, letter);
            const QByteArray where = QStringLiteral("kill %1, %2: there %3, must be %4, typed %5; %6")
                                         .arg(kill)
                                         .arg(QLatin1Char(letter))
                                         .arg(there)
                                         .arg(m_told.mustBeThere[letter])
                                         .arg(m_told.typed[letter])
                                         .arg(text.right(60))
                                         .toUtf8();
            QVERIFY2(there >= m_told.mustBeThere[letter], where.constData());
            m_told.mustBeThere[letter] = std::max(m_told.mustBeThere[letter], there);  // what was there stays
            grown = grown || there > std::max(m_there[letter], 1);  // the workspace begins with one word
            m_there[letter] = there;
        }
        m_grown += grown ? 1 : 0;
        const auto history = session::await<session::History>(
            [&](auto done) { session.value()->authoring().history("sorter", std::move(done)); });
        VERIFY_OK(history);
        std::set<std::string> versions;
        for (const store::VersionInfo& version : history->versions)
            versions.insert("v" + std::to_string(version.number));
        for (const std::string& commit : m_told.commits)
            QVERIFY2(versions.contains(commit), commit.c_str());
    }

    test::WorkspaceFixture m_fixture;
    Told m_told;
    std::map<char, int> m_there;  // the last number of each letter that was there
    int m_grown = 0;              // kills after which there was more than before
};

QTEST_GUILESS_MAIN(KilledWhileTypingTest)
#include "tst_killed_while_typing.moc"
