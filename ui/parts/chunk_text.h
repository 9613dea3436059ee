// SPDX-License-Identifier: GPL-3.0-or-later
//
// A document's text with its chunks: neighbours have different fills, a line stands where a chunk begins, what two
// chunks share is hatched, and the margin numbers them. One chunk is current: that of the cursor. Ctrl+Up and Ctrl+Down
// go to the chunks before and after it.
//
// A long document is shown by pages of whole chunks; going to a chunk turns the page.
//
// GUI thread only.

#pragma once

#include <QPlainTextEdit>

#include "session/inspection.h"

#include <memory>
#include <vector>

namespace touchstone::ui {

class Theme;

class ChunkText : public QPlainTextEdit {
    Q_OBJECT

public:
    static constexpr std::size_t kPageBytes = 128U << 10U;

    explicit ChunkText(const Theme& theme, QWidget* parent = nullptr);

    // Null: nothing. Keeps the current chunk's place in the text when `sameDocument`.
    void setChunks(std::shared_ptr<const session::DocumentChunks> chunks, bool sameDocument);
    [[nodiscard]] const session::DocumentChunks* chunks() const { return m_chunks.get(); }

    // −1: none.
    [[nodiscard]] int currentChunk() const { return m_current; }
    // Turns to its page, scrolls to it and puts the cursor at its beginning.
    void goToChunk(int index);
    // The chunk that has this byte of the document, −1 when there is none.
    [[nodiscard]] int chunkAt(std::size_t byte) const;

    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    [[nodiscard]] int page() const { return m_page; }
    // Its first and last chunk.
    [[nodiscard]] std::pair<int, int> chunksOfPage() const;
    void goToPage(int page);

Q_SIGNALS:
    void currentChunkChanged(int index);
    void pageChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    class Margin;
    struct Span {
        int begin;  // positions in the page
        int end;
    };

    void cutPages();
    void showPage(int page);
    void followCursor();
    void setCurrent(int index);
    void layoutMargin();
    void paintMargin(QPainter& painter);
    void paintBlock(QPainter& painter, const QTextBlock& block, const QPointF& offset) const;
    void fill(QPainter& painter, const QTextBlock& block, const QPointF& offset, Span range, const QBrush& brush) const;
    void paintBegin(QPainter& painter, const QTextBlock& block, const QPointF& offset, int position) const;
    template <class Visit>
    void eachVisibleBlock(Visit&& visit) const;
    // The first span of the page that ends behind a position.
    [[nodiscard]] std::size_t firstSpan(int position) const;

    const Theme& m_theme;
    Margin* m_margin;
    std::shared_ptr<const session::DocumentChunks> m_chunks;
    std::vector<std::pair<std::size_t, std::size_t>> m_pages;  // first chunk and the one behind the last
    std::vector<Span> m_spans;                                 // of the page's chunks
    int m_page = 0;
    int m_current = -1;
    bool m_turning = false;
};

}  // namespace touchstone::ui
