// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/table_copy.h"

#include "uibase/column_menu.h"

#include "ui/gui_test.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace touchstone::ui;

namespace {

constexpr int kRawRole = Qt::UserRole + 1;
const QStringList kKeys{QStringLiteral("name"), QStringLiteral("cost"), QStringLiteral("note")};

// Three columns, two rows with all that a cell may hold.
class Table : public QTableView {
public:
    explicit Table(int rows = 2) : m_items(rows, 3) {
        m_items.setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Cost"), QStringLiteral("Note")});
        m_items.setHeaderData(1, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
        m_items.setHeaderData(1, Qt::Horizontal, QStringLiteral("cost_usd"), kRawRole);
        set(0, 0, "first");
        set(0, 1, "$0.25");
        m_items.setData(m_items.index(0, 1), 0.25, kRawRole);
        set(0, 2, "tab\there\nand | <b>");
        set(1, 0, "second");
        setModel(&m_items);
        setSelectionBehavior(SelectRows);
        resize(500, 300);
    }

private:
    void set(int row, int column, const char* text) {
        m_items.setData(m_items.index(row, column), QString::fromUtf8(text));
    }
    QStandardItemModel m_items;
};

QString shownOrder(const QTableView& table) {
    QStringList names;
    for (int visual = 0; visual < table.horizontalHeader()->count(); ++visual)
        if (const int column = table.horizontalHeader()->logicalIndex(visual); !table.isColumnHidden(column))
            names.append(kKeys[column]);
    return names.join(QLatin1Char(' '));
}

}  // namespace

class TableCopyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void formats_data() {
        QTest::addColumn<TableFormat>("format");
        QTest::addColumn<QString>("text");
        QTest::newRow("tsv") << TableFormat::Tsv
                             << QStringLiteral("Name\tCost\tNote\nfirst\t$0.25\ttab here and | <b>\nsecond\t\t");
        QTest::newRow("markdown") << TableFormat::Markdown
                                  << QStringLiteral(
                                         "| Name | Cost | Note |\n| --- | ---: | --- |\n"
                                         "| first | $0.25 | tab here and \\| \\<b> |\n| second |  |  |");
    }
    void formats() {
        QFETCH(TableFormat, format);
        Table table;
        table.selectAll();
        const CopiedTable copied = copySelection(table, format);
        QTEST(copied.text, "text");
        QCOMPARE(copied.rows, 2);
        QCOMPARE(QApplication::clipboard()->text(), copied.text);
    }

    void jsonHasRawValues() {
        Table table;
        table.selectRow(0);
        const CopiedTable copied = selectionText(table, TableFormat::Json, {.jsonRole = kRawRole});
        const QJsonArray rows = QJsonDocument::fromJson(copied.text.toUtf8()).array();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows[0].toObject()[QStringLiteral("cost_usd")].toDouble(), 0.25);
        QCOMPARE(rows[0].toObject()[QStringLiteral("Name")].toString(), QStringLiteral("first"));
    }

    void copiesWhatIsShown() {
        Table table;
        table.horizontalHeader()->moveSection(2, 0);
        table.setColumnHidden(1, true);
        table.selectRow(1);
        const TableReading shout{[](const QModelIndex& index) { return index.data().toString().toUpper(); }};
        QCOMPARE(selectionText(table, TableFormat::Tsv, shout).text, QStringLiteral("Note\tName\n\tSECOND"));
    }

    void nothingSelectedLeavesTheClipboard() {
        QApplication::clipboard()->setText(QStringLiteral("kept"));
        const Table table;
        QCOMPARE(copySelection(table, TableFormat::Tsv).rows, 0);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("kept"));
    }

    void copiesAtMostSoMany() {
        Table table(kMaxCopiedRows + 5);
        table.selectAll();
        const CopiedTable copied = selectionText(table, TableFormat::Tsv);
        QCOMPARE(copied.rows, kMaxCopiedRows);
        QCOMPARE(copied.selected, kMaxCopiedRows + 5);
        QCOMPARE(copied.text.count(QLatin1Char('\n')), kMaxCopiedRows);
    }

    void menuCopies() {
        QMenu menu;
        std::vector<TableFormat> formats;
        addCopyActions(menu, [&formats](TableFormat format) { formats.push_back(format); });
        for (QAction* action : menu.actions())
            action->trigger();
        QCOMPARE(formats, (std::vector{TableFormat::Tsv, TableFormat::Markdown, TableFormat::Json}));
    }

    void columnsAreText() {
        Table table;
        QHeaderView& header = *table.horizontalHeader();
        header.resizeSection(0, 90);
        header.moveSection(2, 0);
        header.setSectionHidden(1, true);
        const QString text = columnsText(header, kKeys);
        QVERIFY2(text.startsWith(QStringLiteral("note:")) && text.endsWith(QStringLiteral("name:90 -cost")),
                 qPrintable(text));
        Table other;
        restoreColumns(*other.horizontalHeader(), kKeys, text);
        QCOMPARE(columnsText(*other.horizontalHeader(), kKeys), text);
    }

    void brokenTextIsNoHarm_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("empty") << QString() << QStringLiteral("name cost note");
        QTest::newRow("unknown") << QStringLiteral("who:3 -what note:80") << QStringLiteral("note name cost");
        QTest::newRow("twice") << QStringLiteral("cost:70 cost:80 cost") << QStringLiteral("cost name note");
        QTest::newRow("odd widths") << QStringLiteral("cost:-5 name:99999999999 note::")
                                    << QStringLiteral("cost name note");
    }
    void brokenTextIsNoHarm() {
        QFETCH(QString, text);
        Table table;
        restoreColumns(*table.horizontalHeader(), kKeys, text);
        QTEST(shownOrder(table), "shown");
    }

    void menuChoosesAndMoves() {
        Table table;
        ColumnMenu menu(*table.horizontalHeader(), kKeys, 0, &table);
        table.show();
        menu.popup({10, 10});
        QVERIFY(QTest::qWaitForWindowExposed(&menu));
        const auto action = [&menu](const char* name) { return menu.findChild<QAction*>(QString::fromLatin1(name)); };
        QVERIFY(!action("column.name")->isEnabled());
        menu.setActiveAction(action("column.cost"));
        QTest::keyClick(&menu, Qt::Key_Space);
        QCOMPARE(shownOrder(table), QStringLiteral("name note"));
        QVERIFY(menu.isVisible());
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action("column.cost")).center());
        QCOMPARE(shownOrder(table), QStringLiteral("name cost note"));
        QVERIFY(menu.isVisible());
        menu.setActiveAction(action("column.note"));
        QTest::keyClick(&menu, Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(shownOrder(table), QStringLiteral("name note cost"));
        QTest::keyClick(&menu, Qt::Key_Up, Qt::ControlModifier);  // the pinned one stays first
        QCOMPARE(shownOrder(table), QStringLiteral("name note cost"));
        menu.setActiveAction(action("resetColumns"));
        QTest::keyClick(&menu, Qt::Key_Return);
        QCOMPARE(shownOrder(table), QStringLiteral("name cost note"));
        QTRY_VERIFY(!menu.isVisible());
    }
};

GUI_TEST_MAIN(TableCopyTest)
#include "tst_table_copy.moc"
