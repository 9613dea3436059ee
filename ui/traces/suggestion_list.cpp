// SPDX-License-Identifier: GPL-3.0-or-later

#include "suggestion_list.h"

#include "uibase/format.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAbstractListModel>
#include <QPainter>
#include <QStyledItemDelegate>

namespace touchstone::ui {
namespace {

constexpr int kRowHeight = 26;
constexpr int kWidth = 260;
constexpr int kShown = 10;

}  // namespace

class SuggestionList::Rows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    void assign(std::vector<session::Suggestion> rows) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    [[nodiscard]] const session::Suggestion& at(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const session::Suggestion& row = at(index.row());
        if (role == Qt::DisplayRole)
            return toQString(row.text);
        if (role == Qt::AccessibleTextRole)
            return row.count ? SuggestionList::tr("%1, %2 trace(s)", nullptr, static_cast<int>(*row.count))
                                   .arg(toQString(row.text), formatCount(*row.count))
                             : toQString(row.text);
        return {};
    }

private:
    std::vector<session::Suggestion> m_rows;
};

class SuggestionList::Delegate : public QStyledItemDelegate {
public:
    Delegate(const Theme& theme, const Rows& rows, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_rows(rows) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {m_theme.px(kWidth), m_theme.px(kRowHeight)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const session::Suggestion& row = m_rows.at(index.row());
        const bool chosen = option.state & QStyle::State_Selected;
        const bool hover = option.state & QStyle::State_MouseOver;
        if (chosen || hover)
            painter->fillRect(option.rect, m_theme.color(chosen ? Role::Selection : Role::Hover));
        const QRect rect = option.rect.adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
        const QString count = row.count ? formatCount(*row.count) : QString();
        painter->setFont(m_theme.font(TextStyle::Caption));
        const int counted = count.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(count) + m_theme.px(12);
        painter->setPen(m_theme.color(Role::TextMuted));
        painter->drawText(rect, Qt::AlignRight | Qt::AlignVCenter, count);
        painter->setFont(m_theme.font(chosen ? TextStyle::BodyStrong : TextStyle::Body));
        painter->setPen(m_theme.color(Role::Text));
        painter->drawText(
            rect, Qt::AlignLeft | Qt::AlignVCenter,
            painter->fontMetrics().elidedText(toQString(row.text), Qt::ElideMiddle, rect.width() - counted));
    }

private:
    const Theme& m_theme;
    const Rows& m_rows;
};

SuggestionList::SuggestionList(const Theme& theme, QWidget* field)
    : QListView(field->window()), m_theme(theme), m_field(field), m_rows(new Rows(this)) {
    setObjectName(QStringLiteral("suggestions"));
    setAccessibleName(tr("Suggestions for the filter"));
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(field);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setModel(m_rows);
    setItemDelegate(new Delegate(theme, *m_rows, this));
    connect(this, &QListView::clicked, this, &SuggestionList::accepted);
}

SuggestionList::~SuggestionList() = default;

void SuggestionList::show(std::vector<session::Suggestion> suggestions, int x) {
    m_rows->assign(std::move(suggestions));
    if (m_rows->rowCount() == 0)
        return hide();
    const int rows = std::min(m_rows->rowCount(), kShown);
    resize(m_theme.px(kWidth), rows * m_theme.px(kRowHeight) + 2);
    move(m_field->mapToGlobal(QPoint(x, m_field->height() + 2)));
    QListView::show();
}

void SuggestionList::step(int rows) {
    const int count = m_rows->rowCount();
    const int next = currentIndex().row() + rows;
    setCurrentIndex(next < 0 || next >= count ? QModelIndex() : m_rows->index(next));
    if (next >= count && rows > 0)
        setCurrentIndex(m_rows->index(0));
    else if (next < -1)
        setCurrentIndex(m_rows->index(count - 1));
}

const session::Suggestion* SuggestionList::chosen() const {
    if (!isVisible())
        return nullptr;
    if (currentIndex().isValid())
        return &m_rows->at(currentIndex().row());
    const session::Suggestion* only = m_rows->rowCount() == 1 ? &m_rows->at(0) : nullptr;
    return only && !(only->isExample && only->end > only->begin) ? only : nullptr;
}

}  // namespace touchstone::ui
