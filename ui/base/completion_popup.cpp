// SPDX-License-Identifier: GPL-3.0-or-later

#include "completion_popup.h"

#include "uibase/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kRowHeight = 26;
constexpr int kMostRows = 8;
constexpr int kWidth = 360;

enum ItemRole { KindRole = Qt::UserRole + 1, PrefixRole };

// Icon, the label with its typed beginning in bold, the kind at the right.
class CompletionDelegate : public QStyledItemDelegate {
public:
    CompletionDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {m_theme.px(kWidth), m_theme.px(kRowHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, m_theme.color(Role::Selection));
        else if (option.state.testFlag(QStyle::State_MouseOver))
            painter->fillRect(option.rect, m_theme.color(Role::Hover));
        QRect words = option.rect.adjusted(m_theme.px(10), 0, -m_theme.px(10), 0);
        const int side = m_theme.px(14);
        m_theme.icon(Icon::Output, Role::Info)
            .paint(painter, QRect(words.left(), words.center().y() - side / 2, side, side));
        words.adjust(side + m_theme.px(8), 0, 0, 0);
        painter->setFont(m_theme.font(TextStyle::Caption));
        painter->setPen(m_theme.color(Role::TextMuted));
        const QString kind = index.data(KindRole).toString();
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, kind);
        words.setRight(words.right() - painter->fontMetrics().horizontalAdvance(kind) - m_theme.px(12));
        paintLabel(*painter, words, index);
        painter->restore();
    }

private:
    void paintLabel(QPainter& painter, QRect words, const QModelIndex& index) const {
        const QString label = index.data().toString();
        const QString prefix = index.data(PrefixRole).toString();
        const qsizetype typed = label.startsWith(prefix, Qt::CaseInsensitive) ? prefix.size() : 0;
        QFont font = m_theme.font(TextStyle::Editor);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(m_theme.color(Role::AccentText));
        painter.drawText(words, Qt::AlignVCenter, label.left(typed));
        words.setLeft(words.left() + painter.fontMetrics().horizontalAdvance(label.left(typed)));
        painter.setFont(m_theme.font(TextStyle::Editor));
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(words, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(label.mid(typed), Qt::ElideRight, words.width()));
    }

    const Theme& m_theme;
};

}  // namespace

CompletionPopup::CompletionPopup(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_model(new QStandardItemModel(this)), m_list(new QListView), m_help(new QLabel) {
    buildUi();
    hide();
}

void CompletionPopup::buildUi() {
    setObjectName(QStringLiteral("completion"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusPolicy(Qt::NoFocus);
    m_list->setObjectName(QStringLiteral("completionList"));
    m_list->setAccessibleName(tr("Completions"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CompletionDelegate(m_theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_help->setObjectName(QStringLiteral("completionHelp"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_help->setAutoFillBackground(true);
    m_help->setBackgroundRole(QPalette::AlternateBase);
    m_help->setForegroundRole(QPalette::PlaceholderText);
    m_help->setContentsMargins(m_theme.px(10), m_theme.px(5), m_theme.px(10), m_theme.px(5));
    setTextStyle(*m_help, m_theme, TextStyle::Caption);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_list);
    layout->addWidget(m_help);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::showHelp);
    connect(m_list, &QListView::clicked, this, &CompletionPopup::chosen);
}

void CompletionPopup::showAt(const QRect& line, Completions completions) {
    m_completions = std::move(completions);
    m_model->clear();
    for (const Completion& item : m_completions.items) {
        auto* row = new QStandardItem(item.label);
        row->setData(item.kind, KindRole);
        row->setData(m_completions.prefix, PrefixRole);
        row->setData(QStringLiteral("%1, %2").arg(item.label, item.kind), Qt::AccessibleTextRole);
        m_model->appendRow(row);
    }
    m_list->setVisible(!isTip());
    if (!isTip())
        m_list->setCurrentIndex(m_model->index(0, 0));
    showHelp();
    place(line);
    show();
    raise();
}

void CompletionPopup::place(const QRect& line) {
    const int rows = std::min(static_cast<int>(m_completions.items.size()), kMostRows);
    m_list->setFixedHeight(rows * m_theme.px(kRowHeight));
    const int width = std::min(m_theme.px(kWidth), parentWidget()->width());
    const int edges = 2 * frameWidth() + 2;  // the frame and the layout's margins
    m_help->setFixedWidth(width - edges);
    const int foot = m_help->isHidden() ? 0 : m_help->heightForWidth(width - edges);
    const int height = m_list->height() * (isTip() ? 0 : 1) + foot + edges;
    const int left = std::clamp(line.left(), 0, std::max(parentWidget()->width() - width, 0));
    const bool below = line.bottom() + height < parentWidget()->height() || line.top() < height;
    setGeometry(left, below ? line.bottom() + 2 : line.top() - height - 2, width, height);
}

const Completion* CompletionPopup::current() const {
    const int row = m_list->currentIndex().row();
    return isTip() || row < 0 ? nullptr : &m_completions.items[static_cast<std::size_t>(row)];
}

void CompletionPopup::move(int rows) {
    const int count = m_model->rowCount();
    const int row = m_list->currentIndex().row() + rows;
    const bool single = rows == 1 || rows == -1;
    m_list->setCurrentIndex(m_model->index(single ? (row + count) % count : std::clamp(row, 0, count - 1), 0));
}

void CompletionPopup::showHelp() {
    const Completion* item = current();
    m_help->setText(item ? item->help : m_completions.tip);
    m_help->setVisible(!m_help->text().isEmpty());
}

}  // namespace touchstone::ui
