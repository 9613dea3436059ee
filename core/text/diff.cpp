// SPDX-License-Identifier: Apache-2.0

#include "text/diff.h"

#include "text/utf8.h"
#include "unicode_case.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <utility>

namespace touchstone::text {

namespace {

using Ids = std::span<const std::uint32_t>;

// Marks which units of two sequences are not common to both.
class EditScript {
public:
    EditScript(Ids before, Ids after, std::size_t budget)
        : m_before(before),
          m_after(after),
          m_budget(budget),
          m_deleted(before.size(), false),
          m_inserted(after.size(), false) {
        compare({0, before.size(), 0, after.size()});
    }

    [[nodiscard]] bool isDeleted(std::size_t i) const { return m_deleted[i]; }
    [[nodiscard]] bool isInserted(std::size_t i) const { return m_inserted[i]; }
    [[nodiscard]] bool coarse() const { return m_coarse; }

private:
    struct Box {
        std::size_t beforeBegin, beforeEnd, afterBegin, afterEnd;
    };
    using Steps = std::ptrdiff_t;

    // Each call halves the number of edits, so the recursion is only logarithmically deep.
    void compare(Box box) {
        trim(box);
        if (box.beforeBegin == box.beforeEnd || box.afterBegin == box.afterEnd)
            return mark(box);
        std::size_t x = 0;
        std::size_t y = 0;
        if (!findMiddle(box, x, y)) {
            m_coarse = true;
            return mark(box);
        }
        compare({box.beforeBegin, box.beforeBegin + x, box.afterBegin, box.afterBegin + y});
        compare({box.beforeBegin + x, box.beforeEnd, box.afterBegin + y, box.afterEnd});
    }

    void trim(Box& box) const {
        while (box.beforeBegin < box.beforeEnd && box.afterBegin < box.afterEnd &&
               m_before[box.beforeBegin] == m_after[box.afterBegin]) {
            ++box.beforeBegin;
            ++box.afterBegin;
        }
        while (box.beforeBegin < box.beforeEnd && box.afterBegin < box.afterEnd &&
               m_before[box.beforeEnd - 1] == m_after[box.afterEnd - 1]) {
            --box.beforeEnd;
            --box.afterEnd;
        }
    }

    void mark(const Box& box) {
        std::fill(m_deleted.begin() + Steps(box.beforeBegin), m_deleted.begin() + Steps(box.beforeEnd), true);
        std::fill(m_inserted.begin() + Steps(box.afterBegin), m_inserted.begin() + Steps(box.afterEnd), true);
    }

    // A point on a shortest path, found by searching from both ends until the searches meet.
    bool findMiddle(const Box& box, std::size_t& x, std::size_t& y) {
        const Steps n = Steps(box.beforeEnd - box.beforeBegin);
        const Steps m = Steps(box.afterEnd - box.afterBegin);
        const Steps half = (n + m + 1) / 2;
        std::vector<Steps> forward(static_cast<std::size_t>(2 * half + 3), 0);
        std::vector<Steps> backward(forward.size(), 0);
        const bool odd = (n - m) % 2 != 0;
        for (Steps d = 0; d <= half; ++d) {
            if (step(box, d, forward, odd ? &backward : nullptr, d - 1, true, x, y) ||
                step(box, d, backward, odd ? nullptr : &forward, d, false, x, y))
                return true;
            if (m_budget == 0)
                return false;
        }
        return false;
    }

    // Prolongs every path of one search by one edit; true when one meets the other search.
    bool step(const Box& box, Steps d, std::vector<Steps>& reach, const std::vector<Steps>* other, Steps otherD,
              bool isForward, std::size_t& x, std::size_t& y) {
        const Steps n = Steps(box.beforeEnd - box.beforeBegin);
        const Steps m = Steps(box.afterEnd - box.afterBegin);
        const Steps zero = Steps(reach.size() / 2);
        const auto at = [zero](Steps k) { return static_cast<std::size_t>(zero + k); };
        const Steps low = -(d - 2 * std::max<Steps>(0, d - m));
        const Steps high = d - 2 * std::max<Steps>(0, d - n);
        for (Steps k = low; k <= high; k += 2) {
            const bool down = k == -d || (k != d && reach[at(k - 1)] < reach[at(k + 1)]);
            Steps a = down ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
            const Steps begin = a;
            while (a < n && a - k < m && same(box, a, a - k, isForward))
                ++a;
            reach[at(k)] = a;
            spend(static_cast<std::size_t>(a - begin) + 1);
            const Steps mirrored = n - m - k;
            if (!other || mirrored < -otherD || mirrored > otherD || a + (*other)[at(mirrored)] < n)
                continue;
            x = static_cast<std::size_t>(isForward ? a : n - a);
            y = static_cast<std::size_t>(isForward ? a - k : m - (a - k));
            return true;
        }
        return false;
    }

    [[nodiscard]] bool same(const Box& box, Steps a, Steps b, bool isForward) const {
        const std::size_t i = isForward ? box.beforeBegin + std::size_t(a) : box.beforeEnd - 1 - std::size_t(a);
        const std::size_t j = isForward ? box.afterBegin + std::size_t(b) : box.afterEnd - 1 - std::size_t(b);
        return m_before[i] == m_after[j];
    }

    void spend(std::size_t amount) { m_budget -= std::min(amount, m_budget); }

    Ids m_before;
    Ids m_after;
    std::size_t m_budget;
    std::vector<bool> m_deleted;
    std::vector<bool> m_inserted;
    bool m_coarse = false;
};

// ---- Units

using Units = std::vector<std::string_view>;

enum class UnitKind { Word, Space, Single };

UnitKind unitKind(char32_t point) {
    constexpr char32_t kFirstIdeographic = 0x2E80;
    if (isSpace(point))
        return UnitKind::Space;
    return isWordPart(point) && point < kFirstIdeographic ? UnitKind::Word : UnitKind::Single;
}

Units wordsOf(std::string_view text) {
    Units units;
    for (std::size_t at = 0; at < text.size();) {
        DecodedPoint point = decodeUtf8(text, at);
        const UnitKind kind = unitKind(point.codePoint);
        std::size_t end = at + point.bytes;
        while (kind != UnitKind::Single && end < text.size()) {
            point = decodeUtf8(text, end);
            if (unitKind(point.codePoint) != kind)
                break;
            end += point.bytes;
        }
        units.push_back(text.substr(at, end - at));
        at = end;
    }
    return units;
}

Units linesOf(std::string_view text) {
    Units units;
    while (!text.empty()) {
        const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
        units.push_back(text.substr(0, size));
        text.remove_prefix(size);
    }
    return units;
}

class Interner {
public:
    std::vector<std::uint32_t> idsOf(const Units& units) {
        std::vector<std::uint32_t> ids;
        ids.reserve(units.size());
        for (const std::string_view unit : units)
            ids.push_back(m_ids.try_emplace(unit, static_cast<std::uint32_t>(m_ids.size())).first->second);
        return ids;
    }

private:
    std::unordered_map<std::string_view, std::uint32_t> m_ids;
};

// ---- Pieces

bool isBlank(std::string_view text) {
    const CodePoints points(text);
    for (const char32_t point : points) {
        if (!isSpace(point))
            return false;
    }
    return true;
}

// Collects runs of deletions and insertions between equal units.
class PieceWriter {
public:
    explicit PieceWriter(bool absorbBlanks) : m_absorbBlanks(absorbBlanks) {}

    void deleted(std::string_view unit) {
        shareBlank();
        m_deleted.append(unit);
    }
    void inserted(std::string_view unit) {
        shareBlank();
        m_inserted.append(unit);
    }
    void equal(std::string_view unit) {
        const bool afterChange = !m_deleted.empty() || !m_inserted.empty();
        if (m_absorbBlanks && afterChange && isBlank(unit)) {
            m_blank.append(unit);
            return;
        }
        flush();
        put(Change::Equal, unit);
    }
    std::vector<DiffPiece> finish() {
        flush();
        return std::move(m_pieces);
    }

private:
    // White space between two changes belongs to both sides of the change.
    void shareBlank() {
        m_deleted += m_blank;
        m_inserted += m_blank;
        m_blank.clear();
    }

    void flush() {
        put(Change::Deleted, std::exchange(m_deleted, {}));
        put(Change::Inserted, std::exchange(m_inserted, {}));
        put(Change::Equal, std::exchange(m_blank, {}));
    }

    void put(Change change, std::string_view text) {
        if (text.empty())
            return;
        if (!m_pieces.empty() && m_pieces.back().change == change)
            m_pieces.back().text.append(text);
        else
            m_pieces.push_back({change, std::string(text)});
    }

    bool m_absorbBlanks;
    std::string m_deleted;
    std::string m_inserted;
    std::string m_blank;
    std::vector<DiffPiece> m_pieces;
};

TextDiff diffUnits(const Units& before, const Units& after, const DiffLimits& limits, bool absorbBlanks) {
    Interner interner;
    const std::vector<std::uint32_t> beforeIds = interner.idsOf(before);
    const std::vector<std::uint32_t> afterIds = interner.idsOf(after);
    const EditScript script(beforeIds, afterIds, limits.comparisons);
    PieceWriter writer(absorbBlanks);
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < before.size() || j < after.size()) {
        if (i < before.size() && script.isDeleted(i)) {
            writer.deleted(before[i++]);
        } else if (j < after.size() && script.isInserted(j)) {
            writer.inserted(after[j++]);
        } else {
            writer.equal(before[i++]);
            ++j;
        }
    }
    return {writer.finish(), script.coarse()};
}

}  // namespace

TextDiff diffWords(std::string_view before, std::string_view after, const DiffLimits& limits) {
    return diffUnits(wordsOf(before), wordsOf(after), limits, true);
}

TextDiff diffLines(std::string_view before, std::string_view after, const DiffLimits& limits) {
    return diffUnits(linesOf(before), linesOf(after), limits, false);
}

}  // namespace touchstone::text
