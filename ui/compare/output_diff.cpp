// SPDX-License-Identifier: GPL-3.0-or-later

#include "output_diff.h"

#include "eval/dataset.h"
#include "eval/experiment.h"
#include "text/diff.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

// Fast enough to follow the arrow keys through a table.
constexpr text::DiffLimits kDiffLimits{3'000'000};

QString noteOf(const eval::CaseResult* result) {
    if (!result)
        return OutputDiff::tr("not run");
    QStringList facts{(result->passed ? OutputDiff::tr("✓ passed") : OutputDiff::tr("✕ failed")),
                      formatScore(result->score, 3), formatDuration(result->latency), formatMoney(result->cost)};
    return facts.join(QStringLiteral(" · "));
}

std::string outputOf(const eval::CaseResult* result) {
    if (!result)
        return {};
    return result->output.empty() ? result->error : result->output;
}

QString shortJson(const Json& value) {
    constexpr qsizetype kShown = 400;
    return (value.is_string() ? toQString(value.get_ref<const std::string&>()) : toQString(toText(value)))
        .left(kShown)
        .simplified();
}

QString describe(const eval::Case& testCase) {
    QStringList inputs;
    for (const auto& input : testCase.input.items())
        inputs.append(QStringLiteral("%1: %2").arg(toQString(input.key()), shortJson(input.value())));
    QString text = inputs.join(QStringLiteral(" · "));
    if (testCase.expected)
        text += OutputDiff::tr("\nExpected: %1").arg(shortJson(*testCase.expected));
    return text;
}

}  // namespace

OutputDiff::OutputDiff(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme), m_case(new QLabel) {
    m_case->setTextFormat(Qt::PlainText);
    m_case->setWordWrap(true);
    m_case->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_case->setContentsMargins(12, 8, 12, 8);
    m_case->setAutoFillBackground(true);
    m_case->setBackgroundRole(QPalette::Base);
    m_case->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_case->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    m_case->setAccessibleName(tr("Input and expectation"));
    auto* panes = new Splitter(Qt::Horizontal);
    panes->setObjectName(QStringLiteral("comparePanes"));
    panes->setChildrenCollapsible(false);
    for (std::size_t side = 0; side < 2; ++side)
        panes->addWidget(makePane(side));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_case);
    layout->addWidget(panes, 1);
    connect(&theme, &Theme::themeChanged, this, [this] { showOutputs(m_outputs[0], m_outputs[1]); });
    clear();
}

QWidget* OutputDiff::makePane(std::size_t side) {
    auto* pane = new QWidget;
    m_heads[side] = new PanelHead(m_theme, {});
    auto* edit = m_texts[side] = new QPlainTextEdit;
    edit->setReadOnly(true);
    edit->setUndoRedoEnabled(false);
    edit->setFrameShape(QFrame::NoFrame);
    edit->document()->setDocumentMargin(10);
    edit->setObjectName(side == 0 ? QStringLiteral("baselineOutput") : QStringLiteral("candidateOutput"));
    edit->setAccessibleName(side == 0 ? tr("Output of the baseline") : tr("Output of the candidate"));
    setTextStyle(*edit, m_theme, TextStyle::Mono);
    auto* layout = new QVBoxLayout(pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_heads[side]);
    layout->addWidget(edit, 1);
    return pane;
}

void OutputDiff::setNames(const QString& baseline, const QString& candidate) {
    m_heads[0]->setTitle(baseline);
    m_heads[1]->setTitle(candidate);
}

void OutputDiff::clear() {
    m_case->setText(tr("Select a case to read both answers in full."));
    for (PanelHead* head : m_heads)
        head->setNote({});
    showOutputs({}, {});
}

void OutputDiff::showCase(const eval::Case& testCase, const eval::CaseResult* baseline,
                          const eval::CaseResult* candidate) {
    m_case->setText(describe(testCase));
    m_heads[0]->setNote(noteOf(baseline));
    m_heads[1]->setNote(noteOf(candidate));
    showOutputs(outputOf(baseline), outputOf(candidate));
}

void OutputDiff::showOutputs(const std::string& before, const std::string& after) {
    QTextCharFormat plain;
    QTextCharFormat deleted;
    deleted.setBackground(m_theme.color(Role::DiffDel));
    deleted.setFontStrikeOut(true);
    QTextCharFormat inserted;
    inserted.setBackground(m_theme.color(Role::DiffAdd));
    for (QPlainTextEdit* edit : m_texts)
        edit->clear();
    QTextCursor left(m_texts[0]->document());
    QTextCursor right(m_texts[1]->document());
    for (const text::DiffPiece& piece : text::diffWords(before, after, kDiffLimits).pieces) {
        if (piece.change != text::Change::Inserted)
            left.insertText(toQString(piece.text), piece.change == text::Change::Deleted ? deleted : plain);
        if (piece.change != text::Change::Deleted)
            right.insertText(toQString(piece.text), piece.change == text::Change::Inserted ? inserted : plain);
    }
    for (QPlainTextEdit* edit : m_texts)
        edit->moveCursor(QTextCursor::Start);
    m_outputs = {before, after};
}

}  // namespace touchstone::ui
