// SPDX-License-Identifier: GPL-3.0-or-later

#include "input_text.h"

#include "uibase/theme.h"
#include "uistate/text.h"

#include <QApplication>
#include <QClipboard>
#include <QTextTable>

namespace touchstone::ui {
namespace {

constexpr std::size_t kShownBytes = 50'000;  // of one variable

QString shownValue(const Json& value) {
    const std::string text = readableJson(value);
    if (text.size() <= kShownBytes)
        return toQString(text);
    return toQString(std::string_view(text).substr(0, kShownBytes)) + QStringLiteral(" …");
}

}  // namespace

std::string readableJson(const Json& value) {
    return value.is_string() ? value.get<std::string>() : toPrettyText(value);
}

std::string readableAnswer(const std::string& answer) {
    const auto begin = answer.find_first_not_of(" \n\r\t");
    if (begin == std::string::npos || (answer[begin] != '{' && answer[begin] != '['))
        return answer;
    const auto value = parseJson(answer);
    return value.ok() ? toPrettyText(value.value()) : answer;
}

InputText::InputText(const Theme& theme, QWidget* parent) : QTextEdit(parent), m_theme(theme) {
    setObjectName(QStringLiteral("caseInput"));
    setAccessibleName(tr("Input"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    connect(&theme, &Theme::themeChanged, this, &InputText::fill);
}

void InputText::showInput(const Json& input) {
    m_input = input;
    fill();
}

void InputText::copyInput() const {
    QApplication::clipboard()->setText(toQString(toPrettyText(m_input)));
}

void InputText::fill() {
    clear();
    setMinimumHeight(m_theme.px(44));
    document()->setDocumentMargin(m_theme.px(9));
    if (!m_input.is_object() || m_input.empty())
        return;
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellPadding(m_theme.px(3));
    format.setCellSpacing(0);
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setColumnWidthConstraints(
        {QTextLength(QTextLength::FixedLength, m_theme.px(96)), QTextLength(QTextLength::PercentageLength, 100)});
    QTextTable* table = QTextCursor(document()).insertTable(static_cast<int>(m_input.size()), 2, format);
    QTextCharFormat muted;
    muted.setForeground(m_theme.color(Role::TextMuted));
    int row = 0;
    for (const auto& input : m_input.items()) {
        table->cellAt(row, 0).firstCursorPosition().insertText(toQString(input.key()), muted);
        table->cellAt(row++, 1).firstCursorPosition().insertText(shownValue(input.value()));
    }
    moveCursor(QTextCursor::Start);
}

}  // namespace touchstone::ui
