// SPDX-License-Identifier: Apache-2.0

#include "schema.h"

#include "fixtures.h"

#include <QFile>

using namespace touchstone;
using store::Access;
using store::Connection;

namespace {

// The next format, as a later program would bring it.
std::vector<const char*> oneMoreStep(const char* second) {
    std::vector<const char*> steps(store::migrations().begin(), store::migrations().end());
    steps.push_back(second);
    return steps;
}

std::string backupOf(const fixtures::Desk& desk) {
    return desk.path() + ".format-" + std::to_string(store::currentFormat()) + ".backup";
}

void fillWorkspace(fixtures::Desk& desk) {
    const auto workspace = desk.create();
    REQUIRE_OK(workspace->versions().put(fixtures::version(fixtures::document("triage")), "main", {}).wait());
}

}  // namespace

class MigrationsTest : public QObject {
    Q_OBJECT

private slots:
    void bringsAnOlderFileUpToDate() {
        fixtures::Desk desk;
        fillWorkspace(desk);
        const auto steps = oneMoreStep("ALTER TABLE draft ADD COLUMN note TEXT");
        {
            Connection connection(desk.path(), Access::ReadWrite);
            store::migrate(connection, desk.path(), steps);
            QCOMPARE(connection.number("PRAGMA user_version"), std::int64_t{store::currentFormat() + 1});
            QCOMPARE(connection.number("SELECT count(*) FROM version"), std::int64_t{1});
            QVERIFY(store::schemaOf(connection) == store::expectedSchema(steps));
            store::migrate(connection, desk.path(), steps);
        }
        const auto backup = store::Workspace::open(backupOf(desk), store::OpenMode::ReadWrite, desk.clock);
        REQUIRE_OK(backup);
        REQUIRE_OK(backup.value()->versions().find("triage", "main"));
        const auto newer = store::Workspace::open(desk.path(), store::OpenMode::ReadWrite, desk.clock);
        QVERIFY(!newer.ok());
        QVERIFY(newer.error().code == ErrorCode::Unsupported);
    }

    void aFailedStepChangesNothing() {
        fixtures::Desk desk;
        fillWorkspace(desk);
        {
            Connection connection(desk.path(), Access::ReadWrite);
            const auto steps = oneMoreStep("ALTER TABLE draft ADD COLUMN note TEXT; DELETE FROM pointer; nonsense;");
            QVERIFY_THROWS_EXCEPTION(store::Failure, store::migrate(connection, desk.path(), steps));
        }
        const auto workspace = desk.reopen();
        REQUIRE_OK(workspace->versions().find("triage", "main"));
        QVERIFY(QFile::exists(QString::fromStdString(backupOf(desk))));
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
