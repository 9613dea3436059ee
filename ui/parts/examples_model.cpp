// SPDX-License-Identifier: GPL-3.0-or-later

#include "examples_model.h"

#include "uibase/theme.h"
#include "uistate/text.h"
#include "value_text.h"

#include <QLocale>

#include <algorithm>
#include <charconv>

namespace touchstone::ui {
namespace {

constexpr std::size_t kMostColumns = 60;  // more fields than that are edited in the source
constexpr std::string_view kPrefix = "/prompt/examples/";

bool sameColumns(const std::vector<ExampleColumn>& a, const std::vector<ExampleColumn>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ExampleColumn& x, const ExampleColumn& y) {
        return x.key == y.key && x.title == y.title && x.schema == y.schema;
    });
}

bool hasColumn(const std::vector<ExampleColumn>& columns, const std::string& key) {
    return std::any_of(columns.begin(), columns.end(), [&](const ExampleColumn& column) { return column.key == key; });
}

QString described(const ExampleColumn& column) {
    return toQString(stringAt(column.schema, "description"));
}

// Only of one type, so that what is chosen can be told from its text.
QStringList choicesOf(const Json& schema) {
    QStringList choices;
    if (stringAt(schema, "type") == "boolean")
        return {QStringLiteral("true"), QStringLiteral("false")};
    const Json* values = memberAt(schema, "enum");
    if (!values || !values->is_array())
        return {};
    const bool texts = isTextSchema(schema);
    for (const Json& value : *values)
        if (value.is_string() == texts)
            choices.append(valueText(value));
    return choices.size() == static_cast<qsizetype>(values->size()) ? choices : QStringList();
}

// The row that a finding's pointer names.
std::optional<int> rowOf(const Finding& finding) {
    if (!finding.pointer.starts_with(kPrefix))
        return std::nullopt;
    int row = 0;
    const char* begin = finding.pointer.data() + kPrefix.size();
    const auto parsed = std::from_chars(begin, finding.pointer.data() + finding.pointer.size(), row);
    return parsed.ec == std::errc() ? std::optional(row) : std::nullopt;
}

}  // namespace

ExamplesModel::ExamplesModel(const Theme& theme, QObject* parent) : QAbstractTableModel(parent), m_theme(theme) {
    m_columns = wantedColumns();
}

const Json* ExamplesModel::list() const {
    const Json* examples = memberAt(m_part, "examples");
    return examples && examples->is_array() ? examples : nullptr;
}

bool ExamplesModel::isEditable() const {
    const Json* examples = memberAt(m_part, "examples");
    return !m_readOnly && (m_part.is_null() || m_part.is_object()) && (!examples || examples->is_array());
}

// --- what is shown --------------------------------------------------------------------------------------------------

void ExamplesModel::setPart(const Json& part) {
    if (!identical(part, m_part))
        adopt(part);
}

// What is the same at both ends stays; what is between comes and goes, or changes in place.
void ExamplesModel::adopt(const Json& part) {
    const Json* given = memberAt(part, "examples");
    const Json none = Json::array();
    const Json& after = given && given->is_array() ? *given : none;
    const Json& before = list() ? *list() : none;
    const auto least = static_cast<int>(std::min(before.size(), after.size()));
    const auto oldCount = static_cast<int>(before.size());
    const auto newCount = static_cast<int>(after.size());
    const auto same = [&](int a, int b) { return identical(before[std::size_t(a)], after[std::size_t(b)]); };
    int head = 0;
    while (head < least && same(head, head))
        ++head;
    int tail = 0;
    while (tail < least - head && same(oldCount - 1 - tail, newCount - 1 - tail))
        ++tail;
    const int changed = least - head - tail;
    const bool fewer = oldCount > newCount;
    const int first = head + changed;
    const int last = first + std::abs(newCount - oldCount) - 1;
    m_findings.clear();
    for (int row = head; row < first; ++row)
        m_part["examples"][std::size_t(row)] = after[std::size_t(row)];
    if (changed > 0)
        Q_EMIT dataChanged(index(head, 0), index(first - 1, columnCount() - 1));
    if (fewer)
        beginRemoveRows({}, first, last);
    else if (newCount > oldCount)
        beginInsertRows({}, first, last);
    m_part = part;
    if (fewer)
        endRemoveRows();
    else if (newCount > oldCount)
        endInsertRows();
    makeColumns();
}

void ExamplesModel::setSchemas(const Json& input, const Json& output) {
    if (input == m_inputSchema && output == m_outputSchema)
        return;
    m_inputSchema = input;
    m_outputSchema = output;
    makeColumns();
}

void ExamplesModel::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
}

// Those of the schema first, then what examples have besides, the output last.
std::vector<ExampleColumn> ExamplesModel::wantedColumns() const {
    std::vector<ExampleColumn> columns;
    if (const Json* properties = memberAt(m_inputSchema, "properties"); properties && properties->is_object())
        for (auto property = properties->begin(); property != properties->end(); ++property)
            if (columns.size() < kMostColumns && !property.key().empty())
                columns.push_back({property.key(), toQString(property.key()), property.value()});
    if (const Json* examples = list())
        for (const Json& example : *examples)
            if (const Json* input = memberAt(example, "input"); input && input->is_object())
                for (auto field = input->begin(); field != input->end(); ++field)
                    if (columns.size() < kMostColumns && !field.key().empty() && !hasColumn(columns, field.key()))
                        columns.push_back({field.key(), toQString(field.key()), Json::object()});
    Json output = m_outputSchema.is_null() ? Json{{"type", "string"}} : m_outputSchema;
    columns.push_back({{}, tr("Output"), std::move(output)});
    return columns;
}

void ExamplesModel::makeColumns() {
    std::vector<ExampleColumn> wanted = wantedColumns();
    if (sameColumns(wanted, m_columns))
        return;
    for (int column = columnCount(); column-- > 0;) {
        const auto at = m_columns.begin() + column;
        if (hasColumn(wanted, at->key))
            continue;
        beginRemoveColumns({}, column, column);
        m_columns.erase(at);
        endRemoveColumns();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i < m_columns.size() && m_columns[i].key == wanted[i].key)
            continue;
        if (hasColumn(m_columns, wanted[i].key))
            return resetColumns(std::move(wanted));
        const int column = static_cast<int>(i);
        beginInsertColumns({}, column, column);
        m_columns.insert(m_columns.begin() + column, wanted[i]);
        endInsertColumns();
    }
    m_columns = std::move(wanted);  // names and schemas may be others
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

// They stand in another order.
void ExamplesModel::resetColumns(std::vector<ExampleColumn> columns) {
    beginResetModel();
    m_columns = std::move(columns);
    endResetModel();
}

bool ExamplesModel::bringsColumns(const std::vector<Json>& examples) const {
    for (const Json& example : examples)
        if (const Json* input = memberAt(example, "input"); input && input->is_object())
            for (auto field = input->begin(); field != input->end(); ++field)
                if (!hasColumn(m_columns, field.key()))
                    return true;
    return false;
}

int ExamplesModel::columnOf(const std::string& key) const {
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [&](const ExampleColumn& column) { return column.key == key; });
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

const Json& ExamplesModel::exampleAt(int row) const {
    static const Json none;
    const Json* examples = list();
    return examples && row >= 0 && static_cast<std::size_t>(row) < examples->size()
               ? (*examples)[static_cast<std::size_t>(row)]
               : none;
}

const Json* ExamplesModel::valueAt(int row, int column) const {
    const ExampleColumn& shown = m_columns[static_cast<std::size_t>(column)];
    const Json& example = exampleAt(row);
    if (shown.isOutput())
        return memberAt(example, "output");
    const Json* input = memberAt(example, "input");
    return input ? memberAt(*input, shown.key) : nullptr;
}

int ExamplesModel::rowCount(const QModelIndex& parent) const {
    const Json* examples = list();
    return parent.isValid() || !examples ? 0 : static_cast<int>(examples->size());
}

int ExamplesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ExamplesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (role == Qt::DecorationRole || role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return mark(index, role);
    if (role == ChoicesRole)
        return choicesOf(m_columns[static_cast<std::size_t>(index.column())].schema);
    if (role != Qt::DisplayRole && role != Qt::EditRole && role != JsonRole)
        return {};
    const Json* value = valueAt(index.row(), index.column());
    if (!value)
        return QString();
    return role == JsonRole ? toQString(toText(*value)) : valueText(*value);
}

QVariant ExamplesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(QLocale::c().toString(section + 1)) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    const ExampleColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    return role == Qt::ToolTipRole ? QVariant(described(column)) : QVariant();
}

Qt::ItemFlags ExamplesModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = QAbstractTableModel::flags(index) | Qt::ItemNeverHasChildren;
    if (isEditable() && exampleAt(index.row()).is_object())
        flags |= Qt::ItemIsEditable;
    return flags;
}

// --- findings -------------------------------------------------------------------------------------------------------

void ExamplesModel::setFindings(const std::vector<Finding>& findings) {
    const std::map<int, std::vector<Finding>> before = std::move(m_findings);
    m_findings.clear();
    for (const Finding& finding : findings)
        if (const auto row = rowOf(finding); row && *row < rowCount())
            m_findings[*row].push_back(finding);
    for (const auto* rows : {&before, &std::as_const(m_findings)})
        for (const auto& entry : *rows)
            if (entry.first < rowCount())
                Q_EMIT dataChanged(index(entry.first, 0), index(entry.first, columnCount() - 1));
}

const std::vector<Finding>* ExamplesModel::findingsAt(int row) const {
    const auto found = m_findings.find(row);
    return found == m_findings.end() ? nullptr : &found->second;
}

// The column a finding is about; the first when it is about the whole row.
int ExamplesModel::columnOf(const Finding& finding) const {
    const std::size_t slash = finding.pointer.find('/', kPrefix.size());
    const std::string place = slash == std::string::npos ? std::string() : finding.pointer.substr(slash);
    if (place.starts_with("/output"))
        return columnCount() - 1;
    for (int column = 0; column + 1 < columnCount(); ++column) {
        const std::string at = childPointer("/input", m_columns[static_cast<std::size_t>(column)].key);
        if (place == at || place.starts_with(at + "/"))
            return column;
    }
    return 0;
}

std::optional<ExamplesModel::Cell> ExamplesModel::placeOf(const Finding& finding) const {
    const auto row = rowOf(finding);
    if (!row || *row >= rowCount())
        return std::nullopt;
    return Cell{*row, columnOf(finding)};
}

QVariant ExamplesModel::mark(const QModelIndex& index, int role) const {
    std::vector<Finding> here;
    if (const std::vector<Finding>* found = findingsAt(index.row()))
        std::copy_if(found->begin(), found->end(), std::back_inserter(here),
                     [&](const Finding& finding) { return columnOf(finding) == index.column(); });
    if (here.empty())
        return {};
    if (role == Qt::DecorationRole) {
        const bool error = hasErrors(here);
        return m_theme.icon(error ? Icon::Error : Icon::Warning, error ? Role::Worse : Role::Warning);
    }
    QStringList lines;
    for (const Finding& finding : here)
        lines.append(toQString(finding.text));
    return lines.join(QLatin1Char('\n'));
}

}  // namespace touchstone::ui
