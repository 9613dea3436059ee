// SPDX-License-Identifier: Apache-2.0
//
// How well the built-in model classifies the messages of Banking77 when it is shown the most similar examples, as the
// engine shows them. Set BANKING_ALL=1 to ask about all test messages and print the time each step takes.

#include "policy/gate.h"
#include "provider/builtin.h"
#include "support/printing.h"
#include "text/similarity.h"

#include <QElapsedTimer>
#include <QFile>

#include <map>

using namespace touchstone;

namespace {

constexpr std::size_t kShown = 24;

struct Labelled {
    std::string text;
    std::string label;
};

// One field of a line of CSV; leaves `rest` behind the comma or at the line's end.
std::string takeField(std::string_view& rest) {
    std::string field;
    const bool quoted = rest.starts_with('"');
    for (std::size_t i = quoted ? 1 : 0;; ++i) {
        const bool doubled = quoted && rest.substr(i).starts_with("\"\"");
        if (i >= rest.size() || (quoted ? rest[i] == '"' && !doubled : rest[i] == ',' || rest[i] == '\n')) {
            rest.remove_prefix(std::min(i + (quoted ? 1 : 0), rest.size()));
            return field;
        }
        field += rest[i];
        i += doubled ? 1 : 0;
    }
}

std::vector<Labelled> readMessages(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::string content = file.readAll().toStdString();
    std::erase(content, '\r');
    std::string_view rest = content;
    std::vector<Labelled> messages;
    while (!rest.empty()) {
        std::string text = takeField(rest);
        rest.remove_prefix(rest.starts_with(',') ? 1 : 0);
        std::string label = takeField(rest);
        rest.remove_prefix(rest.starts_with('\n') ? 1 : 0);
        if (!label.empty() && label != "category")
            messages.push_back({std::move(text), std::move(label)});
    }
    return messages;
}

// The first `count` messages of each label in file order; 0: all.
std::vector<Labelled> firstOfEach(const std::vector<Labelled>& messages, std::size_t count) {
    std::map<std::string, std::size_t> seen;
    std::vector<Labelled> first;
    for (const Labelled& message : messages)
        if (count == 0 || seen[message.label]++ < count)
            first.push_back(message);
    return first;
}

std::string question(const std::string& text) {
    return "Classify the customer's message. Answer with the name of the intent only.\n\nMessage: " + text +
           "\nIntent:";
}

policy::ClearedPrompt cleared(workflow::Prompt prompt) {
    const auto gate = policy::Gate::make({});
    return gate->clear(std::move(prompt), gate->screenInput(Json::object())).value();
}

workflow::Prompt render(const std::string& text, const std::vector<Labelled>& pool,
                        const std::vector<text::Neighbour>& nearest) {
    workflow::Prompt prompt;
    prompt.messages.push_back({workflow::Role::System, "You sort the messages that customers write to their bank."});
    for (auto example = nearest.rbegin(); example != nearest.rend(); ++example) {
        prompt.messages.push_back({workflow::Role::User, question(pool[example->index].text)});
        prompt.messages.push_back({workflow::Role::Assistant, pool[example->index].label});
    }
    prompt.messages.push_back({workflow::Role::User, question(text)});
    return prompt;
}

struct Score {
    double accuracy = 0;
    double selectMs = 0;  // for one message
    double answerMs = 0;
};

Score evaluate(const std::vector<Labelled>& pool, const std::vector<Labelled>& messages, std::string_view model) {
    std::vector<std::string_view> texts;
    for (const Labelled& example : pool)
        texts.push_back(example.text);
    const auto index = text::SimilarityIndex::build(std::span<const std::string_view>(texts));
    provider::BuiltinProvider provider;
    Score score;
    std::size_t right = 0;
    QElapsedTimer timer;
    for (const Labelled& message : messages) {
        timer.start();
        const auto nearest = index.nearest(message.text, kShown);
        score.selectMs += static_cast<double>(timer.nsecsElapsed()) * 1e-6;
        const provider::Call call{cleared(render(message.text, pool, nearest)), std::string(model)};
        timer.start();
        provider.send(call, {}, {}, [&](provider::Reply reply) {
            const auto* completion = std::get_if<provider::Completion>(&reply);
            right += completion != nullptr && completion->text == message.label ? 1 : 0;
        });
        score.answerMs += static_cast<double>(timer.nsecsElapsed()) * 1e-6;
    }
    const auto count = static_cast<double>(messages.size());
    return {static_cast<double>(right) / count, score.selectMs / count, score.answerMs / count};
}

}  // namespace

class BuiltinBankingTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_train = readMessages(TOUCHSTONE_TEST_DATA "/banking77/train.csv");
        const auto all = readMessages(TOUCHSTONE_TEST_DATA "/banking77/test.csv");
        if (m_train.empty() || all.empty())
            QSKIP("no Banking77 in " TOUCHSTONE_TEST_DATA ": the built-in model's accuracy was not checked");
        QCOMPARE(m_train.size(), std::size_t{10'003});
        QCOMPARE(all.size(), std::size_t{3'080});
        const std::size_t step = qEnvironmentVariableIsSet("BANKING_ALL") ? 1 : 4;
        for (std::size_t i = 0; i < all.size(); i += step)
            m_test.push_back(all[i]);
    }

    void reachesTheYardstick_data() {
        QTest::addColumn<int>("examplesPerLabel");
        QTest::addColumn<double>("least");
        QTest::newRow("1 example a label") << 1 << 0.44;
        QTest::newRow("5 examples a label") << 5 << 0.62;
        QTest::newRow("10 examples a label") << 10 << 0.68;
        QTest::newRow("all examples") << 0 << 0.85;
    }
    void reachesTheYardstick() {
        QFETCH(int, examplesPerLabel);
        QFETCH(double, least);
        const auto pool = firstOfEach(m_train, static_cast<std::size_t>(examplesPerLabel));
        const Score large = evaluate(pool, m_test, "builtin/large");
        const Score small = evaluate(pool, m_test, "builtin/small");
        qInfo("large %.3f, small %.3f; %.3f ms to select, %.3f and %.3f ms to answer", large.accuracy, small.accuracy,
              large.selectMs, large.answerMs, small.answerMs);
        QVERIFY2(large.accuracy >= least, qPrintable(QString::number(large.accuracy)));
        QVERIFY(small.accuracy < large.accuracy);
    }

private:
    std::vector<Labelled> m_train;
    std::vector<Labelled> m_test;
};

QTEST_APPLESS_MAIN(BuiltinBankingTest)
#include "tst_builtin_banking.moc"
