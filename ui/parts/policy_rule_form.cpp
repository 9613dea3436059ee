// SPDX-License-Identifier: GPL-3.0-or-later

#include "policy_rule_form.h"

#include "engine/prepared.h"
#include "expression_findings.h"
#include "part_form.h"
#include "policy/detectors.h"
#include "policy_model.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "workflow/parse.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr const char* kKinds[] = {"pii", "terms", "regex", "when"};

Json starter(const std::string& kind) {
    if (kind == "pii")
        return {{"pii", {"email"}}};
    if (kind == "terms")
        return {{"terms", {"confidential"}}};
    if (kind == "regex")
        return {{"regex", "[0-9]{6}"}};
    return {{"when", "'refund' in text"}};
}

// The schema of a member of a rule, which says range, pattern and words.
Json schemaOf(const std::string& pointer) {
    const Json* schema = resolvePointer(workflow::documentSchema(), "/properties/policy/items/properties" + pointer);
    return schema ? *schema : Json::object();
}

bool isRefused(const Json& rule) {
    return !engine::unsupportedSettings({{"policy", Json::array({rule})}}).empty();
}

QString piiText(std::string_view kind) {
    if (kind == "email")
        return PolicyRuleForm::tr("e-mail");
    if (kind == "card")
        return PolicyRuleForm::tr("card number");
    if (kind == "iban")
        return PolicyRuleForm::tr("IBAN");
    if (kind == "phone")
        return PolicyRuleForm::tr("phone");
    return kind == "ip" ? PolicyRuleForm::tr("IP address") : toQString(kind);
}

std::vector<FieldSpec> placeFields() {
    FieldSpec id{"id", FieldKind::Line, PolicyRuleForm::tr("Name")};
    id.help = PolicyRuleForm::tr("Names the rule in traces and reports.");
    id.schema = schemaOf("/id");
    id.wrong = PolicyRuleForm::tr("Write small letters, digits, dots, dashes and underscores, at most 64.");
    FieldSpec stage{"stage", FieldKind::Choice, PolicyRuleForm::tr("Stage")};
    stage.help = PolicyRuleForm::tr("Which text is looked at.");
    for (const char* each : {"input", "context", "output", "tool"})
        stage.choices.push_back({each, stageText(each), isRefused({{"stage", each}})});
    return {std::move(id), std::move(stage)};
}

std::vector<FieldSpec> detectFields() {
    FieldSpec pii{"pii", FieldKind::Set, PolicyRuleForm::tr("Kinds")};
    for (const std::string_view kind : policy::piiKinds())
        pii.choices.push_back({std::string(kind), piiText(kind)});
    FieldSpec terms{"terms", FieldKind::Values, PolicyRuleForm::tr("Terms")};
    terms.help = PolicyRuleForm::tr("Words or phrases regardless of case, separated by commas.");
    terms.schema = {{"items", {{"type", "string"}}}};
    FieldSpec whole{"whole_word", FieldKind::Flag, PolicyRuleForm::tr("Whole words only")};
    whole.schema = {{"default", true}};
    FieldSpec regex{"regex", FieldKind::Code, PolicyRuleForm::tr("Pattern")};
    regex.help = PolicyRuleForm::tr("A regular expression in the syntax of RE2.");
    FieldSpec when{"when", FieldKind::Code, PolicyRuleForm::tr("Condition")};
    when.help = PolicyRuleForm::tr("Over the input fields; “text” is the text that is looked at.");
    return {std::move(pii), std::move(terms), std::move(whole), std::move(regex), std::move(when)};
}

std::vector<FieldSpec> answerFields(std::function<QStringList()> tiers) {
    FieldSpec action{"action", FieldKind::Choice, PolicyRuleForm::tr("Action")};
    action.help = PolicyRuleForm::tr(
        "Block ends the run, redact masks what was found, flag only marks the trace, "
        "route sends the run to another tier.");
    for (const char* each : {"block", "redact", "flag", "route"})
        action.choices.push_back({each, actionText(each)});
    FieldSpec to{"to", FieldKind::Line, PolicyRuleForm::tr("To tier")};
    to.suggestions = std::move(tiers);
    FieldSpec message{"message", FieldKind::Line, PolicyRuleForm::tr("Message")};
    message.help = PolicyRuleForm::tr("What the caller is told when the run is blocked.");
    message.schema = schemaOf("/message");
    return {std::move(action), std::move(to), std::move(message)};
}

QLabel* makeSection(const Theme& theme, const QString& title) {
    auto* label = new QLabel(title);
    setTextStyle(*label, theme, TextStyle::BodyStrong);
    return label;
}

}  // namespace

PolicyRuleForm::PolicyRuleForm(const Theme& theme, std::function<QStringList()> tiers, QWidget* parent)
    : QWidget(parent), m_theme(theme) {
    buildUi(std::move(tiers));
    connect(m_place, &PartForm::edited, this, &PolicyRuleForm::takeRule);
    connect(m_answer, &PartForm::edited, this, &PolicyRuleForm::takeRule);
    connect(m_detect, &PartForm::edited, this, &PolicyRuleForm::takeDetect);
    connect(m_kinds, &QComboBox::activated, this, &PolicyRuleForm::changeKind);
}

void PolicyRuleForm::buildUi(std::function<QStringList()> tiers) {
    m_place = new PartForm(m_theme, QStringLiteral("policy"), placeFields());
    m_kinds = new QComboBox;
    m_kinds->setObjectName(QStringLiteral("policy.kind"));
    m_kinds->setAccessibleName(tr("What the rule looks for"));
    m_kinds->addItems({tr("Personal data"), tr("Terms"), tr("Regular expression"), tr("A condition")});
    m_detect = new PartForm(m_theme, QStringLiteral("policy.detect"), detectFields());
    m_answer = new PartForm(m_theme, QStringLiteral("policy"), answerFields(std::move(tiers)));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_place);
    layout->addWidget(makeSection(m_theme, tr("Looks for")));
    layout->addWidget(m_kinds);
    layout->addWidget(m_detect);
    layout->addWidget(makeSection(m_theme, tr("Then")));
    layout->addWidget(m_answer);
    layout->addStretch(1);
}

std::string PolicyRuleForm::kind() const {
    if (const Json* detect = memberAt(m_rule, "detect"))
        for (const char* kind : kKinds)
            if (memberAt(*detect, kind))
                return kind;
    return {};
}

void PolicyRuleForm::setRule(const Json& rule, const std::string& pointer) {
    if (pointer != m_pointer)
        m_left.clear();
    m_rule = rule;
    m_pointer = pointer;
    refresh();
}

void PolicyRuleForm::refresh() {
    const std::string shown = kind();
    m_place->setValue(m_rule);
    m_answer->setValue(m_rule);
    const Json* detect = memberAt(m_rule, "detect");
    m_detect->setValue(detect ? *detect : Json());
    const auto* place = std::ranges::find(kKinds, shown);
    m_kinds->setCurrentIndex(place == std::end(kKinds) ? -1 : static_cast<int>(place - kKinds));
    m_kinds->setEnabled(!m_readOnly && m_rule.is_object());
    for (const char* each : kKinds)
        m_detect->setFieldVisible(each, shown == each);
    m_detect->setFieldVisible("whole_word", shown == "terms");
    const bool routes = stringAt(m_rule, "action") == "route" || memberAt(m_rule, "to");
    m_answer->setFieldVisible("to", routes);
    m_answer->setFieldVisible("message", stringAt(m_rule, "action") == "block" || memberAt(m_rule, "message"));
    setFindings(m_findings);
}

void PolicyRuleForm::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    for (PartForm* form : {m_place, m_detect, m_answer})
        form->setReadOnly(readOnly);
    m_kinds->setEnabled(!readOnly && m_rule.is_object());
}

void PolicyRuleForm::setFindings(const std::vector<Finding>& findings) {
    m_findings = findings;
    const std::vector<Finding> all = withLiveFindings(findings, detectorFindings(m_pointer, m_rule));
    m_place->setFindings(all, m_pointer);
    m_answer->setFindings(all, m_pointer);
    m_detect->setFindings(all, m_pointer + "/detect");
}

void PolicyRuleForm::report(const QString& what) {
    refresh();
    Q_EMIT edited(m_rule, what);
}

// The forms of the outer object hold the whole rule, so what one of them changed is all there is.
void PolicyRuleForm::takeRule(const Json& rule, const QString& what) {
    const bool routed = stringAt(m_rule, "action") == "route";
    m_rule = rule;
    if (routed && stringAt(m_rule, "action") != "route" && memberAt(m_rule, "to")) {
        m_left["to"] = m_rule["to"];
        m_rule.erase("to");
    } else if (!routed && stringAt(m_rule, "action") == "route" && m_left.contains("to") && !memberAt(m_rule, "to")) {
        m_rule["to"] = m_left["to"];
    }
    report(what);
}

void PolicyRuleForm::takeDetect(const Json& detect, const QString& what) {
    m_rule["detect"] = detect;
    report(what);
}

// A kind that was left comes back as it was.
void PolicyRuleForm::changeKind(int index) {
    const std::string before = kind();
    const std::string now = kKinds[index];
    if (before == now)
        return;
    if (!before.empty())
        m_left[before] = m_rule["detect"];
    m_rule["detect"] = m_left.contains(now) ? m_left[now] : starter(now);
    report(tr("Change what the rule looks for"));
}

bool PolicyRuleForm::goTo(const std::string& pointer) {
    if (!pointer.starts_with(m_pointer + "/"))
        return false;
    std::string key = pointer.substr(m_pointer.size() + 1);
    if (key.starts_with("detect/"))
        return m_detect->focusField(key.substr(7, key.find('/', 7) - 7));
    key = key.substr(0, key.find('/'));
    return m_place->focusField(key) || m_answer->focusField(key);
}

void PolicyRuleForm::focusFirst() {
    m_place->focusField("id");
}

}  // namespace touchstone::ui
