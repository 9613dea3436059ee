// SPDX-License-Identifier: GPL-3.0-or-later

#include "uitraces/traces_view.h"

#include "query_field.h"
#include "time_brush.h"
#include "trace_table.h"
#include "trace_table_model.h"
#include "uibase/column_menu.h"
#include "uibase/theme.h"
#include "uibase/waterfall_view.h"
#include "uistate/job_list.h"
#include "uistate/text.h"

#include "base/system_clock.h"
#include "support/printing.h"
#include "support/trace_generator.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDoubleSpinBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

constexpr int kTraces = 600;

// Traces with something to see in each of their tabs.
trace::Trace richTrace(std::uint64_t number) {
    trace::Trace made = makeTrace(number);
    made.summary.start = WallTime(std::chrono::seconds(1'770'000'000));
    made.summary.status = trace::Status::Invalid;
    made.detail.input = {{"ticket", "Where is my parcel?"}};
    made.detail.output = R"({"label":"delivery"})";
    made.detail.validation = {{"/urgency", "is missing"}};
    made.detail.policy = {{"pii", "input", "mask", "/ticket", 2, "an e-mail address"}};
    made.detail.sources = {{1, "faq.md", "Delivery", 0, 100, 0.8, 40}};
    const SpanId root = made.detail.spans.front().id;
    made.detail.spans.resize(5);
    for (const char* tier : {"small", "large"}) {
        trace::Span span{SpanId(tier == std::string("small") ? "aaaaaaaaaaaaaaaa" : "bbbbbbbbbbbbbbbb"),
                         root,
                         std::string("attempt ") + tier,
                         std::chrono::milliseconds(10),
                         std::chrono::milliseconds(80),
                         tier == std::string("small") ? trace::SpanStatus::Error : trace::SpanStatus::Ok,
                         tier == std::string("small") ? "the server is busy" : "",
                         {{"gen_ai.request.model", "gpt"}, {"gen_ai.usage.input_tokens", 12}}};
        made.detail.spans.push_back(span);
    }
    made.summary.attempts = 2;
    return made;
}

template <class T>
T* child(const QObject& parent, const char* name) {
    return parent.findChild<T*>(QString::fromLatin1(name));
}

}  // namespace

class TracesViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto session = m_fixture->open(store::OpenMode::Create);
        QVERIFY(session.ok());
        m_session = std::move(session).value();
    }

    void cleanup() {
        m_view.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void emptyWorkspaceSaysWhatThePlaceIsFor() {
        show();
        const QLabel* sentence = child<QLabel>(*child<QWidget>(*m_view, "tracesEmpty"), "emptySentence");
        QTRY_VERIFY(sentence->isVisible());
        QVERIFY(sentence->text().contains(QStringLiteral("Every run leaves a trace")));
        QVERIFY(m_fixture->fill(*m_session).ok());
        QSignalSpy asked(m_view.get(), &Place::goToRequested);
        child<QPushButton>(*child<QWidget>(*m_view, "tracesEmpty"), "emptyAction")->click();
        QTRY_COMPARE(asked.count(), 1);
    }

    void modelIsSound() {
        put(kTraces);
        show();
        QAbstractItemModelTester tester(table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_VERIFY(rows() >= 200);
        table()->scrollToBottom();
        QTRY_COMPARE(rows(), kTraces);
        WallTime before = WallTime::max();
        for (int row = 0; row < rows(); ++row) {
            const trace::Summary summary = model()->summaryAt(row);
            QVERIFY(summary.start <= before);
            before = summary.start;
        }
        QVERIFY(!model()->canFetchMore({}));
    }

    void rowsHaveWhatTheTraceHad() {
        append({richTrace(7)});
        show();
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(cell(0, "input"), QStringLiteral("Where is my parcel?"));
        QCOMPARE(cell(0, "status"), QStringLiteral("invalid"));
        QCOMPARE(cell(0, "attempts"), QStringLiteral("2"));
        QCOMPARE(model()->summaryAt(0).id, richTrace(7).summary.id);
    }

    void newTracesComeOnTopWhenLive() {
        put(300);
        show();
        QTRY_VERIFY(rows() >= 200);
        QSignalSpy resets(model(), &QAbstractItemModel::modelReset);
        QSignalSpy inserts(model(), &QAbstractItemModel::rowsInserted);
        const TraceId top = model()->summaryAt(0).id;
        put(10, 300);
        QTest::qWait(0);
        QCOMPARE(model()->summaryAt(0).id, top);
        child<QPushButton>(*m_view, "liveTracesButton")->click();
        QTRY_COMPARE(model()->rowOf(top.text), 10);
        put(5, 310);
        announce();
        QTRY_COMPARE(model()->rowOf(top.text), 15);
        QCOMPARE(resets.count(), 0);
        QVERIFY(inserts.count() >= 2);
    }

    void whatOneReadsStaysWhenNewTracesCome() {
        put(300);
        show();
        QTRY_VERIFY(rows() >= 200);
        child<QPushButton>(*m_view, "liveTracesButton")->click();
        table()->verticalScrollBar()->setValue(50);
        const QString id = cell(table()->rowAt(1), "id");
        put(8, 300);
        announce();
        QTRY_VERIFY(table()->verticalScrollBar()->value() == 58);
        QCOMPARE(cell(table()->rowAt(1), "id"), id);
    }

    void filtersByWordsAndChips() {
        put(kTraces);
        show();
        QTRY_VERIFY(rows() >= 200);
        QTest::keyClick(table(), Qt::Key_F, Qt::ControlModifier);
        QLineEdit* edit = child<QLineEdit>(*m_view, "traceQuery");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("status:invalid "));
        QCOMPARE(edit->text(), QString());
        QCOMPARE(field()->query(), QStringLiteral("status:invalid"));
        QTRY_VERIFY(rows() > 0 && rows() < 100 && cell(0, "status") == QStringLiteral("invalid"));
        const int invalid = rows();
        QTRY_VERIFY(child<QLabel>(*m_view, "queryResult")->text().startsWith(QStringLiteral("%1 of 600").arg(invalid)));
        QTest::keyClicks(edit, QStringLiteral("workflow:order-lookup"));
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(field()->query(), QStringLiteral("status:invalid workflow:order-lookup"));
        QTRY_VERIFY2(rows() < invalid, qPrintable(QStringLiteral("%1 of %2").arg(rows()).arg(invalid)));
        QTest::keyClick(edit, Qt::Key_Backspace);  // the chip is text again
        QCOMPARE(edit->text(), QStringLiteral("workflow:order-lookup"));
        QCOMPARE(field()->query(), QStringLiteral("status:invalid"));
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTRY_COMPARE(rows(), invalid);
        QToolButton* cross = field()->findChild<QToolButton*>(QStringLiteral("chipRemove"));
        QTest::mouseClick(cross, Qt::LeftButton);
        QTRY_VERIFY(rows() >= 200);
    }

    void aWrongQueryIsSaidAndCorrected() {
        put(100);
        show();
        QTRY_COMPARE(rows(), 100);
        QLineEdit* edit = child<QLineEdit>(*m_view, "traceQuery");
        edit->setFocus();
        QTest::keyClicks(edit, QStringLiteral("status:faild"));
        QTest::keyClick(edit, Qt::Key_Return);
        QLabel* problem = child<QLabel>(*m_view, "queryProblem");
        QTRY_VERIFY(problem->isVisible());
        QCOMPARE(rows(), 100);
        QPushButton* correct = child<QPushButton>(*m_view, "correctQuery");
        QVERIFY(correct->isVisible());
        QTest::mouseClick(correct, Qt::LeftButton);
        QCOMPARE(field()->query(), QStringLiteral("status:failed"));
        QTRY_VERIFY(rows() < 100);
        QVERIFY(!problem->isVisible());
    }

    void namesThatNoTraceHasAreSaid() {
        put(50);
        show();
        QTRY_COMPARE(rows(), 50);
        field()->setQuery(QStringLiteral("tier:smal"));
        QTRY_VERIFY(child<QLabel>(*m_view, "queryProblem")->isVisible());
        QVERIFY(child<QLabel>(*m_view, "queryProblem")->text().contains(QStringLiteral("small")));
        QCOMPARE(rows(), 50);
    }

    void suggestionsComplete() {
        put(200);
        show();
        QTRY_COMPARE(rows(), 200);
        QLineEdit* edit = child<QLineEdit>(*m_view, "traceQuery");
        edit->setFocus();
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, QStringLiteral("tier:"));
        QAbstractItemView* list = nullptr;
        const auto shown = [&list] {
            for (QWidget* widget : QApplication::topLevelWidgets())
                if (widget->objectName() == QStringLiteral("suggestions") && widget->isVisible())
                    list = qobject_cast<QAbstractItemView*>(widget);
            return list && list->model()->rowCount() == 2;
        };
        QTRY_VERIFY(shown());
        QAbstractItemModelTester tester(list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QString first = list->model()->index(0, 0).data().toString();
        QVERIFY(
            list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("trace(s)")));
        QTest::keyClick(edit, Qt::Key_Down);
        QTest::keyClick(edit, Qt::Key_Tab);
        QCOMPARE(field()->query(), QStringLiteral("tier:") + first);
        QTRY_VERIFY(rows() > 0 && rows() < 200);
    }

    void brushChoosesTime() {
        put(kTraces);
        show();
        auto* brush = child<TimeBrush>(*m_view, "timeBrush");
        QTRY_VERIFY(rows() >= 200 && brush->accessibleDescription().contains(QStringLiteral("–")));
        const WallTime newest = model()->summaryAt(0).start;
        QTest::mousePress(brush, Qt::LeftButton, {}, {brush->width() / 2, 20});
        QTest::mouseMove(brush, {brush->width() * 3 / 4, 20});
        QTest::mouseRelease(brush, Qt::LeftButton, {}, {brush->width() * 3 / 4, 20});
        QVERIFY(brush->range());
        const TimeRange chosen = *brush->range();
        QTRY_VERIFY(rows() > 0 && rows() < 200);
        QVERIFY(model()->summaryAt(0).start < chosen.to && model()->summaryAt(rows() - 1).start >= chosen.from);
        brush->setFocus();
        QTest::keyClick(brush, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(brush->range()->to > chosen.to && brush->range()->from == chosen.from);
        QTest::keyClick(brush, Qt::Key_Left);
        QVERIFY(brush->range()->from < chosen.from);
        QTest::mouseDClick(brush, Qt::LeftButton, {}, {brush->width() / 4, 20});
        QVERIFY(!brush->range());
        QTRY_VERIFY(rows() >= 200 && model()->summaryAt(0).start == newest);
    }

    void brushMovesByItsMiddleAndEdges() {
        TimeBrush brush(m_theme);
        brush.resize(1000, 68);
        const WallTime from{std::chrono::seconds(1'770'000'000)};
        brush.setTimeline({from, from + std::chrono::hours(10), std::vector<store::TimelineBucket>(10, {5, 1})});
        const std::chrono::nanoseconds hour = std::chrono::hours(1);
        brush.setRange(TimeRange{from + 2 * hour, from + 4 * hour});
        const int perHour = (1000 - 56 - 16) / 10;
        const auto at = [&](int hours) { return QPoint(56 + hours * perHour, 20); };
        QSignalSpy changed(&brush, &TimeBrush::rangeChanged);
        drag(brush, at(3), at(5));
        QVERIFY(brush.range()->to - brush.range()->from == 2 * hour);
        QVERIFY(brush.range()->from > from + 3 * hour);
        drag(brush, at(6), at(9));
        QVERIFY(brush.range()->to - brush.range()->from > 4 * hour);
        drag(brush, at(0), at(10) + QPoint(20, 0));  // all there is, is no choice
        QVERIFY(!brush.range());
        QCOMPARE(changed.count(), 3);
        QTest::mouseClick(&brush, Qt::LeftButton, {}, at(5));
        QVERIFY(!brush.range());
        QTest::keyClick(&brush, Qt::Key_Left);
        QVERIFY(brush.range());
        QTest::keyClick(&brush, Qt::Key_Delete);
        QVERIFY(!brush.range());
    }

    void detailShowsTheTrace() {
        append({richTrace(3)});
        show();
        QTRY_COMPARE(rows(), 1);
        open(0);
        QCOMPARE(tabs()->tabText(2), QStringLiteral("Attempts 2"));
        QCOMPARE(tabs()->tabText(3), QStringLiteral("Validation 1"));
        QCOMPARE(tabs()->tabText(4), QStringLiteral("Policy 1"));
        auto* waterfall = child<WaterfallView>(*m_view, "traceWaterfall");
        auto* attempts = child<QTableView>(*m_view, "attempts");
        QCOMPARE(attempts->model()->rowCount(), 2);
        attempts->selectRow(0);
        QCOMPARE(waterfall->currentSpan(), 5);
        QVERIFY(child<QLabel>(*m_view, "attemptReason")->text().contains(QStringLiteral("busy")));
        waterfall->setCurrentSpan(6);
        QCOMPARE(attempts->currentIndex().row(), 1);
    }

    void headAndTabsFit_data() {
        QTest::addColumn<int>("width");
        QTest::newRow("1280") << 1232;
        QTest::newRow("1440") << 1392;
        QTest::newRow("tiny") << 800;
    }
    void headAndTabsFit() {
        QFETCH(int, width);
        append({richTrace(3)});
        show();
        m_view->resize(width, 830);
        QTRY_COMPARE(rows(), 1);
        open(0);
        const QLabel* id = child<QLabel>(*m_view, "traceId");
        QCOMPARE(id->text(), id->toolTip().left(8));
        QVERIFY(id->width() >= id->sizeHint().width());
        const QWidget* more = child<QWidget>(*m_view, "moreActions");
        const QWidget* detail = child<QWidget>(*m_view, "traceDetail");
        QVERIFY(more->mapTo(detail, more->rect().bottomRight()).x() <= detail->width());
        const QTabBar& bar = *tabs();
        QVERIFY(bar.tabRect(bar.count() - 1).right() <= bar.width());
        for (const QToolButton* scroller : bar.findChildren<QToolButton*>())
            QVERIFY(!scroller->isVisible());
    }

    void feedbackIsStored() {
        append({richTrace(3)});
        show();
        QTRY_COMPARE(rows(), 1);
        open(0);
        tabs()->setCurrentIndex(6);
        QPushButton* save = child<QPushButton>(*m_view, "saveFeedback");
        QVERIFY(!save->isEnabled());
        child<QToolButton>(*m_view, "thumbDown")->click();
        child<QDoubleSpinBox>(*m_view, "feedbackScore")->setValue(0.25);
        QTest::keyClicks(child<QLineEdit>(*m_view, "feedbackReason"), QStringLiteral("too slow"));
        QTest::keyClicks(child<QPlainTextEdit>(*m_view, "feedbackCorrection"), QStringLiteral("refund"));
        QTest::mouseClick(save, Qt::LeftButton);
        QTRY_COMPARE(tabs()->tabText(6), QStringLiteral("Feedback 1"));
        QTRY_COMPARE(cell(0, "feedback"), QStringLiteral("bad"));
        QCOMPARE(child<QLineEdit>(*m_view, "feedbackReason")->text(), QString());
        QCOMPARE(child<QTableView>(*m_view, "earlierFeedback")->model()->rowCount(), 1);
        const auto loaded = session::await<trace::Trace>(
            [&](auto done) { m_session->traces().load(richTrace(3).summary.id.text, std::move(done)); });
        QVERIFY(loaded.ok());
        QCOMPARE(loaded->detail.feedback.size(), 1U);
        QCOMPARE(loaded->detail.feedback[0].comment, std::string("too slow"));
        QCOMPARE(loaded->detail.feedback[0].correction, std::string("refund"));
        QCOMPARE(loaded->detail.feedback[0].score, std::optional(0.25));
        QVERIFY(loaded->summary.feedback == trace::Thumb::Down);
    }

    void copiesRowsAndTraces() {
        append({richTrace(3), richTrace(4)});
        show();
        QTRY_COMPARE(rows(), 2);
        QTRY_COMPARE(cell(1, "input"), QStringLiteral("Where is my parcel?"));
        table()->selectAll();
        QTest::keyClick(table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QApplication::clipboard()->text().split(QLatin1Char('\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith(QStringLiteral("Time\tVersion\tInput\tStatus")));
        QVERIFY(lines[1].contains(QStringLiteral("Where is my parcel?")));
        table()->copy(TableFormat::Json);
        const QJsonArray array = QJsonDocument::fromJson(QApplication::clipboard()->text().toUtf8()).array();
        QCOMPARE(array.size(), 2);
        QCOMPARE(array[0].toObject()[QStringLiteral("latency_ms")].toDouble(),
                 static_cast<double>(model()->summaryAt(0).duration.count()) / 1e6);
        open(0);
        command("copyTraceId")->trigger();
        QCOMPARE(toUtf8(QApplication::clipboard()->text()), model()->summaryAt(0).id.text);
        command("copyCase")->trigger();
        const QJsonObject object = QJsonDocument::fromJson(QApplication::clipboard()->text().toUtf8()).object();
        QCOMPARE(object[QStringLiteral("input")].toObject()[QStringLiteral("ticket")].toString(),
                 QStringLiteral("Where is my parcel?"));
    }

    void leadsToVersionAndDraft() {
        append({richTrace(3)});
        show();
        QTRY_COMPARE(rows(), 1);
        open(0);
        std::vector<Destination> asked;
        connect(m_view.get(), &Place::goToRequested, this, [&asked](const Destination& d) { asked.push_back(d); });
        command("openVersion")->trigger();
        command("runOnDraft")->trigger();
        QCOMPARE(asked.size(), 2U);
        QCOMPARE(std::get<VersionDestination>(asked[0]).reference, toQString(richTrace(3).summary.version.text));
        QVERIFY(std::get<TryDestination>(asked[1]).input == richTrace(3).detail.input);
        QVERIFY(std::get<TryDestination>(asked[1]).run);
    }

    void addsACaseToADataset() {
        append({richTrace(3)});
        show();
        QTRY_COMPARE(rows(), 1);
        open(0);
        auto* menu = child<QMenu>(*m_view, "datasetMenu");
        menu->popup({});
        auto* name = menu->findChild<QLineEdit*>(QStringLiteral("newDataset"));
        QTest::keyClicks(name, QStringLiteral("found"));
        QTest::keyClick(name, Qt::Key_Return);
        const QLabel* said = child<QLabel>(*child<QWidget>(*m_view, "traceBanner"), "bannerText");
        QTRY_COMPARE(said->text(), QStringLiteral("Added to found"));
        const auto cases = session::await<std::vector<eval::Case>>(
            [&](auto done) { m_session->exchange().cases("found", 0, 10, std::move(done)); });
        QVERIFY(cases.ok() && cases->size() == 1);
        QVERIFY(cases->front().input == richTrace(3).detail.input);
        menu->popup({});
        QTRY_VERIFY(menu->findChild<QAction*>(QStringLiteral("dataset.found")));
        menu->findChild<QAction*>(QStringLiteral("dataset.found"))->trigger();
        menu->close();
        QTRY_COMPARE(said->text(), QStringLiteral("found has this case already"));
    }

    void replaysARun() {
        QVERIFY(m_fixture->fill(*m_session).ok());
        const auto history = session::await<session::History>(
            [&](auto done) { m_session->authoring().history(WorkspaceFixture::kWorkflow, std::move(done)); });
        session::RunInput input;
        input.subject.version = history->versions.front().id;
        input.input = {{"text", "please refund me"}};
        const auto outcome = session::await<engine::Outcome>(
            [&](auto done) { m_session->running().run(input, {}, {}, std::move(done)); });
        QVERIFY(outcome.ok());
        QVERIFY(session::await<void>([&](auto done) { m_session->traces().flush(std::move(done)); }).ok());
        show();
        QTRY_COMPARE(rows(), 1);
        QTRY_COMPARE(cell(0, "version"), QStringLiteral("v2"));
        open(0);
        QLabel* said = m_view->findChild<QWidget*>(QStringLiteral("traceBanner"))
                           ->findChild<QLabel*>(QStringLiteral("bannerText"));
        const auto topOf = [this](const char* name) {
            return child<QWidget>(*m_view, name)->mapTo(m_view.get(), QPoint()).y();
        };
        const std::array<int, 3> before{topOf("traceTable"), topOf("traceWaterfall"), topOf("detailTabs")};
        command("replayTrace")->trigger();
        QTRY_VERIFY(said->isVisible() && said->text().contains(QStringLiteral("the same answer")));
        QApplication::processEvents();  // what was said moves nothing that one reads
        QCOMPARE(topOf("traceTable"), before[0]);
        QCOMPARE(topOf("traceWaterfall"), before[1]);
        QCOMPARE(topOf("detailTabs"), before[2]);
        command("copyCurl")->trigger();
        QTRY_VERIFY(said->text().contains(QStringLiteral("no cURL command")));
    }

    void goesToTracesAndLists() {
        put(kTraces);
        show();
        QTRY_VERIFY(rows() >= 200);
        const TraceId oldest = makeTrace(0).summary.id;  // not among the rows yet
        QVERIFY(m_view->goTo(TraceDestination{toQString(oldest.text)}));
        QTRY_VERIFY(child<QLabel>(*m_view, "traceId")->toolTip() == toQString(oldest.text));
        QVERIFY(m_view->goTo(TraceListDestination{QStringLiteral("status:failed")}));
        QTRY_VERIFY(rows() > 0 && cell(0, "status") == QStringLiteral("failed"));
        QVERIFY(!m_view->goTo(SettingDestination{}));
    }

    void keepsItsLayout() {
        put(20);
        show();
        QTRY_COMPARE(rows(), 20);
        table()->columns().restore(QStringLiteral("time:140 status:80 -version model:100"));
        field()->setQuery(QStringLiteral("origin:production"));
        auto* saved = child<QMenu>(*m_view, "savedFiltersMenu");
        saved->popup({});
        auto* name = saved->findChild<QLineEdit*>(QStringLiteral("filterName"));
        QTest::keyClicks(name, QStringLiteral("live ones"));
        QTest::keyClick(name, Qt::Key_Return);
        const QVariantMap layout = m_view->saveLayout();
        m_view.reset();
        show();
        m_view->restoreLayout(layout);
        QCOMPARE(field()->query(), QStringLiteral("origin:production"));
        QCOMPARE(m_view->saveLayout(), layout);
        QVERIFY(table()->columns().text().startsWith(QStringLiteral("time:140 status:80 -version model:100")));
        field()->setQuery({});
        saved = child<QMenu>(*m_view, "savedFiltersMenu");
        saved->popup({});
        for (QAction* action : saved->actions())
            if (action->text() == QStringLiteral("live ones"))
                action->trigger();
        QCOMPARE(field()->query(), QStringLiteral("origin:production"));
        saved->close();
    }

    void everythingHasAName() {
        append({richTrace(3)});
        show();
        QTRY_COMPARE(rows(), 1);
        open(0);
        for (int tab = 0; tab < tabs()->count(); ++tab) {
            tabs()->setCurrentIndex(tab);
            for (const QWidget* widget : m_view->findChildren<QWidget*>())
                if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus &&
                    !widget->objectName().startsWith(QStringLiteral("qt_"))) {
                    const QAccessibleInterface* seen =
                        QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
                    QVERIFY2(seen && !seen->text(QAccessible::Name).isEmpty(),
                             qPrintable(QStringLiteral("%1 %2 on tab %3")
                                            .arg(QString::fromLatin1(widget->metaObject()->className()),
                                                 widget->objectName(), tabs()->tabText(tab))));
                }
        }
    }

private:
    void append(const std::vector<trace::Trace>& traces) {
        SystemClock clock;
        auto workspace = store::Workspace::open(m_fixture->path(), store::OpenMode::ReadWrite, clock);
        QVERIFY(workspace.ok());
        for (const trace::Trace& trace : traces)
            QVERIFY(workspace.value()->traces().append(trace).ok());
        QVERIFY(workspace.value()->traces().flush().wait().ok());
    }
    void put(int count, int first = 0) {
        std::vector<trace::Trace> traces;
        for (int i = first; i < first + count; ++i)
            traces.push_back(makeTrace(static_cast<std::uint64_t>(i)));
        append(traces);
    }
    // What another connection wrote is not announced; this is.
    void announce() {
        const auto stored = session::await<void>([&](auto done) {
            m_session->traces().addFeedback(makeTrace(0).summary.id, {trace::Thumb::Up, {}, {}}, std::move(done));
        });
        QVERIFY(stored.ok());
    }
    void show() {
        m_view = std::make_unique<TracesView>(*m_session, m_theme, m_jobs);
        m_view->resize(1392, 830);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }
    void open(int row) {
        const QRect place = table()->visualRect(model()->index(row, 0));
        QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, place.center());
        QTRY_COMPARE(child<QLabel>(*m_view, "traceId")->toolTip(), toQString(model()->summaryAt(row).id.text));
    }
    static void drag(QWidget& widget, QPoint from, QPoint to) {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(&widget, to);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }
    [[nodiscard]] QAction* command(const char* name) const {
        for (QAction* action : m_view->commands())
            if (action->objectName() == QLatin1StringView(name))
                return action;
        return nullptr;
    }
    [[nodiscard]] TraceTable* table() const { return child<TraceTable>(*m_view, "traceTable"); }
    [[nodiscard]] TraceTableModel* model() const { return qobject_cast<TraceTableModel*>(table()->model()); }
    [[nodiscard]] QueryField* field() const { return m_view->findChild<QueryField*>(); }
    [[nodiscard]] QTabBar* tabs() const { return child<QTabBar>(*m_view, "detailTabs"); }
    [[nodiscard]] int rows() const { return model()->rowCount(); }
    [[nodiscard]] QString cell(int row, const char* key) const {
        for (int column = 0; column < model()->columnCount(); ++column)
            if (model()->headerData(column, Qt::Horizontal, TraceTableModel::ValueRole).toString() ==
                QLatin1StringView(key))
                return model()->index(row, column).data().toString();
        return {};
    }

    Theme m_theme{ThemeMode::Light};
    SystemClock m_clock;
    JobList m_jobs{m_clock};
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<TracesView> m_view;
};

GUI_TEST_MAIN(TracesViewTest)
#include "tst_traces_view.moc"
