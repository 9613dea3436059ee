// SPDX-License-Identifier: Apache-2.0
//
// How results look in a terminal. Strings from outside are escaped, so that no text can steer the terminal.

#pragma once

#include "base/finding.h"
#include "environment.h"
#include "eval/report.h"
#include "workflow/diff.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::ctl {

// `text` with control characters, escape sequences and bidirectional overrides made visible; line ends stay.
[[nodiscard]] std::string printable(std::string_view text);
// The same on one line and cut to `columns` characters.
[[nodiscard]] std::string oneLine(std::string_view text, std::size_t columns);

[[nodiscard]] std::string formatFixed(double value, int digits);              // "0.93"
[[nodiscard]] std::string formatDuration(std::chrono::nanoseconds duration);  // "84 ms", "1.24 s", "2 min 10 s"
[[nodiscard]] std::string formatMoney(const std::optional<Money>& money);     // "$0.00042"; "—" when unknown
[[nodiscard]] std::string formatPercent(double share);                        // "93.4 %"

// "a, b, c"
[[nodiscard]] std::string joined(const std::vector<std::string>& words);
// "1 case", "110 cases"
[[nodiscard]] std::string counted(std::int64_t count, std::string_view noun);
// What a command did: `json` with --json, else the lines of `text`, escaped.
void printAnswer(Environment& environment, const Json& json, std::string_view text);
// Columns padded to their widest cell; the first row is the head. Cells are escaped, and cut where they are too wide.
void printTable(std::ostream& out, const std::vector<std::vector<std::string>>& rows);

// To standard error, or as {"error":{…}} to standard output with --json.
void printError(Environment& environment, const Error& error);
// The same where no environment could be made yet.
void printErrorJson(std::ostream& out, const Error& error);
void printFindings(std::ostream& out, const std::vector<Finding>& findings);
void printChanges(std::ostream& out, const std::vector<workflow::PartChange>& changes);
void printReport(std::ostream& out, const eval::Report& report);

}  // namespace touchstone::ctl
