// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the parts of one version have differently from the baseline, line by line: all of them or one. n and p go from
// change to change, Esc leaves. GUI thread only.

#pragma once

#include "part_changes.h"

#include <QWidget>

class QComboBox;

namespace touchstone::ui {

class DiffView;
class PanelHead;
class Theme;

class PartDiff : public QWidget {
    Q_OBJECT

public:
    // Both outlive the widget.
    PartDiff(const Theme& theme, const PartChanges& changes, QWidget* parent = nullptr);

    // `part` empty: all that differ. `version` is counted from 1; the baseline is 0.
    void show(const QString& part, int version);

Q_SIGNALS:
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeHead();
    void fillChoices();
    void showLines();

    const Theme& m_theme;
    const PartChanges& m_changes;
    PanelHead* m_head;
    QComboBox* m_versions;
    QComboBox* m_parts;
    DiffView* m_lines;
};

}  // namespace touchstone::ui
