// SPDX-License-Identifier: GPL-3.0-or-later
//
// The columns of the author place: parts and history, the editor, Try. Where the window is too narrow, or the zoom too
// large, for all of them, Try becomes a tab under the editor and the parts a button; when there is room again they are
// back, with all that they held.
//
// GUI thread only.

#pragma once

#include "author_room.h"
#include "uibase/splitter.h"

#include <QVariantMap>

namespace touchstone::ui {

class LowerPane;
class Navigator;
class Theme;
class TryPanel;

class AuthorColumns : public Splitter {
    Q_OBJECT

public:
    // What the columns are made of: all become children. `lower` is in `centre`, and takes Try in as a tab.
    struct Columns {
        Navigator* navigator;
        QWidget* centre;
        LowerPane* lower;
        TryPanel* tried;
    };
    AuthorColumns(const Theme& theme, const Columns& columns, QWidget* parent = nullptr);

    // Shows or hides the parts, because a person wants it.
    void toggleParts();
    // A part was chosen for good: where the parts stand in the way of the editor, they go.
    void leaveParts();
    // Try comes in sight; true when it is under the editor.
    bool showTry();
    // The parts are hidden or may be in the way, so there should be a button for them.
    [[nodiscard]] bool needsButton() const;

    // Widths and what a person hid or folded; design pixels.
    [[nodiscard]] QVariantMap saveLayout() const;
    void restoreLayout(const QVariantMap& layout);

Q_SIGNALS:
    // The room is another: what it is now, and needsButton().
    void adapted(const touchstone::ui::AuthorRoom& room);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void adapt();
    void placeTry(bool beside);
    void share();
    void keepWidths();

    const Theme& m_theme;
    const Columns m_parts;
    AuthorRoom m_room;
    bool m_tryBeside = true;
    bool m_wanted = true;   // the parts, where there is room for them
    bool m_called = false;  // the parts, where there is not
    int m_partsWidth = 264;
    int m_tryWidth = 0;  // 0: as the room has it
};

}  // namespace touchstone::ui
