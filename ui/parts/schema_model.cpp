// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_model.h"

#include "schema_node.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "value_text.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kDeepest = 40;  // rows inside one another; what is deeper is edited in the source

bool hasPlace(const SchemaNode& parent, const SchemaChild& place) {
    return std::any_of(parent.children.begin(), parent.children.end(),
                       [&](const auto& child) { return child->place == place; });
}

}  // namespace

SchemaModel::SchemaModel(const Theme& theme, QString root, QObject* parent)
    : QAbstractItemModel(parent),
      m_theme(theme),
      m_rootName(std::move(root)),
      m_schema(Json::object()),
      m_top(std::make_unique<SchemaNode>()),
      m_edits(schemaKeywordOrder()) {
    auto node = std::make_unique<SchemaNode>();
    node->parent = m_top.get();
    node->place = {SchemaRow::Root, {}};
    m_top->children.push_back(std::move(node));
}

SchemaModel::~SchemaModel() = default;

void SchemaModel::setSchema(const Json& schema) {
    if (identical(schema, m_schema))
        return;
    m_schema = schema;
    sync(*m_top->children.front(), 0);
    setFindings(std::vector<Finding>(m_all));
}

void SchemaModel::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
}

void SchemaModel::setFindings(const std::vector<Finding>& findings) {
    m_all = findings;
    m_findings.clear();
    for (const Finding& finding : m_all)
        m_findings[pointerOf(indexOf(finding.pointer))].push_back(finding);
    Q_EMIT dataChanged(index(0, 0), index(0, ColumnCount - 1));
}

// --- rows -----------------------------------------------------------------------------------------------------------

void SchemaModel::fill(SchemaNode& node, int depth) {
    if (depth >= kDeepest)
        return;
    const Json* schema = schemaAt(node);
    for (const SchemaChild& place : schema ? schemaChildren(*schema) : std::vector<SchemaChild>()) {
        auto child = std::make_unique<SchemaNode>();
        child->parent = &node;
        child->place = place;
        child->row = static_cast<int>(node.children.size());
        fill(*child, depth + 1);
        node.children.push_back(std::move(child));
    }
}

void SchemaModel::renumber(SchemaNode& node) {
    for (std::size_t i = 0; i < node.children.size(); ++i)
        node.children[i]->row = static_cast<int>(i);
}

// Makes the rows below `node` those of the schema with as few steps as views understand.
void SchemaModel::sync(SchemaNode& node, int depth) {
    const Json* schema = schemaAt(node);
    const std::vector<SchemaChild> wanted =
        schema && depth < kDeepest ? schemaChildren(*schema) : std::vector<SchemaChild>();
    const QModelIndex above = indexOf(node);
    for (std::size_t i = node.children.size(); i-- > 0;) {
        if (std::find(wanted.begin(), wanted.end(), node.children[i]->place) != wanted.end())
            continue;
        beginRemoveRows(above, static_cast<int>(i), static_cast<int>(i));
        node.children.erase(node.children.begin() + static_cast<std::ptrdiff_t>(i));
        renumber(node);
        endRemoveRows();
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i < node.children.size() && node.children[i]->place == wanted[i])
            continue;
        const auto at = node.children.begin() + static_cast<std::ptrdiff_t>(i);
        if (hasPlace(node, wanted[i])) {
            const auto from =
                std::find_if(at, node.children.end(), [&](const auto& child) { return child->place == wanted[i]; });
            const int row = (*from)->row;
            beginMoveRows(above, row, row, above, static_cast<int>(i));
            std::rotate(at, from, from + 1);
            renumber(node);
            endMoveRows();
            continue;
        }
        auto child = std::make_unique<SchemaNode>();
        child->parent = &node;
        child->place = wanted[i];
        fill(*child, depth + 1);
        beginInsertRows(above, static_cast<int>(i), static_cast<int>(i));
        node.children.insert(at, std::move(child));
        renumber(node);
        endInsertRows();
    }
    for (const auto& child : node.children)
        sync(*child, depth + 1);
    Q_EMIT dataChanged(indexOf(node), indexOf(node, ColumnCount - 1));
}

SchemaNode* SchemaModel::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? static_cast<SchemaNode*>(index.internalPointer()) : m_top.get();
}

QModelIndex SchemaModel::indexOf(const SchemaNode& node, int column) const {
    return &node == m_top.get() ? QModelIndex() : createIndex(node.row, column, &node);
}

Json* SchemaModel::schemaAt(const SchemaNode& node) {
    return const_cast<Json*>(std::as_const(*this).schemaAt(node));
}

const Json* SchemaModel::schemaAt(const SchemaNode& node) const {
    if (node.place.row == SchemaRow::Root)
        return &m_schema;
    const Json* above = node.parent ? schemaAt(*node.parent) : nullptr;
    if (above && node.place.row == SchemaRow::Property)
        above = memberAt(*above, "properties");
    return above ? memberAt(*above, node.place.key) : nullptr;
}

const Json& SchemaModel::schemaOf(const QModelIndex& index) const {
    static const Json none;
    const Json* schema = index.isValid() ? schemaAt(*nodeOf(index)) : nullptr;
    return schema ? *schema : none;
}

SchemaRow SchemaModel::rowKind(const QModelIndex& index) const {
    return nodeOf(index)->place.row;
}

std::string SchemaModel::pointerOf(const QModelIndex& index) const {
    return nodeOf(index)->pointer();
}

QModelIndex SchemaModel::indexOf(const std::string& pointer) const {
    const SchemaNode* node = m_top->children.front().get();
    for (bool deeper = true; deeper;) {
        deeper = false;
        for (const auto& child : node->children) {
            const std::string place = child->pointer();
            if (pointer != place && !pointer.starts_with(place + "/"))
                continue;
            node = child.get();
            deeper = true;
            break;
        }
    }
    return indexOf(*node);
}

std::vector<Finding> SchemaModel::findingsOf(const QModelIndex& index) const {
    const auto found = m_findings.find(pointerOf(index));
    return found == m_findings.end() ? std::vector<Finding>() : found->second;
}

QModelIndex SchemaModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent)->children[static_cast<std::size_t>(row)].get());
}

QModelIndex SchemaModel::parent(const QModelIndex& index) const {
    return index.isValid() ? indexOf(*nodeOf(index)->parent) : QModelIndex();
}

int SchemaModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent)->children.size());
}

int SchemaModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

// --- what they say --------------------------------------------------------------------------------------------------

QString SchemaModel::nameText(const SchemaNode& node) const {
    switch (node.place.row) {
        case SchemaRow::Root:
            return m_rootName;
        case SchemaRow::Items:
            return tr("each item");
        default:
            return toQString(node.place.key);
    }
}

bool SchemaModel::isRequired(const SchemaNode& node) const {
    const Json* object = schemaAt(*node.parent);
    const Json* required = object ? memberAt(*object, "required") : nullptr;
    return required && required->is_array() &&
           std::find(required->begin(), required->end(), node.place.key) != required->end();
}

QVariant SchemaModel::mark(const SchemaNode& node, int role) const {
    const auto found = m_findings.find(node.pointer());
    if (found == m_findings.end())
        return {};
    if (role == Qt::DecorationRole) {
        const bool error = hasErrors(found->second);
        return m_theme.icon(error ? Icon::Error : Icon::Warning, error ? Role::Worse : Role::Warning);
    }
    QStringList lines;
    for (const Finding& finding : found->second)
        lines.append(toQString(finding.text));
    return lines.join(QLatin1Char('\n'));
}

QVariant SchemaModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const SchemaNode& node = *nodeOf(index);
    const Json& schema = schemaOf(index);
    const bool other = node.place.row == SchemaRow::Other;
    if (role == Qt::CheckStateRole && index.column() == Required && node.place.row == SchemaRow::Property)
        return isRequired(node) ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole && index.column() == Required)
        return isRequired(node) && node.place.row == SchemaRow::Property ? tr("required") : tr("optional");
    if (index.column() == Name && (role == Qt::DecorationRole || role == Qt::AccessibleDescriptionRole))
        return mark(node, role);
    if (role == TypeJsonRole) {
        const Json* type = memberAt(schema, "type");
        return type ? toQString(toText(*type)) : QString();
    }
    if (role == Qt::ToolTipRole) {
        const QVariant said = mark(node, role);
        return said.isValid() ? said : data(index, Qt::DisplayRole);
    }
    if (role == Qt::ForegroundRole && (other || index.column() == Limits || index.column() == Type))
        return m_theme.color(Role::TextMuted);
    if (role != Qt::DisplayRole && role != Qt::EditRole)
        return {};
    switch (index.column()) {
        case Name:
            return nameText(node);
        case Type:
            return other ? QString() : schemaTypeText(schema);
        case Limits:
            return other ? tr("edited in the source") : schemaLimitsText(schema);
        case Description:
            return other ? QString() : toQString(stringAt(schema, "description"));
        default:
            return {};
    }
}

QVariant SchemaModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
        case Name:
            return tr("Name");
        case Type:
            return tr("Type");
        case Required:
            return tr("Required");
        case Limits:
            return tr("Limits");
        default:
            return tr("Description");
    }
}

Qt::ItemFlags SchemaModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const SchemaNode& node = *nodeOf(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool property = node.place.row == SchemaRow::Property;
    const Json& schema = schemaOf(index);
    if (m_readOnly || node.place.row == SchemaRow::Other)
        return flags;
    if (index.column() == Required && property)
        flags |= Qt::ItemIsUserCheckable;
    if ((index.column() == Name && property) ||
        (index.column() == Type && schema.is_object() && !memberAt(schema, "$ref")) ||
        (index.column() == Description && schema.is_object()))
        flags |= Qt::ItemIsEditable;
    if (property)
        flags |= Qt::ItemIsDragEnabled;
    if (isObjectSchema(schema))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

}  // namespace touchstone::ui
