// SPDX-License-Identifier: GPL-3.0-or-later

#include "version_names.h"

#include "uibase/deliver.h"
#include "uistate/text.h"

namespace touchstone::ui {

VersionNames::VersionNames(session::Session& session, QObject* parent)
    : QObject(parent),
      m_session(session),
      m_changes(session.onChanged([self = QPointer<VersionNames>(this)](store::Change change) {
          if (change == store::Change::Versions)
              deliverTo(self, [self] {
                  for (const std::string& workflow : self->m_workflows)
                      self->read(workflow);
              });
      })) {}

std::int64_t VersionNames::numberOf(const std::string& workflow, const VersionId& version) {
    if (version.empty())
        return 0;
    if (const auto found = m_numbers.find(version); found != m_numbers.end())
        return found->second;
    if (m_workflows.insert(workflow).second)
        read(workflow);
    return 0;
}

QString VersionNames::nameOf(const std::string& workflow, const VersionId& version) {
    if (version.empty())
        return tr("draft");
    const std::int64_t number = numberOf(workflow, version);
    return number > 0 ? QStringLiteral("v%1").arg(number) : toQString(shortText(version));
}

// A workflow without a history (its traces came from elsewhere) leaves its versions without numbers.
void VersionNames::read(const std::string& workflow) {
    m_session.authoring().history(workflow, [self = QPointer<VersionNames>(this)](Result<session::History> history) {
        deliverTo(self, [self, history = std::move(history)] {
            if (!history.ok())
                return;
            for (const store::VersionInfo& version : history->versions)
                self->m_numbers[version.id] = version.number;
            Q_EMIT self->changed();
        });
    });
}

}  // namespace touchstone::ui
