// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/history_model.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

#include <algorithm>

#include <QDateTime>

namespace touchstone::ui {

HistoryModel::HistoryModel(session::Session& session, QObject* parent)
    : QAbstractListModel(parent),
      m_session(session),
      m_changes(session.onChanged([self = QPointer<HistoryModel>(this)](store::Change change) {
          if (change == store::Change::Versions)
              deliverTo(self, [self] { self->refresh(); });
      })) {}

void HistoryModel::setWorkflow(const QString& workflow) {
    if (workflow == m_workflow)
        return;
    m_workflow = workflow;
    show({});
    refresh();
}

void HistoryModel::refresh() {
    if (m_workflow.isEmpty())
        return;
    m_session.authoring().history(toUtf8(m_workflow), [self = QPointer<HistoryModel>(this),
                                                       workflow = m_workflow](Result<session::History> history) {
        deliverTo(self, [self, workflow, history = std::move(history)]() mutable {
            if (history.ok() && workflow == self->m_workflow)
                self->show(std::move(history).value());
        });
    });
}

void HistoryModel::show(session::History history) {
    const std::size_t before = m_history.versions.size();
    const std::size_t now = history.versions.size();
    const bool grown = before > 0 && now >= before &&
                       std::equal(m_history.versions.begin(), m_history.versions.end(),
                                  history.versions.end() - static_cast<std::ptrdiff_t>(before),
                                  [](const auto& a, const auto& b) { return a.id == b.id; });
    if (!grown)
        beginResetModel();
    else if (now > before)
        beginInsertRows({}, 0, static_cast<int>(now - before) - 1);
    m_history = std::move(history);
    if (!grown)
        endResetModel();
    else if (now > before)
        endInsertRows();
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT refreshed();
}

QStringList HistoryModel::branches() const {
    QStringList names;
    for (const store::Pointer& pointer : m_history.pointers)
        if (pointer.kind == store::PointerKind::Branch)
            names.append(toQString(pointer.name));
    names.sort();
    if (const auto main = names.indexOf(QStringLiteral("main")); main > 0)
        names.move(main, 0);
    return names;
}

QStringList HistoryModel::namesOf(const VersionId& version) const {
    QStringList names;
    for (const store::Pointer& pointer : m_history.pointers)
        if (pointer.version == version)
            names.append(toQString(pointer.name));
    return names;
}

QString HistoryModel::referenceAt(int row) const {
    return data(index(row), ReferenceRole).toString();
}

int HistoryModel::parentOf(int row) const {
    const auto& versions = m_history.versions;
    if (row < 0 || row >= rowCount() || versions[static_cast<std::size_t>(row)].parents.empty())
        return -1;
    const VersionId& parent = versions[static_cast<std::size_t>(row)].parents.front();
    const auto found = std::ranges::find(versions, parent, &store::VersionInfo::id);
    return found == versions.end() ? -1 : static_cast<int>(found - versions.begin());
}

int HistoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_history.versions.size());
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const store::VersionInfo& version = m_history.versions[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return QStringLiteral("v%1 · %2 · %3")
                .arg(version.number)
                .arg(toQString(shortText(version.id)), toQString(version.message));
        case NumberRole:
            return static_cast<qlonglong>(version.number);
        case ReferenceRole:
            return QStringLiteral("v%1").arg(version.number);
        case IdRole:
            return toQString(version.id.text);
        case MessageRole:
            return toQString(version.message);
        case AuthorRole:
            return toQString(version.author);
        case CreatedRole:
            return QDateTime::fromMSecsSinceEpoch(
                std::chrono::floor<std::chrono::milliseconds>(version.created).time_since_epoch().count());
        case NamesRole:
            return namesOf(version.id);
        case ParentRowRole:
            return parentOf(index.row());
        default:
            return {};
    }
}

}  // namespace touchstone::ui
