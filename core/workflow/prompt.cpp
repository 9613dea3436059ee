// SPDX-License-Identifier: Apache-2.0

#include "workflow/prompt.h"

namespace touchstone::workflow {

std::string_view toString(Role role) {
    switch (role) {
        case Role::System:
            return "system";
        case Role::User:
            return "user";
        case Role::Assistant:
            return "assistant";
    }
    return "user";
}

}  // namespace touchstone::workflow
