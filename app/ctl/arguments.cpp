// SPDX-License-Identifier: Apache-2.0

#include "arguments.h"

#include "session/files.h"

namespace touchstone::ctl {

Result<Json> readJsonFrom(const std::string& where, std::string_view text) {
    Result<Json> value = parseJson(text);
    if (!value.ok())
        return Error{value.error().code, where + ": " + value.error().message};
    return value;
}

Result<Json> readScorers(const std::string& argument) {
    if (argument.empty())
        return Json::array();
    std::string where = "--scorers";
    std::string text = argument;
    if (argument.starts_with('@')) {
        where = argument.substr(1);
        TOUCHSTONE_TRY(text, session::readFile(where));
    }
    TOUCHSTONE_TRY(Json scorers, readJsonFrom(where, text));
    if (!scorers.is_array())
        return Error{ErrorCode::InvalidArgument, where + R"(: scorers are a JSON list, such as [{"type":"label"}])"};
    return scorers;
}

}  // namespace touchstone::ctl
