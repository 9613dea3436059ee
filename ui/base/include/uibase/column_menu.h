// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns of a table as a menu: a tick shows or hides one, Ctrl+Up and Ctrl+Down move it, and "Columns as they were"
// undoes it all. The menu stays open while columns are chosen. A right click on the head opens it too.
//
// GUI thread only.

#pragma once

#include <QMenu>
#include <QStringList>

class QAbstractItemModel;
class QHeaderView;

namespace touchstone::ui {

// The name of a column: its head, or the head's AccessibleTextRole where the head is too narrow for a word.
[[nodiscard]] QString columnTitle(const QAbstractItemModel& model, int column);

// The columns that `header` shows, with order and widths, as text for people and settings: "time:120 -model cost:80".
// `keys` names each column of the model by a word without spaces, the same in every version and language.
[[nodiscard]] QString columnsText(const QHeaderView& header, const QStringList& keys);
// What columnsText() wrote. Unknown keys are ignored; columns it does not know stay as they are, behind the others.
void restoreColumns(QHeaderView& header, const QStringList& keys, const QString& text);

class ColumnMenu : public QMenu {
    Q_OBJECT

public:
    // `header` is as people find it first; it has its model. `keys` as above. Column `pinned` cannot be hidden or
    // moved.
    ColumnMenu(QHeaderView& header, QStringList keys, int pinned, QWidget* parent);

    [[nodiscard]] QString text() const { return columnsText(m_header, m_keys); }
    void restore(const QString& text);

Q_SIGNALS:
    void changed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void fill();
    void toggle(int column);
    void move(int step);
    [[nodiscard]] bool trigger(QAction* action);

    QHeaderView& m_header;
    QStringList m_keys;
    int m_pinned;
    QString m_first;  // the columns as they were
};

}  // namespace touchstone::ui
