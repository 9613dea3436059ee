// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/commit_panel.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"

#include <QLineEdit>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class CommitPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAuthorIsGivenUntilOneIsTyped() {
        WorkspaceFixture fixture;
        auto session = fixture.open(store::OpenMode::Create);
        VERIFY_OK(session);
        const Theme theme;
        DraftModel draft(*session.value());
        CommitPanel panel(theme, draft);
        auto* author = panel.findChild<QLineEdit*>(QStringLiteral("commitAuthor"));
        panel.setAuthor(QStringLiteral("Ada"));
        QCOMPARE(author->text(), QStringLiteral("Ada"));
        panel.setAuthor({});
        QCOMPARE(author->text(), QStringLiteral("Ada"));
        QTest::keyClicks(author, QStringLiteral(" Lovelace"));
        panel.setAuthor(QStringLiteral("Eve"));
        QCOMPARE(author->text(), QStringLiteral("Ada Lovelace"));
    }
};

GUI_TEST_MAIN(CommitPanelTest)
#include "tst_commit_panel.moc"
