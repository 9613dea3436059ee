// SPDX-License-Identifier: GPL-3.0-or-later
//
// Every text that the window paints stands out from its ground: everywhere, in both themes, at rest, selected and under
// the pointer.

#include "place_tour.h"

#include "ui/gui_test.h"
#include "ui/painted_texts.h"

using namespace touchstone::test;
using touchstone::ui::ThemeMode;

class ContrastSweepTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        m_tour = std::make_unique<PlaceTour>();
        QVERIFY(m_tour->isReady());
        m_tour->resize({1440, 900});
    }
    void cleanupTestCase() { m_tour.reset(); }

    void textsStandOut_data() {
        QTest::addColumn<QString>("stop");
        QTest::addColumn<int>("mode");
        for (const ThemeMode mode : {ThemeMode::Light, ThemeMode::Dark})
            for (const QString& stop : PlaceTour::stops())
                QTest::addRow("%s %s", mode == ThemeMode::Dark ? "dark" : "light", qPrintable(stop))
                    << stop << static_cast<int>(mode);
    }
    void textsStandOut() {
        QFETCH(QString, stop);
        QFETCH(int, mode);
        m_tour->setTheme(static_cast<ThemeMode>(mode));
        QWidget* window = m_tour->show(stop);
        QVERIFY(window);
        QStringList faint = faintTexts(paintedTexts(*window));
        selectEverything(*window);
        faint += faintTexts(paintedTexts(*window));
        hoverEverything(*window);
        faint += faintTexts(paintedTexts(*window));
        faint.removeDuplicates();
        for (const QString& each : faint)
            qInfo("%s", qPrintable(each));
        QVERIFY(faint.isEmpty());
    }

private:
    std::unique_ptr<PlaceTour> m_tour;
};

GUI_TEST_MAIN(ContrastSweepTest)
#include "tst_contrast_sweep.moc"
