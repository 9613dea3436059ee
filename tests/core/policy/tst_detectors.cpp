// SPDX-License-Identifier: Apache-2.0
//
// Personal data: what is found, what must not be, and what redaction makes of it.

#include "policy/detectors.h"
#include "support/printing.h"

using namespace touchstone;
using namespace touchstone::policy;

namespace {

// The matched texts, joined by " | ".
std::string found(const char* kind, std::string_view text) {
    const auto detector = makePiiDetector(kind);
    if (!detector.ok())
        return detector.error().message;
    const auto matches = detector.value().find(text);
    if (!matches.ok())
        return matches.error().message;
    std::string joined;
    for (const Match& match : matches.value()) {
        if (match.kind != kind || match.begin >= match.end || match.end > text.size())
            return "malformed match";
        joined += (joined.empty() ? "" : " | ") + std::string(text.substr(match.begin, match.end - match.begin));
    }
    return joined;
}

// "«…»" around what must be found.
struct Row {
    const char* kind;
    const char* text;
};

constexpr Row kRows[] = {
    {"email", "«ann@example.com»"},
    {"email", "write to «ann.b@example.co.uk»."},
    {"email", "<«ann+tag@example.org»>"},
    {"email", "mailto:«a@b.de»?subject=x"},
    {"email", "(«first.last@sub.domain.example»)"},
    {"email", "«x_y-z@ex-ample.com», «q@w.io»; «e@r.dev»"},
    {"email", "\"«ann@example.com»\""},
    {"email", "'«ann@example.com»'"},
    {"email", "ANN: «ANN@EXAMPLE.COM»!"},
    {"email", "«1234@numbers.net»"},
    {"email", "請寄到«ann@example.com»謝謝"},
    {"email", "«ann@münchen.de»"},
    {"email", "«ann@xn--mnchen-3ya.de»"},
    {"email", "«ann@example.xn--p1ai»"},
    {"email", "...«ann@example.com»..."},
    {"email", "git clone «git@github.com»:a/b.git"},
    {"email", "«o'neil@example.ie»"},
    {"email", "user=«ann%home@example.com»&x"},
    {"email", "«ann@example.museum»\n«bob@example.travel»"},
    {"email", "«a{b}@example.com»"},
    {"email", "/«ann@example.com»/"},
    {"email", "«ann@mail.example.com»,bob"},
    {"email", "@ann"},
    {"email", "ann@"},
    {"email", "ann@localhost"},
    {"email", "ann @ example.com"},
    {"email", "ann@example"},
    {"email", "ann@example.c"},
    {"email", "ann@.example.com"},
    {"email", "ann@-example.com"},
    {"email", "package@1.2.3"},
    {"email", "react@18.2.0"},
    {"email", "10@10.10"},
    {"email", "ann.@example.com"},
    {"email", "@media screen and (max-width: 10px)"},
    {"email", "@Override public void run()"},
    {"email", "user@host:/path"},
    {"email", "a@b"},
    {"email", "price @ $5.00"},
    {"email", "@@example.com"},
    {"email", "ann(at)example.com"},
    {"email", "x@[192.0.2.1]"},
    {"email", "@example.com"},
    {"email", "hello world"},

    {"card", "«4111111111111111»"},
    {"card", "card «4111 1111 1111 1111»."},
    {"card", "«4111-1111-1111-1111»"},
    {"card", "no:«5500005555555559»,"},
    {"card", "«378282246310005»"},
    {"card", "«3782 822463 10005»"},
    {"card", "«4526018159087»"},
    {"card", "«4301661318609135»"},
    {"card", "«4909960308246281946»"},
    {"card", "«5182199351819098»"},
    {"card", "«2221378657975438»"},
    {"card", "«2720231948757493»"},
    {"card", "«341186252760181»"},
    {"card", "«379555979711476»"},
    {"card", "«6011104974650750»"},
    {"card", "«3528291703423667»"},
    {"card", "«36712768426841»"},
    {"card", "«6265632122330792442»"},
    {"card", "«5018026859956»"},
    {"card", "«675928907866661766»"},
    {"card", "(«4111111111111111»)"},
    {"card", "«4111111111111111» «5500005555555559»"},
    {"card", "«4111111111111111»/«378282246310005»"},
    {"card", "«4111 1111 1111 1111» 12/28 123"},
    {"card", "4111111111111112"},
    {"card", "4111 1111 1111 1112"},
    {"card", "1234567890123456"},
    {"card", "0000000000000000"},
    {"card", "9999999999999995"},
    {"card", "411111111111"},
    {"card", "41111111111111111111111111"},
    {"card", "a4111111111111111"},
    {"card", "4111111111111111a"},
    {"card", "0.4111111111111111"},
    {"card", "4111111111111111.5"},
    {"card", "41-11-11-11-11-11-11-11"},
    {"card", "4111-1111 1111-1111"},
    {"card", "4111  1111  1111  1111"},
    {"card", "2026-03-14 10:20:30"},
    {"card", "+49 30 1234567890"},
    {"card", "id 8f4111111111111111"},
    {"card", "978-3-16-148410-0"},
    {"card", "1700000000000"},
    {"card", "7111111111111111"},
    {"card", "4111/1111/1111/1111"},
    {"card", "4111,1111,1111,1111"},

    {"iban", "«DE89370400440532013000»"},
    {"iban", "IBAN «DE89 3704 0044 0532 0130 00»."},
    {"iban", "«GB29NWBK60161331926819»"},
    {"iban", "«GB29 NWBK 6016 1331 9268 19» thanks"},
    {"iban", "«FR1420041010050500013M02606»"},
    {"iban", "«fr14 2004 1010 0505 0001 3m02 606»"},
    {"iban", "«NL91ABNA0417164300»"},
    {"iban", "«CH9300762011623852957»"},
    {"iban", "«ES9121000418450200051332»"},
    {"iban", "«IT60X0542811101000000123456»"},
    {"iban", "«AT611904300234573201»"},
    {"iban", "«BE68539007547034»"},
    {"iban", "«PL61109010140000071219812874»"},
    {"iban", "«SE7822202972997528820018»"},
    {"iban", "«NO9403137215901»"},
    {"iban", "«MT60MALT09281590139624595711777»"},
    {"iban", "«RU2074121547280385280841485253888»"},
    {"iban", "«LC28HEMM539336338750047439575513»"},
    {"iban", "«BR871373537990751163726516761»"},
    {"iban", "a:«DE89370400440532013000»,b:«BE68539007547034»"},
    {"iban", "(«SA0380000000608010167519»)"},
    {"iban", "«AE070331234567890123456»"},
    {"iban", "DE89370400440532013001"},
    {"iban", "DE88370400440532013000"},
    {"iban", "DE8937040044053201300"},
    {"iban", "DE893704004405320130000"},
    {"iban", "XX89370400440532013000"},
    {"iban", "XDE89370400440532013000"},
    {"iban", "DE89370400440532013000X"},
    {"iban", "DE89-3704-0044-0532-0130-00"},
    {"iban", "DE89  3704 0044 0532 0130 00"},
    {"iban", "DEAB370400440532013000"},
    {"iban", "GB29NWBK60161331926810"},
    {"iban", "US64SVBKUS6S3300958879"},
    {"iban", "NO94"},
    {"iban", "DE89"},
    {"iban", "BE68 5390 0754"},
    {"iban", "It is 12 o'clock"},
    {"iban", "IT60 reasons to be happy about it"},
    {"iban", "FR14 2004 1010 0505 0001 3M02 607"},
    {"iban", "SE00 0000 0000 0000 0000 0000"},
    {"iban", "DE89.3704.0044.0532.0130.00"},

    {"phone", "«+14155552671»"},
    {"phone", "call «+49 30 1234567»."},
    {"phone", "«+44 20 7946 0958»"},
    {"phone", "«+1 (415) 555-2671»"},
    {"phone", "«(415) 555-2671»"},
    {"phone", "«415-555-2671»"},
    {"phone", "«415.555.2671»"},
    {"phone", "«1-800-555-0199»"},
    {"phone", "«030 1234567»"},
    {"phone", "«030/1234567»"},
    {"phone", "«(030) 1234567»"},
    {"phone", "«06 12 34 56 78»"},
    {"phone", "«06.12.34.56.78»"},
    {"phone", "«07911 123456»"},
    {"phone", "«020 7946 0958»"},
    {"phone", "«0049 30 1234567»"},
    {"phone", "tel:«+33612345678»"},
    {"phone", "«+81-3-1234-5678»"},
    {"phone", "«+49 (0)30 1234567»"},
    {"phone", "«01712345678»"},
    {"phone", "ann,«415-555-2671»,x"},
    {"phone", "«+861012345678» or «+8613812345678»"},
    {"phone", "«0171-2345678»"},
    {"phone", "2026-03-14"},
    {"phone", "14.03.2026"},
    {"phone", "03/14/2026"},
    {"phone", "01.02.2026 10:30"},
    {"phone", "01-02-2026 1030"},
    {"phone", "10:30:45"},
    {"phone", "1.2.3.4"},
    {"phone", "v10.20.3045"},
    {"phone", "192.168.100.200"},
    {"phone", "order 1234567890"},
    {"phone", "order #0123456789"},
    {"phone", "4155552671"},
    {"phone", "123-45-6789"},
    {"phone", "4111 1111 1111 1111"},
    {"phone", "+5%"},
    {"phone", "+12.5"},
    {"phone", "978-3-16-148410-0"},
    {"phone", "123 456 7890"},
    {"phone", "1,234,567,890"},
    {"phone", "0.1234567890"},
    {"phone", "id_0301234567"},
    {"phone", "1700000000"},
    {"phone", "2f1b0f5e-6a55-4a6c-8c8d-012345678901"},
    {"phone", "+1234567890123456789"},
    {"phone", "0 1 2 3 4 5"},
    {"phone", "100-200-3000"},

    {"ip", "«192.0.2.1»"},
    {"ip", "from «10.0.0.1»."},
    {"ip", "http://«203.0.113.7»/x"},
    {"ip", "«203.0.113.7»:8080"},
    {"ip", "«10.0.0.0»/8"},
    {"ip", "(«255.255.255.255»)"},
    {"ip", "host=«172.16.254.1»"},
    {"ip", "«127.0.0.1», «8.8.8.8»"},
    {"ip", "«2001:db8::1»"},
    {"ip", "[«2001:db8::1»]:443"},
    {"ip", "at «2001:db8:0:0:0:0:0:1»."},
    {"ip", "«::1»"},
    {"ip", "«fe80::1»%eth0"},
    {"ip", "«::ffff:192.0.2.1»"},
    {"ip", "«2001:0db8:85a3:0000:0000:8a2e:0370:7334»"},
    {"ip", "see «2001:db8::1»: done"},
    {"ip", "«FE80::ABCD:1»"},
    {"ip", "client \"«198.51.100.23»\" - -"},
    {"ip", "«64:ff9b::192.0.2.33»"},
    {"ip", "«1.1.1.1»\n«1.0.0.1»"},
    {"ip", "«2001:db8::»/32"},
    {"ip", "1.2.3"},
    {"ip", "1.2.3.4.5"},
    {"ip", "256.1.1.1"},
    {"ip", "1.2.3.400"},
    {"ip", "v1.2.3.4"},
    {"ip", "version 1.2.3.4"},
    {"ip", "Version: 10.0.19045.1"},
    {"ip", "ver. 1.2.3.4"},
    {"ip", "Chrome/120.0.0.0"},
    {"ip", "package==1.2.3.4"},
    {"ip", "package>=1.2.3.4"},
    {"ip", "~1.2.3.4"},
    {"ip", "lib-1.2.3.4"},
    {"ip", "01.02.03.04"},
    {"ip", "10:30:45"},
    {"ip", "00:1a:2b:3c:4d:5e"},
    {"ip", "std::string"},
    {"ip", "a::b"},
    {"ip", "::"},
    {"ip", "release 2.0.0.1"},
    {"ip", "1.2.3.4beta"},
    {"ip", "2001:db8:::1"},
    {"ip", "12345::1"},
    {"ip", "1:2:3:4:5:6:7:8:9"},
    {"ip", "14.03.2026"},
};

}  // namespace

class DetectorsTest : public QObject {
    Q_OBJECT

private slots:
    void finds_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QByteArray>("text");
        for (const Row& row : kRows)
            QTest::addRow("%s: %s", row.kind, row.text) << QByteArray(row.kind) << QByteArray(row.text);
    }
    void finds() {
        QFETCH(QByteArray, kind);
        QFETCH(QByteArray, text);
        const std::string open = "«";
        const std::string close = "»";
        std::string plain;
        std::string expected;
        std::string_view rest(text.constData(), static_cast<std::size_t>(text.size()));
        for (auto begin = rest.find(open); begin != std::string_view::npos; begin = rest.find(open)) {
            const auto end = rest.find(close);
            const std::string_view value = rest.substr(begin + open.size(), end - begin - open.size());
            plain += std::string(rest.substr(0, begin)) + std::string(value);
            expected += (expected.empty() ? "" : " | ") + std::string(value);
            rest.remove_prefix(end + close.size());
        }
        plain += rest;
        QCOMPARE(found(kind.constData(), plain), expected);
    }

    void everyKindIsCovered() {
        for (const std::string_view kind : piiKinds()) {
            int positive = 0;
            int negative = 0;
            for (const Row& row : kRows)
                if (kind == row.kind)
                    ++(std::string_view(row.text).find("«") == std::string_view::npos ? negative : positive);
            QVERIFY2(positive >= 20 && negative >= 20, std::string(kind).c_str());
        }
    }

    void refusesUnknownKinds() {
        const auto detector = makePiiDetector("emal");
        QVERIFY(!detector.ok());
        QVERIFY2(detector.error().message.find("did you mean \"email\"") != std::string::npos,
                 detector.error().message.c_str());
    }

    // Bytes that are not UTF-8 neither hide a value nor break the scan.
    void anyBytes() {
        QCOMPARE(found("email",
                       "\xff\xfe"
                       "ann@example.com\xc3"),
                 std::string("ann@example.com"));
        QCOMPARE(found("card",
                       "\x80"
                       "4111111111111111\x80"),
                 std::string("4111111111111111"));
        std::string all;
        for (int i = 0; i < 65'536; ++i)
            all += static_cast<char>(i * 167 % 256);
        for (const std::string_view kind : piiKinds())
            QVERIFY(makePiiDetector(kind).value().find(all).ok());
    }

    // Each would take hours if the work were quadratic.
    void staysLinear_data() {
        QTest::addColumn<QByteArray>("unit");
        for (const char* unit : {"a", "@", "a@", "a.", "1", "1 ", "411 ", "+", "(", "DE89 ", "1.", ":", "0 ", "a@a."})
            QTest::newRow(unit) << QByteArray(unit);
    }
    void staysLinear() {
        QFETCH(QByteArray, unit);
        const QByteArray text = unit.repeated(static_cast<int>(1'000'000 / unit.size()));
        for (const std::string_view kind : piiKinds())
            VERIFY_OK(makePiiDetector(kind).value().find(text.toStdString()));
    }

    void refusesHugeTexts() {
        const auto matches = makePiiDetector("ip").value().find(std::string((16U << 20U) + 1, ' '));
        QVERIFY(!matches.ok());
        QVERIFY(matches.error().code == ErrorCode::InvalidArgument);
    }

    void redacts() {
        const std::string text = "ann@a.com, bob@b.com, ANN@A.COM and 4111 1111 1111 1111";
        std::vector<Match> matches;
        for (const char* kind : {"email", "card"}) {
            const auto some = makePiiDetector(kind).value().find(text).value();
            matches.insert(matches.end(), some.begin(), some.end());
        }
        QCOMPARE(redact(text, matches), std::string("[email 1], [email 2], [email 1] and [card]"));
        QCOMPARE(redact(text, {}), text);
        QCOMPARE(redact("4111-1111-1111-1111 is 4111111111111111",
                        makePiiDetector("card").value().find("4111-1111-1111-1111 is 4111111111111111").value()),
                 std::string("[card] is [card]"));
    }

    void longestOfOverlappingStays() {
        const std::vector<Match> kept =
            withoutOverlaps({{0, 3, "a"}, {2, 9, "b"}, {8, 10, "c"}, {9, 11, "d"}, {2, 9, "a"}, {20, 21, "e"}});
        const std::vector<Match> expected = {{2, 9, "a"}, {9, 11, "d"}, {20, 21, "e"}};
        QVERIFY(kept == expected);
    }
};

QTEST_APPLESS_MAIN(DetectorsTest)
#include "tst_detectors.moc"
