// SPDX-License-Identifier: GPL-3.0-or-later

#include "pinned_run.h"

#include "answer_view.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace touchstone::ui {

PinnedRun::PinnedRun(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_title(new ElidedLabel), m_answer(new AnswerView(theme, tr("Pinned answer"))) {
    setObjectName(QStringLiteral("pinnedRun"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(QStringLiteral("pinnedTitle"));
    setTextStyle(*m_title, theme, TextStyle::Caption);
    auto* unpin = makeToolButton(theme, Icon::Close, tr("Unpin"), this);
    unpin->setObjectName(QStringLiteral("unpin"));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(12, 4, 8, 0);
    line->addWidget(m_title, 1);
    line->addWidget(unpin);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_answer, 1);
    connect(unpin, &QToolButton::clicked, this, &PinnedRun::unpinRequested);
}

void PinnedRun::showRun(const TriedRun& run) {
    const trace::Summary& summary = run.outcome->trace.summary;
    const QStringList facts{tr("pinned: run %1").arg(run.number), toQString(summary.tier),
                            formatDuration(summary.duration), formatMoney(summary.cost)};
    m_title->setText(facts.join(QStringLiteral(" · ")));
    m_answer->showOutcome(run.outcome);
}

}  // namespace touchstone::ui
