// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft_buffer.h"

#include "uistate/text.h"
#include "workflow/document.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

// White space of JSON only, as session::readText() takes it.
bool isBlank(const QString& text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n'; });
}

bool isSame(const Json* a, const Json* b) {
    return a && b ? *a == *b : a == b;
}

Json withoutTemplate(const Json& document, std::string_view part) {
    Json alone = {{std::string(part), document[std::string(part)]}};
    session::setTemplate(alone, part, "-");
    return alone;
}

}  // namespace

void DraftBuffer::load(const session::DraftText& text) {
    m_document = text.document;
    m_typed.clear();
    for (const session::TypedPart& typed : text.typed)
        m_typed[typed.part] = {toQString(typed.text), typed.isTemplate};
}

std::vector<PartEdit> DraftBuffer::replace(const session::DraftText& text) {
    settle();
    const DraftBuffer before = *this;
    load(text);
    settle();
    std::vector<PartEdit> edits;
    for (const std::string_view part : workflow::kPartNames) {
        const Typed* then = before.typedSource(part);
        const Typed* now = typedSource(part);
        const bool wasBroken = then && then->reading == Reading::Broken;
        const bool isBroken = now && now->reading == Reading::Broken;
        if (!wasBroken && !isBroken && isSame(memberAt(*before.m_document, part), memberAt(*m_document, part))) {
            if (then)
                m_typed[std::string(part)] = *then;
            continue;
        }
        if (wasBroken && isBroken && then->text == now->text)
            continue;
        const bool ofTemplate = before.templateDecides(part) && templateDecides(part) &&
                                withoutTemplate(*before.m_document, part) == withoutTemplate(*m_document, part);
        edits.push_back({std::string(part), before.state(part, ofTemplate), state(part, ofTemplate)});
    }
    return edits;
}

void DraftBuffer::setSource(std::string_view part, const QString& json) {
    m_typed[std::string(part)] = {json, false};
}

void DraftBuffer::setTemplate(std::string_view part, const QString& text) {
    if (typedSource(part))
        settle();  // the template goes into what was typed there
    m_typed[std::string(part)] = {text, true};
}

void DraftBuffer::adopt(const session::ReadText& read) {
    take(read);
}

void DraftBuffer::take(const session::ReadText& read) const {
    m_document = read.document;
    std::erase_if(m_typed, [](const auto& typed) { return typed.second.isTemplate; });
    for (auto& [part, typed] : m_typed)
        typed.reading = Reading::Done;
    for (const Finding& finding : read.broken)
        if (const auto typed = m_typed.find(std::string_view(finding.pointer).substr(1)); typed != m_typed.end()) {
            typed->second.reading = Reading::Broken;
            typed->second.broken = finding.position.value_or(TextPosition());
        }
}

void DraftBuffer::settle() const {
    const bool due = std::any_of(m_typed.begin(), m_typed.end(),
                                 [](const auto& typed) { return typed.second.reading == Reading::Due; });
    if (due)
        take(session::readText(snapshot()));
}

session::DraftText DraftBuffer::snapshot() const {
    session::DraftText text;
    text.document = m_document;
    for (const auto& [part, typed] : m_typed)
        if (typed.reading != Reading::Done)
            text.typed.push_back({part, toUtf8(typed.text), typed.isTemplate});
    return text;
}

const Json& DraftBuffer::document() const {
    settle();
    return *m_document;
}

bool DraftBuffer::hasPart(std::string_view part) const {
    if (const auto typed = m_typed.find(part); typed != m_typed.end())
        return typed->second.isTemplate ? part == "prompt" || !typed->second.text.isEmpty()
                                        : !isBlank(typed->second.text);
    return memberAt(*m_document, part) != nullptr;
}

const DraftBuffer::Typed* DraftBuffer::typedSource(std::string_view part) const {
    const auto typed = m_typed.find(part);
    return typed == m_typed.end() || typed->second.isTemplate ? nullptr : &typed->second;
}

QString DraftBuffer::source(std::string_view part) const {
    if (const Typed* typed = typedSource(part))
        return typed->text;
    const Json* value = memberAt(document(), part);
    if (!value)
        return {};
    Typed& made = m_typed[std::string(part)];  // kept, so that it is written once
    made = {toQString(toPrettyText(*value)), false, Reading::Done, {}, true};
    return made.text;
}

const Json* DraftBuffer::templateValue(std::string_view part) const {
    const std::string pointer = part == "prompt" ? session::promptPointer(document()) : "/instructions/text";
    const Json* text = resolvePointer(document(), pointer);
    return text && text->is_string() ? text : nullptr;
}

QString DraftBuffer::templateText(std::string_view part) const {
    if (const auto typed = m_typed.find(part); typed != m_typed.end() && typed->second.isTemplate)
        return typed->second.text;
    const Json* text = templateValue(part);
    return text ? toQString(text->get_ref<const std::string&>()) : QString();
}

// Setting the template of such a part changes nothing else, so it can be set back.
bool DraftBuffer::templateDecides(std::string_view part) const {
    if (part != "prompt" && part != "instructions")
        return false;
    if (const auto typed = m_typed.find(part); typed != m_typed.end() && !typed->second.made)
        return typed->second.isTemplate;
    if (!templateValue(part))
        return false;
    return part == "prompt" || memberAt(*m_document, part)->size() == 1;
}

PartState DraftBuffer::state(std::string_view part, bool ofTemplate) const {
    if (ofTemplate && templateDecides(part))
        return {true, templateText(part)};
    return {false, source(part)};
}

// A template goes into a part, so a source that was typed there is read first.
bool DraftBuffer::takesTemplate(std::string_view part) const {
    return !brokenPlace(part);
}

std::string DraftBuffer::brokenPart() const {
    settle();
    const auto broken = std::find_if(m_typed.begin(), m_typed.end(),
                                     [](const auto& typed) { return typed.second.reading == Reading::Broken; });
    return broken == m_typed.end() ? std::string() : broken->first;
}

std::optional<TextPosition> DraftBuffer::brokenPlace(std::string_view part) const {
    if (!typedSource(part))
        return std::nullopt;
    settle();
    const Typed* typed = typedSource(part);
    return typed && typed->reading == Reading::Broken ? std::optional(typed->broken) : std::nullopt;
}

}  // namespace touchstone::ui
