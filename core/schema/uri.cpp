// SPDX-License-Identifier: Apache-2.0

#include "uri.h"

#include <charconv>

namespace touchstone::schema {
namespace {

struct Parts {
    std::string_view scheme;     // with its colon
    std::string_view authority;  // with its slashes
    std::string_view path;
    std::string_view query;  // with its question mark
};

std::string_view takeFront(std::string_view& text, std::size_t count) {
    const std::string_view front = text.substr(0, count);
    text.remove_prefix(front.size());
    return front;
}

// RFC 3986 appendix B.
Parts split(std::string_view text) {
    Parts parts;
    text = text.substr(0, text.find('#'));
    if (const auto end = text.find_first_of(":/?"); end != std::string_view::npos && end > 0 && text[end] == ':')
        parts.scheme = takeFront(text, end + 1);
    if (text.starts_with("//"))
        parts.authority = takeFront(text, text.find_first_of("/?", 2));
    parts.path = takeFront(text, text.find('?'));
    parts.query = text;
    return parts;
}

// RFC 3986 section 5.2.4.
std::string withoutDots(std::string_view path) {
    std::string result;
    while (!path.empty()) {
        const std::string_view segment = takeFront(path, path.find('/', 1));
        if (segment == "/..") {
            result.erase(result.find_last_of('/') == std::string::npos ? 0 : result.find_last_of('/'));
            if (path.empty())
                result += '/';
        } else if (segment == "/.") {
            if (path.empty())
                result += '/';
        } else if (segment != "." && segment != "..") {
            result += segment;
        }
    }
    return result;
}

std::string merged(const Parts& base, std::string_view path) {
    if (!base.authority.empty() && base.path.empty())
        return "/" + std::string(path);
    const auto slash = base.path.rfind('/');
    return std::string(base.path.substr(0, slash == std::string_view::npos ? 0 : slash + 1)) + std::string(path);
}

std::string joined(std::string_view scheme, std::string_view authority, std::string_view path, std::string_view query) {
    std::string uri;
    for (const std::string_view part : {scheme, authority, path, query})
        uri += part;
    return uri;
}

}  // namespace

std::string resolveUri(std::string_view base, std::string_view reference) {
    const Parts from = split(base);
    const Parts to = split(reference);
    if (!to.scheme.empty())
        return joined(to.scheme, to.authority, withoutDots(to.path), to.query);
    if (!to.authority.empty())
        return joined(from.scheme, to.authority, withoutDots(to.path), to.query);
    if (to.path.empty())
        return joined(from.scheme, from.authority, from.path, to.query.empty() ? from.query : to.query);
    const std::string path = to.path.starts_with('/') ? std::string(to.path) : merged(from, to.path);
    return joined(from.scheme, from.authority, withoutDots(path), to.query);
}

bool hasFragment(std::string_view reference) {
    const auto hash = reference.find('#');
    return hash != std::string_view::npos && hash + 1 < reference.size();
}

std::string fragmentOf(std::string_view reference) {
    const auto hash = reference.find('#');
    std::string decoded;
    for (std::size_t i = hash; i != std::string_view::npos && ++i < reference.size();) {
        unsigned char byte = 0;
        const char* digits = reference.data() + i + 1;
        const bool escaped = reference[i] == '%' && i + 2 < reference.size() &&
                             std::from_chars(digits, digits + 2, byte, 16).ptr == digits + 2;
        decoded += escaped ? static_cast<char>(byte) : reference[i];
        i += escaped ? 2 : 0;
    }
    return decoded;
}

}  // namespace touchstone::schema
