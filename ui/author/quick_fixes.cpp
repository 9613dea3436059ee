// SPDX-License-Identifier: GPL-3.0-or-later

#include "quick_fixes.h"

#include "parts_model.h"
#include "uibase/format.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"
#include "workflow/document.h"
#include "workflow/rename.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(QuickFixes)
};

// What stands in quotes after `before`: "did you mean 'trim'?".
QString quotedAfter(const QString& text, const QString& before) {
    const qsizetype at = text.indexOf(before);
    if (at < 0)
        return {};
    const qsizetype open = at + before.size();
    const QChar quote = open < text.size() ? text[open] : QChar();
    if (quote != u'\'' && quote != u'"')
        return {};
    const qsizetype close = text.indexOf(quote, open + 1);
    return close < 0 ? QString() : text.mid(open + 1, close - open - 1);
}

qsizetype offsetOf(const QString& text, const TextPosition& place) {
    qsizetype at = 0;
    for (std::size_t line = 1; line < place.line && at >= 0; ++line)
        at = text.indexOf(u'\n', at) + 1;
    for (std::size_t column = 1; column < place.column && at < text.size(); ++column)
        at += text[at].isHighSurrogate() ? 2 : 1;
    return at;
}

QString nameAt(const QString& text, qsizetype at) {
    qsizetype end = at;
    while (end < text.size() && (text[end].isLetterOrNumber() || text[end] == u'_'))
        ++end;
    return text.mid(at, end - at);
}

Json* mutableAt(Json& document, const std::string& pointer) {
    return const_cast<Json*>(resolvePointer(static_cast<const Json&>(document), pointer));
}

// Gives the part another value as a step of that name.
void putPart(DraftModel& draft, const std::string& part, const Json& value, const QString& what) {
    draft.setSource(part, toQString(toPrettyText(value)), {what});
}

// Changes the text at a pointer: as a template where the draft has it as one, else inside its part.
void changeText(DraftModel& draft, const std::string& pointer, const QString& what,
                const std::function<void(QString&)>& change) {
    const std::string part(partOfPointer(pointer));
    if (draft.brokenPlace(part))
        return;
    Json value = {{part, draft.document()[part]}};
    Json* text = mutableAt(value, pointer);
    if (!text || !text->is_string())
        return;
    QString words = toQString(text->get_ref<const std::string&>());
    change(words);
    if (pointer == draft.promptPointer())
        return draft.setPromptText(words, {what});
    if (pointer == "/instructions/text")
        return draft.setInstructions(words, {what});
    *text = toUtf8(words);
    putPart(draft, part, value[part], what);
}

QuickFix useName(const Finding& finding, const QString& name) {
    const QString title = Words::tr("Use “%1”").arg(name);
    return {title, [finding, name, title](DraftModel& draft) {
                changeText(draft, finding.pointer, title, [&](QString& text) {
                    const qsizetype at = offsetOf(text, *finding.position);
                    text.replace(at, nameAt(text, at).size(), name);
                });
            }};
}

QuickFix useValue(const Finding& finding, const QString& name) {
    const QString title = Words::tr("Use “%1”").arg(name);
    return {title, [finding, name, title](DraftModel& draft) {
                changeText(draft, finding.pointer, title, [&name](QString& text) { text = name; });
            }};
}

// Keeps the key's place among the others.
Json renamed(const Json& object, const std::string& from, const std::string& to) {
    Json result = Json::object();
    for (const auto& member : object.items())
        result[member.key() == from ? to : member.key()] = member.value();
    return result;
}

QuickFix renameKey(const Finding& finding, const QString& key, const QString& name) {
    const QString title = Words::tr("Rename to “%1”").arg(name);
    return {title, [finding, key, name, title](DraftModel& draft) {
                const std::string part(partOfPointer(finding.pointer));
                const std::string from = toUtf8(key);
                std::string owner = finding.pointer;
                if (owner.ends_with("/" + from))
                    owner.resize(owner.size() - from.size() - 1);
                Json document = {{part, draft.document()[part]}};
                Json* object = mutableAt(document, owner);
                if (!object || !object->is_object() || !object->contains(from) || draft.brokenPlace(part))
                    return;
                *object = renamed(*object, from, toUtf8(name));
                putPart(draft, part, document[part], title);
            }};
}

QuickFix addInput(const QString& name) {
    const QString title = Words::tr("Add input “%1”").arg(name);
    return {title, [name, title](DraftModel& draft) {
                if (draft.brokenPlace("inputs"))
                    return;
                const Json* present = memberAt(draft.document(), "inputs");
                Json inputs = present && present->is_object() ? *present : Json{{"type", "object"}};
                Json& properties = inputs["properties"];
                if (!properties.is_object())
                    properties = Json::object();
                const std::string key = toUtf8(name);
                if (properties.contains(key))
                    return;
                // Not required: examples and cases that do not have it stay good.
                properties[key] = {{"type", "string"}, {"default", ""}};
                putPart(draft, "inputs", inputs, title);
            }};
}

QuickFix printAsJson(const Finding& finding) {
    const QString title = Words::tr("Write “| tojson”");
    return {title, [finding, title](DraftModel& draft) {
                changeText(draft, finding.pointer, title, [&finding](QString& text) {
                    const qsizetype close =
                        text.indexOf(QStringLiteral("}}"), offsetOf(text, finding.position.value_or(TextPosition())));
                    qsizetype at = close;
                    while (at > 0 && (text[at - 1] == u' ' || text[at - 1] == u'-'))
                        --at;
                    if (close >= 0)
                        text.insert(at, QStringLiteral(" | tojson"));
                });
            }};
}

// Puts a changed document in place as one step, unless text that is not JSON would be lost by it.
void putDocument(DraftModel& draft, const std::function<Json(Json)>& change, const QString& what) {
    for (const std::string_view part : workflow::kPartNames)
        if (draft.brokenPlace(part))
            return;
    auto changed = std::make_shared<const Json>(change(draft.document()));
    if (*changed != draft.document())
        draft.replace(std::move(changed), what);
}

QuickFix renameField(const Finding& finding, const QString& from, const QString& to) {
    const QString title = Words::tr("Rename “%1” to “%2” in examples and templates").arg(from, to);
    const bool ofInput = finding.pointer.starts_with("/inputs/");
    return {title, [ofInput, from = toUtf8(from), to = toUtf8(to), title](DraftModel& draft) {
                const auto rename = ofInput ? workflow::withInputCalled : workflow::withOutputCalled;
                putDocument(
                    draft, [&](Json document) { return rename(std::move(document), from, to); }, title);
            }};
}

QuickFix raiseBudget(std::int64_t tokens) {
    const QString title = Words::tr("Raise to %1").arg(formatTokens(tokens));
    return {title, [tokens, title](DraftModel& draft) {
                const Json* retrieval = memberAt(draft.document(), "retrieval");
                if (draft.brokenPlace("retrieval") || !retrieval || !retrieval->is_object())
                    return;
                Json part = *retrieval;
                part["budget_tokens"] = tokens;
                putPart(draft, "retrieval", part, title);
            }};
}

// A setting that no run carries out yet, where the document is as good without it.
bool isRemovable(const std::string& pointer) {
    const bool needed = pointer.starts_with("/policy/") || pointer.starts_with("/routing/tiers/") ||
                        pointer.ends_with("/use") || pointer == "/cache/mode";
    return !needed && pointer.find('/', 1) != std::string::npos;
}

QuickFix removeSetting(const Finding& finding) {
    const std::size_t end = finding.pointer.rfind('/');
    const std::string key = finding.pointer.substr(end + 1);
    const QString title = Words::tr("Remove “%1”").arg(toQString(key));
    return {title, [owner = finding.pointer.substr(0, end), key, title](DraftModel& draft) {
                const std::string part(partOfPointer(owner));
                if (draft.brokenPlace(part) || !draft.document().contains(part))
                    return;
                Json document = {{part, draft.document()[part]}};
                Json* object = mutableAt(document, owner);
                if (object && object->is_object() && object->erase(key) > 0)
                    putPart(draft, part, document[part], title);
            }};
}

// What prints an input whatever its schema lets it be.
QString printingOf(const Json& inputs, const std::string& name) {
    const Json* schema = resolvePointer(inputs, childPointer("/properties", name));
    const std::string type = schema ? stringAt(*schema, "type") : std::string();
    const Json* required = memberAt(inputs, "required");
    const bool isText = type == "string" || type == "integer" || type == "number";
    const bool isThere = (schema && memberAt(*schema, "default")) ||
                         (required && std::find(required->begin(), required->end(), name) != required->end());
    const QString print =
        (isText ? QStringLiteral("{{ %1 }}") : QStringLiteral("{{ %1 | tojson }}")).arg(toQString(name));
    return isThere ? print : QStringLiteral("{% if %1 is defined %}%2{% endif %}").arg(toQString(name), print);
}

QuickFix insertInput(const QString& name) {
    const QString title = Words::tr("Insert “%1” into the prompt").arg(name);
    return {title, [name = toUtf8(name), title](DraftModel& draft) {
                const Json* inputs = memberAt(draft.document(), "inputs");
                if (draft.brokenPlace("prompt") || draft.brokenPlace("inputs") || !inputs)
                    return;
                QString text = draft.promptText();
                if (!text.isEmpty() && !text.endsWith(u'\n'))
                    text += u'\n';
                draft.setPromptText(text + printingOf(*inputs, name), {title});
            }};
}

QuickFix removeInput(const QString& name) {
    const QString title = Words::tr("Remove the input “%1”").arg(name);
    return {title, [name = toUtf8(name), title](DraftModel& draft) {
                putDocument(
                    draft, [&](Json document) { return workflow::withoutInput(std::move(document), name); }, title);
            }};
}

}  // namespace

std::vector<QuickFix> quickFixes(const Finding& finding) {
    constexpr const char* kMeant = "did you mean ";
    const QString text = toQString(finding.text);
    std::vector<QuickFix> fixes;
    const QString near = quotedAfter(toQString(finding.suggestion), QString::fromLatin1(kMeant));
    if (!near.isEmpty())
        fixes.push_back(finding.position ? useName(finding, near) : useValue(finding, near));
    if (finding.code == "unknown-variable")
        if (const QString name = quotedAfter(text, QString()); !name.isEmpty())
            fixes.push_back(addInput(name));
    if (finding.code == "renamed-field")
        fixes.push_back(renameField(finding, quotedAfter(text, QString()),
                                    quotedAfter(text, QStringLiteral("seems to be called "))));
    if (finding.code == "unused-input") {
        const QString name = quotedAfter(text, QStringLiteral("reads the input "));
        fixes.push_back(insertInput(name));
        fixes.push_back(removeInput(name));
    }
    if (finding.code == "sources-over-budget")
        fixes.push_back(raiseBudget(toQString(finding.suggestion).section(u' ', -1).toLongLong()));
    if (finding.code == "not-supported-yet" && isRemovable(finding.pointer))
        fixes.push_back(removeSetting(finding));
    if (finding.code == "print-refused")
        fixes.push_back(printAsJson(finding));
    const QString key = quotedAfter(text, QStringLiteral("unknown property "));
    if (const QString meant = quotedAfter(text, QString::fromLatin1(kMeant)); !key.isEmpty() && !meant.isEmpty())
        fixes.push_back(renameKey(finding, key, meant));
    return fixes;
}

}  // namespace touchstone::ui
