// SPDX-License-Identifier: GPL-3.0-or-later

#include "command_palette.h"

#include "palette_delegate.h"
#include "uibase/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

const QString kRecent = QStringLiteral("palette/recent");
constexpr int kMostRecent = 20;
constexpr int kWidth = 600;
constexpr int kHeight = 460;
constexpr int kPageStep = 8;

}  // namespace

CommandPalette::CommandPalette(const Theme& theme, QSettings& state, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_state(state),
      m_model(new PaletteModel(this)),
      m_text(new QLineEdit),
      m_list(new QListView),
      m_nothing(new QLabel(tr("Nothing is called so."))),
      m_foot(new QLabel) {
    setObjectName(QStringLiteral("palette"));
    buildUi();
    m_model->setRecent(state.value(kRecent).toStringList());
    connect(m_text, &QLineEdit::textChanged, m_model, &PaletteModel::setText);
    connect(m_model, &QAbstractItemModel::modelReset, this, &CommandPalette::chooseFirst);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
    parent->installEventFilter(this);
    m_text->installEventFilter(this);
    hide();
}

void CommandPalette::buildUi() {
    m_text->setObjectName(QStringLiteral("paletteText"));
    m_text->setAccessibleName(tr("Search or do anything"));
    m_text->setPlaceholderText(tr("Search or do anything"));
    m_text->addAction(m_theme.icon(Icon::Search), QLineEdit::LeadingPosition);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_foot->setForegroundRole(QPalette::PlaceholderText);
    m_foot->setTextFormat(Qt::PlainText);
    m_foot->setContentsMargins(12, 6, 12, 6);
    setTextStyle(*m_foot, m_theme, TextStyle::Caption);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(9, 9, 9, 1);
    column->setSpacing(4);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_foot);
}

void CommandPalette::open(const QString& text) {
    if (!isVisible())
        m_before = QApplication::focusWidget();
    m_foot->setText(m_model->prefixHelp());
    place();
    m_text->blockSignals(true);
    m_text->setText(text);
    m_text->blockSignals(false);
    m_model->refresh();
    m_model->setText(text);
    raise();
    show();
    m_text->setFocus();
}

void CommandPalette::close() {
    if (!isVisible())
        return;
    hide();
    if (m_before)
        m_before->setFocus();
}

void CommandPalette::place() {
    const QWidget& page = *parentWidget();
    const QSize size = QSize(m_theme.px(kWidth), m_theme.px(kHeight)).boundedTo(page.size() - QSize(24, 64));
    setGeometry((page.width() - size.width()) / 2, m_theme.px(44), size.width(), size.height());
}

void CommandPalette::chooseFirst() {
    const int first = m_model->firstRow();
    m_list->setVisible(first >= 0);
    m_nothing->setVisible(first < 0);
    m_list->setCurrentIndex(m_model->index(first, 0));
    m_list->scrollToTop();
}

// Over heads, not past the ends.
void CommandPalette::step(int rows) {
    const int direction = rows < 0 ? -1 : 1;
    int row = m_list->currentIndex().row();
    for (int left = std::abs(rows); left > 0; --left) {
        int next = row + direction;
        while (next >= 0 && next < m_model->rowCount() && !m_model->entryAt(next))
            next += direction;
        if (!m_model->entryAt(next))
            break;
        row = next;
    }
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_list->scrollTo(m_list->currentIndex());
}

// What cannot be done now stays where it is read why.
void CommandPalette::run(const QModelIndex& index) {
    const PaletteEntry* entry = m_model->entryAt(index.row());
    if (!entry || !entry->why.isEmpty())
        return;
    const auto run = entry->run;
    remember(entry->id);
    close();
    run();
}

void CommandPalette::remember(const QString& id) {
    QStringList recent = m_state.value(kRecent).toStringList();
    recent.removeAll(id);
    recent.prepend(id);
    recent = recent.mid(0, kMostRecent);
    m_state.setValue(kRecent, recent);
    m_model->setRecent(recent);
}

bool CommandPalette::isKey(int key) {
    switch (key) {
        case Qt::Key_Down:
            step(1);
            return true;
        case Qt::Key_Up:
            step(-1);
            return true;
        case Qt::Key_PageDown:
            step(kPageStep);
            return true;
        case Qt::Key_PageUp:
            step(-kPageStep);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            run(m_list->currentIndex());
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        default:
            return false;
    }
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched != m_text)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut && !isAncestorOf(QApplication::focusWidget()) &&
        static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
        hide();
    if (event->type() == QEvent::KeyPress && isKey(static_cast<QKeyEvent*>(event)->key()))
        return true;
    return QFrame::eventFilter(watched, event);
}

void CommandPalette::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::BorderStrong));
    painter.setBrush(m_theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace touchstone::ui
