// SPDX-License-Identifier: GPL-3.0-or-later
//
// What one run took, in a row of names and figures. GUI thread only.

#pragma once

#include "trace/trace.h"

#include <QWidget>

#include <array>

class QLabel;

namespace touchstone::ui {

class Theme;

class RunFacts : public QWidget {
    Q_OBJECT

public:
    explicit RunFacts(const Theme& theme, QWidget* parent = nullptr);

    void setTrace(const trace::Trace& trace);

private:
    enum Fact { Total, FirstToken, Tokens, Cost, Attempts, Feedback, kFacts };

    void tintFeedback();
    void set(Fact fact, const QString& text, const QString& toolTip = {});

    const Theme& m_theme;
    std::array<QLabel*, kFacts> m_values{};
    trace::Thumb m_thumb = trace::Thumb::None;
};

}  // namespace touchstone::ui
