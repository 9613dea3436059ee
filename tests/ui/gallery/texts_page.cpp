// SPDX-License-Identifier: GPL-3.0-or-later

#include "gallery.h"
#include "gallery_sheet.h"
#include "text/aligned_lines.h"
#include "uibase/code_editor.h"
#include "uibase/diff_view.h"
#include "uibase/json_tree.h"
#include "uibase/markdown_view.h"

#include <QTreeView>

namespace touchstone::ui {
namespace {

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

const char* const kPrompt =
    "{# user message: context first, then the ticket #}\n"
    "{% if history %}\n"
    "Earlier in this conversation:\n"
    "{{ history | last(6) | join(\"\\n\") }}\n"
    "{% endif %}\n"
    "\n"
    "## Facts from the help centre (cite as `[n]`):\n"
    "{% for s in sources %}\n"
    "[{{ loop.index }}] {{ s.title }}: {{ s.text | trim }}\n"
    "{% endfor %}\n"
    "Brand voice: {{ brand }}\n";

const char* const kReply =
    "{\n  \"label\": \"refund\",\n  \"urgency\": 3,\n  \"cited\": [1, 3],\n  \"final\": true,\n"
    "  \"reply\": \"Sorry about the double charge.\"\n}\n";

const char* const kAnswer =
    "## Refund of the double charge\n\n"
    "Your invoice was charged **twice**; see *Billing*, [section 3](https://example.org).\n\n"
    "1. We return the second charge.\n2. It arrives within `5` days.\n\n"
    "> No other invoice is affected.\n\n"
    "| Invoice | Charged |\n| --- | ---: |\n| March | 2 |\n| April | 1 |\n";

const char* const kOld =
    "You are the support desk of a bank.\nSort each ticket.\nAnswer in JSON.\nBe brief.\nSay which source you used.\n"
    "Never promise a date.\nNever name a colleague.\nUse the customer's language.\nKeep names as written.\n"
    "When in doubt, choose the nearest label.\n";
const char* const kNew =
    "You are the support desk of a bank.\nSort each ticket by its main concern.\nAnswer in JSON.\n"
    "Say which source you used.\nNever promise a date.\nNever name a colleague.\nUse the customer's language.\n"
    "Keep names as written.\nWhen in doubt, choose the nearest label.\nSay so when no source fits.\n";

CodeEditor* makePrompt(const Theme& theme) {
    auto* editor = new CodeEditor(theme, text("Prompt"));
    editor->setLanguage(CodeEditor::Language::Template);
    editor->load(text(kPrompt));
    editor->setProblems({{11, 17, 5, Severity::Warning, text("not an input")},
                         {9, 25, 5, Severity::Error, text("unknown")},
                         {4, 14, 4, Severity::Info, text("note")}});
    editor->setLineChanges({{3, 1, LineChange::Altered}, {7, 2, LineChange::Added}, {10, 1, LineChange::Removed}});
    editor->goTo({3, 1});
    return editor;
}

CodeEditor* makeCompleting(const Theme& theme) {
    auto* editor = new CodeEditor(theme, text("Completing"));
    editor->setObjectName(text("completing"));
    editor->setLanguage(CodeEditor::Language::Template);
    editor->load(text("{{ ticket | tr"));
    editor->setCompleter([](const QString&, bool) {
        return Completions{text("tr"),
                           {{text("trim"), text("trim"), text("filter"), text("Without blanks at both ends.")},
                            {text("truncate"), text("truncate(length=255, end='...')"), text("filter"), {}},
                            {text("true"), text("true"), text("value"), {}}},
                           {}};
    });
    editor->goTo({1, 15});
    return editor;
}

CodeEditor* makeFinding(const Theme& theme) {
    auto* editor = new CodeEditor(theme, text("Reply"));
    editor->setObjectName(text("finding"));
    editor->setLanguage(CodeEditor::Language::Json);
    editor->load(text(kReply));
    editor->find(text("label"));
    return editor;
}

CodeEditor* makeReadOnly(const Theme& theme) {
    auto* editor = new CodeEditor(theme, text("Read only"));
    editor->setLanguage(CodeEditor::Language::Json);
    editor->setLineNumbersVisible(false);
    editor->setReadOnly(true);
    editor->load(text(kReply));
    return editor;
}

DiffView* makeDiff(const Theme& theme, DiffView::Mode mode) {
    auto* view = new DiffView(theme, text("Difference"));
    view->setMode(mode);
    view->setSections({{text("instructions"), text("v14 → draft"), text::alignLines(kOld, kNew)}});
    return view;
}

JsonTreeView* makeTree(const Theme& theme) {
    auto* tree = new JsonTreeView(theme, text("Reply"));
    tree->setValue(std::make_shared<const Json>(Json{{"label", "refund"},
                                                     {"urgency", 3},
                                                     {"cited", Json::array({1, 3})},
                                                     {"final", true},
                                                     {"nothing", nullptr},
                                                     {"customer", Json{{"plan", "pro"}, {"since", "2021-06-14"}}}}));
    return tree;
}

}  // namespace

std::unique_ptr<QWidget> makeTextsPage(const Theme& theme) {
    GallerySheet sheet(theme);
    sheet.addGroup(0, "Editor: problems of all severities, bars of changes");
    sheet.add(0, makePrompt(theme), 5);
    sheet.addGroup(0, "Editor: completions");
    sheet.add(0, makeCompleting(theme), 4);
    sheet.addGroup(0, "Editor: find and replace; read only");
    sheet.add(0, makeFinding(theme), 4);
    sheet.add(0, makeReadOnly(theme), 3);
    sheet.addGroup(1, "Difference: inline, split");
    sheet.add(1, makeDiff(theme, DiffView::Mode::Inline), 5);
    sheet.add(1, makeDiff(theme, DiffView::Mode::Split), 5);
    sheet.addGroup(1, "Answers: JSON, Markdown");
    sheet.add(1, makeTree(theme), 4);
    auto* answer = new MarkdownView(theme, text("Answer"));
    answer->setMarkdownText(text(kAnswer));
    sheet.add(1, answer, 5);
    return sheet.take();
}

}  // namespace touchstone::ui
