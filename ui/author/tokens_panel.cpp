// SPDX-License-Identifier: GPL-3.0-or-later

#include "tokens_panel.h"

#include "preview_words.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uirunview/messages_view.h"
#include "uistate/text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace touchstone::ui {
namespace {

QString lines(const std::vector<std::string>& texts) {
    QStringList all;
    for (const std::string& text : texts)
        all.append(toQString(text));
    return all.join(QLatin1Char('\n'));
}

QString policyLines(const std::vector<trace::PolicyRecord>& records) {
    QStringList all;
    for (const trace::PolicyRecord& record : records)
        all.append(TokensPanel::tr("%1 (%2): %n hit(s) in %3", nullptr, static_cast<int>(record.hits))
                       .arg(toQString(record.rule), toQString(record.action), toQString(record.where)));
    return all.join(QLatin1Char('\n'));
}

// REQUIRES: the preview has a tier.
QString windowText(const session::Preview& preview) {
    if (!preview.tier->window)
        return TokensPanel::tr("not known; say it in the routing, at the tier's “Context window”");
    const std::int64_t over = preview.tokens.total + preview.tier->longestReply.value_or(0) - *preview.tier->window;
    const QString window = formatTokens(*preview.tier->window);
    return over > 0 ? TokensPanel::tr("%1, too small by %2: this tier is not asked").arg(window, formatTokens(over))
                    : window;
}

QLabel* makeLabel(bool muted) {
    auto* label = new QLabel;
    label->setTextFormat(Qt::PlainText);
    if (muted)
        label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

}  // namespace

TokensPanel::TokensPanel(const Theme& theme, QWidget* parent) : QScrollArea(parent) {
    setObjectName(QStringLiteral("tokensPanel"));
    setAccessibleName(tr("Tokens and cost"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* content = new QWidget;
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Base);
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(12, 8, 12, 8);
    columns->setSpacing(32);
    columns->addWidget(makeCounts(theme), 0, Qt::AlignTop);
    columns->addWidget(makeFacts(theme), 1, Qt::AlignTop);
    setWidget(content);
    setPreview(nullptr);
}

QWidget* TokensPanel::makeCounts(const Theme& theme) {
    auto* counts = new QWidget;
    auto* grid = new QGridLayout(counts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const int row = static_cast<int>(i);
        const bool all = i == engine::kPromptPartCount;
        auto* name = makeLabel(true);
        name->setText(all ? tr("all") : promptPartName(static_cast<session::PromptPart>(i)));
        m_tokens[i] = makeLabel(false);
        m_shares[i] = makeLabel(true);
        m_tokens[i]->setObjectName(QStringLiteral("tokens.%1").arg(name->text()));
        for (QLabel* number : {m_tokens[i], m_shares[i]})
            number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (all)
            setTextStyle(*m_tokens[i], theme, TextStyle::BodyStrong);
        grid->addWidget(name, row, 0);
        grid->addWidget(m_tokens[i], row, 1);
        grid->addWidget(m_shares[i], row, 2);
    }
    return counts;
}

QWidget* TokensPanel::makeFacts(const Theme& theme) {
    const std::array<QString, FactCount> names{tr("Window"),      tr("Tier"),     tr("Why"),
                                               tr("Passed over"), tr("Fallback"), tr("Cost"),
                                               tr("How"),         tr("At most"),  tr("Policy")};
    auto* facts = new QWidget;
    auto* grid = new QGridLayout(facts);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < FactCount; ++i) {
        const auto at = static_cast<std::size_t>(i);
        m_names[at] = makeLabel(true);
        m_names[at]->setText(names[at]);
        m_facts[at] = makeLabel(false);
        m_facts[at]->setWordWrap(true);
        m_facts[at]->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_facts[at]->setAccessibleName(names[at]);
        m_facts[at]->setObjectName(QStringLiteral("fact.%1").arg(i));
        if (i == Cost)
            setTextStyle(*m_facts[at], theme, TextStyle::BodyStrong);
        grid->addWidget(m_names[at], i, 0, Qt::AlignTop);
        grid->addWidget(m_facts[at], i, 1);
    }
    return facts;
}

void TokensPanel::setFact(Fact fact, const QString& text) {
    m_facts[fact]->setText(text);
    m_facts[fact]->setVisible(!text.isEmpty());
    m_names[fact]->setVisible(!text.isEmpty());
}

void TokensPanel::setPreview(const session::Preview* preview) {
    const session::Preview nothing;
    showTokens(preview ? *preview : nothing);
    showTier(preview ? *preview : nothing);
    showCost(preview ? *preview : nothing);
    setFact(Policy, preview ? policyLines(preview->policy) : QString());
}

void TokensPanel::setStale(bool stale) {
    widget()->setEnabled(!stale);
}

void TokensPanel::showTokens(const session::Preview& preview) {
    const session::PromptTokens& tokens = preview.tokens;
    for (std::size_t i = 0; i < m_tokens.size(); ++i) {
        const std::int64_t count = i == engine::kPromptPartCount ? tokens.total : tokens.byPart[i];
        m_tokens[i]->setText(formatTokens(count));
        m_shares[i]->setText(tokens.total > 0 ? formatPercent(double(count) / double(tokens.total)) : QString());
    }
}

void TokensPanel::showTier(const session::Preview& preview) {
    const std::optional<engine::TierChoice>& tier = preview.tier;
    setFact(Tier,
            tier ? tr("%1 · %2 of %3").arg(toQString(tier->name), toQString(tier->model), toQString(tier->provider))
                 : QString());
    setFact(Why, tier ? toQString(tier->reason) : QString());
    setFact(PassedOver, tier ? lines(tier->passedOver) : QString());
    setFact(Fallback, tier ? lines(tier->fallback) : QString());
    if (!tier)
        return setFact(Window, {});
    setFact(Window, windowText(preview));
}

void TokensPanel::showCost(const session::Preview& preview) {
    const session::CostEstimate& cost = preview.cost;
    if (!preview.tier) {
        for (const Fact fact : {Cost, Formula, Most})
            setFact(fact, {});
        return;
    }
    setFact(Cost, costPerRun(cost));
    setFact(Formula, costFormula(cost, preview.tokens.total));
    QString most;
    if (cost.most)
        most = tr("%1 with a reply of %2")
                   .arg(formatMoney(cost.most, Certainty::Estimated), formatTokens(*preview.tier->longestReply));
    if (cost.limit)
        most +=
            (most.isEmpty() ? QString() : QStringLiteral("\n")) + tr("budget %1 / run").arg(formatMoney(cost.limit));
    setFact(Most, most);
}

}  // namespace touchstone::ui
