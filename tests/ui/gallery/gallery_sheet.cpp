// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery_sheet.h"

#include "gallery.h"
#include "uibase/code_editor.h"

#include <QCoreApplication>
#include <QLabel>

namespace touchstone::ui {

GallerySheet::GallerySheet(const Theme& theme) : m_theme(theme), m_page(std::make_unique<QWidget>()) {
    m_page->setAutoFillBackground(true);
    m_page->setBackgroundRole(QPalette::Base);
    m_page->resize(1440, 900);
    auto* layout = new QHBoxLayout(m_page.get());
    layout->setContentsMargins(24, 16, 24, 24);
    layout->setSpacing(32);
    for (QVBoxLayout*& column : m_columns) {
        column = new QVBoxLayout;
        column->setSpacing(8);
        layout->addLayout(column, 1);
    }
}

void GallerySheet::addGroup(int column, const char* title) {
    auto* label = new QLabel(QString::fromUtf8(title));
    setTextStyle(*label, m_theme, TextStyle::Caption);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setContentsMargins(0, 8, 0, 0);
    add(column, label);
}

void GallerySheet::addRow(int column, std::initializer_list<QWidget*> widgets) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch();
    m_columns[static_cast<std::size_t>(column)]->addLayout(row);
}

void GallerySheet::add(int column, QWidget* widget, int stretch) {
    m_columns[static_cast<std::size_t>(column)]->addWidget(widget, stretch);
}

std::unique_ptr<QWidget> GallerySheet::take() {
    for (QVBoxLayout* column : m_columns)
        column->addStretch();
    return std::move(m_page);
}

void showPage(QWidget& page) {
    page.show();
    QCoreApplication::processEvents();
    if (auto* editor = page.findChild<CodeEditor*>(QStringLiteral("completing")))
        editor->complete();
    if (auto* editor = page.findChild<CodeEditor*>(QStringLiteral("finding")))
        editor->openReplace();
    QCoreApplication::processEvents();
}

}  // namespace touchstone::ui
