// SPDX-License-Identifier: GPL-3.0-or-later
//
// One choice of a few, all visible: "Source | Messages | Examples 24". Tab enters it, the arrow keys choose.
//
// GUI thread only.

#pragma once

#include <QWidget>

#include <optional>

class QButtonGroup;

namespace touchstone::ui {

class Theme;

class SegmentedControl : public QWidget {
    Q_OBJECT

public:
    // `name` is what a screen reader calls the choice.
    SegmentedControl(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    // Returns the segment's index. The first one added is chosen.
    int addSegment(const QString& text, std::optional<int> count = {});
    // The number behind a segment's text.
    void setCount(int index, std::optional<int> count);
    void setSegmentEnabled(int index, bool enabled, const QString& reason = {});
    void setCurrentIndex(int index);

    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] int count() const;
    [[nodiscard]] QString text(int index) const;

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void leadTab();

    const Theme& m_theme;
    QButtonGroup* m_buttons;
};

}  // namespace touchstone::ui
