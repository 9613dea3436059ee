// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_tabs.h"

#include "parts_model.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QAbstractButton>
#include <QMouseEvent>
#include <QPainter>

namespace touchstone::ui {
namespace {

// At the right of a tab: a dot while the part is changed, a cross under the pointer.
class TabMark : public QAbstractButton {
public:
    TabMark(const Theme& theme, QWidget* parent) : QAbstractButton(parent), m_theme(theme) {
        setFocusPolicy(Qt::NoFocus);
        setAttribute(Qt::WA_Hover);
    }

    void setChanged(bool changed) {
        m_changed = changed;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {m_theme.px(16), m_theme.px(16)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse() && isEnabled()) {
            m_theme.icon(Icon::Close).paint(&painter, rect().adjusted(1, 1, -1, -1));
        } else if (m_changed) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Role::Warning));
            const qreal radius = m_theme.px(5) / 2.0;
            painter.drawEllipse(QRectF(rect()).center(), radius, radius);
        }
    }

private:
    const Theme& m_theme;
    bool m_changed = false;
};

}  // namespace

PartTabs::PartTabs(const Theme& theme, DraftModel& draft, QWidget* parent)
    : TabLine(theme, tr("Open parts"), parent), m_theme(theme), m_draft(draft) {
    setObjectName(QStringLiteral("partTabs"));
    setMovable(true);
    setSelectionBehaviorOnRemove(QTabBar::SelectPreviousTab);
    connect(this, &QTabBar::currentChanged, this, [this](int index) {
        if (index >= 0)
            Q_EMIT partChosen(tabData(index).toString());
    });
    connect(&draft, &DraftModel::checked, this, &PartTabs::showChanges);
    connect(&draft, &DraftModel::opened, this, &PartTabs::showChanges);
}

QStringList PartTabs::parts() const {
    QStringList names;
    for (int i = 0; i < count(); ++i)
        names.append(tabData(i).toString());
    return names;
}

void PartTabs::setParts(const QStringList& parts) {
    const QSignalBlocker quiet(this);
    while (!parts.isEmpty() && count() > 0)
        removeTab(0);
    for (const QString& part : parts)
        if (PartsModel::rowOf(toUtf8(part)) >= 0 && !this->parts().contains(part))
            addPart(part);
    updateClosing();
}

void PartTabs::addPart(const QString& part) {
    const int index = addTab(partTitle(toUtf8(part)));
    setTabData(index, part);
    setTabIcon(index, m_theme.icon(partIcon(toUtf8(part))));
    setTabToolTip(index, partHelp(toUtf8(part)));
    auto* mark = new TabMark(m_theme, this);
    mark->setObjectName(QStringLiteral("closeTab.%1").arg(part));
    mark->setToolTip(tr("Close (Ctrl+W)"));
    mark->setAccessibleName(tr("Close %1").arg(partTitle(toUtf8(part))));
    connect(mark, &QAbstractButton::clicked, this,
            [this, part] { closePart(static_cast<int>(parts().indexOf(part))); });
    setTabButton(index, QTabBar::RightSide, mark);
    showChanges();
}

void PartTabs::openPart(const QString& part) {
    if (!parts().contains(part)) {
        const QSignalBlocker quiet(this);
        addPart(part);
        updateClosing();
    }
    setCurrentIndex(static_cast<int>(parts().indexOf(part)));
}

void PartTabs::closePart(int index) {
    if (count() > 1 && index >= 0) {
        removeTab(index);
        updateClosing();
    }
}

void PartTabs::step(int by) {
    setCurrentIndex((currentIndex() + by + count()) % count());
}

void PartTabs::updateClosing() {
    for (int i = 0; i < count(); ++i)
        tabButton(i, QTabBar::RightSide)->setEnabled(count() > 1);
}

void PartTabs::showChanges() {
    for (int i = 0; i < count(); ++i) {
        const std::string part = toUtf8(tabData(i).toString());
        const bool changed = std::any_of(m_draft.changes().begin(), m_draft.changes().end(),
                                         [&part](const workflow::PartChange& change) { return change.part == part; });
        if (auto* mark = static_cast<TabMark*>(tabButton(i, QTabBar::RightSide)))
            mark->setChanged(changed);
        setAccessibleTabName(i, changed ? tr("%1, changed").arg(partTitle(part)) : partTitle(part));
    }
}

void PartTabs::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::MiddleButton)
        closePart(tabAt(event->pos()));
    TabLine::mouseReleaseEvent(event);
}

}  // namespace touchstone::ui
