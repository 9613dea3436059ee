// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/segmented_control.h"

#include "uibase/format.h"
#include "uibase/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace touchstone::ui {

namespace {

class Segment : public QAbstractButton {
public:
    Segment(const Theme& theme, const QString& text, QWidget* parent) : QAbstractButton(parent), m_theme(theme) {
        setText(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setAccessibleName(text);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setCount(std::optional<int> count) {
        m_count = count ? formatCount(*count) : QString();
        setAccessibleName(m_count.isEmpty() ? text() : QStringLiteral("%1 %2").arg(text(), m_count));
        updateGeometry();
        update();
    }

    // Wide enough for the chosen state, so nothing moves when the choice does.
    [[nodiscard]] QSize sizeHint() const override {
        const int text = QFontMetrics(m_theme.font(TextStyle::BodyStrong)).horizontalAdvance(this->text());
        return {text + countWidth() + m_theme.px(22), m_theme.px(24)};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Role ink = !isEnabled() ? Role::TextDisabled : isChecked() ? Role::AccentText : Role::Text;
        if (isChecked() || (underMouse() && isEnabled()))
            painter.fillRect(rect(), m_theme.color(isChecked() ? Role::AccentTint : Role::Hover));
        painter.setFont(m_theme.font(isChecked() ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(m_theme.color(ink));
        painter.drawText(rect().adjusted(0, 0, -countWidth(), 0), Qt::AlignCenter, text());
        if (!m_count.isEmpty()) {
            painter.setFont(m_theme.font(TextStyle::Caption));
            painter.setPen(m_theme.color(!isEnabled()  ? Role::TextDisabled
                                         : isChecked() ? Role::AccentText
                                                       : Role::TextMuted));
            painter.drawText(rect().adjusted(0, 0, -m_theme.px(10), 0), Qt::AlignRight | Qt::AlignVCenter, m_count);
        }
        if (hasFocus()) {
            painter.setPen(QPen(m_theme.color(Role::Focus), 2));
            painter.drawRect(rect().adjusted(1, 1, -1, -1));
        }
    }

private:
    [[nodiscard]] int countWidth() const {
        return m_count.isEmpty()
                   ? 0
                   : QFontMetrics(m_theme.font(TextStyle::Caption)).horizontalAdvance(m_count) + m_theme.px(6);
    }

    const Theme& m_theme;
    QString m_count;
};

}  // namespace

SegmentedControl::SegmentedControl(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_buttons(new QButtonGroup(this)) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(1);
    connect(m_buttons, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        leadTab();
        if (on)
            Q_EMIT currentChanged(index);
    });
    connect(&theme, &Theme::themeChanged, this, [this] {
        for (QAbstractButton* button : m_buttons->buttons())
            button->updateGeometry();
    });
}

int SegmentedControl::addSegment(const QString& text, std::optional<int> count) {
    auto* segment = new Segment(m_theme, text, this);
    const int index = this->count();
    segment->setObjectName(QStringLiteral("segment%1").arg(index));
    segment->setCount(count);
    segment->setChecked(index == 0);
    layout()->addWidget(segment);
    m_buttons->addButton(segment, index);
    leadTab();
    return index;
}

// Tab enters at the choice, or where that cannot be chosen any more at the first that can.
void SegmentedControl::leadTab() {
    const QList<QAbstractButton*> segments = m_buttons->buttons();
    const auto chosen = std::find_if(segments.begin(), segments.end(), [](const QAbstractButton* segment) {
        return segment->isChecked() && segment->isEnabledTo(segment->parentWidget());
    });
    const auto entry =
        chosen != segments.end() ? chosen : std::find_if(segments.begin(), segments.end(), [](const auto* segment) {
            return segment->isEnabledTo(segment->parentWidget());
        });
    for (auto segment = segments.begin(); segment != segments.end(); ++segment)
        (*segment)->setFocusPolicy(segment == entry ? Qt::StrongFocus : Qt::ClickFocus);
}

void SegmentedControl::setCount(int index, std::optional<int> count) {
    if (auto* segment = static_cast<Segment*>(m_buttons->button(index)))
        segment->setCount(count);
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled, const QString& reason) {
    if (QAbstractButton* segment = m_buttons->button(index)) {
        segment->setEnabled(enabled);
        segment->setToolTip(enabled ? QString() : reason);
        leadTab();
    }
}

void SegmentedControl::setCurrentIndex(int index) {
    if (QAbstractButton* segment = m_buttons->button(index))
        segment->setChecked(true);
}

int SegmentedControl::currentIndex() const {
    return m_buttons->checkedId();
}

int SegmentedControl::count() const {
    return static_cast<int>(m_buttons->buttons().size());
}

QString SegmentedControl::text(int index) const {
    const QAbstractButton* segment = m_buttons->button(index);
    return segment ? segment->text() : QString();
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Role::BorderStrong), 1));
    painter.setBrush(m_theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    for (int i = 1; i < count(); ++i) {
        const int x = m_buttons->button(i)->x() - 1;
        painter.fillRect(QRect(x, 1, 1, height() - 2), m_theme.color(Role::Border));
    }
}

}  // namespace touchstone::ui
