// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema_view.h"

#include "part_fields.h"
#include "part_form.h"
#include "schema_pane.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kMostWidth = 720;  // longer lines are hard to read

std::vector<Finding> below(const std::vector<Finding>& findings, const std::string& prefix) {
    std::vector<Finding> inside;
    for (Finding finding : findings)
        if (finding.pointer == prefix || finding.pointer.starts_with(prefix + "/")) {
            finding.pointer.erase(0, prefix.size());
            inside.push_back(std::move(finding));
        }
    return inside;
}

bool isBelow(const std::string& pointer, const std::string& prefix) {
    return pointer == prefix || pointer.starts_with(prefix + "/");
}

Json starterSchema() {
    return {{"type", "object"}, {"properties", Json::object()}};
}

}  // namespace

InputsView::InputsView(const Theme& theme, QWidget* parent)
    : PartView(parent), m_pane(new SchemaPane(theme, tr("input"))) {
    setObjectName(QStringLiteral("view.inputs"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pane);
    connect(m_pane, &SchemaPane::edited, this, &PartView::edited);
}

void InputsView::setPart(const Json& part) {
    m_pane->setSchema(part);
}

void InputsView::setReadOnly(bool readOnly) {
    m_pane->setReadOnly(readOnly);
}

void InputsView::setFindings(const std::vector<Finding>& findings) {
    m_pane->setFindings(below(findings, "/inputs"));
}

bool InputsView::goTo(const std::string& pointer) {
    constexpr std::string_view kPrefix = "/inputs";
    if (!isBelow(pointer, std::string(kPrefix)))
        return false;
    m_pane->goTo(pointer.substr(kPrefix.size()));
    return true;
}

OutputView::OutputView(const Theme& theme, QWidget* parent)
    : PartView(parent), m_edits({"mode", "schema", "stream_abort", "repair", "attempts"}) {
    setObjectName(QStringLiteral("view.output"));
    buildUi(theme);
    connect(m_form, &PartForm::edited, this, &OutputView::takeSettings);
    connect(m_pane, &SchemaPane::edited, this, &OutputView::takeSchema);
    connect(m_banner, &InlineBanner::actionTriggered, this, [this] { takeSchema(starterSchema(), tr("Add schema")); });
}

void OutputView::buildUi(const Theme& theme) {
    m_form = new PartForm(theme, QStringLiteral("output"), outputFields());
    m_pane = new SchemaPane(theme, tr("answer"));
    m_banner = new InlineBanner(theme);
    m_banner->setObjectName(QStringLiteral("outputBanner"));
    auto* settings = new QWidget;
    settings->setAutoFillBackground(true);
    settings->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(settings);
    column->setContentsMargins(16, 12, 16, 12);
    column->addWidget(m_form);
    const auto fit = [this, &theme] { m_form->setMaximumWidth(theme.px(kMostWidth)); };
    fit();
    connect(&theme, &Theme::themeChanged, m_form, fit);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(settings);
    layout->addWidget(m_banner);
    layout->addWidget(m_pane, 1);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
}

void OutputView::setPart(const Json& part) {
    m_form->setValue(part);
    showPart(part);
}

void OutputView::showPart(const Json& part) {
    m_part = part;
    const Json* schema = memberAt(part, "schema");
    const bool wanted = stringAt(part, "mode", "text") != "text";
    m_pane->setVisible(schema != nullptr);
    if (schema)
        m_pane->setSchema(*schema);
    if (!part.is_null() && !part.is_object())
        m_banner->showMessage(Severity::Error, tr("This part is no JSON object. Correct its source."));
    else if (wanted && !schema)
        m_banner->showMessage(Severity::Warning, tr("Answers of this mode need a schema."), {},
                              m_readOnly ? QString() : tr("Add schema"));
    else
        m_banner->hide();
    layout()->setAlignment(m_form->parentWidget(), schema ? Qt::Alignment() : Qt::AlignTop);
}

void OutputView::takeSettings(const Json& settings, const QString& what) {
    showPart(settings);
    Q_EMIT edited(m_part, what);
}

void OutputView::takeSchema(const Json& schema, const QString& what) {
    m_edits.set(m_part, "schema", schema);
    setPart(Json(m_part));
    Q_EMIT edited(m_part, what);
}

void OutputView::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_form->setReadOnly(readOnly);
    m_pane->setReadOnly(readOnly);
    showPart(Json(m_part));
}

void OutputView::setFindings(const std::vector<Finding>& findings) {
    m_form->setFindings(findings, "/output");
    m_pane->setFindings(below(findings, "/output/schema"));
}

bool OutputView::goTo(const std::string& pointer) {
    constexpr std::string_view kSchema = "/output/schema";
    if (isBelow(pointer, std::string(kSchema))) {
        if (!m_pane->isVisibleTo(this))
            return false;
        m_pane->goTo(pointer.substr(kSchema.size()));
        return true;
    }
    constexpr std::string_view kPart = "/output/";
    if (!pointer.starts_with(kPart))
        return false;
    return m_form->focusField(pointer.substr(kPart.size(), pointer.find('/', kPart.size()) - kPart.size()));
}

}  // namespace touchstone::ui
