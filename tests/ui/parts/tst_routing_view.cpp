// SPDX-License-Identifier: GPL-3.0-or-later

#include "routing_diagram.h"
#include "routing_edits.h"
#include "routing_inspector.h"
#include "routing_node.h"
#include "routing_picture.h"

#include "part_view_desk.h"

#include "ui/gui_test.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

constexpr const char* kRouting =
    "{\"x-note\":1,"
    "\"tiers\":{\"small\":{\"provider\":\"builtin\",\"model\":\"builtin/small\",\"x\":[1.0]},"
    "\"large\":{\"model\":\"builtin/large\",\"provider\":\"builtin\",\"params\":{\"max_tokens\":64}}},"
    "\"rules\":[{\"when\":\"tokens.prompt > 800\",\"use\":\"large\"},"
    "{\"use\":{\"small\":3,\"large\":1},\"when\":\"plan == 'pro'\",\"sticky\":\"customer\"},{\"use\":\"small\"}],"
    "\"fallback\":[\"large\"],\"timeout_ms\":9000,"
    "\"cascade\":[{\"tier\":\"small\",\"accept\":\"true\"}]}";

QStringList whens(const Json& routing) {
    QStringList list;
    for (const Json& rule : routing["rules"])
        list.append(QString::fromStdString(stringAt(rule, "when", "-")));
    return list;
}

}  // namespace

class RoutingViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_desk = std::make_unique<PartViewDesk>(); }
    void cleanup() { m_desk->view.reset(); }

    void thePictureSaysWhatThereIs() {
        const RoutingPicture picture =
            routingPicture(parsed(kRouting), {{Severity::Error, "x", "/routing/rules/0/when", {}, "wrong", {}}});
        QCOMPARE(picture.rules.size(), 3U);
        QCOMPARE(picture.rules[0].title, QStringLiteral("tokens.prompt > 800"));
        QVERIFY(picture.rules[0].severity == Severity::Error);
        QVERIFY(!picture.rules[0].refused);
        QVERIFY(picture.rules[1].refused);
        QCOMPARE(picture.rules[1].shares.size(), 2U);
        QCOMPARE(picture.rules[1].shares[0].share, 0.75);
        QVERIFY(picture.rules[1].note.contains(QStringLiteral("customer")));
        QCOMPARE(picture.tiers[1].title, QStringLiteral("large"));
        QVERIFY2(picture.tiers[0].note.contains(QLatin1Char('$')), qPrintable(picture.tiers[0].note));
        QVERIFY(picture.steps[0].refused);
        QVERIFY(picture.attempts.detail.contains(QStringLiteral("9.00")));
        QVERIFY(picture.otherwise.isEmpty());
        QVERIFY(!routingPicture(parsed("{\"tiers\":{\"a\":{}}}"), {}).otherwise.isEmpty());
    }

    void anyShapeHasAPicture_data() {
        QTest::addColumn<QString>("routing");
        for (const char* odd : {"null", "7", "[]", "{}", "{\"tiers\":[]}", "{\"rules\":{}}", "{\"rules\":[1,null,[]]}",
                                "{\"tiers\":{\"a\":1},\"rules\":[{\"use\":[]},{\"use\":{\"a\":\"x\",\"b\":-1}}],"
                                "\"fallback\":[{},2],\"cascade\":[\"a\"],\"retry\":3,\"breaker\":[]}"})
            QTest::newRow(odd) << QString::fromLatin1(odd);
    }
    void anyShapeHasAPicture() {
        QFETCH(QString, routing);
        const Json part = parsed(routing.toUtf8().constData());
        open(part);
        for (QWidget* node :
             m_desk->view->findChildren<QWidget*>(QRegularExpression(QStringLiteral("^routing\\.[0-9]"))))
            QTest::mouseClick(node, Qt::LeftButton, {}, {4, 4});
        QCOMPARE(toText(m_desk->part), toText(part));
        QCOMPARE(m_desk->what.size(), 0);
    }

    void nodesAreWalkedByArrowKeys() {
        open(parsed(kRouting));
        press(node(RoutingKind::Rule, 0), Qt::Key_Down);
        QVERIFY(node(RoutingKind::Rule, 1).hasFocus());
        press(node(RoutingKind::Rule, 1), Qt::Key_Right);
        QVERIFY(QApplication::focusWidget()->objectName().startsWith(QStringLiteral("routing.1.")));
        press(*QApplication::focusWidget(), Qt::Key_Right);
        press(*QApplication::focusWidget(), Qt::Key_Home);
        QVERIFY(node(RoutingKind::Fallback, 0).hasFocus());
        press(node(RoutingKind::Fallback, 0), Qt::Key_End);
        QVERIFY(node(RoutingKind::Attempts, 0).hasFocus());
        press(node(RoutingKind::Attempts, 0), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("field.routing.retry.attempts"));
    }

    void rulesMoveByKeyboard() {
        open(parsed(kRouting));
        press(node(RoutingKind::Rule, 0), Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(whens(m_desk->part).first(), QStringLiteral("plan == 'pro'"));
        QVERIFY(node(RoutingKind::Rule, 1).hasFocus());
        press(node(RoutingKind::Rule, 1), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(toText(m_desk->part), toText(parsed(kRouting)));
        press(node(RoutingKind::Rule, 0), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_desk->what.size(), 2);
        press(node(RoutingKind::Rule, 0), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(stringAt(m_desk->part["rules"][0], "use"), std::string("small"));
        press(node(RoutingKind::Rule, 0), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(toText(m_desk->part), toText(parsed(kRouting)));
        press(node(RoutingKind::Rule, 1), Qt::Key_Delete);
        QCOMPARE(m_desk->part["rules"].size(), 2U);
    }

    void rulesAreDraggedUpAndDown() {
        open(parsed(kRouting));
        QWidget& rule = node(RoutingKind::Rule, 0);
        const QPoint end = rule.mapFromParent(node(RoutingKind::Rule, 2).geometry().bottomLeft() + QPoint(10, 4));
        drag(rule, {10, 10}, end);
        QCOMPARE(whens(m_desk->part).last(), QStringLiteral("tokens.prompt > 800"));
        QCOMPARE(m_desk->what, QStringList{QStringLiteral("Move rule")});
    }

    void rulesAreDraggedToATier() {
        open(parsed(kRouting));
        auto& rule = static_cast<RoutingNode&>(node(RoutingKind::Rule, 0));
        drag(rule, rule.port().center(), rule.mapFromParent(node(RoutingKind::Tier, 0).geometry().center()));
        QCOMPARE(stringAt(m_desk->part["rules"][0], "use"), std::string("small"));
        drag(rule, rule.port().center(), rule.port().center() + QPoint(0, 300));
        QCOMPARE(m_desk->what.size(), 1);
    }

    void nodesAreAddedByMouse_data() {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("list");
        QTest::addColumn<int>("size");
        QTest::newRow("rule") << QStringLiteral("routing.addRule") << QStringLiteral("rules") << 4;
        QTest::newRow("tier") << QStringLiteral("routing.addTier") << QStringLiteral("tiers") << 3;
        QTest::newRow("fallback") << QStringLiteral("routing.addFallback") << QStringLiteral("fallback") << 2;
        QTest::newRow("step") << QStringLiteral("routing.addStep") << QStringLiteral("cascade") << 2;
    }
    void nodesAreAddedByMouse() {
        QFETCH(QString, button);
        QFETCH(QString, list);
        QFETCH(int, size);
        open(parsed(kRouting));
        QTest::mouseClick(&m_desk->child<QToolButton>(button.toUtf8().constData()), Qt::LeftButton);
        QCOMPARE(static_cast<int>(m_desk->part[list.toStdString()].size()), size);
        QVERIFY(!m_desk->part["rules"].back().contains("when"));
        open(Json());
        QTest::mouseClick(&m_desk->child<QToolButton>(button.toUtf8().constData()), Qt::LeftButton);
        QCOMPARE(m_desk->part[list.toStdString()].size(), 1U);
    }

    void aTierIsRenamedEverywhere() {
        open(parsed(kRouting));
        press(node(RoutingKind::Tier, 1), Qt::Key_Return);
        QLineEdit& name = m_desk->child<QLineEdit>("routing.tierName");
        QVERIFY(name.hasFocus());
        QTest::keyClicks(&name, QStringLiteral("huge"));
        QTest::keyClick(&name, Qt::Key_Return);
        std::string expected = toText(parsed(kRouting));
        for (std::size_t at = 0; (at = expected.find("\"large\"", at)) != std::string::npos;)
            expected.replace(at, 7, "\"huge\"");
        QCOMPARE(toText(m_desk->part), expected);
        QCOMPARE(m_desk->what, QStringList{QStringLiteral("Rename tier")});
    }

    void wrongNamesAreExplained() {
        open(parsed(kRouting));
        press(node(RoutingKind::Tier, 1), Qt::Key_Return);
        QLineEdit& name = m_desk->child<QLineEdit>("routing.tierName");
        QLabel& note = m_desk->child<QLabel>("routing.tierNameNote");
        QTest::keyClicks(&name, QStringLiteral("small"));
        QVERIFY(note.text().contains(QStringLiteral("already")));
        name.selectAll();
        QTest::keyClicks(&name, QStringLiteral("Big One"));
        QVERIFY(note.text().contains(QStringLiteral("small letter")));
        QTest::keyClick(&name, Qt::Key_Return);
        QCOMPARE(name.text(), QStringLiteral("large"));
        QCOMPARE(m_desk->what.size(), 0);
    }

    // Other parts name tiers too; their change is offered.
    void otherPartsMayFollow() {
        m_desk->draft->setSource("budget", QStringLiteral("{\"when_near\": \"route:small\"}"));
        open(parsed(kRouting));
        press(node(RoutingKind::Tier, 0), Qt::Key_F2);
        QLineEdit& name = m_desk->child<QLineEdit>("routing.tierName");
        QTest::keyClicks(&name, QStringLiteral("tiny"));
        QTest::keyClick(&name, Qt::Key_Return);
        QPushButton& follow = m_desk->child<QPushButton>("bannerAction");
        QVERIFY(follow.isVisibleTo(m_desk->view.get()));
        QTest::mouseClick(&follow, Qt::LeftButton);
        QVERIFY(m_desk->draft->source("budget").contains(QStringLiteral("route:tiny")));
        m_desk->draft->setSource("budget", {});
    }

    void theFormsEditTheirNode() {
        open(parsed(kRouting));
        press(node(RoutingKind::Rule, 0), Qt::Key_Return);
        QLineEdit& when = m_desk->child<QLineEdit>("field.routing.rule.when");
        QVERIFY(when.hasFocus());
        when.selectAll();
        QTest::keyClicks(&when, QStringLiteral("plan =="));
        QLabel& note = m_desk->child<QLabel>("note.routing.rule.when");
        QVERIFY2(note.text().contains(QStringLiteral("Column")), qPrintable(note.text()));
        QCOMPARE(stringAt(m_desk->part["rules"][0], "when"), std::string("plan =="));
        QVERIFY(node(RoutingKind::Rule, 0).accessibleName().contains(QStringLiteral("error")));
        QComboBox& use = m_desk->child<QComboBox>("routing.use");
        use.setFocus();
        QTest::keyClick(&use, Qt::Key_Up);
        QCOMPARE(stringAt(m_desk->part["rules"][0], "use"), std::string("small"));
        press(node(RoutingKind::Fallback, 0), Qt::Key_Return);
        QTest::keyClick(&m_desk->child<QComboBox>("routing.fallbackTier"), Qt::Key_Up);
        QVERIFY(m_desk->part["fallback"][0] == "small");
        press(node(RoutingKind::Attempts, 0), Qt::Key_Return);
        auto& attempts = m_desk->child<QAbstractSpinBox>("field.routing.retry.attempts");
        QTest::keyClicks(&attempts, QStringLiteral("5"));
        QCOMPARE(integerAt(m_desk->part["retry"], "attempts"), 5);
        attempts.selectAll();
        QTest::keyClick(&attempts, Qt::Key_Delete);
        QVERIFY(!m_desk->part.contains("retry"));
    }

    void aSplitIsMadeAndEdited() {
        open(parsed(kRouting));
        press(node(RoutingKind::Rule, 2), Qt::Key_Return);
        QComboBox& use = m_desk->child<QComboBox>("routing.use");
        use.setFocus();
        QTest::keyClick(&use, Qt::Key_End);
        QCOMPARE(toText(m_desk->part["rules"][2]["use"]), std::string("{\"small\":90,\"large\":10}"));
        auto& share = m_desk->child<QAbstractSpinBox>("field.routing.share.large");
        share.setFocus();
        share.selectAll();
        QTest::keyClicks(&share, QStringLiteral("30"));
        QCOMPARE(numberAt(m_desk->part["rules"][2]["use"], "large"), 30.0);
        use.setFocus();
        QTest::keyClick(&use, Qt::Key_Home);
        QVERIFY(m_desk->part["rules"][2]["use"] == "small");
    }

    void readOnlyChangesNothing() {
        open(parsed(kRouting));
        m_desk->view->setReadOnly(true);
        press(node(RoutingKind::Rule, 0), Qt::Key_Down, Qt::AltModifier);
        press(node(RoutingKind::Rule, 0), Qt::Key_Delete);
        press(node(RoutingKind::Rule, 0), Qt::Key_Left, Qt::AltModifier);
        drag(node(RoutingKind::Rule, 0), {10, 10}, {10, 400});
        QVERIFY(!m_desk->child<QToolButton>("routing.addRule").isEnabled());
        QVERIFY(!m_desk->child<QComboBox>("routing.use").isEnabled());
        press(node(RoutingKind::Tier, 0), Qt::Key_Return);
        QVERIFY(m_desk->child<QLineEdit>("routing.tierName").isReadOnly());
        QCOMPARE(m_desk->what.size(), 0);
    }

    // Random parts of any shape, random gestures: an edit and its opposite give the same text again, whatever is in
    // the part besides.
    void whatIsNotUnderstoodStays() {
        QRandomGenerator random(11);
        const char* odd[] = {"1", "null", "[]", "{\"use\":\"small\",\"z\":0,\"a\":1}", "{\"use\":[]}", "\"small\""};
        for (int round = 0; round < 30; ++round) {
            Json part = parsed(kRouting);
            part["rules"] = Json::array();
            for (int i = 0; i < 5; ++i)
                part["rules"].push_back(parsed(odd[random.bounded(6)]));
            part["later"] = parsed(odd[random.bounded(6)]);
            open(part);
            const auto at = static_cast<std::size_t>(random.bounded(4));
            press(node(RoutingKind::Rule, at), Qt::Key_Down, Qt::AltModifier);
            press(node(RoutingKind::Rule, at + 1), Qt::Key_Up, Qt::AltModifier);
            QCOMPARE(toText(m_desk->part), toText(part));
            Json renamed = part;
            renameTier(renamed, "small", "other");
            QVERIFY(renamed != part);
            renameTier(renamed, "other", "small");
            QCOMPARE(toText(renamed), toText(part));
        }
    }

    void findingsAreReached_data() {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("focus");
        QTest::newRow("when") << QStringLiteral("/routing/rules/0/when") << QStringLiteral("field.routing.rule.when");
        QTest::newRow("use") << QStringLiteral("/routing/rules/1/use/small") << QStringLiteral("routing.use");
        QTest::newRow("tier") << QStringLiteral("/routing/tiers/large/model")
                              << QStringLiteral("field.routing.tier.model");
        QTest::newRow("fallback") << QStringLiteral("/routing/fallback/0") << QStringLiteral("routing.2.0");
        QTest::newRow("limit") << QStringLiteral("/routing/timeout_ms") << QStringLiteral("field.routing.timeout_ms");
    }
    void findingsAreReached() {
        QFETCH(QString, pointer);
        QFETCH(QString, focus);
        open(parsed(kRouting));
        QVERIFY(m_desk->view->goTo(pointer.toStdString()));
        QCOMPARE(QApplication::focusWidget()->objectName(), focus);
        QVERIFY(!m_desk->view->goTo("/routing/rules/17"));
        QVERIFY(!m_desk->view->goTo("/policy/0"));
    }

    void everyControlHasAName() {
        open(parsed(kRouting));
        QCOMPARE(namelessControls(*m_desk->view).join(QLatin1Char('\n')), QString());
        QVERIFY(node(RoutingKind::Rule, 1).accessibleName().contains(QStringLiteral("75")));
    }

    void nothingIsCutOff_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow: the form below") << 620;
        QTest::newRow("wide: the form beside") << 1000;
    }
    void nothingIsCutOff() {
        QFETCH(int, width);
        open(parsed(kRouting), {width, 700});
        const auto& diagram = m_desk->child<RoutingDiagram>("routing.diagram");
        QVERIFY(diagram.width() <= diagram.parentWidget()->width());
        const auto& form = *m_desk->view->findChild<RoutingInspector*>();
        QVERIFY2(form.width() <= form.parentWidget()->width(), qPrintable(QString::number(form.width())));
        QCOMPARE(form.mapTo(m_desk->view.get(), QPoint()).y() > 100, width < 900);
    }

private:
    void open(const Json& part, QSize size = {1100, 800}) { m_desk->open("routing", part, 0, size); }
    QWidget& node(RoutingKind kind, std::size_t index) {
        return m_desk->child<QWidget>(
            QStringLiteral("routing.%1.%2").arg(static_cast<int>(kind)).arg(index).toUtf8().constData());
    }
    static void press(QWidget& widget, Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        widget.setFocus();
        QTest::keyClick(&widget, key, modifiers);
    }
    static void drag(QWidget& widget, QPoint from, QPoint to) {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(&widget, from + (to - from) / 2);
        QTest::mouseMove(&widget, to);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }

    std::unique_ptr<PartViewDesk> m_desk;
};

GUI_TEST_MAIN(RoutingViewTest)
#include "tst_routing_view.moc"
