// SPDX-License-Identifier: GPL-3.0-or-later

#include "comparison_choices.h"

#include "side_scroll.h"
#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/history_model.h"
#include "uistate/text.h"
#include "uistate/version_mark.h"
#include "uitryout/input_form.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include <set>

namespace touchstone::ui {
namespace {

const QString kDraft = QStringLiteral("draft");
const QString kOneInput;  // the data of its entry; datasets have names
constexpr int kLeast = 2;

QComboBox* makeCombo(const char* objectName, const QString& name, int letters) {
    auto* combo = new QComboBox;
    combo->setObjectName(QString::fromLatin1(objectName));
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(letters);
    return combo;
}

}  // namespace

ComparisonChoices::ComparisonChoices(session::Session& session, const Theme& theme, HistoryModel& history,
                                     DraftModel& draft, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_history(history),
      m_draft(draft),
      m_chips(new VersionChips(theme)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new SideScroll(makeLine()));
    layout->addWidget(makeInput());
    wire();
    adoptDraft();
    adoptVersions();
    loadDatasets();
}

QWidget* ComparisonChoices::makeLine() {
    m_add = new QToolButton;
    m_add->setObjectName(QStringLiteral("addVersion"));
    m_add->setText(tr("Add version"));
    m_add->setAccessibleName(tr("Add a version"));
    m_add->setToolTip(tr("Add a version to the comparison"));
    m_add->setIcon(m_theme.icon(Icon::Add));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setAutoRaise(true);
    m_add->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_add);
    menu->setObjectName(QStringLiteral("addVersionMenu"));
    m_add->setMenu(menu);
    m_datasets = makeCombo("dataset", tr("Dataset, or one input"), 16);
    m_tiers = makeCombo("compareTier", tr("Tier: as each version routes, or one for all"), 9);
    auto* line = new QWidget;
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Base);
    m_line = new QHBoxLayout(line);
    m_line->setContentsMargins(12, 7, 12, 7);
    m_line->setSpacing(8);
    m_line->addWidget(m_chips);
    m_line->addWidget(m_add);
    m_line->addStretch(1);
    m_line->addWidget(m_datasets);
    m_line->addWidget(m_tiers);
    return line;
}

QWidget* ComparisonChoices::makeInput() {
    constexpr int kTall = 190;
    m_input = new InputForm(m_theme);
    auto* inner = new QWidget;
    auto* layout = new QVBoxLayout(inner);
    layout->setContentsMargins(12, 4, 12, 10);
    layout->addWidget(m_input);
    layout->addStretch(1);
    m_inputArea = new QScrollArea;
    m_inputArea->setObjectName(QStringLiteral("compareInput"));
    m_inputArea->setAccessibleName(tr("The input to compare on"));
    m_inputArea->setFrameShape(QFrame::NoFrame);
    m_inputArea->setWidgetResizable(true);
    m_inputArea->setWidget(inner);
    m_inputArea->setMaximumHeight(m_theme.px(kTall));
    m_inputArea->hide();
    return m_inputArea;
}

void ComparisonChoices::wire() {
    connect(m_add->menu(), &QMenu::aboutToShow, this, &ComparisonChoices::fillMenu);
    connect(m_chips, &VersionChips::removed, this, [this](int index) {
        m_references.removeAt(index);
        m_chosen = true;
        showVersions();
    });
    connect(m_chips, &VersionChips::moved, this, &ComparisonChoices::move);
    connect(m_datasets, &QComboBox::currentIndexChanged, this, [this] {
        m_inputArea->setVisible(isOneInput());
        Q_EMIT changed();
    });
    connect(m_tiers, &QComboBox::currentIndexChanged, this, &ComparisonChoices::changed);
    connect(m_input, &InputForm::edited, this, &ComparisonChoices::changed);
    connect(&m_history, &HistoryModel::refreshed, this, &ComparisonChoices::adoptVersions);
    connect(&m_draft, &DraftModel::opened, this, &ComparisonChoices::adoptDraft);
    connect(&m_draft, &DraftModel::checked, this, &ComparisonChoices::adoptDraft);
    m_changes = m_session.onChanged([self = QPointer<ComparisonChoices>(this)](store::Change change) {
        if (change == store::Change::Datasets)
            deliverTo(self, [self] { self->loadDatasets(); });
    });
}

void ComparisonChoices::addWidget(QWidget* widget) {
    m_line->addWidget(widget);
}

bool ComparisonChoices::knows(const QString& reference) const {
    if (reference == kDraft)
        return m_draft.isOpen();
    for (int row = 0; row < m_history.rowCount(); ++row)
        if (m_history.referenceAt(row) == reference)
            return true;
    return false;
}

ChipVersion ComparisonChoices::chipOf(const QString& reference) const {
    constexpr int kHash = 7;
    for (int row = 0; row < m_history.rowCount(); ++row)
        if (m_history.referenceAt(row) == reference) {
            const QModelIndex index = m_history.index(row);
            return {reference, reference, index.data(HistoryModel::IdRole).toString().left(kHash),
                    index.data(HistoryModel::NumberRole).toLongLong(),
                    index.data(HistoryModel::MessageRole).toString()};
        }
    return {reference, tr("draft of %1").arg(m_draft.branch()), m_draftHash, draftNumber(),
            tr("What stands in the editor")};
}

std::int64_t ComparisonChoices::draftNumber() const {
    return m_history.rowCount() > 0 ? m_history.index(0).data(HistoryModel::NumberRole).toLongLong() + 1 : 1;
}

void ComparisonChoices::setDraftHash(const QString& hash) {
    if (std::exchange(m_draftHash, hash) != hash)
        showVersions();
}

void ComparisonChoices::showVersions() {
    std::vector<ChipVersion> chips;
    for (const QString& reference : m_references)
        chips.push_back(chipOf(reference));
    m_chips->setVersions(chips);
    m_add->setEnabled(m_references.size() < kMostVersions);
    Q_EMIT changed();
}

void ComparisonChoices::fillMenu() {
    constexpr int kMost = 60;
    QMenu* menu = m_add->menu();
    menu->clear();
    const auto add = [&](const QString& reference, const QString& text) {
        if (m_references.contains(reference))
            return;
        QAction* action = menu->addAction(versionIcon(m_theme, chipOf(reference).mark), text);
        action->setObjectName(QStringLiteral("add.") + reference);
        connect(action, &QAction::triggered, this, [this, reference] {
            m_chosen = true;
            m_references.append(reference);
            showVersions();
        });
    };
    if (m_draft.isOpen())
        add(kDraft, tr("draft · what stands in the editor"));
    for (int row = 0; row < std::min(m_history.rowCount(), kMost); ++row)
        add(m_history.referenceAt(row), m_history.index(row).data(Qt::DisplayRole).toString());
    if (menu->isEmpty())
        menu->addAction(tr("All versions are in the comparison"))->setEnabled(false);
}

void ComparisonChoices::move(int from, int to) {
    m_chosen = true;
    m_references.move(from, to);
    showVersions();
}

void ComparisonChoices::adoptVersions() {
    if (!m_chosen)
        chooseNewestVersions();
    else
        showVersions();
}

void ComparisonChoices::chooseNewestVersions() {
    m_references.clear();
    const int parent = m_history.parentOf(0);  // not a version of another branch
    const int baseline = parent >= 0 ? parent : 1;
    if (baseline < m_history.rowCount())
        m_references.append(m_history.referenceAt(baseline));
    if (m_history.rowCount() > 0)
        m_references.append(m_history.referenceAt(0));
    if (m_references.size() == 1 && !m_draft.changes().empty())
        m_references.append(kDraft);
    showVersions();
}

void ComparisonChoices::chooseVersions(const QStringList& references) {
    m_chosen = true;
    m_references.clear();
    for (const QString& reference : references)
        if (knows(reference) && !m_references.contains(reference) && m_references.size() < kMostVersions)
            m_references.append(reference);
    showVersions();
}

void ComparisonChoices::chooseDataset(const QString& dataset) {
    if (const int index = m_datasets->findData(dataset); index >= 0)
        m_datasets->setCurrentIndex(index);
}

void ComparisonChoices::chooseInput(const Json& input) {
    m_datasets->setCurrentIndex(m_datasets->findData(kOneInput));
    m_input->setValues(input);
}

void ComparisonChoices::startOver() {
    m_chosen = false;
    chooseNewestVersions();
    chooseDataset(m_history.workflow());
}

// The form and the tiers are those of the draft, which all versions are made from.
void ComparisonChoices::adoptDraft() {
    const std::shared_ptr<const Json> document = m_draft.lastRead();
    const Json* schema = document ? memberAt(*document, "inputs") : nullptr;
    m_input->setSchema(schema ? *schema : Json::object());
    const QString chosen = m_tiers->currentData().toString();
    const QSignalBlocker quiet(m_tiers);
    m_tiers->clear();
    m_tiers->addItem(tr("as routed"), QString());
    const Json* routing = document ? memberAt(*document, "routing") : nullptr;
    if (const Json* tiers = routing ? memberAt(*routing, "tiers") : nullptr; tiers && tiers->is_object())
        for (const auto& tier : tiers->items())
            m_tiers->addItem(tr("tier %1").arg(toQString(tier.key())), toQString(tier.key()));
    m_tiers->setCurrentIndex(std::max(m_tiers->findData(chosen), 0));
    adoptVersions();
}

ComparisonChoices::Missing ComparisonChoices::missing() const {
    if (m_references.size() < kLeast)
        return m_history.rowCount() < kLeast && m_draft.changes().empty() ? Missing::Versions : Missing::Choice;
    return m_datasets->count() <= 1 && !isOneInput() ? Missing::Dataset : Missing::Nothing;
}

QString ComparisonChoices::datasetName() const {
    return m_datasets->currentData().toString();
}

bool ComparisonChoices::isOneInput() const {
    return m_datasets->count() > 0 && m_datasets->currentIndex() == m_datasets->count() - 1 &&
           m_datasets->currentIndex() >= 0 && datasetName() == kOneInput;
}

session::ExperimentRequest ComparisonChoices::request() const {
    session::ExperimentRequest request;
    request.workflow = toUtf8(m_history.workflow());
    for (const QString& reference : m_references)
        request.versions.push_back(toUtf8(reference));
    request.branch = toUtf8(m_draft.branch());
    request.tier = toUtf8(m_tiers->currentData().toString());
    if (isOneInput())
        request.input = m_input->values();
    else
        request.dataset = toUtf8(datasetName());
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
    const bool oneInput = isOneInput();
    const QString chosen = datasetName();
    {
        const QSignalBlocker quiet(m_datasets);
        std::set<std::string> names;  // the newest of each
        m_datasets->clear();
        for (const store::DatasetInfo& dataset : datasets)
            if (names.insert(dataset.name).second)
                m_datasets->addItem(
                    tr("%1 · %n case(s)", nullptr, static_cast<int>(dataset.cases)).arg(toQString(dataset.name)),
                    toQString(dataset.name));
        m_datasets->addItem(tr("One input…"), kOneInput);
        // Nobody has chosen the input by there being no dataset.
        int again =
            oneInput ? m_datasets->count() - 1 : m_datasets->findData(chosen.isEmpty() ? m_history.workflow() : chosen);
        if (again < 0)
            again = datasets.empty() ? -1 : 0;
        m_datasets->setCurrentIndex(again);
    }
    m_inputArea->setVisible(isOneInput());
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

void ComparisonChoices::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    constexpr int kNarrow = 1360;
    constexpr qsizetype kManyVersions = 3;
    m_chips->setNarrow(width() < m_theme.px(kNarrow) || m_references.size() > kManyVersions);
}

}  // namespace touchstone::ui
