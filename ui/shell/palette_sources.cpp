// SPDX-License-Identifier: GPL-3.0-or-later

#include "palette_sources.h"

#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uistate/input_words.h"
#include "uistate/text.h"

#include <QAction>
#include <QDateTime>
#include <QPointer>

namespace touchstone::ui {
namespace {

constexpr std::size_t kMostTraces = 200;
constexpr std::size_t kMostFound = 12;
constexpr int kShortestId = 4;
constexpr int kShortestWords = 3;

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
                                    deliverTo(self, [self, traces = page->traces] { self->adoptNewest(traces); });
                            });
}

void TraceSource::ask(const QString& text) {
    ++m_question;
    PaletteEntries entries = *this->entries();
    if (std::erase_if(entries, [](const PaletteEntry& entry) { return entry.foundByText; }) > 0)
        setEntries(std::move(entries));
    if (const QString id = text.toLower(); isHex(id))
        findId(id);
    else if (text.size() >= kShortestWords)
        findWords(text);
}

void TraceSource::findId(const QString& id) {
    const auto adopt = [self = QPointer<TraceSource>(this), question = m_question](const Result<trace::Trace>& one) {
        if (one.ok())
            deliverTo(self, [self, question, summary = one->summary] {
                self->adoptFound(self->describe(summary), question);
            });
    };
    m_session.traces().load(toUtf8(id), adopt);
}

// What is no filter yet, while it is typed, finds nothing.
void TraceSource::findWords(const QString& words) {
    const auto search = [self = QPointer<TraceSource>(this),
                         question = m_question](const Result<store::TraceFilter>& filter) {
        if (filter.ok())
            deliverTo(self, [self, question, found = filter.value()] { self->list(found, question); });
    };
    m_session.traces().filterOf(toUtf8(words), search);
}

void TraceSource::list(const store::TraceFilter& filter, std::uint64_t question) {
    if (question != m_question)
        return;
    const auto loadAll = [self = QPointer<TraceSource>(this), question](const Result<store::TracePage>& page) {
        if (page.ok())
            deliverTo(self, [self, question, traces = page->traces] {
                for (const trace::Summary& summary : traces)
                    self->load(summary.id, question);
            });
    };
    m_session.traces().list(filter, kMostFound, {}, loadAll);
}

// For its input: by that a person knows it again.
void TraceSource::load(const TraceId& trace, std::uint64_t question) {
    const auto adopt = [self = QPointer<TraceSource>(this), question](const Result<trace::Trace>& one) {
        if (!one.ok())
            return;
        deliverTo(self, [self, question, summary = one->summary, input = firstTextOf(one->detail.input)] {
            PaletteEntry entry = self->describe(summary);
            entry.text = input;
            entry.foundByText = true;
            self->adoptFound(std::move(entry), question);
        });
    };
    m_session.traces().load(trace.text, adopt);
}

void TraceSource::adoptNewest(const std::vector<trace::Summary>& traces) {
    PaletteEntries all;
    for (const trace::Summary& summary : traces)
        all.push_back(describe(summary));
    for (const PaletteEntry& found : *entries())
        if (found.foundByText)
            all.push_back(found);
    setEntries(std::move(all));
}

void TraceSource::adoptFound(PaletteEntry entry, std::uint64_t question) {
    if (question != m_question)
        return;
    PaletteEntries all = *entries();
    const auto same = [&entry](const PaletteEntry& other) { return other.id == entry.id; };
    if (entry.foundByText)
        std::erase_if(all, same);  // it says more than the id
    else if (std::any_of(all.begin(), all.end(), same))
        return;
    all.push_back(std::move(entry));
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
