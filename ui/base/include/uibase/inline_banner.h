// SPDX-License-Identifier: GPL-3.0-or-later
//
// A strip inside a panel that says what happened, why, and what to do next. It stays until it is read (closed) or its
// cause is gone; the workbench shows no message boxes for this.
//
// GUI thread only.

#pragma once

#include "base/finding.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace touchstone::ui {

class Theme;

class InlineBanner : public QFrame {
    Q_OBJECT

public:
    // Hidden until showMessage().
    explicit InlineBanner(const Theme& theme, QWidget* parent = nullptr);

    // `detail` is in smaller type below (provider's words, request id); `action` is the text of one link, or empty.
    void showMessage(Severity severity, const QString& text, const QString& detail = {}, const QString& action = {});
    [[nodiscard]] Severity severity() const { return m_severity; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void applySeverity();
    void dismiss();

    const Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_detail;
    QPushButton* m_action;
    QToolButton* m_close;
    Severity m_severity = Severity::Info;
};

}  // namespace touchstone::ui
