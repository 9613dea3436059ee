// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the draft changes in a part, against the version it began from. GUI thread only.

#pragma once

#include "part_page.h"
#include "session/authoring.h"

#include <string>

class QLabel;

namespace touchstone::session {
class Session;
}

namespace touchstone::ui {

class DiffView;
class DraftModel;
class Theme;

class DiffPage : public PartPage {
    Q_OBJECT

public:
    DiffPage(const Theme& theme, DraftModel& draft, session::Session& session, std::string part,
             QWidget* parent = nullptr);

    void showPart(bool fresh) override;
    void showFindings() override { showPart(false); }

private:
    void adopt(Result<std::vector<session::PartDifference>>& differences);

    session::Session& m_session;
    DraftModel& m_draft;
    const std::string m_part;
    DiffView* m_lines;
    QLabel* m_same;
    std::uint64_t m_number = 0;  // the newest comparison wins
};

}  // namespace touchstone::ui
