// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/json_tree.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>

namespace touchstone::ui {
namespace {

constexpr int kLongestText = 400;  // characters shown of one; a tooltip has more
constexpr int kLongestTip = 2000;
constexpr int kRowsAtOnce = 60;  // unfolded without being asked

QString fromUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// A member of an object or an item of a list, as one step of a JSON pointer.
std::string pointerStep(const std::string& name) {
    std::string step = "/";
    for (const char letter : name)
        step += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
    return step;
}

}  // namespace

struct JsonTreeModel::Node {
    Node* parent = nullptr;
    const Json* value = nullptr;
    std::string name;
    int row = 0;
    std::vector<std::unique_ptr<Node>> children = {};
    bool filled = false;

    void fill() {
        if (std::exchange(filled, true) || !value->is_structured())
            return;
        int number = 0;
        children.reserve(value->size());
        for (const auto& member : value->items()) {
            children.push_back(std::make_unique<Node>(Node{this, &member.value(), member.key(), number}));
            ++number;
        }
    }
};

JsonTreeModel::JsonTreeModel(QObject* parent) : QAbstractItemModel(parent) {
    setValue(nullptr);
}

JsonTreeModel::~JsonTreeModel() = default;

void JsonTreeModel::setValue(std::shared_ptr<const Json> value) {
    beginResetModel();
    m_value = value ? std::move(value) : std::make_shared<const Json>();
    m_root = std::make_unique<Node>();
    m_root->filled = true;
    if (m_value->is_structured()) {  // its members are the first rows
        m_root->value = m_value.get();
        m_root->filled = false;
    } else if (!m_value->is_null()) {
        m_root->children.push_back(std::make_unique<Node>(Node{m_root.get(), m_value.get(), {}, 0}));
    }
    endResetModel();
}

JsonTreeModel::Node& JsonTreeModel::nodeOf(const QModelIndex& index) const {
    Node& node = index.isValid() ? *static_cast<Node*>(index.internalPointer()) : *m_root;
    node.fill();
    return node;
}

std::string JsonTreeModel::pointerOf(const QModelIndex& index) const {
    std::string pointer;
    for (const Node* node = index.isValid() ? &nodeOf(index) : m_root.get(); node->parent; node = node->parent)
        if (node->value != m_value.get())
            pointer.insert(0, pointerStep(node->name));
    return pointer;
}

const Json& JsonTreeModel::valueOf(const QModelIndex& index) const {
    return index.isValid() ? *nodeOf(index).value : *m_value;
}

QModelIndex JsonTreeModel::index(int row, int column, const QModelIndex& parent) const {
    if (column < 0 || column >= kColumns || parent.column() > 0)
        return {};
    const Node& node = nodeOf(parent);
    if (row < 0 || row >= static_cast<int>(node.children.size()))
        return {};
    return createIndex(row, column, node.children[static_cast<std::size_t>(row)].get());
}

QModelIndex JsonTreeModel::parent(const QModelIndex& child) const {
    if (!child.isValid())
        return {};
    Node* parent = static_cast<Node*>(child.internalPointer())->parent;
    return parent == m_root.get() ? QModelIndex() : createIndex(parent->row, NameColumn, parent);
}

int JsonTreeModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int JsonTreeModel::columnCount(const QModelIndex&) const {
    return kColumns;
}

QVariant JsonTreeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Node& node = *static_cast<Node*>(index.internalPointer());
    if (index.column() == NameColumn)
        return fromUtf8(node.name);
    const Json& value = *node.value;
    const int longest = role == Qt::ToolTipRole ? kLongestTip : kLongestText;
    if (value.is_object())
        return tr("{ %n member(s) }", nullptr, static_cast<int>(value.size()));
    if (value.is_array())
        return tr("[ %n item(s) ]", nullptr, static_cast<int>(value.size()));
    if (!value.is_string())
        return fromUtf8(toText(value));
    const QString text = fromUtf8(value.get_ref<const std::string&>().substr(0, static_cast<std::size_t>(longest) * 4));
    return role == Qt::ToolTipRole ? text.left(longest) : QStringLiteral("\"%1\"").arg(text.left(longest).simplified());
}

QVariant JsonTreeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Name") : tr("Value");
}

JsonTreeView::JsonTreeView(const Theme& theme, const QString& name, QWidget* parent)
    : QTreeView(parent), m_model(new JsonTreeModel(this)) {
    setAccessibleName(name);
    setModel(m_model);
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setTextStyle(*this, theme, TextStyle::Mono);
    header()->setSectionResizeMode(JsonTreeModel::NameColumn, QHeaderView::ResizeToContents);
    const auto addAction = [this](const QString& text, const QKeySequence& keys, void (JsonTreeView::*act)() const) {
        auto* action = new QAction(text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, act);
        QTreeView::addAction(action);
    };
    addAction(tr("Copy the value as JSON"), QKeySequence::Copy, &JsonTreeView::copyValue);
    addAction(tr("Copy the JSON pointer"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), &JsonTreeView::copyPointer);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

void JsonTreeView::setValue(std::shared_ptr<const Json> value) {
    m_model->setValue(std::move(value));
    int rows = m_model->rowCount();
    unfoldShort({}, rows);
    setCurrentIndex(m_model->index(0, 0));
}

void JsonTreeView::unfoldShort(const QModelIndex& parent, int& rows) {
    for (int row = 0; row < m_model->rowCount(parent) && rows < kRowsAtOnce; ++row) {
        const QModelIndex child = m_model->index(row, 0, parent);
        const int below = m_model->rowCount(child);
        if (below == 0 || rows + below > kRowsAtOnce)
            continue;
        rows += below;
        expand(child);
        unfoldShort(child, rows);
    }
}

void JsonTreeView::copyValue() const {
    QApplication::clipboard()->setText(fromUtf8(toPrettyText(m_model->valueOf(currentIndex()))));
}

void JsonTreeView::copyPointer() const {
    QApplication::clipboard()->setText(fromUtf8(m_model->pointerOf(currentIndex())));
}

}  // namespace touchstone::ui
