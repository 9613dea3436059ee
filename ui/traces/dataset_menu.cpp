// SPDX-License-Identifier: GPL-3.0-or-later

#include "dataset_menu.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

#include <QLineEdit>
#include <QWidgetAction>

namespace touchstone::ui {

DatasetMenu::DatasetMenu(session::Session& session, const QString& title, QWidget* parent)
    : QMenu(title, parent), m_session(session), m_name(new QLineEdit) {
    setObjectName(QStringLiteral("datasetMenu"));
    m_name->setObjectName(QStringLiteral("newDataset"));
    m_name->setAccessibleName(tr("Name of a new dataset"));
    m_name->setPlaceholderText(tr("New dataset: name and Enter"));
    m_name->setMaxLength(100);
    auto* line = new QWidgetAction(this);
    line->setDefaultWidget(m_name);
    addAction(line);
    addSeparator();
    connect(this, &QMenu::aboutToShow, this, &DatasetMenu::read);
    connect(m_name, &QLineEdit::returnPressed, this, [this] {
        const QString name = m_name->text().trimmed();
        if (name.isEmpty())
            return;
        m_name->clear();
        close();
        Q_EMIT chosen(name);
    });
}

void DatasetMenu::read() {
    m_session.exchange().datasets([self = QPointer<DatasetMenu>(this)](Result<std::vector<store::DatasetInfo>> found) {
        deliverTo(self, [self, found = std::move(found)] {
            if (found.ok())
                self->fill(found.value());
        });
    });
}

void DatasetMenu::fill(const std::vector<store::DatasetInfo>& datasets) {
    for (QAction* action : m_known)
        delete action;
    m_known.clear();
    for (const store::DatasetInfo& dataset : datasets) {
        const QString name = toQString(dataset.name);
        QAction* action = addAction(tr("%1 (%n case(s))", nullptr, static_cast<int>(dataset.cases)).arg(name));
        action->setObjectName(QStringLiteral("dataset.") + name);
        connect(action, &QAction::triggered, this, [this, name] { Q_EMIT chosen(name); });
        m_known.append(action);
    }
}

}  // namespace touchstone::ui
