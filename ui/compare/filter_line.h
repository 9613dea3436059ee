// SPDX-License-Identifier: GPL-3.0-or-later
//
// Which cases are shown: a choice with counts, tags, a search; how many differ and the way from one to the next; the
// columns. GUI thread only.

#pragma once

#include "uicompare/compared_cases.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace touchstone::ui {

class SearchLine;
class SegmentedControl;
class Theme;

class FilterLine : public QWidget {
    Q_OBJECT

public:
    explicit FilterLine(const Theme& theme, QWidget* parent = nullptr);

    // Counts and tags of these. A choice that no case fits becomes "all", but stays while results still come.
    void setCases(const ComparedCases& cases);
    // The same for cases with the tags of those before.
    void showCounts(const ComparedCases& cases);
    void setColumnMenu(QMenu* menu);
    // "3 of 148 differences"; `at` 0: none of them is current.
    void showDifference(int at, int of);
    // What Down and Enter in the search lead to.
    void setTarget(QWidget* target);

    [[nodiscard]] CaseShow show() const;
    [[nodiscard]] std::set<std::string> tags() const { return m_tags; }
    [[nodiscard]] QString searched() const;
    // Focuses the search.
    [[nodiscard]] QAction* find() const { return m_find; }
    [[nodiscard]] QAction* nextDifference() const { return m_next; }
    [[nodiscard]] QAction* previousDifference() const { return m_previous; }

Q_SIGNALS:
    void changed();
    void searchChanged(const QString& text);

private:
    [[nodiscard]] QToolButton* makeMenuButton(const QString& text, const char* name);
    [[nodiscard]] QToolButton* makeStep(QAction* action);
    void makeActions();
    void fillTags(const ComparedCases& cases);
    void showTags();

    const Theme& m_theme;
    SegmentedControl* m_show;
    SearchLine* m_search;
    QToolButton* m_tagButton = nullptr;
    QToolButton* m_columns = nullptr;
    QLabel* m_difference;
    QAction* m_find = nullptr;
    QAction* m_next = nullptr;
    QAction* m_previous = nullptr;
    std::set<std::string> m_tags;
};

}  // namespace touchstone::ui
