// SPDX-License-Identifier: Apache-2.0

#include "moment.h"

#include "session/moment.h"

namespace touchstone::ctl {

Result<WallTime> parseMoment(const std::string& option, const std::string& text, WallTime now) {
    if (const auto moment = session::parseMoment(text, now))
        return *moment;
    return Error{ErrorCode::InvalidArgument, option +
                                                 " is a time such as 2026-11-23, 2026-11-23T16:30 (UTC), or 30m, "
                                                 "12h, 7d ago, not '" +
                                                 text + "'"};
}

}  // namespace touchstone::ctl
