// SPDX-License-Identifier: Apache-2.0
//
// What libcurl's error codes mean to us.

#pragma once

#include "net/transport.h"

#include <curl/curl.h>

#include <string_view>

namespace touchstone::net {

// `said` is libcurl's own text, which tells apart what shares a code.
[[nodiscard]] FailureKind failureKindOf(CURLcode code, std::string_view said);

}  // namespace touchstone::net
