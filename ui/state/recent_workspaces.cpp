// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/recent_workspaces.h"

#include <QFileInfo>
#include <QSettings>

#include <algorithm>

namespace touchstone::ui {
namespace {

const QString kRecent = QStringLiteral("workspaces/recent");
const QString kPath = QStringLiteral("path");
const QString kOpened = QStringLiteral("opened");  // seconds since 1970
const QString kPinned = QStringLiteral("pinned");
constexpr int kMost = 10;

std::vector<RecentWorkspace> read(QSettings& state) {
    std::vector<RecentWorkspace> workspaces;
    const int count = std::min(state.beginReadArray(kRecent), 100);
    for (int i = 0; i < count; ++i) {
        state.setArrayIndex(i);
        const QString path = state.value(kPath).toString();
        const std::chrono::seconds opened(std::clamp<qint64>(state.value(kOpened).toLongLong(), 0, 9'000'000'000));
        if (!path.isEmpty())
            workspaces.push_back({path, WallTime(opened), state.value(kPinned).toBool()});
    }
    state.endArray();
    return workspaces;
}

void write(QSettings& state, const std::vector<RecentWorkspace>& workspaces) {
    state.remove(kRecent);
    state.beginWriteArray(kRecent, static_cast<int>(workspaces.size()));
    for (std::size_t i = 0; i < workspaces.size(); ++i) {
        state.setArrayIndex(static_cast<int>(i));
        state.setValue(kPath, workspaces[i].path);
        const auto opened = std::chrono::floor<std::chrono::seconds>(workspaces[i].opened.time_since_epoch());
        state.setValue(kOpened, static_cast<qint64>(opened.count()));
        state.setValue(kPinned, workspaces[i].pinned);
    }
    state.endArray();
}

void putInOrder(std::vector<RecentWorkspace>& workspaces) {
    std::stable_sort(workspaces.begin(), workspaces.end(), [](const auto& a, const auto& b) {
        return a.pinned != b.pinned ? a.pinned : a.opened > b.opened;
    });
    int loose = 0;
    std::erase_if(workspaces,
                  [&loose](const RecentWorkspace& workspace) { return !workspace.pinned && ++loose > kMost; });
}

auto hasPath(const QString& path) {
    return [&path](const RecentWorkspace& workspace) { return workspace.path == path; };
}

}  // namespace

RecentWorkspaces::RecentWorkspaces(QSettings& state, const Clock& clock, QObject* parent)
    : QAbstractListModel(parent), m_state(state), m_clock(clock), m_workspaces(read(state)) {
    putInOrder(m_workspaces);
}

void RecentWorkspaces::replace(std::vector<RecentWorkspace> workspaces) {
    putInOrder(workspaces);
    beginResetModel();
    m_workspaces = std::move(workspaces);
    endResetModel();
    write(m_state, m_workspaces);
}

void RecentWorkspaces::add(const QString& path) {
    std::vector<RecentWorkspace> list = m_workspaces;
    const auto known = std::find_if(list.begin(), list.end(), hasPath(path));
    const bool pinned = known != list.end() && known->pinned;
    std::erase_if(list, hasPath(path));
    list.insert(list.begin(), {path, m_clock.wallNow(), pinned});
    replace(std::move(list));
}

void RecentWorkspaces::remove(const QString& path) {
    std::vector<RecentWorkspace> list = m_workspaces;
    std::erase_if(list, hasPath(path));
    replace(std::move(list));
}

void RecentWorkspaces::setPinned(const QString& path, bool pinned) {
    std::vector<RecentWorkspace> list = m_workspaces;
    const auto known = std::find_if(list.begin(), list.end(), hasPath(path));
    if (known == list.end())
        return;
    known->pinned = pinned;
    replace(std::move(list));
}

QStringList RecentWorkspaces::paths() const {
    QStringList paths;
    for (const RecentWorkspace& workspace : m_workspaces)
        paths.append(workspace.path);
    return paths;
}

int RecentWorkspaces::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_workspaces.size());
}

QVariant RecentWorkspaces::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const RecentWorkspace& workspace = m_workspaces[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            return QFileInfo(workspace.path).completeBaseName();
        case Qt::ToolTipRole:
        case PathRole:
            return workspace.path;
        case OpenedRole:
            return QVariant::fromValue(static_cast<qlonglong>(workspace.opened.time_since_epoch().count()));
        case PinnedRole:
            return workspace.pinned;
        default:
            return {};
    }
}

}  // namespace touchstone::ui
