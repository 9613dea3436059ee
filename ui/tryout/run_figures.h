// SPDX-License-Identifier: GPL-3.0-or-later
//
// Latency, first token, tokens and cost of one run, in one row. GUI thread only.

#pragma once

#include "trace/trace.h"

#include <QWidget>

#include <array>

class QLabel;

namespace touchstone::ui {

class Theme;

class RunFigures : public QWidget {
    Q_OBJECT

public:
    explicit RunFigures(const Theme& theme, QWidget* parent = nullptr);

    void showTrace(const trace::Trace& trace);
    void clear();

private:
    enum Figure { Latency, FirstToken, Tokens, Cost, kFigures };

    std::array<QLabel*, kFigures> m_values{};
};

}  // namespace touchstone::ui
