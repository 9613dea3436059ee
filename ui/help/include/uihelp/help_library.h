// SPDX-License-Identifier: GPL-3.0-or-later
//
// The pages of the offline help: Markdown that is part of the program. The reference of the template language is made
// from the language itself.
//
// GUI thread only.

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace touchstone::ui {

struct HelpPage {
    QString name;   // of its file, without ending: "traces"
    QString title;  // its first heading
    QString text;   // Markdown
};

struct HelpHit {
    QString page;
    QString excerpt;  // one line around the first word, plain text
};

class HelpLibrary {
public:
    HelpLibrary();

    // In the order of the contents.
    [[nodiscard]] const QList<HelpPage>& pages() const { return m_pages; }
    // Null: there is no such page.
    [[nodiscard]] const HelpPage* find(const QString& name) const;
    // The pages that hold every word, those with all of them in the title first.
    [[nodiscard]] QList<HelpHit> search(const QString& words) const;

private:
    QList<HelpPage> m_pages;
};

}  // namespace touchstone::ui
