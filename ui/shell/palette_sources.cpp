// SPDX-License-Identifier: GPL-3.0-or-later

#include "palette_sources.h"

#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uistate/text.h"

#include <QAction>
#include <QDateTime>
#include <QPointer>

namespace touchstone::ui {
namespace {

constexpr std::size_t kMostTraces = 200;
constexpr int kShortestId = 4;

QString withoutMnemonic(QString text) {
    text.replace(QStringLiteral("&&"), QString(QChar(1)));
    text.remove(QLatin1Char('&'));
    return text.replace(QChar(1), QLatin1Char('&'));
}

// A tooltip that says no more than the text is no reason.
QString reasonOf(const QAction& action) {
    if (action.isEnabled())
        return {};
    const QString tip = action.toolTip();
    return tip.isEmpty() || tip.startsWith(withoutMnemonic(action.text()).remove(QStringLiteral("…")))
               ? ActionSource::tr("not now")
               : tip;
}

bool isHex(const QString& text) {
    return text.size() >= kShortestId && std::all_of(text.begin(), text.end(), [](QChar c) {
               return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
           });
}

}  // namespace

ActionSource::ActionSource(std::function<std::vector<PaletteCommand>()> commands, QObject* parent)
    : PaletteSource(QLatin1Char('>'), tr("Actions"), parent), m_commands(std::move(commands)) {}

void ActionSource::refresh() {
    PaletteEntries entries;
    for (const PaletteCommand& command : m_commands()) {
        QAction* action = command.action;
        PaletteEntry entry;
        entry.text = withoutMnemonic(action->text());
        if (entry.text.isEmpty() || !action->isVisible())
            continue;
        entry.id = QStringLiteral("action:") + (action->objectName().isEmpty() ? entry.text : action->objectName());
        entry.detail = command.where;
        entry.keys = action->shortcut();
        entry.why = reasonOf(*action);
        entry.run = [action = QPointer<QAction>(action), before = command.before] {
            if (before)
                before();
            if (action)
                action->trigger();
        };
        entries.push_back(std::move(entry));
    }
    setEntries(std::move(entries));
}

ModelSource::ModelSource(QChar prefix, const QString& title, const QAbstractItemModel& model, Describe describe,
                         QObject* parent)
    : PaletteSource(prefix, title, parent), m_model(model), m_describe(std::move(describe)) {}

void ModelSource::refresh() {
    PaletteEntries entries;
    for (int row = 0; row < m_model.rowCount(); ++row)
        entries.push_back(m_describe(row));
    setEntries(std::move(entries));
}

ListSource::ListSource(QChar prefix, const QString& title, Make make, QObject* parent)
    : PaletteSource(prefix, title, parent), m_make(std::move(make)) {}

void ListSource::refresh() {
    setEntries(m_make());
}

TraceSource::TraceSource(session::Session& session, GoTo goTo, QObject* parent)
    : PaletteSource(QLatin1Char('#'), tr("Traces"), parent), m_session(session), m_goTo(std::move(goTo)) {}

void TraceSource::refresh() {
    m_session.traces().list({}, kMostTraces, {},
                            [self = QPointer<TraceSource>(this)](const Result<store::TracePage>& page) {
                                if (page.ok())
                                    deliverTo(self, [self, traces = page->traces] { self->adopt(traces, true); });
                            });
}

void TraceSource::ask(const QString& text) {
    const std::uint64_t number = ++m_number;
    const QString id = text.toLower();
    if (!isHex(id))
        return;
    m_session.traces().load(toUtf8(id), [self = QPointer<TraceSource>(this), number](const Result<trace::Trace>& one) {
        if (!one.ok())
            return;
        deliverTo(self, [self, number, summary = one->summary] {
            if (number == self->m_number)
                self->adopt({summary}, false);
        });
    });
}

void TraceSource::adopt(const std::vector<trace::Summary>& traces, bool anew) {
    PaletteEntries all = anew ? PaletteEntries() : *entries();
    for (const trace::Summary& summary : traces) {
        PaletteEntry entry = describe(summary);
        const auto same = [&entry](const PaletteEntry& other) { return other.id == entry.id; };
        if (anew || std::none_of(all.begin(), all.end(), same))
            all.push_back(std::move(entry));
    }
    setEntries(std::move(all));
}

PaletteEntry TraceSource::describe(const trace::Summary& summary) const {
    const QString id = toQString(summary.id.text);
    const auto start = std::chrono::floor<std::chrono::milliseconds>(summary.start).time_since_epoch().count();
    PaletteEntry entry;
    entry.id = QStringLiteral("trace:") + id;
    entry.text = QStringLiteral("%1  %2").arg(id.left(8), toQString(summary.workflow));
    entry.detail = tr("%1 · %2 · %3")
                       .arg(toQString(trace::toString(summary.status)), formatDuration(summary.duration),
                            QDateTime::fromMSecsSinceEpoch(start).toString(QStringLiteral("d MMM HH:mm")));
    entry.icon = Icon::Traces;
    entry.run = [goTo = m_goTo, id] { static_cast<void>(goTo(TraceDestination{id})); };
    return entry;
}

}  // namespace touchstone::ui
