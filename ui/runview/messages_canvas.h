// SPDX-License-Identifier: GPL-3.0-or-later
//
// The scrolled text of a MessagesView. Lays out what is in sight, nothing else. GUI thread only.

#pragma once

#include "message_line.h"

#include <QAbstractScrollArea>

#include <map>
#include <memory>
#include <optional>

class QPainterPath;

namespace touchstone::ui {

class Theme;

class MessagesCanvas : public QAbstractScrollArea {
    Q_OBJECT

public:
    struct PieceRef {
        std::size_t message = 0;
        std::size_t piece = 0;
        bool operator==(const PieceRef&) const = default;
    };

    MessagesCanvas(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    ~MessagesCanvas() override;

    void setMessages(ShownMessages messages);
    void setStale(bool stale);

    [[nodiscard]] const std::vector<ShownMessage>& messages() const { return m_blocks.messages(); }
    // Under the pointer, else the one stepped to.
    [[nodiscard]] std::optional<PieceRef> currentPiece() const { return m_hovered ? m_hovered : m_current; }
    // The message stepped to or in sight.
    [[nodiscard]] std::size_t currentMessage() const;
    // How many blocks are laid out now.
    [[nodiscard]] std::size_t laidOut() const { return m_lines.size(); }

Q_SIGNALS:
    void currentPieceChanged();
    void copyRequested(std::size_t message);
    void copyAllRequested();
    void placeRequested(const QString& pointer, touchstone::TextPosition position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Hit {
        PieceRef piece;
        std::size_t byte;  // of the message
    };

    void remeasure();
    void updateScrollBar();
    // Lays out what is in sight until no height changes, and forgets the rest.
    void layOutSight();
    const MessageLine& lineOf(std::size_t block);
    void paintHead(QPainter& painter, const MessageBlock& block, const QRect& place) const;
    // Adds where the current piece stands to `current`.
    void paintLine(QPainter& painter, const MessageBlock& block, const MessageLine& line, const QPoint& at,
                   QPainterPath& current) const;
    [[nodiscard]] QRect copyPlace(const QRect& head) const;
    [[nodiscard]] std::optional<std::size_t> copyAt(const QPoint& at) const;
    [[nodiscard]] std::optional<Hit> hitAt(const QPoint& at) const;
    void setHovered(std::optional<PieceRef> piece);
    // One piece on or back from the current one.
    void step(int by);
    void reveal(const PieceRef& piece);
    void goTo(const PieceRef& piece, std::size_t byte);
    [[nodiscard]] int margin() const;
    [[nodiscard]] int lineHeight() const;

    const Theme& m_theme;
    MessageBlocks m_blocks;
    std::map<std::size_t, std::unique_ptr<MessageLine>> m_lines;  // those laid out, by block
    std::optional<PieceRef> m_hovered;
    std::optional<PieceRef> m_current;
    bool m_stale = false;
};

}  // namespace touchstone::ui
