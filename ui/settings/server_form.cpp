// SPDX-License-Identifier: GPL-3.0-or-later

#include "server_form.h"

#include "uibase/link_button.h"
#include "uibase/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <array>

namespace touchstone::ui {
namespace {

struct Preset {
    const char* title;
    const char* name;
    const char* url;
    const char* key;
};

// Servers that speak OpenAI's Chat Completions with a bearer key, as their makers document it.
constexpr std::array kPresets = {
    Preset{"Ollama", "ollama", "http://localhost:11434/v1", ""},
    Preset{"LM Studio", "lmstudio", "http://localhost:1234/v1", ""},
    Preset{"llama.cpp", "llamacpp", "http://localhost:8080/v1", ""},
    Preset{"vLLM", "vllm", "http://localhost:8000/v1", ""},
    Preset{"OpenRouter", "openrouter", "https://openrouter.ai/api/v1", "OPENROUTER_API_KEY"},
    Preset{"Groq", "groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY"},
    Preset{"Mistral", "mistral", "https://api.mistral.ai/v1", "MISTRAL_API_KEY"},
    Preset{"DeepSeek", "deepseek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY"},
};

QLineEdit* makeLine(const QString& objectName, const QString& name, const QString& example) {
    auto* line = new QLineEdit;
    line->setObjectName(objectName);
    line->setAccessibleName(name);
    line->setPlaceholderText(example);
    return line;
}

}  // namespace

ServerForm::ServerForm(const Theme& theme, ModelServers& servers, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_servers(servers),
      m_title(new QLabel),
      m_preset(new QComboBox),
      m_name(makeLine(QStringLiteral("serverName"), tr("Name of the server"), QStringLiteral("ollama"))),
      m_url(makeLine(QStringLiteral("serverUrl"), tr("Base URL"), QStringLiteral("http://localhost:11434/v1"))),
      m_key(makeLine(QStringLiteral("serverKey"), tr("Name of its key"), tr("empty if it wants no key"))),
      m_save(new QPushButton),
      m_cancel(new LinkButton(theme)),
      m_reason(new QLabel) {
    setObjectName(QStringLiteral("serverForm"));
    build();
    wire();
    hide();
}

void ServerForm::build() {
    setTextStyle(*m_title, m_theme, TextStyle::BodyStrong);
    m_preset->setObjectName(QStringLiteral("serverPreset"));
    m_preset->setAccessibleName(tr("Kind of server"));
    m_preset->addItem(tr("Any OpenAI-compatible server"));
    for (const Preset& preset : kPresets)
        m_preset->addItem(QString::fromLatin1(preset.title));
    m_save->setObjectName(QStringLiteral("saveServer"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("cancelServer"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    m_reason->setWordWrap(true);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_reason, 1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(12, 10, 12, 12);
    form->setSpacing(8);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(m_title);
    form->addRow(tr("Kind"), m_preset);
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Base URL"), m_url);
    form->addRow(tr("Name of its key"), m_key);
    form->addRow(buttons);
}

void ServerForm::wire() {
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        const Preset none{"", "", "", ""};
        const Preset& preset = index > 0 ? kPresets[static_cast<std::size_t>(index - 1)] : none;
        fill({QString::fromLatin1(preset.name), QString::fromLatin1(preset.url), QString::fromLatin1(preset.key)});
    });
    for (QLineEdit* line : {m_name, m_url, m_key}) {
        connect(line, &QLineEdit::textChanged, this, &ServerForm::validate);
        connect(line, &QLineEdit::returnPressed, m_save, &QPushButton::click);
    }
    connect(m_save, &QPushButton::clicked, this, &ServerForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::hide);
}

void ServerForm::openNew() {
    m_before.clear();
    m_title->setText(tr("Add a server"));
    m_save->setText(tr("Add"));
    m_preset->setCurrentIndex(0);
    fill({});
    show();
    m_preset->setFocus();
}

void ServerForm::openFor(const ModelServer& server) {
    m_before = server.name;
    m_title->setText(tr("Edit the server %1").arg(server.name));
    m_save->setText(tr("Save"));
    m_preset->setCurrentIndex(0);
    fill(server);
    show();
    m_name->setFocus();
}

void ServerForm::fill(const ModelServer& server) {
    m_name->setText(server.name);
    m_url->setText(server.baseUrl);
    m_key->setText(server.keyName);
    validate();
}

ModelServer ServerForm::entered() const {
    return {m_name->text().trimmed(), m_url->text().trimmed(), m_key->text().trimmed()};
}

QString ServerForm::problem() const {
    const ModelServer server = entered();
    const auto isNamed = [&server](const ModelServer& each) { return each.name == server.name; };
    const bool isTaken = std::any_of(m_servers.list().begin(), m_servers.list().end(), isNamed);
    if (server.name == QStringLiteral("openai") || (isTaken && server.name != m_before))
        return tr("There is a provider %1 already.").arg(server.name);
    if (!isTaken && m_before.isEmpty() && m_servers.list().size() >= ModelServers::kMost)
        return tr("There are %1 servers already; remove one first.").arg(ModelServers::kMost);
    return ModelServers::problemWith(server);
}

void ServerForm::validate() {
    const QString reason = problem();
    m_reason->setText(reason);
    m_save->setEnabled(reason.isEmpty());
}

void ServerForm::save() {
    const ModelServer server = entered();
    if (!m_before.isEmpty() && m_before != server.name)
        m_servers.remove(m_before);
    m_servers.put(server);
    hide();
}

void ServerForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return hide();
    QWidget::keyPressEvent(event);
}

void ServerForm::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Role::Border));
    painter.setBrush(m_theme.color(Role::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace touchstone::ui
