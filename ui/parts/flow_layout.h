// SPDX-License-Identifier: GPL-3.0-or-later
//
// Lays widgets out like words: beside each other as far as there is room, then on the next line.
//
// GUI thread only.

#pragma once

#include <QLayout>

#include <vector>

namespace touchstone::ui {

class FlowLayout : public QLayout {
    Q_OBJECT

public:
    FlowLayout(int across, int down, QWidget* parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem* itemAt(int index) const override;
    [[nodiscard]] QLayoutItem* takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    [[nodiscard]] QSize sizeHint() const override;
    // That of its widest item: lines can always be broken.
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    // Gives back the height it takes.
    int arrange(const QRect& rect, bool place) const;

    const int m_across;
    const int m_down;
    std::vector<QLayoutItem*> m_items;  // owned, as Qt has it
};

}  // namespace touchstone::ui
