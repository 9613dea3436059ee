// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/prepared.h"
#include "policy_model.h"
#include "policy_test.h"
#include "utf16_offsets.h"

#include "part_view_desk.h"

#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

Json rule(const char* id, const char* stage, Json detect, const char* action) {
    return {{"id", id}, {"stage", stage}, {"detect", std::move(detect)}, {"action", action}};
}

Json threeRules() {
    return Json::array({rule("pii", "input", {{"pii", {"email"}}}, "redact"),
                        rule("stop", "input", {{"terms", {"forbidden"}}}, "block"),
                        rule("leak", "output", {{"regex", "sk-[a-z]+"}}, "flag")});
}

std::string ids(const Json& part) {
    std::string joined;
    for (const Json& each : part)
        joined += (joined.empty() ? "" : " ") + stringAt(each, "id");
    return joined;
}

}  // namespace

class PolicyViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_desk = std::make_unique<PartViewDesk>(); }
    void cleanup() { m_desk->view.reset(); }

    void modelsAreSound() {
        PolicyModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRules(threeRules());
        session::RuleSighting sighting;
        sighting.rule = 1;
        sighting.applies = true;
        sighting.hits = {{0, 1, "term"}, {2, 3, "term"}};
        model.setSightings({sighting});
        QCOMPARE(model.index(1).data(PolicyModel::HitsRole).toInt(), 2);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("2")));
        model.setFindings({{Severity::Error, "x", "/policy/2/detect", {}, "wrong", {}}});
        QVERIFY(!model.index(1).data(PolicyModel::SeverityRole).isValid());
        QCOMPARE(model.index(2).data(PolicyModel::SeverityRole).toInt(), int(Severity::Error));
        model.setRules(parsed("[7, null, {\"detect\": []}]"));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("7"));
        model.setRules("none");
        QCOMPARE(model.rowCount(), 0);
        PolicyMarks marks;
        QAbstractItemModelTester marksTester(&marks, QAbstractItemModelTester::FailureReportingMode::QtTest);
        marks.setMarks({{0, 1, QStringLiteral("pii"), QStringLiteral("block"), QStringLiteral("email"), {}}});
        QVERIFY(marks.index(0).data().toString().contains(QStringLiteral("Block")));
    }

    void rulesMoveByKeyboard() {
        open(threeRules());
        QListView& list = rules();
        list.setFocus();
        list.setCurrentIndex(list.model()->index(1, 0));
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(ids(m_desk->part), std::string("pii leak stop"));
        QCOMPARE(list.currentIndex().row(), 2);
        QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(m_desk->what.size(), 1);
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(ids(m_desk->part), std::string("stop pii leak"));
        QTest::keyClick(&list, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(ids(m_desk->part), std::string("stop stop-2 pii leak"));
        QTest::keyClick(&list, Qt::Key_Delete);
        QCOMPARE(ids(m_desk->part), std::string("stop pii leak"));
        QCOMPARE(m_desk->what.last(), QStringLiteral("Remove rule"));
    }

    void rulesAreAddedByMouse() {
        open(Json());
        for (QPushButton* button : m_desk->view->findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("Add rule"))
                QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(ids(m_desk->part), std::string("rule"));
        QVERIFY(engine::unsupportedSettings({{"policy", m_desk->part}}).empty());
        QTest::mouseClick(&m_desk->child<QToolButton>("policy.add"), Qt::LeftButton);
        QCOMPARE(ids(m_desk->part), std::string("rule rule-2"));
    }

    void brokenPatternsAreMarked() {
        Json part = threeRules();
        part[2]["detect"]["regex"] = "sk-[a";
        open(part);
        QCOMPARE(rules().model()->index(2, 0).data(PolicyModel::SeverityRole).toInt(), int(Severity::Error));
        QVERIFY(!rules().model()->index(0, 0).data(PolicyModel::SeverityRole).isValid());
    }

    void narrowWindowsCutNothing() {
        m_desk->open("policy", threeRules(), 0, {620, 640});
        const auto& form = m_desk->child<QCheckBox>("field.policy.detect.pii.ip");
        QVERIFY(form.mapTo(m_desk->view.get(), QPoint(form.width(), 0)).x() <= 620);
    }

    void theFormEditsTheChosenRule() {
        Json part = threeRules();
        part[0]["x-owner"] = "Ada";
        open(part);
        rules().setCurrentIndex(rules().model()->index(0, 0));
        QTest::mouseClick(&m_desk->child<QCheckBox>("field.policy.detect.pii.card"), Qt::LeftButton, {}, {8, 8});
        QCOMPARE(toText(m_desk->part[0]["detect"]), std::string("{\"pii\":[\"email\",\"card\"]}"));
        QLineEdit& id = m_desk->child<QLineEdit>("field.policy.id");
        id.setFocus();
        id.selectAll();
        QTest::keyClicks(&id, QStringLiteral("mask-pii"));
        QCOMPARE(ids(m_desk->part), std::string("mask-pii stop leak"));
        QCOMPARE(rules().currentIndex().data().toString(), QStringLiteral("mask-pii"));
        QCOMPARE(stringAt(m_desk->part[0], "x-owner"), std::string("Ada"));
    }

    void aKindThatWasLeftComesBack() {
        open(threeRules());
        rules().setCurrentIndex(rules().model()->index(1, 0));
        QComboBox& kinds = m_desk->child<QComboBox>("policy.kind");
        kinds.setFocus();
        QTest::keyClick(&kinds, Qt::Key_Down);
        QVERIFY(m_desk->part[1]["detect"].contains("regex"));
        QTest::keyClick(&kinds, Qt::Key_Up);
        QCOMPARE(toText(m_desk->part), toText(threeRules()));
    }

    void wrongExpressionsAreSaidAtTheirPlace_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("says");
        QTest::newRow("condition") << QStringLiteral("when") << QStringLiteral("plan ==") << QStringLiteral("Column 8");
        QTest::newRow("pattern") << QStringLiteral("regex") << QStringLiteral("a(") << QStringLiteral("(");
    }
    void wrongExpressionsAreSaidAtTheirPlace() {
        QFETCH(QString, kind);
        QFETCH(QString, typed);
        QFETCH(QString, says);
        open(Json::array({rule("r", "input", {{kind.toStdString(), "x"}}, "flag")}));
        QLineEdit& field = m_desk->child<QLineEdit>(("field.policy.detect." + kind.toStdString()).c_str());
        QLabel& note = m_desk->child<QLabel>(("note.policy.detect." + kind.toStdString()).c_str());
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, typed);
        QCOMPARE(m_desk->part[0]["detect"][kind.toStdString()].get<std::string>(), typed.toStdString());
        QVERIFY2(note.text().contains(says), qPrintable(note.text()));
        field.selectAll();
        QTest::keyClicks(&field, QStringLiteral("x"));
        QVERIFY(!note.isVisibleTo(m_desk->view.get()));
    }

    void theTestTextShowsWhatTheRulesDo() {
        open(threeRules());
        QPlainTextEdit& text = m_desk->child<QPlainTextEdit>("policyTest.text");
        QPlainTextEdit& after = m_desk->child<QPlainTextEdit>("policyTest.after");
        QListView& marks = m_desk->child<QListView>("policyTest.marks");
        text.setFocus();
        QTest::keyClicks(&text, QStringLiteral("Mail a@b.example"));
        QTRY_COMPARE(after.toPlainText(), QStringLiteral("Mail [email]"));
        QCOMPARE(marks.model()->rowCount(), 1);
        QCOMPARE(text.extraSelections().size(), 1);
        QCOMPARE(text.extraSelections().first().cursor.selectedText(), QStringLiteral("a@b.example"));
        QCOMPARE(rules().model()->index(0, 0).data(PolicyModel::HitsRole).toInt(), 1);
        QTest::keyClicks(&text, QStringLiteral(" forbidden"));
        QLabel& sentence = m_desk->child<QLabel>("policyTest.sentence");
        QTRY_VERIFY2(sentence.text().contains(QStringLiteral("stop")), qPrintable(sentence.text()));
        QCOMPARE(after.toPlainText(), QString());
        marks.setFocus();
        QTest::keyClick(&marks, Qt::Key_End);
        QCOMPARE(text.textCursor().selectedText(), QStringLiteral("forbidden"));
        QCOMPARE(m_desk->what.size(), 0);
    }

    void theTestFollowsTheRules() {
        open(threeRules());
        QPlainTextEdit& text = m_desk->child<QPlainTextEdit>("policyTest.text");
        text.setPlainText(QString::fromUtf8("🦊 sk-abc"));
        rules().setCurrentIndex(rules().model()->index(2, 0));
        QTRY_COMPARE(text.extraSelections().size(), 1);
        QCOMPARE(text.extraSelections().first().cursor.selectedText(), QStringLiteral("sk-abc"));
        QLineEdit& regex = m_desk->child<QLineEdit>("field.policy.detect.regex");
        regex.setFocus();
        regex.selectAll();
        QTest::keyClicks(&regex, QStringLiteral("nothing"));
        QTRY_COMPARE(text.extraSelections().size(), 0);
    }

    void readOnlyChangesNothing() {
        open(threeRules());
        m_desk->view->setReadOnly(true);
        QListView& list = rules();
        list.setFocus();
        list.setCurrentIndex(list.model()->index(1, 0));
        QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(&list, Qt::Key_Delete);
        QTest::keyClick(&list, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!m_desk->child<QToolButton>("policy.add").isEnabled());
        QVERIFY(m_desk->child<QLineEdit>("field.policy.id").isReadOnly());
        QCOMPARE(m_desk->what.size(), 0);
        QVERIFY(!m_desk->child<QPlainTextEdit>("policyTest.text").isReadOnly());
    }

    // Whatever stands in a part, an edit elsewhere keeps it, with its place.
    void whatIsNotUnderstoodStays() {
        QRandomGenerator random(7);
        const char* odd[] = {"7",
                             "null",
                             "{\"id\":4}",
                             "{\"detect\":[1]}",
                             "\"text\"",
                             "{\"x\":{\"z\":1,\"a\":2}}",
                             "{\"detect\":{\"pii\":\"email\",\"new\":1},\"id\":\"a\"}",
                             "[]"};
        for (int round = 0; round < 40; ++round) {
            Json part = Json::array();
            for (int i = 0; i < 4; ++i)
                part.push_back(parsed(odd[random.bounded(8)]));
            part.push_back(threeRules()[0]);
            open(part);
            QListView& list = rules();
            list.setFocus();
            list.setCurrentIndex(list.model()->index(4, 0));
            QTest::keyClick(&list, Qt::Key_Up, Qt::AltModifier);
            Json expected = part;
            std::swap(expected[3], expected[4]);
            QCOMPARE(toText(m_desk->part), toText(expected));
            QTest::keyClick(&list, Qt::Key_Down, Qt::AltModifier);
            QCOMPARE(toText(m_desk->part), toText(part));
        }
        open("odd");
        QVERIFY(!m_desk->child<QToolButton>("policy.add").isEnabled());
    }

    void findingsAreReached() {
        open(threeRules());
        QVERIFY(m_desk->view->goTo("/policy/2/detect/regex"));
        QCOMPARE(rules().currentIndex().row(), 2);
        QVERIFY(m_desk->child<QLineEdit>("field.policy.detect.regex").hasFocus());
        QVERIFY(!m_desk->view->goTo("/policy/9"));
        QVERIFY(!m_desk->view->goTo("/routing/rules/0"));
    }

    void everyControlHasAName() {
        open(threeRules());
        QCOMPARE(namelessControls(*m_desk->view).join(QLatin1Char('\n')), QString());
    }

    void offsetsCountInUtf16() {
        const std::string text = "aä🦊b";
        QCOMPARE(utf16Offsets(text, {8, 0, 1, 3, 7, 99, 2}), (std::vector<int>{5, 0, 1, 2, 4, 5, 1}));
    }

private:
    void open(const Json& part) { m_desk->open("policy", part); }
    QListView& rules() { return m_desk->child<QListView>("policy.rules"); }

    std::unique_ptr<PartViewDesk> m_desk;
};

GUI_TEST_MAIN(PolicyViewTest)
#include "tst_policy_view.moc"
