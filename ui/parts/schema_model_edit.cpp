// SPDX-License-Identifier: GPL-3.0-or-later
//
// The half of SchemaModel that changes the schema.

#include "schema_model.h"
#include "schema_node.h"
#include "uistate/text.h"

#include <QMimeData>

#include <algorithm>

namespace touchstone::ui {
namespace {

QString mimeType() {
    return QStringLiteral("application/x-touchstone-schema-row");
}

std::string freeName(const Json& properties, const std::string& wanted) {
    std::string name = wanted;
    for (int i = 2; properties.is_object() && properties.contains(name); ++i)
        name = wanted + "_" + std::to_string(i);
    return name;
}

std::optional<std::size_t> placeInList(const Json& list, const std::string& name) {
    const auto found = std::find(list.begin(), list.end(), name);
    return found == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - list.begin()));
}

// Before the first listed name whose property comes later.
std::size_t placeForName(const Json& required, const Json& properties, const std::string& name) {
    bool later = false;
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        if (later)
            if (const auto place = placeInList(required, property.key()))
                return *place;
        later = later || property.key() == name;
    }
    return required.size();
}

void forgetRequired(Json& object, const std::string& name) {
    if (!object.contains("required") || !object["required"].is_array())
        return;
    Json& required = object["required"];
    while (const auto place = placeInList(required, name))
        required.erase(*place);
}

bool isWithin(const SchemaNode* node, const SchemaNode& above) {
    while (node && node != &above)
        node = node->parent;
    return node != nullptr;
}

}  // namespace

bool SchemaModel::refuse(const QString& why) {
    Q_EMIT refused(why);
    return false;
}

void SchemaModel::finish(const QString& what) {
    sync(*m_top->children.front(), 0);
    Q_EMIT edited(what);
}

bool SchemaModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || m_readOnly)
        return false;
    SchemaNode& node = *nodeOf(index);
    if (index.column() == Required && role == Qt::CheckStateRole)
        return setRequired(node, value.toInt() == Qt::Checked);
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    if (index.column() == Name)
        return rename(node, value.toString());
    if (index.column() == Type)
        return setType(node, value.toString());
    return index.column() == Description && setText(node, "description", value.toString());
}

bool SchemaModel::rename(SchemaNode& node, const QString& name) {
    const std::string to = toUtf8(name);
    const std::string from = node.place.key;
    if (to == from)
        return false;
    if (to.empty())
        return refuse(tr("A property needs a name."));
    Json& object = *schemaAt(*node.parent);
    if (object["properties"].contains(to))
        return refuse(tr("“%1” is there already.").arg(name));
    renameMember(object["properties"], from, to);
    if (Json* required = object.contains("required") ? &object["required"] : nullptr; required && required->is_array())
        std::replace(required->begin(), required->end(), Json(from), Json(to));
    node.place.key = to;
    finish(tr("Rename %1").arg(toQString(from)));
    return true;
}

bool SchemaModel::setType(SchemaNode& node, const QString& json) {
    Json& schema = *schemaAt(node);
    const Json* type = memberAt(schema, "type");
    if (json == (type ? toQString(toText(*type)) : QString()))
        return false;
    std::optional<Json> value;
    if (!json.isEmpty())
        value = parseJson(toUtf8(json)).valueOr(Json());
    m_edits.set(schema, "type", std::move(value), node.pointer());
    finish(tr("Change type of %1").arg(nameText(node)));
    return true;
}

bool SchemaModel::setText(SchemaNode& node, const std::string& keyword, const QString& text) {
    Json& schema = *schemaAt(node);
    if (toUtf8(text) == stringAt(schema, keyword))
        return false;
    m_edits.set(schema, keyword, text.isEmpty() ? std::nullopt : std::optional<Json>(toUtf8(text)), node.pointer());
    finish(tr("Change description of %1").arg(nameText(node)));
    return true;
}

bool SchemaModel::setRequired(SchemaNode& node, bool required) {
    if (node.place.row != SchemaRow::Property || required == isRequired(node))
        return false;
    SchemaNode& above = *node.parent;
    Json& object = *schemaAt(above);
    if (!object.contains("required")) {
        m_edits.set(object, "required", Json::array(), above.pointer());
        above.madeRequired = true;
    }
    Json& names = object["required"];
    if (!names.is_array())
        return refuse(tr("“required” is no list here. Correct it in the source."));
    if (required) {
        const std::size_t place =
            node.requiredPlace.value_or(placeForName(names, object["properties"], node.place.key));
        names.insert(names.begin() + static_cast<std::ptrdiff_t>(std::min(place, names.size())), node.place.key);
    } else {
        node.requiredPlace = placeInList(names, node.place.key);
        forgetRequired(object, node.place.key);
        if (names.empty() && above.madeRequired)
            m_edits.set(object, "required", std::nullopt, above.pointer());
    }
    finish((required ? tr("Require %1") : tr("Make %1 optional")).arg(nameText(node)));
    return true;
}

const SchemaNode* SchemaModel::objectNear(const QModelIndex& near) const {
    const SchemaNode* node = near.isValid() ? nodeOf(near) : m_top->children.front().get();
    for (; node && node != m_top.get(); node = node->parent) {
        const Json* schema = schemaAt(*node);
        if (node->place.row != SchemaRow::Other && schema && isObjectSchema(*schema))
            return node;
    }
    return nullptr;
}

bool SchemaModel::canAddProperty(const QModelIndex& near) const {
    return !m_readOnly && objectNear(near) != nullptr;
}

bool SchemaModel::canAddItems(const QModelIndex& index) const {
    const Json& schema = schemaOf(index);
    return !m_readOnly && rowKind(index) != SchemaRow::Other && mainType(schema) == "array" &&
           !memberAt(schema, "items");
}

QModelIndex SchemaModel::insertProperty(const SchemaNode& object, std::size_t place, const std::string& name,
                                        Json schema) {
    Json& above = *schemaAt(object);
    if (!above.contains("properties"))
        m_edits.set(above, "properties", Json::object(), object.pointer());
    insertMember(above["properties"], place, name, std::move(schema));
    finish(tr("Add property"));
    return indexOf(childPointer(object.pointer() + "/properties", name));
}

QModelIndex SchemaModel::addProperty(const QModelIndex& near) {
    const SchemaNode* object = m_readOnly ? nullptr : objectNear(near);
    if (!object) {
        refuse(tr("Only an object has properties: change the type first."));
        return {};
    }
    const Json* properties = memberAt(*schemaAt(*object), "properties");
    const SchemaNode* beside = near.isValid() ? nodeOf(near) : nullptr;
    std::size_t place = properties ? properties->size() : 0;
    if (beside && beside->parent == object && beside->place.row == SchemaRow::Property)
        place = static_cast<std::size_t>(beside->row) + 1;
    return insertProperty(*object, place, freeName(properties ? *properties : Json(), "property"),
                          {{"type", "string"}});
}

QModelIndex SchemaModel::addItems(const QModelIndex& index) {
    if (!canAddItems(index))
        return {};
    const SchemaNode& node = *nodeOf(index);
    m_edits.set(*schemaAt(node), "items", Json{{"type", "string"}}, node.pointer());
    finish(tr("Describe the items of %1").arg(nameText(node)));
    return indexOf(node.pointer() + "/items");
}

QModelIndex SchemaModel::duplicate(const QModelIndex& index) {
    if (m_readOnly || !index.isValid() || rowKind(index) != SchemaRow::Property)
        return {};
    const SchemaNode& node = *nodeOf(index);
    const Json copy = schemaOf(index);
    const Json& properties = *memberAt(*schemaAt(*node.parent), "properties");
    return insertProperty(*node.parent, static_cast<std::size_t>(node.row) + 1,
                          freeName(properties, node.place.key + "_copy"), copy);
}

bool SchemaModel::remove(const QModelIndexList& rows) {
    std::vector<std::string> pointers;
    for (const QModelIndex& row : rows)
        if (const SchemaRow kind = rowKind(row);
            !m_readOnly && row.isValid() && (kind == SchemaRow::Property || kind == SchemaRow::Items))
            pointers.push_back(pointerOf(row));
    QString name;
    for (const std::string& pointer : pointers) {
        const QModelIndex index = indexOf(pointer);
        if (pointerOf(index) != pointer)
            continue;  // gone with a row above it
        const SchemaNode& node = *nodeOf(index);
        Json& above = *schemaAt(*node.parent);
        name = nameText(node);
        if (node.place.row == SchemaRow::Items) {
            above.erase("items");
        } else {
            above["properties"].erase(node.place.key);
            forgetRequired(above, node.place.key);
        }
        sync(*m_top->children.front(), 0);
    }
    if (pointers.empty())
        return false;
    Q_EMIT edited(pointers.size() == 1 ? tr("Remove %1").arg(name)
                                       : tr("Remove %n properties", nullptr, static_cast<int>(pointers.size())));
    return true;
}

bool SchemaModel::canMove(const QModelIndex& index, int by) const {
    if (m_readOnly || !index.isValid() || rowKind(index) != SchemaRow::Property)
        return false;
    const QModelIndex target = index.siblingAtRow(index.row() + by);
    return target.isValid() && rowKind(target) == SchemaRow::Property;
}

bool SchemaModel::moveBy(const QModelIndex& index, int by) {
    if (!canMove(index, by))
        return false;
    const SchemaNode& node = *nodeOf(index);
    const auto from = static_cast<std::size_t>(node.row);
    moveMember((*schemaAt(*node.parent))["properties"], from, static_cast<std::size_t>(node.row + by));
    finish(tr("Move %1").arg(nameText(node)));
    return true;
}

void SchemaModel::replace(const QModelIndex& index, const Json& schema, const QString& what) {
    if (m_readOnly || !index.isValid())
        return;
    *schemaAt(*nodeOf(index)) = schema;
    finish(what);
}

QStringList SchemaModel::mimeTypes() const {
    return {mimeType()};
}

QMimeData* SchemaModel::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    data->setData(mimeType(), QByteArray::fromStdString(pointerOf(indexes.value(0))));
    return data;
}

// The move is done here; returning false keeps the view from removing rows on its own.
bool SchemaModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    if (m_readOnly || action != Qt::MoveAction || !data->hasFormat(mimeType()))
        return false;
    const std::string pointer = data->data(mimeType()).toStdString();
    const QModelIndex moved = indexOf(pointer);
    if (pointerOf(moved) != pointer || rowKind(moved) != SchemaRow::Property || !isObjectSchema(schemaOf(parent)))
        return false;
    const Json* properties = memberAt(schemaOf(parent), "properties");
    const std::size_t end = properties ? properties->size() : 0;
    moveTo(*nodeOf(moved), *nodeOf(parent), row < 0 ? end : std::min(static_cast<std::size_t>(row), end));
    return false;
}

bool SchemaModel::moveTo(SchemaNode& node, SchemaNode& object, std::size_t place) {
    const auto from = static_cast<std::size_t>(node.row);
    const QString what = tr("Move %1").arg(nameText(node));
    if (node.parent == &object) {
        const std::size_t to = place > from ? place - 1 : place;
        if (to == from)
            return false;
        moveMember((*schemaAt(object))["properties"], from, to);
        finish(what);
        return true;
    }
    const std::string name = node.place.key;
    if (isWithin(&object, node))
        return refuse(tr("A property cannot move into itself."));
    if (const Json* there = memberAt(*schemaAt(object), "properties"); there && there->contains(name))
        return refuse(tr("“%1” is there already.").arg(nameText(node)));
    const bool required = isRequired(node);
    Json schema = *schemaAt(node);
    Json& target = *schemaAt(object);
    if (!target.contains("properties"))
        m_edits.set(target, "properties", Json::object(), object.pointer());
    insertMember(target["properties"], place, name, std::move(schema));
    if (required && (!target.contains("required") || target["required"].is_array()))
        target["required"].push_back(name);
    Json& source = *schemaAt(*node.parent);
    source["properties"].erase(name);
    forgetRequired(source, name);
    finish(what);
    return true;
}

}  // namespace touchstone::ui
