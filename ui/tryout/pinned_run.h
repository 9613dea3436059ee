// SPDX-License-Identifier: GPL-3.0-or-later
//
// A run that stays in sight while others are tried beside it. GUI thread only.

#pragma once

#include "run_log.h"

#include <QWidget>

namespace touchstone::ui {

class AnswerView;
class ElidedLabel;
class Theme;

class PinnedRun : public QWidget {
    Q_OBJECT

public:
    explicit PinnedRun(const Theme& theme, QWidget* parent = nullptr);

    void showRun(const TriedRun& run);

Q_SIGNALS:
    void unpinRequested();

private:
    ElidedLabel* m_title;
    AnswerView* m_answer;
};

}  // namespace touchstone::ui
