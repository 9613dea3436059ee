// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_actions.h"

#include "dataset_menu.h"
#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uibase/theme.h"
#include "uirunview/model_request.h"
#include "uirunview/run_case.h"
#include "uistate/text.h"
#include "workflow/parse.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QWidget>

namespace touchstone::ui {
namespace {

Result<std::string> curlOfVersion(const trace::Trace& trace, const workflow::Version& version) {
    const workflow::WorkflowParse parsed = workflow::parseWorkflow(version.document);
    const workflow::Tier* tier = parsed.value ? parsed.value->routing.tier(trace.summary.tier) : nullptr;
    if (!tier)
        return Error{ErrorCode::NotFound, "the version has no tier '" + trace.summary.tier + "'"};
    TOUCHSTONE_TRY(const ModelRequest request, modelRequest(trace, *tier));
    return toCurl(request);
}

}  // namespace

TraceActions::TraceActions(session::Session& session, const Theme& theme, QWidget* parent)
    : QObject(parent),
      m_session(session),
      m_theme(theme),
      m_openVersion(make(Icon::History, tr("Open version"), "openVersion", &TraceActions::goToVersion)),
      m_replay(make(Icon::Replay, tr("Replay"), "replayTrace", &TraceActions::startReplay)),
      m_runOnDraft(make(Icon::Run, tr("Run on draft"), "runOnDraft", &TraceActions::goToDraft)),
      m_addTo(new DatasetMenu(session, tr("Add to dataset"), parent)),
      m_copyCurl(make(Icon::Terminal, tr("Copy as cURL"), "copyCurl", &TraceActions::copyAsCurl)),
      m_copyCase(make(Icon::Copy, tr("Copy as a case (JSON)"), "copyCase", &TraceActions::copyAsCase)),
      m_copyId(make(Icon::Copy, tr("Copy trace id"), "copyTraceId", &TraceActions::copyIdText)) {
    m_addTo->menuAction()->setObjectName(QStringLiteral("addToDataset"));
    m_addTo->menuAction()->setIcon(theme.icon(Icon::Dataset));
    connect(m_addTo, &DatasetMenu::chosen, this, &TraceActions::addTo);
    for (QAction* action : all())
        parent->addAction(action);
    update();
}

TraceActions::~TraceActions() {
    m_stop.request_stop();
}

QAction* TraceActions::make(Icon icon, const QString& text, const char* name, void (TraceActions::*act)()) {
    auto* action = new QAction(m_theme.icon(icon), text, this);
    action->setObjectName(QString::fromLatin1(name));
    connect(action, &QAction::triggered, this, act);
    return action;
}

QList<QAction*> TraceActions::inMenu() const {
    return {m_addTo->menuAction(), m_copyCurl, m_copyCase, m_copyId};
}

QList<QAction*> TraceActions::all() const {
    return {m_openVersion, m_replay, m_runOnDraft, m_copyCurl, m_copyCase, m_copyId};
}

void TraceActions::setTrace(std::shared_ptr<const trace::Trace> trace) {
    m_trace = std::move(trace);
    update();
}

void TraceActions::enable(QAction* action, const QString& whyNot, const QString& what) {
    action->setEnabled(whyNot.isEmpty());
    action->setToolTip(whyNot.isEmpty() ? what : whyNot);
}

void TraceActions::update() {
    const QString none = m_trace ? QString() : tr("Select a trace first");
    const bool ofDraft = m_trace && m_trace->summary.version.empty();
    const QString draft = ofDraft ? tr("It ran a draft that was not committed") : none;
    const QString withheld =
        m_trace && m_trace->detail.input.is_null() ? tr("Policy withheld the input; it is stored nowhere") : none;
    enable(m_openVersion, draft, tr("Show the version that ran, to read"));
    enable(m_replay, m_replaying ? tr("It is being replayed") : none,
           tr("Run its exact version again on the recorded answers: no model is called"));
    enable(m_runOnDraft, withheld, tr("Take the input to the draft and run it there"));
    enable(m_addTo->menuAction(), withheld, tr("Input and expected answer, as a case"));
    enable(m_copyCurl, draft, tr("The recorded messages as a request to the model that answered"));
    enable(m_copyCase, withheld, tr("Input and expected answer, as a line of a dataset"));
    enable(m_copyId, none, tr("All digits of the trace's id"));
}

void TraceActions::goToVersion() {
    Q_EMIT goToRequested(
        VersionDestination{toQString(m_trace->summary.workflow), toQString(m_trace->summary.version.text)});
}

void TraceActions::goToDraft() {
    Q_EMIT goToRequested(TryDestination{toQString(m_trace->summary.workflow), m_trace->detail.input, true});
}

void TraceActions::startReplay() {
    m_replaying = true;
    update();
    m_session.traces().replay(m_trace->summary.id, m_stop.get_token(),
                              [self = QPointer<TraceActions>(this), before = m_trace](Result<engine::Outcome> outcome) {
                                  deliverTo(self, [self, before, outcome = std::move(outcome)] {
                                      self->m_replaying = false;
                                      self->update();
                                      self->tellReplay(*before, outcome);
                                  });
                              });
}

void TraceActions::tellReplay(const trace::Trace& before, const Result<engine::Outcome>& outcome) {
    if (!outcome.ok()) {
        Q_EMIT told(Severity::Error, tr("It could not be replayed"), toQString(outcome.error().message), {});
        return;
    }
    const QString id = toQString(outcome->trace.summary.id.text);
    const bool same = outcome->output == before.detail.output && outcome->status == before.summary.status;
    if (same)
        Q_EMIT told(Severity::Info, tr("Replayed: the same answer, to the letter"), {}, id);
    else
        Q_EMIT told(Severity::Warning, tr("Replayed: another answer than was recorded"), toQString(outcome->error), id);
}

void TraceActions::addTo(const QString& dataset) {
    if (!m_trace)
        return;
    m_session.exchange().addCases(
        toUtf8(dataset), {caseOf(*m_trace)},
        [self = QPointer<TraceActions>(this), dataset](Result<session::AddedCases> added) {
            deliverTo(self, [self, dataset, added = std::move(added)] { self->tellAdded(dataset, added); });
        });
}

void TraceActions::tellAdded(const QString& dataset, const Result<session::AddedCases>& added) {
    if (!added.ok())
        Q_EMIT told(Severity::Error, tr("It was not added to %1").arg(dataset), toQString(added.error().message), {});
    else if (added->added == 0)
        Q_EMIT told(Severity::Info, tr("%1 has this case already").arg(dataset), {}, {});
    else
        Q_EMIT told(Severity::Info, tr("Added to %1").arg(dataset), {}, {});
}

void TraceActions::copyAsCurl() {
    const trace::Summary& summary = m_trace->summary;
    m_session.authoring().version(
        summary.workflow, summary.version.text,
        [self = QPointer<TraceActions>(this), trace = m_trace](const Result<workflow::Version>& version) {
            const Result<std::string> curl =
                version.ok() ? curlOfVersion(*trace, version.value()) : Result<std::string>(version.error());
            deliverTo(self, [self, curl] {
                if (curl.ok())
                    self->copy(toQString(curl.value()), tr("Copied as cURL"));
                else
                    Q_EMIT self->told(Severity::Warning, tr("There is no cURL command for this run"),
                                      toQString(curl.error().message), {});
            });
        });
}

void TraceActions::copyAsCase() {
    copy(toQString(toText(eval::toJson(caseOf(*m_trace)))), tr("Copied as a case"));
}

void TraceActions::copyIdText() {
    copy(toQString(m_trace->summary.id.text), tr("Copied the id"));
}

void TraceActions::copy(const QString& text, const QString& said) {
    QApplication::clipboard()->setText(text);
    Q_EMIT told(Severity::Info, said, {}, {});
}

}  // namespace touchstone::ui
