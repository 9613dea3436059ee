// SPDX-License-Identifier: Apache-2.0

#include "routing/router.h"
#include "support/printing.h"

using namespace touchstone;
using routing::Overrides;
using routing::Plan;
using routing::Router;

namespace {

using Names = std::vector<std::string>;

std::shared_ptr<workflow::RoutingPart> partOf(std::vector<workflow::RoutingRule> rules, Names fallback = {}) {
    auto part = std::make_shared<workflow::RoutingPart>();
    for (const char* name : {"small", "large", "spare"})
        part->tiers.emplace_back(name, workflow::Tier{});
    part->rules = std::move(rules);
    part->fallback = std::move(fallback);
    return part;
}

Result<Plan> planOf(const std::shared_ptr<workflow::RoutingPart>& part, const Json& variables = Json::object(),
                    const Overrides& overrides = {}) {
    const auto router = Router::make(part);
    if (!router.ok())
        return router.error();
    return router->plan(variables, overrides);
}

std::string joined(const Names& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ",") + name;
    return text;
}

}  // namespace

class RouterTest : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QByteArray>("tiers");
        QTest::addColumn<QByteArray>("reason");
        QTest::addColumn<int>("passedOver");
        const auto row = [](const char* name, const char* variables, const char* tiers, const char* reason, int over) {
            QTest::newRow(name) << QByteArray(variables) << QByteArray(tiers) << QByteArray(reason) << over;
        };
        row("first rule", R"({"tokens":{"prompt":801},"plan":"free"})", "large,small,spare",
            "rule 1: tokens.prompt > 800", 0);
        row("second rule", R"({"tokens":{"prompt":800},"plan":"business"})", "spare,small",
            "rule 2: plan == 'business'", 1);
        row("first of two that hold", R"({"tokens":{"prompt":900},"plan":"business"})", "large,small,spare",
            "rule 1: tokens.prompt > 800", 0);
        row("the rest", R"({"tokens":{"prompt":1},"plan":"free"})", "small,spare", "rule 3: always", 2);
    }
    void rules() {
        QFETCH(QByteArray, variables);
        QFETCH(QByteArray, tiers);
        QFETCH(QByteArray, reason);
        QFETCH(int, passedOver);
        const auto part =
            partOf({{"tokens.prompt > 800", "large"}, {"plan == 'business'", "spare"}, {"", "small"}, {"", "large"}},
                   {"small", "spare", "small"});
        const auto plan = planOf(part, parseJson(variables.toStdString()).value());
        VERIFY_OK(plan);
        QCOMPARE(joined(plan->tiers), tiers.toStdString());
        QCOMPARE(plan->reason, reason.toStdString());
        QCOMPARE(plan->passedOver.size(), static_cast<std::size_t>(passedOver));
        if (passedOver > 0)
            QCOMPARE(plan->passedOver.front(), std::string("rule 1 → large: not tokens.prompt > 800"));
    }

    void withoutARuleThatHolds() {
        const auto plan = planOf(partOf({{"1 > 2", "large"}}, {"large"}));
        VERIFY_OK(plan);
        QCOMPARE(joined(plan->tiers), std::string("small,large"));
        QCOMPARE(plan->reason, std::string("no rule applies: the first tier"));
        QCOMPARE(joined(planOf(partOf({}))->tiers), std::string("small"));
    }

    void overrides_data() {
        QTest::addColumn<QByteArray>("caller");
        QTest::addColumn<QByteArray>("policy");
        QTest::addColumn<QByteArray>("tiers");
        QTest::newRow("caller") << QByteArray("small") << QByteArray() << QByteArray("small,spare");
        QTest::newRow("policy") << QByteArray() << QByteArray("spare") << QByteArray("spare");
        QTest::newRow("caller before policy")
            << QByteArray("small") << QByteArray("large") << QByteArray("small,spare");
    }
    void overrides() {
        QFETCH(QByteArray, caller);
        QFETCH(QByteArray, policy);
        QFETCH(QByteArray, tiers);
        // The rules are not even looked at: this one could not be evaluated.
        const auto plan = planOf(partOf({{"nothing.here", "large"}}, {"spare"}), Json::object(),
                                 {caller.toStdString(), policy.toStdString()});
        VERIFY_OK(plan);
        QCOMPARE(joined(plan->tiers), tiers.toStdString());
    }

    void unknownTiers_data() {
        QTest::addColumn<QByteArray>("use");
        QTest::addColumn<QByteArray>("fallback");
        QTest::addColumn<QByteArray>("caller");
        QTest::newRow("rule") << QByteArray("huge") << QByteArray("small") << QByteArray();
        QTest::newRow("fallback") << QByteArray("small") << QByteArray("huge") << QByteArray();
        QTest::newRow("caller") << QByteArray("small") << QByteArray("small") << QByteArray("huge");
    }
    void unknownTiers() {
        QFETCH(QByteArray, use);
        QFETCH(QByteArray, fallback);
        QFETCH(QByteArray, caller);
        const auto plan = planOf(partOf({{"", use.toStdString()}}, {fallback.toStdString()}), Json::object(),
                                 {caller.toStdString(), {}});
        QVERIFY(!plan.ok());
        QVERIFY(plan.error().code == ErrorCode::NotFound);
        QVERIFY(plan.error().message.find("no tier 'huge'") != std::string::npos);
    }

    // Neither a rule that does not compile nor one that cannot be evaluated is passed over.
    void badRules_data() {
        QTest::addColumn<QByteArray>("when");
        QTest::newRow("syntax") << QByteArray("plan ==");
        QTest::newRow("undefined") << QByteArray("customer.plan == 'x'");
        QTest::newRow("wrong type") << QByteArray("plan > 3");
        QTest::newRow("division") << QByteArray("1 / 0 > 1");
    }
    void badRules() {
        QFETCH(QByteArray, when);
        const auto plan = planOf(partOf({{"1 > 2", "small"}, {when.toStdString(), "large"}}), {{"plan", "free"}});
        QVERIFY(!plan.ok());
        QVERIFY2(plan.error().message.starts_with("/routing/rules/1/when: "), plan.error().message.c_str());
    }
};

QTEST_APPLESS_MAIN(RouterTest)
#include "tst_router.moc"
