// SPDX-License-Identifier: Apache-2.0

#include "printf_format.h"

#include "ops.h"
#include "printing.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace touchstone::text::jinja {

namespace {

struct Directive {
    bool left = false;
    bool zero = false;
    bool plus = false;
    bool blank = false;
    bool alternate = false;
    std::size_t width = 0;
    std::optional<std::size_t> precision;
    char type = '\0';
};

class Formatter {
public:
    Formatter(Run& run, std::string_view format, std::span<const Value> values)
        : m_run(run), m_format(format), m_values(values), m_writer(run, m_text) {}

    std::string text() {
        while (m_at < m_format.size()) {
            const std::size_t percent = std::min(m_format.find('%', m_at), m_format.size());
            m_writer.put(m_format.substr(m_at, percent - m_at));
            m_at = percent + 1;
            if (percent < m_format.size())
                directive();
        }
        if (m_used < m_values.size())
            m_run.fail(FailureKind::Type, "format was given more values than its text uses");
        return std::move(m_text);
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_format.size() ? m_format[m_at] : '\0'; }

    std::size_t number() {
        constexpr std::size_t kMax = 10'000;
        std::size_t value = 0;
        for (; peek() >= '0' && peek() <= '9'; ++m_at) {
            value = value * 10 + static_cast<std::size_t>(peek() - '0');
            if (value > kMax)
                m_run.fail(FailureKind::SizeLimit, "format pads to at most 10000 characters");
        }
        return value;
    }

    void directive() {
        Directive one;
        for (;; ++m_at) {
            const char c = peek();
            one.left = one.left || c == '-';
            one.zero = one.zero || c == '0';
            one.plus = one.plus || c == '+';
            one.blank = one.blank || c == ' ';
            one.alternate = one.alternate || c == '#';
            if (c != '-' && c != '0' && c != '+' && c != ' ' && c != '#')
                break;
        }
        one.width = number();
        if (peek() == '.') {
            ++m_at;
            one.precision = number();
        }
        if (peek() == '\0')
            m_run.fail(FailureKind::Value, "the format ends inside a directive; write %% for a percent sign");
        one.type = m_format[m_at++];
        if (one.type == '%')
            return m_writer.put("%");
        print(one, take());
    }

    const Value& take() {
        if (m_used == m_values.size())
            m_run.fail(FailureKind::Type, "format was given fewer values than its text uses");
        requireDefined(m_run, m_values[m_used]);
        return m_values[m_used++];
    }

    void print(const Directive& one, const Value& value) {
        switch (one.type) {
            case 's':
                return padText(one, pythonText(m_run, value).text());
            case 'r':
            case 'a': {
                std::string text;
                Writer writer(m_run, text);
                printRepr(writer, value);
                return padText(one, text);
            }
            case 'c':
                return character(one, value);
            case 'd':
            case 'i':
            case 'u':
            case 'x':
            case 'X':
            case 'o':
                return integer(one, value);
            case 'e':
            case 'E':
            case 'f':
            case 'F':
            case 'g':
            case 'G':
                return floating(one, value);
            default:
                m_run.fail(FailureKind::Value, std::string("format does not know %") + one.type);
        }
    }

    [[noreturn]] void failType(const Directive& one, std::string_view wanted, const Value& value) const {
        std::string message = "format needs ";
        message.append(wanted).append(" for %").append(1, one.type).append(", not ").append(describe(value));
        m_run.fail(FailureKind::Type, std::move(message));
    }

    void padText(const Directive& one, std::string_view text) {
        if (one.precision)
            text = text.substr(0, offsetOfCodePoint(text, *one.precision));
        pad(one, "", text, false);
    }

    void pad(const Directive& one, std::string_view sign, std::string_view body, bool numeric) {
        const std::size_t size = sign.size() + countCodePoints(body);
        const std::size_t room = one.width > size ? one.width - size : 0;
        const bool zeros = numeric && one.zero && !one.left;
        m_writer.repeat(one.left || zeros ? 0 : room, ' ');
        m_writer.put(sign);
        m_writer.repeat(zeros ? room : 0, '0');
        m_writer.put(body);
        m_writer.repeat(one.left ? room : 0, ' ');
    }

    void character(const Directive& one, const Value& value) {
        std::string text;
        if (value.isInteger() && value.asInteger() >= 0 && value.asInteger() <= 0x10FFFF)
            appendUtf8(text, static_cast<char32_t>(value.asInteger()));
        else if (value.isString() && countCodePoints(value.text()) == 1)
            text = value.text();
        else
            m_run.fail(FailureKind::Type, "%c needs one character or its number");
        pad(one, "", text, false);
    }

    static std::string_view signOf(const Directive& one, bool negative) {
        return negative ? "-" : one.plus ? "+" : one.blank ? " " : "";
    }

    void integer(const Directive& one, const Value& value) {
        const bool decimal = one.type == 'd' || one.type == 'i' || one.type == 'u';
        if (!value.isInteger() && !(decimal && value.kind == Kind::Float && std::fabs(value.number) < 9e18))
            failType(one, "an integer", value);
        const std::int64_t number =
            value.isInteger() ? value.asInteger() : static_cast<std::int64_t>(std::trunc(value.number));
        const std::uint64_t size =
            number < 0 ? 0 - static_cast<std::uint64_t>(number) : static_cast<std::uint64_t>(number);
        const int base = decimal ? 10 : one.type == 'o' ? 8 : 16;
        std::array<char, 24> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), size, base).ptr;
        std::string digits(buffer.data(), end);
        if (one.precision && digits.size() < *one.precision)
            digits.insert(0, *one.precision - digits.size(), '0');
        std::string sign(signOf(one, number < 0));
        if (one.alternate && !decimal)
            sign += one.type == 'o' ? "0o" : "0x";
        if (one.type == 'X') {
            std::transform(digits.begin(), digits.end(), digits.begin(),
                           [](char c) { return c >= 'a' ? static_cast<char>(c - 32) : c; });
            std::replace(sign.begin(), sign.end(), 'x', 'X');
        }
        pad(one, sign, digits, true);
    }

    void floating(const Directive& one, const Value& value) {
        if (!value.isNumber())
            failType(one, "a number", value);
        constexpr std::size_t kMaxPrecision = 100;
        const std::size_t precision = one.precision.value_or(6);
        if (precision > kMaxPrecision)
            m_run.fail(FailureKind::SizeLimit, "format writes at most 100 decimals");
        if (one.alternate)
            m_run.fail(FailureKind::Value, "format does not know '#' for floats");
        const char kind = static_cast<char>(one.type | 0x20);
        const auto style = kind == 'f'   ? std::chars_format::fixed
                           : kind == 'e' ? std::chars_format::scientific
                                         : std::chars_format::general;
        const double number = value.asNumber();
        std::array<char, 512> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(number), style,
                                       static_cast<int>(precision));
        std::string digits(buffer.data(), end.ptr);
        if (one.type == 'E' || one.type == 'G')
            std::replace(digits.begin(), digits.end(), 'e', 'E');
        pad(one, signOf(one, std::signbit(number)), digits, true);
    }

    Run& m_run;
    std::string_view m_format;
    std::span<const Value> m_values;
    std::string m_text;
    Writer m_writer;
    std::size_t m_at = 0;
    std::size_t m_used = 0;
};

}  // namespace

std::string formatPrintf(Run& run, std::string_view format, std::span<const Value> values) {
    return Formatter(run, format, values).text();
}

}  // namespace touchstone::text::jinja
