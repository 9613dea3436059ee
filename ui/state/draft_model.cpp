// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/draft_model.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr std::chrono::milliseconds kSavePause{600};
constexpr std::chrono::milliseconds kCheckPause{120};

}  // namespace

DraftModel::DraftModel(session::Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSavePause);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(kCheckPause);
    connect(&m_saveTimer, &QTimer::timeout, this, &DraftModel::saveNow);
    connect(&m_checkTimer, &QTimer::timeout, this, &DraftModel::check);
}

DraftModel::~DraftModel() { saveNow(); }

void DraftModel::open(const QString& workflow, const QString& branch) {
    saveNow();
    const std::uint64_t number = ++m_openNumber;
    m_session.authoring().openDraft(
        toUtf8(workflow), toUtf8(branch), [self = QPointer<DraftModel>(this), number](Result<session::OpenedDraft> opened) {
            deliverTo(self, [self, number, opened = std::move(opened)]() mutable {
                if (number != self->m_openNumber)
                    return;
                if (opened.ok())
                    self->adopt(std::move(opened).value());
                else
                    Q_EMIT self->failed(toQString(opened.error().message));
            });
        });
}

void DraftModel::adopt(session::OpenedDraft loaded) {
    m_draft = std::move(loaded.draft);
    m_base = std::move(loaded.base);
    auto document = parseJson(m_draft.text);
    m_document = document.ok() ? std::move(document).value() : Json::object();
    m_rawSources.clear();
    restoreRawSources(m_draft.editorState);
    m_findings.clear();
    m_changes.clear();
    m_unsaved = false;
    Q_EMIT opened();
    check();
}

QString DraftModel::workflow() const { return toQString(m_draft.workflow); }
QString DraftModel::branch() const { return toQString(m_draft.branch); }

QString DraftModel::baseName() const {
    return m_base ? QStringLiteral("v%1").arg(m_base->number) : QString();
}

bool DraftModel::isReadOnly() const { return m_session.readOnly(); }

bool DraftModel::hasPart(std::string_view part) const {
    return m_rawSources.find(part) != m_rawSources.end() || memberAt(m_document, part) != nullptr;
}

QString DraftModel::source(std::string_view part) const {
    if (const auto raw = m_rawSources.find(part); raw != m_rawSources.end())
        return raw->second;
    const Json* value = memberAt(m_document, part);
    return value ? toQString(toPrettyText(*value)) : QString();
}

void DraftModel::setSource(std::string_view part, const QString& json) {
    m_rawSources.erase(std::string(part));
    if (json.trimmed().isEmpty()) {
        m_document.erase(std::string(part));
    } else if (auto value = parseJson(toUtf8(json)); value.ok()) {
        m_document[part] = std::move(value).value();
    } else {
        m_rawSources[std::string(part)] = json;
    }
    edited(part);
}

QString DraftModel::instructions() const {
    const Json* text = resolvePointer(m_document, "/instructions/text");
    return text && text->is_string() ? toQString(text->get_ref<const std::string&>()) : QString();
}

void DraftModel::setInstructions(const QString& text) {
    if (text.isEmpty())
        m_document.erase("instructions");
    else
        m_document["instructions"] = {{"text", toUtf8(text)}};
    edited("instructions");
}

std::string DraftModel::promptPointer() const {
    const Json* messages = resolvePointer(m_document, "/prompt/messages");
    const std::size_t count = messages && messages->is_array() ? messages->size() : 0;
    return "/prompt/messages/" + std::to_string(count == 0 ? 0 : count - 1) + "/content";
}

QString DraftModel::promptText() const {
    const Json* text = resolvePointer(m_document, promptPointer());
    return text && text->is_string() ? toQString(text->get_ref<const std::string&>()) : QString();
}

void DraftModel::setPromptText(const QString& text) {
    m_rawSources.erase("prompt");
    Json& prompt = m_document["prompt"];
    if (!prompt.is_object())
        prompt = Json::object();
    Json& messages = prompt["messages"];
    if (!messages.is_array() || messages.empty())
        messages = Json::array({{{"role", "user"}, {"content", ""}}});
    messages.back()["content"] = toUtf8(text);
    edited("prompt");
}

std::string DraftModel::text() const { return toPrettyText(m_document); }

std::optional<WallTime> DraftModel::savedAt() const {
    if (m_unsaved || m_saving || m_draft.revision == 0)
        return std::nullopt;
    return m_draft.saved;
}

void DraftModel::edited(std::string_view part) {
    m_unsaved = true;
    m_runnable = false;
    // Not restarted while it runs: whoever types without a pause is saved all the same.
    if (!m_saveTimer.isActive())
        m_saveTimer.start();
    m_checkTimer.start();
    Q_EMIT partChanged(toQString(part));
    Q_EMIT saveStateChanged();
}

void DraftModel::saveNow() {
    m_saveTimer.stop();
    if (!m_unsaved || m_saving || !isOpen() || isReadOnly())
        return;
    m_unsaved = false;
    m_saving = true;
    store::Draft draft = m_draft;
    draft.text = text();
    draft.editorState = editorState();
    m_session.authoring().saveDraft(std::move(draft), [self = QPointer<DraftModel>(this)](Result<store::Draft> saved) {
        deliverTo(self, [self, saved = std::move(saved)] { self->finishSave(saved); });
    });
}

void DraftModel::finishSave(const Result<store::Draft>& saved) {
    m_saving = false;
    if (!saved.ok()) {
        m_unsaved = true;  // kept in memory; the next edit or saveNow() tries again
        Q_EMIT failed(tr("The draft could not be saved: %1").arg(toQString(saved.error().message)));
    } else if (saved->workflow == m_draft.workflow && saved->branch == m_draft.branch) {
        m_draft.revision = saved->revision;
        m_draft.saved = saved->saved;
        if (m_unsaved && !m_saveTimer.isActive())
            m_saveTimer.start();
    }
    Q_EMIT saveStateChanged();
}

Json DraftModel::editorState() const {
    Json raw = Json::object();
    for (const auto& [part, text] : m_rawSources)
        raw[part] = toUtf8(text);
    return {{"raw_sources", std::move(raw)}};
}

void DraftModel::restoreRawSources(const Json& editorState) {
    if (const Json* raw = memberAt(editorState, "raw_sources"); raw && raw->is_object())
        for (const auto& entry : raw->items())
            if (entry.value().is_string())
                m_rawSources[entry.key()] = toQString(entry.value().get_ref<const std::string&>());
}

void DraftModel::check() {
    m_checkTimer.stop();
    if (!isOpen())
        return;
    const std::uint64_t number = ++m_checkNumber;
    const std::optional<VersionId> base = m_base ? std::optional(m_base->id) : std::nullopt;
    m_session.authoring().check(
        text(), base, [self = QPointer<DraftModel>(this), number](Result<session::CheckReport> report) {
            deliverTo(self, [self, number, report = std::move(report)]() mutable {
                if (number == self->m_checkNumber && report.ok())
                    self->showCheck(std::move(report).value());
            });
        });
}

void DraftModel::showCheck(session::CheckReport report) {
    m_findings = std::move(report.findings);
    m_changes = std::move(report.changes);
    m_runnable = report.runnable && m_rawSources.empty();
    for (const auto& [part, text] : m_rawSources) {
        const auto parsed = parseJson(toUtf8(text));
        if (!parsed.ok())
            m_findings.insert(m_findings.begin(),
                              {Severity::Error, "json", "/" + part, {}, parsed.error().message, "the last valid text counts until then"});
    }
    Q_EMIT checked();
}

void DraftModel::commit(const QString& author, const QString& message) {
    saveNow();
    session::CommitRequest request;
    request.workflow = m_draft.workflow;
    request.branch = m_draft.branch;
    request.text = text();
    request.author = toUtf8(author);
    request.message = toUtf8(message);
    request.base = m_base ? m_base->id : VersionId();
    m_session.authoring().commit(
        std::move(request), [self = QPointer<DraftModel>(this)](Result<workflow::Version> version) {
            deliverTo(self, [self, version = std::move(version)] {
                if (!version.ok()) {
                    Q_EMIT self->failed(toQString(version.error().message));
                    return;
                }
                self->m_unsaved = false;
                self->open(self->workflow(), self->branch());
                Q_EMIT self->committed(QStringLiteral("v%1").arg(version->number));
            });
        });
}

void DraftModel::discard() {
    m_saveTimer.stop();
    m_unsaved = false;
    m_session.authoring().discardDraft(m_draft.workflow, m_draft.branch,
                                       [self = QPointer<DraftModel>(this)](Result<void> discarded) {
                                           deliverTo(self, [self, discarded = std::move(discarded)] {
                                               if (discarded.ok())
                                                   self->open(self->workflow(), self->branch());
                                               else
                                                   Q_EMIT self->failed(toQString(discarded.error().message));
                                           });
                                       });
}

}  // namespace touchstone::ui
