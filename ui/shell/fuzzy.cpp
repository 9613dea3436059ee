// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzzy.h"

#include <algorithm>
#include <limits>

namespace touchstone::ui {
namespace {

constexpr int kMostText = 256;
constexpr int kMostPattern = 64;

constexpr int kLetter = 16;
constexpr int kWordStart = 12;
constexpr int kTextStart = 4;  // beside kWordStart
constexpr int kHump = 10;
constexpr int kFollows = 11;
constexpr int kGapBegins = 3;
constexpr int kGapGoesOn = 1;
constexpr int kNever = std::numeric_limits<int>::min() / 2;

// What a letter is worth for where it stands.
int placeBonus(QStringView text, int at) {
    if (at == 0)
        return kWordStart + kTextStart;
    const QChar before = text[at - 1];
    const QChar here = text[at];
    if (!before.isLetterOrNumber() && here.isLetterOrNumber())
        return kWordStart;
    const bool hump = (before.isLower() && here.isUpper()) || (!before.isDigit() && here.isDigit());
    return hump ? kHump : 0;
}

QString letters(QStringView pattern) {
    QString letters;
    for (const QChar c : pattern)
        if (!c.isSpace() && letters.size() < kMostPattern)
            letters.append(c.toCaseFolded());
    return letters;
}

// Whether the letters are there at all: most texts end here.
bool holds(const QString& letters, QStringView text) {
    qsizetype found = 0;
    for (qsizetype i = 0; i < text.size() && found < letters.size(); ++i)
        found += text[i].toCaseFolded() == letters[found] ? 1 : 0;
    return found == letters.size();
}

// The best ways to end on each letter of the text: row by row over the pattern.
class Alignment {
public:
    Alignment(const QString& letters, QStringView text)
        : m_letters(letters), m_text(text), m_width(static_cast<std::size_t>(text.size())) {
        m_ending.assign(static_cast<std::size_t>(letters.size()) * m_width, kNever);
        m_from.assign(m_ending.size(), -1);
        for (int row = 0; row < letters.size(); ++row)
            fill(row);
    }

    [[nodiscard]] FuzzyMatch best() const {
        const auto lastRow = m_ending.end() - static_cast<std::ptrdiff_t>(m_width);
        const auto end = std::max_element(lastRow, m_ending.end());
        FuzzyMatch match{*end, {}};
        int column = static_cast<int>(end - lastRow);
        for (int row = static_cast<int>(m_letters.size()) - 1; row >= 0; --row) {
            match.positions.push_back(column);
            column = m_from[at(row, column)];
        }
        std::reverse(match.positions.begin(), match.positions.end());
        return match;
    }

private:
    [[nodiscard]] std::size_t at(int row, int column) const {
        return static_cast<std::size_t>(row) * m_width + static_cast<std::size_t>(column);
    }

    void fill(int row) {
        int carried = kNever;  // the best of the row before, with the gap up to here
        int carriedFrom = -1;
        for (int column = 0; column < static_cast<int>(m_width); ++column) {
            if (row > 0 && column > 0) {
                carried -= kGapGoesOn;
                if (column > 1 && m_ending[at(row - 1, column - 2)] - kGapBegins > carried) {
                    carried = m_ending[at(row - 1, column - 2)] - kGapBegins;
                    carriedFrom = column - 2;
                }
            }
            if (m_text[column].toCaseFolded() == m_letters[row])
                place(row, column, carried, carriedFrom);
        }
    }

    void place(int row, int column, int carried, int carriedFrom) {
        const int own = kLetter + placeBonus(m_text, column);
        if (row == 0) {
            m_ending[at(row, column)] = own - std::min(column, 8);
            return;
        }
        const int follows = column > 0 ? m_ending[at(row - 1, column - 1)] + kFollows : kNever;
        const bool straight = follows >= carried;
        m_ending[at(row, column)] = std::max(kNever, own + (straight ? follows : carried));
        m_from[at(row, column)] = straight ? column - 1 : carriedFrom;
    }

    const QString& m_letters;
    const QStringView m_text;
    const std::size_t m_width;
    std::vector<int> m_ending;
    std::vector<int> m_from;
};

}  // namespace

std::optional<FuzzyMatch> fuzzyMatch(QStringView pattern, QStringView text) {
    const QString wanted = letters(pattern);
    const QStringView looked = text.left(kMostText);
    if (wanted.isEmpty())
        return FuzzyMatch{};
    if (!holds(wanted, looked))
        return std::nullopt;
    FuzzyMatch match = Alignment(wanted, looked).best();
    match.score -= static_cast<int>(looked.size()) / 16;  // of equals the shorter one
    return match;
}

}  // namespace touchstone::ui
