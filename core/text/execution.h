// SPDX-License-Identifier: Apache-2.0
//
// Runs a program and turns what goes wrong into an Error: the border no exception of the engine crosses.

#pragma once

#include "base/result.h"
#include "jinja/evaluator.h"
#include "text/template.h"

#include <new>

namespace touchstone::text {

[[nodiscard]] Error toError(const jinja::RenderFailure& failure, std::string_view source);

template <class Value, class Work>
Result<Value> execute(const jinja::Program& program, const Json& variables, const RenderLimits& limits, Work work) {
    if (!variables.is_object())
        return Error{ErrorCode::InvalidArgument, "the variables of a template are a JSON object"};
    try {
        jinja::Run run(program.options, limits);
        jinja::Evaluator evaluator(run, program, variables);
        return work(run, evaluator);
    } catch (const jinja::RenderFailure& failure) {
        return toError(failure, program.source);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::InvalidArgument, "rendering needs more memory than there is", "size-limit"};
    }
}

}  // namespace touchstone::text
