// SPDX-License-Identifier: GPL-3.0-or-later

#include "server_card.h"

#include "key_line.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kMostOffered = 500;  // models in the list; any other can be typed

QString whatItIs(const ModelServer& server, ServerCard::Kind kind) {
    if (kind == ServerCard::Kind::Builtin)
        return ServerCard::tr("A small model inside Touchstone: always here, offline, free, without a key.");
    return server.baseUrl.isEmpty() ? QStringLiteral("https://api.openai.com/v1") : server.baseUrl;
}

}  // namespace

ServerCard::ServerCard(const SettingsParts& parts, const ModelServer& server, Kind kind, QWidget* parent)
    : QWidget(parent), m_parts(parts), m_server(server), m_test(parts.models) {
    setObjectName(QStringLiteral("server:") + server.name);
    setAccessibleName(tr("Provider %1").arg(server.name));
    build(kind);
    wire();
    showRunning(false);
    offerCopy();
}

void ServerCard::build(Kind kind) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(makeHead(kind));
    const bool isOpenAi = kind == Kind::Fixed && m_server.keyName.isEmpty();
    const QString keyName = isOpenAi ? QStringLiteral("OPENAI_API_KEY") : m_server.keyName;
    if (kind != Kind::Builtin && !keyName.isEmpty())
        layout->addWidget(new KeyLine(m_parts.theme, m_parts.keys, keyName));
    layout->addWidget(makeModelLine(kind));
    m_result = new InlineBanner(m_parts.theme);
    m_result->setObjectName(QStringLiteral("testResult:") + m_server.name);
    layout->addWidget(m_result);
}

QWidget* ServerCard::makeHead(Kind kind) {
    auto* head = new QWidget;
    auto* name = new ElidedLabel(m_server.name);
    setTextStyle(*name, m_parts.theme, TextStyle::BodyStrong);
    auto* place = new ElidedLabel(whatItIs(m_server, kind));
    place->setTextFormat(Qt::PlainText);
    place->setForegroundRole(QPalette::PlaceholderText);
    m_testButton = new QPushButton(head);  // shown before it is in a layout
    m_testButton->setObjectName(QStringLiteral("test:") + m_server.name);
    m_testButton->setVisible(kind != Kind::Builtin);
    m_edit = makeToolButton(m_parts.theme, Icon::Edit, tr("Edit the server %1").arg(m_server.name), head);
    m_edit->setObjectName(QStringLiteral("edit:") + m_server.name);
    m_edit->setVisible(kind == Kind::Added);
    m_remove = makeToolButton(m_parts.theme, Icon::Remove, tr("Remove the server %1").arg(m_server.name), head);
    m_remove->setObjectName(QStringLiteral("remove:") + m_server.name);
    m_remove->setVisible(kind == Kind::Added);
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(name);
    layout->addWidget(place, 1);
    layout->addWidget(m_testButton);
    layout->addWidget(m_edit);
    layout->addWidget(m_remove);
    return head;
}

QWidget* ServerCard::makeModelLine(Kind kind) {
    auto* line = new QWidget;
    m_model = new QComboBox;
    m_model->setObjectName(QStringLiteral("model:") + m_server.name);
    m_model->setAccessibleName(tr("Model of %1").arg(m_server.name));
    m_model->setEditable(kind != Kind::Builtin);
    m_model->setInsertPolicy(QComboBox::NoInsert);
    m_model->setMinimumWidth(m_parts.theme.px(120));
    if (kind == Kind::Builtin)
        m_model->addItems({QStringLiteral("builtin/small"), QStringLiteral("builtin/large")});
    else
        m_model->lineEdit()->setPlaceholderText(tr("Model (a test lists them)"));
    m_copy = new QPushButton(tr("Copy tier JSON"));
    m_copy->setIcon(m_parts.theme.icon(Icon::Copy));
    m_copy->setObjectName(QStringLiteral("copyTier:") + m_server.name);
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_model, 2);
    layout->addWidget(m_copy);
    layout->addStretch(1);
    return line;
}

void ServerCard::wire() {
    connect(m_testButton, &QPushButton::clicked, this,
            [this] { m_test.isRunning() ? m_test.cancel() : m_test.start(m_server); });
    connect(&m_test, &ConnectionTest::started, this, [this] { showRunning(true); });
    connect(&m_test, &ConnectionTest::cancelled, this, [this] { showRunning(false); });
    connect(&m_test, &ConnectionTest::answered, this, &ServerCard::showModels);
    connect(&m_test, &ConnectionTest::failed, this, &ServerCard::showFailure);
    connect(m_edit, &QToolButton::clicked, this, [this] { Q_EMIT editRequested(m_server); });
    connect(m_remove, &QToolButton::clicked, this, [this] { m_parts.servers.remove(m_server.name); });
    connect(m_copy, &QPushButton::clicked, this, &ServerCard::copyTier);
    connect(m_model, &QComboBox::currentTextChanged, this, &ServerCard::offerCopy);
}

void ServerCard::showRunning(bool running) {
    m_testButton->setText(running ? tr("Cancel the test") : tr("Test connection"));
    m_testButton->setIcon(m_parts.theme.icon(running ? Icon::Stop : Icon::Plug));
    m_testButton->setAccessibleName(
        (running ? tr("Cancel the test of %1") : tr("Test the connection to %1")).arg(m_server.name));
    if (running)
        m_result->showMessage(Severity::Info, tr("Asking %1 for its models…").arg(m_server.name));
    else
        m_result->hide();
}

void ServerCard::showModels(const QStringList& models, std::chrono::milliseconds latency) {
    showRunning(false);
    const QString typed = m_model->currentText();
    m_model->clear();
    m_model->addItems(models.mid(0, kMostOffered));
    if (!typed.isEmpty())
        m_model->setEditText(typed);
    m_result->showMessage(Severity::Info,
                          tr("It works: %n model(s), answered in %1.", nullptr, static_cast<int>(models.size()))
                              .arg(formatDuration(latency)));
    offerCopy();
}

void ServerCard::showFailure(const QString& message, const QString& words) {
    showRunning(false);
    m_result->showMessage(Severity::Error, message,
                          words.isEmpty() ? QString() : tr("In the server's own words: %1").arg(words));
}

void ServerCard::offerCopy() {
    const bool hasModel = !m_model->currentText().trimmed().isEmpty();
    m_copy->setEnabled(hasModel);
    m_copy->setToolTip(hasModel ? tr("For the tiers in a workflow's routing; the key is named there, never written")
                                : tr("Name a model first"));
}

void ServerCard::copyTier() {
    QGuiApplication::clipboard()->setText(tierJson(m_server, m_model->currentText().trimmed()));
    m_result->showMessage(Severity::Info,
                          tr("Copied. In Author, open Routing and paste it as a tier; the version then states address "
                             "and name of the key itself."));
}

void ServerCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_parts.theme.color(Role::Border));
    painter.setBrush(m_parts.theme.color(Role::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

}  // namespace touchstone::ui
