// SPDX-License-Identifier: GPL-3.0-or-later

#include "query_field.h"

#include "uibase/pill.h"
#include "uibase/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QToolButton>

namespace touchstone::ui {
namespace {

constexpr int kLeastText = 120;
constexpr int kSpacing = 6;

}  // namespace

QueryField::QueryField(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_chips(new QHBoxLayout),
      m_more(new QToolButton),
      m_edit(new QLineEdit),
      m_result(new QLabel) {
    auto* icon = new QLabel;
    const auto showIcon = [this, icon] {
        setFixedHeight(m_theme.px(32));
        icon->setPixmap(m_theme.icon(Icon::Filter).pixmap(QSize(m_theme.px(16), m_theme.px(16)), devicePixelRatioF()));
    };
    showIcon();
    m_edit->setObjectName(QStringLiteral("traceQuery"));
    m_edit->setAccessibleName(tr("Filter traces"));
    m_edit->setPlaceholderText(tr("Filter: status:invalid latency>2s, or words of input or answer"));
    m_edit->setFrame(false);
    m_edit->setMinimumWidth(theme.px(kLeastText));
    m_edit->installEventFilter(this);
    m_result->setObjectName(QStringLiteral("queryResult"));
    m_result->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_result, theme, TextStyle::Caption);
    m_chips->setSpacing(kSpacing);
    m_more->setObjectName(QStringLiteral("moreTerms"));
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(9, 2, 9, 2);
    layout->setSpacing(kSpacing);
    layout->addWidget(icon);
    layout->addLayout(m_chips);
    layout->addWidget(m_more);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_result);
    connect(&theme, &Theme::themeChanged, this, showIcon);
    connect(m_more, &QToolButton::clicked, this, &QueryField::listHidden);
    connect(m_edit, &QLineEdit::textEdited, this, &QueryField::takeText);
    connect(m_edit, &QLineEdit::cursorPositionChanged, this, &QueryField::textChanged);
}

QSize QueryField::minimumSizeHint() const {
    return {m_theme.px(280), m_theme.px(32)};
}

QString QueryField::text() const {
    return m_edit->text();
}

int QueryField::cursor() const {
    return m_edit->cursorPosition();
}

int QueryField::cursorX() const {
    return m_edit->mapTo(this, m_edit->inputMethodQuery(Qt::ImCursorRectangle).toRect().topLeft()).x();
}

void QueryField::setResult(const QString& result) {
    m_result->setText(result);
    fitChips();
}

void QueryField::setQuery(const QString& query) {
    const ReadTerms read = readTerms(query);
    m_edit->setText(read.problem ? query : QString());
    setTerms(read.terms);
    if (read.problem)
        finish();
}

void QueryField::setTerms(QStringList terms) {
    if (terms == m_terms)
        return;
    m_terms = std::move(terms);
    showChips();
    Q_EMIT queryChanged(query());
}

void QueryField::showChips() {
    for (Chip* chip : std::exchange(m_chipOf, {})) {
        chip->hide();
        m_chips->removeWidget(chip);
        chip->deleteLater();
    }
    for (const QString& term : m_terms) {
        auto* chip = new Chip(m_theme, term);
        chip->setObjectName(QStringLiteral("term.") + term);
        chip->setFocusPolicy(Qt::ClickFocus);  // the arrow keys lead there
        chip->installEventFilter(this);
        m_chips->addWidget(chip);
        m_chipOf.append(chip);
        connect(chip, &Chip::removeRequested, this, [this, term] { removeTerm(term); });
    }
    setWhole(false);
    fitChips();
    m_edit->setPlaceholderText(m_terms.isEmpty() ? tr("Filter: status:invalid latency>2s, or words of input or answer")
                                                 : QString());
}

// As many as leave room to type; the others can be reached behind "+2".
void QueryField::fitChips() {
    const int around = m_theme.px(16 + kLeastText) + m_result->sizeHint().width() + 18 + 4 * kSpacing;
    const int room = width() - around;
    int used = 0;
    for (const Chip* chip : m_chipOf)
        used += chip->sizeHint().width() + kSpacing;
    const int more = used > room ? m_more->fontMetrics().horizontalAdvance(QStringLiteral("+99")) + m_theme.px(20) : 0;
    used = more;
    int hidden = 0;
    for (Chip* chip : m_chipOf) {
        used += chip->sizeHint().width() + kSpacing;
        chip->setVisible(used <= room);
        hidden += used <= room ? 0 : 1;
    }
    m_more->setVisible(hidden > 0);
    m_more->setText(QStringLiteral("+%1").arg(hidden));
    m_more->setAccessibleName(tr("%n more term(s) of the filter", nullptr, hidden));
    m_more->setToolTip(m_more->accessibleName());
}

void QueryField::listHidden() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (qsizetype i = 0; i < m_chipOf.size(); ++i)
        if (m_chipOf[i]->isHidden())
            menu->addAction(m_terms[i], this, [this, i] { editTerm(i); });
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void QueryField::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fitChips();
}

void QueryField::setWhole(bool whole) {
    if (std::exchange(m_isWhole, whole) != whole)
        update();
}

// Chips and text are selected together: what is done to the text is done to them.
bool QueryField::takeWholeKey(QKeyEvent& event) {
    const QString whole = (m_terms + QStringList(m_edit->text())).join(QLatin1Char(' ')).trimmed();
    const bool cuts = event.matches(QKeySequence::Cut);
    if (cuts || event.matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(whole);
    if (event.matches(QKeySequence::Copy))
        return true;
    const bool writes = !event.text().isEmpty() && event.text().front().isPrint();
    if (cuts || writes || event.matches(QKeySequence::Paste) || event.key() == Qt::Key_Backspace ||
        event.key() == Qt::Key_Delete) {
        m_edit->clear();
        setTerms({});
        setWhole(false);
        takeText({});
        return !writes && !event.matches(QKeySequence::Paste);
    }
    const int key = event.key();
    if (key != Qt::Key_Control && key != Qt::Key_Shift && key != Qt::Key_Alt && key != Qt::Key_Meta)
        setWhole(false);
    return false;
}

void QueryField::focusChip(qsizetype index) {
    for (; index < m_chipOf.size(); ++index)
        if (!m_chipOf[index]->isHidden())
            return m_chipOf[index]->setFocus(Qt::OtherFocusReason);
    m_edit->setFocus(Qt::OtherFocusReason);
}

bool QueryField::takeChipKey(const Chip& chip, const QKeyEvent& event) {
    const qsizetype index = m_terms.indexOf(chip.text());
    switch (event.key()) {
        case Qt::Key_Left:
            if (index > 0)
                focusChip(index - 1);
            return true;
        case Qt::Key_Right:
            focusChip(index + 1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            editTerm(index);
            return true;
        case Qt::Key_Escape:
            m_edit->setFocus(Qt::OtherFocusReason);
            return true;
        default:
            return false;
    }
}

void QueryField::removeTerm(const QString& term) {
    QStringList terms = m_terms;
    terms.removeOne(term);
    m_edit->setFocus();
    setTerms(std::move(terms));
}

// The chip's text comes before what is typed already.
void QueryField::editTerm(qsizetype index) {
    const QString term = m_terms.takeAt(index);
    showChips();
    const QString typed = m_edit->text().trimmed();
    m_edit->setText(typed.isEmpty() ? term : term + QLatin1Char(' ') + typed);
    m_edit->setCursorPosition(static_cast<int>(term.size()));
    m_edit->setFocus();
}

// A space behind a whole term ends it.
void QueryField::takeText(const QString& text) {
    if (std::exchange(m_hasProblem, false))
        Q_EMIT problemChanged({});
    if (text.endsWith(QLatin1Char(' ')) && isFinishedTerm(text.chopped(1)))
        finish();
    else if (text.isEmpty())
        Q_EMIT queryChanged(query());  // a chip that became text is gone for good
    Q_EMIT textChanged();
}

void QueryField::finish() {
    const ReadTerms read = readTerms(m_edit->text());
    m_hasProblem = read.problem.has_value();
    Q_EMIT problemChanged(read.problem.value_or(QueryProblem{}));
    if (read.problem)
        return;
    QStringList terms = m_terms + read.terms;
    terms.removeDuplicates();
    m_edit->clear();
    m_terms = std::move(terms);
    showChips();
    Q_EMIT queryChanged(query());
}

void QueryField::complete(int begin, int end, const QString& with) {
    QString text = m_edit->text();
    text.replace(begin, end - begin, with);
    m_edit->setText(text);
    m_edit->setCursorPosition(begin + static_cast<int>(with.size()));
    const bool isKey = with.endsWith(QLatin1Char(':')) || with.endsWith(QLatin1Char('>'));
    if (!isKey && isFinishedTerm(text.trimmed()))
        finish();
    Q_EMIT textChanged();
}

bool QueryField::takeKey(QKeyEvent& event) {
    bool handled = false;
    if (event.matches(QKeySequence::SelectAll)) {
        m_edit->selectAll();
        setWhole(!m_terms.isEmpty());
        return true;
    }
    if (m_isWhole && takeWholeKey(event))
        return true;
    switch (event.key()) {
        case Qt::Key_Down:
        case Qt::Key_Up:
            Q_EMIT stepRequested(event.key() == Qt::Key_Down ? 1 : -1);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            Q_EMIT acceptRequested(handled);
            if (!handled)
                finish();
            return true;
        case Qt::Key_Tab:
            Q_EMIT acceptRequested(handled);
            return handled;
        case Qt::Key_Escape:
            Q_EMIT cancelRequested(handled);
            if (!handled)
                Q_EMIT left();
            return true;
        case Qt::Key_Left: {
            const auto last =
                std::find_if(m_chipOf.rbegin(), m_chipOf.rend(), [](Chip* chip) { return !chip->isHidden(); });
            if (m_edit->cursorPosition() > 0 || event.modifiers() != Qt::NoModifier || last == m_chipOf.rend())
                return false;
            (*last)->setFocus(Qt::OtherFocusReason);
            return true;
        }
        case Qt::Key_Backspace:
            if (m_edit->cursorPosition() > 0 || m_edit->hasSelectedText() || m_terms.isEmpty())
                return false;
            editTerm(m_terms.size() - 1);
            Q_EMIT textChanged();
            return true;
        default:
            return false;
    }
}

bool QueryField::eventFilter(QObject* object, QEvent* event) {
    if (object == m_edit) {
        if (event->type() == QEvent::KeyPress)
            return takeKey(static_cast<QKeyEvent&>(*event));
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            setWhole(false);
            update();
            // Who only comes past by Tab wants no list.
            const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
            if (event->type() == QEvent::FocusOut || reason == Qt::MouseFocusReason ||
                reason == Qt::ShortcutFocusReason || !m_edit->text().isEmpty())
                Q_EMIT textChanged();
        }
    } else if (const auto* chip = qobject_cast<Chip*>(object)) {
        if (event->type() == QEvent::KeyPress)
            return takeChipKey(*chip, static_cast<QKeyEvent&>(*event));
        if (event->type() == QEvent::MouseButtonPress) {
            editTerm(m_terms.indexOf(chip->text()));
            return true;
        }
    }
    return QFrame::eventFilter(object, event);
}

void QueryField::paintEvent(QPaintEvent*) {
    QStyleOptionFrame option;
    initStyleOption(&option);
    option.lineWidth = 1;
    option.state.setFlag(QStyle::State_HasFocus, m_edit->hasFocus());
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    if (m_isWhole)
        for (const Chip* chip : m_chipOf)
            if (!chip->isHidden())
                painter.fillRect(chip->geometry().adjusted(-3, -1, 3, 1), palette().color(QPalette::Highlight));
}

void QueryField::mousePressEvent(QMouseEvent*) {
    m_edit->setFocus();
}

}  // namespace touchstone::ui
