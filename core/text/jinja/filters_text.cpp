// SPDX-License-Identifier: Apache-2.0

#include "ops.h"
#include "printf_format.h"
#include "printing.h"
#include "registry.h"
#include "text/utf8.h"
#include "text_ops.h"
#include "unicode_case.h"

#include <algorithm>
#include <array>

namespace touchstone::text::jinja {

namespace {

std::string_view textOf(Run& run, const Value& input) {
    const Value text = pythonText(run, input);
    run.chargeBytes(text.size);
    return text.text();
}

Value upper(Run& run, const Value& input, const Args&) {
    return run.text(toUpper(textOf(run, input)));
}

Value lower(Run& run, const Value& input, const Args&) {
    return run.text(toLower(textOf(run, input)));
}

Value title(Run& run, const Value& input, const Args&) {
    return run.text(titleWords(textOf(run, input)));
}

Value capitalized(Run& run, const Value& input, const Args&) {
    return run.text(capitalize(textOf(run, input)));
}

Value trim(Run& run, const Value& input, const Args& args) {
    const std::string_view chars = args.text(0, {});
    const bool given = args.has(0) && args[0].kind != Kind::None;
    return Value::string(strip(textOf(run, input), given ? &chars : nullptr, true, true));
}

Value replace(Run& run, const Value& input, const Args& args) {
    const std::string_view text = textOf(run, input);
    const std::string_view old = textOf(run, args[0]);
    const std::string_view replacement = textOf(run, args[1]);
    std::size_t matches = text.size() / std::max<std::size_t>(old.size(), 1) + 1;
    if (matches * replacement.size() + text.size() > run.limits.outputBytes && !old.empty()) {
        matches = 0;
        for (std::size_t at = text.find(old); at != std::string_view::npos; at = text.find(old, at + old.size()))
            ++matches;
    }
    run.checkSize(text.size() - std::min(text.size(), matches * old.size()) + matches * replacement.size());
    return run.text(replaceAll(text, old, replacement, args.integer(2, -1)));
}

Value center(Run& run, const Value& input, const Args& args) {
    const std::string_view text = textOf(run, input);
    const auto width = static_cast<std::size_t>(std::max<std::int64_t>(args.integer(0, 80), 0));
    run.checkSize(width);
    const std::size_t size = countCodePoints(text);
    if (width <= size)
        return Value::string(text);
    const std::size_t room = width - size;
    const std::size_t left = room / 2 + (room & width & 1);  // as CPython: the odd blank goes left for odd widths
    return run.text(std::string(left, ' ') + std::string(text) + std::string(room - left, ' '));
}

Value formatted(Run& run, const Value& input, const Args& args) {
    return run.text(formatPrintf(run, textOf(run, input), args.rest()));
}

Value string(Run& run, const Value& input, const Args&) {
    return pythonText(run, input);
}

Value escaped(Run& run, const Value& input, bool force) {
    if (input.mark == Mark::Markup && !force)
        return input;
    std::string text;
    Writer writer(run, text);
    escapeHtml(writer, textOf(run, input));
    return run.text(text, Mark::Markup);
}

Value escape(Run& run, const Value& input, const Args&) {
    return escaped(run, input, false);
}

Value forceEscape(Run& run, const Value& input, const Args&) {
    return escaped(run, input, true);
}

Value safe(Run& run, const Value& input, const Args&) {
    return Value::string(textOf(run, input), Mark::Markup);
}

Value stripped(Run& run, const Value& input, const Args&) {
    return run.text(stripTags(textOf(run, input)));
}

Value wordCount(Run& run, const Value& input, const Args&) {
    std::int64_t words = 0;
    bool inside = false;
    const CodePoints points(textOf(run, input));
    for (const char32_t point : points) {
        const bool part = isWordPart(point);
        words += part && !inside ? 1 : 0;
        inside = part;
    }
    return Value::integerOf(words);
}

void appendPair(Run& run, std::string& query, const Value& key, const Value& value) {
    query.append(query.empty() ? "" : "&");
    query.append(urlEncode(textOf(run, key), true)).append("=").append(urlEncode(textOf(run, value), true));
}

Value urlEncoded(Run& run, const Value& input, const Args&) {
    if (!input.isMapping() && !input.isSequence())
        return run.text(urlEncode(textOf(run, input), false));
    std::string query;
    if (input.isMapping()) {
        forEachEntry(input, [&](const Value& key, const Value& value) { appendPair(run, query, key, value); });
        return run.text(query);
    }
    for (std::size_t i = 0; i < sequenceSize(input); ++i) {
        const Value pair = sequenceItem(input, i);
        if (!pair.isSequence() || sequenceSize(pair) != 2)
            run.fail(FailureKind::Value, "urlencode needs a text, a mapping or a list of pairs");
        appendPair(run, query, sequenceItem(pair, 0), sequenceItem(pair, 1));
    }
    return run.text(query);
}

constexpr std::array<std::string_view, 1> kTrim = {"chars"};
constexpr std::array<std::string_view, 3> kReplace = {"old", "new", "count"};
constexpr std::array<std::string_view, 1> kCenter = {"width"};

constexpr std::array kFilters = std::to_array<Filter>({
    {{{"upper", "upper", "All letters as capitals."}, {}}, upper},
    {{{"lower", "lower", "All letters small."}, {}}, lower},
    {{{"title", "title", "Each word with a capital first letter."}, {}}, title},
    {{{"capitalize", "capitalize", "The first letter a capital, the rest small."}, {}}, capitalized},
    {{{"trim", "trim(chars=none)", "Without white space, or the given characters, at both ends."}, kTrim}, trim},
    {{{"replace", "replace(old, new, count=none)", "Occurrences of a text replaced by another."}, kReplace, 2},
     replace},
    {{{"center", "center(width=80)", "Centred by blanks in a line of this width."}, kCenter}, center},
    {{{"format", "format(values...)", "printf-style: '%s has %d' | format(name, n)."}, {}, 0, true}, formatted},
    {{{"string", "string", "The value as text, as Python prints it."}, {}}, string},
    {{{"escape", "escape", "& < > ' \" as HTML entities."}, {}}, escape},
    {{{"e", "e", "Short for escape."}, {}}, escape},
    {{{"forceescape", "forceescape", "Escapes even what is escaped already."}, {}}, forceEscape},
    {{{"safe", "safe", "Marks the text as escaped already."}, {}}, safe},
    {{{"striptags", "striptags", "Without HTML tags and comments, white space collapsed."}, {}}, stripped},
    {{{"wordcount", "wordcount", "The number of words."}, {}}, wordCount},
    {{{"urlencode", "urlencode", "Percent-encoded for a URL; a mapping becomes a query."}, {}}, urlEncoded},
});

}  // namespace

std::span<const Filter> textFilters() {
    return kFilters;
}

}  // namespace touchstone::text::jinja
