// SPDX-License-Identifier: GPL-3.0-or-later
//
// A strip inside a panel that says what happened, why, and what to do next. It stays until it is read (closed) or its
// cause is gone; the workbench shows no message boxes for this.
//
// GUI thread only.

#pragma once

#include "base/finding.h"

#include <QFrame>
#include <QStringList>

#include <array>

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
    // A message that waits for a decision: several actions, and no way to close it. `actions` are at most three; their
    // buttons are named bannerAction, bannerAction1, bannerAction2.
    void showDecision(Severity severity, const QString& text, const QStringList& actions);
    [[nodiscard]] Severity severity() const { return m_severity; }
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    // The one action of a message.
    void actionTriggered();
    // An action of a decision, counted from 0.
    void decided(int action);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QWidget* makeActions();
    void present(Severity severity, const QString& text, const QString& detail, const QStringList& actions);
    void applySeverity();
    void dismiss();
    void act(int action);

    const Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_text;
    QLabel* m_detail;
    std::array<QPushButton*, 3> m_actions{};
    QWidget* m_actionLine;
    QToolButton* m_close;
    Severity m_severity = Severity::Info;
    bool m_decision = false;
};

}  // namespace touchstone::ui
