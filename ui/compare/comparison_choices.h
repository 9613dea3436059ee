// SPDX-License-Identifier: GPL-3.0-or-later
//
// What is to be compared: two to six versions, the draft among them if one likes; a dataset or one input; a tier that
// overrules their routing. And what is still missing for it. GUI thread only.

#pragma once

#include "session/session.h"
#include "version_chips.h"

#include <QStringList>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QScrollArea;
class QToolButton;

namespace touchstone::ui {

class DraftModel;
class HistoryModel;
class InputForm;
class Theme;

class ComparisonChoices : public QWidget {
    Q_OBJECT

public:
    enum class Missing { Nothing, Versions, Dataset, Choice };
    static constexpr int kMostVersions = 6;

    // All outlive the widget.
    ComparisonChoices(session::Session& session, const Theme& theme, HistoryModel& history, DraftModel& draft,
                      QWidget* parent = nullptr);

    // References ("v3", "draft"), the baseline first; unknown ones and those beyond six are left out.
    void chooseVersions(const QStringList& references);
    // The newest version and the one it was made from; the only one and the draft.
    void chooseNewestVersions();
    // What an experiment ran on.
    void chooseDataset(const QString& dataset);
    void chooseInput(const Json& input);
    // Another workflow is shown: its newest versions, and its dataset where one has its name.
    void startOver();
    // Asks for a CSV or JSONL file and imports it as a dataset whose answers must equal what is expected.
    void importDataset();
    // The id of the draft's content, where it is known; empty: it is not.
    void setDraftHash(const QString& hash);
    // What the draft's mark is made from: the number its version would get.
    [[nodiscard]] std::int64_t draftNumber() const;
    // At the right end of the line.
    void addWidget(QWidget* widget);

    [[nodiscard]] Missing missing() const;
    [[nodiscard]] const QStringList& references() const { return m_references; }
    [[nodiscard]] QString datasetName() const;
    [[nodiscard]] bool isOneInput() const;
    // REQUIRES: nothing is missing
    [[nodiscard]] session::ExperimentRequest request() const;

Q_SIGNALS:
    void changed();
    void importFailed(const QString& message);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeLine();
    [[nodiscard]] QWidget* makeInput();
    [[nodiscard]] ChipVersion chipOf(const QString& reference) const;
    [[nodiscard]] bool knows(const QString& reference) const;
    void wire();
    void showVersions();
    void fillMenu();
    void adoptVersions();
    void adoptDraft();
    void move(int from, int to);
    void loadDatasets();
    void showDatasets(const std::vector<store::DatasetInfo>& datasets);
    void importFile(const QString& file);

    session::Session& m_session;
    const Theme& m_theme;
    HistoryModel& m_history;
    DraftModel& m_draft;
    store::Subscription m_changes;
    QStringList m_references;
    VersionChips* m_chips;
    QToolButton* m_add = nullptr;
    QComboBox* m_datasets = nullptr;
    QComboBox* m_tiers = nullptr;
    QHBoxLayout* m_line = nullptr;
    QScrollArea* m_inputArea = nullptr;
    InputForm* m_input = nullptr;
    QString m_draftHash;
    bool m_chosen = false;  // by somebody; until then they are the newest two
};

}  // namespace touchstone::ui
