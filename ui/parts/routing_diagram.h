// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules, the tiers they lead to, and what follows when a tier fails, as three columns of nodes with lines between them.
//
// One node is current. Arrow keys move between nodes, Return asks for its form, Del removes it, Alt+Up and Alt+Down
// move it in its column, Alt+Left and Alt+Right lead a rule to another tier. Rules are dragged up and down, and from
// their arrow to a tier. The diagram changes nothing itself: it says what a person wants.
//
// GUI thread only.

#pragma once

#include "routing_picture.h"

#include <QPoint>
#include <QWidget>

#include <optional>
#include <vector>

class QToolButton;

namespace touchstone::ui {

class RoutingNode;
class Theme;

class RoutingDiagram : public QWidget {
    Q_OBJECT

public:
    explicit RoutingDiagram(const Theme& theme, QWidget* parent = nullptr);

    // Keeps the current node where there is still one at its place.
    void setPicture(RoutingPicture picture);
    void setReadOnly(bool readOnly);
    void setCurrent(RoutingPlace place);
    [[nodiscard]] std::optional<RoutingPlace> current() const { return m_current; }
    void focusCurrent();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void currentChanged();
    void editRequested();
    void addRequested(touchstone::ui::RoutingKind kind);
    void removeRequested(touchstone::ui::RoutingPlace place);
    void moveRequested(touchstone::ui::RoutingPlace place, int by);
    // A rule shall lead to the tier of that index.
    void targetRequested(std::size_t rule, std::size_t tier);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    static constexpr int kSpace = 10;  // between nodes, in design pixels

    struct Column {
        QString title;
        RoutingKind kind;
        QToolButton* add = nullptr;
        std::vector<RoutingNode*> nodes;
        QRect head = {};
    };
    // What the mouse does with a rule.
    struct Drag {
        RoutingNode* node;
        QPoint from;  // in our coordinates
        QPoint at;
        bool leads = false;  // it began at the arrow
        bool moved = false;
    };

    void buildColumns();
    void fill(Column& column, const std::vector<RoutingNodeText>& texts);
    void connectNode(RoutingNode& node);
    void arrange();
    int arrangeColumn(Column& column, int x, int y, int width);
    void placeCurrent(bool focus);
    void moveFocus(int key);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    bool handleAltKey(int key, RoutingPlace place);
    void retarget(RoutingPlace place, int by);
    bool handleMouse(RoutingNode& node, QEvent& event);
    void dragTo(QPoint at);
    void drop();
    void paintLinks(QPainter& painter) const;
    void paintDrag(QPainter& painter) const;
    [[nodiscard]] RoutingNode* nodeAt(std::optional<RoutingPlace> place) const;
    [[nodiscard]] RoutingNode* nearest(const std::vector<RoutingNode*>& nodes, int y) const;
    [[nodiscard]] std::vector<RoutingNode*> nodesOf(int side) const;  // 0 left, 1 middle, 2 right
    [[nodiscard]] static int sideOf(RoutingKind kind);
    [[nodiscard]] std::size_t dropRow(int y) const;
    [[nodiscard]] Column& column(RoutingKind kind) { return m_columns[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const Column& column(RoutingKind kind) const { return m_columns[static_cast<std::size_t>(kind)]; }

    const Theme& m_theme;
    std::vector<Column> m_columns;  // by kind
    RoutingPicture m_picture;
    std::optional<RoutingPlace> m_current;
    std::optional<Drag> m_drag;
    int m_height = 0;
    bool m_readOnly = false;
};

}  // namespace touchstone::ui
