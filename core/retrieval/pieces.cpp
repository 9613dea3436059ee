// SPDX-License-Identifier: Apache-2.0

#include "pieces.h"

#include "token_count.h"

#include <algorithm>

namespace touchstone::retrieval {

namespace {

using text::ByteRange;
using workflow::ChunkMethod;

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// The nearest place at or before `at` that is not inside a UTF-8 sequence, as long as the text is UTF-8.
std::size_t characterStart(std::string_view text, std::size_t at) {
    for (std::size_t back = 0; back < 4 && at > back; ++back)
        if (at - back >= text.size() || !isContinuation(text[at - back]))
            return at - back;
    return at;
}

// A word and the blanks after it, in parts when it is longer than `longest` bytes.
void addWord(std::string_view text, ByteRange word, std::size_t longest, std::vector<Piece>& pieces) {
    while (word.begin < word.end) {
        std::size_t end = word.end;
        if (end - word.begin > longest)
            end = std::max(characterStart(text, word.begin + longest), word.begin + 1);
        pieces.push_back({word.begin, end, tokensOf(text.substr(word.begin, end - word.begin))});
        word.begin = end;
    }
}

void addWords(std::string_view text, ByteRange range, std::size_t size, std::vector<Piece>& pieces) {
    const std::size_t longest = std::clamp<std::size_t>(size * 2, 4, 64);
    for (std::size_t begin = range.begin; begin < range.end;) {
        std::size_t end = begin;
        while (end < range.end && !isBlank(text[end]))
            ++end;
        while (end < range.end && isBlank(text[end]))
            ++end;
        addWord(text, {begin, end}, longest, pieces);
        begin = end;
    }
}

std::vector<ByteRange> paragraphsOf(std::string_view text, ByteRange range) {
    std::vector<ByteRange> paragraphs;
    for (std::size_t begin = range.begin; begin < range.end;) {
        std::size_t end = std::min(text.substr(0, range.end).find("\n\n", begin), range.end);
        while (end < range.end && isBlank(text[end]))
            ++end;
        paragraphs.push_back({begin, end});
        begin = end;
    }
    return paragraphs;
}

std::vector<ByteRange> sentencesOf(std::string_view text, ByteRange range) {
    std::vector<ByteRange> sentences = text::splitSentences(text.substr(range.begin, range.end - range.begin));
    for (ByteRange& sentence : sentences)
        sentence = {sentence.begin + range.begin, sentence.end + range.begin};
    return sentences;
}

std::size_t sumOfTokens(const std::vector<Piece>& pieces, std::size_t first) {
    std::size_t tokens = 0;
    for (std::size_t i = first; i < pieces.size(); ++i)
        tokens += pieces[i].tokens;
    return tokens;
}

// The range as one piece when it fits, else what `splitFurther` adds. Returns nothing; `pieces` grows.
template <class Split>
void addWholeOr(std::string_view text, ByteRange range, std::size_t size, std::vector<Piece>& pieces,
                Split splitFurther) {
    const std::size_t first = pieces.size();
    addWords(text, range, size, pieces);
    const std::size_t tokens = sumOfTokens(pieces, first);
    if (tokens <= size) {
        pieces.resize(first);
        pieces.push_back({range.begin, range.end, tokens});
    } else {
        splitFurther(first);
    }
}

void addSentences(std::string_view text, ByteRange range, std::size_t size, std::vector<Piece>& pieces) {
    for (const ByteRange& sentence : sentencesOf(text, range))
        addWholeOr(text, sentence, size, pieces, [](std::size_t) {});
}

void addParagraphs(std::string_view text, ByteRange range, std::size_t size, std::vector<Piece>& pieces) {
    for (const ByteRange& paragraph : paragraphsOf(text, range))
        addWholeOr(text, paragraph, size, pieces, [&](std::size_t first) {
            pieces.resize(first);
            addSentences(text, paragraph, size, pieces);
        });
}

}  // namespace

std::vector<Piece> piecesOf(std::string_view text, ByteRange range, ChunkMethod method, std::size_t size) {
    std::vector<Piece> pieces;
    switch (method) {
        case ChunkMethod::Tokens:
            addWords(text, range, size, pieces);
            break;
        case ChunkMethod::Sentences:
            addSentences(text, range, size, pieces);
            break;
        case ChunkMethod::Recursive:
        case ChunkMethod::Markdown:
            addParagraphs(text, range, size, pieces);
            break;
    }
    return pieces;
}

std::size_t wordsBefore(std::string_view text, std::size_t begin, std::size_t end, std::size_t tokens) {
    std::size_t start = end;
    while (start > begin) {
        std::size_t word = start;
        while (word > begin && isBlank(text[word - 1]))
            --word;
        while (word > begin && !isBlank(text[word - 1]) && end - word <= tokens * 64)
            --word;
        const bool whole = word == begin || isBlank(text[word - 1]);
        const std::size_t cost = tokensOf(text.substr(word, start - word));
        if (!whole || cost > tokens)
            break;
        tokens -= cost;
        start = word;
    }
    return start;
}

}  // namespace touchstone::retrieval
