// SPDX-License-Identifier: Apache-2.0
//
// Collects what an import finds, up to a limit, and checks what every text file must keep.

#pragma once

#include "base/finding.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::eval {

class ImportReport {
public:
    explicit ImportReport(std::size_t limit) : m_limit(limit) {}

    void error(std::string code, std::size_t line, std::string text, std::string suggestion);
    void warning(std::string code, std::size_t line, std::string text, std::string suggestion);
    void info(std::string code, std::string text);
    void add(Finding finding);

    [[nodiscard]] bool hasErrors() const { return m_errors > 0; }
    // No further finding will be kept; the import may stop.
    [[nodiscard]] bool isFull() const { return m_errors >= m_limit; }
    [[nodiscard]] std::vector<Finding> take();

private:
    std::size_t m_limit;
    std::size_t m_errors = 0;
    std::size_t m_warnings = 0;
    std::vector<Finding> m_findings;
};

// Reports a text that is empty, over the limit, of another encoding than UTF-8, or holds NUL bytes.
void checkText(std::string_view text, std::size_t limit, ImportReport& report);

}  // namespace touchstone::eval
