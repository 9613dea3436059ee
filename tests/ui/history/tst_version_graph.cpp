// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/version_graph.h"

#include "support/printing.h"

#include <QTest>

using namespace touchstone::ui;

using Parents = std::vector<std::vector<int>>;
Q_DECLARE_METATYPE(Parents)

namespace {

QString toText(const std::vector<int>& lanes) {
    QStringList words;
    for (const int lane : lanes)
        words.append(QString::number(lane));
    return words.join(QLatin1Char(','));
}

// "lane above|passing|below", a row each
QStringList picture(const std::vector<GraphRow>& graph) {
    QStringList rows;
    for (const GraphRow& row : graph)
        rows.append(
            QStringLiteral("%1 %2|%3|%4").arg(row.lane).arg(toText(row.above), toText(row.passing), toText(row.below)));
    return rows;
}

}  // namespace

class VersionGraphTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lanes_data() {
        QTest::addColumn<Parents>("parents");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("none") << Parents{} << QStringList();
        QTest::newRow("one") << Parents{{}} << QStringList{"0 ||"};
        QTest::newRow("a line") << Parents{{1}, {2}, {}} << QStringList{"0 ||0", "0 0||0", "0 0||"};
        QTest::newRow("two branches of one version")
            << Parents{{2}, {2}, {}} << QStringList{"0 ||0", "1 |0|1", "0 0,1||"};
        QTest::newRow("a branch that goes on beside the line")
            << Parents{{2}, {3}, {3}, {}} << QStringList{"0 ||0", "1 |0|1", "0 0|1|0", "0 0,1||"};
        QTest::newRow("a merge") << Parents{{1, 2}, {3}, {3}, {}}
                                 << QStringList{"0 ||0,1", "0 0|1|0", "1 1|0|1", "0 0,1||"};
        QTest::newRow("a parent that is not listed") << Parents{{-1}, {}} << QStringList{"0 ||", "0 ||"};
        QTest::newRow("a parent further up is no parent") << Parents{{1}, {0}} << QStringList{"0 ||0", "0 0||"};
    }

    void lanes() {
        QFETCH(Parents, parents);
        QTEST(picture(versionGraph(parents)), "expected");
    }
};

QTEST_APPLESS_MAIN(VersionGraphTest)
#include "tst_version_graph.moc"
