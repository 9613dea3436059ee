// SPDX-License-Identifier: Apache-2.0

#include "net/transport.h"

#include "ascii.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace touchstone::net {
namespace {

ErrorCode codeOf(FailureKind kind) {
    switch (kind) {
        case FailureKind::InvalidRequest:
            return ErrorCode::InvalidArgument;
        case FailureKind::Timeout:
            return ErrorCode::Timeout;
        case FailureKind::BadResponse:
        case FailureKind::TooLarge:
            return ErrorCode::Corrupt;
        case FailureKind::Cancelled:
            return ErrorCode::Cancelled;
        case FailureKind::Resolve:
        case FailureKind::Connect:
        case FailureKind::Tls:
        case FailureKind::Interrupted:
            return ErrorCode::Unavailable;
    }
    return ErrorCode::Internal;
}

}  // namespace

std::optional<std::string_view> findHeader(const Headers& headers, std::string_view name) {
    const auto found =
        std::ranges::find_if(headers, [name](const Header& header) { return equalsIgnoringCase(header.name, name); });
    if (found == headers.end())
        return std::nullopt;
    return found->value;
}

std::string_view toString(FailureKind kind) {
    switch (kind) {
        case FailureKind::InvalidRequest:
            return "invalid-request";
        case FailureKind::Resolve:
            return "resolve";
        case FailureKind::Connect:
            return "connect";
        case FailureKind::Tls:
            return "tls";
        case FailureKind::Timeout:
            return "timeout";
        case FailureKind::Interrupted:
            return "interrupted";
        case FailureKind::TooLarge:
            return "too-large";
        case FailureKind::BadResponse:
            return "bad-response";
        case FailureKind::Cancelled:
            return "cancelled";
    }
    return "unknown";
}

std::string_view toString(Deadline deadline) {
    switch (deadline) {
        case Deadline::Connect:
            return "connect";
        case Deadline::FirstByte:
            return "first-byte";
        case Deadline::Idle:
            return "idle";
        case Deadline::Total:
            return "total";
    }
    return "unknown";
}

Error toError(const TransportFailure& failure) {
    return Error{codeOf(failure.kind), failure.message, std::string(toString(failure.kind))};
}

void sendAndCollect(Transport& transport, Request request, std::stop_token stop,
                    std::function<void(Response)> onResponse) {
    const auto response = std::make_shared<Response>();
    transport.send(
        std::move(request), std::move(stop), [response](const Head& head) { response->head = head; },
        [response](std::string_view bytes) { response->body += bytes; },
        [response, onResponse = std::move(onResponse)](const std::optional<TransportFailure>& failure) {
            response->failure = failure;
            onResponse(std::move(*response));
        });
}

}  // namespace touchstone::net
