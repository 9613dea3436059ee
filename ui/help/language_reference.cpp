// SPDX-License-Identifier: GPL-3.0-or-later

#include "language_reference.h"

#include "text/template.h"
#include "uistate/text.h"

#include <QCoreApplication>

namespace touchstone::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("HelpLibrary", text);
}

// Inside a table's cell a bar would end it.
QString cell(std::string_view text) {
    return toQString(text).replace(QLatin1Char('|'), QStringLiteral("\\|"));
}

QString tableOf(const QString& title, std::span<const text::LanguageName> names) {
    QString table =
        QStringLiteral("\n## %1\n\n| %2 | %3 |\n| --- | --- |\n").arg(title, tr("written"), tr("what it does"));
    for (const text::LanguageName& each : names)
        table += QStringLiteral("| `%1` | %2 |\n").arg(cell(each.signature), cell(each.help));
    return table;
}

}  // namespace

QString languageReference() {
    return tableOf(tr("Filters"), text::templateFilters()) + tableOf(tr("Tests"), text::templateTests()) +
           tableOf(tr("Functions"), text::templateFunctions());
}

}  // namespace touchstone::ui
