// SPDX-License-Identifier: Apache-2.0

#include "builtin_sources.h"

#include "text/tokens.h"

#include <algorithm>
#include <array>

namespace touchstone::provider {

namespace {

constexpr std::size_t kLongestTitle = 160;  // bytes
constexpr std::array<std::string_view, 6> kQuestionLabels = {"question", "user question", "query", "q", "task", "ask"};

enum class Numbering { Bracket, Dot };

struct Head {
    std::size_t number = 0;  // 0: the line begins no source
    std::string_view rest;
};

bool equalsIgnoringCase(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, {}, [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
}

// The next line with its line break; `rest` moves behind it.
std::string_view takeLine(std::string_view& rest) {
    const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end);
    return line;
}

std::string_view takeParagraph(std::string_view& rest) {
    const std::string_view all = rest;
    std::size_t length = 0;
    while (!rest.empty()) {
        const std::string_view line = takeLine(rest);
        length += line.size();
        if (trimmed(line).empty())
            break;
    }
    return trimmed(all.substr(0, length));
}

// The part of `text` that begins, or ends, at a place inside it.
std::string_view from(const char* place, std::string_view text) {
    return text.substr(static_cast<std::size_t>(place - text.data()));
}

std::string_view upTo(const char* place, std::string_view text) {
    return text.substr(0, static_cast<std::size_t>(place - text.data()));
}

// "[3] Title", "3. Title" or "3) Title".
Head headOf(std::string_view line, Numbering numbering) {
    line = trimmed(line);
    if (numbering == Numbering::Bracket) {
        if (!line.starts_with('['))
            return {};
        line.remove_prefix(1);
    }
    std::size_t number = 0;
    std::size_t digits = 0;
    while (digits < line.size() && digits < 4 && line[digits] >= '0' && line[digits] <= '9')
        number = number * 10 + static_cast<std::size_t>(line[digits++] - '0');
    const std::string_view after = line.substr(digits);
    const bool closed =
        numbering == Numbering::Bracket ? after.starts_with(']') : after.starts_with(". ") || after.starts_with(") ");
    return digits > 0 && closed ? Head{number, trimmed(after.substr(1))} : Head{};
}

// What stands behind "Question:" when the line begins like that.
std::string_view labelledQuestion(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos)
        return {};
    const std::string_view label = trimmed(line.substr(0, colon));
    const bool known = std::ranges::any_of(kQuestionLabels,
                                           [label](std::string_view word) { return equalsIgnoringCase(label, word); });
    return known ? line.substr(colon + 1) : std::string_view();
}

// From the last such label to the end of its paragraph: sources may quote questions, and the user's comes after them.
std::string_view findLabelledQuestion(std::string_view message) {
    std::string_view found;
    for (std::string_view rest = message; !rest.empty();) {
        const std::string_view asked = labelledQuestion(takeLine(rest));
        if (asked.empty())
            continue;
        std::string_view tail = from(asked.data(), message);
        const std::string_view paragraph = takeParagraph(tail);
        found = paragraph.empty() && !tail.empty() ? takeParagraph(tail) : paragraph;
    }
    return found;
}

std::string_view findQuestion(std::string_view message) {
    if (const std::string_view labelled = findLabelledQuestion(message); !labelled.empty())
        return labelled;
    std::string_view asked;
    std::string_view last;
    for (std::string_view rest = message; !rest.empty();) {
        const std::string_view paragraph = takeParagraph(rest);
        if (paragraph.empty())
            continue;
        last = paragraph;
        if (paragraph.ends_with('?') && headOf(paragraph, Numbering::Bracket).number == 0)
            asked = paragraph;
    }
    return asked.empty() ? last : asked;
}

bool overlaps(std::string_view a, std::string_view b) {
    return a.data() < b.data() + b.size() && b.data() < a.data() + a.size();
}

// `first` is what stands behind the number in the first line of the source's `block`.
BuiltinSource sourceOf(std::size_t number, std::string_view first, std::string_view block) {
    const std::string_view below = from(first.data() + first.size(), block);
    const std::size_t colon = first.find(": ");
    if (colon < kLongestTitle)
        return {number, first.substr(0, colon), trimmed(from(first.data() + colon + 2, block))};
    if (!trimmed(below).empty() && first.size() < kLongestTitle && !first.ends_with('.'))
        return {number, first, trimmed(below)};
    return {number, {}, trimmed(from(first.data(), block))};
}

std::vector<BuiltinSource> numberedSources(std::string_view text, std::string_view question, Numbering numbering) {
    std::vector<BuiltinSource> sources;
    Head open;
    const auto close = [&](const char* end) {
        if (open.number != 0)
            sources.push_back(sourceOf(open.number, open.rest, upTo(end, text)));
        open = {};
    };
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view line = takeLine(rest);
        const Head head = headOf(line, numbering);
        const bool next = numbering == Numbering::Bracket || head.number == open.number + 1;
        if (!question.empty() && overlaps(line, question)) {
            close(line.data());
        } else if (head.number != 0 && next) {
            close(line.data());
            open = head;
        }
    }
    close(text.data() + text.size());
    return sources;
}

std::vector<BuiltinSource> numberedSources(std::string_view text, std::string_view question) {
    std::vector<BuiltinSource> sources = numberedSources(text, question, Numbering::Bracket);
    if (!sources.empty())
        return sources;
    sources = numberedSources(text, question, Numbering::Dot);
    return sources.size() > 1 ? sources : std::vector<BuiltinSource>();
}

std::vector<BuiltinSource> paragraphs(std::string_view message, std::string_view question) {
    std::vector<BuiltinSource> sources;
    for (std::string_view rest = message; !rest.empty();) {
        const std::string_view paragraph = takeParagraph(rest);
        if (!paragraph.empty() && !overlaps(paragraph, question) && !paragraph.ends_with(':'))
            sources.push_back({0, {}, paragraph});
    }
    return sources;
}

// Sources beyond the tokens that the tier reads are left out, and the one in which they end is cut.
void limitSources(std::vector<BuiltinSource>& sources, std::size_t tokens) {
    std::size_t kept = 0;
    for (; kept < sources.size() && tokens > 0; ++kept) {
        sources[kept].text = firstTokens(sources[kept].text, tokens);
        tokens -= std::min(tokens, static_cast<std::size_t>(text::estimateTokens(sources[kept].text)));
    }
    sources.resize(kept);
}

}  // namespace

BuiltinContext findContext(const BuiltinReading& reading) {
    BuiltinContext context;
    context.question = findQuestion(reading.wholeMessage);
    context.sources = numberedSources(reading.wholeMessage, context.question);
    for (const std::string_view instructions : reading.instructions)
        if (context.sources.empty())
            context.sources = numberedSources(instructions, {}, Numbering::Bracket);
    if (context.sources.empty())
        context.sources = paragraphs(reading.wholeMessage, context.question);
    limitSources(context.sources, reading.tier->contextTokens);
    return context;
}

}  // namespace touchstone::provider
