// SPDX-License-Identifier: GPL-3.0-or-later

#include "add_case_bar.h"

#include "uibase/deliver.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace touchstone::ui {
namespace {

enum Expected { TheAnswer, Nothing };

}  // namespace

AddCaseBar::AddCaseBar(session::Session& session, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_dataset(new QComboBox),
      m_expected(new QComboBox),
      m_add(new QPushButton(tr("Add"))),
      m_problem(new QLabel) {
    setObjectName(QStringLiteral("addCaseBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_dataset->setObjectName(QStringLiteral("addToDataset"));
    m_dataset->setAccessibleName(tr("Dataset"));
    m_dataset->setEditable(true);
    m_dataset->lineEdit()->setPlaceholderText(tr("name of a dataset, also a new one"));
    m_expected->setObjectName(QStringLiteral("expectedAnswer"));
    m_expected->setAccessibleName(tr("What is expected"));
    m_expected->addItems({tr("this answer is right"), tr("nothing is expected yet")});
    m_add->setObjectName(QStringLiteral("addCase"));
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* close = makeToolButton(theme, Icon::Close, tr("Close"), this, QKeySequence(Qt::Key_Escape));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 8, 8);
    grid->setSpacing(8);
    grid->addWidget(new QLabel(tr("Add to dataset")), 0, 0);
    grid->addWidget(close, 0, 2);
    grid->addWidget(m_dataset, 1, 0, 1, 3);
    grid->addWidget(m_expected, 2, 0);
    grid->addWidget(m_add, 2, 1, 1, 2);
    grid->addWidget(m_problem, 3, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_add, &QPushButton::clicked, this, &AddCaseBar::add);
    connect(m_dataset->lineEdit(), &QLineEdit::returnPressed, this, &AddCaseBar::add);
    hide();
}

void AddCaseBar::open(eval::Case made) {
    m_case = std::move(made);
    m_problem->hide();
    m_add->setEnabled(true);
    m_expected->setCurrentIndex(m_case.expected ? TheAnswer : Nothing);
    m_expected->setEnabled(m_case.expected.has_value());
    listDatasets();
    show();
    m_dataset->setFocus();
}

void AddCaseBar::listDatasets() {
    m_session.exchange().datasets([self = QPointer(this)](const Result<std::vector<store::DatasetInfo>>& datasets) {
        QStringList names;
        if (datasets.ok())
            for (const store::DatasetInfo& dataset : datasets.value())
                names.append(toQString(dataset.name));
        deliverTo(self, [self, names] {
            const QString typed = self->m_dataset->currentText();
            self->m_dataset->clear();
            self->m_dataset->addItems(names);
            if (!typed.isEmpty())
                self->m_dataset->setCurrentText(typed);
        });
    });
}

void AddCaseBar::add() {
    const QString dataset = m_dataset->currentText().trimmed();
    if (!m_add->isEnabled())
        return;
    m_add->setEnabled(false);
    eval::Case made = m_case;
    if (m_expected->currentIndex() == Nothing)
        made.expected.reset();
    m_session.exchange().addCases(toUtf8(dataset), {std::move(made)},
                                  [self = QPointer(this)](const Result<session::AddedCases>& added) {
                                      deliverTo(self, [self, added] { self->conclude(added); });
                                  });
}

void AddCaseBar::conclude(const Result<session::AddedCases>& added) {
    m_add->setEnabled(true);
    if (!added.ok()) {
        m_problem->setText(QStringLiteral("✕ ") + toQString(added.error().message));
        m_problem->show();
        return;
    }
    hide();
    const QString name = toQString(added->dataset.name);
    const int cases = static_cast<int>(added->dataset.cases);
    Q_EMIT this->added(added->added == 0 ? tr("%1 has this case already.").arg(name)
                                         : tr("Added to %1, which has %n case(s) now.", nullptr, cases).arg(name));
}

void AddCaseBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return hide();
    QWidget::keyPressEvent(event);
}

}  // namespace touchstone::ui
