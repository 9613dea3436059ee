// SPDX-License-Identifier: GPL-3.0-or-later

#include "version_chips.h"

#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uistate/version_mark.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace touchstone::ui {

VersionChip::VersionChip(const Theme& theme, ChipVersion version, bool baseline, bool withHash, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_version(std::move(version)) {
    setObjectName(QStringLiteral("chip.") + m_version.reference);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(baseline ? tr("%1, the baseline").arg(m_version.name) : m_version.name);
    setToolTip(m_version.tooltip);
    setFixedHeight(theme.px(28));
    auto* mark = new QLabel;
    const int side = theme.px(14);
    mark->setPixmap(versionIcon(theme, m_version.mark).pixmap(QSize(side, side), devicePixelRatioF()));
    auto* name = new QLabel(m_version.name);
    setTextStyle(*name, theme, TextStyle::BodyStrong);
    auto* hash = new QLabel(m_version.hash);
    hash->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*hash, theme, TextStyle::Mono);
    auto* remove = new QToolButton;
    remove->setObjectName(QStringLiteral("removeVersion"));
    remove->setAutoRaise(true);
    remove->setFocusPolicy(Qt::NoFocus);
    remove->setIcon(theme.icon(Icon::Close));
    remove->setIconSize(QSize(theme.px(12), theme.px(12)));
    remove->setFixedSize(theme.px(20), theme.px(20));
    remove->setToolTip(tr("Take %1 out of the comparison").arg(m_version.name));
    remove->setAccessibleName(remove->toolTip());
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(theme.px(7), 0, theme.px(4), 0);
    line->setSpacing(theme.px(6));
    for (QWidget* part : {static_cast<QWidget*>(mark), static_cast<QWidget*>(name), static_cast<QWidget*>(hash)})
        line->addWidget(part);
    if (baseline)
        line->addWidget(new Pill(theme, tr("baseline")));
    line->addWidget(remove);
    hash->setVisible(withHash && !m_version.hash.isEmpty());
    connect(remove, &QToolButton::clicked, this, &VersionChip::removeRequested);
}

void VersionChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.color(m_dragging ? Role::Hover : Role::Surface));
    const bool focused = hasFocus();
    painter.setPen(QPen(m_theme.color(focused ? Role::Focus : Role::BorderStrong), focused ? 2 : 1));
    const qreal inset = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 4, 4);
}

void VersionChip::keyPressEvent(QKeyEvent* event) {
    const int steps = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (steps != 0 && event->modifiers() & Qt::ControlModifier)
        Q_EMIT moveRequested(steps);
    else if (steps != 0)
        Q_EMIT focusRequested(steps);
    else if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT removeRequested();
    else
        QFrame::keyPressEvent(event);
}

void VersionChip::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->pos();
    m_dragging = false;
}

void VersionChip::mouseMoveEvent(QMouseEvent* event) {
    constexpr int kStart = 6;
    if (!(event->buttons() & Qt::LeftButton))
        return;
    m_dragging = m_dragging || (event->pos() - m_pressed).manhattanLength() > kStart;
    if (m_dragging)
        Q_EMIT dragged(event->globalPosition().toPoint());
}

void VersionChip::mouseReleaseEvent(QMouseEvent*) {
    if (std::exchange(m_dragging, false))
        Q_EMIT dropped();
}

VersionChips::VersionChips(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_line(new QHBoxLayout(this)) {
    setObjectName(QStringLiteral("versionChips"));
    setAccessibleName(tr("Versions to compare"));
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(8);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, &VersionChips::fill);
}

void VersionChips::setVersions(const std::vector<ChipVersion>& versions) {
    if (versions == m_versions)
        return;
    m_versions = versions;
    fill();
}

void VersionChips::setNarrow(bool narrow) {
    if (std::exchange(m_narrow, narrow) != narrow)
        fill();
}

void VersionChips::fill() {
    const auto* focused = qobject_cast<VersionChip*>(focusWidget());
    const QString kept = focused && focused->hasFocus() ? focused->version().reference : QString();
    while (QLayoutItem* item = m_line->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (std::size_t i = 0; i < m_versions.size(); ++i) {
        auto* chip = new VersionChip(m_theme, m_versions[i], i == 0, !m_narrow, this);
        m_line->addWidget(chip);
        wire(chip, static_cast<int>(i));
        chip->show();
        if (!kept.isEmpty() && m_versions[i].reference == kept)
            chip->setFocus();
    }
}

void VersionChips::wire(VersionChip* chip, int index) {
    connect(chip, &VersionChip::removeRequested, this, [this, index] { Q_EMIT removed(index); });
    connect(chip, &VersionChip::moveRequested, this, [this, index](int steps) {
        if (const int to = index + steps; to >= 0 && to < static_cast<int>(m_versions.size()))
            Q_EMIT moved(index, to);
    });
    connect(chip, &VersionChip::focusRequested, this, [this, index](int steps) {
        if (VersionChip* next = chipAt(index + steps))
            next->setFocus();
    });
    connect(chip, &VersionChip::dragged, this, [this, chip](const QPoint& place) { drag(chip, place); });
    connect(chip, &VersionChip::dropped, this, [this, chip, index] {
        if (const int to = m_line->indexOf(chip); to != index)
            Q_EMIT moved(index, to);
    });
}

VersionChip* VersionChips::chipAt(int index) const {
    const QLayoutItem* item = m_line->itemAt(index);
    return item ? qobject_cast<VersionChip*>(item->widget()) : nullptr;
}

// The chip stands among the others where the pointer is; what it means is said when it is let go.
void VersionChips::drag(VersionChip* chip, const QPoint& globalPlace) {
    const int x = mapFromGlobal(globalPlace).x();
    int to = 0;
    for (int i = 0; i < m_line->count(); ++i)
        if (const VersionChip* other = chipAt(i); other != chip && other->geometry().center().x() < x)
            ++to;
    if (m_line->indexOf(chip) == to)
        return;
    m_line->removeWidget(chip);
    m_line->insertWidget(to, chip);
}

}  // namespace touchstone::ui
