// SPDX-License-Identifier: Apache-2.0

#include "yaml.h"

#include "text/utf8.h"

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

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

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
    // Where the last scalar in quotes or in block style begins.
    [[nodiscard]] const std::optional<YAML::Mark>& lastMarked() const { return m_lastMarked; }

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
        if (tag != "?")
            m_lastMarked = mark;
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
    std::optional<YAML::Mark> m_lastMarked;
    Json m_root;
};

Error notYaml(const YAML::Mark& mark, const std::string& message) {
    return {ErrorCode::InvalidArgument, "not valid YAML at " + at(mark) + ": " + message};
}

// The text from a mark on. yaml-cpp counts bytes and, from 0, lines and columns.
std::string_view textFrom(std::string_view text, const YAML::Mark& mark) {
    std::size_t begin = 0;
    for (int line = 0; line < mark.line; ++line) {
        const std::size_t end = text.find('\n', begin);
        if (end == std::string_view::npos)
            return {};
        begin = end + 1;
    }
    return text.substr(std::min(begin + static_cast<std::size_t>(mark.column), text.size()));
}

// Whether a scalar that begins in quotes ends in them too.
bool isClosed(std::string_view scalar) {
    const char quote = scalar.empty() ? '|' : scalar.front();
    if (quote != '"' && quote != '\'')
        return true;
    for (std::size_t at = 1; at < scalar.size(); ++at) {
        if (scalar[at] == '\\' && quote == '"') {
            ++at;
        } else if (scalar[at] == quote) {
            const bool isDoubled = quote == '\'' && scalar.substr(at + 1).starts_with(quote);
            if (!isDoubled)
                return true;
            ++at;
        }
    }
    return false;
}

// yaml-cpp takes the end of the text for the closing quote when a line end stands before it.
Result<void> requireClosedQuotes(std::string_view text, const std::optional<YAML::Mark>& begin) {
    if (begin && !isClosed(textFrom(text, *begin)))
        return notYaml(*begin, "the quote that opens here is never closed");
    return {};
}

// Only bytes that yaml-cpp reads one for one, or its places would not be ours.
Result<void> requireText(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const text::DecodedPoint point = text::decodeUtf8(text, at);
        if (!point.valid || text[at] == '\0')
            return Error{ErrorCode::InvalidArgument, "not valid YAML: byte " + std::to_string(at + 1) +
                                                         " is no UTF-8 text; save the file as UTF-8"};
        at += point.bytes;
    }
    return {};
}

}  // namespace

Result<Json> parseYaml(std::string_view text, const JsonLimits& limits) {
    if (text.size() > limits.bytes)
        return Error{ErrorCode::InvalidArgument, "YAML text of " + std::to_string(text.size()) +
                                                     " bytes is over the limit of " + std::to_string(limits.bytes)};
    TOUCHSTONE_TRY_VOID(requireText(text));
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
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
        TOUCHSTONE_TRY_VOID(requireClosedQuotes(text, builder.lastMarked()));
        if (problem.msg == YAML::ErrorMsg::EOF_IN_SCALAR && !text.ends_with('\n'))
            return parseYaml(std::string(text) + "\n", {limits.bytes + 1, limits.depth});  // to say where it opens
        return notYaml(problem.mark, problem.msg);
    }
    TOUCHSTONE_TRY_VOID(requireClosedQuotes(text, builder.lastMarked()));
    return builder.takeRoot();
}

}  // namespace touchstone::session
