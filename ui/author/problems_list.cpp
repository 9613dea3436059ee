// SPDX-License-Identifier: GPL-3.0-or-later

#include "problems_list.h"

#include "problems_model.h"
#include "uibase/theme.h"

#include <QLabel>
#include <QListView>
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
    m_list->setObjectName(QStringLiteral("problems"));
    m_list->setAccessibleName(tr("Problems"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ProblemDelegate(theme, this));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
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
    const auto follow = [this](const QModelIndex& index) { Q_EMIT activated(m_model->findingAt(index.row())); };
    connect(m_list, &QListView::clicked, this, follow);
    connect(m_list, &QListView::activated, this, follow);
}

void ProblemsList::setFindings(std::vector<Finding> findings) {
    m_model->setFindings(std::move(findings));
    m_pages->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget*>(m_list) : m_none);
}

}  // namespace touchstone::ui
