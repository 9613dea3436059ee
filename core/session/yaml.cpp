// SPDX-License-Identifier: Apache-2.0

#include "yaml.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <charconv>
#include <cmath>
#include <optional>
#include <sstream>
#include <unordered_set>

namespace touchstone::session {
namespace {

// Stops the parse with a message and a place.
struct Refusal {
    YAML::Mark mark;
    std::string message;
};

std::string at(const YAML::Mark& mark) {
    return "line " + std::to_string(mark.line + 1) + ", column " + std::to_string(mark.column + 1);
}

// A scalar without quotes and tag, by the core schema of YAML 1.2 (section 10.3.2).
Json plainScalar(const std::string& text) {
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return nullptr;
    if (text == "true" || text == "True" || text == "TRUE")
        return true;
    if (text == "false" || text == "False" || text == "FALSE")
        return false;
    const bool plus = text.front() == '+' && text.size() > 1 && text[1] != '-';
    const char* begin = text.data() + (plus ? 1 : 0);
    const char* end = text.data() + text.size();
    std::int64_t integer = 0;
    if (const auto read = std::from_chars(begin, end, integer); read.ec == std::errc() && read.ptr == end)
        return integer;
    double number = 0;
    if (const auto read = std::from_chars(begin, end, number);
        read.ec == std::errc() && read.ptr == end && std::isfinite(number))
        return number;
    return text;
}

// Builds the value from the parser's events, under the limits.
class Builder final : public YAML::EventHandler {
public:
    explicit Builder(std::size_t depthLimit) : m_depthLimit(depthLimit) {}

    [[nodiscard]] Json takeRoot() { return std::move(m_root); }

    void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        if (isKeyNext())
            throw Refusal{mark, "keys must be plain text"};
        add(mark, anchor, nullptr);
    }

    void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
        throw Refusal{mark, "aliases are not supported; write the value out"};
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        if (isKeyNext()) {
            refuseMarks(mark, tag, anchor);
            takeKey(mark, value);
            return;
        }
        refuseMarks(mark, tag, anchor);
        add(mark, anchor, tag == "?" ? plainScalar(value) : Json(value));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Json::array());
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override {
        open(mark, tag, anchor, Json::object());
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        YAML::Mark mark;
        Json value;
        std::optional<std::string> key = {};
        std::unordered_set<std::string> keys = {};
    };

    // yaml-cpp's tag is "?" for a plain scalar or collection and "!" for a quoted scalar.
    static void refuseMarks(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
        if (anchor != 0)
            throw Refusal{mark, "anchors are not supported; write the value out"};
        if (!tag.empty() && tag != "?" && tag != "!")
            throw Refusal{mark, "the tag " + tag + " is not supported"};
    }

    [[nodiscard]] bool isKeyNext() const {
        return !m_stack.empty() && m_stack.back().value.is_object() && !m_stack.back().key;
    }

    void takeKey(const YAML::Mark& mark, const std::string& key) {
        if (!m_stack.back().keys.insert(key).second)
            throw Refusal{mark, "the key '" + key + "' appears twice in one mapping"};
        m_stack.back().key = key;
    }

    void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, Json empty) {
        refuseMarks(mark, tag, anchor);
        if (isKeyNext())
            throw Refusal{mark, "keys must be plain text"};
        if (m_stack.size() >= m_depthLimit)
            throw Refusal{mark, "nested deeper than " + std::to_string(m_depthLimit) + " levels"};
        m_stack.push_back({mark, std::move(empty)});
    }

    void close() {
        Open done = std::move(m_stack.back());
        m_stack.pop_back();
        add(done.mark, 0, std::move(done.value));
    }

    void add(const YAML::Mark& mark, YAML::anchor_t anchor, Json value) {
        if (anchor != 0)
            throw Refusal{mark, "anchors are not supported; write the value out"};
        if (m_stack.empty()) {
            m_root = std::move(value);
        } else if (Open& top = m_stack.back(); top.value.is_array()) {
            top.value.push_back(std::move(value));
        } else {
            // Uniqueness is known, so append: operator[] would search the whole object again.
            top.value.get_ref<Json::object_t&>().Container::emplace_back(*std::move(top.key), std::move(value));
            top.key.reset();
        }
    }

    using Container = Json::object_t::Container;

    std::size_t m_depthLimit;
    std::vector<Open> m_stack;
    Json m_root;
};

Error notYaml(const YAML::Mark& mark, const std::string& message) {
    return {ErrorCode::InvalidArgument, "not valid YAML at " + at(mark) + ": " + message};
}

}  // namespace

Result<Json> parseYaml(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return Error{ErrorCode::InvalidArgument, "YAML text of " + std::to_string(text.size()) +
                                                     " bytes is over the limit of " + std::to_string(limits.bytes)};
    std::istringstream stream{std::string(text)};
    Builder builder(limits.depth);
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return Error{ErrorCode::InvalidArgument, "the YAML text is empty"};
        if (parser)
            return Error{ErrorCode::InvalidArgument, "the YAML text holds more than one document"};
    } catch (const Refusal& refusal) {
        return notYaml(refusal.mark, refusal.message);
    } catch (const YAML::Exception& problem) {
        return notYaml(problem.mark, problem.msg);
    }
    return builder.takeRoot();
}

}  // namespace touchstone::session
