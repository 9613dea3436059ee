// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/feedback_view.h"

#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uirunview/record_table.h"
#include "uistate/text.h"

#include <QDateTime>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr double kNoScore = -0.05;  // one step below the worst: shown as "no score"
constexpr int kMostText = 20'000;   // characters
constexpr std::size_t kMostUnsaved = 200;

bool saysSomething(const trace::Feedback& feedback) {
    return feedback.thumb != trace::Thumb::None || feedback.score || !feedback.comment.empty() ||
           !feedback.correction.empty();
}

QString shownThumb(trace::Thumb thumb) {
    return thumb == trace::Thumb::Up     ? FeedbackView::tr("✓ good")
           : thumb == trace::Thumb::Down ? FeedbackView::tr("✕ bad")
                                         : QString();
}

Role inkOf(trace::Thumb thumb) {
    return thumb == trace::Thumb::Up ? Role::Better : thumb == trace::Thumb::Down ? Role::Worse : Role::Text;
}

QString shownTime(WallTime at) {
    const QDateTime time =
        QDateTime::fromMSecsSinceEpoch(std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count());
    return QLocale().toString(time, QStringLiteral("d MMM HH:mm"));
}

std::vector<RecordColumn> columns() {
    return {{FeedbackView::tr("When"), 108},
            {FeedbackView::tr("Mark"), 70},
            {FeedbackView::tr("Score"), 60, true},
            {FeedbackView::tr("Why"), 0},
            {FeedbackView::tr("Should have been"), 150}};
}

}  // namespace

FeedbackView::FeedbackView(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_score(new QDoubleSpinBox),
      m_reason(new QLineEdit),
      m_correction(new QPlainTextEdit),
      m_save(new QPushButton(tr("Save feedback"))),
      m_hint(new QLabel(tr("Give a mark, a score or a word first."))),
      m_banner(new InlineBanner(theme)),
      m_earlier(new RecordTable(theme, tr("Earlier feedback"), columns())) {
    m_earlier->setObjectName(QStringLiteral("earlierFeedback"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(makeForm());
    layout->addWidget(m_earlier, 1);
    layout->addStretch();
    connect(m_reason, &QLineEdit::textChanged, this, &FeedbackView::updateSave);
    connect(m_reason, &QLineEdit::returnPressed, this, &FeedbackView::save);
    connect(m_correction, &QPlainTextEdit::textChanged, this, &FeedbackView::updateSave);
    connect(m_score, &QDoubleSpinBox::valueChanged, this, &FeedbackView::updateSave);
    connect(m_save, &QPushButton::clicked, this, &FeedbackView::save);
    updateSave();
}

QWidget* FeedbackView::makeForm() {
    m_correction->setObjectName(QStringLiteral("feedbackCorrection"));
    m_correction->setAccessibleName(tr("What the answer should have been"));
    m_correction->setPlaceholderText(tr("What the answer should have been"));
    m_correction->setTabChangesFocus(true);
    m_correction->setFixedHeight(m_theme.px(56));
    m_save->setObjectName(QStringLiteral("saveFeedback"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_hint, m_theme, TextStyle::Caption);
    auto* saving = new QHBoxLayout;
    saving->addWidget(m_hint, 1);
    saving->addWidget(m_save);
    auto* form = new QWidget;
    auto* layout = new QVBoxLayout(form);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->setSpacing(8);
    layout->addWidget(makeMarks());
    layout->addWidget(m_correction);
    layout->addLayout(saving);
    return form;
}

QWidget* FeedbackView::makeMarks() {
    m_up = makeThumb(trace::Thumb::Up);
    m_down = makeThumb(trace::Thumb::Down);
    m_reason->setObjectName(QStringLiteral("feedbackReason"));
    m_reason->setAccessibleName(tr("Why"));
    m_reason->setPlaceholderText(tr("Why"));
    m_reason->setMaxLength(kMostText);
    m_score->setObjectName(QStringLiteral("feedbackScore"));
    m_score->setAccessibleName(tr("Score, 0 to 1"));
    m_score->setRange(kNoScore, 1);
    m_score->setSingleStep(-kNoScore);
    m_score->setDecimals(2);
    m_score->setSpecialValueText(tr("no score"));
    m_score->setValue(kNoScore);
    m_score->setMinimumWidth(m_theme.px(100));
    auto* marks = new QWidget;
    auto* line = new QHBoxLayout(marks);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(8);
    line->addWidget(m_up);
    line->addWidget(m_down);
    line->addWidget(m_score);
    line->addWidget(m_reason, 1);
    return marks;
}

QToolButton* FeedbackView::makeThumb(trace::Thumb thumb) {
    const bool up = thumb == trace::Thumb::Up;
    auto* button = new QToolButton;
    button->setObjectName(up ? QStringLiteral("thumbUp") : QStringLiteral("thumbDown"));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setText(up ? tr("Good") : tr("Bad"));
    button->setIcon(m_theme.icon(up ? Icon::ThumbUp : Icon::ThumbDown));
    connect(button, &QToolButton::clicked, this,
            [this, button, thumb] { choose(button->isChecked() ? thumb : trace::Thumb::None); });
    return button;
}

void FeedbackView::choose(trace::Thumb thumb) {
    m_up->setChecked(thumb == trace::Thumb::Up);
    m_down->setChecked(thumb == trace::Thumb::Down);
    updateSave();
}

trace::Feedback FeedbackView::entered() const {
    trace::Feedback feedback;
    feedback.thumb = m_up->isChecked()     ? trace::Thumb::Up
                     : m_down->isChecked() ? trace::Thumb::Down
                                           : trace::Thumb::None;
    feedback.comment = toUtf8(m_reason->text().trimmed());
    feedback.correction = toUtf8(m_correction->toPlainText().left(kMostText).trimmed());
    if (m_score->value() >= 0)
        feedback.score = m_score->value();
    return feedback;
}

void FeedbackView::updateSave() {
    const bool says = saysSomething(entered());
    m_save->setEnabled(says && !m_saving);
    m_hint->setVisible(!says);
}

void FeedbackView::save() {
    if (!m_save->isEnabled())
        return;
    m_saving = true;
    updateSave();
    Q_EMIT given(entered());
}

void FeedbackView::setSaved() {
    m_saving = false;
    m_banner->hide();
    clearForm();
}

void FeedbackView::setFailed(const QString& message) {
    m_saving = false;
    updateSave();
    m_banner->showMessage(Severity::Error, tr("The feedback is not stored"), message);
}

void FeedbackView::clearForm() {
    m_unsaved.erase(m_trace);
    fillForm();
}

void FeedbackView::keepForm() {
    if (!m_trace.empty() && saysSomething(entered()) && m_unsaved.size() < kMostUnsaved)
        m_unsaved[m_trace] = entered();
    else
        m_unsaved.erase(m_trace);
}

void FeedbackView::fillForm() {
    const auto kept = m_unsaved.find(m_trace);
    const trace::Feedback feedback = kept == m_unsaved.end() ? trace::Feedback{} : kept->second;
    m_score->setValue(feedback.score.value_or(kNoScore));
    m_reason->setText(toQString(feedback.comment));
    m_correction->setPlainText(toQString(feedback.correction));
    choose(feedback.thumb);
}

void FeedbackView::setTrace(const trace::Trace& trace) {
    if (m_trace != trace.summary.id) {
        keepForm();
        m_trace = trace.summary.id;
        m_saving = false;
        m_banner->hide();
        fillForm();
    }
    std::vector<RecordRow> rows;
    for (auto feedback = trace.detail.feedback.rbegin(); feedback != trace.detail.feedback.rend(); ++feedback)
        rows.push_back({{shownTime(feedback->at), Role::TextMuted},
                        {shownThumb(feedback->thumb), inkOf(feedback->thumb)},
                        {feedback->score ? formatScore(*feedback->score) : QString()},
                        {toQString(feedback->comment)},
                        {toQString(feedback->correction)}});
    m_earlier->setVisible(!rows.empty());
    m_earlier->setRows(std::move(rows));
}

}  // namespace touchstone::ui
