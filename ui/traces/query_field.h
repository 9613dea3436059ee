// SPDX-License-Identifier: GPL-3.0-or-later
//
// The field of the filter: finished terms are chips, the one being typed is text, the result stands at the right end.
// A space or Enter makes text a chip; Backspace before the text, or a click, makes a chip text again. Ctrl+A takes the
// chips too; the left arrow key leads from the text into them. Chips that do not fit are behind "+2". GUI thread only.

#pragma once

#include "query_terms.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;
class QToolButton;

namespace touchstone::ui {

class Chip;
class Theme;

class QueryField : public QFrame {
    Q_OBJECT

public:
    QueryField(const Theme& theme, QWidget* parent = nullptr);

    // Replaces chips and text; what does not read stays text. queryChanged() follows when the chips differ.
    void setQuery(const QString& query);
    // Of the chips.
    [[nodiscard]] QString query() const { return m_terms.join(QLatin1Char(' ')); }
    // The text being typed, and where its cursor is.
    [[nodiscard]] QString text() const;
    [[nodiscard]] int cursor() const;
    [[nodiscard]] int cursorX() const;
    // Replaces part of the text; a whole term becomes a chip at once.
    void complete(int begin, int end, const QString& with);
    void setResult(const QString& result);
    // Enter: what is typed becomes chips.
    void finish();
    [[nodiscard]] QLineEdit* edit() const { return m_edit; }
    // Many chips are put behind a button rather than making the window wider.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    // The chips are others.
    void queryChanged(const QString& query);
    void textChanged();
    // What is typed cannot be read; without a text: it can, again.
    void problemChanged(const touchstone::ui::QueryProblem& problem);
    void stepRequested(int rows);
    // Enter or Tab; `handled` is set when a suggestion took it.
    void acceptRequested(bool& handled);
    // Escape; `handled` is set when it had something to close.
    void cancelRequested(bool& handled);
    // Escape again: the keys want to go elsewhere.
    void left();

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] bool takeKey(QKeyEvent& event);
    void takeText(const QString& text);
    void setTerms(QStringList terms);
    void removeTerm(const QString& term);
    void editTerm(qsizetype index);
    void showChips();
    void fitChips();
    void listHidden();
    [[nodiscard]] bool takeChipKey(const Chip& chip, const QKeyEvent& event);
    void focusChip(qsizetype index);
    void setWhole(bool whole);
    [[nodiscard]] bool takeWholeKey(QKeyEvent& event);

    const Theme& m_theme;
    QStringList m_terms;
    QList<Chip*> m_chipOf;  // of the terms
    QHBoxLayout* m_chips;
    QToolButton* m_more;  // "+2"
    QLineEdit* m_edit;
    QLabel* m_result;
    bool m_hasProblem = false;
    bool m_isWhole = false;  // chips and text are selected
};

}  // namespace touchstone::ui
