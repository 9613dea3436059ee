// SPDX-License-Identifier: GPL-3.0-or-later

#include "uitryout/try_panel.h"

#include "case_picker.h"
#include "outcome_panel.h"
#include "run_recall.h"
#include "uibase/panel_head.h"
#include "uibase/segmented_control.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "uitryout/input_form.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr std::size_t kLargestKept = 16U << 10U;  // bytes of an input
constexpr int kLeastForm = 64;                    // design pixels
constexpr int kSideBySide = 560;
constexpr int kMostShare = 2000;
const QString kTiers = QStringLiteral("tiers");
const QString kRuns = QStringLiteral("runs");
const QString kShares[] = {QStringLiteral("formWidth"), QStringLiteral("formHeight")};

}  // namespace

TryPanel::TryPanel(session::Session& session, const Theme& theme, DraftModel& draft, QWidget* parent)
    : QWidget(parent),
      m_draft(draft),
      m_theme(theme),
      m_runs(session),
      m_form(new InputForm(theme)),
      m_cases(new CasePicker(session, theme)),
      m_outcome(new OutcomePanel(session, theme, m_runs)),
      m_splitter(new Splitter(Qt::Vertical)),
      m_recall(new RunRecall(session, this)) {
    setObjectName(QStringLiteral("try"));
    m_splitter->addWidget(makeUpper());
    m_splitter->addWidget(m_outcome);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    wire();
}

QWidget* TryPanel::makeUpper() {
    auto* head = new PanelHead(m_theme, tr("Try"));
    head->addWidget(m_cases);
    makeForm();
    auto* upper = new QWidget;
    upper->setAutoFillBackground(true);
    upper->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(m_area, 1);
    column->addWidget(makeTierLine());
    column->addStretch(0);
    return upper;
}

void TryPanel::wire() {
    connect(m_splitter, &QSplitter::splitterMoved, this, &TryPanel::keepShare);
    connect(&m_theme, &Theme::themeChanged, this, &TryPanel::arrange);
    connect(m_recall, &RunRecall::found, m_outcome, &OutcomePanel::bringBack);
    connect(&m_runs, &RunController::finished, this, [this] {
        if (m_runs.outcome()->status == trace::Status::Blocked)
            m_blocked = m_form->values();
        if (const auto& problem = m_runs.outcome()->inputProblem)
            m_form->showProblem(problem->place, toQString(problem->message));
    });
    connect(m_outcome, &OutcomePanel::runRequested, this, &TryPanel::run);
    connect(m_outcome, &OutcomePanel::goToRequested, this, &TryPanel::goToRequested);
    connect(m_cases, &CasePicker::picked, this, [this](const eval::Case& picked) { setInput(picked.input); });
    connect(m_form, &InputForm::edited, m_cases, &CasePicker::forget);
    connect(m_form, &InputForm::edited, this, &TryPanel::inputEdited);
    connect(&m_draft, &DraftModel::opened, this, &TryPanel::showDocument);
    connect(&m_draft, &DraftModel::checked, this, &TryPanel::updateSchema);
}

void TryPanel::setInput(const Json& input) {
    {
        const QSignalBlocker quiet(m_form);
        m_form->setValues(input);
    }
    Q_EMIT inputEdited();
}

void TryPanel::makeForm() {
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_form);
    column->addStretch(1);
    m_area = new QScrollArea;
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    m_area->setFocusPolicy(Qt::NoFocus);
    content->installEventFilter(this);
}

bool TryPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LayoutRequest && watched == m_area->widget())
        arrange();
    return QWidget::eventFilter(watched, event);
}

void TryPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

// All its fields, where that leaves the answer half of the room.
int TryPanel::formHeight() const {
    const int area = std::clamp(m_area->sizeHint().height(), m_area->minimumHeight(), m_area->maximumHeight());
    const int around = m_splitter->widget(0)->sizeHint().height() - area;
    return std::min(around + m_area->maximumHeight(), height() / 2);
}

void TryPanel::arrange() {
    const QLayout* fields = m_area->widget()->layout();
    const int wanted = fields->hasHeightForWidth() ? fields->totalHeightForWidth(m_area->viewport()->width())
                                                   : fields->totalSizeHint().height();
    m_area->setMaximumHeight(std::max(wanted, m_theme.px(kLeastForm)));
    m_area->setMinimumHeight(std::min(m_area->maximumHeight(), m_theme.px(kLeastForm)));
    const bool beside = width() > height() && width() >= m_theme.px(kSideBySide);
    m_splitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
    const int whole = beside ? width() : height();
    const int chosen = m_theme.px(m_share[beside ? 0 : 1]);
    const int form = chosen > 0 ? chosen : beside ? whole * 2 / 5 : formHeight();
    m_splitter->setSizes({form, std::max(whole - form, 1)});
}

void TryPanel::keepShare() {
    const bool beside = m_splitter->orientation() == Qt::Horizontal;
    m_share[beside ? 0 : 1] = qRound(m_splitter->sizes().value(0) / m_theme.zoom());
}

// Below the inputs, not among them: it is in sight however many there are.
QWidget* TryPanel::makeTierLine() {
    m_tierLine = new QWidget;
    m_tierLine->setAutoFillBackground(true);
    m_tierLine->setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(m_tierLine);
    line->setContentsMargins(12, 4, 12, 12);
    line->setSpacing(12);
    auto* label = new QLabel(tr("Tier"));
    label->setForegroundRole(QPalette::PlaceholderText);
    const auto fit = [this, label] { label->setFixedWidth(m_theme.px(72)); };
    fit();
    connect(&m_theme, &Theme::themeChanged, label, fit);
    line->addWidget(label);
    return m_tierLine;
}

void TryPanel::showDocument() {
    const bool other = m_shown != m_draft.workflow();
    if (!m_shown.isEmpty()) {
        keepInput();
        keepTier();
        if (other)
            m_runsOf[m_shown] = m_outcome->runs();
    }
    m_shown = m_draft.workflow();
    updateSchema();
    if (other)
        bringBack();
}

// What was tried with this workflow before, also by an earlier window.
void TryPanel::bringBack() {
    m_runs.forget();
    m_outcome->clear();
    m_cases->forget();
    m_cases->prefer(m_shown);
    m_recall->find(m_runsOf.value(m_shown).toMap());
    if (const auto kept = m_inputs.find(m_shown); kept != m_inputs.end())
        m_form->setValues(kept->second);
    else
        fillFirstInput();
    Q_EMIT inputEdited();
}

void TryPanel::keepInput() {
    if (m_form->values() != m_blocked)
        m_inputs[m_shown] = m_form->values();
}

void TryPanel::keepTier() {
    m_tierOf[m_shown] = toQString(tier());
}

// Something to run at once: the first few-shot example's input.
void TryPanel::fillFirstInput() {
    if (const Json* input = resolvePointer(m_draft.document(), "/prompt/examples/0/input"))
        m_form->setValues(*input);
}

void TryPanel::updateSchema() {
    const Json* schema = memberAt(m_draft.document(), "inputs");
    m_form->setSchema(schema ? *schema : Json::object());
    updateTiers();
    Q_EMIT inputEdited();
}

void TryPanel::updateTiers() {
    QStringList names;
    if (const Json* tiers = resolvePointer(m_draft.document(), "/routing/tiers"); tiers && tiers->is_object())
        for (const auto& tier : tiers->items())
            names.append(toQString(tier.key()));
    if (m_tiers && names == m_tierNames)
        return;
    m_tierNames = names;
    makeTiers();
}

void TryPanel::makeTiers() {
    delete m_tiers;
    m_tiers = new SegmentedControl(m_theme, tr("Tier"));
    m_tiers->setObjectName(QStringLiteral("tiers"));
    m_tiers->setToolTip(tr("Route: as the workflow decides. Or the tier that answers whatever the rules say."));
    m_tiers->addSegment(tr("Route"));
    for (const QString& name : m_tierNames)
        m_tiers->addSegment(name);
    m_tiers->setCurrentIndex(static_cast<int>(m_tierNames.indexOf(m_tierOf.value(m_shown).toString())) + 1);
    connect(m_tiers, &SegmentedControl::currentChanged, this, &TryPanel::keepTier);
    connect(m_tiers, &SegmentedControl::currentChanged, this, &TryPanel::inputEdited);
    auto* line = static_cast<QHBoxLayout*>(m_tierLine->layout());
    line->addWidget(m_tiers);
    line->setStretch(0, 0);
    line->setAlignment(m_tiers, Qt::AlignLeft);
    m_tierLine->setVisible(!m_tierNames.isEmpty());
}

Json TryPanel::input() const {
    return m_form->values();
}

std::string TryPanel::tier() const {
    return m_tiers && m_tiers->currentIndex() > 0 ? toUtf8(m_tierNames[m_tiers->currentIndex() - 1]) : std::string();
}

void TryPanel::run() {
    if (!m_draft.isOpen())
        return;
    session::RunInput request;
    request.subject.text = m_draft.text();
    request.input = input();
    request.tier = tier();
    m_outcome->setDocument(std::make_shared<const std::string>(request.subject.text));
    m_runs.run(std::move(request));
}

QVariantMap TryPanel::saveLayout() const {
    QVariantMap inputs;
    const auto keep = [&inputs](const QString& workflow, const Json& input) {
        if (const std::string text = toText(input); text.size() <= kLargestKept)
            inputs[workflow] = toQString(text);
    };
    for (const auto& [workflow, input] : m_inputs)
        keep(workflow, input);
    inputs.remove(m_shown);
    QVariantMap runs = m_runsOf;
    if (!m_shown.isEmpty()) {
        runs[m_shown] = m_outcome->runs();
        if (m_form->values() != m_blocked)
            keep(m_shown, m_form->values());
    }
    return {{QStringLiteral("inputs"), inputs},
            {QStringLiteral("outcome"), m_outcome->saveLayout()},
            {kTiers, m_tierOf},
            {kRuns, runs},
            {kShares[0], m_share[0]},
            {kShares[1], m_share[1]}};
}

void TryPanel::restoreLayout(const QVariantMap& layout) {
    m_outcome->restoreLayout(layout.value(QStringLiteral("outcome")).toMap());
    m_tierOf = layout.value(kTiers).toMap();
    m_runsOf = layout.value(kRuns).toMap();
    for (std::size_t i = 0; i < m_share.size(); ++i)
        m_share[i] = std::clamp(layout.value(kShares[i]).toInt(), 0, kMostShare);
    restoreInputs(layout.value(QStringLiteral("inputs")).toMap());
    if (m_shown.isEmpty())
        return;
    makeTiers();
    bringBack();
}

void TryPanel::restoreInputs(const QVariantMap& inputs) {
    for (auto kept = inputs.begin(); kept != inputs.end(); ++kept)
        if (const auto input = parseJson(toUtf8(kept.value().toString())); input.ok() && input->is_object())
            m_inputs[kept.key()] = input.value();
}

}  // namespace touchstone::ui
