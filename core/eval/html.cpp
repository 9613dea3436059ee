// SPDX-License-Identifier: Apache-2.0

#include "html.h"

namespace touchstone::eval {

std::string escaped(std::string_view text) {
    std::string html;
    html.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t')
                    html += "\uFFFD";  // a control character: no HTML may hold it
                else
                    html += c;
        }
    }
    return html;
}

}  // namespace touchstone::eval
