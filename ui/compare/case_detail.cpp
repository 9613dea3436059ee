// SPDX-License-Identifier: GPL-3.0-or-later

#include "case_detail.h"

#include "head_words.h"
#include "input_text.h"
#include "text/aligned_lines.h"
#include "uibase/deliver.h"
#include "uibase/diff_view.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/segmented_control.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QAction>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QThreadPool>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

// Fast enough to follow the arrow keys through a table.
constexpr text::DiffLimits kDiffLimits{3'000'000};

QString verdictText(const eval::CaseResult& result) {
    return (result.passed ? CaseDetail::tr("passed %1") : CaseDetail::tr("failed %1"))
        .arg(formatScore(result.score, 3));
}

QString scorerLine(const eval::ScoreEntry& score) {
    const QString line = QStringLiteral("%1 %2 %3")
                             .arg(score.passed ? QStringLiteral("✓") : QStringLiteral("✕"), toQString(score.scorer),
                                  formatScore(score.value));
    return score.reason.empty() ? line : QStringLiteral("%1: %2").arg(line, toQString(score.reason));
}

QString costLine(const eval::CaseResult& result) {
    QStringList facts{metaOf(result)};
    const auto passed = std::count_if(result.scores.begin(), result.scores.end(),
                                      [](const eval::ScoreEntry& score) { return score.passed; });
    if (!result.scores.empty())
        facts.append(CaseDetail::tr("%1 of %n scorer(s) passed", nullptr, static_cast<int>(result.scores.size()))
                         .arg(formatCount(passed)));
    return facts.join(QStringLiteral(" · "));
}

// Time, cost and why the case failed; the text below needs the room more than the scorers that passed.
QStringList factsOf(const eval::CaseResult& result) {
    constexpr qsizetype kMostFailures = 2;
    QStringList failures;
    for (const eval::ScoreEntry& score : result.scores)
        if (!score.passed)
            failures.append(scorerLine(score));
    if (!result.fellBack.empty())
        failures.prepend(CaseDetail::tr("fell back, because %1").arg(toQString(result.fellBack)));
    QStringList lines = QStringList{costLine(result)} + failures.mid(0, kMostFailures);
    if (failures.size() > kMostFailures)
        lines.last() = CaseDetail::tr("%1 … and %n more", nullptr, static_cast<int>(failures.size() - kMostFailures))
                           .arg(lines.last());
    return lines;
}

QString allScores(const eval::CaseResult& result) {
    QStringList lines;
    for (const eval::ScoreEntry& score : result.scores)
        lines.append(scorerLine(score));
    return lines.join(QLatin1Char('\n'));
}

std::string answerOf(const eval::CaseResult* result) {
    if (!result)
        return {};
    return result->output.empty() ? result->error : readableAnswer(result->output);
}

QFrame* makeLine() {
    auto* line = new QFrame;
    line->setFixedWidth(1);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    return line;
}

}  // namespace

CaseDetail::CaseDetail(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_head(new PanelHead(theme, {})),
      m_input(new InputText(theme)),
      m_mode(new SegmentedControl(theme, tr("How the answers are shown"))),
      m_difference(new DiffView(theme, tr("Difference of the answers"))),
      m_pages(new QStackedWidget) {
    setObjectName(QStringLiteral("caseDetail"));
    addModes();
    addSteps();
    auto* split = new Splitter(Qt::Vertical);
    split->setObjectName(QStringLiteral("compareCase"));
    split->addWidget(m_input);
    m_pages->addWidget(makeColumns());
    m_pages->addWidget(m_difference);
    split->addWidget(m_pages);
    split->setStretchFactor(1, 1);
    split->setSizes({theme.px(84), theme.px(220)});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(split, 1);
    connect(&theme, &Theme::themeChanged, this, &CaseDetail::showAnswers);
    clear();
}

void CaseDetail::addModes() {
    m_mode->setObjectName(QStringLiteral("caseMode"));
    m_mode->addSegment(tr("Answers"));
    m_mode->addSegment(tr("Difference"));
    m_difference->setObjectName(QStringLiteral("caseDifference"));
    m_difference->setMode(DiffView::Mode::Split);
    m_difference->installEventFilter(this);
    m_head->addWidget(m_mode);
    connect(m_mode, &SegmentedControl::currentChanged, this, [this](int mode) {
        m_pages->setCurrentIndex(mode);
        showDifference();
    });
}

// Lines of a long answer are aligned on a worker.
void CaseDetail::showDifference() {
    if (m_mode->currentIndex() == 0)
        return;
    const std::uint64_t number = ++m_differences;
    QThreadPool::globalInstance()->start(
        [self = QPointer<CaseDetail>(this), number, before = m_before, after = m_after] {
            auto lines = text::alignLines(before, after);
            deliverTo(self, [self, number, lines = std::move(lines)] {
                if (number == self->m_differences)
                    self->m_difference->setSections({{tr("Answer"), {}, lines}});
            });
        });
}

void CaseDetail::addSteps() {
    const auto add = [this](Icon icon, const QString& name, const QKeySequence& shortcut, int rows) {
        auto* action = new QAction(name, this);
        action->setShortcut(shortcut);
        addAction(action);
        connect(action, &QAction::triggered, this, [this, rows] { Q_EMIT stepRequested(rows); });
        QToolButton* button = makeToolButton(m_theme, icon, name, m_head, shortcut);
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        m_head->addWidget(button);
    };
    add(Icon::ChevronUp, tr("Case above"), QKeySequence(Qt::ALT | Qt::Key_Up), -1);
    add(Icon::ChevronDown, tr("Case below"), QKeySequence(Qt::ALT | Qt::Key_Down), 1);
    QToolButton* copy = makeToolButton(m_theme, Icon::Copy, tr("Copy the input"), m_head);
    copy->setObjectName(QStringLiteral("copy.caseInput"));
    connect(copy, &QToolButton::clicked, m_input, &InputText::copyInput);
    m_head->addWidget(copy);
}

QWidget* CaseDetail::makeColumns() {
    auto* columns = new QWidget;
    auto* grid = new QGridLayout(columns);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->setRowStretch(2, 1);
    m_columns.reserve(3);
    const auto add = [&](const QString& name, const char* objectName) {
        const int at = static_cast<int>(m_columns.size()) * 2;
        m_columns.emplace_back(m_theme, name, objectName, *grid, at);
        grid->setColumnStretch(at, 1);
    };
    add(tr("what was expected"), "expectedOutput");
    add(tr("answer of the baseline"), "baselineOutput");
    add(tr("answer of the candidate"), "candidateOutput");
    m_columns[Expected].setTitle(tr("Expected"));
    m_expectedLine = makeLine();
    grid->addWidget(m_expectedLine, 0, 1, 3, 1);
    m_candidateLine = makeLine();
    grid->addWidget(m_candidateLine, 0, 3, 3, 1);
    for (const AnswerColumn& from : m_columns)
        for (const AnswerColumn& to : m_columns)
            connect(from.text().verticalScrollBar(), &QScrollBar::valueChanged, to.text().verticalScrollBar(),
                    &QScrollBar::setValue);
    return columns;
}

void CaseDetail::setNames(const QString& baseline, const QString& candidate) {
    m_columns[Baseline].setTitle(baseline);
    m_columns[Candidate].setTitle(candidate);
    m_columns[Candidate].setVisible(!candidate.isEmpty());
    m_candidateLine->setVisible(!candidate.isEmpty());
}

void CaseDetail::takeFocus() {
    m_input->setFocus(Qt::OtherFocusReason);
}

void CaseDetail::clear() {
    m_head->setTitle(tr("No case"));
    m_head->setNote(tr("Select one to read both answers in full."));
    m_case.reset();
    m_input->showInput({});
    m_columns[Expected].setPlainText({});
    m_before.clear();
    m_after.clear();
    showResult(Baseline, nullptr);
    showResult(Candidate, nullptr);
    showAnswers();
}

void CaseDetail::showCase(const QString& name, const QString& note, const eval::Case& testCase,
                          const eval::CaseResult* baseline, const eval::CaseResult* candidate) {
    m_head->setTitle(name);
    m_head->setNote(note);
    showResult(Baseline, baseline);
    showResult(Candidate, candidate);
    const bool same = m_case && eval::toJson(*m_case) == eval::toJson(testCase);
    if (same && m_before == answerOf(baseline) && m_after == answerOf(candidate))
        return;  // whoever reads it keeps the place
    m_case = testCase;
    m_input->showInput(testCase.input);
    m_columns[Expected].setVisible(testCase.expected.has_value());
    m_expectedLine->setVisible(testCase.expected.has_value());
    m_columns[Expected].setPlainText(testCase.expected ? toQString(readableJson(*testCase.expected)) : QString());
    m_before = answerOf(baseline);
    m_after = answerOf(candidate);
    showAnswers();
}

void CaseDetail::showResult(std::size_t column, const eval::CaseResult* result) {
    AnswerColumn& shown = m_columns[column];
    if (result && !result->scores.empty())
        shown.showVerdict(result->passed, verdictText(*result));
    else
        shown.hideVerdict();
    shown.setFacts(result ? factsOf(*result) : QStringList{tr("not run")}, result ? allScores(*result) : QString());
}

void CaseDetail::showAnswers() {
    const text::TextDiff diff = text::diffWords(m_before, m_after, kDiffLimits);
    m_columns[Baseline].setText(diff.pieces, text::Change::Deleted);
    m_columns[Candidate].setText(diff.pieces, text::Change::Inserted);
    showDifference();
}

void CaseDetail::showLineByLine() {
    m_mode->setCurrentIndex(1);
    m_pages->setCurrentIndex(1);
    showDifference();
    m_difference->setFocus();
}

void CaseDetail::keyPressEvent(QKeyEvent* event) {
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (plain && (event->key() == Qt::Key_N || event->key() == Qt::Key_P))
        Q_EMIT differenceStepRequested(event->key() == Qt::Key_N);
    else
        QWidget::keyPressEvent(event);
}

// The list would look for rows that begin with the letter.
bool CaseDetail::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_difference && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_N || key == Qt::Key_P) {
            keyPressEvent(static_cast<QKeyEvent*>(event));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace touchstone::ui
