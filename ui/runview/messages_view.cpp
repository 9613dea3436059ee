// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/messages_view.h"

#include "messages_canvas.h"
#include "part_colors.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {
namespace {

std::vector<session::PromptPart> partsOf(const std::vector<ShownMessage>& messages) {
    std::array<bool, engine::kPromptPartCount> seen{};
    for (const ShownMessage& message : messages)
        for (const session::Piece& piece : message.pieces)
            seen[static_cast<std::size_t>(piece.part)] = true;
    std::vector<session::PromptPart> parts;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i])
            parts.push_back(static_cast<session::PromptPart>(i));
    return parts;
}

QString placeText(const session::Piece& piece) {
    const QString part = promptPartName(piece.part);
    if (piece.pointer.starts_with("/prompt/examples/")) {
        const auto number = toQString(piece.pointer).section(QLatin1Char('/'), 3, 3).toLongLong() + 1;
        return piece.pointer.ends_with("/output") ? MessagesView::tr("Example %1, its answer").arg(formatCount(number))
                                                  : MessagesView::tr("Example %1, its input").arg(formatCount(number));
    }
    const QString line = formatCount(static_cast<std::int64_t>(piece.position.line));
    if (piece.variables.empty())
        return MessagesView::tr("%1 · %2, line %3").arg(part, toQString(piece.pointer), line);
    QStringList variables;
    for (const std::string& variable : piece.variables)
        variables.append(toQString(variable));
    return MessagesView::tr("%1 · from %2 · %3, line %4")
        .arg(part, variables.join(QStringLiteral(", ")), toQString(piece.pointer), line);
}

}  // namespace

ShownMessages shownMessages(const session::Preview& preview) {
    auto messages = std::make_shared<std::vector<ShownMessage>>();
    messages->reserve(preview.messages.size());
    for (const session::PreviewMessage& message : preview.messages)
        messages->push_back({std::string(toString(message.role)), message.content, message.pieces});
    return messages;
}

ShownMessages shownMessages(const Json& recorded) {
    auto messages = std::make_shared<std::vector<ShownMessage>>();
    if (recorded.is_array())
        for (const Json& message : recorded)
            if (message.is_object())
                messages->push_back({stringAt(message, "role"), stringAt(message, "content"), {}});
    return messages;
}

QString promptPartName(session::PromptPart part) {
    switch (part) {
        case session::PromptPart::Instructions:
            return MessagesView::tr("instructions");
        case session::PromptPart::Examples:
            return MessagesView::tr("examples");
        case session::PromptPart::Context:
            return MessagesView::tr("context");
        case session::PromptPart::Prompt:
            return MessagesView::tr("prompt");
        case session::PromptPart::Input:
            return MessagesView::tr("input");
    }
    return {};
}

MessagesView::MessagesView(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent),
      m_canvas(new MessagesCanvas(theme, name)),
      m_legend(new PartLegend(theme)),
      m_place(new ElidedLabel),
      m_head(new QWidget),
      m_empty(new QLabel(tr("No messages"))) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_place->setObjectName(QStringLiteral("messagePlace"));
    m_place->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_place, theme, TextStyle::Caption);
    m_empty->setObjectName(QStringLiteral("noMessages"));
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->setContentsMargins(12, 8, 12, 8);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_empty->setWordWrap(true);
    auto* copy = makeToolButton(theme, Icon::Copy, tr("Copy all messages"), m_head);
    copy->setObjectName(QStringLiteral("copyMessages"));
    auto* line = new QHBoxLayout(m_head);
    line->setContentsMargins(12, 2, 6, 2);
    line->addWidget(m_legend);
    line->addWidget(m_place, 1);
    line->addWidget(copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_empty);
    layout->addWidget(m_canvas, 1);
    setFocusProxy(m_canvas);
    connect(copy, &QToolButton::clicked, this, &MessagesView::copyAll);
    connect(m_canvas, &MessagesCanvas::copyAllRequested, this, &MessagesView::copyAll);
    connect(m_canvas, &MessagesCanvas::copyRequested, this, &MessagesView::copyMessage);
    connect(m_canvas, &MessagesCanvas::placeRequested, this, &MessagesView::placeRequested);
    connect(m_canvas, &MessagesCanvas::currentPieceChanged, this, &MessagesView::tellPlace);
    setMessages(std::make_shared<const std::vector<ShownMessage>>());
}

void MessagesView::setMessages(ShownMessages messages) {
    const std::vector<session::PromptPart> parts = partsOf(*messages);
    m_legend->setParts(parts);
    m_empty->setVisible(messages->empty());
    m_canvas->setVisible(!messages->empty());
    m_head->setVisible(!parts.empty());  // what was recorded has no parts; its menu copies all
    m_canvas->setMessages(std::move(messages));
}

void MessagesView::setStale(bool stale) {
    m_canvas->setStale(stale);
}

void MessagesView::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

void MessagesView::tellPlace() {
    constexpr std::size_t kMostSpoken = 400;  // bytes
    const auto current = m_canvas->currentPiece();
    m_place->clear();
    m_canvas->setAccessibleDescription({});
    if (!current)
        return;
    const ShownMessage& message = m_canvas->messages()[current->message];
    const session::Piece& piece = message.pieces[current->piece];
    const auto words = std::string_view(message.content).substr(piece.begin, piece.end - piece.begin);
    m_place->setText(placeText(piece));
    m_canvas->setAccessibleDescription(
        tr("%1: %2").arg(m_place->text(), toQString(words.substr(0, kMostSpoken)).simplified()));
}

void MessagesView::copyMessage(std::size_t message) const {
    QApplication::clipboard()->setText(toQString(m_canvas->messages()[message].content));
}

void MessagesView::copyAll() const {
    QString text;
    for (const ShownMessage& message : m_canvas->messages())
        text += QStringLiteral("%1%2:\n%3\n")
                    .arg(text.isEmpty() ? QString() : QStringLiteral("\n"), toQString(message.role),
                         toQString(message.content));
    QApplication::clipboard()->setText(text);
}

}  // namespace touchstone::ui
