// SPDX-License-Identifier: GPL-3.0-or-later

#include "query_field.h"

#include "uibase/pill.h"
#include "uibase/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

namespace touchstone::ui {

QueryField::QueryField(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_chips(new QHBoxLayout), m_edit(new QLineEdit), m_result(new QLabel) {
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
    m_edit->setMinimumWidth(theme.px(120));
    m_edit->installEventFilter(this);
    m_result->setObjectName(QStringLiteral("queryResult"));
    m_result->setForegroundRole(QPalette::PlaceholderText);
    setTextStyle(*m_result, theme, TextStyle::Caption);
    m_chips->setSpacing(6);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(9, 2, 9, 2);
    layout->setSpacing(6);
    layout->addWidget(icon);
    layout->addLayout(m_chips);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_result);
    connect(&theme, &Theme::themeChanged, this, showIcon);
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
    while (const QLayoutItem* item = m_chips->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString& term : m_terms) {
        auto* chip = new Chip(m_theme, term);
        chip->setObjectName(QStringLiteral("term.") + term);
        chip->installEventFilter(this);
        m_chips->addWidget(chip);
        connect(chip, &Chip::removeRequested, this, [this, term] { removeTerm(term); });
    }
    m_edit->setPlaceholderText(m_terms.isEmpty() ? tr("Filter: status:invalid latency>2s, or words of input or answer")
                                                 : QString());
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
            Q_EMIT cancelled();
            return true;
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
            update();
            Q_EMIT textChanged();
        }
    } else if (event->type() == QEvent::MouseButtonPress) {
        if (const auto* chip = qobject_cast<Chip*>(object))
            editTerm(m_terms.indexOf(chip->text()));
        return true;
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
}

void QueryField::mousePressEvent(QMouseEvent*) {
    m_edit->setFocus();
}

}  // namespace touchstone::ui
