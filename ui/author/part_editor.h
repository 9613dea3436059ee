// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits one part: as a template where it has one, as JSON source, or offers to add it. Its texts keep their undo
// history while other parts are shown. GUI thread only.

#pragma once

#include "uibase/code_editor.h"
#include "uistate/draft_model.h"

#include <QWidget>

#include <string>
#include <vector>

class QStackedWidget;

namespace touchstone::ui {

class SegmentedControl;
class Theme;

class PartEditor : public QWidget {
    Q_OBJECT

public:
    PartEditor(const Theme& theme, DraftModel& draft, std::string part, QWidget* parent = nullptr);

    // Shows the document that was opened; `sameDocument` keeps the undo history.
    void reload(bool sameDocument);
    void showFindings();
    void goTo(const Finding& finding);
    void undo();
    void redo();
    [[nodiscard]] CodeEditor* currentEditor() const;

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeAbsent();
    [[nodiscard]] CodeEditor* makeEditor(CodeEditor::Language language, const QString& name);
    [[nodiscard]] bool hasTemplate() const;
    [[nodiscard]] bool showsTemplate() const;
    [[nodiscard]] QString templateText() const;
    [[nodiscard]] std::string templatePointer() const;
    void pushTemplate();
    void pushSource();
    void adoptChange(const QString& part);
    void refresh();
    void updateCompletions();
    void addPart();
    // The place of a finding in the editor that is shown; empty when it is in another one.
    [[nodiscard]] std::optional<TextPosition> placeOf(const Finding& finding, bool inTemplate) const;
    [[nodiscard]] std::vector<Problem> problemsIn(bool inTemplate) const;

    const Theme& m_theme;
    DraftModel& m_draft;
    const std::string m_part;
    SegmentedControl* m_views = nullptr;  // only for parts with a template and a source
    QStackedWidget* m_pages;
    CodeEditor* m_template = nullptr;
    CodeEditor* m_source = nullptr;
    QWidget* m_absent = nullptr;
    bool m_pushing = false;   // the change comes from here
    bool m_stale = true;      // the draft has another text than the editors
    bool m_freshUndo = true;  // the next refresh starts another document
};

}  // namespace touchstone::ui
