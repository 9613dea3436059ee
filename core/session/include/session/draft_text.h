// SPDX-License-Identifier: Apache-2.0
//
// What stands in an editor: a document, and what was typed into its parts since the document was last read. Keeping a
// key costs its text; reading all of it costs as much as the document is large and is done on a worker.
//
// Pure functions; safe from any thread.

#pragma once

#include "base/finding.h"
#include "base/json.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::session {

struct TypedPart {
    std::string part;
    std::string text;         // the part's JSON; blank: the document does not have the part
    bool isTemplate = false;  // `text` is the template of the instructions or of the prompt's last message instead
};

struct DraftText {
    std::shared_ptr<const Json> document = std::make_shared<const Json>(Json::object());
    std::vector<TypedPart> typed;  // one a part
};

struct ReadText {
    std::shared_ptr<const Json> document;  // with all that was typed and is JSON
    std::vector<Finding> broken;           // one a part that is not JSON: its pointer, and the place in its text
};

[[nodiscard]] ReadText readText(const DraftText& text);

// Sets the template of the instructions, or of the prompt's last message, which is made where it is missing.
void setTemplate(Json& document, std::string_view part, const std::string& text);
// JSON pointer of the prompt's last message's template.
[[nodiscard]] std::string promptPointer(const Json& document);

// What a part says, for people to compare: its template; of the prompt, each message under its role and each example on
// one line; else its JSON indented. Its text as typed where that is no JSON; empty when absent.
struct PartText {
    std::string part;
    std::string text;
};
[[nodiscard]] std::vector<PartText> partTexts(const DraftText& text);

}  // namespace touchstone::session
