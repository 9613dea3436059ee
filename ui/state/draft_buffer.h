// SPDX-License-Identifier: GPL-3.0-or-later
//
// The text of a draft: a document as it was last read, and over it what was typed since. A key costs its text; reading
// is done on a worker from a snapshot, or here when someone asks for more than the typed text before the worker came.
//
// GUI thread only.

#pragma once

#include "draft_undo.h"
#include "session/draft_text.h"

#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::ui {

class DraftBuffer {
public:
    // Forgets what was typed.
    void load(const session::DraftText& text);
    // The same, but a part whose value stays keeps its text as it was typed. Returns what became another text.
    [[nodiscard]] std::vector<PartEdit> replace(const session::DraftText& text);
    void setSource(std::string_view part, const QString& json);
    void setTemplate(std::string_view part, const QString& text);
    // Takes what was read from the newest snapshot.
    void adopt(const session::ReadText& read);

    // Shares the document, so it costs what was typed.
    [[nodiscard]] session::DraftText snapshot() const;
    [[nodiscard]] std::shared_ptr<const Json> lastRead() const { return m_document; }
    // With all that was typed and is JSON.
    [[nodiscard]] const Json& document() const;
    [[nodiscard]] bool hasPart(std::string_view part) const;
    // The part's JSON, indented; as typed since load() when it was typed as JSON; empty when the document does not have
    // it.
    [[nodiscard]] QString source(std::string_view part) const;
    // The template of the instructions, or of the prompt's last message.
    [[nodiscard]] QString templateText(std::string_view part) const;
    // What an edit of the part's template, or of its source, begins with: of the source also where the template alone
    // does not decide the part.
    [[nodiscard]] PartState state(std::string_view part, bool ofTemplate) const;
    // False while the part's source is typed and not JSON.
    [[nodiscard]] bool takesTemplate(std::string_view part) const;
    // A part whose text is not JSON, or empty.
    [[nodiscard]] std::string brokenPart() const;
    // Where the part's text stops being JSON.
    [[nodiscard]] std::optional<TextPosition> brokenPlace(std::string_view part) const;

private:
    enum class Reading { Due, Done, Broken };
    struct Typed {
        QString text;
        bool isTemplate = false;
        Reading reading = Reading::Due;  // Done: the document has it
        TextPosition broken = {};        // where it stops being JSON
        bool made = false;               // written here from the value, not typed
    };

    // Reads what a worker has not read yet.
    void settle() const;
    void take(const session::ReadText& read) const;
    [[nodiscard]] const Typed* typedSource(std::string_view part) const;
    [[nodiscard]] const Json* templateValue(std::string_view part) const;
    [[nodiscard]] bool templateDecides(std::string_view part) const;

    // Changed by reading, which changes nothing anybody sees
    mutable std::shared_ptr<const Json> m_document = std::make_shared<const Json>(Json::object());
    mutable std::map<std::string, Typed, std::less<>> m_typed;
};

}  // namespace touchstone::ui
