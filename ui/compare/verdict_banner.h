// SPDX-License-Identifier: GPL-3.0-or-later
//
// Is the candidate better: the word, its shape and colour, and the sentence with the figures. GUI thread only.

#pragma once

#include "eval/report.h"

#include <QWidget>

class QLabel;

namespace touchstone::ui {

class Pill;
class Theme;

class VerdictBanner : public QWidget {
    Q_OBJECT

public:
    explicit VerdictBanner(const Theme& theme, QWidget* parent = nullptr);

    void showReport(const eval::Report& report);
    [[nodiscard]] QString word() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showFigures(const eval::Report& report);

    const Theme& m_theme;
    eval::Verdict m_verdict = eval::Verdict::Undecided;
    Pill* m_word;
    QLabel* m_sentence;
    QLabel* m_figures;
};

}  // namespace touchstone::ui
