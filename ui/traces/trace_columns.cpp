// SPDX-License-Identifier: GPL-3.0-or-later

#include "trace_columns.h"

#include "uibase/format.h"
#include "uirunview/run_status.h"
#include "uistate/text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace touchstone::ui {
namespace {

struct ColumnName {
    const char* key;
    const char* title;
};

constexpr std::array<ColumnName, kTraceColumns> kNames{{
    {"time", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Time")},
    {"version", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Version")},
    {"input", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Input")},
    {"status", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Status")},
    {"tier", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Tier")},
    {"latency_ms", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Latency")},
    {"tokens", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Tokens")},
    {"cost_usd", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Cost")},
    {"feedback", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Feedback")},
    {"model", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Model")},
    {"origin", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Origin")},
    {"journey", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Journey")},
    {"feature", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Feature")},
    {"environment", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Environment")},
    {"attempts", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Attempts")},
    {"workflow", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Workflow")},
    {"id", QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "Trace")},
}};

QString translated(const char* text) {
    return QCoreApplication::translate("touchstone::ui::TraceColumns", text);
}

QDateTime localTime(WallTime time) {
    return QDateTime::fromMSecsSinceEpoch(
        std::chrono::floor<std::chrono::milliseconds>(time).time_since_epoch().count());
}

QString thumbText(trace::Thumb thumb) {
    switch (thumb) {
        case trace::Thumb::Up:
            return translated(QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "good"));
        case trace::Thumb::Down:
            return translated(QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "bad"));
        case trace::Thumb::None:
            break;
    }
    return {};
}

QString originText(trace::Origin origin) {
    switch (origin) {
        case trace::Origin::Try:
            return translated(QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "try"));
        case trace::Origin::Experiment:
            return translated(QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "experiment"));
        case trace::Origin::Replay:
            return translated(QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "replay"));
        case trace::Origin::Production:
            break;
    }
    return translated(QT_TRANSLATE_NOOP("touchstone::ui::TraceColumns", "production"));
}

QString orDash(const std::string& text) {
    return text.empty() ? QStringLiteral("—") : toQString(text);
}

}  // namespace

const QStringList& traceColumnKeys() {
    static const QStringList keys = [] {
        QStringList list;
        for (const ColumnName& name : kNames)
            list.append(QString::fromLatin1(name.key));
        return list;
    }();
    return keys;
}

QString traceColumnTitle(int column) {
    return translated(kNames[static_cast<std::size_t>(column)].title);
}

bool isNumberColumn(int column) {
    return column == LatencyColumn || column == TokensColumn || column == CostColumn || column == AttemptsColumn;
}

QString formatTraceTime(WallTime time) {
    const QDateTime local = localTime(time);
    return local.date() == QDate::currentDate() ? local.toString(QStringLiteral("HH:mm:ss.zzz"))
                                                : QLocale().toString(local, QStringLiteral("d MMM HH:mm"));
}

QString formatFullTime(WallTime time) {
    return localTime(time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz"));
}

QString traceText(const trace::Summary& summary, int column) {
    switch (column) {
        case TimeColumn:
            return formatTraceTime(summary.start);
        case StatusColumn:
            return statusOf(summary).word;
        case TierColumn:
            return orDash(summary.tier);
        case LatencyColumn:
            return formatDuration(summary.duration);
        case TokensColumn:
            return (summary.tokensEstimated ? QStringLiteral("≈ ") : QString()) +
                   formatCount(summary.inputTokens + summary.outputTokens);
        case CostColumn:
            return formatMoney(summary.cost);
        case FeedbackColumn:
            return thumbText(summary.feedback);
        case ModelColumn:
            return orDash(summary.model);
        case OriginColumn:
            return originText(summary.origin);
        case JourneyColumn:
            return toQString(summary.context.journey);
        case FeatureColumn:
            return toQString(summary.context.feature);
        case EnvironmentColumn:
            return toQString(summary.context.environment);
        case AttemptsColumn:
            return formatCount(summary.attempts);
        case WorkflowColumn:
            return toQString(summary.workflow);
        case IdColumn:
            return toQString(summary.id.text);
        default:
            return {};
    }
}

QVariant traceValue(const trace::Summary& summary, int column) {
    switch (column) {
        case TimeColumn:
            return localTime(summary.start).toUTC().toString(Qt::ISODateWithMs);
        case StatusColumn:
            return toQString(trace::toString(summary.status));
        case LatencyColumn:
            return static_cast<double>(summary.duration.count()) / 1e6;
        case TokensColumn:
            return static_cast<qlonglong>(summary.inputTokens + summary.outputTokens);
        case CostColumn:
            return summary.cost ? QVariant(summary.cost->dollars()) : QVariant::fromValue(nullptr);
        case FeedbackColumn:
            return toQString(trace::toString(summary.feedback));
        case OriginColumn:
            return toQString(trace::toString(summary.origin));
        case AttemptsColumn:
            return summary.attempts;
        default:
            return {};
    }
}

}  // namespace touchstone::ui
