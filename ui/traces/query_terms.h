// SPDX-License-Identifier: GPL-3.0-or-later
//
// A query of the filter bar as a person handles it: finished terms, and the text of the one being typed. Pure functions
// over session/trace_query.h.

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace touchstone::ui {

struct QueryProblem {
    QString text;         // for people
    QString replacement;  // the whole text, corrected; empty: nobody knows what was meant
};

// The terms of `text` as they were written. What does not read comes back as a problem, with no terms.
struct ReadTerms {
    QStringList terms;
    std::optional<QueryProblem> problem;
};
[[nodiscard]] ReadTerms readTerms(const QString& text);

// Whether `text` is one whole term with a key and a value ("status:ok"), or a word; so that a space ends it.
[[nodiscard]] bool isFinishedTerm(const QString& text);

// The term of `query` that says where runs come from ("origin:production"); empty: none does. Several are one text.
[[nodiscard]] QString originIn(const QString& query);
// `query` with `term` in their place; empty: with none.
[[nodiscard]] QString withOrigin(const QString& query, const QString& term);

}  // namespace touchstone::ui
