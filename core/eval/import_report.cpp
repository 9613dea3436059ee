// SPDX-License-Identifier: Apache-2.0

#include "import_report.h"

#include "text/utf8.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone::eval {
namespace {

struct Place {
    std::size_t line;
    std::size_t byte;  // of the line, counted from 1
};

Place placeAt(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const std::size_t lineStart = before.rfind('\n') + 1;  // npos + 1 is 0
    return {static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1, offset - lineStart + 1};
}

std::size_t firstMalformed(std::string_view text) {
    std::size_t offset = 0;
    while (offset < text.size()) {
        const text::DecodedPoint point = text::decodeUtf8(text, offset);
        if (!point.valid)
            break;
        offset += point.bytes;
    }
    return offset;
}

bool isUtf16(std::string_view text) {
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

void reportMalformed(std::string_view text, ImportReport& report) {
    const std::size_t offset = firstMalformed(text);
    const auto [line, byte] = placeAt(text, offset);
    report.error("encoding", line,
                 fmt::format("line {}, byte {}: 0x{:02X} is not UTF-8", line, byte,
                             static_cast<unsigned>(static_cast<unsigned char>(text[offset]))),
                 "convert the file first: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW");
}

}  // namespace

void ImportReport::error(std::string code, std::size_t line, std::string text, std::string suggestion) {
    add({Severity::Error, std::move(code), "", TextPosition{line, 1}, std::move(text), std::move(suggestion)});
}

void ImportReport::warning(std::string code, std::size_t line, std::string text, std::string suggestion) {
    add({Severity::Warning, std::move(code), "", TextPosition{line, 1}, std::move(text), std::move(suggestion)});
}

void ImportReport::info(std::string code, std::string text) {
    add({Severity::Info, std::move(code), "", {}, std::move(text), {}});
}

void ImportReport::add(Finding finding) {
    std::size_t none = 0;
    std::size_t& count = finding.severity == Severity::Error     ? m_errors
                         : finding.severity == Severity::Warning ? m_warnings
                                                                 : none;
    if (++count <= m_limit)
        m_findings.push_back(std::move(finding));
}

std::vector<Finding> ImportReport::take() {
    if (isFull())
        m_findings.push_back({Severity::Error,
                              "too-many-problems",
                              "",
                              {},
                              fmt::format("stopped after {} errors", m_limit),
                              "correct these first"});
    if (m_warnings > m_limit)
        m_findings.push_back({Severity::Warning,
                              "more-warnings",
                              "",
                              {},
                              fmt::format("{} more warnings are not shown", m_warnings - m_limit),
                              {}});
    return std::move(m_findings);
}

void checkText(std::string_view text, std::size_t limit, ImportReport& report) {
    if (text.size() > limit)
        return report.error("file-too-large", 1,
                            fmt::format("the file has {} bytes; the limit is {}", text.size(), limit),
                            "split it into several datasets");
    if (isUtf16(text))
        return report.error("encoding", 1, "line 1, byte 1: the file is UTF-16, not UTF-8",
                            "convert the file first: iconv -f UTF-16 -t UTF-8 OLD > NEW");
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        const auto [line, byte] = placeAt(text, nul);
        return report.error("nul-byte", line, fmt::format("line {}, byte {}: a NUL byte", line, byte),
                            "this is not a text file, or it is UTF-16 (iconv -f UTF-16LE -t UTF-8) or damaged");
    }
    if (!text::isValidUtf8(text))
        return reportMalformed(text, report);
    if (text.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string_view::npos)
        report.error("empty", 1, "the file is empty", "give it a header and at least one case");
}

}  // namespace touchstone::eval
