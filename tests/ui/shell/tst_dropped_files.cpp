// SPDX-License-Identifier: GPL-3.0-or-later
//
// What files are when they are dropped on the window.

#include "dropped_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace touchstone::ui;

class DroppedFilesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        for (const char* file : {"a.touchstone", "cases.CSV", "cases.jsonl", "flow.json", "flow.yaml", "picture.png",
                                 "flow/workflow.json", "docs/deep/help.md", "photos/x.png", "none"})
            write(QString::fromLatin1(file));
        QDir(m_folder.path()).mkdir(QStringLiteral("empty"));
    }

    void kindsByNameAndContent_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("kind");
        const auto row = [](const char* file, FileKind kind) {
            QTest::newRow(file) << QString::fromLatin1(file) << static_cast<int>(kind);
        };
        row("a.touchstone", FileKind::Workspace);
        row("cases.CSV", FileKind::Dataset);
        row("cases.jsonl", FileKind::Dataset);
        row("flow.json", FileKind::Workflow);
        row("flow.yaml", FileKind::Workflow);
        row("flow", FileKind::Workflow);
        row("docs", FileKind::Corpus);
        row("photos", FileKind::Unknown);
        row("empty", FileKind::Unknown);
        row("picture.png", FileKind::Unknown);
        row("none", FileKind::Unknown);
        row("missing.md", FileKind::Unknown);
    }
    void kindsByNameAndContent() {
        QFETCH(QString, file);
        QFETCH(int, kind);
        const auto looked = lookAtFiles({m_folder.filePath(file)});
        QCOMPARE(static_cast<int>(looked.at(0).kind), kind);
    }

    void aThousandFilesAreTwenty() {
        QStringList files;
        for (int i = 0; i < 1000; ++i)
            files.append(QStringLiteral("/missing/%1.csv").arg(i));
        QCOMPARE(lookAtFiles(files).size(), std::size_t(20));
    }

private:
    void write(const QString& name) {
        const QString path = m_folder.filePath(name);
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DroppedFilesTest)
#include "tst_dropped_files.moc"
