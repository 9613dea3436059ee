// SPDX-License-Identifier: GPL-3.0-or-later

#include "view_page.h"

#include "parts_model.h"
#include "uistate/draft_model.h"
#include "uistate/text.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace touchstone::ui {

ViewPage::ViewPage(const PartViewEntry& entry, DraftModel& draft, std::string part, QWidget* parent)
    : PartPage(parent), m_draft(draft), m_part(std::move(part)), m_view(entry.make(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeScroll());
    setFocusProxy(m_view);
    m_view->setReadOnly(m_draft.isReadOnly());
    connect(m_view, &PartView::edited, this, &ViewPage::push);
}

// A view that needs more room than there is scrolls.
QScrollArea* ViewPage::makeScroll() {
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(m_view);
    return scroll;
}

void ViewPage::showPart(bool) {
    const Json* value = memberAt(m_draft.document(), m_part);
    m_view->setPart(value ? *value : Json());
    showFindings();
}

void ViewPage::setLocked(bool locked) {
    m_view->setReadOnly(locked || m_draft.isReadOnly());
}

void ViewPage::showFindings() {
    std::vector<Finding> findings;
    for (const Finding& finding : m_draft.findings())
        if (partOfPointer(finding.pointer) == m_part)
            findings.push_back(finding);
    m_view->setFindings(findings);
}

bool ViewPage::goTo(const Finding& finding) {
    if (!m_view->goTo(finding.pointer))
        return false;
    if (!m_view->isAncestorOf(window()->focusWidget()))  // the view may have given it to the field itself
        m_view->setFocus();
    return true;
}

void ViewPage::push(const Json& value, const QString& what) {
    Q_EMIT editBegun();
    m_draft.setSource(m_part, value.is_null() ? QString() : toQString(toPrettyText(value)), {what});
    Q_EMIT editEnded();
}

}  // namespace touchstone::ui
