// SPDX-License-Identifier: GPL-3.0-or-later
//
// What this program is: its version, how it was built, its licences and those of what it is made of, all offline.

#pragma once

#include <QDialog>

namespace touchstone::ui {

class Theme;

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    // `theme` outlives the dialog.
    AboutDialog(const Theme& theme, QWidget* parent);

private:
    [[nodiscard]] QWidget* makeHead();
    [[nodiscard]] QWidget* makeLicences();

    const Theme& m_theme;
};

// Version, build, Qt and system on a few lines: for the dialog, and to copy into a report of a problem.
[[nodiscard]] QString buildDescription();

}  // namespace touchstone::ui
