// SPDX-License-Identifier: Apache-2.0

#include "optional_inputs.h"

#include <algorithm>

namespace touchstone::workflow {
namespace {

bool isRequired(const Json& schema, std::string_view name) {
    const Json* required = memberAt(schema, "required");
    return required && required->is_array() && std::find(required->begin(), required->end(), name) != required->end();
}

}  // namespace

std::optional<std::string> absentPart(const Json& schema, std::string_view path, std::size_t certain,
                                      std::size_t needed) {
    const Json* object = &schema;
    std::size_t end = 0;
    for (std::size_t part = 0; part < needed; ++part) {
        const std::size_t begin = part == 0 ? 0 : end + 1;
        end = std::min(path.find('.', begin), path.size());
        const std::string_view name = path.substr(begin, end - begin);
        const Json* properties = memberAt(*object, "properties");
        const Json* property = properties ? memberAt(*properties, name) : nullptr;
        if (!property)
            return std::nullopt;
        const bool filledIn = part == 0 && memberAt(*property, "default");
        if (part >= certain && !filledIn && !isRequired(*object, name))
            return std::string(path.substr(0, end));
        object = property;
    }
    return std::nullopt;
}

}  // namespace touchstone::workflow
