// SPDX-License-Identifier: Apache-2.0

#include "provider/model_list.h"

#include "openai_error.h"
#include "openai_request.h"

#include <utility>

namespace touchstone::provider {
namespace {

constexpr std::size_t kLargestAnswer = 8U << 20U;
constexpr std::size_t kLongestModelName = 256;
constexpr net::Deadlines kDeadlines{.connect = std::chrono::seconds(10),
                                    .firstByte = std::chrono::seconds(15),
                                    .idle = std::chrono::seconds(10),
                                    .total = std::chrono::seconds(30)};

ErrorCode codeOf(FailureKind kind) {
    switch (kind) {
        case FailureKind::Unauthorized:
            return ErrorCode::PermissionDenied;
        case FailureKind::RateLimited:
        case FailureKind::QuotaSpent:
            return ErrorCode::RateLimited;
        case FailureKind::Timeout:
            return ErrorCode::Timeout;
        case FailureKind::Cancelled:
            return ErrorCode::Cancelled;
        case FailureKind::BadRequest:
            return ErrorCode::InvalidArgument;
        default:
            return ErrorCode::Unavailable;
    }
}

Error toError(const Failure& failure) {
    return {codeOf(failure.kind), failure.message, failure.providerText};
}

Error noModelList(const OpenAiOptions& options) {
    return {ErrorCode::Unsupported, options.name +
                                        " answers, but not with a list of models; check that the base URL is that of "
                                        "an OpenAI-compatible API (it often ends in /v1)"};
}

Result<std::vector<std::string>> readModels(std::string_view body, const OpenAiOptions& options) {
    const auto answer = parseJson(body);
    const Json* list = answer.ok() ? memberAt(answer.value(), "data") : nullptr;
    if (!list || !list->is_array())
        return noModelList(options);
    std::vector<std::string> ids;
    for (const Json& model : *list)
        if (const std::string id = safeProviderText(stringAt(model, "id"), options.apiKey);
            !id.empty() && id.size() <= kLongestModelName && ids.size() < kMostModels)
            ids.push_back(id);
    return ids;
}

Result<ModelList> readAnswer(const net::Response& response, const OpenAiOptions& options, const Clock& clock) {
    if (response.failure && (response.head.status == 0 || response.failure->kind == net::FailureKind::Cancelled))
        return toError(toFailure(*response.failure));
    if (response.head.status == 404)
        return noModelList(options);
    if (response.head.status != 200)
        return toError(openAiFailure(response.head, response.body, options, clock.wallNow()));
    if (response.failure)
        return toError(toFailure(*response.failure));
    ModelList models;
    TOUCHSTONE_TRY(models.ids, readModels(response.body, options));
    return models;
}

}  // namespace

void listModels(OpenAiOptions options, net::Transport& transport, const Clock& clock, std::stop_token stop,
                OnModels onModels) {
    net::Request request = openAiModelsRequest(options);
    request.deadlines = kDeadlines;
    request.limits.bodyBytes = kLargestAnswer;
    const auto start = clock.monoNow();
    net::sendAndCollect(
        transport, std::move(request), std::move(stop),
        [options = std::move(options), onModels = std::move(onModels), start, &clock](const net::Response& response) {
            auto models = readAnswer(response, options, clock);
            if (models.ok())
                models->latency = std::chrono::duration_cast<std::chrono::milliseconds>(clock.monoNow() - start);
            onModels(std::move(models));
        });
}

}  // namespace touchstone::provider
