// SPDX-License-Identifier: GPL-3.0-or-later

#include "uistate/draft_model.h"

#include "draft_buffer.h"
#include "uibase/deliver.h"
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
      m_buffer(std::make_unique<DraftBuffer>()) {
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSavePause);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(kCheckPause);
    m_lookTimer.setInterval(kLookPause);
    connect(&m_saveTimer, &QTimer::timeout, this, &DraftModel::save);
    connect(&m_checkTimer, &QTimer::timeout, this, &DraftModel::check);
    connect(&m_lookTimer, &QTimer::timeout, this, &DraftModel::lookElsewhere);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            lookElsewhere();
    });
}

// The session carries out what it was asked for, in order, so the last keys follow a save or commit under way and build
// on how it ends. The store refuses what would go over another's draft.
DraftModel::~DraftModel() {
    if (m_unsaved)
        m_session.authoring().saveDraft(
            m_draft, m_buffer->snapshot(), [](const Result<store::Draft>&) {}, m_footing);
}

void DraftModel::showOther(const session::DraftText& text) {
    m_buffer->load(text);
    m_findings.clear();
    m_changes.clear();
    m_runnable = false;
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
    return m_buffer->hasPart(part);
}

QString DraftModel::source(std::string_view part) const {
    return m_buffer->source(part);
}

void DraftModel::setSource(std::string_view part, const QString& json) {
    m_buffer->setSource(part, json);
    edited(part);
}

QString DraftModel::instructions() const {
    return m_buffer->templateText("instructions");
}

void DraftModel::setInstructions(const QString& text) {
    m_buffer->setTemplate("instructions", text);
    edited("instructions");
}

std::string DraftModel::promptPointer() const {
    return session::promptPointer(document());
}

QString DraftModel::promptText() const {
    return m_buffer->templateText("prompt");
}

void DraftModel::setPromptText(const QString& text) {
    if (!m_buffer->takesTemplate("prompt")) {
        Q_EMIT failed(tr("The prompt's source is not JSON yet; correct it there before you edit the template"));
        Q_EMIT partChanged(QStringLiteral("prompt"));
        return;
    }
    m_buffer->setTemplate("prompt", text);
    edited("prompt");
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
    m_runnable = report.runnable;
    Q_EMIT checked();
}

}  // namespace touchstone::ui
