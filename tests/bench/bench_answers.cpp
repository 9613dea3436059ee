// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_answers [--smoke] [PART OF A NAME]: whatever a model answers, the Try panel shows it, is made narrower, scrolls
// and shows more of it while no event of the GUI thread takes 50 ms.

#include "bench/bench_table.h"
#include "bench/event_watch.h"

#include "answer_view.h"
#include "base/json.h"
#include "page_browser.h"
#include "uibase/theme.h"

#include <QAbstractScrollArea>
#include <QScrollBar>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string_view>

using namespace touchstone;
using namespace touchstone::ui;
using bench::Better;

namespace {

constexpr double kEventGoal = 50;    // ms
constexpr int kPatience = 10'000;    // ms
constexpr int kQuiet = 60;           // ms in which what was put off is done
constexpr int kMarkdown = 20'000;    // characters: the longest that is shown as Markdown
constexpr int kEndless = 1'000'000;  // characters

struct Answer {
    std::string name;
    QString text;
};

QString repeated(const char* piece, int length) {
    const QString text = QString::fromUtf8(piece);
    return text.repeated(length / static_cast<int>(text.size()) + 1).left(length);
}

// A list in a list in a list, to as deep as lines may begin with blanks.
QString deepLists(int length) {
    QString text;
    for (int depth = 0; text.size() < length; depth = (depth + 1) % 100)
        text += QString(2 * depth, QLatin1Char(' ')) + QStringLiteral("- deep\n");
    return text.left(length);
}

// Runs of back quotes, each longer than the one before, so that none ends another.
QString openCode(int length) {
    QString text;
    for (int run = 1; text.size() < length; ++run)
        text += QString(run, QLatin1Char('`')) + QStringLiteral(" a ");
    return text.left(length);
}

// A table of `columns` by as many rows as are written, by a line of one letter each.
QString shortRows(int columns, int length) {
    const QString head = QStringLiteral("|a").repeated(columns) + QStringLiteral("|\n") +
                         QStringLiteral("|-").repeated(columns) + QStringLiteral("|\n");
    return head + repeated("x\n", length);
}

std::vector<Answer> answersOf(int length) {
    const auto of = [length](const char* name, const char* piece) { return Answer{name, repeated(piece, length)}; };
    const auto table = [length](const char* name, const char* row) {
        return Answer{name, QStringLiteral("|a|b|\n|---|---|\n") + repeated(row, length)};
    };
    return {of("paragraphs", "Some words, **bold** ones and `code`, that go on for a while, as answers do.\n\n"),
            of("a list", "- an item of `code` and more\n"),
            of("a numbered list", "1. an item that is **bold** and more\n"),
            of("lists in lists", "- a\n  - b\n    - c\n"),
            of("headings", "# A heading\n\n## And\n\nwords\n\n"),
            of("quotations", "> said\n\n"),
            of("code", "    int x = 1;\n"),
            of("a fence that never ends", "```\nx\n"),
            of("links", "[a](http://b.c) "),
            of("addresses", "http://a.example/b?c=d <https://e.example> a@b.example\n"),
            of("references", "[a]: /b\n[a] [b] [c]\n"),
            of("paragraphs of a letter", "a\n\n"),
            of("rules", "---\n\n"),
            of("empty lines", "\n"),
            of("one paragraph", "word and `more` words "),
            of("one word", "wwwwwwwwwwwwwwwwww"),
            of("emphasis that never ends", "*a **b _c "),
            of("brackets", "[![("),
            of("entities", "&amp;&#x41;&nosuch;"),
            of("strokes", "~~a ~b "),
            of("many scripts",
               "中文 العربية עברית हिन्दी ไทย 😀👩‍👩‍👧 é̂̃̄ "),
            of("lines of many scripts",
               "中文 العربية עברית हिन्दी ไทย 😀👩‍👩‍👧 é̂̃̄\n\n"),
            table("a table", "|a cell|b `x`|\n"),
            table("small tables", "|c|d|\n|e|f|\n\nand\n\n|a|b|\n|-|-|\n"),
            Answer{"a table of short rows", shortRows(100, length)},
            Answer{"a table of few columns", shortRows(3, length)},
            Answer{"deep lists", deepLists(length)},
            of("deep numbered lists", "1. "),
            of("deep quotations", "> > > > > > > > x\n\n"),
            Answer{"back quotes", openCode(length)},
            of("JSON on one line", "{\"label\":\"refund\",\"why\":[1,2.5,true]},")};
}

std::shared_ptr<const engine::Outcome> outcomeOf(const QString& text) {
    auto outcome = std::make_shared<engine::Outcome>();
    outcome->output = text.toStdString();
    if (auto value = parseJson(outcome->output); value.ok() && value.value().is_structured())
        outcome->value = std::move(value).value();
    return outcome;
}

// JSON of about `length` characters.
Answer jsonAnswer(int length) {
    Json list = Json::array();
    for (int i = 0; i < length / 40; ++i)
        list.push_back({{"label", "refund"}, {"number", i}});
    return {"JSON", QString::fromStdString(toText(list))};
}

// As an event, for the watch counts events.
void post(QObject& receiver, std::function<void()> act) {
    bool done = false;
    QMetaObject::invokeMethod(
        &receiver,
        [&] {
            act();
            done = true;
        },
        Qt::QueuedConnection);
    if (!QTest::qWaitFor([&] { return done; }, kPatience))
        std::exit(1);
    QTest::qWait(kQuiet);
}

class Desk {
public:
    explicit Desk(bench::EventWatch& watch) : m_watch(watch) {
        m_view.resize(640, 480);
        m_view.show();
        if (!QTest::qWaitForWindowExposed(&m_view))
            std::exit(1);
    }

    // The longest event, in ms.
    double measure(AnswerView::Mode mode, const QString& text) {
        m_view.setOther(mode == AnswerView::Difference ? outcomeOf(QStringLiteral("short")) : nullptr);
        post(m_view, [&] { m_view.showOutcome(outcomeOf({})); });
        m_view.setMode(mode);
        m_watch.begin();
        post(m_view, [&, outcome = outcomeOf(text)] { m_view.showOutcome(outcome); });
        post(m_view, [&] { m_view.resize(500, 480); });
        for (QAbstractScrollArea* area : m_view.findChildren<QAbstractScrollArea*>())
            if (area->isVisible())
                post(m_view, [area] { area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum()); });
        post(m_view, [&] { m_view.resize(640, 480); });
        return m_watch.longest();
    }

    // The longest event while `text` arrives in pieces.
    double measureStream(AnswerView::Mode mode, const QString& text, int pieces) {
        post(m_view, [&] { m_view.showOutcome(outcomeOf({})); });
        m_view.setMode(mode);
        m_watch.begin();
        for (int i = 1; i <= pieces; ++i) {
            const QString soFar = text.left(text.size() * i / pieces);
            QMetaObject::invokeMethod(
                &m_view, [this, soFar] { m_view.showStream(soFar); }, Qt::QueuedConnection);
            QTest::qWait(1);
        }
        return m_watch.longest();
    }

private:
    bench::EventWatch& m_watch;
    Theme m_theme{ThemeMode::Light};
    AnswerView m_view{m_theme, QStringLiteral("Answer")};
};

// As long as the longest licence in About.
double measureLicence(bench::EventWatch& watch) {
    constexpr int kLength = 35'000;
    const Theme theme(ThemeMode::Light);
    PageBrowser page(theme, QStringLiteral("Licence"));
    page.resize(640, 480);
    page.show();
    const QString text =
        QStringLiteral("```\n") +
        repeated("  You may make, run and propagate covered works that you do not convey,\n", kLength) +
        QStringLiteral("\n```");
    watch.begin();
    post(page, [&] { page.showMarkdown(text); });
    post(page, [&] { page.resize(500, 480); });
    return watch.longest();
}

}  // namespace

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    bench::EventWatch app(argc, argv);
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    const std::string wanted = argc > 1 && !smoke ? argv[1] : "";
    bench::Table table;
    Desk desk(app);
    const auto add = [&](const std::string& name, const std::function<double()>& measure) {
        if (name.find(wanted) == std::string::npos)
            return;
        const double longest = measure();
        table.add(name, longest, kEventGoal, "ms", Better::Lower);
        if (longest > kEventGoal)
            std::printf("%s: %s\n", name.c_str(), app.culprit().c_str());
    };
    for (const Answer& answer : answersOf(smoke ? 100 : kMarkdown))
        add("Markdown, " + answer.name, [&] { return desk.measure(AnswerView::Markdown, answer.text); });
    for (const Answer& answer : answersOf(smoke ? 100 : kEndless))
        for (const AnswerView::Mode mode : {AnswerView::Markdown, AnswerView::Text})
            add(std::string("1 MB as ") + (mode == AnswerView::Text ? "text, " : "Markdown, ") + answer.name,
                [&] { return desk.measure(mode, answer.text); });
    add("the longest licence", [&] { return measureLicence(app); });
    const Answer json = jsonAnswer(smoke ? 100 : kEndless);
    add("1 MB of JSON as text", [&] { return desk.measure(AnswerView::Text, json.text); });
    add("1 MB of JSON as a tree", [&] { return desk.measure(AnswerView::Tree, json.text); });
    add("1 MB of JSON compared", [&] { return desk.measure(AnswerView::Difference, json.text); });
    for (const AnswerView::Mode mode : {AnswerView::Markdown, AnswerView::Text})
        add(std::string("40,000 characters arriving as ") + (mode == AnswerView::Text ? "text" : "Markdown"), [&] {
            return desk.measureStream(mode, answersOf(smoke ? 100 : 2 * kMarkdown).front().text, smoke ? 2 : 200);
        });
    table.print();
    return 0;
}
