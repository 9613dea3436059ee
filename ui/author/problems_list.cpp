// SPDX-License-Identifier: GPL-3.0-or-later

#include "problems_list.h"

#include "problems_model.h"
#include "uibase/theme.h"

#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace touchstone::ui {

ProblemsList::ProblemsList(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_model(new ProblemsModel(this)),
      m_list(new QListView),
      m_none(new QLabel(tr("No problems"))),
      m_pages(new QStackedWidget) {
    buildUi();
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT activated(m_model->findingAt(index.row())); });
}

void ProblemsList::buildUi() {
    m_list->setObjectName(QStringLiteral("problems"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setAccessibleDescription(tr("Enter leads to the place, Alt+Enter repairs"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProblemDelegate(m_theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->installEventFilter(this);
    m_none->setForegroundRole(QPalette::PlaceholderText);
    m_none->setAutoFillBackground(true);
    m_none->setBackgroundRole(QPalette::Base);
    m_none->setContentsMargins(12, 8, 12, 8);
    m_none->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_pages->addWidget(m_none);
    m_pages->addWidget(m_list);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
}

void ProblemsList::setFindings(std::vector<Finding> findings, bool repairable) {
    m_model->setFindings(std::move(findings), repairable);
    m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_none);
}

bool ProblemsList::applyFix() {
    const QModelIndex index = m_list->currentIndex();
    if (!m_list->hasFocus() || !index.isValid() || index.data(ProblemsModel::FixRole).toString().isEmpty())
        return false;
    Q_EMIT fixRequested(m_model->findingAt(index.row()));
    return true;
}

bool ProblemsList::isOnFix(const QPoint& place) const {
    const QModelIndex index = m_list->indexAt(place);
    const auto* delegate = static_cast<const ProblemDelegate*>(m_list->itemDelegate());
    return index.isValid() &&
           delegate->fixRect(m_list->visualRect(index), index, index == m_list->currentIndex()).contains(place);
}

bool ProblemsList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseMove)
        m_list->viewport()->setCursor(isOnFix(static_cast<QMouseEvent*>(event)->pos()) ? Qt::PointingHandCursor
                                                                                       : Qt::ArrowCursor);
    if (event->type() != QEvent::MouseButtonRelease || static_cast<QMouseEvent*>(event)->button() != Qt::LeftButton)
        return QWidget::eventFilter(watched, event);
    const QPoint place = static_cast<QMouseEvent*>(event)->pos();
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid())
        return false;
    const Finding finding = m_model->findingAt(index.row());
    if (isOnFix(place))
        Q_EMIT fixRequested(finding);
    else
        Q_EMIT activated(finding);
    return false;
}

}  // namespace touchstone::ui
