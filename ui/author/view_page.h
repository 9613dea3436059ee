// SPDX-License-Identifier: GPL-3.0-or-later
//
// A part in a view of its own: a table, a tree, a diagram, a form. GUI thread only.

#pragma once

#include "part_page.h"
#include "uiparts/part_views.h"

#include <string>

class QScrollArea;

namespace touchstone::ui {

class DraftModel;

class ViewPage : public PartPage {
    Q_OBJECT

public:
    ViewPage(const PartViewEntry& entry, DraftModel& draft, std::string part, QWidget* parent = nullptr);

    void showPart(bool fresh) override;
    void setLocked(bool locked) override;
    void showFindings() override;
    bool goTo(const Finding& finding) override;

private:
    [[nodiscard]] QScrollArea* makeScroll();
    void push(const Json& value, const QString& what);

    DraftModel& m_draft;
    const std::string m_part;
    PartView* m_view;
};

}  // namespace touchstone::ui
