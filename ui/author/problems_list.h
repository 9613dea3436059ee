// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the checks found: shape, sentence, place, suggestion. Enter or a click leads to the place. GUI thread only.

#pragma once

#include "base/finding.h"

#include <QWidget>

#include <vector>

class QListView;
class QStackedWidget;
class QLabel;

namespace touchstone::ui {

class ProblemsModel;
class Theme;

class ProblemsList : public QWidget {
    Q_OBJECT

public:
    explicit ProblemsList(const Theme& theme, QWidget* parent = nullptr);

    void setFindings(std::vector<Finding> findings);

Q_SIGNALS:
    void activated(const touchstone::Finding& finding);

private:
    const Theme& m_theme;
    ProblemsModel* m_model;
    QListView* m_list;
    QLabel* m_none;
    QStackedWidget* m_pages;
};

}  // namespace touchstone::ui
