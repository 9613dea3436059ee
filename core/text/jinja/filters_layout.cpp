// SPDX-License-Identifier: Apache-2.0

#include "ops.h"
#include "printing.h"
#include "registry.h"
#include "text/utf8.h"
#include "text_ops.h"

#include <algorithm>
#include <array>

namespace touchstone::text::jinja {

namespace {

std::string_view textOf(Run& run, const Value& input) {
    const Value text = pythonText(run, input);
    run.chargeBytes(text.size);
    return text.text();
}

std::string indentation(Run& run, const Args& args) {
    if (args.has(0) && args[0].isString())
        return std::string(args[0].text());
    const auto width = static_cast<std::size_t>(std::max<std::int64_t>(args.integer(0, 4), 0));
    run.checkSize(width);
    return std::string(width, ' ');
}

Value indent(Run& run, const Value& input, const Args& args) {
    if (!input.isString()) {
        requireDefined(run, input);
        run.fail(FailureKind::Type, "indent needs a text, not " + std::string(describe(input)));
    }
    const std::string margin = indentation(run, args);
    const bool first = args.flag(1, false);
    const bool blank = args.flag(2, false);
    std::string text;
    Writer writer(run, text);
    std::vector<std::string_view> lines = splitLines(textOf(run, input));
    if (lines.empty() || input.text().ends_with('\n'))
        lines.emplace_back();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        writer.put(i > 0 ? "\n" : "");
        if (i == 0 ? first : blank || !lines[i].empty())
            writer.put(margin);
        writer.put(lines[i]);
    }
    return run.text(text);
}

Value truncate(Run& run, const Value& input, const Args& args) {
    if (!input.isString()) {
        requireDefined(run, input);
        run.fail(FailureKind::Type, "truncate needs a text, not " + std::string(describe(input)));
    }
    const std::string_view text = textOf(run, input);
    const std::int64_t length = args.integer(0, 255);
    const std::string_view end = args.text(2, "...");
    const std::int64_t leeway = args.integer(3, 5);
    const auto endSize = static_cast<std::int64_t>(countCodePoints(end));
    if (length < endSize || leeway < 0)
        run.fail(FailureKind::Value, "truncate needs a length of at least that of its end, and a leeway of 0 or more");
    if (static_cast<std::int64_t>(countCodePoints(text)) - leeway <= length)
        return input;
    std::string_view kept = text.substr(0, offsetOfCodePoint(text, static_cast<std::size_t>(length - endSize)));
    if (!args.flag(1, false))
        kept = kept.substr(0, kept.rfind(' '));
    return run.text(std::string(kept).append(end));
}

Value wordwrap(Run& run, const Value& input, const Args& args) {
    if (!input.isString()) {
        requireDefined(run, input);
        run.fail(FailureKind::Type, "wordwrap needs a text, not " + std::string(describe(input)));
    }
    const std::int64_t width = args.integer(0, 79);
    if (width <= 0)
        run.fail(FailureKind::Value, "wordwrap needs a width above 0");
    const std::string_view lineEnd = args.text(2, "\n");
    std::string text;
    Writer writer(run, text);
    bool first = true;
    for (const std::string_view paragraph : splitLines(textOf(run, input))) {
        std::vector<std::string> lines =
            wrapLine(paragraph, static_cast<std::size_t>(width), args.flag(1, true), args.flag(3, true));
        if (lines.empty())
            lines.emplace_back();
        run.charge(lines.size());
        for (const std::string& line : lines) {
            writer.put(first ? "" : lineEnd);
            first = false;
            writer.put(line);
        }
    }
    return run.text(text);
}

Value tojson(Run& run, const Value& input, const Args& args) {
    const std::int64_t indent = args.has(0) && args[0].kind != Kind::None ? args.integer(0, 0) : -1;
    if (indent > 64)
        run.fail(FailureKind::Value, "tojson indents by at most 64 blanks");
    std::string text;
    Writer writer(run, text);
    const bool isIndented = args.has(0) && args[0].kind != Kind::None;
    printJson(writer, input, isIndented ? static_cast<int>(std::max<std::int64_t>(indent, 0)) : -1);
    return run.text(text, Mark::Markup);
}

constexpr std::array<std::string_view, 3> kIndent = {"width", "first", "blank"};
constexpr std::array<std::string_view, 4> kTruncate = {"length", "killwords", "end", "leeway"};
constexpr std::array<std::string_view, 4> kWordwrap = {"width", "break_long_words", "wrapstring", "break_on_hyphens"};
constexpr std::array<std::string_view, 1> kTojson = {"indent"};

constexpr std::array kFilters = std::to_array<Filter>({
    {{{"indent", "indent(width=4, first=false, blank=false)", "Lines after the first moved right."}, kIndent}, indent},
    {{{"truncate", "truncate(length=255, killwords=false, end='...', leeway=5)", "Shortened to a length, at a blank."},
      kTruncate},
     truncate},
    {{{"wordwrap", "wordwrap(width=79, break_long_words=true, wrapstring=none, break_on_hyphens=true)",
       "Lines broken at a width."},
      kWordwrap},
     wordwrap},
    {{{"tojson", "tojson(indent=none)", "The value as JSON; keys keep their order."}, kTojson}, tojson},
});

}  // namespace

std::span<const Filter> layoutFilters() {
    return kFilters;
}

}  // namespace touchstone::text::jinja
