// SPDX-License-Identifier: GPL-3.0-or-later
//
// The editor, and under it the lower pane; in a low room one of them at a time. Try wants another height than the other
// pages, so each kind keeps its own.
//
// GUI thread only.

#pragma once

#include "uibase/splitter.h"

#include <QVariantMap>

#include <array>

namespace touchstone::ui {

class LowerPane;
class Theme;

class EditorSplit : public Splitter {
    Q_OBJECT

public:
    EditorSplit(const Theme& theme, QWidget* editors, LowerPane* lower, QWidget* parent = nullptr);

    void setLow(bool low);
    // In a low room the pane goes away for it.
    void showEditor();

    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void adapt();
    void adoptCollapsed();
    void keepHeight();
    [[nodiscard]] std::size_t kind() const;

    const Theme& m_theme;
    QWidget* m_editors;
    LowerPane* m_lower;
    std::array<int, 2> m_heights{190, 340};  // of the pane, and of the pane with Try: design pixels
    bool m_low = false;
    bool m_yielded = false;  // the pane is collapsed because the room is low, not because a person wants it
};

}  // namespace touchstone::ui
