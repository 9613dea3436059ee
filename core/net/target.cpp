// SPDX-License-Identifier: Apache-2.0

#include "target.h"

#include "ascii.h"
#include "net/curl_transport.h"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

namespace touchstone::net {
namespace {

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Error refuse(std::string message) {
    return Error{ErrorCode::InvalidArgument, std::move(message)};
}

std::string partOf(const UrlHandle& url, CURLUPart part) {
    char* text = nullptr;
    if (curl_url_get(url.get(), part, &text, 0) != CURLUE_OK)
        return {};
    std::string value(text);
    curl_free(text);
    return value;
}

// libcurl writes every spelling of an IPv4 address (octal, hexadecimal, one number) as four decimal numbers, and
// gives "localhost" the loopback addresses without asking a name server.
bool isLoopbackHost(std::string_view host) {
    if (host == "[::1]" || equalsIgnoringCase(host, "localhost"))
        return true;
    const auto isAddressCharacter = [](char c) { return isDigit(c) || c == '.'; };
    return host.starts_with("127.") && std::ranges::count(host, '.') == 3 &&
           std::ranges::all_of(host, isAddressCharacter);
}

// RFC 9110 section 5.6.2
bool isToken(std::string_view text) {
    static constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
    const auto isTokenCharacter = [](char c) {
        const char lower = toLowerAscii(c);
        return isDigit(c) || (lower >= 'a' && lower <= 'z') || kMarks.find(c) != std::string_view::npos;
    };
    return !text.empty() && std::ranges::all_of(text, isTokenCharacter);
}

bool isFieldValue(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == '\x7f'; });
}

Result<void> checkFields(const Request& request) {
    if (!isToken(request.method))
        return refuse("the HTTP method is not a word of letters");
    for (const Header& header : request.headers) {
        if (!isToken(header.name))
            return refuse("a header name holds a character that HTTP does not allow there");
        if (!isFieldValue(header.value))
            return refuse("the value of the header " + header.name +
                          " holds a line break or another control character; if it is a key, copy it again");
    }
    return {};
}

}  // namespace

Result<Target> checkRequest(const Request& request, std::span<const std::string> plainHttpHosts) {
    TOUCHSTONE_TRY_VOID(checkFields(request));
    const UrlHandle url(curl_url(), curl_url_cleanup);
    if (!url)
        return refuse("out of memory while reading a URL");
    const CURLUcode status = curl_url_set(url.get(), CURLUPART_URL, request.url.c_str(), CURLU_DISALLOW_USER);
    if (status == CURLUE_USER_NOT_ALLOWED)
        return refuse("the URL holds a user name or password; give credentials in a header instead");
    if (status != CURLUE_OK || request.url.find('\0') != std::string::npos)
        return refuse("not a URL that can be called (" + std::string(curl_url_strerror(status)) +
                      "); it should look like https://host/path");
    const std::string scheme = partOf(url, CURLUPART_SCHEME);
    Target target;
    target.host = partOf(url, CURLUPART_HOST);
    target.isLoopback = isLoopbackHost(target.host);
    if (scheme != "https" && scheme != "http")
        return refuse("the URL of " + target.host + " starts with " + scheme + "://; only https and http are spoken");
    const auto isTarget = [&target](const std::string& host) { return equalsIgnoringCase(host, target.host); };
    if (scheme == "http" && !target.isLoopback && std::ranges::none_of(plainHttpHosts, isTarget))
        return refuse("plain http to " + target.host +
                      " would show keys and prompts to everybody on the way; use https, or, if you trust the network "
                      "in between, set " +
                      kPlainHttpVariable + "=" + target.host + " in the environment");
    return target;
}

}  // namespace touchstone::net
