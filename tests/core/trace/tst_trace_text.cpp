// SPDX-License-Identifier: Apache-2.0

#include "support/printing.h"

#include "base/random.h"
#include "support/trace_generator.h"
#include "trace/trace_json.h"
#include "trace/trace_text.h"

#include <array>
#include <limits>

using namespace touchstone;
using trace::appendText;

namespace {

// Texts with everything that is escaped, long, foreign or broken.
std::string oddText(Random& random) {
    static const std::array<std::string, 14> pieces = {
        "plain words",      "\"",   "\\",   "\n\r\t\b\f", std::string(1, '\0'), "\x01\x1F\x7F", "/", "Größe — 尺寸",
        "\xF0\x9F\x98\x80", "\xFF", "\xC3", "\xE2\x82",   "\xED\xA0\x80",       "</script>"};
    std::string text;
    for (std::uint64_t i = random.below(5); i > 0; --i)
        text += pieces[random.below(pieces.size())];
    return text;
}

Json oddNumber(Random& random) {
    const std::array<Json, 12> numbers = {0,
                                          -1,
                                          std::numeric_limits<std::int64_t>::min(),
                                          std::numeric_limits<std::uint64_t>::max(),
                                          0.1,
                                          -0.0,
                                          1e300,
                                          5e-324,
                                          1e20,
                                          100000.0,
                                          std::numeric_limits<double>::quiet_NaN(),
                                          std::numeric_limits<double>::infinity()};
    return numbers[random.below(numbers.size())];
}

Json oddValue(Random& random, int depth) {
    switch (random.below(depth > 4 ? 4 : 6)) {
        case 0:
            return nullptr;
        case 1:
            return random.below(2) == 0;
        case 2:
            return oddNumber(random);
        case 3:
            return oddText(random);
        case 4: {
            Json list = Json::array();
            for (std::uint64_t i = random.below(4); i > 0; --i)
                list.push_back(oddValue(random, depth + 1));
            return list;
        }
        default: {
            Json object = Json::object();
            for (std::uint64_t i = random.below(4); i > 0; --i)
                object[oddText(random)] = oddValue(random, depth + 1);
            return object;
        }
    }
}

trace::Detail oddDetail(Random& random) {
    trace::Detail detail;
    for (std::uint64_t i = random.below(3); i > 0; --i) {
        detail.sources.push_back({-1, oddText(random), oddText(random), random.below(9), ~std::size_t{0}, 0.25, 7});
        detail.validation.push_back({oddText(random), oddText(random)});
        detail.policy.push_back({oddText(random), "input", "redact", oddText(random), 3, oddText(random)});
        trace::Span span{makeSpanId(random), SpanId(oddText(random)), oddText(random)};
        span.start = std::chrono::nanoseconds(-5);
        span.message = oddText(random);
        span.attributes = {{oddText(random), oddValue(random, 0)}};
        detail.spans.push_back(span);
    }
    detail.error = oddText(random);
    return detail;
}

Json nested(std::size_t depth) {
    Json value = Json::array();
    for (std::size_t i = 1; i < depth; ++i)
        value = Json::array({std::move(value)});
    return value;
}

}  // namespace

class TraceTextTest : public QObject {
    Q_OBJECT

private slots:
    void valuesAreWhatToTextGives() {
        const auto random = makeSeededRandom(4);
        for (int i = 0; i < 3'000; ++i) {
            const Json value = oddValue(*random, 0);
            std::string text = "before ";
            VERIFY_OK(appendText(text, value));
            QCOMPARE(text, "before " + toText(value));
        }
    }

    void detailsAreWhatToTextGives() {
        const auto random = makeSeededRandom(5);
        for (std::uint64_t i = 0; i < 1'000; ++i) {
            const trace::Detail detail = i % 4 == 0 ? makeTrace(i).detail : oddDetail(*random);
            std::string text;
            VERIFY_OK(appendText(text, detail));
            QCOMPARE(text, toText(trace::toJson(detail, false)));
        }
    }

    // What is written is read again, so the writer stops where the reader does.
    void depthEndsWhereReadingDoes() {
        const std::size_t most = JsonLimits().depth;
        std::string text;
        VERIFY_OK(appendText(text, nested(most)));
        VERIFY_OK(parseJson(text));
        QVERIFY(appendText(text, nested(most + 1)).error().code == ErrorCode::InvalidArgument);
        QVERIFY(appendText(text, nested(100'000)).error().code == ErrorCode::InvalidArgument);
        trace::Detail detail;
        detail.spans.emplace_back().attributes = {{"deep", nested(most - 4)}};
        text.clear();
        VERIFY_OK(appendText(text, detail));
        VERIFY_OK(parseJson(text));
        detail.spans.front().attributes = {{"deep", nested(most - 3)}};
        QVERIFY(appendText(text, detail).error().code == ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TraceTextTest)
#include "tst_trace_text.moc"
