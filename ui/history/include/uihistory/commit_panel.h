// SPDX-License-Identifier: GPL-3.0-or-later
//
// Commits the draft: what changed, a proposed message, the author. A strip above the editor, not a dialog, so that the
// change can be read while the message is written. Ctrl+Return commits, Esc closes. GUI thread only.

#pragma once

#include "uistate/draft_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace touchstone::ui {

class InlineBanner;
class PanelHead;
class Theme;

class CommitPanel : public QWidget {
    Q_OBJECT

public:
    CommitPanel(const Theme& theme, DraftModel& draft, QWidget* parent = nullptr);

    // Shows the panel with a message proposed from the changes.
    void open();
    // Who commits, until another name is typed.
    void setAuthor(const QString& name);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void fill(const QString& shortcut);
    void showChanges();
    void listChanges();
    void updateReason();
    void commit();
    void finish();
    void showFailure(const QString& message);

    const Theme& m_theme;
    DraftModel& m_draft;
    PanelHead* m_head;
    QWidget* m_changes;  // a row for each part
    QLineEdit* m_message;
    QLineEdit* m_author;
    QPushButton* m_commit;
    QLabel* m_reason;
    InlineBanner* m_banner;
    QString m_proposed;
    bool m_committing = false;
};

}  // namespace touchstone::ui
