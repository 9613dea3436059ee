// SPDX-License-Identifier: Apache-2.0

#include "trace/trace.h"

namespace touchstone::trace {

std::string_view toString(SpanStatus status) {
    switch (status) {
        case SpanStatus::Ok:
            return "ok";
        case SpanStatus::Error:
            return "error";
        case SpanStatus::Cancelled:
            return "cancelled";
    }
    return "ok";
}

std::string_view toString(Status status) {
    switch (status) {
        case Status::Ok:
            return "ok";
        case Status::Invalid:
            return "invalid";
        case Status::Blocked:
            return "blocked";
        case Status::Failed:
            return "failed";
        case Status::Cancelled:
            return "cancelled";
    }
    return "failed";
}

std::string_view toString(Origin origin) {
    switch (origin) {
        case Origin::Try:
            return "try";
        case Origin::Experiment:
            return "experiment";
        case Origin::Production:
            return "production";
        case Origin::Replay:
            return "replay";
    }
    return "try";
}

std::string_view toString(Thumb thumb) {
    switch (thumb) {
        case Thumb::None:
            return "none";
        case Thumb::Up:
            return "up";
        case Thumb::Down:
            return "down";
    }
    return "none";
}

std::optional<SpanStatus> parseSpanStatus(std::string_view text) {
    for (const SpanStatus status : {SpanStatus::Ok, SpanStatus::Error, SpanStatus::Cancelled})
        if (text == toString(status))
            return status;
    return std::nullopt;
}

std::optional<Status> parseStatus(std::string_view text) {
    for (const Status status : {Status::Ok, Status::Invalid, Status::Blocked, Status::Failed, Status::Cancelled})
        if (text == toString(status))
            return status;
    return std::nullopt;
}

std::optional<Origin> parseOrigin(std::string_view text) {
    for (const Origin origin : {Origin::Try, Origin::Experiment, Origin::Production, Origin::Replay})
        if (text == toString(origin))
            return origin;
    return std::nullopt;
}

std::optional<Thumb> parseThumb(std::string_view text) {
    for (const Thumb thumb : {Thumb::None, Thumb::Up, Thumb::Down})
        if (text == toString(thumb))
            return thumb;
    return std::nullopt;
}

}  // namespace touchstone::trace
