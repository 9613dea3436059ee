// SPDX-License-Identifier: GPL-3.0-or-later

#include "version_head.h"

#include "cell_paint.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "uistate/version_mark.h"

#include <QMouseEvent>

namespace touchstone::ui {
namespace {

constexpr int kHeight = 92;
constexpr int kMargin = 12;

QString sortName(CaseSort sort) {
    switch (sort) {
        case CaseSort::Name:
            return VersionHead::tr("by name");
        case CaseSort::Score:
            return VersionHead::tr("by score");
        case CaseSort::Change:
            return VersionHead::tr("by change");
        case CaseSort::Latency:
            return VersionHead::tr("by latency");
        case CaseSort::Cost:
            return VersionHead::tr("by cost");
        case CaseSort::Dataset:
            break;
    }
    return VersionHead::tr("in dataset order");
}

QString counted(std::uint64_t number) {
    return formatCount(static_cast<std::int64_t>(number));
}

}  // namespace

VersionHead::VersionHead(const Theme& theme, const CompareFilter& filter, const CompareModel& model, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent), m_theme(theme), m_filter(filter), m_model(model) {
    setHighlightSections(false);
    setSectionsClickable(true);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        viewport()->update();
    });
}

void VersionHead::setRoom(bool small, bool narrow) {
    m_small = small;
    m_narrow = narrow;
    viewport()->update();
}

void VersionHead::setDraftNumber(std::int64_t number) {
    m_draftNumber = number;
    viewport()->update();
}

std::int64_t VersionHead::markNumber(std::size_t contestant) const {
    const std::string_view reference = referenceOf(m_model.cases()->report().contestants[contestant].label);
    return reference.starts_with('v') ? std::atoll(std::string(reference.substr(1)).c_str()) : m_draftNumber;
}

QSize VersionHead::sizeHint() const {
    return {QHeaderView::sizeHint().width(), m_theme.px(kHeight)};
}

void VersionHead::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const {
    painter->save();
    painter->setClipRect(rect);
    painter->fillRect(rect, m_theme.color(Role::Raised));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme.color(Role::Border));
    painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_theme.color(Role::Border));
    const QRect inner = rect.adjusted(m_theme.px(kMargin), m_theme.px(8), -m_theme.px(kMargin), -m_theme.px(6));
    const int contestant = CompareModel::contestantOf(logicalIndex);
    if (logicalIndex == CompareModel::CaseColumn) {
        paintCase(*painter, inner);
    } else if (contestant < 0) {
        painter->setFont(m_theme.font(TextStyle::BodyStrong));
        painter->setPen(m_theme.color(Role::Text));
        drawLine(*painter, QRect(inner.left(), inner.top(), inner.width(), m_theme.px(20)), tr("Expected"));
    } else if (m_model.cases() && static_cast<std::size_t>(contestant) < m_model.cases()->contestants()) {
        paintVersion(*painter, inner, static_cast<std::size_t>(contestant));
        paintSort(*painter, inner, logicalIndex);
    }
    painter->restore();
}

void VersionHead::paintCase(QPainter& painter, const QRect& rect) const {
    const int line = m_theme.px(17);
    QRect at(rect.left(), rect.bottom() - 3 * line, rect.width(), line);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    drawLine(painter, at, tr("Case"));
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    drawLine(painter, at.translated(0, line),
             tr("%1 of %2 shown").arg(formatCount(m_filter.rowCount()), formatCount(m_model.rowCount())));
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    drawLine(
        painter, at.translated(0, 2 * line),
        QStringLiteral("%1 %2").arg(sortName(m_filter.arrangement().sort),
                                    m_filter.arrangement().descending ? QStringLiteral("▾") : QStringLiteral("▴")));
}

void VersionHead::paintVersion(QPainter& painter, const QRect& rect, std::size_t contestant) const {
    const int line = m_theme.px(20);
    paintName(painter, QRect(rect.left(), rect.top(), rect.width(), line), contestant);
    paintScore(painter, QRect(rect.left(), rect.top() + line + m_theme.px(4), rect.width(), m_theme.px(30)),
               contestant);
    paintWins(painter, QRect(rect.left(), rect.bottom() - m_theme.px(19), rect.width(), line), contestant);
}

void VersionHead::paintName(QPainter& painter, const QRect& line, std::size_t contestant) const {
    const ComparedCases& cases = *m_model.cases();
    const std::string& label = cases.report().contestants[contestant].label;
    const int mark = m_theme.px(10);
    paintVersionMark(painter, m_theme, markNumber(contestant), QPointF(line.left() + mark / 2.0, line.center().y() + 1),
                     mark);
    QRect rest = line.adjusted(mark + m_theme.px(7), 0, 0, 0);
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    rest.setLeft(rest.left() + drawLine(painter, rest, contestantName(label)) + m_theme.px(7));
    if (!m_small) {
        painter.setFont(m_theme.font(TextStyle::Mono));
        painter.setPen(m_theme.color(Role::TextMuted));
        rest.setLeft(rest.left() + drawLine(painter, rest, toQString(hashOf(label))) + m_theme.px(7));
    }
    if (contestant == 0)
        drawOutlined(painter, m_theme, rest, rest.left(), tr("baseline"));
    else
        drawWord(painter, m_theme, rest, rest.left(), verdictWord(cases, contestant));
}

// The change against the baseline; of the baseline the interval of its score.
StateWord VersionHead::changeOf(std::size_t contestant) const {
    const ComparedCases& cases = *m_model.cases();
    const eval::Comparison* comparison = cases.comparisonOf(contestant);
    if (contestant > 0 && comparison) {
        StateWord change = wordOf(scoreDelta(*comparison));
        if (cases.isRunning())
            change.ink = Role::TextMuted;  // no verdict before the end
        return change;
    }
    const auto& interval = cases.report().contestants[contestant].meanInterval;
    return {QStringLiteral("[%1, %2]").arg(formatScore(interval->low, 3), formatScore(interval->high, 3))};
}

void VersionHead::paintScore(QPainter& painter, const QRect& line, std::size_t contestant) const {
    const eval::ContestantReport& shown = m_model.cases()->report().contestants[contestant];
    QRect rest = line;
    if (shown.meanInterval) {
        painter.setFont(m_theme.font(TextStyle::Figure));
        painter.setPen(m_theme.color(Role::Text));
        rest.setLeft(rest.left() + drawLine(painter, rest, formatScore(shown.meanScore, 3)) + m_theme.px(8));
        const StateWord change = changeOf(contestant);
        painter.setFont(m_theme.font(contestant > 0 ? TextStyle::BodyStrong : TextStyle::Body));
        painter.setPen(m_theme.color(change.ink));
        rest.setLeft(rest.left() + drawLine(painter, rest, change.text) + m_theme.px(12));
    }
    if (m_narrow)
        return;
    // What is left of the line; they are in the tooltip too.
    const auto cost = costPerThousand(shown);
    const QRect upper(rest.left(), rest.top(), rest.width(), rest.height() / 2);
    paintFact(painter, upper, tr("p50 %1 · p95 %2").arg(formatDuration(shown.p50), formatDuration(shown.p95)));
    paintFact(painter, upper.translated(0, upper.height()),
              cost ? tr("%1 per 1,000 runs").arg(formatMoney(cost)) : tr("cost unknown"));
}

void VersionHead::paintWins(QPainter& painter, const QRect& line, std::size_t contestant) const {
    const ComparedCases& cases = *m_model.cases();
    const eval::Comparison* comparison = cases.comparisonOf(contestant);
    painter.setFont(m_theme.font(TextStyle::Caption));
    QRect rest = line;
    const auto words = [&](const QString& text, Role ink) {
        painter.setPen(m_theme.color(ink));
        rest.setLeft(rest.left() + drawLine(painter, rest, text) + m_theme.px(8));
    };
    if (contestant == 0 || !comparison) {
        const eval::ContestantReport& shown = cases.report().contestants[contestant];
        words(cases.isScored() ? tr("passed %1 of %2").arg(counted(shown.passed), counted(shown.cases))
                               : tr("%n case(s), no scorer", nullptr, static_cast<int>(shown.cases)),
              Role::TextMuted);
        return;
    }
    const auto change = costDelta(cases, contestant);
    if (change) {
        const StateWord cost = wordOf(*change);
        painter.setPen(m_theme.color(cost.ink));
        const QString text = m_narrow ? cost.text : tr("cost %1").arg(cost.text);
        rest.setRight(rest.right() - drawLine(painter, rest, text, Qt::AlignRight) - m_theme.px(10));
    }
    if (comparison->n == 0)
        return;
    words((m_narrow ? tr("▲ %1") : tr("▲ %1 win")).arg(counted(comparison->wins)), Role::Better);
    words((m_narrow ? tr("= %1") : tr("%1 tie")).arg(counted(comparison->ties)), Role::TextMuted);
    words((m_narrow ? tr("▼ %1") : tr("▼ %1 lose")).arg(counted(comparison->losses)), Role::Worse);
    if (rest.width() < m_theme.px(32))
        return;
    const int height = m_theme.px(5);
    const QRect bar(rest.left(), rest.center().y() - height / 2 + 1, rest.width(), height);
    const auto share = [&](std::uint64_t cells) {
        return static_cast<int>(static_cast<std::uint64_t>(bar.width()) * cells / comparison->n);
    };
    painter.fillRect(bar, m_theme.color(Role::Border));
    painter.fillRect(QRect(bar.left(), bar.top(), share(comparison->wins), height), m_theme.color(Role::Better));
    const int lost = share(comparison->losses);
    painter.fillRect(QRect(bar.right() - lost + 1, bar.top(), lost, height), m_theme.color(Role::Worse));
}

void VersionHead::paintSort(QPainter& painter, const QRect& rect, int column) const {
    const CaseArrangement& by = m_filter.arrangement();
    const bool sorts = by.sort >= CaseSort::Score && CompareModel::columnOf(static_cast<int>(by.contestant)) == column;
    const QString sign = sorts ? (by.descending ? QStringLiteral("▾") : QStringLiteral("▴")) : QStringLiteral("⋯");
    const QString text = sorts ? QStringLiteral("%1 %2").arg(sortName(by.sort), sign) : sign;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(sorts ? Role::AccentText : Role::TextMuted));
    painter.drawText(QRect(rect.left(), rect.top(), rect.width(), m_theme.px(20)), Qt::AlignRight | Qt::AlignVCenter,
                     text);
}

void VersionHead::paintFact(QPainter& painter, const QRect& line, const QString& fact) const {
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    if (painter.fontMetrics().horizontalAdvance(fact) <= line.width())
        drawLine(painter, line, fact, Qt::AlignRight);
}

void VersionHead::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->pos();
    QHeaderView::mousePressEvent(event);
}

void VersionHead::mouseReleaseEvent(QMouseEvent* event) {
    QHeaderView::mouseReleaseEvent(event);
    constexpr int kStill = 4;
    const int column = logicalIndexAt(event->pos());
    const bool click = (event->pos() - m_pressed).manhattanLength() < kStill;
    if (event->button() == Qt::LeftButton && click && column >= 0 && cursor().shape() != Qt::SplitHCursor)
        Q_EMIT menuRequested(column, event->globalPosition().toPoint());
}

}  // namespace touchstone::ui
