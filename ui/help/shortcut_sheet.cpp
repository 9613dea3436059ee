// SPDX-License-Identifier: GPL-3.0-or-later

#include "shortcut_sheet.h"

#include "uibase/search_line.h"
#include "uibase/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScreen>
#include <QTextDocument>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace touchstone::ui {

ShortcutSheet::ShortcutSheet(const Theme& theme, QWidget& window)
    : QDialog(&window),
      m_theme(theme),
      m_groups(shortcutsOf(window)),
      m_search(new SearchLine(theme, tr("Search what to do, or a key"))),
      m_tree(new QTreeWidget),
      m_nothing(new QLabel(tr("No shortcut is about that."))) {
    setObjectName(QStringLiteral("shortcutSheet"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(QStringLiteral("shortcutSearch"));
    m_search->setTarget(m_tree);
    m_tree->setObjectName(QStringLiteral("shortcuts"));
    m_tree->setAccessibleName(tr("Keyboard shortcuts"));
    m_tree->setHeaderLabels({tr("What"), tr("Keys")});
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_tree, 1);
    layout->addWidget(makeButtons());
    resize(QSize(theme.px(620), theme.px(640)).boundedTo(screen()->availableSize()));
    list();
    connect(m_search, &SearchLine::textChanged, this, &ShortcutSheet::filter);
}

QWidget* ShortcutSheet::makeButtons() {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* name, const QString& text, auto act) {
        auto* button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        layout->addWidget(button);
    };
    add("copyShortcuts", tr("Copy as Markdown"), &ShortcutSheet::copy);
    add("printShortcuts", tr("Print…"), &ShortcutSheet::print);
    layout->addStretch(1);
    add("closeShortcuts", tr("Close"), &QDialog::reject);
    return row;
}

void ShortcutSheet::list() {
    for (const ShortcutGroup& group : m_groups) {
        auto* head = new QTreeWidgetItem(m_tree, {group.title});
        head->setFlags(Qt::ItemIsEnabled);
        head->setFont(0, m_theme.font(TextStyle::BodyStrong));
        head->setFirstColumnSpanned(true);
        for (const Shortcut& each : group.shortcuts) {
            auto* item = new QTreeWidgetItem(head, {each.what, each.keys});
            item->setFont(1, m_theme.font(TextStyle::Mono));
        }
    }
    m_tree->expandAll();
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, m_theme.px(360));
    filter({});
}

void ShortcutSheet::filter(const QString& words) {
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool isAny = false;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* group = m_tree->topLevelItem(i);
        bool isAnyHere = false;
        for (int k = 0; k < group->childCount(); ++k) {
            const QString text = group->text(0) + QLatin1Char(' ') + group->child(k)->text(0) + QLatin1Char(' ') +
                                 group->child(k)->text(1);
            const bool fits = std::all_of(wanted.begin(), wanted.end(), [&text](const QString& word) {
                return text.contains(word, Qt::CaseInsensitive);
            });
            group->child(k)->setHidden(!fits);
            isAnyHere |= fits;
        }
        group->setHidden(!isAnyHere);
        isAny |= isAnyHere;
    }
    m_nothing->setVisible(!isAny);
    m_tree->setVisible(isAny);
}

void ShortcutSheet::copy() {
    QGuiApplication::clipboard()->setText(shortcutsAsMarkdown(m_groups));
}

void ShortcutSheet::print() {
    auto printer = std::make_shared<QPrinter>();
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog,
            [printer, text = shortcutsAsMarkdown(m_groups)] {
                QTextDocument document;
                document.setMarkdown(text);
                document.print(printer.get());
            });
    dialog->open();
}

}  // namespace touchstone::ui
