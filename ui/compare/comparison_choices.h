// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is to be compared: two versions and a dataset, and what is still missing for it. GUI thread only.

#pragma once

#include "uistate/history_model.h"

#include <QWidget>

#include <vector>

class QComboBox;

namespace touchstone::ui {

class ComparisonChoices : public QWidget {
    Q_OBJECT

public:
    enum class Missing { Nothing, Versions, Dataset, Difference };

    // All outlive the widget.
    ComparisonChoices(session::Session& session, HistoryModel& history, QWidget* parent = nullptr);

    // Chooses the two versions ("v3").
    void chooseVersions(const QString& baseline, const QString& candidate);
    void chooseNewestVersions();
    // Another workflow is shown: its newest versions, and its dataset where one has its name.
    void startOver();
    // Asks for a CSV or JSONL file and imports it as a dataset whose answers must equal what is expected.
    void importDataset();

    [[nodiscard]] Missing missing() const;
    // REQUIRES: nothing is missing
    [[nodiscard]] session::ExperimentRequest request() const;

Q_SIGNALS:
    void changed();
    void importFailed(const QString& message);

private:
    void adoptVersions();
    void loadDatasets();
    void showDatasets(const std::vector<store::DatasetInfo>& datasets);
    void importFile(const QString& file);

    session::Session& m_session;
    HistoryModel& m_history;
    store::Subscription m_changes;
    QComboBox* m_baseline;
    QComboBox* m_candidate;
    QComboBox* m_datasets;
    bool m_versionsChosen = false;  // by somebody; until then they are the newest two
};

}  // namespace touchstone::ui
