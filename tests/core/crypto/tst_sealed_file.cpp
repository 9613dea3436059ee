// SPDX-License-Identifier: Apache-2.0

#include "crypto/sealed_file.h"

#include "support/printing.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

using namespace touchstone;
using namespace touchstone::crypto;

namespace {

// As little work as Argon2id accepts, for tests that open hundreds of files.
constexpr SealStrength kWeak{1, 8};
const std::string kName = "OPENAI_API_KEY";
const std::string kKey = "sk-0123456789abcdef";

Secret passphrase() {
    return Secret("correct horse");
}

}  // namespace

class SealedFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void keepsSecrets() {
        VERIFY_OK(makeWithKey());
        const auto file = SealedFile::open(path(), passphrase());
        VERIFY_OK(file);
        QCOMPARE(file->secrets().size(), std::size_t{1});
        QVERIFY(file->find(kName));
        QCOMPARE(std::string(file->find(kName)->view()), kKey);
        QVERIFY(!file->find("other"));
    }

    void opensWithTheUsualStrength() {
        VERIFY_OK(SealedFile::make(path(), passphrase()));
        VERIFY_OK(SealedFile::open(path(), passphrase()));
        QCOMPARE(codeOf(SealedFile::open(path(), Secret("correct horsf"))), word(ErrorCode::PermissionDenied));
    }

    void nothingIsReadableInTheFile() {
        VERIFY_OK(makeWithKey());
        const QByteArray bytes = content();
        QVERIFY(!bytes.contains(kKey.c_str()));
        QVERIFY(!bytes.contains(kName.c_str()));
        QVERIFY(!bytes.contains("horse"));
    }

    void onlyTheOwnerMayRead() {
        VERIFY_OK(makeWithKey());
        struct stat about {};
        QCOMPARE(::stat(path().c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777U, 0600U);
        QCOMPARE(::stat(path().parent_path().c_str(), &about), 0);
        QCOMPARE(about.st_mode & 0777U, 0700U);
    }

    void wrongPassphrase() {
        VERIFY_OK(makeWithKey());
        const auto file = SealedFile::open(path(), Secret("wrong horse"));
        QCOMPARE(codeOf(file), word(ErrorCode::PermissionDenied));
        QVERIFY(file.error().message.find("passphrase is wrong") != std::string::npos);
        QVERIFY(file.error().message.find("horse") == std::string::npos);
    }

    void missingFile() { QCOMPARE(codeOf(SealedFile::open(path(), passphrase())), word(ErrorCode::NotFound)); }

    void isNotMadeTwice() {
        VERIFY_OK(makeWithKey());
        QCOMPARE(codeOf(SealedFile::make(path(), Secret("another one"), kWeak)), word(ErrorCode::AlreadyExists));
        VERIFY_OK(SealedFile::open(path(), passphrase()));
    }

    void shortPassphrase() {
        QCOMPARE(codeOf(SealedFile::make(path(), Secret("seven77"), kWeak)), word(ErrorCode::InvalidArgument));
        QVERIFY(!SealedFile::exists(path()));
    }

    void everyTruncationIsSeen() {
        VERIFY_OK(makeWithKey());
        const QByteArray whole = content();
        for (qsizetype size = 0; size < whole.size(); ++size) {
            write(whole.left(size));
            QCOMPARE(codeOf(SealedFile::open(path(), passphrase())), word(ErrorCode::Corrupt));
        }
    }

    void everyFlippedByteIsSeen_data() {
        QTest::addColumn<int>("bits");
        QTest::newRow("one bit") << 0x01;
        QTest::newRow("high bit") << 0x80;
        QTest::newRow("all bits") << 0xFF;
    }
    void everyFlippedByteIsSeen() {
        QFETCH(int, bits);
        VERIFY_OK(makeWithKey());
        const QByteArray whole = content();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray damaged = whole;
            damaged[i] = static_cast<char>(damaged[i] ^ bits);
            write(damaged);
            const auto file = SealedFile::open(path(), passphrase());
            const bool isVersion = i >= 8 && i < 12;
            QCOMPARE(codeOf(file), word(isVersion ? ErrorCode::Unsupported : ErrorCode::Corrupt));
            QVERIFY(file.error().message.find(path().string()) != std::string::npos);
        }
    }

    void bytesAppended() {
        VERIFY_OK(makeWithKey());
        write(content() + "x");
        QCOMPARE(codeOf(SealedFile::open(path(), passphrase())), word(ErrorCode::Corrupt));
    }

    void notASealedFile_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("OPENAI_API_KEY=sk-1\n");
        QTest::newRow("magic only") << QByteArray("TSSEALED");
        QTest::newRow("zeros") << QByteArray(4096, '\0');
        QTest::newRow("too large") << QByteArray(static_cast<qsizetype>(kLargestSealedFile) + 1, 'T');
    }
    void notASealedFile() {
        QFETCH(QByteArray, content);
        write(content);
        QCOMPARE(codeOf(SealedFile::open(path(), passphrase())), word(ErrorCode::Corrupt));
    }

    void aFolderOrAPipeIsNotOpened() {
        QVERIFY(QDir().mkpath(QString::fromStdString(path().string())));
        QVERIFY(!SealedFile::open(path(), passphrase()).ok());
        QVERIFY(QDir().rmdir(QString::fromStdString(path().string())));
        QCOMPARE(::mkfifo(path().c_str(), 0600), 0);
        QCOMPARE(codeOf(SealedFile::open(path(), passphrase())), word(ErrorCode::Corrupt));
    }

    void anotherProgramsKeysAreKept() {
        VERIFY_OK(makeWithKey());
        auto mine = SealedFile::open(path(), passphrase());
        auto theirs = SealedFile::open(path(), passphrase());
        VERIFY_OK(mine);
        VERIFY_OK(theirs);
        VERIFY_OK(theirs->put("GROQ_API_KEY", Secret("gsk-1")));
        VERIFY_OK(mine->put("MISTRAL_API_KEY", Secret("m-1")));
        QCOMPARE(mine->secrets().size(), std::size_t{3});
        VERIFY_OK(theirs->remove("GROQ_API_KEY"));
        VERIFY_OK(theirs->remove("never there"));
        const auto file = SealedFile::open(path(), passphrase());
        VERIFY_OK(file);
        QCOMPARE(file->secrets().size(), std::size_t{2});
        QVERIFY(file->find("MISTRAL_API_KEY") && file->find(kName));
    }

    void sealedAnewMeanwhile() {
        VERIFY_OK(makeWithKey());
        auto mine = SealedFile::open(path(), passphrase());
        VERIFY_OK(mine);
        QVERIFY(QFile::remove(QString::fromStdString(path().string())));
        VERIFY_OK(SealedFile::make(path(), Secret("another one"), kWeak));
        QCOMPARE(codeOf(mine->put("A", Secret("b"))), word(ErrorCode::Conflict));
        QVERIFY(mine->find(kName));
        VERIFY_OK(SealedFile::open(path(), Secret("another one")));
    }

    void limits() {
        VERIFY_OK(makeWithKey());
        auto file = SealedFile::open(path(), passphrase());
        VERIFY_OK(file);
        QCOMPARE(codeOf(file->put("", Secret("x"))), word(ErrorCode::InvalidArgument));
        QCOMPARE(codeOf(file->put("A", Secret(""))), word(ErrorCode::InvalidArgument));
        QCOMPARE(codeOf(file->put(std::string(kLongestSecretName + 1, 'A'), Secret("x"))),
                 word(ErrorCode::InvalidArgument));
        QCOMPARE(codeOf(file->put("A", Secret(std::string(kLongestSecret + 1, 'x')))),
                 word(ErrorCode::InvalidArgument));
        const std::string strange("\0\n\xff", 3);
        VERIFY_OK(file->put(strange, Secret(std::string(kLongestSecret, '\0'))));
        const auto again = SealedFile::open(path(), passphrase());
        VERIFY_OK(again);
        QVERIFY(again->find(strange));
        QCOMPARE(again->find(strange)->size(), kLongestSecret);
    }

    void aFailedWriteLeavesTheFile() {
        if (::geteuid() == 0)
            QSKIP("the superuser may write everywhere");
        VERIFY_OK(makeWithKey());
        auto file = SealedFile::open(path(), passphrase());
        VERIFY_OK(file);
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::ExeOwner));
        QCOMPARE(codeOf(file->put("A", Secret("b"))), word(ErrorCode::PermissionDenied));
        QVERIFY(QFile::setPermissions(folder(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        VERIFY_OK(SealedFile::open(path(), passphrase()));
    }

    void leavesNothingBesideIt() {
        VERIFY_OK(makeWithKey());
        const QStringList names = QDir(folder()).entryList(QDir::Files);
        QCOMPARE(names, (QStringList{QStringLiteral("keys.sealed"), QStringLiteral("keys.sealed.lock")}));
    }

    void wipesStrings() {
        std::string shortText = "secret";
        const char* inside = shortText.data();
        wipe(shortText);
        QVERIFY(shortText.empty());
        QVERIFY(std::string_view(inside, 6).find('s') == std::string_view::npos);
    }

private:
    QString folder() const { return m_folder->filePath(QStringLiteral("touchstone")); }
    std::filesystem::path path() const { return (folder() + QStringLiteral("/keys.sealed")).toStdString(); }

    Result<void> makeWithKey() const {
        TOUCHSTONE_TRY(SealedFile file, SealedFile::make(path(), passphrase(), kWeak));
        return file.put(kName, Secret(kKey));
    }

    QByteArray content() const {
        QFile file(QString::fromStdString(path().string()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void write(const QByteArray& bytes) const {
        QDir().mkpath(folder());
        QFile file(QString::fromStdString(path().string()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    template <class T>
    static std::string codeOf(const Result<T>& result) {
        return result.ok() ? "ok" : word(result.error().code);
    }
    static std::string word(ErrorCode code) { return std::string(touchstone::toString(code)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SealedFileTest)
#include "tst_sealed_file.moc"
