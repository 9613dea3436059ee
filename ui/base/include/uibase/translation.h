// SPDX-License-Identifier: GPL-3.0-or-later
//
// The language of the window. Only words of the window are translated: data, files, JSON, the command line and
// numbers (uibase/format.h) read the same in every language, so that two people see the same figures.
// GUI thread only.

#pragma once

#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace touchstone::ui {

// The catalogue for a setting: "en" or "de". Anything else, such as "system", is the first of the system's languages
// that has a catalogue, and English without one.
[[nodiscard]] QString languageOf(const QString& setting);

// While it lives the program speaks one language. Texts made before it stay as they are, so it comes first.
// English has a catalogue too: it holds the plurals.
class Translation {
public:
    explicit Translation(const QString& setting);

    [[nodiscard]] const QString& language() const { return m_language; }

private:
    void install(const QString& catalogue, const QString& folder);

    QString m_language;
    std::vector<std::unique_ptr<QTranslator>> m_translators;  // each leaves the program when it is destroyed
};

}  // namespace touchstone::ui
