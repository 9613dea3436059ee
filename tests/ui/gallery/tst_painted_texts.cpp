// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the widgets of the house really paint, in every state and both themes: each text stands out from its ground, and
// no meaning is in a colour alone.

#include "gallery.h"
#include "uibase/theme.h"

#include "ui/gui_test.h"
#include "ui/painted_texts.h"

#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

enum class State { Rest, Hovered, Selected, SelectedInactive };

// Paints its text as no delegate should.
class FaintDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->fillRect(option.rect, QColor(0x1f, 0x5f, 0xd0));
        painter->setPen(QColor(0x77, 0x77, 0x77));
        painter->drawText(option.rect, Qt::AlignVCenter, index.data().toString());
    }
};

// Text that says in words or signs what its colour says.
bool speaks(const QString& text) {
    static const QRegularExpression sign(QStringLiteral("[✓✕▲▼■●≈±+−=!?…→⋯{}\\[\\]\"']|\\p{L}|\\d"));
    return sign.match(text).hasMatch();
}

}  // namespace

class PaintedTextsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void textsAreFound() {
        QWidget window;
        window.resize(300, 100);
        auto* label = new QLabel(QStringLiteral("plain"), &window);
        label->setGeometry(0, 0, 100, 20);
        auto* off = new QLabel(QStringLiteral("off"), &window);
        off->setGeometry(0, 30, 100, 20);
        off->setEnabled(false);
        window.show();
        const auto texts = paintedTexts(window);
        QCOMPARE(texts.size(), std::size_t{2});
        QCOMPARE(texts[0].text, QStringLiteral("plain"));
        QCOMPARE(texts[0].ink, m_theme.color(Role::Text));
        QCOMPARE(texts[0].ground, m_theme.color(Role::Window));
        QVERIFY(texts[1].disabled);
        QVERIFY(faintTexts(texts).isEmpty());
    }

    void aDelegateThatPaintsFaintTextIsFound() {
        QListWidget list;
        list.addItem(QStringLiteral("a row"));
        list.setItemDelegate(new FaintDelegate(&list));
        list.show();
        const QStringList faint = faintTexts(paintedTexts(list));
        QCOMPARE(faint.size(), 1);
        QVERIFY(faint.front().contains(QStringLiteral("a row")));
    }

    void textsStandOut_data() {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("state");
        const char* const states[] = {"at rest", "hovered", "selected", "selected without focus"};
        for (std::size_t page = 0; page < kGalleryPages.size(); ++page)
            for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
                for (int state = 0; state < 4; ++state)
                    QTest::addRow("%s %s %s", kGalleryPages[page].name, mode == ThemeMode::Dark ? "dark" : "light",
                                  states[state])
                        << static_cast<int>(page) << static_cast<int>(mode) << state;
    }
    void textsStandOut() {
        QFETCH(int, page);
        QFETCH(int, mode);
        QFETCH(int, state);
        m_theme.setMode(static_cast<ThemeMode>(mode));
        const auto widget = kGalleryPages[static_cast<std::size_t>(page)].make(m_theme);
        showPage(*widget);
        if (state == static_cast<int>(State::Hovered))
            hoverEverything(*widget);
        else if (state != static_cast<int>(State::Rest))
            selectEverything(*widget);
        if (state == static_cast<int>(State::SelectedInactive)) {
            QWidget other;
            other.show();
            other.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&other));
            return check(*widget);
        }
        check(*widget);
    }

    void colourIsNotAlone_data() { pages(); }
    void colourIsNotAlone() {
        QFETCH(int, page);
        const auto widget = kGalleryPages[static_cast<std::size_t>(page)].make(m_theme);
        showPage(*widget);
        for (const PaintedText& text : paintedTexts(*widget))
            for (const Role role : {Role::Better, Role::Worse, Role::Warning, Role::Info})
                if (text.ink == m_theme.color(role))
                    QVERIFY2(speaks(text.text), qPrintable(text.describe()));
    }

private:
    static void pages() {
        QTest::addColumn<int>("page");
        for (std::size_t page = 0; page < kGalleryPages.size(); ++page)
            QTest::newRow(kGalleryPages[page].name) << static_cast<int>(page);
    }
    static void check(QWidget& widget) {
        const auto texts = paintedTexts(widget);
        QVERIFY2(texts.size() > 20, QByteArray::number(static_cast<int>(texts.size())));
        const QStringList faint = faintTexts(texts);
        for (const QString& each : faint)
            qInfo("%s", qPrintable(each));
        QVERIFY(faint.isEmpty());
    }

    Theme m_theme{ThemeMode::Light};
};

GUI_TEST_MAIN(PaintedTextsTest)
#include "tst_painted_texts.moc"
