// SPDX-License-Identifier: GPL-3.0-or-later
//
// The messages of a prompt, to read: each under its role, its text tinted by whose words it is, with a legend. Pointing
// at a run of text, or stepping to it by the arrow keys, tells its part, line and variables; a click or Enter asks to
// be led there. Without pieces (recorded runs) it is plain text.
//
// Only what is in sight is laid out, so long prompts cost no more than short ones.
//
// GUI thread only.

#pragma once

#include "session/preview.h"

#include <QWidget>

#include <memory>
#include <string>
#include <vector>

class QLabel;

namespace touchstone::ui {

class ElidedLabel;
class MessagesCanvas;
class PartLegend;
class Theme;

struct ShownMessage {
    std::string role;     // "system", "user", "assistant"
    std::string content;  // UTF-8
    std::vector<session::Piece> pieces;
};
// Shared, because it may be large.
using ShownMessages = std::shared_ptr<const std::vector<ShownMessage>>;

// May be called on a worker.
[[nodiscard]] ShownMessages shownMessages(const session::Preview& preview);
// As trace::Detail keeps them: [{"role": …, "content": …}]. What is not of that form is left out.
[[nodiscard]] ShownMessages shownMessages(const Json& recorded);

// "instructions", "examples", "context", "prompt", "input", for people.
[[nodiscard]] QString promptPartName(session::PromptPart part);

class MessagesView : public QWidget {
    Q_OBJECT

public:
    // `name` is what a screen reader calls the text.
    MessagesView(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    // Keeps the place that is in sight.
    void setMessages(ShownMessages messages);
    // Muted: the text is not of what stands in the editor now.
    void setStale(bool stale);
    // What stands there while there are no messages.
    void setEmptyText(const QString& text);

    void copyMessage(std::size_t message) const;
    void copyAll() const;

Q_SIGNALS:
    // A JSON pointer into the document and a place in the template there.
    void placeRequested(const QString& pointer, touchstone::TextPosition position);

private:
    void tellPlace();

    MessagesCanvas* m_canvas;
    PartLegend* m_legend;
    ElidedLabel* m_place;
    QWidget* m_head;
    QLabel* m_empty;
};

}  // namespace touchstone::ui
