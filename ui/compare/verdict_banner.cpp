// SPDX-License-Identifier: GPL-3.0-or-later

#include "verdict_banner.h"

#include "uibase/format.h"
#include "uibase/pill.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

namespace touchstone::ui {
namespace {

struct VerdictLook {
    PillTone tone;
    Role edge;
    Role tint;
    QString word;
};

VerdictLook lookOf(eval::Verdict verdict) {
    switch (verdict) {
        case eval::Verdict::Better:
            return {PillTone::Better, Role::Better, Role::BetterTint, VerdictBanner::tr("BETTER")};
        case eval::Verdict::Worse:
            return {PillTone::Worse, Role::Worse, Role::WorseTint, VerdictBanner::tr("WORSE")};
        case eval::Verdict::NoDifferenceShown:
            return {PillTone::Info, Role::Info, Role::InfoTint, VerdictBanner::tr("NO DIFFERENCE SHOWN")};
        case eval::Verdict::Undecided:
            break;
    }
    return {PillTone::Warning, Role::Warning, Role::WarningTint, VerdictBanner::tr("UNDECIDED")};
}

QString figuresOf(const eval::ContestantReport& contestant) {
    QStringList facts{toQString(contestant.label),
                      VerdictBanner::tr("score %1").arg(formatScore(contestant.meanScore, 3)),
                      VerdictBanner::tr("passed %1 of %2")
                          .arg(formatCount(static_cast<qint64>(contestant.passed)),
                               formatCount(static_cast<qint64>(contestant.cases))),
                      VerdictBanner::tr("p50 %1").arg(formatDuration(contestant.p50)),
                      VerdictBanner::tr("p95 %1").arg(formatDuration(contestant.p95))};
    if (contestant.cases > contestant.costUnknown) {
        const auto known = static_cast<std::int64_t>(contestant.cases - contestant.costUnknown);
        facts.append(VerdictBanner::tr("%1 per 1,000 runs")
                         .arg(formatMoney(Money::fromPicodollars(contestant.cost.picodollars() / known) * 1000)));
    }
    if (contestant.fellBack > 0)
        facts.append(VerdictBanner::tr("fell back on %1").arg(formatCount(static_cast<qint64>(contestant.fellBack))));
    return facts.join(QStringLiteral("   "));
}

}  // namespace

VerdictBanner::VerdictBanner(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_word(new Pill(theme, {})), m_sentence(new QLabel), m_figures(new QLabel) {
    setObjectName(QStringLiteral("verdict"));
    for (QLabel* label : {m_sentence, m_figures}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_sentence->setObjectName(QStringLiteral("verdictSentence"));
    setTextStyle(*m_sentence, theme, TextStyle::BodyStrong);
    setTextStyle(*m_figures, theme, TextStyle::Caption);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(16, 10, 12, 10);
    layout->setHorizontalSpacing(12);
    layout->setVerticalSpacing(4);
    layout->addWidget(m_word, 0, 0, Qt::AlignTop);
    layout->addWidget(m_sentence, 0, 1);
    layout->addWidget(m_figures, 1, 1);
    layout->setColumnStretch(1, 1);
    hide();
}

void VerdictBanner::showReport(const eval::Report& report) {
    const bool compared = !report.comparisons.empty() && !report.comparisons.front().measures.empty();
    if (compared) {
        const eval::Comparison& score = report.comparisons.front().measures.front().comparison;
        m_verdict = score.verdict;
        m_sentence->setText(toQString(score.sentence));
    } else {
        m_verdict = eval::Verdict::Undecided;
        m_sentence->setText(tr("No case was run under both versions yet."));
    }
    m_word->setTone(lookOf(m_verdict).tone);
    m_word->setText(lookOf(m_verdict).word);
    showFigures(report);
    show();
    update();
}

void VerdictBanner::showFigures(const eval::Report& report) {
    QStringList lines;
    for (const eval::ContestantReport& contestant : report.contestants)
        lines.append(figuresOf(contestant));
    m_figures->setText(lines.join(QLatin1Char('\n')));
}

QString VerdictBanner::word() const {
    return lookOf(m_verdict).word;
}

void VerdictBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(lookOf(m_verdict).tint));
    painter.fillRect(0, 0, m_theme.px(3), height(), m_theme.color(lookOf(m_verdict).edge));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Role::Border));
}

}  // namespace touchstone::ui
