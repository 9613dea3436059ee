// SPDX-License-Identifier: GPL-3.0-or-later

#include "answer_view.h"

#include "uibase/code_editor.h"
#include "uibase/diff_view.h"
#include "uibase/json_tree.h"
#include "uibase/markdown_view.h"
#include "uibase/segmented_control.h"
#include "uibase/shown_length.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStackedWidget>

#include <utility>

namespace touchstone::ui {
namespace {

// Answers are short; one that is not is compared coarsely rather than late.
constexpr text::DiffLimits kComparison{500000};

constexpr std::size_t kLargestCompared = 32U << 10U;  // bytes

// As many bytes as are compared, without half a character.
std::size_t beginning(std::string_view text) {
    std::size_t end = std::min(text.size(), kLargestCompared);
    while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return end;
}

std::string readable(const engine::Outcome& outcome) {
    return outcome.value.is_null() ? outcome.output : toPrettyText(outcome.value);
}

}  // namespace

AnswerView::AnswerView(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_modes(new SegmentedControl(theme, tr("How the answer is shown"))),
      m_pages(new QStackedWidget),
      m_plain(new CodeEditor(theme, name)),
      m_markdown(new MarkdownView(theme, name)),
      m_tree(new JsonTreeView(theme, name)),
      m_difference(new DiffView(theme, tr("What differs from the pinned answer"))),
      m_rest(new QLabel) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_plain->setObjectName(QStringLiteral("output"));
    m_plain->setReadOnly(true);
    m_plain->setLineNumbersVisible(false);
    m_plain->setWordWrap(true);
    m_markdown->setObjectName(QStringLiteral("outputMarkdown"));
    m_tree->setObjectName(QStringLiteral("outputTree"));
    m_difference->setObjectName(QStringLiteral("outputDifference"));
    m_rest->setObjectName(QStringLiteral("outputRest"));
    m_rest->setWordWrap(true);
    m_rest->setContentsMargins(12, 4, 12, 8);
    m_rest->hide();
    setTextStyle(*m_rest, theme, TextStyle::Caption);
    for (QWidget* page : {static_cast<QWidget*>(m_plain), static_cast<QWidget*>(m_markdown),
                          static_cast<QWidget*>(m_tree), static_cast<QWidget*>(m_difference)})
        m_pages->addWidget(page);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeModes());
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_rest);
    offerModes();
}

QWidget* AnswerView::makeModes() {
    m_modes->setObjectName(QStringLiteral("answerModes"));
    for (const QString& mode : {tr("Text"), tr("Markdown"), tr("Tree"), tr("Difference")})
        m_modes->addSegment(mode);
    connect(m_modes, &SegmentedControl::currentChanged, this, [this] {
        refresh();
        Q_EMIT modeChanged();
    });
    auto* line = new QWidget;
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(12, 8, 12, 4);
    row->addWidget(m_modes);
    row->addStretch(1);
    return line;
}

int AnswerView::mode() const {
    return m_modes->currentIndex();
}

void AnswerView::setMode(int mode) {
    if (mode >= 0 && mode < kModes)
        m_modes->setCurrentIndex(mode);
    refresh();
}

void AnswerView::showStream(const QString& text) {
    m_outcome.reset();
    m_text = text;
    refresh();
}

void AnswerView::showOutcome(std::shared_ptr<const engine::Outcome> outcome) {
    m_outcome = std::move(outcome);
    m_text = m_outcome ? toQString(readable(*m_outcome)) : QString();
    offerModes();
    refresh();
}

void AnswerView::setOther(std::shared_ptr<const engine::Outcome> other) {
    m_other = std::move(other);
    offerModes();
    refresh();
}

void AnswerView::offerModes() {
    const bool isJson = m_outcome && !m_outcome->value.is_null();
    m_modes->setSegmentEnabled(Tree, isJson, tr("The answer is not JSON."));
    m_modes->setSegmentEnabled(Difference, m_other != nullptr, tr("Pin a run to compare the next ones with it."));
}

void AnswerView::refresh() {
    const bool isJson = m_outcome && !m_outcome->value.is_null();
    int mode = m_modes->currentIndex();
    if ((mode == Tree && !isJson) || (mode == Difference && (!m_other || !m_outcome)))
        mode = Text;
    m_pages->setCurrentIndex(mode);
    m_rest->hide();
    setFocusProxy(m_pages->currentWidget());
    if (mode == Markdown)
        return m_markdown->setMarkdownText(m_text);
    if (mode == Tree)
        return m_tree->setValue(std::shared_ptr<const Json>(m_outcome, &m_outcome->value));
    if (mode == Difference)
        return showDifference();
    showText(isJson);
}

void AnswerView::showText(bool isJson) {
    if (std::exchange(m_isColored, isJson) != isJson)  // or each piece of a stream would be laid out with all before it
        m_plain->setLanguage(isJson ? CodeEditor::Language::Json : CodeEditor::Language::Plain);
    const qsizetype shown = shownLength(m_text);
    m_plain->setText(m_text.left(shown));
    m_rest->setVisible(shown < m_text.size());
    m_rest->setText(tr("… %n more character(s), left out here; “Copy the answer” takes all of it.", nullptr,
                       static_cast<int>(m_text.size() - shown)));
}

void AnswerView::showDifference() {
    DiffSection section;
    std::string before = readable(*m_other);
    std::string after = readable(*m_outcome);
    if (std::max(before.size(), after.size()) > kLargestCompared) {
        section.title = tr("The answers are too long to compare here; this is their beginning");
        before.resize(beginning(before));
        after.resize(beginning(after));
    }
    section.lines = text::alignLines(before, after, kComparison);
    m_difference->setSections({std::move(section)});
}

}  // namespace touchstone::ui
