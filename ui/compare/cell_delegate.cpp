// SPDX-License-Identifier: GPL-3.0-or-later

#include "cell_delegate.h"

#include "answer_text.h"
#include "uibase/theme.h"
#include "uistate/text.h"

namespace touchstone::ui {
namespace {

constexpr int kMargin = 12;
constexpr int kKeptTexts = 2000;
constexpr int kLines = 3;

// The first text of an input that says something.
QString firstText(const Json& input) {
    constexpr std::size_t kShown = 400;
    if (input.is_object())
        for (const auto& member : input.items())
            if (member.value().is_string() && !member.value().get_ref<const std::string&>().empty())
                return toQString(std::string_view(member.value().get_ref<const std::string&>()).substr(0, kShown))
                    .simplified();
    return toQString(std::string_view(compactJson(input)).substr(0, kShown));
}

quint64 keyOf(std::size_t testCase, std::size_t column) {
    return static_cast<quint64>(testCase) * 16 + column;
}

void drawFocus(QPainter& painter, const QRect& rect, const QColor& color) {
    painter.setPen(QPen(color, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect.adjusted(1, 1, -2, -2));
}

}  // namespace

CellDelegate::CellDelegate(const Theme& theme, const CompareFilter& filter, const CompareModel& model,
                           const QWidget& keyboard, QObject* parent)
    : QStyledItemDelegate(parent),
      m_theme(theme),
      m_filter(filter),
      m_model(model),
      m_keyboard(keyboard),
      m_texts(kKeptTexts) {}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    painter->setClipRect(option.rect);
    const auto testCase = static_cast<std::size_t>(m_filter.caseAt(index.row()));
    const int contestant = CompareModel::contestantOf(index.column());
    if (index.column() == CompareModel::CaseColumn) {
        paintChoice(*painter, option);
        paintCase(*painter, option.rect, testCase);
    } else if (contestant < 0) {
        paintExpected(*painter, option.rect, testCase);
    } else {
        paintAnswer(*painter, option.rect, testCase, static_cast<std::size_t>(contestant));
    }
    const QColor line = m_theme.color(Role::Border);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), line);
    painter->fillRect(QRect(option.rect.right(), option.rect.top(), 1, option.rect.height()), line);
    if (option.state & QStyle::State_HasFocus && index.column() != CompareModel::CaseColumn)
        drawFocus(*painter, option.rect.adjusted(0, 0, -1, -1), m_theme.color(Role::Focus));
    painter->restore();
}

// The row is chosen here; its cells keep the colours of their words.
void CellDelegate::paintChoice(QPainter& painter, const QStyleOptionViewItem& option) const {
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = m_keyboard.hasFocus();
    painter.fillRect(option.rect, m_theme.color(!selected ? Role::Surface
                                                : active  ? Role::Selection
                                                          : Role::SelectionInactive));
    if (selected)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), m_theme.px(3), option.rect.height()),
                         m_theme.color(active ? Role::Accent : Role::BorderStrong));
}

void CellDelegate::paintCase(QPainter& painter, const QRect& rect, std::size_t testCase) const {
    const ComparedCases& cases = *m_model.cases();
    const eval::Case& shown = cases.caseAt(testCase);
    const QRect inner = rect.adjusted(m_theme.px(kMargin), m_theme.px(6), -m_theme.px(kMargin), -m_theme.px(7));
    const QRect head(inner.left(), inner.top(), inner.width(), m_theme.px(18));
    painter.setFont(m_theme.font(TextStyle::BodyStrong));
    painter.setPen(m_theme.color(Role::Text));
    drawLine(painter, head, toQString(nameOfCase(cases, testCase)));
    textOf(testCase, ComparedCases::kMostContestants, inner.width())
        .draw(painter, {inner.left(), head.bottom() + 1}, m_theme.color(Role::TextMuted));
    const QRect foot(inner.left(), inner.bottom() - m_theme.px(17), inner.width(), m_theme.px(18));
    int left = foot.left();
    constexpr qsizetype kShortest = 24;
    if (shown.expected)
        if (const QString expected = toQString(compactJson(*shown.expected)); expected.size() <= kShortest)
            left = drawOutlined(painter, m_theme, foot, left, tr("expects %1").arg(expected)) + m_theme.px(4);
    for (const std::string& tag : shown.tags)
        left = drawWord(painter, m_theme, foot, left, {toQString(tag)}) + m_theme.px(4);
}

void CellDelegate::paintExpected(QPainter& painter, const QRect& rect, std::size_t testCase) const {
    painter.fillRect(rect, m_theme.color(Role::Surface));
    const eval::Case& shown = m_model.cases()->caseAt(testCase);
    if (!shown.expected)
        return;
    const QRect inner = rect.adjusted(m_theme.px(kMargin), m_theme.px(28), -m_theme.px(kMargin), 0);
    textOf(testCase, ComparedCases::kMostContestants + 1, inner.width())
        .draw(painter, inner.topLeft(), m_theme.color(Role::Text));
}

void CellDelegate::paintAnswer(QPainter& painter, const QRect& rect, std::size_t testCase,
                               std::size_t contestant) const {
    painter.fillRect(rect, m_theme.color(Role::Surface));
    const ComparedCases& cases = *m_model.cases();
    const QRect inner = rect.adjusted(m_theme.px(kMargin), m_theme.px(6), -m_theme.px(kMargin), 0);
    const QRect head(inner.left(), inner.top(), inner.width(), m_theme.px(18));
    const eval::CaseResult* result = cases.resultAt(testCase, contestant);
    if (!result) {
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.color(Role::TextMuted));
        drawLine(painter, head, cases.isRunning() ? tr("not run yet") : tr("not run"));
        return;
    }
    paintFacts(painter, head, testCase, contestant);
    const bool same = contestant > 0 && cases.resultAt(testCase, 0) && !cases.isDifferent(testCase, contestant);
    const Role ink = result->output.empty() ? Role::Worse : same ? Role::TextMuted : Role::Text;
    textOf(testCase, contestant, inner.width())
        .draw(painter, {inner.left(), head.bottom() + m_theme.px(4)}, m_theme.color(ink));
}

void CellDelegate::paintFacts(QPainter& painter, const QRect& line, std::size_t testCase,
                              std::size_t contestant) const {
    const ComparedCases& cases = *m_model.cases();
    const eval::CaseResult& result = *cases.resultAt(testCase, contestant);
    const eval::CaseResult* baseline = cases.resultAt(testCase, 0);
    const int gap = m_theme.px(8);
    int left = line.left();
    if (!result.scores.empty()) {
        painter.setFont(m_theme.font(TextStyle::BodyStrong));
        painter.setPen(m_theme.color(Role::Text));
        left += drawLine(painter, line, formatScore(result.score)) + gap;
    }
    if (contestant > 0 && baseline && !result.scores.empty())
        left = drawWord(painter, m_theme, line, left, wordOf({result.score - baseline->score})) + m_theme.px(4);
    left = drawWord(painter, m_theme, line, left, stateOf(result)) + gap;
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.color(Role::TextMuted));
    const QString meta = metaOf(result);
    const QRect rest(left, line.top(), line.right() - left + 1, line.height());
    if (!m_narrow && painter.fontMetrics().horizontalAdvance(meta) <= rest.width())
        drawLine(painter, rest, meta, Qt::AlignRight);
}

void CellDelegate::forget(std::size_t testCase) {
    for (std::size_t column = 0; column < ComparedCases::kMostContestants; ++column)
        m_texts.remove(keyOf(testCase, column));
}

const MarkedText& CellDelegate::textOf(std::size_t testCase, std::size_t column, int width) const {
    const quint64 key = keyOf(testCase, column);
    if (const Kept* kept = m_texts.object(key); kept && kept->width == width)
        return kept->text;
    const ComparedCases& cases = *m_model.cases();
    std::vector<text::DiffPiece> pieces;
    int lines = kLines;
    if (column < cases.contestants()) {
        const eval::CaseResult* baseline = column > 0 ? cases.resultAt(testCase, 0) : nullptr;
        pieces = answerPieces(baseline, *cases.resultAt(testCase, column));
    } else if (column > ComparedCases::kMostContestants) {
        pieces = {{text::Change::Equal, compactJson(*cases.caseAt(testCase).expected)}};
    } else {
        pieces = {{text::Change::Equal, firstText(cases.caseAt(testCase).input).toStdString()}};
        lines = 2;
    }
    auto* made = new Kept{width, MarkedText(m_theme, pieces, width, lines)};
    m_texts.insert(key, made);
    return made->text;
}

}  // namespace touchstone::ui
