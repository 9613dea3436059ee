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

DraftModel::~DraftModel() {
    saveNow();
}

void DraftModel::open(const QString& workflow, const QString& branch) {
    m_wanted = {workflow, branch};
    saveNow();
    if (!isUnsaved() && !m_committing)
        loadWanted();
}

void DraftModel::loadWanted() {
    const auto wanted = *std::exchange(m_wanted, std::nullopt);
    const std::uint64_t number = ++m_openNumber;
    m_session.authoring().openDraft(
        toUtf8(wanted.first), toUtf8(wanted.second),
        [self = QPointer<DraftModel>(this), number, wanted, edits = m_edits](Result<session::OpenedDraft> opened) {
            Loaded loaded;
            std::string problem;
            if (opened.ok()) {
                loaded.draft = std::move(opened).value();
                loaded.document = parseJson(loaded.draft.draft.text).valueOr(Json::object());
            } else {
                problem = opened.error().message;
            }
            deliverTo(self, [self, number, wanted, edits, problem, loaded = std::move(loaded)]() mutable {
                if (number != self->m_openNumber)
                    return;
                if (!problem.empty())
                    Q_EMIT self->failed(toQString(problem));
                else if (self->m_edits != edits || self->isUnsaved() || self->m_committing)
                    self->open(wanted.first, wanted.second);  // saves what came between
                else
                    self->adopt(std::move(loaded));
            });
        });
}

void DraftModel::adopt(Loaded loaded) {
    m_draft = std::move(loaded.draft.draft);
    m_base = std::move(loaded.draft.base);
    m_document = std::move(loaded.document);
    m_rawSources.clear();
    restoreRawSources(m_draft.editorState);
    m_findings.clear();
    m_changes.clear();
    m_runnable = false;
    m_unsaved = false;
    m_saveTimer.stop();
    Q_EMIT opened();
    Q_EMIT saveStateChanged();
    check();
}

QString DraftModel::workflow() const {
    return toQString(m_draft.workflow);
}
QString DraftModel::branch() const {
    return toQString(m_draft.branch);
}

QString DraftModel::baseName() const {
    return m_base ? QStringLiteral("v%1").arg(m_base->number) : QString();
}

bool DraftModel::isReadOnly() const {
    return m_session.readOnly();
}

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
        m_document[std::string(part)] = std::move(value).value();
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
    m_rawSources.erase("instructions");
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
    if (m_rawSources.find("prompt") != m_rawSources.end()) {
        Q_EMIT failed(tr("The prompt's source is not JSON yet; correct it there before you edit the template"));
        Q_EMIT partChanged(QStringLiteral("prompt"));
        return;
    }
    Json& prompt = m_document["prompt"];
    if (!prompt.is_object())
        prompt = Json::object();
    Json& messages = prompt["messages"];
    if (!messages.is_array() || messages.empty())
        messages = Json::array({{{"role", "user"}, {"content", ""}}});
    if (!messages.back().is_object())
        messages.back() = {{"role", "user"}};
    messages.back()["content"] = toUtf8(text);
    edited("prompt");
}

std::string DraftModel::text() const {
    return toPrettyText(m_document);
}

std::optional<WallTime> DraftModel::savedAt() const {
    if (m_unsaved || m_saving || m_draft.revision == 0)
        return std::nullopt;
    return m_draft.saved;
}

void DraftModel::edited(std::string_view part) {
    m_unsaved = !isReadOnly();
    m_runnable = false;
    ++m_edits;
    ++m_checkNumber;  // what is being checked is not this text
    // Not restarted while it runs: whoever types without a pause is saved all the same.
    if (m_unsaved && !m_saveTimer.isActive())
        m_saveTimer.start();
    m_checkTimer.start();
    Q_EMIT partChanged(toQString(part));
    Q_EMIT saveStateChanged();
}

void DraftModel::saveNow() {
    m_saveTimer.stop();
    if (!m_unsaved || m_saving || m_committing || !isOpen() || isReadOnly())
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
        m_wanted.reset();
        Q_EMIT failed(tr("The draft could not be saved: %1").arg(toQString(saved.error().message)));
    } else {
        m_draft.revision = saved->revision;
        m_draft.saved = saved->saved;
        if (m_unsaved && m_wanted)
            saveNow();
        else if (m_unsaved && !m_saveTimer.isActive())
            m_saveTimer.start();
        if (!isUnsaved() && m_wanted && !m_committing)
            loadWanted();
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
    m_session.authoring().check(text(), base,
                                [self = QPointer<DraftModel>(this), number](Result<session::CheckReport> report) {
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
            m_findings.insert(m_findings.begin(), {Severity::Error,
                                                   "json",
                                                   "/" + part,
                                                   {},
                                                   parsed.error().message,
                                                   "the last valid text counts until then"});
    }
    Q_EMIT checked();
}

void DraftModel::commit(const QString& author, const QString& message) {
    if (!m_rawSources.empty()) {
        Q_EMIT failed(
            tr("Part %1 is not valid JSON; correct it before the commit").arg(toQString(m_rawSources.begin()->first)));
        return;
    }
    saveNow();
    m_committing = true;
    session::CommitRequest request;
    request.workflow = m_draft.workflow;
    request.branch = m_draft.branch;
    request.text = text();
    request.author = toUtf8(author);
    request.message = toUtf8(message);
    request.base = m_base ? m_base->id : VersionId();
    request.draftRevision = m_draft.revision + (m_saving ? 1 : 0);
    m_session.authoring().commit(
        std::move(request), [self = QPointer<DraftModel>(this), edits = m_edits](Result<workflow::Version> version) {
            deliverTo(self, [self, edits, version = std::move(version)] { self->finishCommit(version, edits); });
        });
}

void DraftModel::finishCommit(const Result<workflow::Version>& version, std::uint64_t editsThen) {
    m_committing = false;
    if (!version.ok()) {
        if (m_unsaved)
            m_saveTimer.start();
        Q_EMIT failed(toQString(version.error().message));
        if (m_wanted)
            open(QString(m_wanted->first), QString(m_wanted->second));
        return;
    }
    m_base = version.value();
    m_draft.base = version->id;
    m_draft.revision += 1;  // the commit took the draft's place
    m_unsaved = m_edits != editsThen;
    if (m_unsaved && !m_wanted) {
        m_saveTimer.start();
        check();
    } else {
        const auto next = m_wanted.value_or(std::pair(workflow(), branch()));
        open(next.first, next.second);
    }
    Q_EMIT committed(QStringLiteral("v%1").arg(version->number));
}

void DraftModel::discard() {
    m_saveTimer.stop();
    m_unsaved = false;
    m_session.authoring().discardDraft(m_draft.workflow, m_draft.branch, m_draft.revision,
                                       [self = QPointer<DraftModel>(this)](Result<void> discarded) {
                                           deliverTo(self, [self, discarded = std::move(discarded)] {
                                               if (!discarded.ok()) {
                                                   Q_EMIT self->failed(toQString(discarded.error().message));
                                                   return;
                                               }
                                               self->m_draft.revision = 0;
                                               self->open(self->workflow(), self->branch());
                                           });
                                       });
}

}  // namespace touchstone::ui
