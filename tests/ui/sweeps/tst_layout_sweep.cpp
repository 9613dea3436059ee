// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything fits: at 200 % on a small and on a common screen, and at 100 % in a very small window no text is cut off
// and nothing lies over its neighbour.

#include "place_tour.h"

#include "ui/gui_test.h"
#include "ui/layout_faults.h"

using namespace touchstone::test;

class LayoutSweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_tour = std::make_unique<PlaceTour>();
        QVERIFY(m_tour->isReady());
    }
    void cleanupTestCase() { m_tour.reset(); }

    void everythingFits_data() {
        QTest::addColumn<QString>("stop");
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("zoom");
        const std::pair<QSize, double> screens[] = {
            {QSize(800, 600), 1.0}, {QSize(1440, 900), 2.0}, {QSize(1280, 800), 2.0}};
        for (const auto& [size, zoom] : screens)
            for (const QString& stop : PlaceTour::stops())
                QTest::addRow("%dx%d at %.0f %%: %s", size.width(), size.height(), zoom * 100, qPrintable(stop))
                    << stop << size << zoom;
    }
    void everythingFits() {
        QFETCH(QString, stop);
        QFETCH(QSize, size);
        QFETCH(double, zoom);
        m_tour->resize(size);
        m_tour->setZoom(zoom);
        const QWidget* window = m_tour->show(stop);
        QVERIFY(window);
        QStringList faults = clippedTexts(*window) + overlaps(*window);
        if (window->width() > size.width() || window->height() > size.height())
            faults.prepend(QStringLiteral("the window is %1 x %2").arg(window->width()).arg(window->height()));
        for (const QString& fault : faults)
            qInfo("%s", qPrintable(fault));
        QVERIFY(faults.isEmpty());
    }

private:
    std::unique_ptr<PlaceTour> m_tour;
};

GUI_TEST_MAIN(LayoutSweepTest)
#include "tst_layout_sweep.moc"
