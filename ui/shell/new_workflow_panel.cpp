// SPDX-License-Identifier: GPL-3.0-or-later

#include "new_workflow_panel.h"

#include "uibase/deliver.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "uistate/workflow_list.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kLongestName = 64;  // as in the workflow schema

bool isNameStart(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isNamePart(QChar c) {
    return isNameStart(c) || c == u'.' || c == u'_' || c == u'-';
}

}  // namespace

NewWorkflowPanel::NewWorkflowPanel(session::Session& session, const Theme& theme, const WorkflowList& workflows,
                                   QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_workflows(workflows),
      m_name(new QLineEdit),
      m_create(new QPushButton(tr("Create"))),
      m_reason(new QLabel) {
    setObjectName(QStringLiteral("newWorkflowPanel"));
    m_name->setObjectName(QStringLiteral("newWorkflowName"));
    m_name->setAccessibleName(tr("Name of the workflow"));
    m_name->setMaxLength(kLongestName);
    m_name->setFixedWidth(theme.px(280));
    m_create->setObjectName(QStringLiteral("createWorkflow"));
    m_create->setIcon(theme.icon(Icon::Add));
    m_create->setToolTip(tr("Create the workflow (Enter)"));
    m_reason->setObjectName(QStringLiteral("newWorkflowReason"));
    m_reason->setTextFormat(Qt::PlainText);
    fill();
    connect(m_name, &QLineEdit::textChanged, this, &NewWorkflowPanel::validate);
    connect(m_name, &QLineEdit::returnPressed, this, &NewWorkflowPanel::create);
    connect(m_create, &QPushButton::clicked, this, &NewWorkflowPanel::create);
    hide();
}

void NewWorkflowPanel::fill() {
    auto* close = makeToolButton(m_theme, Icon::Close, tr("Close"), this, QKeySequence(Qt::Key_Escape));
    auto* head = new PanelHead(m_theme, tr("New workflow"));
    head->setNote(tr("everything that decides how one LLM feature behaves"));
    head->addWidget(close);
    auto* label = new QLabel(tr("Name"));
    label->setForegroundRole(QPalette::PlaceholderText);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(12, 8, 12, 12);
    line->setSpacing(12);
    line->addWidget(label);
    line->addWidget(m_name);
    line->addWidget(m_create);
    line->addWidget(m_reason, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addLayout(line);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
}

void NewWorkflowPanel::open() {
    m_name->setText(freeName());
    validate();
    show();
    m_name->setFocus();
    m_name->selectAll();
}

QString NewWorkflowPanel::freeName() const {
    const QString wanted = QStringLiteral("my-workflow");
    QString name = wanted;
    for (int number = 2; m_workflows.rowOf(name) >= 0; ++number)
        name = QStringLiteral("%1-%2").arg(wanted).arg(number);
    return name;
}

QString NewWorkflowPanel::problemWith(const QString& name) const {
    if (name.isEmpty())
        return tr("A workflow needs a name.");
    if (!isNameStart(name[0]))
        return tr("A name begins with a lower-case letter or a digit.");
    const auto wrong = std::find_if_not(name.begin(), name.end(), isNamePart);
    if (wrong != name.end() && wrong->isSpace())
        return tr("A name has no spaces: use “-” between words.");
    if (wrong != name.end())
        return tr("“%1” cannot stand in a name: use lower-case letters, digits, “.”, “_” and “-”.").arg(*wrong);
    if (m_workflows.rowOf(name) >= 0)
        return tr("There is a workflow “%1” already.").arg(name);
    return {};
}

void NewWorkflowPanel::validate() {
    const QString problem = problemWith(m_name->text());
    m_reason->setText(problem.isEmpty() ? QString() : QStringLiteral("✕ ") + problem);
    m_create->setEnabled(problem.isEmpty());
}

void NewWorkflowPanel::create() {
    if (!m_create->isEnabled())
        return;
    m_create->setEnabled(false);
    const QString name = m_name->text();
    m_session.authoring().createWorkflow(
        toUtf8(name), [self = QPointer<NewWorkflowPanel>(this), name](const Result<store::Draft>& made) {
            const QString problem = made.ok() ? QString() : toQString(made.error().message);
            deliverTo(self, [self, name, problem] { self->conclude(name, problem); });
        });
}

void NewWorkflowPanel::conclude(const QString& name, const QString& problem) {
    m_create->setEnabled(true);
    if (!problem.isEmpty())
        return m_reason->setText(QStringLiteral("✕ ") + problem);
    hide();
    Q_EMIT created(name);
}

void NewWorkflowPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QWidget::keyPressEvent(event);
}

void NewWorkflowPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Surface));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
}

}  // namespace touchstone::ui
