// SPDX-License-Identifier: GPL-3.0-or-later

#include "template_completion.h"

#include "template_scope.h"
#include "text/template.h"
#include "uistate/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace touchstone::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TemplateCompletion)
};

constexpr const char* kStatements[] = {"if",   "elif",    "else",  "endif",    "for",    "endfor",
                                       "set",  "endset",  "macro", "endmacro", "filter", "endfilter",
                                       "call", "endcall", "raw",   "endraw",   "with",   "endwith"};
constexpr const char* kWords[] = {"and", "else", "false", "if", "in", "is", "none", "not", "or", "true"};

bool isNamePart(QChar c) {
    return c.isLetterOrNumber() || c == u'_';
}

// What stands before the name that is being typed.
struct Place {
    enum Kind { Nowhere, Filter, Test, Member, Statement, Name };
    Kind kind = Name;
    QString prefix;
    QStringList path = {};  // of a member: the names before it
    QString callee = {};    // the function or filter whose arguments these are
};

bool isInQuotes(const QString& code) {
    QChar quote;
    for (qsizetype i = 0; i < code.size(); ++i) {
        if (code[i] == u'\\')
            ++i;
        else if (quote.isNull() && (code[i] == u'"' || code[i] == u'\''))
            quote = code[i];
        else if (code[i] == quote)
            quote = QChar();
    }
    return !quote.isNull();
}

QString lastWord(const QString& code) {
    qsizetype begin = code.size();
    while (begin > 0 && isNamePart(code[begin - 1]))
        --begin;
    return code.mid(begin);
}

// The name before the innermost bracket that is still open.
QString calleeOf(const QString& code) {
    int depth = 0;
    for (qsizetype i = code.size() - 1; i >= 0; --i) {
        if (code[i] == u')')
            ++depth;
        else if (code[i] == u'(' && --depth < 0)
            return lastWord(code.left(i));
    }
    return {};
}

QStringList pathBefore(QString code) {
    QStringList path;
    while (code.endsWith(u'.')) {
        code.chop(1);
        const QString name = lastWord(code);
        if (name.isEmpty())
            return {};
        path.prepend(name);
        code.chop(name.size());
    }
    return path;
}

Place placeOf(const TemplateScope& scope) {
    if (!scope.inTag || isInQuotes(scope.code))
        return {Place::Nowhere, {}};
    Place place{Place::Name, lastWord(scope.code)};
    const QString left = scope.code.chopped(place.prefix.size());
    const QString before = left.trimmed();
    place.callee = calleeOf(left);
    const QString word = lastWord(before);
    if (left.endsWith(u'.')) {
        place.path = pathBefore(left);
        place.kind = place.path.isEmpty() ? Place::Nowhere : Place::Member;
    } else if (before.endsWith(u'|')) {
        place.kind = Place::Filter;
    } else if (word == QStringLiteral("is") ||
               (word == QStringLiteral("not") && lastWord(before.chopped(3).trimmed()) == QStringLiteral("is"))) {
        place.kind = Place::Test;
    } else if (before.isEmpty() && scope.isStatement) {
        place.kind = Place::Statement;
    }
    return place;
}

Json listOf(std::initializer_list<std::pair<const char*, const char*>> fields) {
    Json properties = Json::object();
    for (const auto& [name, help] : fields)
        properties[name] = {{"description", help}};
    return {{"type", "array"}, {"items", {{"properties", std::move(properties)}}}};
}

// Which names may be read, each with its schema.
class Names {
public:
    Names(const TemplateScope& scope, const Json& document) : m_scope(scope), m_document(document) {}

    [[nodiscard]] std::vector<Completion> all() const {
        std::vector<Completion> items;
        for (auto name = m_scope.names.rbegin(); name != m_scope.names.rend(); ++name)
            items.push_back(
                {name->name, name->kind == ScopedName::Macro ? name->name + name->source : name->name, kindOf(*name),
                 name->kind == ScopedName::LoopVariable ? Words::tr("each of %1").arg(name->source) : QString()});
        if (m_scope.inLoop)
            items.push_back({QStringLiteral("loop"), QStringLiteral("loop"), Words::tr("loop variable"),
                             Words::tr("Where the loop is: loop.index, loop.first, loop.last …")});
        if (const Json* properties = resolvePointer(m_document, "/inputs/properties"))
            addFields(*properties, Words::tr("input"), items);
        if (memberAt(m_document, "retrieval"))
            items.push_back({QStringLiteral("sources"), QStringLiteral("sources"), Words::tr("list"),
                             Words::tr("What retrieval found, the best first")});
        if (resolvePointer(m_document, "/prompt/examples"))
            items.push_back({QStringLiteral("examples"), QStringLiteral("examples"), Words::tr("list"),
                             Words::tr("The few-shot examples that were chosen")});
        return items;
    }

    [[nodiscard]] std::vector<Completion> fieldsOf(const QStringList& path) const {
        std::vector<Completion> items;
        const Json schema = schemaOf(path, 0);
        if (const Json* properties = memberAt(schema, "properties"))
            addFields(*properties, Words::tr("field"), items);
        return items;
    }

private:
    static QString kindOf(const ScopedName& name) {
        switch (name.kind) {
            case ScopedName::LoopVariable:
                return Words::tr("loop variable");
            case ScopedName::Macro:
                return Words::tr("macro");
            case ScopedName::Argument:
                return Words::tr("argument");
            case ScopedName::SetVariable:
                break;
        }
        return Words::tr("variable");
    }

    static void addFields(const Json& properties, const QString& kind, std::vector<Completion>& items) {
        if (!properties.is_object())
            return;
        for (const auto& property : properties.items()) {
            const QString name = toQString(property.key());
            const QString type = toQString(stringAt(property.value(), "type"));
            const QString help = toQString(stringAt(property.value(), "description"));
            items.push_back({name, name, kind, help.isEmpty() ? type : help});
        }
    }

    // Empty when nothing is known of it. `depth` counts the loops that were looked through.
    [[nodiscard]] Json schemaOf(const QStringList& path, int depth) const {
        constexpr int kMostLoops = 20;
        Json schema = depth > kMostLoops ? Json() : schemaOfName(path.front(), depth);
        for (qsizetype i = 1; i < path.size(); ++i) {
            const Json* field = resolvePointer(schema, "/properties/" + toUtf8(path[i]));
            schema = field ? Json(*field) : Json();
        }
        return schema;
    }

    [[nodiscard]] Json schemaOfName(const QString& name, int depth) const {
        for (auto scoped = m_scope.names.rbegin(); scoped != m_scope.names.rend(); ++scoped)
            if (scoped->name == name)
                return scoped->kind == ScopedName::LoopVariable ? itemsOf(scoped->source, depth) : Json();
        if (name == QStringLiteral("loop") && m_scope.inLoop)
            return loopFields();
        if (name == QStringLiteral("sources"))
            return listOf({{"index", "from 1"},
                           {"id", "of the document"},
                           {"title", "of the document"},
                           {"text", "of the piece that was found"},
                           {"score", "how well it fits"}});
        if (name == QStringLiteral("examples"))
            return listOf({{"input", "what was given"}, {"output", "what should come out"}});
        const Json* input = resolvePointer(m_document, "/inputs/properties/" + toUtf8(name));
        return input ? *input : Json();
    }

    [[nodiscard]] Json itemsOf(const QString& source, int depth) const {
        const QString name = source.section(u'|', 0, 0).trimmed();
        const Json list = name.isEmpty() ? Json() : schemaOf(name.split(u'.'), depth + 1);
        const Json* items = memberAt(list, "items");
        return items ? *items : Json();
    }

    static Json loopFields() {
        return listOf({{"index", "from 1"},
                       {"index0", "from 0"},
                       {"first", "whether this is the first turn"},
                       {"last", "whether this is the last turn"},
                       {"length", "how many turns there are"},
                       {"revindex", "turns left, this one counted"},
                       {"previtem", "the item before"},
                       {"nextitem", "the item after"},
                       {"cycle", "one of its arguments by turns"}})["items"];
    }

    const TemplateScope& m_scope;
    const Json& m_document;
};

void addLanguage(std::span<const text::LanguageName> entries, const QString& kind, std::vector<Completion>& items) {
    for (const text::LanguageName& entry : entries)
        items.push_back({toQString(entry.name), toQString(entry.signature), kind, toQString(entry.help)});
}

template <std::size_t N>
void addWords(const char* const (&words)[N], std::vector<Completion>& items) {
    for (const char* word : words)
        items.push_back({QString::fromLatin1(word), QString::fromLatin1(word), Words::tr("keyword"), {}});
}

std::vector<Completion> candidates(const Place& place, const Names& names) {
    std::vector<Completion> items;
    switch (place.kind) {
        case Place::Filter:
            addLanguage(text::templateFilters(), Words::tr("filter"), items);
            break;
        case Place::Test:
            addLanguage(text::templateTests(), Words::tr("test"), items);
            break;
        case Place::Member:
            items = names.fieldsOf(place.path);
            break;
        case Place::Statement:
            addWords(kStatements, items);
            break;
        case Place::Name:
            items = names.all();
            addLanguage(text::templateFunctions(), Words::tr("function"), items);
            addWords(kWords, items);
            break;
        case Place::Nowhere:
            break;
    }
    return items;
}

QString tipFor(const QString& callee) {
    for (const auto entries : {text::templateFilters(), text::templateFunctions(), text::templateTests()})
        for (const text::LanguageName& entry : entries)
            if (toQString(entry.name) == callee)
                return toQString(entry.signature) + QStringLiteral("\n") + toQString(entry.help);
    return {};
}

}  // namespace

Completions completeTemplate(const QString& before, bool asked, const Json& document) {
    const TemplateScope scope = scopeAtEnd(before);
    const Place place = placeOf(scope);
    Completions found{place.prefix, {}, {}};
    const bool opens = place.kind == Place::Filter || place.kind == Place::Member || place.kind == Place::Test;
    if (asked || opens || !place.prefix.isEmpty()) {
        found.items = candidates(place, Names(scope, document));
        std::erase_if(found.items, [&place](const Completion& item) {
            return !item.text.startsWith(place.prefix, Qt::CaseInsensitive) || item.text == place.prefix;
        });
    }
    const bool inArguments = before.endsWith(u'(') || before.endsWith(u',');
    if (found.items.empty() && inArguments)
        found.tip = tipFor(place.callee);
    return found;
}

}  // namespace touchstone::ui
