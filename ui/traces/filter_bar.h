// SPDX-License-Identifier: GPL-3.0-or-later
//
// The strip on top of the traces: the filter with its suggestions, saved filters, columns, and whether new traces
// appear by themselves. GUI thread only.

#pragma once

#include "query_field.h"
#include "saved_filters.h"
#include "session/session.h"
#include "uibase/icons.h"
#include "uibase/throttle.h"

#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QPushButton;

namespace touchstone::ui {

class LinkButton;
class OriginChoice;
class SuggestionList;

class FilterBar : public QWidget {
    Q_OBJECT

public:
    // `columns` and `bulk` are the menus behind the buttons for columns and for many traces at once.
    FilterBar(session::Session& session, const Theme& theme, QMenu* columns, QMenu* bulk, QWidget* parent = nullptr);

    [[nodiscard]] QueryField& field() const { return *m_field; }
    [[nodiscard]] SavedFilters& saved() { return m_saved; }
    // Focuses the field.
    [[nodiscard]] QAction* find() const { return m_find; }
    [[nodiscard]] QAction* live() const { return m_live; }
    // What is wrong with the query; an empty text takes it away.
    void showProblem(const QueryProblem& problem);
    // Words become icons when the window is narrow.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void queryChanged(const QString& query);
    // Escape in the field: the keys want to go elsewhere.
    void left();

private:
    [[nodiscard]] QWidget* makeProblem();
    void wire();
    void makeActions();
    void fillSaved();
    void suggest();
    void showSuggestions(std::vector<session::Suggestion> suggestions, qsizetype before);
    void accept(bool& handled);
    void closeSuggestions(bool& handled);

    session::Session& m_session;
    const Theme& m_theme;
    SavedFilters m_saved;
    QueryField* m_field;
    OriginChoice* m_origins;
    SuggestionList* m_suggestions = nullptr;
    QMenu* m_savedMenu;
    QAction* m_find;
    QAction* m_live;
    QList<QPushButton*> m_buttons;
    QWidget* m_problem = nullptr;
    QLabel* m_problemText = nullptr;
    LinkButton* m_correct = nullptr;
    QString m_correction;
    QString m_suggestedFor;  // the text of the field
    Throttle m_typing;
    std::int64_t m_generation = 0;
};

}  // namespace touchstone::ui
