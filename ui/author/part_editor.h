// SPDX-License-Identifier: GPL-3.0-or-later
//
// Edits one part in the ways there are for it: its template, its views, its JSON source, and what changed; or offers to
// add it. All of them show the same draft. GUI thread only.

#pragma once

#include "uibase/code_editor.h"
#include "uiparts/part_views.h"
#include "uistate/draft_model.h"

#include <QVariantMap>
#include <QWidget>

#include <functional>
#include <string>
#include <vector>

class QHBoxLayout;
class QStackedWidget;

namespace touchstone::ui {

class InlineBanner;
class PartPage;
class SegmentedControl;

class PartEditor : public QWidget {
    Q_OBJECT

public:
    PartEditor(const PartContext& context, std::string part, std::vector<PartViewEntry> views,
               QWidget* parent = nullptr);

    // Shows the document that was opened; `sameDocument` keeps the cursor.
    void reload(bool sameDocument);
    void showFindings();
    // Leads to what a finding is about, in the way that is shown or else in the first that can.
    void goTo(const Finding& finding);
    // Shows a change that ends at `caret` of the template or of the source.
    void showStep(bool inTemplate, qsizetype caret);
    // The text that is shown, or null.
    [[nodiscard]] CodeEditor* currentEditor() const;
    // The way that is shown, and of texts the cursor and scrolling.
    [[nodiscard]] QVariantMap saveState() const;
    void restoreState(const QVariantMap& state);

protected:
    void showEvent(QShowEvent* event) override;

private:
    // A page is made when it is first shown.
    struct Page {
        QString name;  // for saveState()
        std::function<PartPage*()> make;
        PartPage* widget = nullptr;
        bool stale = true;  // the draft is another than the page shows
        bool fresh = true;  // it shows another document
    };

    void buildUi();
    void addPages(std::vector<PartViewEntry> views);
    void addPage(const QString& name, const QString& title, std::function<PartPage*()> make);
    void fillHead(QHBoxLayout& line);
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeAbsent();
    [[nodiscard]] int pageOf(const QString& name) const;
    void showPage(int index);
    [[nodiscard]] PartPage& openPage(Page& page);
    bool leadTo(int index, const Finding& finding);
    [[nodiscard]] static bool isView(const Page& page);
    void adoptChange(const QString& part);
    void refresh();
    void showLock(const Page& page);
    void updateDiff();
    void addPart();

    const PartContext m_context;
    DraftModel& m_draft;
    const std::string m_part;
    SegmentedControl* m_views = nullptr;
    InlineBanner* m_broken = nullptr;
    QStackedWidget* m_stack;
    QWidget* m_absent = nullptr;
    std::vector<Page> m_pages;
    QVariantMap m_states;    // of pages that are not made yet
    bool m_pushing = false;  // the change comes from the page that is shown
};

}  // namespace touchstone::ui
