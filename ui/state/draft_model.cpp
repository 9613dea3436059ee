// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/draft_model.h"

#include "draft_buffer.h"
#include "draft_refuge.h"
#include "draft_undo.h"
#include "uibase/deliver.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QGuiApplication>

namespace touchstone::ui {
namespace {

constexpr std::chrono::milliseconds kSavePause{600};
constexpr std::chrono::milliseconds kCheckPause{120};
constexpr std::chrono::milliseconds kLookPause{2000};

}  // namespace

DraftModel::DraftModel(session::Session& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_changesElsewhere(session.onChanged([self = QPointer<DraftModel>(this)](store::Change change) {
          if (change == store::Change::Drafts || change == store::Change::Versions)
              deliverTo(self, [self] { self->lookElsewhere(); });
      })),
      m_buffer(std::make_unique<DraftBuffer>()),
      m_undo(std::make_unique<DraftUndo>(
          DraftUndo::Draft{[this](const std::string& part, bool isTemplate) {
                               return isTemplate ? m_buffer->templateText(part) : m_buffer->source(part);
                           },
                           [this](const std::string& part, const PartState& state, qsizetype caret) {
                               put(part, state);
                               Q_EMIT stepShown(toQString(part), state.isTemplate, caret);
                           }})),
      m_refuge(std::make_unique<DraftRefuge>(session)) {
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSavePause);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(kCheckPause);
    m_lookTimer.setInterval(kLookPause);
    m_refugeTimer.setSingleShot(true);
    m_refugeTimer.setInterval(kSavePause);
    connect(&m_refugeTimer, &QTimer::timeout, this, &DraftModel::takeRefuge);
    connect(&m_saveTimer, &QTimer::timeout, this, &DraftModel::save);
    connect(&m_checkTimer, &QTimer::timeout, this, &DraftModel::check);
    connect(&m_lookTimer, &QTimer::timeout, this, &DraftModel::lookElsewhere);
    connect(&m_undo->stack(), &QUndoStack::indexChanged, this, &DraftModel::undoChanged);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            lookElsewhere();
    });
}

// The session carries out what it was asked for, in order, so the last keys follow a save or commit under way and build
// on how it ends. The store refuses what would go over another's draft.
DraftModel::~DraftModel() {
    if (m_unsaved && !m_theirs)  // what is undecided is kept elsewhere
        m_session.authoring().saveDraft(
            m_draft, m_buffer->snapshot(), [](const Result<store::Draft>&) {}, m_footing);
}

void DraftModel::showOther(const session::DraftText& text, const QString& what) {
    if (std::exchange(m_otherDocument, false)) {
        m_buffer->load(text);
        m_undo->clear();
    } else {
        m_undo->add(m_buffer->replace(text), what, false);
    }
    m_findings.clear();
    m_changes.clear();
    m_runnable = false;
    Q_EMIT opened();
    Q_EMIT saveStateChanged();
    check();
}

bool DraftModel::replace(std::shared_ptr<const Json> document, const QString& what) {
    if (!isOpen() || isReadOnly())
        return false;
    session::DraftText text;
    text.document = std::move(document);
    endTyping();
    ++m_edits;
    m_unsaved = true;
    (m_theirs ? m_refugeTimer : m_saveTimer).start();
    showOther(text, what);
    return true;
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
    return m_buffer->hasPart(part);
}

QString DraftModel::source(std::string_view part) const {
    return m_buffer->source(part);
}

std::optional<TextPosition> DraftModel::brokenPlace(std::string_view part) const {
    return m_buffer->brokenPlace(part);
}

std::shared_ptr<const Json> DraftModel::lastRead() const {
    return m_buffer->lastRead();
}

session::DraftText DraftModel::snapshot() const {
    return m_buffer->snapshot();
}

void DraftModel::setSource(std::string_view part, const QString& json, const EditOrigin& origin) {
    edit(part, {false, json}, origin);
}

QString DraftModel::instructions() const {
    return m_buffer->templateText("instructions");
}

void DraftModel::setInstructions(const QString& text, const EditOrigin& origin) {
    edit("instructions", {true, text}, origin);
}

std::string DraftModel::promptPointer() const {
    return session::promptPointer(document());
}

QString DraftModel::promptText() const {
    return m_buffer->templateText("prompt");
}

void DraftModel::setPromptText(const QString& text, const EditOrigin& origin) {
    if (!m_buffer->takesTemplate("prompt")) {
        Q_EMIT failed(tr("The prompt's source is not JSON yet; correct it there before you edit the template"));
        Q_EMIT partChanged(QStringLiteral("prompt"));
        return;
    }
    edit("prompt", {true, text}, origin);
}

void DraftModel::edit(std::string_view part, const PartState& state, const EditOrigin& origin) {
    const std::string name(part);
    const bool typing = origin.what.isEmpty();
    const PartState before = m_buffer->state(part, state.isTemplate);
    put(name, state);
    m_undo->add({{name, before, state}}, typing ? tr("Type in %1").arg(partTitle(part)) : origin.what, typing,
                origin.caret);
}

void DraftModel::put(const std::string& part, const PartState& state) {
    if (state.isTemplate)
        m_buffer->setTemplate(part, state.text);
    else
        m_buffer->setSource(part, state.text);
    edited(part);
}

bool DraftModel::canUndo() const {
    return m_undo->canUndo() && !isReadOnly();
}

bool DraftModel::canRedo() const {
    return m_undo->canRedo() && !isReadOnly();
}

QString DraftModel::undoText() const {
    return canUndo() ? m_undo->stack().undoText() : QString();
}

QString DraftModel::redoText() const {
    return canRedo() ? m_undo->stack().redoText() : QString();
}

void DraftModel::undo() {
    if (canUndo())
        m_undo->undo();
}

void DraftModel::redo() {
    if (canRedo())
        m_undo->redo();
}

void DraftModel::endTyping() {
    m_undo->endTyping();
}

const Json& DraftModel::document() const {
    return m_buffer->document();
}

std::string DraftModel::text() const {
    return toPrettyText(document());
}

std::optional<WallTime> DraftModel::savedAt() const {
    if (isUnsaved() || !m_onDisk)
        return std::nullopt;
    return m_draft.saved;
}

void DraftModel::edited(std::string_view part) {
    m_unsaved = !isReadOnly() && isOpen();
    m_runnable = false;
    ++m_edits;
    ++m_checkNumber;  // what is being checked is not this text
    // Not restarted while it runs: whoever types without a pause is saved all the same.
    if (m_unsaved && !m_theirs && !m_saveTimer.isActive())
        m_saveTimer.start();
    if (m_unsaved && m_theirs && !m_refugeTimer.isActive())
        m_refugeTimer.start();
    m_checkTimer.start();
    Q_EMIT partChanged(toQString(part));
    Q_EMIT saveStateChanged();
}

void DraftModel::check() {
    m_checkTimer.stop();
    if (!isOpen())
        return;
    const std::uint64_t number = ++m_checkNumber;
    const std::optional<VersionId> base = m_base ? std::optional(m_base->id) : std::nullopt;
    m_session.authoring().check(m_buffer->snapshot(), base,
                                [self = QPointer<DraftModel>(this), number](Result<session::CheckReport> report) {
                                    deliverTo(self, [self, number, report = std::move(report)]() mutable {
                                        if (number == self->m_checkNumber && report.ok())
                                            self->showCheck(std::move(report).value());
                                    });
                                });
}

void DraftModel::showCheck(session::CheckReport report) {
    m_buffer->adopt(report.read);
    m_findings = std::move(report.findings);
    m_changes = std::move(report.changes);
    for (const Finding& broken : report.read.broken) {
        const std::string part = broken.pointer.substr(1);
        const bool known = std::any_of(m_changes.begin(), m_changes.end(),
                                       [&part](const workflow::PartChange& change) { return change.part == part; });
        if (!known)
            m_changes.push_back({part, workflow::ChangeKind::Changed, {}});
    }
    m_runnable = report.runnable;
    Q_EMIT checked();
}

}  // namespace touchstone::ui
