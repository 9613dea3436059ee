// SPDX-License-Identifier: GPL-3.0-or-later

#include "diff_page.h"

#include "session/session.h"
#include "uibase/deliver.h"
#include "uibase/diff_view.h"
#include "uibase/theme.h"
#include "uistate/draft_model.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace touchstone::ui {
namespace {

// The part alone, so that only it is compared.
session::DraftText alone(const Json* document, const std::string& part) {
    const Json* value = document ? memberAt(*document, part) : nullptr;
    session::DraftText text;
    if (value)
        text.document = std::make_shared<const Json>(Json{{part, *value}});
    return text;
}

session::DraftText alone(const session::DraftText& whole, const std::string& part) {
    session::DraftText text = alone(whole.document.get(), part);
    for (const session::TypedPart& typed : whole.typed)
        if (typed.part == part)
            text.typed.push_back(typed);
    return text;
}

}  // namespace

DiffPage::DiffPage(const Theme& theme, DraftModel& draft, session::Session& session, std::string part, QWidget* parent)
    : PartPage(parent),
      m_session(session),
      m_draft(draft),
      m_part(std::move(part)),
      m_lines(new DiffView(theme, tr("Changes of %1").arg(partTitle(m_part)))),
      m_same(new QLabel) {
    m_lines->setObjectName(QStringLiteral("diff.%1").arg(toQString(m_part)));
    m_same->setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12));
    m_same->setAutoFillBackground(true);
    m_same->setBackgroundRole(QPalette::Base);
    m_same->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_same);
    layout->addWidget(m_lines, 1);
    setFocusProxy(m_lines);
}

void DiffPage::showPart(bool) {
    using Differences = std::vector<session::PartDifference>;
    const std::shared_ptr<const Json> base = m_draft.baseDocument();
    m_session.authoring().compareTexts(
        alone(base.get(), m_part), alone(m_draft.snapshot(), m_part),
        [self = QPointer<DiffPage>(this), number = ++m_number](Result<Differences> differences) {
            auto found = std::make_shared<Result<Differences>>(std::move(differences));
            deliverTo(self, [self, number, found] {
                if (number == self->m_number && found->ok())
                    self->adopt(*found);
            });
        });
}

void DiffPage::adopt(Result<std::vector<session::PartDifference>>& differences) {
    std::vector<DiffSection> sections;
    for (session::PartDifference& part : differences.value())
        if (part.part == m_part)
            sections.push_back({partTitle(part.part), m_draft.baseName(), std::move(part.rows)});
    m_same->setText(tr("“%1” is the same in %2.").arg(partTitle(m_part), m_draft.baseName()));
    m_same->setVisible(sections.empty());
    m_lines->setSections(std::move(sections));
}

}  // namespace touchstone::ui
