// SPDX-License-Identifier: Apache-2.0

#include "policy/gate.h"
#include "support/printing.h"

#include <algorithm>

using namespace touchstone;
using namespace touchstone::policy;
using workflow::PolicyAction;
using workflow::PolicyRule;
using workflow::PolicyStage;

Q_DECLARE_METATYPE(touchstone::workflow::PolicyAction)

namespace {

PolicyRule ruleOf(std::string id, PolicyStage stage, PolicyAction action) {
    PolicyRule rule;
    rule.id = std::move(id);
    rule.stage = stage;
    rule.action = action;
    if (action == PolicyAction::Route)
        rule.routeTo = "careful";
    return rule;
}

PolicyRule emailRule(PolicyStage stage, PolicyAction action) {
    PolicyRule rule = ruleOf("no-mail", stage, action);
    rule.pii = {"email"};
    return rule;
}

PolicyRule conditionRule(std::string when, PolicyAction action, PolicyStage stage = PolicyStage::Input) {
    PolicyRule rule = ruleOf("condition", stage, action);
    rule.when = std::move(when);
    return rule;
}

Gate gateOf(const std::vector<PolicyRule>& rules, const Json& inputs = Json::object()) {
    auto gate = Gate::make(rules, inputs);
    if (!gate.ok())
        qFatal("%s", gate.error().message.c_str());
    return std::move(gate).value();
}

std::string places(const Screening& screening) {
    std::string text;
    for (const Verdict& verdict : screening.verdicts)
        text += (text.empty() ? "" : " ") + verdict.where;
    return text;
}

Json json(const char* text) {
    return parseJson(text).value();
}

constexpr const char* kNested = R"({"who":{"mails":["a@x.example","none"]},"a/b":"b@x.example","n":7})";

}  // namespace

class GateTest : public QObject {
    Q_OBJECT

private slots:
    void nestedInputs_data() {
        QTest::addColumn<PolicyAction>("action");
        QTest::addColumn<bool>("blocked");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("routeTo");
        QTest::newRow("block") << PolicyAction::Block << true << QByteArray(kNested) << QByteArray();
        QTest::newRow("flag") << PolicyAction::Flag << false << QByteArray(kNested) << QByteArray();
        QTest::newRow("route") << PolicyAction::Route << false << QByteArray(kNested) << QByteArray("careful");
        QTest::newRow("redact") << PolicyAction::Redact << false
                                << QByteArray(R"({"who":{"mails":["[email]","none"]},"a/b":"[email]","n":7})")
                                << QByteArray();
    }
    void nestedInputs() {
        QFETCH(PolicyAction, action);
        QFETCH(bool, blocked);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, routeTo);
        const Gate gate = gateOf({emailRule(PolicyStage::Input, action)});
        const ScreenedInput screened = gate.screenInput(json(kNested));
        QCOMPARE(screened.screening().blocked, blocked);
        QCOMPARE(toText(screened.input()), input.toStdString());
        QCOMPARE(screened.screening().routeTo(), routeTo.toStdString());
        QCOMPARE(places(screened.screening()), std::string("/who/mails/0 /a~1b"));
        const Verdict& first = screened.screening().verdicts.front();
        QCOMPARE(first.ruleId, std::string("no-mail"));
        QVERIFY(first.action == action && first.stage == PolicyStage::Input);
        QVERIFY((first.hits == std::vector<Hit>{{0, 11, "email"}}));
        QCOMPARE(first.message, std::string("policy rule 'no-mail' applies to /who/mails/0"));
        QVERIFY(gate.clear({}, screened).ok() == !blocked);
    }

    void contextAndOutput_data() {
        QTest::addColumn<PolicyAction>("action");
        QTest::addColumn<QByteArray>("text");
        for (const auto& [action, text] : {std::pair{PolicyAction::Block, "write to a@x.example"},
                                           std::pair{PolicyAction::Flag, "write to a@x.example"},
                                           std::pair{PolicyAction::Route, "write to a@x.example"},
                                           std::pair{PolicyAction::Redact, "write to [email]"}})
            QTest::newRow(std::string(toString(action)).c_str()) << action << QByteArray(text);
    }
    void contextAndOutput() {
        QFETCH(PolicyAction, action);
        QFETCH(QByteArray, text);
        const std::string source = "write to a@x.example";
        const Gate context = gateOf({emailRule(PolicyStage::Context, action)});
        const ScreenedInput input = context.screenInput(json(kNested));
        QVERIFY(input.screening().verdicts.empty());  // each stage has its own rules
        const ScreenedText inContext = context.screenContext(source, "source 3", input);
        QCOMPARE(inContext.text, text.toStdString());
        QCOMPARE(inContext.screening.blocked, action == PolicyAction::Block);
        QCOMPARE(places(inContext.screening), std::string("source 3"));
        QVERIFY(context.screenOutput(source, input).screening.verdicts.empty());

        const Gate output = gateOf({emailRule(PolicyStage::Output, action)});
        const ScreenedText inOutput = output.screenOutput(source, output.screenInput({}));
        QCOMPARE(inOutput.text, text.toStdString());
        QCOMPARE(inOutput.screening.blocked, action == PolicyAction::Block);
        QCOMPARE(places(inOutput.screening), std::string("output"));
        QVERIFY(output.screenContext(source, "source 1", output.screenInput({})).screening.verdicts.empty());
    }

    void redactionNumbersDifferentValues() {
        const Gate gate = gateOf({emailRule(PolicyStage::Input, PolicyAction::Redact)});
        const ScreenedInput screened = gate.screenInput(
            {{"one", "a@x.example"}, {"three", "a@x.example, b@x.example and A@X.example"}, {"none", "a at x"}});
        QCOMPARE(toText(screened.input()),
                 std::string(R"({"one":"[email]","three":"[email 1], [email 2] and [email 1]","none":"a at x"})"));
        QCOMPARE(screened.screening().verdicts.back().hits.size(), std::size_t{3});
    }

    // A later rule sees what an earlier one left.
    void rulesWorkInOrder() {
        PolicyRule terms = ruleOf("terms", PolicyStage::Input, PolicyAction::Block);
        terms.terms = {"x.example"};
        terms.message = "Please do not name x.";
        const Gate masksFirst = gateOf({emailRule(PolicyStage::Input, PolicyAction::Redact), terms});
        QVERIFY(!masksFirst.screenInput({{"q", "a@x.example"}}).screening().blocked);
        const Gate blocksFirst = gateOf({terms, emailRule(PolicyStage::Input, PolicyAction::Redact)});
        const ScreenedInput blocked = blocksFirst.screenInput({{"q", "a@x.example"}});
        QVERIFY(blocked.screening().blocked);
        QCOMPARE(blocked.screening().blockMessage(), std::string("Please do not name x."));
    }

    void numbersAreLookedAtToo() {
        PolicyRule rule = ruleOf("card", PolicyStage::Input, PolicyAction::Redact);
        rule.pii = {"card"};
        const ScreenedInput screened =
            gateOf({rule}).screenInput({{"card", std::int64_t{4'111'111'111'111'111}}, {"n", 12.5}, {"ok", true}});
        QCOMPARE(toText(screened.input()), std::string(R"({"card":"[card]","n":12.5,"ok":true})"));
        QCOMPARE(places(screened.screening()), std::string("/card"));
    }

    void keysAreLookedAtToo_data() {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("screened");  // empty: as it was
        QTest::addColumn<QByteArray>("places");
        const auto row = [](const char* name, const char* action, const char* input, const char* screened,
                            const char* places) {
            QTest::newRow(name) << QByteArray(action) << QByteArray(input) << QByteArray(screened)
                                << QByteArray(places);
        };
        const char* one = R"({"cards":{"4111111111111111":1,"x":2}})";
        row("block", "block", one, "", "key /cards/[key 1]");
        row("flag", "flag", one, "", "key /cards/[key 1]");
        row("route", "route", one, "", "key /cards/[key 1]");
        row("redact", "redact", one, R"({"cards":{"[card]":1,"x":2}})", "key /cards/[card]");
        row("two of a kind", "redact", R"({"4111111111111111":1,"b":2,"5500005555555559":3})",
            R"({"[card]":1,"b":2,"[card] 2":3})", "key /[card] key /[card] 2");
        row("a key that is there already", "redact", R"({"4111111111111111":1,"[card]":2,"[card] 2":3})",
            R"({"[card] 3":1,"[card]":2,"[card] 2":3})", "key /[card] 3");
        row("part of a key, and a value below it", "redact", R"({"n 4111111111111111":["4111111111111111"]})",
            R"({"n [card]":["[card]"]})", "key /n [card] /n [card]/0");
        row("a value below a key that stays", "flag", R"({"4111111111111111":"4111111111111111"})", "",
            "key /[key 1] /[key 1]");
        row("in a list", "redact", R"([{"4111111111111111":null}])", R"([{"[card]":null}])", "key /0/[card]");
    }
    void keysAreLookedAtToo() {
        QFETCH(QByteArray, action);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, screened);
        QFETCH(QByteArray, places);
        const auto actions = {PolicyAction::Block, PolicyAction::Flag, PolicyAction::Redact, PolicyAction::Route};
        const auto chosen = std::ranges::find(actions, action.toStdString(),
                                              [](PolicyAction one) { return std::string(toString(one)); });
        PolicyRule rule = ruleOf("card", PolicyStage::Input, *chosen);
        rule.pii = {"card"};
        const ScreenedInput result = gateOf({rule}).screenInput(json(input.constData()));
        QCOMPARE(toText(result.input()), (screened.isEmpty() ? input : screened).toStdString());
        QCOMPARE(::places(result.screening()), places.toStdString());
        QCOMPARE(result.screening().blocked, *chosen == PolicyAction::Block);
        for (const Verdict& verdict : result.screening().verdicts)
            QVERIFY2(verdict.message.find("4111") == std::string::npos, verdict.message.c_str());
    }

    void conditionsAndTermsReadKeys() {
        PolicyRule terms = ruleOf("terms", PolicyStage::Input, PolicyAction::Block);
        terms.terms = {"ticket"};
        for (const PolicyRule& rule : {terms, conditionRule("text == 'ticket'", PolicyAction::Block)}) {
            const Json input = json(R"({"a":{"ticket":1}})");
            const ScreenedInput screened = gateOf({rule}).screenInput(input);
            QCOMPARE(places(screened.screening()), std::string("key /a/[key 1]"));
            // A name that the version declares itself is no input.
            const Json schema = json(R"({"properties":{"a":{"properties":{"ticket":{}}}}})");
            QVERIFY(!gateOf({rule}, schema).screenInput(input).screening().blocked);
        }
    }

    // Renaming looks each name up once.
    void manyKeys() {
        Json object = Json::object();
        auto& members = object.get_ref<Json::object_t&>();
        for (int i = 0; i < 20000; ++i)
            members.emplace_back("a" + std::to_string(i) + "@x.example", i);
        const Gate gate = gateOf({emailRule(PolicyStage::Input, PolicyAction::Redact)});
        const ScreenedInput screened = gate.screenInput(object);
        QCOMPARE(screened.input().size(), std::size_t{20000});
        QCOMPARE(std::prev(screened.input().end()).key(), std::string("[email] 20000"));
    }

    void conditions_data() {
        QTest::addColumn<QByteArray>("when");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("places");
        const auto row = [](const char* name, const char* when, const char* input, const char* places) {
            QTest::newRow(name) << QByteArray(when) << QByteArray(input) << QByteArray(places);
        };
        row("text", "text | length > 3", R"({"a":"long","b":["no","longer"]})", "/a /b/1");
        row("field", "plan == 'free'", R"({"plan":"free","a":"x","b":"y"})", "input");
        row("field does not hold", "plan == 'free'", R"({"plan":"paid"})", "");
        row("input without a text", "input.urgent and n > 2", R"({"urgent":true,"n":3})", "input");
        row("field and text", "plan == 'free' and 'refund' in text", R"({"plan":"free","a":"a refund"})", "/a");
        row("a field that is called text", "input.text == 'x' and text == 'y'", R"({"text":"x","b":"y"})", "/b");
        row("no object", "text == 'x'", R"(["x","z"])", "/0");
        row("a string", "text == 'x'", R"("x")", "input");
    }
    void conditions() {
        QFETCH(QByteArray, when);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, places);
        const Gate gate = gateOf({conditionRule(when.toStdString(), PolicyAction::Block)});
        const ScreenedInput screened = gate.screenInput(json(input.constData()));
        const Screening& screening = screened.screening();
        QVERIFY2(::places(screening) == places.toStdString(), screening.blockMessage().c_str());
        QCOMPARE(screening.blocked, !places.isEmpty());
        QVERIFY(screening.blockMessage().find("could not be checked") == std::string::npos);
        QCOMPARE(toText(screened.input()), toText(json(input.constData())));
    }

    void conditionsOnContextAndOutputKnowTheInput() {
        for (const char* when : {"plan == 'free' and 'secret' in text", "input.plan == 'free' and 'secret' in text"}) {
            const Gate gate = gateOf({conditionRule(when, PolicyAction::Block, PolicyStage::Output),
                                      conditionRule(when, PolicyAction::Flag, PolicyStage::Context)});
            const ScreenedInput free = gate.screenInput({{"plan", "free"}});
            const ScreenedInput paid = gate.screenInput({{"plan", "paid"}});
            QVERIFY(gate.screenOutput("the secret", free).screening.blocked);
            QVERIFY(gate.screenOutput("nothing", free).screening.verdicts.empty());
            QVERIFY(gate.screenOutput("the secret", paid).screening.verdicts.empty());
            const ScreenedText context = gate.screenContext("the secret", "source 1", free);
            QVERIFY(!context.screening.blocked && context.screening.verdicts.size() == 1);
        }
    }

    // A rule that cannot be checked denies, whatever its action was.
    void failingRulesDeny_data() {
        QTest::addColumn<QByteArray>("when");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("undefined") << QByteArray("nobody == 1") << QByteArray("nobody");
        QTest::newRow("undefined, with text") << QByteArray("nobody == text") << QByteArray("nobody");
        QTest::newRow("type") << QByteArray("text + 1 > 2") << QByteArray();
        QTest::newRow("too many steps") << QByteArray("(range(10**9) | length) > 1") << QByteArray("steps");
        QTest::newRow("too large") << QByteArray() << QByteArray("16 MiB");
    }
    void failingRulesDeny() {
        QFETCH(QByteArray, when);
        QFETCH(QByteArray, reason);
        for (const PolicyAction action :
             {PolicyAction::Block, PolicyAction::Flag, PolicyAction::Redact, PolicyAction::Route}) {
            PolicyRule rule = conditionRule(when.toStdString(), action);
            if (when.isEmpty())
                rule.pii = {"email"};
            rule.message = "the rule's own message";
            const Gate gate = gateOf({rule});
            const std::string text = when.isEmpty() ? std::string((16U << 20U) + 1, 'a') : "x";
            const ScreenedInput screened = gate.screenInput({{"a", text}});
            QVERIFY(screened.screening().blocked);
            QVERIFY(screened.screening().verdicts.front().action == PolicyAction::Block);
            QVERIFY(screened.screening().routeTo().empty());
            const std::string message = screened.screening().blockMessage();
            QVERIFY2(message.starts_with("policy rule 'condition' could not be checked, so it denies: "),
                     message.c_str());
            QVERIFY2(message.find(reason.toStdString()) != std::string::npos, message.c_str());
            const auto cleared = gate.clear({}, screened);
            QVERIFY(!cleared.ok() && cleared.error().code == ErrorCode::PolicyRefused);
            QCOMPARE(cleared.error().message, message);
        }
    }

    void clearing() {
        workflow::Prompt prompt;
        prompt.messages = {{workflow::Role::User, "hello"}};
        const Gate gate = gateOf({emailRule(PolicyStage::Input, PolicyAction::Block)});
        const auto refused = gate.clear(prompt, gate.screenInput({{"q", "a@x.example"}}));
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().code == ErrorCode::PolicyRefused);
        QVERIFY(refused.error().message.find("a@x") == std::string::npos);
        const auto cleared = gate.clear(prompt, gate.screenInput({{"q", "fine"}}));
        VERIFY_OK(cleared);
        QCOMPARE(cleared->prompt().messages.front().content, std::string("hello"));
    }

    void withoutRules() {
        const Gate gate = gateOf({});
        const ScreenedInput screened = gate.screenInput(json(kNested));
        QVERIFY(!screened.screening().blocked && screened.screening().verdicts.empty());
        QVERIFY(screened.screening().routeTo().empty() && screened.screening().blockMessage().empty());
        QCOMPARE(toText(screened.input()), std::string(kNested));
    }

    void badRulesAreNamed_data() {
        QTest::addColumn<QByteArray>("pii");
        QTest::addColumn<QByteArray>("regex");
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("kind") << QByteArray("shoe-size") << QByteArray() << QByteArray();
        QTest::newRow("regex") << QByteArray() << QByteArray("(") << QByteArray();
        QTest::newRow("empty regex") << QByteArray() << QByteArray("a*") << QByteArray();
        QTest::newRow("expression") << QByteArray() << QByteArray() << QByteArray("text ==");
    }
    void badRulesAreNamed() {
        QFETCH(QByteArray, pii);
        QFETCH(QByteArray, regex);
        QFETCH(QByteArray, when);
        PolicyRule rule = conditionRule(when.toStdString(), PolicyAction::Flag);
        rule.regex = regex.toStdString();
        if (!pii.isEmpty())
            rule.pii = {pii.toStdString()};
        const auto gate = Gate::make(std::vector{emailRule(PolicyStage::Input, PolicyAction::Flag), rule});
        QVERIFY(!gate.ok());
        QVERIFY2(gate.error().message.starts_with("policy rule 'condition': "), gate.error().message.c_str());
    }

    // Many texts in one input are looked at one by one, not each with a copy of all the others.
    void manyTexts() {
        Json list = Json::array();
        for (int i = 0; i < 20'000; ++i)
            list.push_back(std::string(50, 'x'));
        const Gate gate = gateOf({conditionRule("text == 'y'", PolicyAction::Block)});
        QVERIFY(gate.screenInput({{"list", std::move(list)}}).screening().verdicts.empty());
    }
};

QTEST_APPLESS_MAIN(GateTest)
#include "tst_gate.moc"
