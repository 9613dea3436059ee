// SPDX-License-Identifier: GPL-3.0-or-later

#include "memory_form.h"

#include "number_edit.h"
#include "part_fields.h"
#include "uibase/theme.h"
#include "uibase/token_bar.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

constexpr int kUsualMessage = 120;  // tokens: a paragraph of some ninety words
constexpr int kLongestMessage = 1'000'000;

}  // namespace

MemoryForm::MemoryForm(const Theme& theme, QWidget* parent) : FormView(theme, "memory", memoryFields(), parent) {
    buildSplit(theme);
}

void MemoryForm::buildSplit(const Theme& theme) {
    auto* title = new QLabel(tr("How the window is used"));
    setTextStyle(*title, theme, TextStyle::BodyStrong);
    m_bar = new TokenBar(theme);
    m_bar->setObjectName(QStringLiteral("memoryBar"));
    m_sentence = new QLabel;
    m_sentence->setObjectName(QStringLiteral("memorySentence"));
    m_sentence->setWordWrap(true);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_length = new NumberEdit({1, kLongestMessage, true, kUsualMessage});
    m_length->setObjectName(QStringLiteral("memoryMessageLength"));
    m_length->setAccessibleName(tr("Assumed length of a message in tokens"));
    m_length->setText(QString::number(kUsualMessage));
    m_assumption = new QWidget;
    auto* line = new QHBoxLayout(m_assumption);
    line->setContentsMargins(0, 0, 0, 0);
    auto* before = new QLabel(tr("Assume messages of"));
    before->setBuddy(m_length);
    line->addWidget(before);
    line->addWidget(m_length);
    line->addWidget(new QLabel(tr("tokens each (only for this picture)")));
    line->addStretch(1);
    extras().addWidget(title);
    extras().addWidget(m_bar);
    extras().addWidget(m_sentence);
    extras().addWidget(m_assumption);
    connect(m_length, &NumberEdit::textEdited, this, &MemoryForm::showSplit);
}

void MemoryForm::partShown(const Json& part) {
    m_shown = part;
    showSplit();
}

QString MemoryForm::olderText() const {
    const Json* pinned = memberAt(m_shown, "pin");
    const bool pins = pinned && pinned->is_array() && !pinned->empty();
    const bool summary = stringAt(m_shown, "older") == "summarise";
    if (pins && summary)
        return tr("What is free holds pinned messages first, then a summary of the older ones.");
    if (pins)
        return tr("What is free holds pinned messages first, then older ones as far as they fit; the rest is dropped.");
    return summary ? tr("What is free holds a summary of the older messages.")
                   : tr("What is free holds older messages as far as they fit; the rest is dropped.");
}

void MemoryForm::showSplit() {
    const std::int64_t window = integerAt(m_shown, "window_tokens");
    const std::int64_t kept = std::clamp<std::int64_t>(integerAt(m_shown, "keep_last"), 0, 10'000);
    const std::int64_t length = std::clamp(m_length->text().toLongLong(), 1LL, qlonglong(kLongestMessage));
    m_bar->setVisible(window > 0);
    m_assumption->setVisible(window > 0 && kept > 0);
    if (window <= 0) {
        m_sentence->setText(tr("Set a window to see how it is used."));
        return;
    }
    std::vector<TokenSegment> segments;
    if (kept > 0)
        segments.push_back({tr("latest messages × %1").arg(kept), kept * length});
    m_bar->setUsage(std::move(segments), window, 0);
    m_bar->setNote(kept > 0 ? tr("assuming %1 tokens a message").arg(length) : QString());
    m_sentence->setText(olderText());
}

}  // namespace touchstone::ui
