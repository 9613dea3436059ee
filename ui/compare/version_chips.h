// SPDX-License-Identifier: GPL-3.0-or-later
//
// The versions of a comparison as chips, the baseline first. They are dragged, or moved with Ctrl+Left and Ctrl+Right;
// Delete or the cross takes one away. GUI thread only.

#pragma once

#include <QFrame>
#include <QStringList>

#include <vector>

class QHBoxLayout;

namespace touchstone::ui {

class Theme;

struct ChipVersion {
    QString reference;  // "v14", "draft"
    QString name;       // "v14", "draft of main"
    QString hash;       // "7be21d", may be empty
    std::int64_t mark = 0;
    QString tooltip;
    bool operator==(const ChipVersion&) const = default;
};

class VersionChip : public QFrame {
    Q_OBJECT

public:
    VersionChip(const Theme& theme, ChipVersion version, bool baseline, bool withHash, QWidget* parent);

    [[nodiscard]] const ChipVersion& version() const { return m_version; }

Q_SIGNALS:
    void removeRequested();
    void moveRequested(int steps);
    void focusRequested(int steps);
    void dragged(const QPoint& globalPlace);
    void dropped();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    const Theme& m_theme;
    ChipVersion m_version;
    QPoint m_pressed;
    bool m_dragging = false;
};

class VersionChips : public QWidget {
    Q_OBJECT

public:
    explicit VersionChips(const Theme& theme, QWidget* parent = nullptr);

    void setVersions(const std::vector<ChipVersion>& versions);
    // Hashes are left out.
    void setNarrow(bool narrow);

Q_SIGNALS:
    void removed(int index);
    void moved(int from, int to);

private:
    void fill();
    void wire(VersionChip* chip, int index);
    void drag(VersionChip* chip, const QPoint& globalPlace);
    [[nodiscard]] VersionChip* chipAt(int index) const;

    const Theme& m_theme;
    QHBoxLayout* m_line;
    std::vector<ChipVersion> m_versions;
    bool m_narrow = false;
};

}  // namespace touchstone::ui
