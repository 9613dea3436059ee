// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the checks found: shape, sentence, place, and the likeliest repair. Enter or a click leads to the place;
// Alt+Enter or a click on the bulb repairs. GUI thread only.

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

    // `repairable`: whether repairs are offered.
    void setFindings(std::vector<Finding> findings, bool repairable = true);
    // Repairs the current row; false when the list has not the focus or nothing is known to do.
    bool applyFix();

Q_SIGNALS:
    void activated(const touchstone::Finding& finding);
    // The likeliest of quickFixes() is to be applied.
    void fixRequested(const touchstone::Finding& finding);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildUi();
    [[nodiscard]] bool isOnFix(const QPoint& place) const;

    const Theme& m_theme;
    ProblemsModel* m_model;
    QListView* m_list;
    QLabel* m_none;
    QStackedWidget* m_pages;
};

}  // namespace touchstone::ui
