// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the versions of a comparison have differently: a row a part that differs anywhere, a column for each version
// with its change against the baseline. The columns are those of CompareModel. GUI thread only; versions are loaded and
// compared by workers.

#pragma once

#include "session/authoring.h"
#include "session/session.h"
#include "text/diff.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace touchstone::ui {

class DraftModel;

struct PartCell {
    std::vector<text::DiffPiece> pieces;
    bool quiet = false;  // nothing that changed here
    QString words;       // what changed, for the tooltip and screen readers
};

class PartChanges : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role { PartRole = Qt::UserRole + 1 };

    // Both outlive the model.
    PartChanges(session::Session& session, DraftModel& draft, QObject* parent = nullptr);

    // The versions of a workflow, the baseline first; "draft" is what stands in the editor. Loads and compares when
    // they are others than before, or when there is a draft among them.
    void setVersions(const QString& workflow, const QStringList& references);
    [[nodiscard]] const PartCell& cellAt(const QModelIndex& index) const;
    [[nodiscard]] const QStringList& references() const { return m_references; }
    // Of a version against the baseline, part by part; empty until it is known, and for the baseline.
    [[nodiscard]] const std::vector<session::PartDifference>& differencesOf(int version) const;
    // How many of the parts that any of the versions has are the same in all of them.
    [[nodiscard]] int identical() const { return m_identical; }
    [[nodiscard]] bool isKnown() const { return m_known; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void changed();

private:
    using Difference = std::vector<session::PartDifference>;

    void load(std::size_t index);
    void take(std::size_t index, const std::optional<session::DraftText>& text);
    void compare(std::size_t index);
    void show();
    [[nodiscard]] std::vector<PartCell> rowOf(const std::string& part) const;

    session::Session& m_session;
    DraftModel& m_draft;
    QString m_workflow;
    QStringList m_references;
    std::uint64_t m_number = 0;  // the newest question wins
    std::vector<std::optional<session::DraftText>> m_texts;
    std::vector<std::shared_ptr<const Difference>> m_differences;  // by version; the baseline's is null
    std::size_t m_missing = 0;                                     // answers that are still to come
    std::vector<std::string> m_parts;
    std::vector<std::vector<PartCell>> m_cells;  // by part, then version
    int m_identical = 0;
    bool m_known = false;
};

}  // namespace touchstone::ui
