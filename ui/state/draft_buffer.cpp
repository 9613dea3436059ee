// SPDX-License-Identifier: GPL-3.0-or-later

#include "draft_buffer.h"

#include "uistate/text.h"

#include <algorithm>

namespace touchstone::ui {
namespace {

// White space of JSON only, as session::readText() takes it.
bool isBlank(const QString& text) {
    return std::all_of(text.begin(), text.end(),
                       [](QChar c) { return c == u' ' || c == u'\t' || c == u'\r' || c == u'\n'; });
}

}  // namespace

void DraftBuffer::load(const session::DraftText& text) {
    m_document = text.document;
    m_typed.clear();
    for (const session::TypedPart& typed : text.typed)
        m_typed[typed.part] = {toQString(typed.text), typed.isTemplate, false};
}

void DraftBuffer::setSource(std::string_view part, const QString& json) {
    m_typed[std::string(part)] = {json, false, false};
}

void DraftBuffer::setTemplate(std::string_view part, const QString& text) {
    m_typed[std::string(part)] = {text, true, false};
}

void DraftBuffer::adopt(const session::ReadText& read) {
    take(read);
}

void DraftBuffer::take(const session::ReadText& read) const {
    m_document = read.document;
    std::map<std::string, Typed, std::less<>> broken;
    for (const Finding& finding : read.broken)
        if (const auto typed = m_typed.find(std::string_view(finding.pointer).substr(1)); typed != m_typed.end())
            broken[typed->first] = {typed->second.text, false, true};
    m_typed = std::move(broken);
}

void DraftBuffer::settle() const {
    const bool read =
        std::all_of(m_typed.begin(), m_typed.end(), [](const auto& typed) { return typed.second.broken; });
    if (!read)
        take(session::readText(snapshot()));
}

session::DraftText DraftBuffer::snapshot() const {
    session::DraftText text;
    text.document = m_document;
    for (const auto& [part, typed] : m_typed)
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

QString DraftBuffer::source(std::string_view part) const {
    if (const auto typed = m_typed.find(part); typed != m_typed.end() && !typed->second.isTemplate)
        return typed->second.text;
    const Json* value = memberAt(document(), part);
    return value ? toQString(toPrettyText(*value)) : QString();
}

QString DraftBuffer::templateText(std::string_view part) const {
    if (const auto typed = m_typed.find(part); typed != m_typed.end() && typed->second.isTemplate)
        return typed->second.text;
    const std::string pointer = part == "prompt" ? session::promptPointer(document()) : "/instructions/text";
    const Json* text = resolvePointer(document(), pointer);
    return text && text->is_string() ? toQString(text->get_ref<const std::string&>()) : QString();
}

// A template goes into a part, so a source that was typed there is read first.
bool DraftBuffer::takesTemplate(std::string_view part) const {
    const auto typed = m_typed.find(part);
    if (typed == m_typed.end() || typed->second.isTemplate)
        return true;
    settle();
    return m_typed.find(part) == m_typed.end();
}

std::string DraftBuffer::brokenPart() const {
    settle();
    return m_typed.empty() ? std::string() : m_typed.begin()->first;
}

}  // namespace touchstone::ui
