// SPDX-License-Identifier: Apache-2.0
//
// Term lists and regular expressions.

#include "policy/detectors.h"
#include "support/printing.h"

#include <QStringList>

using namespace touchstone;
using namespace touchstone::policy;

namespace {

std::string joined(const Result<std::vector<Match>>& matches, std::string_view text) {
    if (!matches.ok())
        return matches.error().message;
    std::string result;
    for (const Match& match : matches.value())
        result += (result.empty() ? "" : " | ") + std::string(text.substr(match.begin, match.end - match.begin));
    return result;
}

std::vector<std::string> split(const QByteArray& list) {
    std::vector<std::string> terms;
    for (const QByteArray& term : list.split(','))
        terms.push_back(term.toStdString());
    return terms;
}

}  // namespace

class DetectorsPatternsTest : public QObject {
    Q_OBJECT

private slots:
    void terms_data() {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<bool>("ignoreCase");
        QTest::addColumn<bool>("wholeWords");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char* name, const char* list, bool fold, bool whole, const char* text,
                            const char* found) {
            QTest::newRow(name) << QByteArray(list) << fold << whole << QByteArray(text) << QByteArray(found);
        };
        row("plain", "secret", true, true, "a secret.", "secret");
        row("case", "secret", true, true, "SECRET Secret", "SECRET | Secret");
        row("exact case", "secret", false, true, "SECRET secret", "secret");
        row("inside a word", "cat", true, true, "category concat cats", "");
        row("inside a word, allowed", "cat", true, false, "category concat", "cat | cat");
        row("side by side", "cat", true, true, "cat cat,cat", "cat | cat | cat");
        row("umlaut folds", "straße,ÄRGER", true, true, "Ärger auf der STRAßE", "Ärger | STRAßE");
        row("Greek folds", "ΣΟΦΟΣ", true, true, "σοφος", "σοφος");
        row("Cyrillic folds", "привет", true, true, "ПРИВЕТ!", "ПРИВЕТ");
        row("letters of other scripts go on", "при", true, true, "привет", "");
        row("combining mark goes on", "cafe", true, true, "cafe\u0301", "");
        row("underscore goes on", "key", true, true, "api_key", "");
        row("digits go on", "key", true, true, "key2", "");
        row("phrase", "new york,york city", true, true, "in New York City", "New York");
        row("longest", "new york,new york city", true, true, "New York City", "New York City");
        row("shorter when the longer goes on", "new york,new york cit", true, true, "New York City", "New York");
        row("only at sides with letters", "c++,$100,.net", true, true, "c++11 US$100 asp.net $1000",
            "c++ | $100 | .net");
        row("no regex", "a.c,[x]", true, true, "abc a.c [x]", "a.c | [x]");
        row("next to broken bytes", "secret", true, true, "\xffsecret\xfe", "secret");
        row("next to half a character", "secret", true, true, "\xc3secret", "secret");
        row("Chinese inside", "機密", true, false, "這是機密文件", "機密");
        row("at both ends", "a", true, true, "a b a", "a | a");
    }
    void terms() {
        QFETCH(QByteArray, list);
        QFETCH(bool, ignoreCase);
        QFETCH(bool, wholeWords);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, found);
        const auto detector = makeTermDetector(split(list), {ignoreCase, wholeWords});
        VERIFY_OK(detector);
        const std::string bytes = text.toStdString();
        QCOMPARE(joined(detector.value().find(bytes), bytes), found.toStdString());
    }

    void refusesTermLists_data() {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("empty term") << QByteArray("a,,b") << QByteArray("term 2 is empty");
        QTest::newRow("not UTF-8") << QByteArray("a,\xff") << QByteArray("term 2 is not valid UTF-8");
        QTest::newRow("too many") << QByteArray("a,").repeated(10'000) + "a" << QByteArray("10001 terms");
    }
    void refusesTermLists() {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, says);
        const auto detector = makeTermDetector(split(list));
        QVERIFY(!detector.ok());
        QVERIFY2(detector.error().message.find(says.toStdString()) != std::string::npos,
                 detector.error().message.c_str());
    }

    void manyTermsInALongText() {
        std::vector<std::string> terms;
        for (int i = 0; i < 2'000; ++i)
            terms.push_back("term" + std::to_string(i) + "x");
        const auto detector = makeTermDetector(terms);
        VERIFY_OK(detector);
        std::string text;
        for (int i = 0; i < 50'000; ++i)
            text += "TERM" + std::to_string(i % 4'000) + "X and so on ";
        const auto matches = detector.value().find(text);
        VERIFY_OK(matches);
        QCOMPARE(matches.value().size(), std::size_t{26'000});
    }

    void regexes_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char* pattern, const char* text, const char* found) {
            QTest::newRow(pattern) << QByteArray(pattern) << QByteArray(text) << QByteArray(found);
        };
        row("sk-[A-Za-z0-9]{20,}", "key sk-abcdefghij0123456789XY.", "sk-abcdefghij0123456789XY");
        row("\\d+", "1 22 333", "1 | 22 | 333");
        row("(?i)pass(word)?", "Pass PASSWORD", "Pass | PASSWORD");
        row("^a", "aa", "a");
        row("ä",
            "\xff"
            "ä",
            "ä");
        row("\\bx|y\\b|\\b", "x y", "x | y");
    }
    void regexes() {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, found);
        const auto detector = makeRegexDetector(pattern.toStdString());
        VERIFY_OK(detector);
        const std::string bytes = text.toStdString();
        QCOMPARE(joined(detector.value().find(bytes), bytes), found.toStdString());
    }

    void refusesRegexes_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("says");
        QTest::newRow("bracket") << QByteArray("ab(c") << QByteArray("missing )");
        QTest::newRow("class") << QByteArray("ab[c") << QByteArray("at character 3");
        QTest::newRow("look-ahead") << QByteArray("a(?=b)") << QByteArray("at character 2");
        QTest::newRow("back-reference") << QByteArray("(a)\\1") << QByteArray("at character 4");
        QTest::newRow("empty") << QByteArray("a*") << QByteArray("matches the empty text");
        QTest::newRow("repetition") << QByteArray("(a{1000}){1000}") << QByteArray("not a usable");
        QTest::newRow("too long") << QByteArray(4'097, 'a') << QByteArray("too long");
        QTest::newRow("bad UTF-8") << QByteArray("a\xff") << QByteArray("UTF-8");
    }
    void refusesRegexes() {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, says);
        const auto detector = makeRegexDetector(pattern.toStdString());
        QVERIFY(!detector.ok());
        QVERIFY2(detector.error().message.find(says.toStdString()) != std::string::npos,
                 detector.error().message.c_str());
    }

    // Expressions that take exponential or quadratic time elsewhere, on a megabyte.
    void evilRegexes_data() {
        QTest::addColumn<QByteArray>("pattern");
        for (const char* pattern :
             {"(a+)+$x", "(a|aa)+b", "(a*)*b", "(.*a){12}b", "(x+x+)+y", "a.*b.*c.*d", "(a?){50}a{50}b"})
            QTest::newRow(pattern) << QByteArray(pattern);
    }
    void evilRegexes() {
        QFETCH(QByteArray, pattern);
        const auto detector = makeRegexDetector(pattern.toStdString());
        VERIFY_OK(detector);
        VERIFY_OK(detector.value().find(std::string(1'000'000, 'a')));
    }

    // It matches at each of a million places and looks at all the rest each time: an error, so that callers deny.
    void tooMuchWorkIsAnError() {
        const auto detector = makeRegexDetector("a(.*b)?");
        VERIFY_OK(detector);
        const auto matches = detector.value().find(std::string(1'000'000, 'a'));
        QVERIFY(!matches.ok());
        QVERIFY(matches.error().code == ErrorCode::Timeout);
    }
};

QTEST_APPLESS_MAIN(DetectorsPatternsTest)
#include "tst_detectors_patterns.moc"
