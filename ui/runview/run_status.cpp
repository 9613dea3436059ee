// SPDX-License-Identifier: GPL-3.0-or-later

#include "uirunview/run_status.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

QString word(const char* text) {
    return QCoreApplication::translate("touchstone::ui::RunStatus", text);
}

QString sign(const char* utf8) {
    return QString::fromUtf8(utf8);
}

RunStatus answered(const trace::Summary& summary) {
    if (summary.fellBack)
        return {sign("▲"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "fell back")), Role::Warning,
                PillTone::Warning};
    if (summary.attempts > 1 + summary.retries)  // asked again, because the first answer did not satisfy the schema
        return {sign("◆"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "repaired")), Role::Info,
                PillTone::Info};
    if (summary.retries > 0)
        return {sign("◆"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "retried")), Role::Info, PillTone::Info};
    return {sign("●"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "valid")), Role::Better, PillTone::Better};
}

}  // namespace

RunStatus statusOf(const trace::Summary& summary) {
    switch (summary.status) {
        case trace::Status::Ok:
            return answered(summary);
        case trace::Status::Invalid:
            return {sign("✕"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "invalid")), Role::Worse,
                    PillTone::Worse};
        case trace::Status::Blocked:
            return {sign("■"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "blocked")), Role::Warning,
                    PillTone::Warning};
        case trace::Status::Failed:
            return {sign("✕"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "failed")), Role::Worse,
                    PillTone::Worse};
        case trace::Status::Cancelled:
            break;
    }
    return {sign("○"), word(QT_TRANSLATE_NOOP("touchstone::ui::RunStatus", "stopped")), Role::TextMuted,
            PillTone::Neutral};
}

}  // namespace touchstone::ui
