// SPDX-License-Identifier: GPL-3.0-or-later
//
// How a context window is filled: one segment a part, the reserve for the reply hatched at the end, what does not fit
// in red, hatched the other way, and a sentence above that says the same in numbers.
//
// GUI thread only.

#pragma once

#include <QWidget>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace touchstone::ui {

class Theme;

struct TokenSegment {
    QString name;
    std::int64_t tokens = 0;
    std::optional<std::size_t> color = {};  // of the part ramp; empty: the segment's place
};

class TokenBar : public QWidget {
    Q_OBJECT

public:
    explicit TokenBar(const Theme& theme, QWidget* parent = nullptr);

    // `window` is the model's context size, empty when nobody knows it, and `reserve` what the reply may take of it.
    void setUsage(std::vector<TokenSegment> segments, std::optional<std::int64_t> window, std::int64_t reserve);
    // Behind the sum: "exact for gpt-4o-mini".
    void setNote(const QString& note);
    // Pale bars, muted words: the numbers are not of what stands in the editor now.
    void setStale(bool stale);

    [[nodiscard]] std::int64_t used() const { return m_used; }
    // By how much it does not fit; 0 when it does or nobody knows.
    [[nodiscard]] std::int64_t overrun() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRectF barRect() const;
    // Tokens that the bar's whole width stands for.
    [[nodiscard]] std::int64_t scale() const;
    [[nodiscard]] qreal xOf(std::int64_t tokens) const;
    [[nodiscard]] QColor colorOf(std::size_t segment) const;
    [[nodiscard]] double fillOpacity() const { return m_stale ? 0.55 : 1; }
    [[nodiscard]] QString sumText() const;
    [[nodiscard]] QString restText() const;
    // Where each legend entry stands for that width, and the height of them all.
    [[nodiscard]] std::vector<QRect> legendPlaces(int width, int& height) const;
    void paintSentence(QPainter& painter) const;
    void paintBar(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void describe();

    const Theme& m_theme;
    std::vector<TokenSegment> m_segments;
    std::int64_t m_used = 0;
    std::optional<std::int64_t> m_window = 0;
    std::int64_t m_reserve = 0;
    QString m_note;
    bool m_stale = false;
};

}  // namespace touchstone::ui
