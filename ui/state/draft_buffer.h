// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text of a draft: a document as it was last read, and over it what was typed since. A key costs its text; reading
// is done on a worker from a snapshot, or here when someone asks for more than the typed text before the worker came.
//
// GUI thread only.

#pragma once

#include "session/draft_text.h"

#include <QString>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace touchstone::ui {

class DraftBuffer {
public:
    void load(const session::DraftText& text);
    void setSource(std::string_view part, const QString& json);
    void setTemplate(std::string_view part, const QString& text);
    // Takes what was read from the newest snapshot.
    void adopt(const session::ReadText& read);

    // Shares the document, so it costs what was typed.
    [[nodiscard]] session::DraftText snapshot() const;
    // With all that was typed and is JSON.
    [[nodiscard]] const Json& document() const;
    [[nodiscard]] bool hasPart(std::string_view part) const;
    // The part's JSON, indented; as typed when it was typed as JSON; empty when the document does not have it.
    [[nodiscard]] QString source(std::string_view part) const;
    // The template of the instructions, or of the prompt's last message.
    [[nodiscard]] QString templateText(std::string_view part) const;
    // False while the part's source is typed and not JSON.
    [[nodiscard]] bool takesTemplate(std::string_view part) const;
    // A part whose text is not JSON, or empty.
    [[nodiscard]] std::string brokenPart() const;

private:
    struct Typed {
        QString text;
        bool isTemplate = false;
        bool broken = false;  // known to be no JSON
    };

    // Reads what a worker has not read yet.
    void settle() const;
    void take(const session::ReadText& read) const;

    // Changed by reading, which changes nothing anybody sees
    mutable std::shared_ptr<const Json> m_document = std::make_shared<const Json>(Json::object());
    mutable std::map<std::string, Typed, std::less<>> m_typed;
};

}  // namespace touchstone::ui
