// SPDX-License-Identifier: GPL-3.0-or-later

#include "language_reference.h"

#include "text/template.h"
#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HelpLibrary)
};

// Inside a table's cell a bar would end it.
QString cell(std::string_view text) {
    return toQString(text).replace(QLatin1Char('|'), QStringLiteral("\\|"));
}

QString tableOf(const QString& title, std::span<const text::LanguageName> names) {
    QString table = QStringLiteral("\n## %1\n\n| %2 | %3 |\n| --- | --- |\n")
                        .arg(title, Words::tr("written"), Words::tr("what it does"));
    for (const text::LanguageName& each : names)
        table += QStringLiteral("| `%1` | %2 |\n").arg(cell(each.signature), cell(each.help));
    return table;
}

}  // namespace

QString languageReference() {
    return tableOf(Words::tr("Filters"), text::templateFilters()) + tableOf(Words::tr("Tests"), text::templateTests()) +
           tableOf(Words::tr("Functions"), text::templateFunctions());
}

}  // namespace touchstone::ui
