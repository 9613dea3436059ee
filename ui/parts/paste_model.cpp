// SPDX-License-Identifier: GPL-3.0-or-later

#include "paste_model.h"

#include "schema/schema.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QElapsedTimer>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr qint64 kSliceMs = 6;  // of a frame's 16

std::unique_ptr<schema::Schema> compiled(const Json& schema) {
    if (schema.is_null())
        return nullptr;
    auto made = schema::Schema::compile(schema);
    return made.ok() ? std::make_unique<schema::Schema>(std::move(made).value()) : nullptr;
}

bool isName(const QString& cell, const ExampleColumn& column) {
    const QString name = cell.trimmed();
    if (name.compare(column.title, Qt::CaseInsensitive) == 0 ||
        name.compare(toQString(stringAt(column.schema, "title")), Qt::CaseInsensitive) == 0)
        return !name.isEmpty();
    return column.isOutput() && name.compare(QStringLiteral("output"), Qt::CaseInsensitive) == 0;
}

PasteMapping mappingByName(const ClipboardRow& names, const std::vector<ExampleColumn>& columns) {
    PasteMapping mapping(names.size(), -1);
    std::vector<bool> taken(columns.size());
    for (std::size_t from = 0; from < names.size(); ++from)
        for (std::size_t to = 0; to < columns.size(); ++to)
            if (mapping[from] < 0 && !taken[to] && isName(names[from], columns[to])) {
                mapping[from] = static_cast<int>(to);
                taken[to] = true;
            }
    return mapping;
}

QString saidBy(const schema::Schema* schema, const Json& value, const QString& where) {
    if (!schema)
        return {};
    const schema::Validation validation = schema->validate(value);
    if (validation.stopped)
        return QStringLiteral("%1: %2").arg(where, toQString(validation.stopped->message));
    if (validation.problems.empty())
        return {};
    const schema::Problem& first = validation.problems.front();
    const QString place = first.instancePointer.empty() ? where : toQString(first.instancePointer.substr(1));
    return QStringLiteral("%1: %2").arg(place, toQString(first.message));
}

}  // namespace

PasteGuess guessMapping(const ClipboardTable& table, const std::vector<ExampleColumn>& columns) {
    PasteGuess guess;
    if (!table.rows.empty()) {
        guess.mapping = mappingByName(table.rows.front(), columns);
        const auto named = std::count_if(guess.mapping.begin(), guess.mapping.end(), [](int to) { return to >= 0; });
        guess.header = 2 * static_cast<std::size_t>(named) >= table.rows.front().size() && named > 0;
    }
    guess.mapping.resize(table.columns, -1);
    if (!guess.header)
        for (std::size_t from = 0; from < table.columns; ++from)
            guess.mapping[from] = from < columns.size() ? static_cast<int>(from) : -1;
    return guess;
}

PasteModel::PasteModel(const Theme& theme, QObject* parent) : QAbstractTableModel(parent), m_theme(theme) {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &PasteModel::checkSome);
}

PasteModel::~PasteModel() = default;

void PasteModel::setTable(ClipboardTable table, std::vector<ExampleColumn> columns, const Json& inputSchema,
                          const Json& outputSchema) {
    beginResetModel();
    PasteGuess guess = guessMapping(table, columns);
    m_table = std::move(table);
    m_columns = std::move(columns);
    m_input = compiled(inputSchema);
    m_output = compiled(outputSchema);
    m_mapping = std::move(guess.mapping);
    m_header = guess.header;
    restart();
    endResetModel();
    Q_EMIT progressed();
}

void PasteModel::setMapping(PasteMapping mapping) {
    beginResetModel();
    m_mapping = std::move(mapping);
    restart();
    endResetModel();
    Q_EMIT progressed();
}

void PasteModel::setHeader(bool header) {
    if (header == m_header)
        return;
    beginResetModel();
    m_header = header;
    restart();
    endResetModel();
    Q_EMIT progressed();
}

QString PasteModel::sourceName(std::size_t column) const {
    if (m_header && column < m_table.rows.front().size() && !m_table.rows.front()[column].isEmpty())
        return m_table.rows.front()[column];
    return tr("Column %1").arg(column + 1);
}

Json PasteModel::exampleAt(int row) const {
    const ClipboardRow& cells = m_table.rows[static_cast<std::size_t>(row) + (m_header ? 1 : 0)];
    Json input = Json::object();
    Json output = isTextSchema(m_columns.back().schema) ? Json("") : Json();
    // In the order of the columns, whatever the order in the clipboard.
    for (std::size_t to = 0; to < m_columns.size(); ++to) {
        const auto from = std::find(m_mapping.begin(), m_mapping.end(), static_cast<int>(to));
        const auto cell = static_cast<std::size_t>(from - m_mapping.begin());
        if (from == m_mapping.end() || cell >= cells.size())
            continue;
        const ExampleColumn& column = m_columns[to];
        if (cells[cell].isEmpty() && !isTextSchema(column.schema))
            continue;  // not given
        Json value = typedValue(cells[cell], column.schema, Json());
        if (column.isOutput())
            output = std::move(value);
        else
            input[column.key] = std::move(value);
    }
    return {{"input", std::move(input)}, {"output", std::move(output)}};
}

std::vector<Json> PasteModel::examples(bool onlyFitting) const {
    std::vector<Json> examples;
    examples.reserve(static_cast<std::size_t>(rowCount()));
    for (int row = 0; row < rowCount(); ++row)
        if (!onlyFitting || !m_problems.contains(row))
            examples.push_back(exampleAt(row));
    return examples;
}

void PasteModel::restart() {
    m_problems.clear();
    m_checked = 0;
    m_timer.start();
}

void PasteModel::checkSome() {
    QElapsedTimer clock;
    clock.start();
    while (m_checked < rowCount() && clock.elapsed() < kSliceMs) {
        if (QString problem = problemOf(m_checked); !problem.isEmpty()) {
            m_problems[m_checked] = std::move(problem);
            Q_EMIT dataChanged(index(m_checked, 0), index(m_checked, columnCount() - 1));
        }
        ++m_checked;
    }
    if (isChecked())
        m_timer.stop();
    Q_EMIT progressed();
}

QString PasteModel::problemOf(int row) const {
    const ClipboardRow& cells = m_table.rows[static_cast<std::size_t>(row) + (m_header ? 1 : 0)];
    const Json example = exampleAt(row);
    QStringList problems = {saidBy(m_input.get(), example["input"], tr("input")),
                            saidBy(m_output.get(), example["output"], tr("output"))};
    for (std::size_t cell = 0; cell < cells.size(); ++cell)
        if (!cells[cell].isEmpty() && m_mapping[cell] < 0)
            problems.append(tr("“%1” is left out").arg(sourceName(cell)));
    problems.removeAll(QString());
    return problems.join(QLatin1Char('\n'));
}

int PasteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_table.rows.size()) - (m_header && !m_table.rows.empty() ? 1 : 0);
}

// One more than the examples have: what is wrong.
int PasteModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant PasteModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto problem = m_problems.find(index.row());
    const bool last = index.column() == columnCount() - 1;
    if (role == Qt::ToolTipRole && problem != m_problems.end())
        return problem->second;
    if (role == Qt::DecorationRole && index.column() == 0 && problem != m_problems.end())
        return m_theme.icon(Icon::Warning, Role::Warning);
    if (role != Qt::DisplayRole)
        return {};
    if (last)
        return problem == m_problems.end() ? QString() : problem->second;
    const Json example = exampleAt(index.row());
    const ExampleColumn& column = m_columns[static_cast<std::size_t>(index.column())];
    const Json* value = column.isOutput() ? memberAt(example, "output") : memberAt(example["input"], column.key);
    return value && !value->is_null() ? valueText(*value) : QString();
}

QVariant PasteModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return section == columnCount() - 1 ? tr("What does not fit") : m_columns[static_cast<std::size_t>(section)].title;
}

}  // namespace touchstone::ui
