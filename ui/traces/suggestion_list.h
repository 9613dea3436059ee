// SPDX-License-Identifier: GPL-3.0-or-later
//
// What may be typed next, with how many traces have it: a list below the field that never takes the focus from it.
// GUI thread only.

#pragma once

#include "session/session.h"

#include <QListView>

#include <vector>

namespace touchstone::ui {

class Theme;

class SuggestionList : public QListView {
    Q_OBJECT

public:
    // `field` is what the list stands below; keys go on going there.
    SuggestionList(const Theme& theme, QWidget* field);
    ~SuggestionList() override;

    // Shows them below `x` of the field; none hides the list. None is chosen.
    void show(std::vector<session::Suggestion> suggestions, int x);
    // −1 is "none".
    void step(int rows);
    // The chosen one, or the only one; an example is never taken for what is typed already.
    [[nodiscard]] const session::Suggestion* chosen() const;

Q_SIGNALS:
    // By a click.
    void accepted();

private:
    class Rows;
    class Delegate;

    const Theme& m_theme;
    QWidget* m_field;
    Rows* m_rows;
};

}  // namespace touchstone::ui
