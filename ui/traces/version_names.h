// SPDX-License-Identifier: GPL-3.0-or-later
//
// What number a version has in its workflow: traces know ids, people know "v14". Histories are read once, when a
// version of a workflow is first asked for, and again when versions change. GUI thread only.

#pragma once

#include "session/session.h"

#include <QObject>

#include <map>
#include <set>
#include <string>
#include <unordered_map>

namespace touchstone::ui {

class VersionNames : public QObject {
    Q_OBJECT

public:
    explicit VersionNames(session::Session& session, QObject* parent = nullptr);

    // 0: not known, or not yet; then changed() comes when it is.
    [[nodiscard]] std::int64_t numberOf(const std::string& workflow, const VersionId& version);
    // "v14"; "draft" without a version; the id's beginning for one that is not in the workspace.
    [[nodiscard]] QString nameOf(const std::string& workflow, const VersionId& version);

Q_SIGNALS:
    void changed();

private:
    void read(const std::string& workflow);

    session::Session& m_session;
    store::Subscription m_changes;
    std::set<std::string> m_workflows;  // read, or being read
    std::unordered_map<VersionId, std::int64_t> m_numbers;
};

}  // namespace touchstone::ui
