// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reading a prompt: where its text comes from, by mouse and keyboard, and that long ones cost no more than short ones.

#include "uirunview/messages_view.h"

#include "messages_canvas.h"
#include "uibase/theme.h"
#include "uirunview/sources_view.h"
#include "uistate/text.h"

#include "support/printing.h"
#include "ui/gui_test.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::ui;
using session::Piece;
using session::PromptPart;

namespace {

ShownMessages twoMessages() {
    std::vector<ShownMessage> messages;
    messages.push_back({"system", "Be kind.\nAnswer in one word.", {}});
    messages.back().pieces = {{0, 28, PromptPart::Instructions, "/instructions/text", {1, 1}, {}}};
    messages.push_back({"user", "Ticket: größer\n", {}});
    messages.back().pieces = {
        {0, 8, PromptPart::Prompt, "/prompt/messages/0/content", {3, 1}, {}},
        {8, 16, PromptPart::Input, "/prompt/messages/0/content", {3, 9}, {"ticket"}},
        {16, 17, PromptPart::Prompt, "/prompt/messages/0/content", {3, 21}, {}},
    };
    return std::make_shared<const std::vector<ShownMessage>>(std::move(messages));
}

ShownMessages longMessage(int lines, int width) {
    std::vector<ShownMessage> messages(1);
    messages[0].role = "user";
    for (int i = 0; i < lines; ++i)
        messages[0].content += std::string(static_cast<std::size_t>(width), 'x') + "\n";
    return std::make_shared<const std::vector<ShownMessage>>(std::move(messages));
}

}  // namespace

class MessagesViewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }
    void init() {
        m_view = std::make_unique<MessagesView>(m_theme, QStringLiteral("Prompt"));
        m_view->resize(600, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() { m_view.reset(); }

    void keysStepThroughTheText() {
        m_view->setMessages(twoMessages());
        canvas()->setFocus();
        QCOMPARE(place(), QString());
        QTest::keyClick(canvas(), Qt::Key_Right);
        QCOMPARE(place(), QStringLiteral("instructions · /instructions/text, line 1"));
        QTest::keyClick(canvas(), Qt::Key_Right);
        QTest::keyClick(canvas(), Qt::Key_Right);
        QCOMPARE(place(), QStringLiteral("input · from ticket · /prompt/messages/0/content, line 3"));
        QCOMPARE(canvas()->accessibleDescription(), place() + QStringLiteral(": größer"));
        for (int i = 0; i < 5; ++i)  // the end is the end
            QTest::keyClick(canvas(), Qt::Key_Right);
        QTest::keyClick(canvas(), Qt::Key_Left);
        QCOMPARE(place(), QStringLiteral("input · from ticket · /prompt/messages/0/content, line 3"));
        QSignalSpy asked(m_view.get(), &MessagesView::placeRequested);
        QTest::keyClick(canvas(), Qt::Key_Return);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked[0][0].toString(), QStringLiteral("/prompt/messages/0/content"));
        QVERIFY(asked[0][1].value<TextPosition>() == (TextPosition{3, 9}));
    }

    void aClickAsksForItsVeryPlace() {
        m_view->setMessages(twoMessages());
        paint();
        QSignalSpy asked(m_view.get(), &MessagesView::placeRequested);
        const QPoint secondLine(letter() * 7 + 12 + letter() / 3, 28 + rowHeight() + rowHeight() / 2);
        QTest::mouseMove(canvas()->viewport(), secondLine);
        QTRY_COMPARE(place(), QStringLiteral("instructions · /instructions/text, line 1"));
        QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, secondLine);
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked[0][1].value<TextPosition>() == (TextPosition{2, 8}));
        QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(590, secondLine.y()));
        QCOMPARE(asked.count(), 1);  // beside the text
    }

    void copies() {
        m_view->setMessages(twoMessages());
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Be kind.\nAnswer in one word."));
        QTest::mouseClick(m_view->findChild<QToolButton*>(QStringLiteral("copyMessages")), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(),
                 QStringLiteral("system:\nBe kind.\nAnswer in one word.\n\nuser:\nTicket: größer\n\n"));
        paint();
        const QPoint secondHead(
            600 - 12 - 8 - canvas()->verticalScrollBar()->width() * int(canvas()->verticalScrollBar()->isVisible()),
            28 + 2 * rowHeight() + 14);
        QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, secondHead);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("Ticket: größer\n"));
    }

    void recordedMessagesHaveNoPieces() {
        m_view->setMessages(shownMessages(
            Json::parse(R"([{"role": "user", "content": "hello"}, "odd", {"role": 3, "content": null}])")));
        QCOMPARE(canvas()->messages().size(), std::size_t(2));
        QCOMPARE(canvas()->messages()[0].content, std::string("hello"));
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_Right);
        QTest::keyClick(canvas(), Qt::Key_Return);
        QCOMPARE(place(), QString());
    }

    void nothingToShowSaysSo() {
        m_view->setEmptyText(QStringLiteral("Nothing yet"));
        QVERIFY(!canvas()->isVisible());
        QCOMPARE(m_view->findChild<QLabel*>(QStringLiteral("noMessages"))->text(), QStringLiteral("Nothing yet"));
        m_view->setMessages(twoMessages());
        QVERIFY(canvas()->isVisible());
        m_view->setMessages(shownMessages(Json::array()));
        QVERIFY(!canvas()->isVisible());
    }

    void onlyWhatIsInSightIsLaidOut_data() {
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("width");
        QTest::newRow("many lines") << 400'000 << 10;
        QTest::newRow("one endless line") << 1 << 4'000'000;
        QTest::newRow("long lines") << 500 << 10'000;
    }
    void onlyWhatIsInSightIsLaidOut() {
        QFETCH(int, lines);
        QFETCH(int, width);
        m_view->setMessages(longMessage(lines, width));
        for (const int key : {Qt::Key_PageDown, Qt::Key_End, Qt::Key_PageUp, Qt::Key_Home}) {
            QTest::keyClick(canvas(), Qt::Key(key));
            paint();
            QVERIFY2(canvas()->laidOut() < 30, qPrintable(QString::number(canvas()->laidOut())));
        }
        QVERIFY(canvas()->verticalScrollBar()->maximum() > 10'000);
    }

    void theEndIsReachedThoughHeightsWereGuessed() {
        // Wide letters take more rows than were expected of them.
        std::vector<ShownMessage> messages(1);
        messages[0].role = "user";
        for (int i = 0; i < 300; ++i)
            messages[0].content += toUtf8(QString(120, QChar(0x9000))) + "\n";
        messages[0].content += "end";
        const auto size = messages[0].content.size();
        messages[0].pieces = {{size - 3, size, PromptPart::Input, "/x", {1, 1}, {"v"}}};
        m_view->setMessages(std::make_shared<const std::vector<ShownMessage>>(std::move(messages)));
        canvas()->setFocus();
        for (int i = 0; i < 4; ++i) {
            QTest::keyClick(canvas(), Qt::Key_End);
            paint();
        }
        QTest::keyClick(canvas(), Qt::Key_Right);
        paint();
        QCOMPARE(place(), QStringLiteral("input · from v · /x, line 1"));
        QSignalSpy asked(m_view.get(), &MessagesView::placeRequested);
        const int bottom = canvas()->viewport()->height();
        for (int y = bottom - 1; y > 0 && asked.count() == 0; y -= 4)
            QTest::mouseClick(canvas()->viewport(), Qt::LeftButton, Qt::NoModifier, QPoint(12 + letter(), y));
        QCOMPARE(asked.count(), 1);
    }

    void aNarrowerWindowKeepsThePlace() {
        m_view->setMessages(longMessage(2'000, 200));
        canvas()->verticalScrollBar()->setValue(20'000);
        paint();
        const double before = double(canvas()->verticalScrollBar()->value()) / canvas()->verticalScrollBar()->maximum();
        m_view->resize(400, 300);
        paint();
        const double after = double(canvas()->verticalScrollBar()->value()) / canvas()->verticalScrollBar()->maximum();
        QVERIFY(std::abs(before - after) < 0.02);
    }

    void hostileText() {
        std::vector<ShownMessage> messages(2);
        messages[0].content = std::string("\xff\xfe\x00 \xe2\x80\xae left", 13) + std::string(5000, '\x80');
        messages[0].pieces = {{0, 3, PromptPart::Input, "/x", {1, 1}, {"v"}}};
        messages[1].role = "<b>odd</b>";
        m_view->setMessages(std::make_shared<const std::vector<ShownMessage>>(std::move(messages)));
        paint();
        canvas()->setFocus();
        QTest::keyClick(canvas(), Qt::Key_Right);
        QCOMPARE(place(), QStringLiteral("input · from v · /x, line 1"));
    }

    void sourcesTellWhatWasUsedAndWhatNot() {
        SourcesView view(m_theme);
        QAbstractItemModelTester tester(view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        session::Preview preview;
        preview.sources.push_back(
            {{1, "billing.md", "Duplicate charges", "Text of it", 0, 10, 0.82, 214, true}, 12, 20});
        preview.dropped.push_back(
            {{{"login.md", "Login", "Dropped text", 0, 10, 0.4}, retrieval::DropReason::OverBudget, 300}, 3, 3});
        view.setRows(sourceRows(preview));
        view.resize(700, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        auto* list = view.findChild<QListView*>(QStringLiteral("sources"));
        auto* text = view.findChild<QPlainTextEdit*>(QStringLiteral("sourceText"));
        QCOMPARE(view.model()->rowCount(), 2);
        const auto spoken = [&](int row) {
            return view.model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        };
        QCOMPARE(spoken(0), QStringLiteral("Source 1, Duplicate charges, billing.md:12–20, score and tokens "
                                           "0.82 · 214\u00A0tok shortened"));
        QCOMPARE(spoken(1), QStringLiteral("Left out: Login, login.md:3, score and tokens 0.40 · 300\u00A0tok, "
                                           "over the token budget"));
        QCOMPARE(text->toPlainText(), QStringLiteral("Text of it"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(text->toPlainText(), QStringLiteral("Dropped text"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                          list->visualRect(view.model()->index(0, 0)).center());
        QCOMPARE(text->toPlainText(), QStringLiteral("Text of it"));
        view.setRows(sourceRows(std::vector<trace::SourceRecord>{{2, "a.md", "A", 0, 9, 0.5, 7}}));
        QCOMPARE(view.model()->rowCount(), 1);
        QVERIFY(!text->isVisible());
        view.setRows({});
        QVERIFY(!list->isVisible());
    }

private:
    [[nodiscard]] MessagesCanvas* canvas() const { return m_view->findChild<MessagesCanvas*>(); }
    [[nodiscard]] QString place() const { return m_view->findChild<QLabel*>(QStringLiteral("messagePlace"))->text(); }
    void paint() { static_cast<void>(m_view->grab()); }
    [[nodiscard]] int letter() const {
        return QFontMetrics(m_theme.font(TextStyle::Editor)).horizontalAdvance(QLatin1Char('0'));
    }
    [[nodiscard]] int rowHeight() const { return QFontMetrics(m_theme.font(TextStyle::Editor)).height() + 3; }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<MessagesView> m_view;
};

GUI_TEST_MAIN(MessagesViewTest)
#include "tst_messages_view.moc"
