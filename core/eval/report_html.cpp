// SPDX-License-Identifier: Apache-2.0
//
// The stand-alone HTML report: no script, no font, no image, nothing from outside; light and dark. It is well-formed
// XML, too, so that any reader takes it.

#include "eval/report.h"

#include "html.h"
#include "report_labels.h"

namespace touchstone::eval {
namespace {

constexpr std::string_view kStyle = R"css(
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1e22;--muted:#59616b;--line:#dde0e4;--raised:#f8f9fa;--better:#17732f;
--worse:#bf2a2f;--better-tint:#e4f4e8;--worse-tint:#fce8e8;--accent:#0f8b8d}
@media(prefers-color-scheme:dark){:root{--bg:#202327;--fg:#e4e6e9;--muted:#a3abb5;--line:#33383e;--raised:#262a2f;
--better:#56c777;--worse:#ff827a;--better-tint:#1b3324;--worse-tint:#412427;--accent:#2bafb0}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:14px/1.45 Inter,"Noto Sans","DejaVu Sans",sans-serif}
main{max-width:1200px;margin:0 auto;padding:32px 24px}h1{font-size:22px;margin:0}h2{font-size:16px;margin:32px 0 8px}
p.sub{color:var(--muted);margin:4px 0 24px}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{text-align:left;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}th{color:var(--muted);font-weight:600;
background:var(--raised);position:sticky;top:0}td.n,th.n{text-align:right;white-space:nowrap}.verdict{border-left:3px solid var(--muted);
background:var(--raised);padding:10px 14px;margin:8px 0}.verdict.better{border-color:var(--better);background:var(--better-tint)}
.verdict.worse{border-color:var(--worse);background:var(--worse-tint)}.ok{color:var(--better)}.no{color:var(--worse)}
pre{margin:0;white-space:pre-wrap;word-break:break-word;font:12px/1.4 "JetBrains Mono","DejaVu Sans Mono",monospace}
td.hit{background:var(--better-tint)}td.miss{background:var(--worse-tint)}summary{cursor:pointer;margin:8px 0}
.why{color:var(--muted);font-size:12px}label{margin-right:16px}
body:has(#changed:checked) tr.same,body:has(#failing:checked) tr.pass{display:none}
)css";

std::string_view verdictClass(Verdict verdict) {
    switch (verdict) {
        case Verdict::Better:
            return "better";
        case Verdict::Worse:
            return "worse";
        case Verdict::NoDifferenceShown:
        case Verdict::Undecided:
            return "";
    }
    return "";
}

constexpr std::string_view kHowToRead =
    "<p class=\"why\">How to read this: the test named in a sentence decides it, and the interval tells how large the "
    "difference may be; where the two disagree about zero, its limit is put on zero. “pp” are percentage points of the "
    "cases that pass, “points” are hundredths of the mean "
    "score.</p>\n";

void writeVerdicts(std::string& html, const Report& report) {
    for (const ContestantComparison& comparison : report.comparisons) {
        const Comparison& overall = comparison.measures.front().comparison;
        html +=
            fmt::format("<p class=\"verdict {}\">{}</p>\n", verdictClass(overall.verdict), escaped(overall.sentence));
        if (comparison.measures.size() <= 2)
            continue;
        html += "<ul>\n";
        for (std::size_t i = 1; i < comparison.measures.size(); ++i)
            html += fmt::format("<li><b>{}</b>: {}</li>\n", escaped(comparison.measures[i].measure),
                                escaped(comparison.measures[i].comparison.sentence));
        html += "</ul>\n";
    }
    if (!report.comparisons.empty())
        html += kHowToRead;
}

std::string milliseconds(std::chrono::nanoseconds duration) {
    return figure("{:.2f} ms", static_cast<double>(duration.count()) / 1e6);
}

void writeFigures(std::string& html, const Report& report) {
    html += "<h2>Versions</h2>\n<table><tr><th>version</th>";
    for (const char* head : {"score", "passed", "p50", "p95", "cost", "invalid", "blocked", "failed", "fell back"})
        html += fmt::format("<th class=\"n\">{}</th>", head);
    html += "</tr>\n";
    for (const ContestantReport& contestant : report.contestants) {
        const double share = contestant.cases > 0
                                 ? 100 * static_cast<double>(contestant.passed) / static_cast<double>(contestant.cases)
                                 : 0;
        html +=
            fmt::format("<tr><td>{}</td>{}{}{}{}{}{}{}{}{}</tr>\n", escaped(contestant.label),
                        figure("{:.3f}", contestant.meanScore), figure("{:.1f} % of {}", share, contestant.cases),
                        milliseconds(contestant.p50), milliseconds(contestant.p95),
                        figure("${}{}", contestant.cost.toDecimal(),
                               contestant.costUnknown > 0 ? fmt::format(" + {} unknown", contestant.costUnknown) : ""),
                        figure("{}", contestant.invalid), figure("{}", contestant.blocked),
                        figure("{}", contestant.failed), figure("{}", contestant.fellBack));
    }
    html += "</table>\n";
    for (const ContestantReport& contestant : report.contestants)
        if (contestant.fellBack > 0)
            html += fmt::format("<p>{} fell back on {} of {} cases, because {}</p>\n", escaped(contestant.label),
                                contestant.fellBack, contestant.cases, escaped(contestant.whyItFellBack));
}

std::string cell(const CaseResult* result) {
    if (!result)
        return "<td></td>";
    std::string html = result->scores.empty()
                           ? "<td><span>not scored</span>"
                           : fmt::format("<td><span class=\"{}\">{} {:.2f}</span>", result->passed ? "ok" : "no",
                                         result->passed ? "✓" : "✕", result->score);
    html += "<pre>" + escaped(result->output) + "</pre>";
    for (const ScoreEntry& score : result->scores)
        if (!score.passed)
            html += fmt::format("<div class=\"why\">{}: {}</div>", escaped(score.scorer), escaped(score.reason));
    if (!result->error.empty())
        html += fmt::format("<div class=\"why\">{}</div>", escaped(result->error));
    if (!result->fellBack.empty())
        html += fmt::format("<div class=\"why\">fell back: {}</div>", escaped(result->fellBack));
    return html + "</td>";
}

void writeCases(std::string& html, const Report& report, const OnWritten& onWritten) {
    const std::size_t contestants = report.contestants.size();
    std::vector<std::vector<const CaseResult*>> rows(report.dataset->cases.size(),
                                                     std::vector<const CaseResult*>(contestants, nullptr));
    for (const CaseResult& result : report.results)
        rows[result.caseIndex][result.contestant] = &result;
    html +=
        "<h2>Cases</h2>\n<p><label><input type=\"checkbox\" id=\"changed\"/> only where outputs differ</label>"
        "<label><input type=\"checkbox\" id=\"failing\"/> only where one fails</label></p>\n"
        "<table><tr><th>case</th>";
    for (const ContestantReport& contestant : report.contestants)
        html += "<th>" + escaped(contestant.label) + "</th>";
    html += "</tr>\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        const bool same = std::all_of(row.begin(), row.end(), [&](const CaseResult* result) {
            return result && row.front() && result->output == row.front()->output;
        });
        const bool passes =
            std::all_of(row.begin(), row.end(), [](const CaseResult* result) { return result && result->passed; });
        const Case& testCase = report.dataset->cases[i];
        html += fmt::format("<tr class=\"{}{}\"><td><b>{}</b><pre>{}</pre>", same ? "same " : "", passes ? "pass" : "",
                            escaped(testCase.name.empty() ? fmt::format("case {}", i + 1) : testCase.name),
                            escaped(toText(testCase.input)));
        if (testCase.expected)
            html += fmt::format("<div class=\"why\">expected</div><pre>{}</pre>", escaped(toText(*testCase.expected)));
        html += "</td>";
        for (const CaseResult* result : row)
            html += cell(result);
        html += "</tr>\n";
        if (onWritten && !onWritten(i + 1))
            return;
    }
    html += "</table>\n";
}

}  // namespace

std::string toHtml(const Report& report, const OnWritten& onWritten) {
    const ExperimentSpec& spec = report.experiment.spec;
    std::string html = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/>"
        "<meta name=\"viewport\" content=\"width=device-width\"/>"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>"
        "<title>{0} on {1}</title><style>{2}</style></head>\n<body><main>\n<h1>{0}</h1>\n"
        "<p class=\"sub\">{1}, {3} cases · experiment {4}</p>\n",
        escaped(spec.workflow), escaped(spec.datasetName), kStyle, report.dataset->cases.size(),
        shortText(report.experiment.id));
    writeVerdicts(html, report);
    writeFigures(html, report);
    writeLabels(html, report);
    writeCases(html, report, onWritten);
    html += "</main></body></html>\n";
    return html;
}

}  // namespace touchstone::eval
