// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStringList>

namespace touchstone::ui {
namespace {

const QString kEnglish = QStringLiteral("en");

bool hasCatalogue(const QString& language) {
    return language == kEnglish || language == QStringLiteral("de");
}

}  // namespace

QString languageOf(const QString& setting) {
    if (hasCatalogue(setting))
        return setting;
    for (const QString& name : QLocale::system().uiLanguages())
        if (const QString language = name.section(QLatin1Char('-'), 0, 0); hasCatalogue(language))
            return language;
    return kEnglish;
}

Translation::Translation(const QString& setting) : m_language(languageOf(setting)) {
    if (m_language != kEnglish)
        for (const char* library : {"qtbase_", "qscintilla_"})
            install(QString::fromLatin1(library), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("touchstone_"), QStringLiteral(":/touchstone/translations"));
}

void Translation::install(const QString& catalogue, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(catalogue + m_language, folder))
        QCoreApplication::installTranslator(translator.get());
    else
        qWarning(
            "The catalogue %s%s is not in %s: its texts stay English. Debian has those of libraries in "
            "qt6-translations-l10n and libqscintilla2-qt6-l10n.",
            qPrintable(catalogue), qPrintable(m_language), qPrintable(folder));
    m_translators.push_back(std::move(translator));
}

}  // namespace touchstone::ui
