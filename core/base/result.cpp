// SPDX-License-Identifier: Apache-2.0

#include "base/result.h"

#include <stdexcept>

namespace touchstone {

std::string_view toString(ErrorCode code) {
    switch (code) {
        case ErrorCode::InvalidArgument:
            return "invalid-argument";
        case ErrorCode::NotFound:
            return "not-found";
        case ErrorCode::AlreadyExists:
            return "already-exists";
        case ErrorCode::Conflict:
            return "conflict";
        case ErrorCode::PermissionDenied:
            return "permission-denied";
        case ErrorCode::PolicyRefused:
            return "policy-refused";
        case ErrorCode::RateLimited:
            return "rate-limited";
        case ErrorCode::Timeout:
            return "timeout";
        case ErrorCode::Unavailable:
            return "unavailable";
        case ErrorCode::Cancelled:
            return "cancelled";
        case ErrorCode::Corrupt:
            return "corrupt";
        case ErrorCode::Unsupported:
            return "unsupported";
        case ErrorCode::Internal:
            return "internal";
    }
    return "internal";
}

void failCheck(const char* condition, const char* why, const char* file, int line) {
    throw std::logic_error(std::string("broken promise: ") + why + " (" + condition + " at " + file + ":" +
                           std::to_string(line) + ")");
}

}  // namespace touchstone
