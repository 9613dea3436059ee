// SPDX-License-Identifier: GPL-3.0-or-later

#include "change_strip.h"

#include "case_table.h"
#include "cell_paint.h"
#include "uibase/elided_label.h"
#include "uibase/link_button.h"
#include "uibase/theme.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kRow = 31;
constexpr int kMargin = 12;
constexpr int kMostRows = 5;  // in sight; more are scrolled to

class PartDelegate : public QStyledItemDelegate {
public:
    PartDelegate(const Theme& theme, const PartChanges& changes, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_changes(changes) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        painter->save();
        painter->setClipRect(option.rect);
        painter->fillRect(option.rect, m_theme.color(Role::Surface));
        const QRect inner = option.rect.adjusted(m_theme.px(kMargin), 0, -m_theme.px(kMargin), -1);
        if (index.column() == CompareModel::CaseColumn)
            paintPart(*painter, inner, index);
        else
            paintChange(*painter, inner, m_changes.cellAt(index));
        const QColor line = m_theme.color(Role::Border);
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), line);
        painter->fillRect(QRect(option.rect.right(), option.rect.top(), 1, option.rect.height()), line);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_Active) {
            painter->setPen(QPen(m_theme.color(Role::Focus), 2));
            painter->drawRect(option.rect.adjusted(1, 1, -3, -3));
        }
        painter->restore();
    }

private:
    void paintPart(QPainter& painter, const QRect& rect, const QModelIndex& index) const {
        const int side = m_theme.px(16);
        m_theme.icon(partIcon(index.data(PartChanges::PartRole).toString().toStdString()))
            .paint(&painter, QRect(rect.left(), rect.center().y() - side / 2, side, side));
        painter.setFont(m_theme.font(TextStyle::Body));
        painter.setPen(m_theme.color(Role::Text));
        drawLine(painter, rect.adjusted(side + m_theme.px(8), 0, 0, 0), index.data().toString());
    }

    void paintChange(QPainter& painter, const QRect& rect, const PartCell& cell) const {
        const MarkedText text(m_theme, cell.pieces, rect.width(), 1);
        text.draw(painter, {rect.left(), rect.top() + (rect.height() - m_theme.px(18)) / 2},
                  m_theme.color(cell.quiet ? Role::TextMuted : Role::Text));
    }

    const Theme& m_theme;
    const PartChanges& m_changes;
};

}  // namespace

ChangeStrip::ChangeStrip(const Theme& theme, PartChanges& changes, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_changes(changes), m_rows(new PinnedTable) {
    setObjectName(QStringLiteral("changeStrip"));
    m_rows->setModel(changes);
    m_rows->table().setObjectName(QStringLiteral("partChanges"));
    m_rows->table().setAccessibleName(tr("What changed"));
    m_rows->pinned().setAccessibleName(tr("Changed parts"));
    for (QTableView* view : {&m_rows->table(), &m_rows->pinned()}) {
        connect(view, &QTableView::activated, this, &ChangeStrip::open);
        view->horizontalHeader()->hide();
        view->setItemDelegate(new PartDelegate(theme, changes, view));
        view->setSelectionMode(QAbstractItemView::NoSelection);
    }
    m_rows->table().setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_rows);
    connect(&changes, &PartChanges::changed, this, &ChangeStrip::show);
    connect(&theme, &Theme::themeChanged, this, &ChangeStrip::layoutRows);
    layoutRows();
    hide();
}

QWidget* ChangeStrip::makeHead() {
    m_fold = new QToolButton;
    m_fold->setObjectName(QStringLiteral("foldChanges"));
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setText(tr("What changed"));
    setTextStyle(*m_fold, m_theme, TextStyle::BodyStrong);
    connect(m_fold, &QToolButton::clicked, this, [this] {
        m_chosen = true;
        setFolded(!m_folded);
    });
    m_count = new ElidedLabel;
    m_identical = new ElidedLabel;
    m_identical->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_identical->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setTextStyle(*m_identical, m_theme, TextStyle::Caption);
    for (ElidedLabel* label : {m_count, m_identical})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(4, 1, 12, 1);
    line->addWidget(m_fold);
    line->addWidget(m_count);
    line->addWidget(m_identical, 1);
    m_open = new LinkButton(m_theme);
    m_open->setObjectName(QStringLiteral("openPartDiff"));
    m_open->setText(tr("Open full diff"));
    m_open->setAccessibleName(tr("Open the full difference of the parts"));
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT opened({}, 1); });
    line->addWidget(m_open);
    return head;
}

void ChangeStrip::takeFocus() {
    m_rows->isVisible() ? m_rows->takeFocus() : m_open->setFocus();
}

// The baseline has its change from none: the first version's is meant.
void ChangeStrip::open(const QModelIndex& row) {
    Q_EMIT opened(row.data(PartChanges::PartRole).toString(), std::max(CompareModel::contestantOf(row.column()), 1));
}

void ChangeStrip::followColumns(CaseTable& table) {
    m_table = &table;
    connect(&table, &CaseTable::columnsChanged, this, &ChangeStrip::layoutColumns);
    connect(table.table().horizontalScrollBar(), &QScrollBar::valueChanged, m_rows->table().horizontalScrollBar(),
            &QScrollBar::setValue);
}

void ChangeStrip::show() {
    const int changed = m_changes.rowCount();
    setVisible(m_changes.isKnown());
    m_count->setText(changed == 0 ? tr("nothing but how often they run")
                                  : tr("%1 of %2 parts").arg(changed).arg(changed + m_changes.identical()));
    m_identical->setText(changed == 0 ? QString()
                                      : tr("%n part(s) identical in all versions", nullptr, m_changes.identical()));
    layoutRows();
    layoutColumns();
}

void ChangeStrip::setFolded(bool folded) {
    m_folded = folded;
    layoutRows();
}

void ChangeStrip::foldAtFirst(bool folded) {
    if (!m_chosen && folded != m_folded)
        setFolded(folded);
}

void ChangeStrip::layoutRows() {
    const int rows = std::min(m_changes.rowCount(), kMostRows);
    m_fold->setIcon(m_theme.icon(m_folded ? Icon::ChevronRight : Icon::ChevronDown));
    m_fold->setAccessibleName(m_folded ? tr("Show what changed") : tr("Hide what changed"));
    m_fold->setEnabled(rows > 0);
    m_open->setVisible(rows > 0);
    m_rows->setRowHeight(m_theme.px(kRow));
    m_rows->setVisible(!m_folded && rows > 0);
    m_rows->setFixedHeight(m_theme.px(kRow) * rows);
}

void ChangeStrip::layoutColumns() {
    QTableView& rows = m_rows->table();
    if (!m_table || m_changes.columnCount() == 0)
        return;
    const QTableView& table = m_table->table();
    m_rows->setPinnedWidth(m_table->pinned().width());
    const bool follows = table.isVisible() && table.horizontalHeader()->count() == m_changes.columnCount();
    const int versions = m_changes.columnCount() - CompareModel::FirstVersion;
    for (int column = 1; column < m_changes.columnCount(); ++column) {
        rows.setColumnHidden(column, follows ? table.isColumnHidden(column) : column == CompareModel::ExpectedColumn);
        if (!rows.isColumnHidden(column))
            rows.setColumnWidth(column, follows ? table.columnWidth(column) : rows.viewport()->width() / versions);
    }
    if (follows)
        rows.horizontalScrollBar()->setValue(table.horizontalScrollBar()->value());
}

void ChangeStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Raised));
    const QColor line = m_theme.color(Role::Border);
    painter.fillRect(0, 0, width(), 1, line);
    painter.fillRect(0, height() - 1, width(), 1, line);
}

void ChangeStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layoutColumns();
}

}  // namespace touchstone::ui
