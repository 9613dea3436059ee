// SPDX-License-Identifier: Apache-2.0

#include "base/json.h"

#include <charconv>
#include <cmath>
#include <unordered_set>

namespace touchstone {
namespace {

// Builds the value while it enforces the policy; nlohmann's own DOM builder has neither a depth limit nor a check
// for duplicate keys.
class PolicyBuilder final : public nlohmann::json_sax<Json> {
public:
    explicit PolicyBuilder(std::size_t depthLimit) : m_depthLimit(depthLimit) {}

    [[nodiscard]] Json takeRoot() { return std::move(m_root); }
    [[nodiscard]] const std::string& complaint() const { return m_complaint; }
    [[nodiscard]] std::size_t errorOffset() const { return m_errorOffset; }

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& /*value*/) override { return refuse("binary values are not JSON"); }

    bool number_float(number_float_t value, const string_t& source) override {
        if (!std::isfinite(value))
            return refuse("the number " + source.substr(0, 40) + " is too large");
        return add(value);
    }

    bool start_object(std::size_t /*size*/) override { return open(Json::object()); }
    bool start_array(std::size_t /*size*/) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        if (!m_stack.back().keys.insert(value).second)
            return refuse("the key \"" + value.substr(0, 80) + "\" appears twice in one object");
        m_stack.back().key = std::move(value);
        return true;
    }

    bool parse_error(std::size_t position, const std::string& lastToken,
                     const nlohmann::detail::exception& problem) override {
        m_errorOffset = position;
        constexpr int kNumberOutOfRange = 406;
        if (problem.id == kNumberOutOfRange)
            return refuse("the number " + lastToken.substr(0, 40) + " is too large");
        const std::string text = problem.what();
        const auto colon = text.rfind("; ");
        m_complaint = colon == std::string::npos ? "unexpected text near '" + lastToken.substr(0, 40) + "'"
                                                 : text.substr(colon + 2);
        return false;
    }

private:
    struct Open {
        Json value;
        std::string key;
        std::unordered_set<std::string> keys;
    };

    bool refuse(std::string complaint) {
        m_complaint = std::move(complaint);
        return false;
    }

    bool open(Json empty) {
        if (m_stack.size() >= m_depthLimit)
            return refuse("nested deeper than " + std::to_string(m_depthLimit) + " levels");
        m_stack.push_back({std::move(empty), {}, {}});
        return true;
    }

    bool close() {
        Json done = std::move(m_stack.back().value);
        m_stack.pop_back();
        return add(std::move(done));
    }

    bool add(Json value) {
        if (m_stack.empty()) {
            m_root = std::move(value);
            return true;
        }
        Open& top = m_stack.back();
        if (top.value.is_object())
            // Uniqueness is known, so append: emplace would search the whole object again.
            top.value.get_ref<Json::object_t&>().Container::emplace_back(std::move(top.key), std::move(value));
        else
            top.value.push_back(std::move(value));
        return true;
    }

    using Container = Json::object_t::Container;

    std::size_t m_depthLimit;
    std::vector<Open> m_stack;
    Json m_root;
    std::string m_complaint;
    std::size_t m_errorOffset = 0;
};

std::string lineAndColumn(std::string_view text, std::size_t offset) {
    std::size_t line = 1;
    std::size_t column = 1;
    for (std::size_t i = 0; i < std::min(offset > 0 ? offset - 1 : 0, text.size()); ++i) {
        if (text[i] == '\n') {
            ++line;
            column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++column;
        }
    }
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return Error{ErrorCode::InvalidArgument, "JSON text of " + std::to_string(text.size()) +
                                                     " bytes is over the limit of " + std::to_string(limits.bytes)};
    if (text.starts_with("\xEF\xBB\xBF"))
        return Error{ErrorCode::InvalidArgument, "JSON text starts with a byte order mark; save it as plain UTF-8"};
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)  // the lexer would take it for the end
        return Error{ErrorCode::InvalidArgument,
                     "not valid JSON at " + lineAndColumn(text, nul + 1) + ": a NUL byte stands in the text"};
    PolicyBuilder builder(limits.depth);
    if (Json::sax_parse(text.begin(), text.end(), &builder))
        return builder.takeRoot();
    const std::string where = builder.errorOffset() > 0 ? " at " + lineAndColumn(text, builder.errorOffset()) : "";
    return Error{ErrorCode::InvalidArgument, "not valid JSON" + where + ": " + builder.complaint()};
}

bool jsonEqual(const Json& a, const Json& b) {
    if (a.is_object() && b.is_object()) {
        if (a.size() != b.size())
            return false;
        for (const auto& [key, value] : a.items()) {
            const auto other = b.find(key);
            if (other == b.end() || !jsonEqual(value, *other))
                return false;
        }
        return true;
    }
    if (a.is_array() && b.is_array()) {
        if (a.size() != b.size())
            return false;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (!jsonEqual(a[i], b[i]))
                return false;
        return true;
    }
    return a == b;
}

std::string toText(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string toPrettyText(const Json& value) {
    return value.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string childPointer(std::string_view parent, std::string_view key) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : key) {
        if (c == '~')
            pointer += "~0";
        else if (c == '/')
            pointer += "~1";
        else
            pointer += c;
    }
    return pointer;
}

std::string childPointer(std::string_view parent, std::size_t index) {
    return std::string(parent) + "/" + std::to_string(index);
}

const Json* resolvePointer(const Json& root, std::string_view pointer) {
    const Json* here = &root;
    while (!pointer.empty()) {
        if (pointer.front() != '/')
            return nullptr;
        pointer.remove_prefix(1);
        std::string token;
        while (!pointer.empty() && pointer.front() != '/') {
            char c = pointer.front();
            pointer.remove_prefix(1);
            if (c == '~') {
                if (pointer.empty() || (pointer.front() != '0' && pointer.front() != '1'))
                    return nullptr;
                c = pointer.front() == '0' ? '~' : '/';
                pointer.remove_prefix(1);
            }
            token += c;
        }
        if (here->is_object()) {
            const auto found = here->find(token);
            if (found == here->end())
                return nullptr;
            here = &*found;
        } else if (here->is_array()) {
            std::size_t index = 0;
            const auto [end, status] = std::from_chars(token.data(), token.data() + token.size(), index);
            if (status != std::errc() || end != token.data() + token.size() || index >= here->size() ||
                (token.size() > 1 && token.front() == '0'))
                return nullptr;
            here = &(*here)[index];
        } else {
            return nullptr;
        }
    }
    return here;
}

const Json* memberAt(const Json& object, std::string_view key) {
    if (!object.is_object())
        return nullptr;
    for (const auto& member : object.get_ref<const Json::object_t&>())
        if (member.first == key)
            return &member.second;
    return nullptr;
}

std::string stringAt(const Json& object, std::string_view key, std::string_view fallback) {
    const Json* member = memberAt(object, key);
    return member && member->is_string() ? member->get_ref<const std::string&>() : std::string(fallback);
}

double numberAt(const Json& object, std::string_view key, double fallback) {
    const Json* member = memberAt(object, key);
    return member && member->is_number() ? member->get<double>() : fallback;
}

std::int64_t integerAt(const Json& object, std::string_view key, std::int64_t fallback) {
    constexpr double kExact = 9007199254740992.0;  // 2^53: up to here every integer is a double of its own
    const Json* member = memberAt(object, key);
    if (!member || !member->is_number())
        return fallback;
    if (member->is_number_integer())
        return member->get<std::int64_t>();
    const double number = member->get<double>();
    return std::abs(number) <= kExact && std::trunc(number) == number ? static_cast<std::int64_t>(number) : fallback;
}

bool boolAt(const Json& object, std::string_view key, bool fallback) {
    const Json* member = memberAt(object, key);
    return member && member->is_boolean() ? member->get<bool>() : fallback;
}

}  // namespace touchstone
