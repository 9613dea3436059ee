// SPDX-License-Identifier: GPL-3.0-or-later

#include "recent_list.h"

#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/link_button.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

namespace touchstone::ui {
namespace {

constexpr int kHighest = 260;

}  // namespace

RecentList::RecentList(const Theme& theme, RecentWorkspaces& recent, const Clock& clock, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_recent(recent), m_clock(clock) {
    setObjectName(QStringLiteral("recent"));
    auto* caption = new QLabel(tr("Opened lately"));
    caption->setForegroundRole(QPalette::PlaceholderText);
    auto* body = new QWidget;
    auto* outer = new QVBoxLayout(body);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addLayout(m_rows = new QVBoxLayout);
    outer->addStretch(1);
    m_rows->setSpacing(0);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMaximumHeight(theme.px(kHighest));
    scroll->setWidget(body);
    scroll->viewport()->setAutoFillBackground(false);
    body->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(caption);
    column->addWidget(scroll);
    connect(&recent, &RecentWorkspaces::modelReset, this, &RecentList::rebuild, Qt::QueuedConnection);
    rebuild();
}

void RecentList::showIfAny() {
    rebuild();
    setVisible(m_recent.rowCount() > 0);
}

void RecentList::rebuild() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const RecentWorkspace& workspace : m_recent.workspaces())
        m_rows->addWidget(makeRow(workspace));
}

QWidget* RecentList::makeRow(const RecentWorkspace& workspace) {
    const QString path = workspace.path;
    const QString name = QFileInfo(path).completeBaseName();
    auto* row = new QWidget;
    auto* open = new LinkButton(m_theme);
    open->setText(name);
    open->setAccessibleDescription(path);
    open->setToolTip(path);
    auto* where = new ElidedLabel(QFileInfo(path).path());
    where->setForegroundRole(QPalette::PlaceholderText);
    auto* age = new QLabel(
        tr("%1 ago").arg(formatAge(std::chrono::floor<std::chrono::seconds>(m_clock.wallNow() - workspace.opened))));
    age->setForegroundRole(QPalette::PlaceholderText);
    auto* pin = makeToolButton(m_theme, Icon::Pin, tr("Keep %1 at the top").arg(name), row);
    pin->setCheckable(true);
    pin->setChecked(workspace.pinned);
    auto* forget = makeToolButton(m_theme, Icon::Close, tr("Take %1 off this list").arg(name), row);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(open);
    line->addWidget(where, 1);
    line->addWidget(age);
    line->addWidget(pin);
    line->addWidget(forget);
    connect(open, &QPushButton::clicked, this, [this, path] { Q_EMIT openRequested(path); });
    connect(pin, &QToolButton::clicked, this, [this, path](bool on) { m_recent.setPinned(path, on); });
    connect(forget, &QToolButton::clicked, this, [this, path] { m_recent.remove(path); });
    return row;
}

}  // namespace touchstone::ui
