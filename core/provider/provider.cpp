// SPDX-License-Identifier: Apache-2.0

#include "provider/provider.h"

namespace touchstone::provider {

std::string_view toString(Finish finish) {
    switch (finish) {
        case Finish::Stop:
            return "stop";
        case Finish::Length:
            return "length";
        case Finish::ContentFilter:
            return "content_filter";
    }
    return "stop";
}

std::string_view toString(FailureKind kind) {
    switch (kind) {
        case FailureKind::Unauthorized:
            return "unauthorized";
        case FailureKind::ModelNotFound:
            return "model_not_found";
        case FailureKind::BadRequest:
            return "bad_request";
        case FailureKind::ContextTooLong:
            return "context_too_long";
        case FailureKind::ContentFilter:
            return "content_filter";
        case FailureKind::RateLimited:
            return "rate_limited";
        case FailureKind::QuotaSpent:
            return "quota_spent";
        case FailureKind::Server:
            return "server";
        case FailureKind::Network:
            return "network";
        case FailureKind::Timeout:
            return "timeout";
        case FailureKind::Interrupted:
            return "interrupted";
        case FailureKind::Malformed:
            return "malformed";
        case FailureKind::NotRecorded:
            return "not_recorded";
        case FailureKind::Cancelled:
            return "cancelled";
    }
    return "server";
}

}  // namespace touchstone::provider
