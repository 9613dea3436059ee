// SPDX-License-Identifier: Apache-2.0

#include "curl_failure.h"

namespace touchstone::net {

FailureKind failureKindOf(CURLcode code, std::string_view said) {
    switch (code) {
        case CURLE_URL_MALFORMAT:
        case CURLE_BAD_FUNCTION_ARGUMENT:
            return FailureKind::InvalidRequest;
        case CURLE_COULDNT_RESOLVE_HOST:
        case CURLE_COULDNT_RESOLVE_PROXY:
            return FailureKind::Resolve;
        case CURLE_COULDNT_CONNECT:
        case CURLE_PROXY:
        case CURLE_INTERFACE_FAILED:
            return FailureKind::Connect;
        case CURLE_SSL_CONNECT_ERROR:
        case CURLE_PEER_FAILED_VERIFICATION:
        case CURLE_SSL_CACERT_BADFILE:
        case CURLE_SSL_CERTPROBLEM:
        case CURLE_SSL_CIPHER:
        case CURLE_SSL_CRL_BADFILE:
        case CURLE_SSL_ENGINE_INITFAILED:
        case CURLE_SSL_INVALIDCERTSTATUS:
        case CURLE_SSL_ISSUER_ERROR:
        case CURLE_SSL_CLIENTCERT:
        case CURLE_USE_SSL_FAILED:
            return FailureKind::Tls;
        case CURLE_FILESIZE_EXCEEDED:
        case CURLE_OUT_OF_MEMORY:  // libcurl's word for one header line without an end
            return FailureKind::TooLarge;
        case CURLE_WEIRD_SERVER_REPLY:
        case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9, that is: no HTTP at all
        case CURLE_BAD_CONTENT_ENCODING:
        case CURLE_HTTP2:
            return FailureKind::BadResponse;
        case CURLE_RECV_ERROR:
            return said.find("chunked-encoding") != std::string_view::npos ? FailureKind::BadResponse
                                                                           : FailureKind::Interrupted;
        default:
            return FailureKind::Interrupted;
    }
}

}  // namespace touchstone::net
