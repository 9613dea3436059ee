// SPDX-License-Identifier: GPL-3.0-or-later

#include "origin_choice.h"

#include "query_terms.h"
#include "uibase/segmented_control.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>

#include <array>

namespace touchstone::ui {
namespace {

constexpr std::array<const char*, 4> kTerms{"", "origin:production", "origin:experiment", "origin:try"};

// A choice of one cannot be of none, but for a moment.
void chooseNone(QButtonGroup& group) {
    group.setExclusive(false);
    if (QAbstractButton* checked = group.checkedButton())
        checked->setChecked(false);
    group.setExclusive(true);
}

}  // namespace

OriginChoice::OriginChoice(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_segments(new SegmentedControl(theme, tr("Origin of the runs"))) {
    m_segments->setObjectName(QStringLiteral("originChoice"));
    for (const QString& text : {tr("All"), tr("Production"), tr("Experiments"), tr("Try")})
        m_segments->addSegment(text);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_segments);
    connect(m_segments, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_showing)
            Q_EMIT chosen(QLatin1String(kTerms[static_cast<std::size_t>(index)]));
    });
}

void OriginChoice::showQuery(const QString& query) {
    const QString origin = originIn(query);
    const auto term = std::ranges::find_if(kTerms, [&](const char* each) { return origin == QLatin1String(each); });
    m_showing = true;
    if (term != kTerms.end())
        m_segments->setCurrentIndex(static_cast<int>(term - kTerms.begin()));
    else if (auto* group = m_segments->findChild<QButtonGroup*>())
        chooseNone(*group);
    m_showing = false;
}

}  // namespace touchstone::ui
