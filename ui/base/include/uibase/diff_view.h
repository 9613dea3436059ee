// SPDX-License-Identifier: GPL-3.0-or-later
//
// The difference of two texts, in sections: inline, with what went struck through and what came beside it, or split
// into two columns. Long runs of equal lines are folded; Return or a click unfolds them. It is a list: rows are
// selected, copied as a unified diff and read by a screen reader; only what is in sight is laid out.
//
// GUI thread only. The lines are computed elsewhere: text::alignLines() may take a tenth of a second.

#pragma once

#include "text/aligned_lines.h"

#include <QListView>

#include <vector>

namespace touchstone::ui {

class Theme;

struct DiffSection {
    QString title;
    QString note = {};  // behind the title, in muted text
    std::vector<text::AlignedLine> lines;
};

class DiffView : public QListView {
    Q_OBJECT

public:
    enum class Mode { Inline, Split };

    // `name` is what a screen reader calls the list.
    DiffView(const Theme& theme, const QString& name, QWidget* parent = nullptr);
    ~DiffView() override;

    void setSections(std::vector<DiffSection> sections);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    // Makes the next (or previous) run of changed lines the current one; false when there is none.
    bool stepChange(bool forward = true);
    // The selected rows, or all of them, as a unified diff.
    [[nodiscard]] QString copyText() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Rows;
    class Delegate;

    void unfold(const QModelIndex& index);

    const Theme& m_theme;
    Rows* m_rows;
    Delegate* m_delegate;
    Mode m_mode = Mode::Inline;
};

}  // namespace touchstone::ui
