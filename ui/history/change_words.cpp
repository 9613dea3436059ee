// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/change_words.h"

#include "text/diff.h"
#include "uibase/format.h"
#include "uistate/part_names.h"
#include "uistate/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

namespace touchstone::ui {
namespace {

using workflow::ChangeKind;
using workflow::ValueChange;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ChangeWords)
};

// Lists whose items are counted rather than spelled out.
struct Counted {
    std::string_view part;
    std::string_view prefix;
    const char* added;
    const char* removed;
    const char* changed;
};

constexpr Counted kCounted[] = {
    {"prompt", "/examples/", QT_TRANSLATE_N_NOOP("ChangeWords", "%n example(s) added"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n example(s) removed"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n example(s) changed")},
    {"routing", "/rules/", QT_TRANSLATE_N_NOOP("ChangeWords", "%n rule(s) added"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n rule(s) removed"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n rule(s) changed")},
    {"policy", "/", QT_TRANSLATE_N_NOOP("ChangeWords", "%n rule(s) added"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n rule(s) removed"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n rule(s) changed")},
    {"tools", "/", QT_TRANSLATE_N_NOOP("ChangeWords", "%n tool(s) added"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n tool(s) removed"),
     QT_TRANSLATE_N_NOOP("ChangeWords", "%n tool(s) changed")},
};

const Counted* countedOf(std::string_view part) {
    const auto* const found = std::find_if(std::begin(kCounted), std::end(kCounted),
                                           [&](const Counted& counted) { return counted.part == part; });
    return found == std::end(kCounted) ? nullptr : found;
}

bool isCounted(const Counted* counted, const ValueChange& value) {
    return counted && value.pointer.starts_with(counted->prefix);
}

std::int64_t wordsIn(std::string_view text) {
    return toQString(text).simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts).size();
}

// "+12 −3 words"
QString wordCount(const std::string& before, const std::string& after) {
    constexpr text::DiffLimits kLimits{1'000'000};
    std::int64_t inserted = 0;
    std::int64_t deleted = 0;
    for (const text::DiffPiece& piece : text::diffWords(before, after, kLimits).pieces) {
        inserted += piece.change == text::Change::Inserted ? wordsIn(piece.text) : 0;
        deleted += piece.change == text::Change::Deleted ? wordsIn(piece.text) : 0;
    }
    QStringList counts;
    if (inserted > 0)
        counts.append(QStringLiteral("+%1").arg(formatCount(inserted)));
    if (deleted > 0)
        counts.append(QStringLiteral("−%1").arg(formatCount(deleted)));
    return counts.isEmpty() ? Words::tr("white space") : Words::tr("%1 words").arg(counts.join(QLatin1Char(' ')));
}

// "/messages/0/content" is "message 1"; elsewhere the last names, which are those of the document's keys.
QString placeWords(const std::string& pointer) {
    const QStringList steps = toQString(pointer).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (steps.value(0) == QStringLiteral("messages") && steps.size() > 1)
        return Words::tr("message %1").arg(steps[1].toInt() + 1);
    return steps.mid(std::max<qsizetype>(steps.size() - 2, 0))
        .join(QLatin1Char(' '))
        .replace(QLatin1Char('_'), QLatin1Char(' '));
}

bool isShort(const Json& value) {
    constexpr std::size_t kShort = 24;
    return value.is_primitive() && (!value.is_string() || value.get_ref<const std::string&>().size() <= kShort);
}

QString shortText(const Json& value) {
    return toQString(value.is_string() ? value.get<std::string>() : toText(value));
}

QString valueWords(const ValueChange& change) {
    const QString place = placeWords(change.pointer);
    if (!change.before)
        return Words::tr("%1 added").arg(place);
    if (!change.after)
        return Words::tr("%1 removed").arg(place);
    if (isShort(*change.before) && isShort(*change.after))
        return QStringLiteral("%1 %2 → %3").arg(place, shortText(*change.before), shortText(*change.after)).trimmed();
    if (change.before->is_string() && change.after->is_string())
        return Words::tr("%1 reworded (%2)")
            .arg(place, wordCount(change.before->get<std::string>(), change.after->get<std::string>()));
    return Words::tr("%1 changed").arg(place);
}

// How many items were added, removed and changed; each counts once however much of it changed.
QStringList countedWords(const std::vector<ValueChange>& values, const Counted& counted) {
    std::set<std::string_view> added;
    std::set<std::string_view> removed;
    std::set<std::string_view> changed;
    for (const ValueChange& value : values) {
        if (!isCounted(&counted, value))
            continue;
        const std::string_view pointer = value.pointer;
        const auto end = pointer.find('/', counted.prefix.size());
        const bool whole = end == std::string_view::npos;
        (whole && !value.before ? added : whole && !value.after ? removed : changed).insert(pointer.substr(0, end));
    }
    QStringList words;
    const auto tell = [&](const std::set<std::string_view>& items, const char* what) {
        if (!items.empty())
            words.append(Words::tr(what, nullptr, static_cast<int>(items.size())));
    };
    tell(added, counted.added);
    tell(removed, counted.removed);
    tell(changed, counted.changed);
    return words;
}

}  // namespace

QString changeWords(const workflow::PartChange& change) {
    if (change.kind != ChangeKind::Changed)
        return change.kind == ChangeKind::Added ? Words::tr("added") : Words::tr("removed");
    const Counted* counted = countedOf(change.part);
    QStringList words;
    for (const ValueChange& value : change.values)
        if (!isCounted(counted, value))
            words.append(valueWords(value));
    if (counted)
        words.append(countedWords(change.values, *counted));
    constexpr qsizetype kMost = 3;
    const qsizetype more = words.size() - kMost;
    if (more > 0)
        words = words.mid(0, kMost) << Words::tr("%1 more").arg(formatCount(more));
    return words.join(QStringLiteral(", "));
}

QString commitMessageFor(const std::vector<workflow::PartChange>& changes) {
    constexpr qsizetype kLongest = 120;
    QStringList full;
    QStringList names;
    for (const workflow::PartChange& change : changes) {
        const QString name = partTitle(change.part);
        names.append(name);
        full.append((change.kind == ChangeKind::Changed ? QStringLiteral("%1: %2") : QStringLiteral("%1 %2"))
                        .arg(name, changeWords(change)));
    }
    const QString message = full.join(QStringLiteral("; "));
    if (message.size() <= kLongest)
        return message;
    return Words::tr("%1 changed").arg(names.join(QStringLiteral(", ")));
}

}  // namespace touchstone::ui
