// SPDX-License-Identifier: GPL-3.0-or-later

#include "part_editor.h"

#include "part_fact.h"
#include "parts_model.h"
#include "text/template.h"
#include "uiauthor/json_places.h"
#include "uibase/elided_label.h"
#include "uibase/empty_state.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

enum View { TemplateView, SourceView };

void addNames(std::span<const text::LanguageName> entries, QStringList& words) {
    for (const text::LanguageName& entry : entries)
        words.append(toQString(entry.name));
}

// Of the name or the quoted text that begins there; at least 1.
int lengthAt(const QStringList& lines, const TextPosition& place) {
    const QList<uint> line = lines.value(static_cast<qsizetype>(place.line) - 1).toUcs4();
    const auto begin = static_cast<qsizetype>(place.column) - 1;
    if (begin >= line.size())
        return 1;
    qsizetype end = begin + 1;
    if (line[begin] == '"')
        end = std::max(line.indexOf('"', end) + 1, end);
    else
        while (end < line.size() && (QChar::isLetterOrNumber(line[end]) || line[end] == '_'))
            ++end;
    return static_cast<int>(end - begin);
}

}  // namespace

PartEditor::PartEditor(const Theme& theme, DraftModel& draft, std::string part, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_draft(draft), m_part(std::move(part)), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("part.%1").arg(toQString(m_part)));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_pages, 1);
    if (hasTemplate()) {
        m_template = makeEditor(CodeEditor::Language::Template, tr("%1 template").arg(partTitle(m_part)));
        m_template->setObjectName(QStringLiteral("template.%1").arg(toQString(m_part)));
        connect(m_template, &CodeEditor::textEdited, this, &PartEditor::pushTemplate);
    }
    if (m_part != "instructions") {
        m_source = makeEditor(CodeEditor::Language::Json, tr("%1 source").arg(partTitle(m_part)));
        m_source->setObjectName(QStringLiteral("source.%1").arg(toQString(m_part)));
        connect(m_source, &CodeEditor::textEdited, this, &PartEditor::pushSource);
    }
    m_absent = makeAbsent();
    m_pages->addWidget(m_absent);
    connect(&m_draft, &DraftModel::partChanged, this, &PartEditor::adoptChange);
}

bool PartEditor::hasTemplate() const {
    return m_part == "instructions" || m_part == "prompt";
}

bool PartEditor::showsTemplate() const {
    return m_template && (!m_views || m_views->currentIndex() == TemplateView);
}

QWidget* PartEditor::makeHead() {
    auto* head = new QWidget;
    head->setAutoFillBackground(true);
    head->setBackgroundRole(QPalette::Base);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(12, 8, 12, 8);
    line->setSpacing(12);
    if (m_part == "prompt") {
        m_views = new SegmentedControl(m_theme, tr("View of the prompt"));
        m_views->setObjectName(QStringLiteral("promptViews"));
        m_views->addSegment(tr("Template"));
        m_views->addSegment(tr("Source"));
        connect(m_views, &SegmentedControl::currentChanged, this, [this] {
            m_stale = true;
            refresh();
        });
        line->addWidget(m_views);
    }
    auto* help = new ElidedLabel(partHelp(m_part));
    help->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(help, 1);
    const auto fit = [this, head] { head->setMinimumHeight(m_theme.px(40)); };
    fit();
    connect(&m_theme, &Theme::themeChanged, head, fit);
    return head;
}

QWidget* PartEditor::makeAbsent() {
    const QString name = partTitle(m_part);
    const bool refused = isPartRefused(m_part);
    auto* empty =
        new EmptyState(m_theme, partIcon(m_part),
                       refused ? tr("%1. Touchstone cannot run a workflow with “%2” yet, so it is not offered.")
                                     .arg(partHelp(m_part), name)
                               : tr("%1. This workflow has no “%2”.").arg(partHelp(m_part), name));
    empty->setAutoFillBackground(true);
    empty->setBackgroundRole(QPalette::Base);
    if (!refused && !m_draft.isReadOnly())
        empty->setAction(tr("Add %1").arg(name), {});
    connect(empty, &EmptyState::actionTriggered, this, &PartEditor::addPart);
    return empty;
}

CodeEditor* PartEditor::makeEditor(CodeEditor::Language language, const QString& name) {
    auto* editor = new CodeEditor(m_theme, name);
    editor->setLanguage(language);
    editor->setWordWrap(language == CodeEditor::Language::Template);
    editor->setReadOnly(m_draft.isReadOnly());
    m_pages->addWidget(editor);
    return editor;
}

CodeEditor* PartEditor::currentEditor() const {
    return showsTemplate() ? m_template : m_source;
}

QString PartEditor::templateText() const {
    return m_part == "prompt" ? m_draft.promptText() : m_draft.instructions();
}

std::string PartEditor::templatePointer() const {
    return m_part == "prompt" ? m_draft.promptPointer() : "/instructions/text";
}

void PartEditor::pushTemplate() {
    m_pushing = true;
    if (m_part == "prompt")
        m_draft.setPromptText(m_template->text());
    else
        m_draft.setInstructions(m_template->text());
    m_pushing = false;
}

void PartEditor::pushSource() {
    m_pushing = true;
    m_draft.setSource(m_part, m_source->text());
    m_pushing = false;
}

void PartEditor::adoptChange(const QString& part) {
    if (m_pushing || toUtf8(part) != m_part)
        return;
    m_stale = true;
    if (isVisible())
        refresh();
}

void PartEditor::reload(bool sameDocument) {
    m_stale = true;
    m_freshUndo = m_freshUndo || !sameDocument;
    if (isVisible())
        refresh();
}

void PartEditor::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void PartEditor::refresh() {
    CodeEditor* editor = currentEditor();
    if (m_stale) {
        const QString text = showsTemplate() ? templateText() : m_draft.source(m_part);
        if (m_freshUndo)
            for (CodeEditor* each : {m_template, m_source})
                if (each)
                    each->load(each == editor ? text : QString());
        if (!m_freshUndo)
            editor->setText(text);
        m_freshUndo = false;
        m_stale = false;
    }
    QWidget* page = m_draft.isOpen() && !m_draft.hasPart(m_part) ? m_absent : editor;
    m_pages->setCurrentWidget(page);
    setFocusProxy(page);
    showFindings();
}

void PartEditor::showFindings() {
    if (!isVisible())
        return;
    currentEditor()->setProblems(problemsIn(showsTemplate()));
    if (showsTemplate())
        updateCompletions();
}

std::optional<TextPosition> PartEditor::placeOf(const Finding& finding, bool inTemplate) const {
    if (partOfPointer(finding.pointer) != m_part)
        return std::nullopt;
    if (inTemplate)
        return finding.pointer == templatePointer() ? std::optional(finding.position.value_or(TextPosition()))
                                                    : std::nullopt;
    if (finding.position && finding.pointer.size() == m_part.size() + 1)
        return finding.position;  // the source itself is not JSON
    return placeOfPointer(toUtf8(m_source->text()), std::string_view(finding.pointer).substr(m_part.size() + 1));
}

std::vector<Problem> PartEditor::problemsIn(bool inTemplate) const {
    constexpr std::size_t kMostMarks = 100;
    std::vector<Problem> problems;
    QStringList lines;
    for (const Finding& finding : m_draft.findings()) {
        const auto place = placeOf(finding, inTemplate);
        if (!place || problems.size() == kMostMarks)
            continue;
        if (lines.isEmpty())
            lines = (inTemplate ? m_template : m_source)->text().split(QLatin1Char('\n'));
        problems.push_back({static_cast<int>(place->line), static_cast<int>(place->column), lengthAt(lines, *place),
                            finding.severity, toQString(finding.text)});
    }
    return problems;
}

void PartEditor::goTo(const Finding& finding) {
    if (m_views)
        m_views->setCurrentIndex(finding.pointer == templatePointer() ? TemplateView : SourceView);
    if (const auto place = placeOf(finding, showsTemplate()))
        currentEditor()->goTo(*place);
    currentEditor()->setFocus();
}

void PartEditor::undo() {
    currentEditor()->undo();
}

void PartEditor::redo() {
    currentEditor()->redo();
}

void PartEditor::updateCompletions() {
    QStringList words;
    if (const Json* properties = resolvePointer(m_draft.document(), "/inputs/properties");
        properties && properties->is_object())
        for (const auto& property : properties->items())
            words.append(toQString(property.key()));
    words.append(QStringLiteral("sources"));
    addNames(text::templateFilters(), words);
    addNames(text::templateFunctions(), words);
    m_template->setCompleter([words](const QString&, bool) { return Completions{{}, {}, {}}; });
}

void PartEditor::addPart() {
    m_draft.setSource(m_part, toQString(toPrettyText(partStarter(m_part))));
    currentEditor()->setFocus();
}

}  // namespace touchstone::ui
