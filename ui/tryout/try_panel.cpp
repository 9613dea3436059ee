// SPDX-License-Identifier: GPL-3.0-or-later

#include "uitryout/try_panel.h"

#include "case_picker.h"
#include "outcome_panel.h"
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

}  // namespace

TryPanel::TryPanel(session::Session& session, const Theme& theme, DraftModel& draft, QWidget* parent)
    : QWidget(parent),
      m_draft(draft),
      m_theme(theme),
      m_runs(session),
      m_form(new InputForm(theme)),
      m_cases(new CasePicker(session, theme)),
      m_outcome(new OutcomePanel(session, theme, m_runs)) {
    auto* head = new PanelHead(theme, tr("Try"));
    head->addWidget(m_cases);
    auto* upper = new QWidget;
    auto* column = new QVBoxLayout(upper);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(head);
    column->addWidget(makeForm(), 1);
    column->addWidget(makeTierLine());
    auto* splitter = new Splitter(Qt::Vertical);
    splitter->setObjectName(QStringLiteral("trySplitter"));
    splitter->addWidget(upper);
    splitter->addWidget(m_outcome);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({theme.px(300), theme.px(500)});
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    wire();
}

void TryPanel::wire() {
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

QWidget* TryPanel::makeForm() {
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 8);
    column->setSpacing(8);
    column->addWidget(m_form);
    column->addStretch(1);
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    area->setFocusPolicy(Qt::NoFocus);
    area->setMinimumHeight(m_theme.px(120));
    return area;
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
    label->setFixedWidth(m_theme.px(72));
    line->addWidget(label);
    return m_tierLine;
}

void TryPanel::showDocument() {
    if (!m_shown.isEmpty() && m_form->values() != m_blocked)
        m_inputs[m_shown] = m_form->values();
    const bool other = m_shown != m_draft.workflow();
    m_shown = m_draft.workflow();
    updateSchema();
    if (!other)
        return;
    m_runs.forget();
    m_outcome->clear();
    m_cases->forget();
    m_cases->prefer(m_shown);
    if (const auto kept = m_inputs.find(m_shown); kept != m_inputs.end())
        m_form->setValues(kept->second);
    else
        fillFirstInput();
    Q_EMIT inputEdited();
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
    delete m_tiers;
    m_tiers = new SegmentedControl(m_theme, tr("Tier"));
    m_tiers->setObjectName(QStringLiteral("tiers"));
    m_tiers->setToolTip(tr("Route: as the workflow decides. Or the tier that answers whatever the rules say."));
    m_tiers->addSegment(tr("Route"));
    for (const QString& name : m_tierNames)
        m_tiers->addSegment(name);
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
    if (!m_shown.isEmpty() && m_form->values() != m_blocked)
        keep(m_shown, m_form->values());
    return {{QStringLiteral("inputs"), inputs}, {QStringLiteral("outcome"), m_outcome->saveLayout()}};
}

void TryPanel::restoreLayout(const QVariantMap& layout) {
    m_outcome->restoreLayout(layout.value(QStringLiteral("outcome")).toMap());
    const QVariantMap inputs = layout.value(QStringLiteral("inputs")).toMap();
    for (auto kept = inputs.begin(); kept != inputs.end(); ++kept)
        if (const auto input = parseJson(toUtf8(kept.value().toString())); input.ok() && input->is_object())
            m_inputs[kept.key()] = input.value();
    if (const auto kept = m_inputs.find(m_shown); kept != m_inputs.end())
        m_form->setValues(kept->second);
}

}  // namespace touchstone::ui
