// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings_page.h"

#include "setting_row.h"
#include "uibase/theme.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kWidest = 760;

QVBoxLayout* addStack(QVBoxLayout& column) {
    auto* stack = new QVBoxLayout;
    stack->setContentsMargins(0, 0, 0, 0);
    stack->setSpacing(0);
    column.addLayout(stack);
    return stack;
}

}  // namespace

QVBoxLayout* makeColumn(QScrollArea& area, const Theme& theme) {
    area.setFrameShape(QFrame::NoFrame);
    area.setWidgetResizable(true);
    area.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area.setBackgroundRole(QPalette::Base);
    auto* inner = new QWidget;
    inner->setBackgroundRole(QPalette::Base);
    inner->setAutoFillBackground(true);
    auto* column = new QWidget;
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    const auto fit = [column, &theme] { column->setMaximumWidth(theme.px(kWidest)); };
    fit();
    QObject::connect(&theme, &Theme::themeChanged, column, fit);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto* outer = new QHBoxLayout(inner);
    outer->setContentsMargins(24, 20, 24, 24);
    outer->addWidget(column, 100);
    outer->addStretch(1);
    area.setWidget(inner);
    return layout;
}

SettingsPage::SettingsPage(const Theme& theme, Settings& settings, const QString& title, QWidget* parent)
    : QScrollArea(parent), m_theme(theme), m_settings(settings), m_title(new QLabel(title)) {
    setAccessibleName(title);
    QVBoxLayout* column = makeColumn(*this, theme);
    setTextStyle(*m_title, theme, TextStyle::Title);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addSpacing(4);
    m_above = addStack(*column);
    m_rows = addStack(*column);
    m_below = addStack(*column);
    column->addStretch(1);
}

void SettingsPage::setTitle(const QString& title) {
    m_title->setText(title);
}

void SettingsPage::setKeys(const QStringList& keys) {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString& key : keys)
        if (const SettingInfo* info = m_settings.find(key))
            m_rows->addWidget(new SettingRow(m_theme, m_settings, *info));
}

void SettingsPage::addAbove(QWidget* widget) {
    m_above->addWidget(widget);
}

void SettingsPage::addBelow(QWidget* widget) {
    m_below->addWidget(widget);
}

bool SettingsPage::reveal(const QString& key) {
    for (int i = 0; i < m_rows->count(); ++i) {
        auto* row = qobject_cast<SettingRow*>(m_rows->itemAt(i)->widget());
        if (!row || row->key() != key)
            continue;
        row->focusControl();
        QTimer::singleShot(0, row, [this, row] { ensureWidgetVisible(row); });  // once it is laid out
        return true;
    }
    return false;
}

}  // namespace touchstone::ui
