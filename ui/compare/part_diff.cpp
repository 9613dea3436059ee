// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_diff.h"

#include "uibase/diff_view.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uihistory/change_words.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {

PartDiff::PartDiff(const Theme& theme, const PartChanges& changes, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_changes(changes),
      m_head(new PanelHead(theme, tr("What changed"))),
      m_versions(new QComboBox),
      m_parts(new QComboBox),
      m_lines(new DiffView(theme, tr("Difference of the parts"))) {
    setObjectName(QStringLiteral("partDiff"));
    m_lines->setObjectName(QStringLiteral("partDifference"));
    m_lines->setMode(DiffView::Mode::Split);
    m_lines->installEventFilter(this);
    makeHead();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_lines, 1);
    connect(&changes, &PartChanges::changed, this, &PartDiff::fillChoices);
    hide();
}

void PartDiff::makeHead() {
    m_versions->setObjectName(QStringLiteral("partDiffVersion"));
    m_versions->setAccessibleName(tr("Which version is compared with the baseline"));
    m_parts->setObjectName(QStringLiteral("partDiffPart"));
    m_parts->setAccessibleName(tr("Which parts are shown"));
    QToolButton* close =
        makeToolButton(m_theme, Icon::Close, tr("Close the difference"), m_head, QKeySequence(Qt::Key_Escape));
    close->setObjectName(QStringLiteral("closePartDiff"));
    for (QWidget* widget :
         {static_cast<QWidget*>(m_versions), static_cast<QWidget*>(m_parts), static_cast<QWidget*>(close)})
        m_head->addWidget(widget);
    connect(m_versions, &QComboBox::currentIndexChanged, this, &PartDiff::showLines);
    connect(m_parts, &QComboBox::currentIndexChanged, this, &PartDiff::showLines);
    connect(close, &QToolButton::clicked, this, &PartDiff::left);
}

void PartDiff::show(const QString& part, int version) {
    fillChoices();
    m_versions->setCurrentIndex(std::clamp(version - 1, 0, std::max(m_versions->count() - 1, 0)));
    m_parts->setCurrentIndex(std::max(m_parts->findData(part), 0));
    showLines();
    QWidget::show();
    m_lines->setFocus();
}

void PartDiff::fillChoices() {
    const int version = m_versions->currentIndex();
    const QString part = m_parts->currentData().toString();
    {
        const QSignalBlocker quietVersions(m_versions);
        const QSignalBlocker quietParts(m_parts);
        m_versions->clear();
        const QStringList& references = m_changes.references();
        for (int i = 1; i < references.size(); ++i)
            m_versions->addItem(QStringLiteral("%1 → %2").arg(references[0], references[i]));
        m_versions->setCurrentIndex(std::clamp(version, 0, std::max(m_versions->count() - 1, 0)));
        m_parts->clear();
        m_parts->addItem(tr("All changed parts"), QString());
        for (int row = 0; row < m_changes.rowCount(); ++row) {
            const QModelIndex index = m_changes.index(row, 0);
            m_parts->addItem(index.data().toString(), index.data(PartChanges::PartRole));
        }
        m_parts->setCurrentIndex(std::max(m_parts->findData(part), 0));
    }
    showLines();
}

void PartDiff::showLines() {
    const std::string only = toUtf8(m_parts->currentData().toString());
    std::vector<DiffSection> sections;
    for (const session::PartDifference& difference : m_changes.differencesOf(m_versions->currentIndex() + 1))
        if (only.empty() || difference.part == only)
            sections.push_back({partTitle(difference.part),
                                difference.change ? changeWords(*difference.change) : QString(), difference.rows});
    m_head->setNote(sections.empty() ? tr("nothing") : m_versions->currentText());
    m_lines->setSections(std::move(sections));
}

bool PartDiff::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_N:
        case Qt::Key_P:
            m_lines->stepChange(static_cast<QKeyEvent*>(event)->key() == Qt::Key_N);
            return true;
        case Qt::Key_Escape:
            Q_EMIT left();
            return true;
        default:
            return QWidget::eventFilter(watched, event);
    }
}

}  // namespace touchstone::ui
