// SPDX-License-Identifier: Apache-2.0

#include "schema.h"

#include "fixtures.h"

#include <QFile>

using namespace touchstone;
using store::Access;
using store::Connection;

namespace {

// A format 2, as a later program would bring it.
std::vector<const char*> twoSteps(const char* second) {
    std::vector<const char*> steps(store::migrations().begin(), store::migrations().end());
    steps.push_back(second);
    return steps;
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
        const auto steps = twoSteps("ALTER TABLE draft ADD COLUMN note TEXT");
        {
            Connection connection(desk.path(), Access::ReadWrite);
            store::migrate(connection, desk.path(), steps);
            QCOMPARE(connection.number("PRAGMA user_version"), std::int64_t{2});
            QCOMPARE(connection.number("SELECT count(*) FROM version"), std::int64_t{1});
            QVERIFY(store::schemaOf(connection) == store::expectedSchema(steps));
            store::migrate(connection, desk.path(), steps);
        }
        const std::string copy = desk.path() + ".format-1.backup";
        const auto backup = store::Workspace::open(copy, store::OpenMode::ReadWrite, desk.clock);
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
            const auto steps = twoSteps("ALTER TABLE draft ADD COLUMN note TEXT; DELETE FROM pointer; nonsense;");
            QVERIFY_THROWS_EXCEPTION(store::Failure, store::migrate(connection, desk.path(), steps));
        }
        const auto workspace = desk.reopen();
        REQUIRE_OK(workspace->versions().find("triage", "main"));
        QVERIFY(QFile::exists(QString::fromStdString(desk.path() + ".format-1.backup")));
    }
};

QTEST_GUILESS_MAIN(MigrationsTest)
#include "tst_migrations.moc"
