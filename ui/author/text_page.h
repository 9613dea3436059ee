// SPDX-License-Identifier: GPL-3.0-or-later
//
// A part as text: its template, or its JSON source. GUI thread only.

#pragma once

#include "part_marks.h"
#include "part_page.h"

#include <string>

namespace touchstone::ui {

class DraftModel;
class Theme;

class TextPage : public PartPage {
    Q_OBJECT

public:
    enum class Kind { Template, Source };

    TextPage(const Theme& theme, DraftModel& draft, std::string part, Kind kind, QWidget* parent = nullptr);

    void showPart(bool fresh) override;
    void setLocked(bool locked) override;
    void showFindings() override;
    bool goTo(const Finding& finding) override;
    [[nodiscard]] CodeEditor* editor() const override { return m_editor; }
    [[nodiscard]] QVariantMap saveState() const override;
    void restoreState(const QVariantMap& state) override;

private:
    void push(const QString& what);
    void adoptMarks(const PartMarks& marks);
    [[nodiscard]] QString draftText() const;
    [[nodiscard]] std::string pointer() const;

    DraftModel& m_draft;
    const std::string m_part;
    const Kind m_kind;
    CodeEditor* m_editor;
    QVariantMap m_wanted;             // a state for the text that is to come
    std::uint64_t m_marksNumber = 0;  // the newest marks win
};

}  // namespace touchstone::ui
