// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pane under the editor: what is typed is seen as it would be sent, with its tokens and cost.

#include "lower_pane.h"

#include "problems_list.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uibase/token_bar.h"
#include "uirunview/messages_view.h"
#include "uirunview/sources_view.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

class LowerPaneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto session = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(session);
        m_session = std::move(session).value();
        VERIFY_OK(m_fixture->fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_previews = std::make_unique<PreviewController>(*m_session, *m_draft);
        m_previews->setInput(Json{{"text", "hello"}}, {});
        m_pane = std::make_unique<LowerPane>(m_theme, *m_previews, new ProblemsList(m_theme));
        m_pane->resize(760, 320);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        m_draft->open(QStringLiteral("sorter"), QStringLiteral("main"));
        QTRY_VERIFY(m_previews->latest());
    }
    void cleanup() {
        m_pane.reset();
        m_previews.reset();
        m_draft.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void typingIsSeenInTokensAndCost() {
        const std::int64_t before = bar()->used();
        QVERIFY(before > 0);
        m_draft->setInstructions(m_draft->instructions() + QString(400, QLatin1Char('x')));
        QTRY_COMPARE(bar()->used(), before + 100);
        const QString status = m_pane->status();
        QVERIFY2(status.startsWith(QStringLiteral("≈\u00A0")) && status.endsWith(QStringLiteral(" / run")),
                 qPrintable(status));
        QVERIFY(child<QLabel>("previewCost")->text().startsWith(QStringLiteral("≈\u00A0$")));
        QVERIFY(child<QLabel>("previewCost")->toolTip().contains(QStringLiteral("per million tokens")));
        QVERIFY(bar()->accessibleDescription().contains(QStringLiteral("estimated")));
        QVERIFY(child<QLabel>("previewTier")->text().contains(QStringLiteral("builtin/")));
    }

    void tabsByKeyboardAndMouse() {
        tabs()->setFocus();
        QTest::keyClick(tabs(), Qt::Key_Right);
        QCOMPARE(tabs()->currentIndex(), int(LowerPane::Rendered));
        QVERIFY(messages()->isVisible());
        QTest::keyClick(tabs(), Qt::Key_Right);
        QVERIFY(child<QScrollArea>("tokensPanel")->isVisible());
        QVERIFY(!child<QLabel>("tokens.all")->text().isEmpty());
        QTest::mouseClick(tabs(), Qt::LeftButton, Qt::NoModifier, tabs()->tabRect(LowerPane::Sources).center());
        QVERIFY(m_pane->findChild<SourcesView*>()->isVisible());
        QTest::mouseClick(tabs(), Qt::LeftButton, Qt::NoModifier, tabs()->tabRect(LowerPane::Problems).center());
        QVERIFY(m_pane->findChild<ProblemsList*>()->isVisible());
    }

    void theRenderedPromptLeadsToItsTemplate() {
        m_pane->setCurrentTab(LowerPane::Rendered);
        QSignalSpy asked(m_pane.get(), &LowerPane::placeRequested);
        QWidget* text = child<QWidget>("messages");
        text->setFocus();
        QTest::keyClick(text, Qt::Key_Right);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        const auto finding = asked[0][0].value<Finding>();
        QCOMPARE(finding.pointer, std::string("/instructions/text"));
        QVERIFY(finding.position.has_value());
    }

    void halfAWordIsMutedAndExplained() {
        auto* problem = child<QLabel>("previewProblem");
        QVERIFY(!problem->isVisible());
        const std::int64_t before = bar()->used();
        m_draft->setPromptText(QStringLiteral("{{ text"));
        QTRY_VERIFY(problem->isVisible());
        QVERIFY2(problem->text().startsWith(QStringLiteral("The draft cannot run: ")), qPrintable(problem->text()));
        QCOMPARE(bar()->used(), before);
        QVERIFY(!child<QLabel>("previewCost")->isEnabled());
        m_draft->setPromptText(QStringLiteral("{{ text }}"));
        QTRY_VERIFY(!problem->isVisible());
        QVERIFY(child<QLabel>("previewCost")->isEnabled());
    }

    void problemsAreCounted() {
        auto* count = m_pane->findChild<Pill*>();
        QVERIFY(!count->isVisible());
        m_pane->countProblems({{Severity::Warning, "x", "/prompt", {}, "one"}, {Severity::Info, "x", "", {}, "two"}});
        QVERIFY(count->isVisible());
        QCOMPARE(count->text(), QStringLiteral("2"));
        QVERIFY(count->tone() == PillTone::Warning);
        for (int again = 0; again < 2; ++again) {
            m_pane->countProblems({{Severity::Error, "x", "/prompt", {}, "one"}});
            QVERIFY(count->isVisible());
        }
        QVERIFY(count->tone() == PillTone::Worse);
        m_pane->countProblems({});
        QVERIFY(!count->isVisible());
    }

    void collapsesAndComesBack() {
        auto* collapse = child<QToolButton>("collapseLower");
        m_pane->setCurrentTab(LowerPane::Rendered);
        const int open = m_pane->height();
        QTest::mouseClick(collapse, Qt::LeftButton);
        QVERIFY(m_pane->isCollapsed());
        QVERIFY(!messages()->isVisible());
        QVERIFY(bar()->isVisible());
        QTRY_VERIFY(m_pane->height() < open);
        const QVariantMap layout = m_pane->saveLayout();
        collapse->setFocus();
        QTest::keyClick(collapse, Qt::Key_Space);
        QVERIFY(!m_pane->isCollapsed());
        m_pane->setCurrentTab(LowerPane::Tokens);
        m_pane->restoreLayout(layout);
        QVERIFY(m_pane->isCollapsed());
        QCOMPARE(tabs()->currentIndex(), int(LowerPane::Rendered));
        QTest::mouseClick(tabs(), Qt::LeftButton, Qt::NoModifier, tabs()->tabRect(LowerPane::Sources).center());
        QVERIFY(!m_pane->isCollapsed());
        m_pane->restoreLayout({{QStringLiteral("lowerTab"), 99}});
        QCOMPARE(tabs()->currentIndex(), int(LowerPane::Sources));
    }

    void everyControlHasAName() {
        for (const QWidget* widget : m_pane->findChildren<QWidget*>())
            if (widget->focusPolicy() != Qt::NoFocus && widget->isVisible())
                QVERIFY2(!widget->accessibleName().isEmpty() || !widget->parentWidget()->accessibleName().isEmpty(),
                         widget->metaObject()->className());
    }

private:
    template <class Widget>
    [[nodiscard]] Widget* child(const char* name) const {
        auto* found = m_pane->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no child %s", name);
        return found;
    }
    [[nodiscard]] QTabBar* tabs() const { return child<QTabBar>("lowerTabs"); }
    [[nodiscard]] TokenBar* bar() const { return m_pane->findChild<TokenBar*>(); }
    [[nodiscard]] MessagesView* messages() const { return m_pane->findChild<MessagesView*>(); }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<PreviewController> m_previews;
    std::unique_ptr<LowerPane> m_pane;
};

GUI_TEST_MAIN(LowerPaneTest)
#include "tst_lower_pane.moc"
