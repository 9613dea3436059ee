// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihelp/help_library.h"

#include "language_reference.h"

#include <QFile>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr int kExcerpt = 120;

// The order of the contents; every file of resources/help is in it.
constexpr const char* kOrder[] = {"getting-started", "author",   "try",          "compare", "traces",
                                  "templates",       "policy",   "routing",      "budget",  "keys",
                                  "settings",        "keyboard", "command-line", "formats"};

HelpPage load(const QString& name) {
    QFile file(QStringLiteral(":/touchstone/help/%1.md").arg(name));
    HelpPage page{name, name, {}};
    if (file.open(QIODevice::ReadOnly))
        page.text = QString::fromUtf8(file.readAll());
    if (page.text.startsWith(QStringLiteral("# ")))
        page.title = page.text.section(QLatin1Char('\n'), 0, 0).mid(2).trimmed();
    if (name == QStringLiteral("templates"))
        page.text += languageReference();
    return page;
}

// Markdown without its marks, on one line.
QString plain(QString text) {
    static const QString kMarks = QStringLiteral("#*`|");
    for (QChar& c : text)
        if (kMarks.contains(c))
            c = QLatin1Char(' ');
    return text.simplified();
}

QString excerptOf(const HelpPage& page, const QString& word) {
    const QString text = plain(page.text);
    const qsizetype at = std::max<qsizetype>(0, text.indexOf(word, 0, Qt::CaseInsensitive));
    const qsizetype begin = std::max<qsizetype>(0, at - kExcerpt / 3);
    const QString excerpt = text.mid(begin, kExcerpt);
    return (begin > 0 ? QStringLiteral("…") : QString()) + excerpt +
           (begin + kExcerpt < text.size() ? QStringLiteral("…") : QString());
}

bool holdsAll(const QString& text, const QStringList& words) {
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

}  // namespace

HelpLibrary::HelpLibrary() {
    for (const char* name : kOrder)
        m_pages.append(load(QString::fromLatin1(name)));
}

const HelpPage* HelpLibrary::find(const QString& name) const {
    const auto found =
        std::find_if(m_pages.begin(), m_pages.end(), [&name](const HelpPage& page) { return page.name == name; });
    return found == m_pages.end() ? nullptr : &*found;
}

QList<HelpHit> HelpLibrary::search(const QString& words) const {
    const QStringList wanted = words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    QList<HelpHit> hits;
    if (wanted.isEmpty())
        return hits;
    qsizetype inTitle = 0;
    for (const HelpPage& page : m_pages) {
        if (!holdsAll(page.text, wanted))
            continue;
        const HelpHit hit{page.name, excerptOf(page, wanted.front())};
        if (holdsAll(page.title, wanted))
            hits.insert(inTitle++, hit);
        else
            hits.append(hit);
    }
    return hits;
}

}  // namespace touchstone::ui
