// SPDX-License-Identifier: GPL-3.0-or-later
//
// Small labels. A Pill states a fact ("valid", "canary 25 %", a shortcut); a Chip is one of several things that can be
// taken away ("tag: billing").
//
// GUI thread only.

#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace touchstone::ui {

class Theme;

enum class PillTone {
    Outline,  // a neutral fact, a key
    Neutral,
    Accent,
    Better,
    Worse,
    Warning,
    Info,
};

class Pill : public QWidget {
    Q_OBJECT

public:
    Pill(const Theme& theme, const QString& text, PillTone tone = PillTone::Outline, QWidget* parent = nullptr);

    void setText(const QString& text);
    // Colour is never the only sign: better, worse, warning and info put ✓ ✕ ▲ ● before the text.
    void setTone(PillTone tone);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] PillTone tone() const { return m_tone; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    [[nodiscard]] QString shownText() const;

    const Theme& m_theme;
    QString m_text;
    PillTone m_tone;
};

class Chip : public QWidget {
    Q_OBJECT

public:
    Chip(const Theme& theme, const QString& text, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

Q_SIGNALS:
    // The cross was pressed, or Delete or Backspace while the chip had the focus. The owner removes it.
    void removeRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    const Theme& m_theme;
    QLabel* m_label;
    QToolButton* m_remove;
};

}  // namespace touchstone::ui
