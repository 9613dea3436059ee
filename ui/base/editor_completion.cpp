// SPDX-License-Identifier: GPL-3.0-or-later

#include "editor_completion.h"

#include "completion_popup.h"
#include "editor_text.h"
#include "qscintilla.h"
#include "uibase/theme.h"

namespace touchstone::ui {
namespace {

using S = QsciScintillaBase;

constexpr int kPage = 8;

// Of the text's line at a byte, in the coordinates of its window.
QRect lineRect(const QsciScintilla& text, long byte) {
    const auto x = static_cast<int>(text.SendScintilla(S::SCI_POINTXFROMPOSITION, 0UL, byte));
    const auto y = static_cast<int>(text.SendScintilla(S::SCI_POINTYFROMPOSITION, 0UL, byte));
    const auto height = static_cast<int>(text.SendScintilla(S::SCI_TEXTHEIGHT, 0UL));
    return {text.viewport()->mapTo(text.window(), QPoint(x, y)), QSize(1, height)};
}

}  // namespace

EditorCompletion::EditorCompletion(const Theme& theme, QsciScintilla& text)
    : QObject(&text), m_theme(theme), m_text(text) {
    connect(&text, &QsciScintilla::SCN_CHARADDED, this, [this](int) { offer(false); });
    connect(&text, &QsciScintilla::SCN_FOCUSOUT, this, &EditorCompletion::close);
    connect(&text, &QsciScintilla::SCN_UPDATEUI, this, [this](int updated) {
        if ((updated & (S::SC_UPDATE_V_SCROLL | S::SC_UPDATE_H_SCROLL)) != 0)
            close();
    });
}

EditorCompletion::~EditorCompletion() {
    delete m_popup;
}

bool EditorCompletion::isOpen() const {
    return m_popup && m_popup->isVisible();
}

void EditorCompletion::close() {
    if (m_popup)
        m_popup->hide();
}

void EditorCompletion::offer(bool asked) {
    if (!m_completer || m_text.isReadOnly())
        return;
    const long here = m_text.SendScintilla(S::SCI_GETCURRENTPOS);
    Completions found = m_completer(QString::fromUtf8(bytesBefore(m_text, here)), asked);
    if (found.items.empty() && found.tip.isEmpty())
        return close();
    if (!m_popup || m_popup->parentWidget() != m_text.window()) {
        delete m_popup;
        m_popup = new CompletionPopup(m_theme, m_text.window());
        connect(m_popup, &CompletionPopup::chosen, this, &EditorCompletion::choose);
    }
    m_popup->showAt(lineRect(m_text, here - found.prefix.toUtf8().size()), std::move(found));
}

void EditorCompletion::choose() {
    const Completion* item = m_popup->current();
    if (!item)
        return;
    const QByteArray text = item->text.toUtf8();
    const long here = m_text.SendScintilla(S::SCI_GETCURRENTPOS);
    const long from = here - m_popup->completions().prefix.toUtf8().size();
    close();
    m_text.beginUndoAction();
    m_text.SendScintilla(S::SCI_SETSEL, static_cast<unsigned long>(from), here);
    m_text.SendScintilla(S::SCI_REPLACESEL, text.constData());
    m_text.endUndoAction();
}

bool EditorCompletion::takeKey(int key, Qt::KeyboardModifiers modifiers) {
    if (key == Qt::Key_Space && modifiers == Qt::ControlModifier) {
        offer(true);
        return true;
    }
    if (!isOpen())
        return false;
    if (key == Qt::Key_Escape) {
        close();
        return true;
    }
    if (m_popup->isTip()) {
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Return)
            close();
        return false;
    }
    switch (key) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            m_popup->move(key == Qt::Key_Down ? 1 : -1);
            return true;
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            m_popup->move(key == Qt::Key_PageDown ? kPage : -kPage);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Tab:
            if (modifiers != Qt::NoModifier)
                break;
            choose();
            return true;
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_Backspace:
        case Qt::Key_Delete:
            close();
            break;
        default:
            break;
    }
    return false;
}

}  // namespace touchstone::ui
