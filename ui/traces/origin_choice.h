// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whose runs are listed: all of them, those of production, of experiments, or of trying things out. It is the term
// "origin:…" of the filter, where one sees it and can take it away; here it is one click. GUI thread only.

#pragma once

#include <QWidget>

namespace touchstone::ui {

class SegmentedControl;
class Theme;

class OriginChoice : public QWidget {
    Q_OBJECT

public:
    explicit OriginChoice(const Theme& theme, QWidget* parent = nullptr);

    // None is chosen when the filter says what no segment does.
    void showQuery(const QString& query);

Q_SIGNALS:
    // A person's choice as a term of the filter; empty: all.
    void chosen(const QString& term);

private:
    SegmentedControl* m_segments;
    bool m_showing = false;
};

}  // namespace touchstone::ui
