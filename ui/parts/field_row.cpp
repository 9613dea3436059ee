// SPDX-License-Identifier: GPL-3.0-or-later

#include "field_row.h"

#include "json_members.h"
#include "schema/schema.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

namespace touchstone::ui {
namespace {

std::unique_ptr<schema::Schema> compiled(const Json& schema) {
    auto made = schema::Schema::compile(schema);
    return made.ok() ? std::make_unique<schema::Schema>(std::move(made).value()) : nullptr;
}

bool identical(const std::optional<Json>& a, const std::optional<Json>& b) {
    return a.has_value() == b.has_value() && (!a || ui::identical(*a, *b));
}

// With a parent from the start: showing it would open a window otherwise.
QLabel* makeWrapped(QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

}  // namespace

FieldRow::FieldRow(const Theme& theme, FieldSpec spec, const QString& part, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_spec(std::move(spec)), m_schema(compiled(m_spec.schema)) {
    buildUi(part);
    connect(m_control, &FieldControl::changed, this, &FieldRow::take);
    connect(m_reset, &QToolButton::clicked, this, &FieldRow::reset);
    connect(&theme, &Theme::themeChanged, this, &FieldRow::refresh);
    refresh();
}

FieldRow::~FieldRow() = default;

void FieldRow::buildUi(const QString& part) {
    m_label = makeWrapped(this);
    m_label->setText(m_spec.kind == FieldKind::Flag ? QString() : m_spec.title);
    m_control = makeFieldControl(m_theme, m_spec, part);
    m_label->setBuddy(m_control->input());
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* unit = new QLabel(m_spec.unit, this);
    unit->setForegroundRole(QPalette::PlaceholderText);
    m_reset = makeToolButton(m_theme, Icon::Restore, tr("Reset %1").arg(m_spec.title), this);
    m_reset->setObjectName(QStringLiteral("reset.%1.%2").arg(part, toQString(m_spec.key)));
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    auto* help = makeWrapped(this);
    help->setText(m_spec.help);
    help->setVisible(!m_spec.help.isEmpty());
    help->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*help, m_theme, TextStyle::Caption);
    m_mark = new QLabel(this);
    m_mark->setAlignment(Qt::AlignTop);
    m_note = makeWrapped(this);
    m_note->setObjectName(QStringLiteral("note.%1.%2").arg(part, toQString(m_spec.key)));

    auto* field = new QHBoxLayout;
    field->setSpacing(8);
    field->addWidget(m_control, m_spec.kind == FieldKind::Number ? 0 : 1);
    field->addWidget(unit);
    unit->setVisible(!m_spec.unit.isEmpty());
    field->addWidget(m_reset);
    if (m_spec.kind == FieldKind::Number)
        field->addStretch(1);
    auto* note = new QHBoxLayout;
    note->setSpacing(6);
    note->addWidget(m_mark);
    note->addWidget(m_note, 1);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(2);
    grid->addWidget(m_label, 0, 0);
    grid->addLayout(field, 0, 1);
    grid->addWidget(help, 1, 1);
    grid->addLayout(note, 2, 1);
    grid->setColumnStretch(1, 1);
}

int FieldRow::labelWidth() const {
    return m_label->fontMetrics().horizontalAdvance(m_label->text());
}

void FieldRow::setLabelWidth(int width) {
    m_label->setFixedWidth(width);
}

void FieldRow::focusControl() {
    m_control->input()->setFocus(Qt::OtherFocusReason);
}

void FieldRow::show(const Json* value) {
    const std::optional<Json> shown = value ? std::optional(*value) : std::nullopt;
    if (!identical(shown, m_value))
        m_problem.clear();
    m_value = shown;
    m_control->show(value);
    if (const FieldReading now = m_control->read(); now.problem.isEmpty() && identical(now.value, m_value))
        m_problem = value ? problemOf(*value) : QString();
    else if (m_problem.isEmpty())
        m_problem = now.problem;
    refresh();
}

void FieldRow::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_control->setReadOnly(readOnly);
    refresh();
}

void FieldRow::setFindings(const std::vector<Finding>& findings) {
    m_findings = findings;
    refresh();
}

QString FieldRow::problemOf(const Json& value) const {
    if (m_schema && !m_schema->isValid(value)) {
        if (!m_spec.wrong.isEmpty())
            return m_spec.wrong;
        const QString range = rangeText(m_spec);
        return range.isEmpty() ? tr("This does not fit the setting.") : tr("Write %1.").arg(range);
    }
    return m_check ? m_check(value) : QString();
}

void FieldRow::take() {
    FieldReading now = m_control->read();
    m_problem = now.problem;
    // Boxes cannot be wrong, and what stands beside them is not theirs to judge.
    if (m_problem.isEmpty() && now.value && m_spec.kind != FieldKind::Set)
        m_problem = problemOf(*now.value);
    if (m_problem.isEmpty() && !identical(now.value, m_value)) {
        m_value = now.value;
        refresh();
        Q_EMIT edited(now.value);
        return;
    }
    refresh();
}

void FieldRow::reset() {
    const bool wasSet = m_value.has_value();
    m_control->discard();
    m_control->show(nullptr);
    m_value.reset();
    m_problem.clear();
    refresh();
    focusControl();
    if (wasSet)
        Q_EMIT edited(std::nullopt);
}

std::vector<FieldRow::Note> FieldRow::notes() const {
    std::vector<Note> notes;
    if (!m_problem.isEmpty())
        notes.push_back({Severity::Error, m_problem});
    for (const Finding& finding : m_findings)
        if (finding.code != "not-supported-yet" && m_problem.isEmpty())
            notes.push_back({finding.severity, toQString(finding.text)});
    const bool refusedChoice = std::any_of(m_spec.choices.begin(), m_spec.choices.end(), [this](const auto& choice) {
        return choice.refused && m_value &&
               (*m_value == choice.value ||
                (m_value->is_array() && std::find(m_value->begin(), m_value->end(), choice.value) != m_value->end()));
    });
    if ((m_spec.refused && m_value && *m_value != false) || refusedChoice)
        notes.push_back({Severity::Warning, tr("Touchstone does not carry this out yet: a run would be refused.")});
    else if (m_spec.refused)
        notes.push_back({Severity::Info, tr("Touchstone does not carry this out yet.")});
    return notes;
}

void FieldRow::refresh() {
    const std::vector<Note> all = notes();
    QStringList lines;
    Severity worst = Severity::Info;
    for (const Note& note : all) {
        lines.append(note.text);
        worst = std::max(worst, note.severity);
    }
    const Icon icon = worst == Severity::Error ? Icon::Error : worst == Severity::Warning ? Icon::Warning : Icon::Info;
    const Role tint = worst == Severity::Error     ? Role::Worse
                      : worst == Severity::Warning ? Role::Warning
                                                   : Role::TextMuted;
    m_mark->setPixmap(m_theme.icon(icon, tint).pixmap(m_theme.px(14), m_theme.px(14)));
    m_mark->setVisible(!lines.isEmpty());
    m_note->setText(lines.join(QLatin1Char('\n')));
    m_note->setVisible(!lines.isEmpty());
    m_reset->setVisible(!m_readOnly && (m_value || !m_problem.isEmpty()));
    m_control->input()->setAccessibleDescription(QStringList({m_spec.help, m_spec.unit, m_note->text()})
                                                     .filter(QRegularExpression(QStringLiteral(".")))
                                                     .join(u' '));
}

}  // namespace touchstone::ui
