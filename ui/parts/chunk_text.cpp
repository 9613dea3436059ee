// SPDX-License-Identifier: GPL-3.0-or-later

#include "chunk_text.h"

#include "uibase/format.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "utf16_offsets.h"

#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace touchstone::ui {

class ChunkText::Margin final : public QWidget {
public:
    explicit Margin(ChunkText* text) : QWidget(text), m_text(text) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        m_text->paintMargin(painter);
    }
    void mousePressEvent(QMouseEvent* event) override {
        m_text->setTextCursor(m_text->cursorForPosition({0, event->position().toPoint().y()}));
        m_text->setFocus(Qt::MouseFocusReason);
    }

private:
    ChunkText* m_text;
};

ChunkText::ChunkText(const Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent), m_theme(theme), m_margin(new Margin(this)) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(8);
    setTextStyle(*this, theme, TextStyle::Editor);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &ChunkText::followCursor);
    connect(this, &QPlainTextEdit::updateRequest, m_margin, [this](const QRect&, int) { m_margin->update(); });
    connect(&theme, &Theme::themeChanged, this, &ChunkText::layoutMargin);
    layoutMargin();
}

void ChunkText::setChunks(std::shared_ptr<const session::DocumentChunks> chunks, bool sameDocument) {
    const bool had = m_chunks && m_current >= 0;
    const std::size_t place = had ? m_chunks->chunks[static_cast<std::size_t>(m_current)].begin : 0;
    m_chunks = std::move(chunks);
    m_current = -1;
    cutPages();
    const int keep = sameDocument && had ? chunkAt(place) : -1;
    if (keep > 0) {
        goToChunk(keep);
    } else {
        showPage(0);
        setCurrent(m_spans.empty() ? -1 : 0);
    }
}

// Each page has as many whole chunks as fit; one that is larger than a page has its own.
void ChunkText::cutPages() {
    m_pages.clear();
    if (!m_chunks)
        return;
    const auto& chunks = m_chunks->chunks;
    for (std::size_t first = 0; first < chunks.size();) {
        std::size_t last = first + 1;
        while (last < chunks.size() && chunks[last].end - chunks[first].begin <= kPageBytes)
            ++last;
        m_pages.emplace_back(first, last);
        first = last;
    }
}

void ChunkText::showPage(int page) {
    m_page = page;
    m_spans.clear();
    QString text;
    if (page < pageCount()) {
        const auto [first, last] = m_pages[static_cast<std::size_t>(page)];
        const std::size_t begin = m_chunks->chunks[first].begin;
        const auto bytes = std::string_view(m_chunks->text).substr(begin, m_chunks->chunks[last - 1].end - begin);
        std::vector<std::size_t> offsets;
        for (std::size_t i = first; i < last; ++i)
            offsets.insert(offsets.end(), {m_chunks->chunks[i].begin - begin, m_chunks->chunks[i].end - begin});
        const std::vector<int> places = utf16Offsets(bytes, offsets);
        for (std::size_t i = 0; i < places.size(); i += 2)
            m_spans.push_back({places[i], places[i + 1]});
        text = toQString(bytes);
    }
    m_turning = true;
    setPlainText(text);
    m_turning = false;
    layoutMargin();
    Q_EMIT pageChanged();
}

void ChunkText::goToPage(int page) {
    if (page >= 0 && page < pageCount())
        goToChunk(static_cast<int>(m_pages[static_cast<std::size_t>(page)].first));
}

std::pair<int, int> ChunkText::chunksOfPage() const {
    if (m_page >= pageCount())
        return {-1, -1};
    const auto [first, last] = m_pages[static_cast<std::size_t>(m_page)];
    return {static_cast<int>(first), static_cast<int>(last) - 1};
}

int ChunkText::chunkAt(std::size_t byte) const {
    if (!m_chunks)
        return -1;
    const auto& chunks = m_chunks->chunks;
    const auto after = std::ranges::upper_bound(chunks, byte, {}, &session::InspectedChunk::begin);
    return after == chunks.begin() ? -1 : static_cast<int>(after - chunks.begin()) - 1;
}

void ChunkText::goToChunk(int index) {
    if (!m_chunks || index < 0 || index >= static_cast<int>(m_chunks->chunks.size()))
        return;
    const auto wanted = static_cast<std::size_t>(index);
    const auto page = std::ranges::find_if(m_pages, [&](const auto& each) { return wanted < each.second; });
    if (const auto number = static_cast<int>(page - m_pages.begin()); number != m_page || m_spans.empty())
        showPage(number);
    QTextCursor cursor(document());
    cursor.setPosition(m_spans[wanted - page->first].begin);
    m_turning = true;
    setTextCursor(cursor);
    m_turning = false;
    centerCursor();
    setCurrent(index);
}

void ChunkText::followCursor() {
    if (m_turning || m_spans.empty())
        return;
    const int position = textCursor().position();
    const auto after = std::ranges::upper_bound(m_spans, position, {}, &Span::begin);
    const auto in = after == m_spans.begin() ? 0 : static_cast<int>(after - m_spans.begin()) - 1;
    setCurrent(static_cast<int>(m_pages[static_cast<std::size_t>(m_page)].first) + in);
}

void ChunkText::setCurrent(int index) {
    m_current = index;
    viewport()->update();
    m_margin->update();
    Q_EMIT currentChunkChanged(index);
}

void ChunkText::keyPressEvent(QKeyEvent* event) {
    const auto keys = event->modifiers() & ~Qt::KeypadModifier;
    if (keys == Qt::ControlModifier && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        goToChunk(m_current + (event->key() == Qt::Key_Up ? -1 : 1));
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ChunkText::layoutMargin() {
    const QFontMetrics metrics(m_theme.font(TextStyle::Caption));
    const auto count = m_chunks ? static_cast<std::int64_t>(m_chunks->chunks.size()) : 0;
    const int width = metrics.horizontalAdvance(formatCount(std::max<std::int64_t>(count, 99))) + m_theme.px(20);
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_margin->setGeometry(inside.left(), inside.top(), width, inside.height());
    m_margin->update();
}

void ChunkText::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    layoutMargin();
}

void ChunkText::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_margin)
        layoutMargin();
}

std::size_t ChunkText::firstSpan(int position) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(m_spans, position, {}, &Span::end) - m_spans.begin());
}

template <class Visit>
void ChunkText::eachVisibleBlock(Visit&& visit) const {
    const QPointF offset = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(offset);
        if (place.top() > viewport()->height())
            return;
        visit(block, place.topLeft());
    }
}

void ChunkText::fill(QPainter& painter, const QTextBlock& block, const QPointF& offset, Span range,
                     const QBrush& brush) const {
    const QTextLayout* layout = block.layout();
    const int begin = std::max(range.begin - block.position(), 0);
    const int end = std::min(range.end - block.position(), block.length());
    for (int i = 0; i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        const int from = std::max(begin, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength() + (i + 1 == layout->lineCount() ? 1 : 0));
        if (from >= to)
            continue;
        const qreal left = line.cursorToX(from);
        const bool whole = to >= line.textStart() + line.textLength();
        const qreal right =
            whole ? std::max(line.naturalTextWidth() + line.x(), left + m_theme.px(4)) : line.cursorToX(to);
        painter.fillRect(QRectF(offset.x() + left, offset.y() + line.y(), right - left, line.height()), brush);
    }
}

void ChunkText::paintBegin(QPainter& painter, const QTextBlock& block, const QPointF& offset, int position) const {
    const QTextLine line = block.layout()->lineForTextPosition(position - block.position());
    if (!line.isValid())
        return;
    const qreal x = offset.x() + line.cursorToX(position - block.position());
    painter.fillRect(QRectF(x - 1, offset.y() + line.y(), 2, line.height()), m_theme.color(Role::Accent));
}

void ChunkText::paintBlock(QPainter& painter, const QTextBlock& block, const QPointF& offset) const {
    const int begin = block.position();
    const int end = begin + block.length();
    const auto first = static_cast<std::size_t>(m_pages[static_cast<std::size_t>(m_page)].first);
    for (std::size_t i = firstSpan(begin); i < m_spans.size() && m_spans[i].begin < end; ++i) {
        const bool current = static_cast<int>(first + i) == m_current;
        const Role role = current ? Role::Selection : (first + i) % 2 == 0 ? Role::InfoTint : Role::Sunken;
        fill(painter, block, offset, m_spans[i], m_theme.color(role));
    }
    for (std::size_t i = firstSpan(begin); i < m_spans.size() && m_spans[i].begin < end; ++i) {
        if (i + 1 < m_spans.size() && m_spans[i + 1].begin < m_spans[i].end)
            fill(painter, block, offset, {m_spans[i + 1].begin, m_spans[i].end},
                 QBrush(m_theme.color(Role::BorderStrong), Qt::BDiagPattern));
        if (m_spans[i].begin >= begin)
            paintBegin(painter, block, offset, m_spans[i].begin);
    }
}

void ChunkText::paintEvent(QPaintEvent* event) {
    if (!m_spans.empty()) {
        QPainter painter(viewport());
        eachVisibleBlock([&](const QTextBlock& block, const QPointF& offset) { paintBlock(painter, block, offset); });
    }
    QPlainTextEdit::paintEvent(event);
}

void ChunkText::paintMargin(QPainter& painter) {
    painter.fillRect(m_margin->rect(), m_theme.color(Role::Surface));
    painter.setFont(m_theme.font(TextStyle::Caption));
    const auto first = m_spans.empty() ? 0 : static_cast<int>(m_pages[static_cast<std::size_t>(m_page)].first);
    qreal free = -1e9;
    eachVisibleBlock([&](const QTextBlock& block, const QPointF& offset) {
        const int begin = block.position();
        for (std::size_t i = firstSpan(begin); i < m_spans.size() && m_spans[i].begin < begin + block.length(); ++i) {
            if (m_spans[i].begin < begin)
                continue;
            const QTextLine line = block.layout()->lineForTextPosition(m_spans[i].begin - begin);
            if (!line.isValid() || offset.y() + line.y() < free)
                continue;
            const int chunk = first + static_cast<int>(i);
            const bool current = chunk == m_current;
            painter.setPen(m_theme.color(current ? Role::AccentText : Role::SyntaxGutter));
            const QRectF place(0, offset.y() + line.y(), m_margin->width() - m_theme.px(8), line.height());
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, formatCount(chunk + 1));
            if (current)
                painter.fillRect(QRectF(0, place.top(), m_theme.px(3), place.height()), m_theme.color(Role::Accent));
            free = place.bottom();
        }
    });
}

}  // namespace touchstone::ui
