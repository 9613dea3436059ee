// SPDX-License-Identifier: GPL-3.0-or-later

#include "query_terms.h"

#include "session/trace_query.h"
#include "uistate/text.h"

namespace touchstone::ui {

ReadTerms readTerms(const QString& text) {
    const std::string utf8 = toUtf8(text);
    const session::TraceQuery query = session::parseTraceQuery(utf8);
    ReadTerms read;
    if (!query.findings.empty()) {
        const session::TraceQueryFinding& finding = query.findings.front();
        read.problem = QueryProblem{toQString(finding.text), {}};
        if (!finding.replacement.empty()) {
            std::string corrected = utf8;
            corrected.replace(finding.range.begin, finding.range.end - finding.range.begin, finding.replacement);
            read.problem->replacement = toQString(corrected);
        }
        return read;
    }
    for (const session::TraceTerm& term : query.terms)
        read.terms.append(
            toQString(std::string_view(utf8).substr(term.range.begin, term.range.end - term.range.begin)));
    return read;
}

namespace {

struct SplitTerms {
    QStringList origins;
    QStringList others;
};

SplitTerms splitTerms(const QString& text) {
    const std::string utf8 = toUtf8(text);
    SplitTerms split;
    for (const session::TraceTerm& term : session::parseTraceQuery(utf8).terms) {
        const auto written = std::string_view(utf8).substr(term.range.begin, term.range.end - term.range.begin);
        (term.key == session::TraceKey::Origin ? split.origins : split.others).append(toQString(written));
    }
    return split;
}

}  // namespace

QString originIn(const QString& query) {
    return splitTerms(query).origins.join(QLatin1Char(' '));
}

QString withOrigin(const QString& query, const QString& term) {
    QStringList terms = splitTerms(query).others;
    if (!term.isEmpty())
        terms.prepend(term);
    return terms.join(QLatin1Char(' '));
}

bool isFinishedTerm(const QString& text) {
    const session::TraceQuery query = session::parseTraceQuery(toUtf8(text));
    return query.findings.empty() && query.terms.size() == 1;
}

}  // namespace touchstone::ui
