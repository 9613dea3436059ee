// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/table_copy.h"

#include "uibase/column_menu.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TableCopy)
};

// What is copied: rows and columns in the order shown.
struct Slice {
    const QAbstractItemModel& model;
    std::vector<int> rows;
    std::vector<int> columns;
    const TableReading& reading;

    [[nodiscard]] QString head(int column) const { return columnTitle(model, column); }
    [[nodiscard]] QString cell(int row, int column) const {
        const QModelIndex index = model.index(row, column);
        return reading.text ? reading.text(index) : index.data().toString();
    }
};

std::vector<int> selectedRows(const QTableView& view) {
    std::vector<int> rows;
    if (!view.selectionModel())
        return rows;
    for (const QItemSelectionRange& range : view.selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    return rows;
}

std::vector<int> shownColumns(const QHeaderView& header) {
    std::vector<int> columns;
    for (int visual = 0; visual < header.count(); ++visual)
        if (const int column = header.logicalIndex(visual); !header.isSectionHidden(column))
            columns.push_back(column);
    return columns;
}

// A cell is one line: what would end it, or its row, becomes a space.
QString plainCell(QString text) {
    for (const char16_t end : {u'\t', u'\n', u'\r', u'\u2028', u'\u2029'})
        text.replace(QChar(end), QLatin1Char(' '));
    return text;
}

QString markdownCell(QString text) {
    text = plainCell(std::move(text));
    for (const char sign : {'\\', '|', '<', '`', '*', '_', '['})
        text.replace(QLatin1Char(sign), QStringLiteral("\\") + QLatin1Char(sign));
    return text;
}

// One line for each row, the heads first; `join` makes a line of its cells.
template <class Join>
QStringList linesOf(const Slice& slice, Join join) {
    QStringList lines;
    QStringList cells;
    for (const int column : slice.columns)
        cells.append(slice.head(column));
    lines.append(join(cells));
    for (const int row : slice.rows) {
        cells.clear();
        for (const int column : slice.columns)
            cells.append(slice.cell(row, column));
        lines.append(join(cells));
    }
    return lines;
}

QString tsvOf(const Slice& slice) {
    const auto join = [](const QStringList& cells) {
        QStringList plain;
        for (const QString& cell : cells)
            plain.append(plainCell(cell));
        return plain.join(QLatin1Char('\t'));
    };
    return linesOf(slice, join).join(QLatin1Char('\n'));
}

QString markdownOf(const Slice& slice) {
    const auto join = [](const QStringList& cells) {
        QString line = QStringLiteral("|");
        for (const QString& cell : cells)
            line += QStringLiteral(" %1 |").arg(markdownCell(cell));
        return line;
    };
    QStringList lines = linesOf(slice, join);
    QString rule = QStringLiteral("|");
    for (const int column : slice.columns) {
        const int side = slice.model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        rule += side & Qt::AlignRight ? QStringLiteral(" ---: |") : QStringLiteral(" --- |");
    }
    lines.insert(1, rule);
    return lines.join(QLatin1Char('\n'));
}

QString jsonOf(const Slice& slice) {
    const int role = slice.reading.jsonRole;
    std::vector<QString> keys;
    for (const int column : slice.columns) {
        const QVariant key = slice.model.headerData(column, Qt::Horizontal, role);
        keys.push_back(key.isValid() ? key.toString() : slice.head(column));
    }
    QJsonArray rows;
    for (const int row : slice.rows) {
        QJsonObject object;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            const QVariant value = slice.model.index(row, slice.columns[i]).data(role);
            object[keys[i]] =
                value.isValid() ? QJsonValue::fromVariant(value) : QJsonValue(slice.cell(row, slice.columns[i]));
        }
        rows.append(object);
    }
    return QString::fromUtf8(QJsonDocument(rows).toJson());
}

QString textOf(const Slice& slice, TableFormat format) {
    switch (format) {
        case TableFormat::Tsv:
            return tsvOf(slice);
        case TableFormat::Markdown:
            return markdownOf(slice);
        case TableFormat::Json:
            break;
    }
    return jsonOf(slice);
}

}  // namespace

CopiedTable selectionText(const QTableView& view, TableFormat format, const TableReading& reading) {
    if (!view.model())
        return {};
    Slice slice{*view.model(), selectedRows(view), shownColumns(*view.horizontalHeader()), reading};
    const int selected = static_cast<int>(slice.rows.size());
    if (slice.rows.empty() || slice.columns.empty())
        return {};
    slice.rows.resize(static_cast<std::size_t>(std::min(selected, kMaxCopiedRows)));
    return {textOf(slice, format), static_cast<int>(slice.rows.size()), selected};
}

CopiedTable copySelection(const QTableView& view, TableFormat format, const TableReading& reading) {
    CopiedTable copied = selectionText(view, format, reading);
    if (!copied.text.isEmpty())
        QApplication::clipboard()->setText(copied.text);
    return copied;
}

void addCopyActions(QMenu& menu, std::function<void(TableFormat)> copy) {
    const auto add = [&](TableFormat format, const QString& text, const char* name) {
        QAction* action = menu.addAction(text);
        action->setObjectName(QString::fromLatin1(name));
        QObject::connect(action, &QAction::triggered, &menu, [copy, format] { copy(format); });
    };
    add(TableFormat::Tsv, Words::tr("Copy rows for a spreadsheet"), "copyTsv");
    add(TableFormat::Markdown, Words::tr("Copy rows as Markdown"), "copyMarkdown");
    add(TableFormat::Json, Words::tr("Copy rows as JSON"), "copyJson");
}

}  // namespace touchstone::ui
