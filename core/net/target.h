// SPDX-License-Identifier: Apache-2.0
//
// Decides, before anything is sent, whether a request may be sent at all.

#pragma once

#include "net/transport.h"

#include <span>
#include <string>

namespace touchstone::net {

// Where a request goes, as libcurl itself reads the URL: no second parser that could see another host.
struct Target {
    std::string host;
    bool isLoopback = false;  // localhost, 127.0.0.0/8 or ::1, whatever their spelling
};

// Fails with InvalidArgument for URLs that are malformed, carry a user or password, are neither http nor https, or are
// plain http to a machine that is neither this one nor among `plainHttpHosts`; and for methods and headers that would
// break the request apart.
[[nodiscard]] Result<Target> checkRequest(const Request& request, std::span<const std::string> plainHttpHosts);

}  // namespace touchstone::net
