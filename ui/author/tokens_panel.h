// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the prompt's tokens are spent on, which tier would get it and why, what it costs and by which sum, and what
// policy said. GUI thread only.

#pragma once

#include "session/preview.h"

#include <QScrollArea>

#include <array>

class QGridLayout;
class QLabel;

namespace touchstone::ui {

class Theme;

class TokensPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit TokensPanel(const Theme& theme, QWidget* parent = nullptr);

    // Null: there is nothing to tell yet.
    void setPreview(const session::Preview* preview);
    void setStale(bool stale);

private:
    enum Fact { Window, Tier, Why, PassedOver, Fallback, Cost, Formula, Most, Policy, FactCount };

    [[nodiscard]] QWidget* makeCounts(const Theme& theme);
    [[nodiscard]] QWidget* makeFacts(const Theme& theme);
    void setFact(Fact fact, const QString& text);
    void showTokens(const session::Preview& preview);
    void showTier(const session::Preview& preview);
    void showCost(const session::Preview& preview);

    std::array<QLabel*, engine::kPromptPartCount + 1> m_tokens{};  // the last one: all
    std::array<QLabel*, engine::kPromptPartCount + 1> m_shares{};
    std::array<QLabel*, FactCount> m_names{};
    std::array<QLabel*, FactCount> m_facts{};
};

}  // namespace touchstone::ui
