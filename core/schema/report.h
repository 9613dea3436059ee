// SPDX-License-Identifier: Apache-2.0
//
// Where an evaluation stands in the value, and the problems it has found so far. One thread.

#pragma once

#include "schema/schema.h"

#include <string>
#include <vector>

namespace touchstone::schema {

// A part of the value being checked; lives on the stack of its evaluation.
struct ValuePlace {
    const Json& value;
    const ValuePlace* parent = nullptr;
    const std::string* key = nullptr;  // in an object
    std::size_t index = 0;             // in an array, when there is no key

    [[nodiscard]] std::string pointer() const;
};

class Report {
public:
    explicit Report(std::size_t limit) : m_limit(limit) {}

    [[nodiscard]] bool full() const { return m_problems.size() >= m_limit; }
    void add(Problem problem);
    // Takes over another report's problems.
    void append(Report&& other);

    [[nodiscard]] std::vector<Problem>& problems() { return m_problems; }
    [[nodiscard]] bool truncated() const { return m_truncated; }

private:
    std::size_t m_limit;
    std::vector<Problem> m_problems;
    bool m_truncated = false;
};

}  // namespace touchstone::schema
