// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison_choices.h"

#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uistate/text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>

#include <set>

namespace touchstone::ui {
namespace {

QComboBox* makeCombo(const char* objectName, const QString& name) {
    auto* combo = new QComboBox;
    combo->setObjectName(QString::fromLatin1(objectName));
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(14);
    combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    return combo;
}

QLabel* makeCaption(const QString& text, QComboBox* combo) {
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setBuddy(combo);
    return label;
}

}  // namespace

ComparisonChoices::ComparisonChoices(session::Session& session, HistoryModel& history, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_history(history),
      m_baseline(makeCombo("baseline", tr("Baseline version"))),
      m_candidate(makeCombo("candidate", tr("Candidate version"))),
      m_datasets(makeCombo("dataset", tr("Dataset"))) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(8);
    const auto add = [line](const QString& name, QComboBox* combo, int share) {
        QLabel* caption = makeCaption(name, combo);
        const QKeySequence shortcut = QKeySequence::mnemonic(name);
        combo->setToolTip(QStringLiteral("%1 (%2)").arg(combo->accessibleName(), formatShortcut(shortcut)));
        line->addWidget(caption);
        line->addWidget(combo, share);
    };
    add(tr("&Baseline"), m_baseline, 3);
    add(tr("&Candidate"), m_candidate, 3);
    add(tr("&Dataset"), m_datasets, 2);
    for (QComboBox* versions : {m_baseline, m_candidate}) {
        versions->setModel(&m_history);
        connect(versions, &QComboBox::activated, this, [this] { m_versionsChosen = true; });
    }
    for (QComboBox* combo : {m_baseline, m_candidate, m_datasets})
        connect(combo, &QComboBox::currentIndexChanged, this, &ComparisonChoices::changed);
    connect(&m_history, &HistoryModel::refreshed, this, &ComparisonChoices::adoptVersions);
    m_changes = m_session.onChanged([self = QPointer<ComparisonChoices>(this)](store::Change change) {
        if (change == store::Change::Datasets)
            deliverTo(self, [self] { self->loadDatasets(); });
    });
    adoptVersions();
    loadDatasets();
}

void ComparisonChoices::adoptVersions() {
    if (!m_versionsChosen)
        chooseNewestVersions();
    Q_EMIT changed();
}

void ComparisonChoices::chooseNewestVersions() {
    m_candidate->setCurrentIndex(std::min(0, m_history.rowCount() - 1));
    const int parent = m_history.parentOf(0);  // not a version of another branch
    m_baseline->setCurrentIndex(parent >= 0 ? parent : std::min(1, m_history.rowCount() - 1));
}

void ComparisonChoices::chooseVersions(const QString& baseline, const QString& candidate) {
    m_versionsChosen = true;
    for (int row = 0; row < m_history.rowCount(); ++row) {
        if (m_history.referenceAt(row) == baseline)
            m_baseline->setCurrentIndex(row);
        if (m_history.referenceAt(row) == candidate)
            m_candidate->setCurrentIndex(row);
    }
}

void ComparisonChoices::startOver() {
    m_versionsChosen = false;
    chooseNewestVersions();
    if (const int own = m_datasets->findData(m_history.workflow()); own >= 0)
        m_datasets->setCurrentIndex(own);
}

ComparisonChoices::Missing ComparisonChoices::missing() const {
    if (m_history.rowCount() < 2)
        return Missing::Versions;
    if (m_datasets->count() == 0)
        return Missing::Dataset;
    return m_baseline->currentIndex() == m_candidate->currentIndex() ? Missing::Difference : Missing::Nothing;
}

session::ExperimentRequest ComparisonChoices::request() const {
    session::ExperimentRequest request;
    request.workflow = toUtf8(m_history.workflow());
    request.versions = {toUtf8(m_history.referenceAt(m_baseline->currentIndex())),
                        toUtf8(m_history.referenceAt(m_candidate->currentIndex()))};
    request.dataset = toUtf8(m_datasets->currentData().toString());
    return request;
}

void ComparisonChoices::loadDatasets() {
    m_session.exchange().datasets(
        [self = QPointer<ComparisonChoices>(this)](Result<std::vector<store::DatasetInfo>> found) {
            deliverTo(self, [self, found = std::move(found)] {
                if (found.ok())
                    self->showDatasets(found.value());
            });
        });
}

void ComparisonChoices::showDatasets(const std::vector<store::DatasetInfo>& datasets) {
    const QString chosen = m_datasets->currentData().toString();
    std::set<std::string> names;  // the newest of each
    m_datasets->clear();
    for (const store::DatasetInfo& dataset : datasets)
        if (names.insert(dataset.name).second)
            m_datasets->addItem(QStringLiteral("%1 · %2").arg(toQString(dataset.name),
                                                              formatCounted(dataset.cases, tr("case"), tr("cases"))),
                                toQString(dataset.name));
    const int again = m_datasets->findData(chosen.isEmpty() ? m_history.workflow() : chosen);
    m_datasets->setCurrentIndex(std::max(again, 0));
    Q_EMIT changed();
}

void ComparisonChoices::importDataset() {
    auto* dialog =
        new QFileDialog(this, tr("Import a dataset"), {}, tr("Cases as CSV or JSON Lines (*.csv *.jsonl *.ndjson)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ComparisonChoices::importFile);
    dialog->open();
}

void ComparisonChoices::importFile(const QString& file) {
    session::DatasetFile request;
    request.file = toUtf8(file);
    request.scorers = Json::array({{{"type", "equals"}}});
    m_session.exchange().importDataset(std::move(request),
                                       [self = QPointer<ComparisonChoices>(this)](const auto& imported) {
                                           if (!imported.ok())
                                               deliverTo(self, [self, message = toQString(imported.error().message)] {
                                                   Q_EMIT self->importFailed(message);
                                               });
                                       });
}

}  // namespace touchstone::ui
