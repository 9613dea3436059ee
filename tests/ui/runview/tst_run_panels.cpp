// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/code_editor.h"
#include "uibase/theme.h"
#include "uirunview/attempts_view.h"
#include "uirunview/feedback_view.h"
#include "uirunview/record_panels.h"
#include "uirunview/record_table.h"
#include "uirunview/run_case.h"
#include "uirunview/run_facts.h"
#include "uirunview/run_status.h"

#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::ui;
using namespace std::chrono_literals;

namespace {

trace::Span attempt(const char* id, const char* tier, trace::SpanStatus status, const char* message) {
    Json attributes = {
        {"gen_ai.operation.name", "chat"}, {"gen_ai.request.model", "gpt"}, {"gen_ai.usage.output_tokens", 7}};
    if (status == trace::SpanStatus::Error)
        attributes["error.type"] = "rate_limited";
    return {SpanId(id), SpanId("root"), std::string("attempt ") + tier, 1ms, 20ms, status, message, attributes};
}

// Refused, then an answer that does not fit, then one that does.
trace::Trace repairedTrace() {
    trace::Trace made;
    made.summary.id = TraceId("0123456789abcdef0123456789abcdef");
    made.summary.status = trace::Status::Ok;
    made.summary.tier = "small";
    made.summary.attempts = 3;
    made.summary.retries = 1;
    made.summary.cost = Money::fromPicodollars(4'120'000'000);
    made.detail.input = {{"text", "hello"}};
    made.detail.output = R"({"label":"refund"})";
    made.detail.spans = {{SpanId("root"), {}, "run", 0ms, 100ms, trace::SpanStatus::Ok, {}, {}},
                         attempt("a", "small", trace::SpanStatus::Error, "too many requests"),
                         attempt("b", "small", trace::SpanStatus::Ok, ""),
                         {SpanId("v"), SpanId("root"), "validate", 40ms, 1ms, trace::SpanStatus::Error, "/urgency", {}},
                         attempt("c", "small", trace::SpanStatus::Ok, ""),
                         {SpanId("w"), SpanId("root"), "validate", 60ms, 1ms, trace::SpanStatus::Ok, {}, {}}};
    return made;
}

RecordTable* tableOf(const QWidget& panel) {
    return panel.findChild<RecordTable*>();
}

QString cellOf(const QWidget& panel, int row, int column) {
    return tableOf(panel)->model()->index(row, column).data().toString();
}

QString sentenceOf(const QWidget& panel) {
    return panel.findChild<QLabel*>(QStringLiteral("sentence"))->text();
}

}  // namespace

class RunPanelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void statusSaysHowItEnded_data() {
        QTest::addColumn<trace::Summary>("summary");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* word, trace::Status status, int attempts, int retries, bool fellBack) {
            trace::Summary summary;
            summary.status = status;
            summary.attempts = attempts;
            summary.retries = retries;
            summary.fellBack = fellBack;
            QTest::newRow(word) << summary << QString::fromLatin1(word);
        };
        row("valid", trace::Status::Ok, 1, 0, false);
        row("retried", trace::Status::Ok, 2, 1, false);
        row("repaired", trace::Status::Ok, 3, 1, false);
        row("fell back", trace::Status::Ok, 3, 1, true);
        row("invalid", trace::Status::Invalid, 1, 0, true);
        row("blocked", trace::Status::Blocked, 0, 0, false);
        row("failed", trace::Status::Failed, 2, 1, false);
        row("stopped", trace::Status::Cancelled, 1, 0, false);
    }
    void statusSaysHowItEnded() {
        QFETCH(trace::Summary, summary);
        QTEST(statusOf(summary).word, "word");
        QVERIFY(!statusOf(summary).sign.isEmpty());
    }

    void attemptsKnowWhatBecameOfThem() {
        const std::vector<Attempt> attempts = attemptsOf(repairedTrace());
        QCOMPARE(attempts.size(), 3U);
        QCOMPARE(attempts[0].problem, QStringLiteral("rate limited"));
        QVERIFY(!attempts[1].valid && attempts[1].invalid == QStringLiteral("/urgency"));
        QVERIFY(attempts[2].valid && attempts[2].outputTokens == 7 && !attempts[2].inputTokens);
    }

    void whatABrokenOffRunHadIsTheLastCalls_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("count");
        QTest::addColumn<QStringList>("answers");
        const QString kept = QStringLiteral("kept");
        const QString half = QStringLiteral("half");
        QTest::newRow("asked again, then stopped")
            << static_cast<int>(trace::Status::Cancelled) << 2 << QStringList{kept, half};
        QTest::newRow("failed, and the next tier could not be asked")
            << static_cast<int>(trace::Status::Failed) << 3 << QStringList{kept, half, QString()};
    }
    void whatABrokenOffRunHadIsTheLastCalls() {
        QFETCH(int, status);
        QFETCH(int, count);
        trace::Trace made;
        made.summary.status = static_cast<trace::Status>(status);
        made.summary.tier = "small";
        made.detail.output = "half";
        made.detail.spans = {attempt("a", "small", trace::SpanStatus::Ok, ""),
                             attempt("b", "small", trace::SpanStatus::Cancelled, "stopped"),
                             attempt("c", "large", trace::SpanStatus::Error, "too long")};
        made.detail.spans[0].attributes["touchstone.answer"] = "kept";
        made.detail.spans[1].attributes["error.type"] = "cancelled";
        made.detail.spans[2].attributes.erase("gen_ai.operation.name");
        made.detail.spans.resize(static_cast<std::size_t>(count));
        QStringList answers;
        for (const Attempt& one : attemptsOf(made))
            answers.append(one.answer);
        QTEST(answers, "answers");
    }

    void attemptsAreSelectedByKeyAndMouse() {
        AttemptsView view(m_theme);
        view.resize(560, 300);
        view.show();
        view.setTrace(repairedTrace());
        RecordTable& table = *tableOf(view);
        QAbstractItemModelTester tester(table.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(table.currentRow(), 2);
        QVERIFY(view.findChild<QWidget*>(QStringLiteral("attemptAnswer"))->isVisible());
        QStringList spans;
        connect(&view, &AttemptsView::spanSelected, this,
                [&spans](const SpanId& span) { spans.append(QString::fromStdString(span.text)); });
        QTest::keyClick(&table, Qt::Key_Up);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.model()->index(0, 1)).center());
        QCOMPARE(spans, (QStringList{QStringLiteral("b"), QStringLiteral("a")}));
        QCOMPARE(view.findChild<QLabel*>(QStringLiteral("attemptReason"))->text(), QStringLiteral("too many requests"));
        view.setCurrentSpan(SpanId("c"));
        view.setCurrentSpan(SpanId("root"));
        QCOMPARE(table.currentRow(), 2);
        QCOMPARE(spans.size(), 2);
        table.selectRow(0);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("rate limited")));
    }

    void attemptsTellWhatTheyCostAndSaid() {
        trace::Trace trace = repairedTrace();
        for (trace::Span& span : trace.detail.spans)
            span.attributes["gen_ai.operation.name"] = "chat";
        trace.detail.spans[2].attributes["touchstone.cost.usd"] = "0.00102";
        trace.detail.spans[2].attributes["touchstone.answer"] = R"({"urgency":9})";
        trace.detail.spans[4].attributes["touchstone.cost.usd"] = "0.0031";
        trace.detail.spans[4].attributes.erase("error.type");
        trace.summary.tier = "small";
        AttemptsView view(m_theme);
        view.resize(560, 300);
        view.show();
        view.setTrace(trace);
        QCOMPARE(cellOf(view, 0, 5), QStringLiteral("—"));
        QCOMPARE(cellOf(view, 1, 5), QStringLiteral("$0.00102"));
        QCOMPARE(cellOf(view, 2, 5), QStringLiteral("$0.00310"));
        auto* answer = view.findChild<CodeEditor*>(QStringLiteral("attemptAnswer"));
        QCOMPARE(answer->text(), QStringLiteral(R"({"label":"refund"})"));
        tableOf(view)->setCurrentRow(1);
        QCOMPARE(answer->text(), QStringLiteral(R"({"urgency":9})"));
        tableOf(view)->setCurrentRow(0);
        QVERIFY(!answer->isVisible());
        CostView cost(m_theme);
        cost.setTrace(trace);
        QCOMPARE(cellOf(cost, 1, 3), QStringLiteral("$0.00102"));
        QCOMPARE(cellOf(cost, 3, 3), QStringLiteral("$0.00412"));
    }

    void aRunWithoutAttemptsSaysSo() {
        AttemptsView view(m_theme);
        trace::Trace blocked;
        blocked.summary.status = trace::Status::Blocked;
        view.setTrace(blocked);
        QVERIFY(view.findChild<QLabel*>(QStringLiteral("attemptReason"))->text().contains(QStringLiteral("No model")));
    }

    void panelsSayWhatWasFound() {
        trace::Trace trace = repairedTrace();
        trace.detail.validation = {{"", "is no object"}, {"/urgency", "is missing"}};
        trace.detail.policy = {{"pii", "input", "mask", "/text", 2, "an address"}};
        ValidationView validation(m_theme);
        validation.setTrace(trace);
        QCOMPARE(cellOf(validation, 0, 0), QStringLiteral("whole answer"));
        QCOMPARE(cellOf(validation, 1, 1), QStringLiteral("is missing"));
        PolicyView policy(m_theme);
        policy.setTrace(trace);
        QCOMPARE(cellOf(policy, 0, 0), QStringLiteral("pii"));
        QCOMPARE(cellOf(policy, 0, 4), QStringLiteral("2"));
        CostView cost(m_theme);
        cost.setTrace(trace);
        QCOMPARE(tableOf(cost)->model()->rowCount(), 4);
        QCOMPARE(cellOf(cost, 0, 3), QStringLiteral("—"));  // an older trace knows the sum only
        QCOMPARE(cellOf(cost, 3, 3), QStringLiteral("$0.00412"));
        trace.summary.cost.reset();
        trace.detail.policy.clear();
        trace.detail.validation.clear();
        cost.setTrace(trace);
        policy.setTrace(trace);
        validation.setTrace(trace);
        QVERIFY(sentenceOf(cost).contains(QStringLiteral("not known")));
        QVERIFY(sentenceOf(policy).contains(QStringLiteral("No policy")));
        QVERIFY(sentenceOf(validation).startsWith(QStringLiteral("✓")));
    }

    void feedbackKeepsWhatIsTypedWhenItFails() {
        FeedbackView view(m_theme);
        view.setTrace(repairedTrace());
        view.show();
        auto* reason = view.findChild<QLineEdit*>(QStringLiteral("feedbackReason"));
        auto* save = view.findChild<QPushButton*>(QStringLiteral("saveFeedback"));
        auto* up = view.findChild<QToolButton*>(QStringLiteral("thumbUp"));
        QVERIFY(!save->isEnabled());
        up->click();
        QVERIFY(save->isEnabled());
        up->click();
        QVERIFY(!save->isEnabled());
        QTest::keyClicks(reason, QStringLiteral("wrong"));
        std::vector<trace::Feedback> given;
        connect(&view, &FeedbackView::given, this, [&given](const trace::Feedback& f) { given.push_back(f); });
        QTest::keyClick(reason, Qt::Key_Return);
        QCOMPARE(given.size(), 1U);
        QVERIFY(given[0].comment == "wrong" && !given[0].score && given[0].thumb == trace::Thumb::None);
        QTest::mouseClick(save, Qt::LeftButton);  // still being stored
        QCOMPARE(given.size(), 1U);
        view.setFailed(QStringLiteral("the disk is full"));
        QCOMPARE(reason->text(), QStringLiteral("wrong"));
        QVERIFY(save->isEnabled());
        trace::Trace other = repairedTrace();
        other.summary.id = TraceId("ffffffffffffffffffffffffffffffff");
        view.setTrace(other);
        QVERIFY(reason->text().isEmpty());
        view.setTrace(repairedTrace());
        QCOMPARE(reason->text(), QStringLiteral("wrong"));
        view.setSaved();
        QVERIFY(reason->text().isEmpty());
    }

    void aCaseExpectsWhatPeopleSaid() {
        trace::Trace trace = repairedTrace();
        QVERIFY(*caseOf(trace).expected == Json({{"label", "refund"}}));
        trace.detail.feedback = {{trace::Thumb::Down, "", {}, {}, R"({"label":"login"})"}};
        QVERIFY(*caseOf(trace).expected == Json({{"label", "login"}}));
        trace.detail.feedback.clear();
        trace.summary.status = trace::Status::Invalid;
        QVERIFY(!caseOf(trace).expected);
        QVERIFY(caseOf(trace).input == trace.detail.input);
    }

    void factsAreNamed() {
        RunFacts facts(m_theme);
        facts.setTrace(repairedTrace());
        QStringList values;
        for (const QLabel* label : facts.findChildren<QLabel*>())
            if (!label->accessibleName().isEmpty())
                values.append(label->accessibleName() + QLatin1Char('=') + label->text());
        QVERIFY(values.contains(QStringLiteral("Cost=$0.00412")));
        QVERIFY(values.contains(QStringLiteral("Attempts=3")));
    }

private:
    Theme m_theme{ThemeMode::Light};
};

GUI_TEST_MAIN(RunPanelsTest)
#include "tst_run_panels.moc"
