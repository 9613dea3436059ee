// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/workflow_list.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {

WorkflowList::WorkflowList(session::Session& session, QObject* parent)
    : QAbstractListModel(parent),
      m_session(session),
      m_changes(session.onChanged([self = QPointer<WorkflowList>(this)](store::Change change) {
          if (change == store::Change::Versions)
              deliverTo(self, [self] { self->refresh(); });
      })) {
    refresh();
}

void WorkflowList::refresh() {
    m_session.authoring().workflows(
        [self = QPointer<WorkflowList>(this)](Result<std::vector<store::WorkflowInfo>> workflows) {
            deliverTo(self, [self, workflows = std::move(workflows)]() mutable {
                if (workflows.ok())
                    self->show(std::move(workflows).value());
            });
        });
}

void WorkflowList::show(std::vector<store::WorkflowInfo> workflows) {
    const bool sameNames = std::equal(workflows.begin(), workflows.end(), m_workflows.begin(), m_workflows.end(),
                                      [](const auto& a, const auto& b) { return a.name == b.name; });
    if (!sameNames)
        beginResetModel();
    m_workflows = std::move(workflows);
    if (!sameNames)
        endResetModel();
    Q_EMIT refreshed();
}

QString WorkflowList::nameAt(int row) const {
    return row >= 0 && row < rowCount() ? toQString(m_workflows[static_cast<std::size_t>(row)].name) : QString();
}

int WorkflowList::rowOf(const QString& name) const {
    const std::string wanted = toUtf8(name);
    for (std::size_t i = 0; i < m_workflows.size(); ++i)
        if (m_workflows[i].name == wanted)
            return static_cast<int>(i);
    return -1;
}

int WorkflowList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_workflows.size());
}

QVariant WorkflowList::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    return nameAt(index.row());
}

}  // namespace touchstone::ui
