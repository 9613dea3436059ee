// SPDX-License-Identifier: GPL-3.0-or-later
//
// Places are made when they are needed, one at a time, and keep their layouts even when they never were.

#include "place_stack.h"
#include "uistate/place.h"

#include "ui/gui_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace touchstone::ui;

namespace {

class TestPlace : public Place {
public:
    explicit TestPlace(const QString& id) { setObjectName(id); }
    [[nodiscard]] QVariantMap saveLayout() const override { return {{QStringLiteral("width"), m_width + 1}}; }
    void restoreLayout(const QVariantMap& layout) override { m_width = layout[QStringLiteral("width")].toInt(); }

private:
    int m_width = 0;
};

QVariantMap widths(int first, int second) {
    const QString key = QStringLiteral("width");
    return {{QStringLiteral("first"), QVariantMap{{key, first}}},
            {QStringLiteral("second"), QVariantMap{{key, second}}}};
}

}  // namespace

class PlaceStackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_made.clear(); }

    void makesWhatIsShownAndNothingElse() {
        PlaceStack stack(entries(), {});
        QCOMPARE(m_made, QStringList());
        QSignalSpy told(&stack, &PlaceStack::placeMade);
        stack.showPlace(1);
        stack.showPlace(1);
        QCOMPARE(m_made, QStringList{QStringLiteral("second")});
        QCOMPARE(told.size(), 1);
        QCOMPARE(stack.currentWidget(), static_cast<QWidget*>(stack.made(1)));
        QCOMPARE(stack.made(0), nullptr);
    }

    void letsEventsComeBetween() {
        PlaceStack stack(entries(), {});
        connect(&stack, &PlaceStack::placeMade, this, [this] {
            QMetaObject::invokeMethod(
                this, [this] { m_made.append(QStringLiteral("a key")); }, Qt::QueuedConnection);
        });
        stack.makeAllSoon();
        QCOMPARE(m_made.size(), 0);
        QTRY_COMPARE(m_made.join(QLatin1Char(' ')), QStringLiteral("first a key second a key"));
    }

    void findsPlacesByTheirIds() {
        const PlaceStack stack(entries(), {});
        QCOMPARE(stack.numberOf(QStringLiteral("second")), std::optional<std::size_t>(1));
        QVERIFY(!stack.numberOf(QStringLiteral("third")));
    }

    void keepsTheLayoutOfAPlaceThatWasNeverMade() {
        PlaceStack stack(entries(), widths(100, 200));
        stack.showPlace(0);
        QCOMPARE(stack.layouts(), widths(101, 200));
    }

private:
    [[nodiscard]] std::vector<PlaceEntry> entries() {
        return {entry(QStringLiteral("first")), entry(QStringLiteral("second"))};
    }
    PlaceEntry entry(const QString& id) {
        return {id, Icon::Author, id, [this, id] {
                    m_made.append(id);
                    return new TestPlace(id);
                }};
    }

    QStringList m_made;
};

GUI_TEST_MAIN(PlaceStackTest)
#include "tst_place_stack.moc"
