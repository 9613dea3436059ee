// SPDX-License-Identifier: Apache-2.0

#include "report.h"

namespace touchstone::schema {

std::string ValuePlace::pointer() const {
    std::vector<const ValuePlace*> path;
    for (const ValuePlace* at = this; at->parent; at = at->parent)
        path.push_back(at);
    std::string text;
    for (auto at = path.rbegin(); at != path.rend(); ++at) {
        text += '/';
        if (!(*at)->key)
            text += std::to_string((*at)->index);
        else
            text += childPointer("", *(*at)->key).substr(1);
    }
    return text;
}

void Report::add(Problem problem) {
    if (full())
        m_truncated = true;
    else
        m_problems.push_back(std::move(problem));
}

void Report::append(Report&& other) {
    for (Problem& problem : other.m_problems)
        add(std::move(problem));
    m_truncated = m_truncated || other.m_truncated;
}

}  // namespace touchstone::schema
