// SPDX-License-Identifier: GPL-3.0-or-later

#include "messages_canvas.h"

#include "part_colors.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kMargin = 12;
constexpr int kHeadRow = 28;

QString roleName(std::string_view role) {
    if (role == "system")
        return MessagesCanvas::tr("System");
    if (role == "user")
        return MessagesCanvas::tr("User");
    if (role == "assistant")
        return MessagesCanvas::tr("Assistant");
    return toQString(role);
}

// `start` and then `text`: where a place in a template is that copies its text.
TextPosition advanced(TextPosition start, std::string_view text) {
    for (const char c : text) {
        if (c == '\n')
            start = {start.line + 1, 1};
        else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
            ++start.column;
    }
    return start;
}

}  // namespace

MessagesCanvas::MessagesCanvas(const Theme& theme, const QString& name, QWidget* parent)
    : QAbstractScrollArea(parent), m_theme(theme) {
    setObjectName(QStringLiteral("messages"));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(&theme, &Theme::themeChanged, this, &MessagesCanvas::remeasure);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { setHovered({}); });
}

MessagesCanvas::~MessagesCanvas() = default;

// ---- Content and its size

void MessagesCanvas::setMessages(ShownMessages messages) {
    m_blocks.assign(std::move(messages));
    m_hovered.reset();
    const auto isThere = [this](const PieceRef& ref) {
        return ref.message < this->messages().size() && ref.piece < this->messages()[ref.message].pieces.size();
    };
    if (m_current && !isThere(*m_current))
        m_current.reset();
    remeasure();
    Q_EMIT currentPieceChanged();
}

void MessagesCanvas::setStale(bool stale) {
    m_stale = stale;
    viewport()->update();
}

int MessagesCanvas::margin() const {
    return m_theme.px(kMargin);
}

int MessagesCanvas::lineHeight() const {
    return QFontMetrics(m_theme.font(TextStyle::Editor)).height() + m_theme.px(3);
}

void MessagesCanvas::remeasure() {
    m_lines.clear();
    const int letter = std::max(QFontMetrics(m_theme.font(TextStyle::Editor)).horizontalAdvance(QLatin1Char('0')), 1);
    m_blocks.measure({(viewport()->width() - 2 * margin()) / letter, lineHeight(), m_theme.px(kHeadRow)});
    updateScrollBar();
    viewport()->update();
}

void MessagesCanvas::updateScrollBar() {
    constexpr std::int64_t kMost = 1'000'000'000;
    const auto height = static_cast<int>(std::min(m_blocks.height() + margin(), kMost));
    verticalScrollBar()->setRange(0, std::max(height - viewport()->height(), 0));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(lineHeight() * 2);
}

const MessageLine& MessagesCanvas::lineOf(std::size_t block) {
    std::unique_ptr<MessageLine>& line = m_lines[block];
    if (!line)
        line = std::make_unique<MessageLine>(
            messages()[m_blocks.at(block).message], m_blocks.at(block), m_theme.font(TextStyle::Editor),
            std::max(viewport()->width() - 2 * margin(), m_theme.px(40)), lineHeight());
    return *line;
}

void MessagesCanvas::layOutSight() {
    if (m_blocks.size() == 0)
        return;
    const std::int64_t top = verticalScrollBar()->value();
    const std::size_t first = m_blocks.blockAt(top);
    std::size_t last = first;
    for (; last < m_blocks.size() && m_blocks.top(last) < top + viewport()->height(); ++last)
        if (m_blocks.at(last).kind == MessageBlock::Line)
            m_blocks.setHeight(last, lineOf(last).height());
    std::erase_if(m_lines, [&](const auto& entry) { return entry.first < first || entry.first >= last; });
    updateScrollBar();
}

void MessagesCanvas::resizeEvent(QResizeEvent* event) {
    const std::size_t first = m_blocks.size() > 0 ? m_blocks.blockAt(verticalScrollBar()->value()) : 0;
    QAbstractScrollArea::resizeEvent(event);
    remeasure();
    if (first > 0)
        verticalScrollBar()->setValue(static_cast<int>(m_blocks.top(first)));
}

// ---- Painting

void MessagesCanvas::paintEvent(QPaintEvent*) {
    layOutSight();
    QPainter painter(viewport());
    const std::int64_t top = verticalScrollBar()->value();
    if (m_blocks.size() == 0)
        return;
    if (m_stale)
        painter.setOpacity(0.55);
    QPainterPath current;
    for (std::size_t i = m_blocks.blockAt(top); i < m_blocks.size(); ++i) {
        const auto y = static_cast<int>(m_blocks.top(i) - top);
        if (y >= viewport()->height())
            break;
        const MessageBlock& block = m_blocks.at(i);
        if (block.kind == MessageBlock::Line)
            paintLine(painter, block, lineOf(i), {margin(), y}, current);
        else
            paintHead(painter, block, QRect(0, y, viewport()->width(), block.height));
    }
    const bool stepped = hasFocus() && !m_hovered;
    painter.setPen(QPen(m_theme.color(stepped ? Role::Focus : Role::BorderStrong), stepped ? 2 : 1));
    painter.drawPath(current.simplified());
}

void MessagesCanvas::paintHead(QPainter& painter, const MessageBlock& block, const QRect& place) const {
    const bool more = block.kind == MessageBlock::More;
    if (place.top() > 0 && !more) {
        painter.setPen(m_theme.color(Role::Border));
        painter.drawLine(place.topLeft(), place.topRight());
    }
    const QString text = more ? tr("The rest is too long to show here; copying takes all of it.")
                              : roleName(messages()[block.message].role);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    painter.drawText(place.adjusted(margin(), 0, -margin(), 0), Qt::AlignLeft | Qt::AlignVCenter, text);
    if (!more)
        m_theme.icon(Icon::Copy).paint(&painter, copyPlace(place));
}

void MessagesCanvas::paintLine(QPainter& painter, const MessageBlock& block, const MessageLine& line, const QPoint& at,
                               QPainterPath& current) const {
    for (const MessageLine::Run& run : line.runs()) {
        const session::Piece& piece = messages()[block.message].pieces[run.piece];
        const bool isCurrent = currentPiece() == PieceRef{block.message, run.piece};
        for (const QRectF& row : line.placesOf(run)) {
            const QRectF place = row.translated(at);
            painter.fillRect(place.adjusted(0, 1, 0, -1), tintOf(m_theme, piece.part, !piece.variables.empty()));
            if (!piece.variables.empty())
                painter.fillRect(QRectF(place.left(), place.bottom() - 2, place.width(), 2),
                                 partColor(m_theme, piece.part));
            if (isCurrent)
                current.addRect(place.adjusted(-1, 0, 1, 0));
        }
    }
    painter.setPen(m_theme.color(Role::Text));
    line.draw(painter, at);
}

QRect MessagesCanvas::copyPlace(const QRect& head) const {
    const int side = m_theme.px(16);
    return {head.right() - margin() - side, head.center().y() - side / 2, side, side};
}

// ---- Pointer

std::optional<std::size_t> MessagesCanvas::copyAt(const QPoint& at) const {
    if (m_blocks.size() == 0)
        return std::nullopt;
    const std::int64_t y = at.y() + verticalScrollBar()->value();
    const std::size_t index = m_blocks.blockAt(y);
    const MessageBlock& block = m_blocks.at(index);
    const QRect head(0, static_cast<int>(m_blocks.top(index) - verticalScrollBar()->value()), viewport()->width(),
                     block.height);
    const int slack = m_theme.px(6);
    return block.kind == MessageBlock::Head && copyPlace(head).adjusted(-slack, -slack, slack, slack).contains(at)
               ? std::optional<std::size_t>(block.message)
               : std::nullopt;
}

std::optional<MessagesCanvas::Hit> MessagesCanvas::hitAt(const QPoint& at) const {
    if (m_blocks.size() == 0)
        return std::nullopt;
    const std::size_t block = m_blocks.blockAt(at.y() + verticalScrollBar()->value());
    const auto line = m_lines.find(block);
    if (line == m_lines.end())
        return std::nullopt;
    const auto top = static_cast<int>(m_blocks.top(block) - verticalScrollBar()->value());
    const auto hit = line->second->hitAt(QPointF(at.x() - margin(), at.y() - top));
    return hit ? std::optional(Hit{{m_blocks.at(block).message, hit->piece}, hit->byte}) : std::nullopt;
}

void MessagesCanvas::setHovered(std::optional<PieceRef> piece) {
    if (piece == m_hovered)
        return;
    m_hovered = piece;
    viewport()->update();
    Q_EMIT currentPieceChanged();
}

void MessagesCanvas::mouseMoveEvent(QMouseEvent* event) {
    const auto hit = hitAt(event->pos());
    setHovered(hit ? std::optional(hit->piece) : std::nullopt);
    const bool active = hit || copyAt(event->pos());
    viewport()->setCursor(active ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->setToolTip(copyAt(event->pos()) ? tr("Copy this message") : QString());
}

void MessagesCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (const auto message = copyAt(event->pos())) {
        Q_EMIT copyRequested(*message);
    } else if (const auto hit = hitAt(event->pos())) {
        m_current = hit->piece;
        goTo(hit->piece, hit->byte);
    }
}

bool MessagesCanvas::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave)
        setHovered({});
    return QAbstractScrollArea::viewportEvent(event);
}

void MessagesCanvas::contextMenuEvent(QContextMenuEvent* event) {
    if (messages().empty())
        return;
    const std::size_t message = currentMessage();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy this message")), &QAction::triggered, this,
            [this, message] { Q_EMIT copyRequested(message); });
    connect(menu->addAction(tr("Copy all messages")), &QAction::triggered, this, &MessagesCanvas::copyAllRequested);
    menu->popup(event->globalPos());
}

// ---- Keyboard

std::size_t MessagesCanvas::currentMessage() const {
    if (const auto piece = currentPiece())
        return piece->message;
    return m_blocks.size() > 0 ? m_blocks.at(m_blocks.blockAt(verticalScrollBar()->value())).message : 0;
}

void MessagesCanvas::step(int by) {
    const std::vector<ShownMessage>& all = messages();
    auto message = static_cast<std::ptrdiff_t>(m_current ? m_current->message : currentMessage());
    auto piece = static_cast<std::ptrdiff_t>(m_current ? m_current->piece : 0) + (m_current ? by : 0);
    const auto count = [&all](std::ptrdiff_t i) {
        return static_cast<std::ptrdiff_t>(all[static_cast<std::size_t>(i)].pieces.size());
    };
    while (message >= 0 && message < std::ssize(all) && (piece < 0 || piece >= count(message))) {
        message += by > 0 ? 1 : -1;
        if (message >= 0 && message < std::ssize(all))
            piece = by > 0 ? 0 : count(message) - 1;
    }
    if (message < 0 || message >= std::ssize(all))
        return;
    m_current = PieceRef{static_cast<std::size_t>(message), static_cast<std::size_t>(piece)};
    m_hovered.reset();
    reveal(*m_current);
    viewport()->update();
    Q_EMIT currentPieceChanged();
}

void MessagesCanvas::reveal(const PieceRef& piece) {
    const std::size_t block = m_blocks.blockOf(piece.message, messages()[piece.message].pieces[piece.piece].begin);
    const std::int64_t top = m_blocks.top(block);
    const std::int64_t bottom = top + m_blocks.at(block).height;
    QScrollBar* bar = verticalScrollBar();
    if (top < bar->value())
        bar->setValue(static_cast<int>(top));
    else if (bottom > bar->value() + viewport()->height())
        bar->setValue(static_cast<int>(std::min<std::int64_t>(top, bottom - viewport()->height())));
}

void MessagesCanvas::goTo(const PieceRef& ref, std::size_t byte) {
    const ShownMessage& message = messages()[ref.message];
    const session::Piece& piece = message.pieces[ref.piece];
    const bool copied = piece.variables.empty() && piece.part != session::PromptPart::Examples;
    const auto before = std::string_view(message.content).substr(piece.begin, copied ? byte - piece.begin : 0);
    Q_EMIT placeRequested(toQString(piece.pointer), advanced(piece.position, before));
}

void MessagesCanvas::keyPressEvent(QKeyEvent* event) {
    QScrollBar* bar = verticalScrollBar();
    if (event->matches(QKeySequence::Copy)) {
        if (!messages().empty())
            Q_EMIT copyRequested(currentMessage());
        return;
    }
    switch (event->key()) {
        case Qt::Key_Left:
            return step(-1);
        case Qt::Key_Right:
            return step(1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_current)
                goTo(*m_current, messages()[m_current->message].pieces[m_current->piece].begin);
            return;
        case Qt::Key_Home:
            return bar->setValue(0);
        case Qt::Key_End:
            return bar->setValue(bar->maximum());
        default:
            QAbstractScrollArea::keyPressEvent(event);
    }
}

void MessagesCanvas::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void MessagesCanvas::focusOutEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

}  // namespace touchstone::ui
