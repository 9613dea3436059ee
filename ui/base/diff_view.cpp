// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/diff_view.h"

#include "diff_rows.h"
#include "uibase/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTextLayout>

#include <map>

namespace touchstone::ui {
namespace {

using text::AlignedLine;
using text::Change;

constexpr qsizetype kLongestLine = 4000;  // characters; laying out more would block

// At most `room` characters of a text that may have millions.
QString beginning(const std::string& text, qsizetype room) {
    const auto bytes = std::min(static_cast<qsizetype>(text.size()), room * 4);
    return QString::fromUtf8(text.data(), bytes).left(room);
}

// A line's text with the words that differ marked, wrapped to `width` pixels. What is beyond the longest line is left
// out, and said so.
std::unique_ptr<QTextLayout> layOut(const Theme& theme, const AlignedLine& line, std::optional<Change> without,
                                    qreal width) {
    QString text;
    QList<QTextLayout::FormatRange> formats;
    for (const text::DiffPiece& piece : line.pieces) {
        if (piece.change == without)
            continue;
        const auto begin = static_cast<int>(text.size());
        const qsizetype room = kLongestLine - text.size();
        text += beginning(piece.text, room);
        if (text.size() == kLongestLine && static_cast<qsizetype>(piece.text.size()) > room) {
            text += DiffView::tr(" … the line goes on; copying takes all of it");
            break;
        }
        if (piece.change == Change::Equal)
            continue;
        QTextCharFormat format;
        format.setBackground(theme.color(piece.change == Change::Inserted ? Role::DiffAdd : Role::DiffDel));
        format.setFontStrikeOut(piece.change == Change::Deleted);
        formats.append({begin, static_cast<int>(text.size()) - begin, format});
    }
    auto layout = std::make_unique<QTextLayout>(text, theme.font(TextStyle::Editor));
    layout->setFormats(formats);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout->setTextOption(option);
    layout->beginLayout();
    qreal height = 0;
    for (QTextLine each = layout->createLine(); each.isValid(); each = layout->createLine()) {
        each.setLineWidth(width);
        each.setPosition({0, height});
        height += each.height();
    }
    layout->endLayout();
    return layout;
}

}  // namespace

class DiffView::Delegate : public QStyledItemDelegate {
public:
    Delegate(const Theme& theme, DiffView& view) : QStyledItemDelegate(&view), m_theme(theme), m_view(view) {}

    void forgetSizes() { m_heights.clear(); }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const DiffRow& row = m_view.m_rows->at(index.row());
        if (row.kind != DiffRow::Kind::Line)
            return {0, m_theme.px(row.kind == DiffRow::Kind::Heading ? 34 : 24)};
        const auto known = m_heights.find({row.section, row.line});
        if (known != m_heights.end())
            return {0, known->second};
        const int height = heightOf(m_view.m_rows->lineOf(row));
        m_heights[{row.section, row.line}] = height;
        return {0, height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        painter->setClipRect(option.rect);
        const DiffRow& row = m_view.m_rows->at(index.row());
        if (row.kind == DiffRow::Kind::Line)
            paintLine(*painter, option, m_view.m_rows->lineOf(row));
        else if (row.kind == DiffRow::Kind::Heading)
            paintHeading(*painter, option.rect, m_view.m_rows->sectionOf(row));
        else
            paintFold(*painter, option.rect, index.data().toString());
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setPen(QPen(m_theme.color(Role::Focus), 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
        }
        painter->restore();
    }

private:
    // Where the line numbers, the sign and the text of one column stand.
    struct Column {
        QRect number;
        QRect sign;
        QRect text;
    };

    [[nodiscard]] bool isSplit() const { return m_view.m_mode == Mode::Split; }

    [[nodiscard]] int numberWidth() const {
        return QFontMetrics(m_theme.font(TextStyle::Mono)).horizontalAdvance(QLatin1Char('0')) *
                   m_view.m_rows->digits() +
               m_theme.px(12);
    }

    [[nodiscard]] Column columnOf(const QRect& rect, int numbers) const {
        Column column;
        column.number = QRect(rect.left(), rect.top(), numberWidth() * numbers, rect.height());
        column.sign = QRect(column.number.right() + 1, rect.top(), m_theme.px(18), rect.height());
        column.text = rect.adjusted(column.number.width() + column.sign.width(), 0, -m_theme.px(8), 0);
        return column;
    }

    [[nodiscard]] int widthOfText() const {
        const int width = m_view.viewport()->width();
        const QRect column(0, 0, isSplit() ? width / 2 : width, 1);
        return std::max(columnOf(column, isSplit() ? 1 : 2).text.width(), m_theme.px(60));
    }

    [[nodiscard]] int heightOf(const AlignedLine& line) const {
        const int width = widthOfText();
        qreal height = 0;
        if (isSplit())
            for (const Change without : {Change::Inserted, Change::Deleted})
                height = std::max(height, layOut(m_theme, line, without, width)->boundingRect().height());
        else
            height = layOut(m_theme, line, std::nullopt, width)->boundingRect().height();
        return std::max(qCeil(height), QFontMetrics(m_theme.font(TextStyle::Editor)).height()) + m_theme.px(4);
    }

    void paintHeading(QPainter& painter, const QRect& rect, const DiffSection& section) const {
        painter.fillRect(rect, m_theme.color(Role::Raised));
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, m_theme.color(Role::Border));
        const QRect words = rect.adjusted(m_theme.px(12), 0, -m_theme.px(12), 0);
        painter.setFont(m_theme.font(TextStyle::BodyStrong));
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, section.title);
        const int taken = painter.fontMetrics().horizontalAdvance(section.title) + m_theme.px(12);
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(m_theme.color(Role::TextMuted));
        const QRect rest = words.adjusted(taken, 0, 0, 0);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(section.note, Qt::ElideRight, std::max(rest.width(), 0)));
    }

    void paintFold(QPainter& painter, const QRect& rect, const QString& text) const {
        painter.fillRect(rect, m_theme.color(Role::Window));
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.color(Role::AccentText));
        painter.drawText(rect.adjusted(m_theme.px(12), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("⋯  ") + text);
    }

    void paintLine(QPainter& painter, const QStyleOptionViewItem& option, const AlignedLine& line) const {
        if (option.state.testFlag(QStyle::State_Selected))
            painter.fillRect(
                option.rect,
                m_theme.color(option.state.testFlag(QStyle::State_Active) ? Role::Selection : Role::SelectionInactive));
        if (!isSplit())
            return paintColumn(painter, option.rect, line, std::nullopt);
        QRect left = option.rect;
        left.setWidth(option.rect.width() / 2);
        paintColumn(painter, left, line, Change::Inserted);
        painter.fillRect(left.right(), left.top(), 1, left.height(), m_theme.color(Role::Border));
        paintColumn(painter, option.rect.adjusted(left.width(), 0, 0, 0), line, Change::Deleted);
    }

    void paintColumn(QPainter& painter, const QRect& rect, const AlignedLine& line,
                     std::optional<Change> without) const {
        const Column column = columnOf(rect, without ? 1 : 2);
        const bool hasBefore = line.before != 0 && without != Change::Deleted;
        const bool hasAfter = line.after != 0 && without != Change::Inserted;
        if (without && !hasBefore && !hasAfter)
            return painter.fillRect(rect, m_theme.color(Role::Sunken));
        paintNumbers(painter, column.number, hasBefore ? line.before : 0, hasAfter ? line.after : 0, !without);
        const bool added = line.before == 0;
        const bool removed = line.after == 0;
        if (!line.isEqual()) {
            const QString sign = added ? QStringLiteral("+") : removed ? QStringLiteral("−") : QStringLiteral("±");
            painter.setPen(m_theme.color(added ? Role::Better : removed ? Role::Worse : Role::Info));
            painter.setFont(m_theme.font(TextStyle::Mono));
            painter.drawText(column.sign.adjusted(0, m_theme.px(2), 0, 0), Qt::AlignHCenter | Qt::AlignTop, sign);
        }
        painter.setPen(m_theme.color(Role::Text));
        layOut(m_theme, line, without, column.text.width())
            ->draw(&painter, QPointF(column.text.left(), column.text.top() + m_theme.px(2)));
    }

    void paintNumbers(QPainter& painter, const QRect& rect, std::size_t before, std::size_t after, bool both) const {
        painter.setFont(m_theme.font(TextStyle::Mono));
        painter.setPen(m_theme.color(Role::TextMuted));
        const auto draw = [&](QRect place, std::size_t number) {
            if (number != 0)
                painter.drawText(place.adjusted(0, m_theme.px(2), -m_theme.px(4), 0), Qt::AlignRight | Qt::AlignTop,
                                 QString::number(number));
        };
        if (!both)
            return draw(rect, std::max(before, after));
        draw(QRect(rect.left(), rect.top(), rect.width() / 2, rect.height()), before);
        draw(rect, after);
    }

    const Theme& m_theme;
    DiffView& m_view;
    mutable std::map<std::pair<std::size_t, std::size_t>, int> m_heights;  // by section and line, for this width
};

DiffView::DiffView(const Theme& theme, const QString& name, QWidget* parent)
    : QListView(parent), m_theme(theme), m_rows(new Rows(this)), m_delegate(new Delegate(theme, *this)) {
    setAccessibleName(name);
    setModel(m_rows);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLayoutMode(Batched);
    connect(this, &QListView::clicked, this, &DiffView::unfold);
    connect(&theme, &Theme::themeChanged, this, [this] {
        m_delegate->forgetSizes();
        scheduleDelayedItemsLayout();
    });
}

DiffView::~DiffView() = default;

void DiffView::setSections(std::vector<DiffSection> sections) {
    m_delegate->forgetSizes();
    m_rows->setSections(std::move(sections));
    if (m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(0));
    clearSelection();
}

void DiffView::setMode(Mode mode) {
    if (mode == m_mode)
        return;
    m_mode = mode;
    m_delegate->forgetSizes();
    scheduleDelayedItemsLayout();
}

bool DiffView::stepChange(bool forward) {
    const int step = forward ? 1 : -1;
    int row = currentIndex().row();
    while (m_rows->isChange(row))  // out of the run that is current
        row += step;
    while (row >= 0 && row < m_rows->rowCount() && !m_rows->isChange(row))
        row += step;
    while (!forward && m_rows->isChange(row - 1))  // to the beginning of the run before
        --row;
    if (!m_rows->isChange(row))
        return false;
    setCurrentIndex(m_rows->index(row));
    scrollTo(currentIndex(), PositionAtCenter);
    return true;
}

QString DiffView::copyText() const {
    QList<int> rows;
    for (const QModelIndex& index : selectionModel()->selectedIndexes())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty())
        for (int row = 0; row < m_rows->rowCount(); ++row)
            rows.append(row);
    QString text;
    for (const int row : rows)
        text += m_rows->plainText(row);
    return text;
}

void DiffView::unfold(const QModelIndex& index) {
    if (index.isValid())
        m_rows->unfold(index.row());
}

void DiffView::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        return QApplication::clipboard()->setText(copyText());
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return unfold(currentIndex());
    if (event->modifiers() == Qt::NoModifier && (event->key() == Qt::Key_N || event->key() == Qt::Key_P)) {
        stepChange(event->key() == Qt::Key_N);
        return;
    }
    QListView::keyPressEvent(event);
}

void DiffView::resizeEvent(QResizeEvent* event) {
    if (event->size().width() != event->oldSize().width()) {
        m_delegate->forgetSizes();
        scheduleDelayedItemsLayout();
    }
    QListView::resizeEvent(event);
}

}  // namespace touchstone::ui
