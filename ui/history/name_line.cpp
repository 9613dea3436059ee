// SPDX-License-Identifier: GPL-3.0-or-later

#include "name_line.h"

#include "uibase/theme.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace touchstone::ui {

NameLine::NameLine(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_question(new QLabel),
      m_name(new QLineEdit),
      m_ok(new QPushButton(tr("OK"))),
      m_problem(new QLabel) {
    setObjectName(QStringLiteral("nameLine"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_name->setObjectName(QStringLiteral("newName"));
    m_name->setMaxLength(64);
    m_ok->setObjectName(QStringLiteral("acceptName"));
    m_problem->setObjectName(QStringLiteral("nameProblem"));
    m_problem->setWordWrap(true);
    m_question->setWordWrap(true);
    setTextStyle(*m_problem, theme, TextStyle::Caption);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setSpacing(6);
    grid->addWidget(m_question, 0, 0, 1, 2);
    grid->addWidget(m_name, 1, 0);
    grid->addWidget(m_ok, 1, 1);
    grid->addWidget(m_problem, 2, 0, 1, 2);
    connect(m_ok, &QPushButton::clicked, this, &NameLine::accept);
    connect(m_name, &QLineEdit::returnPressed, this, &NameLine::accept);
    connect(m_name, &QLineEdit::textChanged, m_problem, &QWidget::hide);
    hide();
}

void NameLine::ask(const QString& question, std::function<void(const QString&)> accept) {
    m_accept = std::move(accept);
    m_question->setText(question);
    m_name->setAccessibleName(question);
    m_name->clear();
    m_problem->hide();
    m_ok->setEnabled(true);
    show();
    m_name->setFocus();
}

void NameLine::accept() {
    if (m_name->text().trimmed().isEmpty() || !m_ok->isEnabled())
        return;
    m_ok->setEnabled(false);
    m_accept(m_name->text().trimmed());
}

void NameLine::finish() {
    m_accept = {};
    hide();
}

void NameLine::fail(const QString& why) {
    m_ok->setEnabled(true);
    m_problem->setText(QStringLiteral("✕ ") + why);
    m_problem->show();
    m_name->setFocus();
}

void NameLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return finish();
    QWidget::keyPressEvent(event);
}

}  // namespace touchstone::ui
