// SPDX-License-Identifier: GPL-3.0-or-later

#include "text_page.h"

#include "quick_fixes.h"
#include "template_completion.h"
#include "uibase/deliver.h"
#include "uistate/draft_model.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QThreadPool>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

const QString kLine = QStringLiteral("line");
const QString kColumn = QStringLiteral("column");
const QString kFirst = QStringLiteral("first");

}  // namespace

TextPage::TextPage(const Theme& theme, DraftModel& draft, std::string part, Kind kind, QWidget* parent)
    : PartPage(parent), m_draft(draft), m_part(std::move(part)), m_kind(kind) {
    const bool isTemplate = kind == Kind::Template;
    const QString title = partTitle(m_part);
    m_editor = new CodeEditor(theme, isTemplate ? tr("%1 template").arg(title) : tr("%1 source").arg(title));
    m_editor->setObjectName((isTemplate ? QStringLiteral("template.") : QStringLiteral("source.")) + toQString(m_part));
    m_editor->setLanguage(isTemplate ? CodeEditor::Language::Template : CodeEditor::Language::Json);
    m_editor->setWordWrap(isTemplate);
    m_editor->setUndoElsewhere();
    m_editor->setReadOnly(m_draft.isReadOnly());
    if (isTemplate)
        m_editor->setCompleter(
            [this](const QString& before, bool asked) { return completeTemplate(before, asked, *m_draft.lastRead()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_editor);
    setFocusProxy(m_editor);
    connect(m_editor, &CodeEditor::textEdited, this, &TextPage::push);
    connect(m_editor, &CodeEditor::typingEnded, &m_draft, &DraftModel::endTyping);
}

QString TextPage::draftText() const {
    if (m_kind == Kind::Source)
        return m_draft.source(m_part);
    return m_part == "prompt" ? m_draft.promptText() : m_draft.instructions();
}

std::string TextPage::pointer() const {
    if (m_kind == Kind::Source)
        return {};
    return m_part == "prompt" ? m_draft.promptPointer() : "/instructions/text";
}

void TextPage::showPart(bool fresh) {
    if (fresh)
        m_editor->load(draftText());
    else
        m_editor->setText(draftText());
    if (!m_wanted.isEmpty())
        restoreState(std::exchange(m_wanted, {}));
    showFindings();
}

void TextPage::setLocked(bool locked) {
    m_editor->setReadOnly(locked || m_draft.isReadOnly());
}

void TextPage::push(const QString& what) {
    const EditOrigin origin{what, m_editor->editOffset()};
    Q_EMIT editBegun();
    if (m_kind == Kind::Source)
        m_draft.setSource(m_part, m_editor->text(), origin);
    else if (m_part == "prompt")
        m_draft.setPromptText(m_editor->text(), origin);
    else
        m_draft.setInstructions(m_editor->text(), origin);
    Q_EMIT editEnded();
}

void TextPage::showFindings() {
    MarksRequest request{m_editor->text(), m_part, pointer(), m_draft.findings(), m_draft.baseDocument()};
    QThreadPool::globalInstance()->start(
        [self = QPointer<TextPage>(this), request = std::move(request), number = ++m_marksNumber] {
            const auto marks = std::make_shared<const PartMarks>(readMarks(request));
            deliverTo(self, [self, marks, number] {
                if (number == self->m_marksNumber)
                    self->adoptMarks(*marks);
            });
        });
}

void TextPage::adoptMarks(const PartMarks& marks) {
    std::vector<Problem> problems;
    for (const FoundProblem& found : marks.problems) {
        problems.push_back(found.problem);
        if (m_draft.isReadOnly())
            continue;
        for (const QuickFix& fix : quickFixes(found.finding))
            problems.back().fixes.push_back({fix.title, [this, apply = fix.apply] { apply(m_draft); }});
    }
    m_editor->setProblems(std::move(problems));
    if (marks.changes)
        m_editor->setLineChanges(*marks.changes);
}

bool TextPage::goTo(const Finding& finding) {
    if (m_kind == Kind::Template) {
        if (finding.pointer != pointer())
            return false;
        m_editor->goTo(finding.position.value_or(TextPosition()));
    } else if (const auto place = placeInSource(finding, m_part, toUtf8(m_editor->text()))) {
        m_editor->goTo(*place);
    } else {
        return false;
    }
    m_editor->setFocus();
    return true;
}

QVariantMap TextPage::saveState() const {
    if (!m_wanted.isEmpty())
        return m_wanted;
    const TextPosition cursor = m_editor->cursor();
    return {{kLine, QVariant::fromValue<qulonglong>(cursor.line)},
            {kColumn, QVariant::fromValue<qulonglong>(cursor.column)},
            {kFirst, m_editor->firstVisibleLine()}};
}

void TextPage::restoreState(const QVariantMap& state) {
    if (m_editor->text().isEmpty()) {
        m_wanted = state;
        return;
    }
    m_editor->goTo({state[kLine].toULongLong(), state[kColumn].toULongLong()});
    m_editor->setFirstVisibleLine(state[kFirst].toInt());
}

}  // namespace touchstone::ui
