// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours that tell whose words a text is, and their legend. GUI thread only.

#pragma once

#include "session/preview.h"

#include <QColor>
#include <QWidget>

#include <vector>

namespace touchstone::ui {

class Theme;

[[nodiscard]] QColor partColor(const Theme& theme, session::PromptPart part);
// Behind text; stronger where a variable wrote it.
[[nodiscard]] QColor tintOf(const Theme& theme, session::PromptPart part, bool fromVariable);

// "■ instructions ■ prompt": the parts that are there, in their order.
class PartLegend : public QWidget {
    Q_OBJECT

public:
    explicit PartLegend(const Theme& theme, QWidget* parent = nullptr);

    void setParts(std::vector<session::PromptPart> parts);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    std::vector<session::PromptPart> m_parts;
};

}  // namespace touchstone::ui
