// SPDX-License-Identifier: Apache-2.0

#include "policy/gate.h"
#include "provider/builtin.h"
#include "support/printing.h"

using namespace touchstone;
using provider::Completion;
using provider::Failure;
using provider::FailureKind;
using workflow::Role;

namespace {

policy::ClearedPrompt cleared(workflow::Prompt prompt) {
    const auto gate = policy::Gate::make({});
    return gate->clear(std::move(prompt), gate->screenInput(Json::object())).value();
}

provider::Reply send(workflow::Prompt prompt, const std::string& model = "builtin/large",
                     const Json& params = Json::object(), std::stop_token stop = {},
                     const provider::Provider::OnDelta& onDelta = {}) {
    std::optional<provider::Reply> got;
    provider::BuiltinProvider().send({cleared(std::move(prompt)), model, params}, std::move(stop), onDelta,
                                     [&got](provider::Reply reply) { got = std::move(reply); });
    return std::move(*got);
}

std::string textOf(const provider::Reply& reply) {
    const auto* completion = std::get_if<Completion>(&reply);
    return completion != nullptr ? completion->text : "failed: " + std::get<Failure>(reply).message;
}

workflow::Prompt promptOf(std::initializer_list<std::pair<const char*, const char*>> turns, const std::string& last) {
    workflow::Prompt prompt;
    prompt.messages.push_back({Role::System, "Answer shortly."});
    for (const auto& [user, assistant] : turns) {
        prompt.messages.push_back({Role::User, user});
        prompt.messages.push_back({Role::Assistant, assistant});
    }
    prompt.messages.push_back({Role::User, last});
    return prompt;
}

// JSON with the quotation marks that C++ does not need to escape.
std::string quoted(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}

workflow::Prompt jsonPrompt(std::initializer_list<std::pair<const char*, const char*>> turns, const std::string& last,
                            const char* schema) {
    workflow::Prompt prompt = promptOf({}, last);
    for (const auto& [user, assistant] : turns) {
        prompt.messages.insert(prompt.messages.end() - 1, {Role::User, user});
        prompt.messages.insert(prompt.messages.end() - 1, {Role::Assistant, quoted(assistant)});
    }
    prompt.outputMode = workflow::OutputMode::Json;
    prompt.outputSchema = parseJson(quoted(schema)).value();
    return prompt;
}

workflow::Prompt labelPrompt(const std::string& last) {
    return promptOf({{"Sort: my card never came", "card_arrival"},
                     {"Sort: I forgot my PIN", "pin"},
                     {"Sort: the rate was wrong", "exchange_rate"}},
                    last);
}

const std::string kSources =
    "Sources\n\n[1] Refunds\nA monthly plan can be refunded within 14 days. Domains cannot be refunded.\n\n"
    "[2] DNS: Changes of nameservers take up to 48 hours to show.\n\nQuestion: ";

}  // namespace

class BuiltinTest : public QObject {
    Q_OBJECT

private slots:
    void labels_data() {
        QTest::addColumn<QByteArray>("model");
        for (const char* model : {"builtin/small", "builtin/large", "small", "large"})
            QTest::newRow(model) << QByteArray(model);
    }
    void labels() {
        QFETCH(QByteArray, model);
        QCOMPARE(textOf(send(labelPrompt("Sort: where is the card?"), model.toStdString())),
                 std::string("card_arrival"));
        QCOMPARE(textOf(send(labelPrompt("Sort: new PIN please"), model.toStdString())), std::string("pin"));
    }

    void refuses() {
        const auto unknown = send(labelPrompt("x"), "builtin/huge");
        QVERIFY(std::get<Failure>(unknown).kind == FailureKind::ModelNotFound);
        QVERIFY(std::get<Failure>(unknown).message.find("builtin/small or builtin/large") != std::string::npos);
        workflow::Prompt empty;
        QVERIFY(std::get<Failure>(send(empty)).kind == FailureKind::BadRequest);
        for (const char* limit : {"0", "-1", "\"5\"", "1.5"})
            QVERIFY(
                std::get<Failure>(send(labelPrompt("x"), "large", {{"max_tokens", parseJson(limit).value()}})).kind ==
                FailureKind::BadRequest);
    }

    void usageAndIdentity() {
        const auto first = std::get<Completion>(send(labelPrompt("Sort: the card")));
        const auto second = std::get<Completion>(send(labelPrompt("Sort: the card")));
        QVERIFY(first.usage->input > 0 && first.usage->output > 0 && !first.usage->estimated);
        QCOMPARE(first.model, std::string("builtin/large"));
        QCOMPARE(first.responseId, second.responseId);
        QVERIFY(first.responseId != std::get<Completion>(send(labelPrompt("Sort: the PIN"))).responseId);
    }

    void answersFromSources_data() {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("titled") << QByteArray("Are domains refunded?") << QByteArray("Domains cannot be refunded. [1]");
        QTest::newRow("one line") << QByteArray("How long do nameserver changes take?")
                                  << QByteArray("Changes of nameservers take up to 48 hours to show. [2]");
        QTest::newRow("not there") << QByteArray("Who won the football championship?")
                                   << QByteArray("The sources do not say.");
    }
    void answersFromSources() {
        QFETCH(QByteArray, question);
        QFETCH(QByteArray, expected);
        QCOMPARE(textOf(send(promptOf({}, kSources + question.toStdString()), "small")), expected.toStdString());
    }

    void tiersReadDifferentAmounts() {
        std::string message = "Sources\n\n";
        for (int i = 1; i <= 400; ++i)
            message +=
                "[" + std::to_string(i) + "] Filler about gardens and weather number " + std::to_string(i) + ".\n";
        message += "[401] The secret word is xylophone.\n\nQuestion: What is the secret word?";
        QCOMPARE(textOf(send(promptOf({}, message), "large")), std::string("The secret word is xylophone. [401]"));
        QCOMPARE(textOf(send(promptOf({}, message), "small")), std::string("The sources do not say."));
    }

    void streamsAndStops() {
        std::string streamed;
        int deltas = 0;
        const auto onDelta = [&](std::string_view text) {
            streamed += text;
            ++deltas;
        };
        const auto prompt = promptOf({}, kSources + "Are domains refunded within days?");
        const auto reply = send(prompt, "large", Json::object(), {}, onDelta);
        QCOMPARE(streamed, textOf(reply));
        QVERIFY(deltas > 1);
        std::stop_source stop;
        const auto cut =
            send(prompt, "large", Json::object(), stop.get_token(), [&stop](std::string_view) { stop.request_stop(); });
        QVERIFY(std::get<Failure>(cut).kind == FailureKind::Cancelled);
        QVERIFY(!std::get<Failure>(cut).partialText.empty());
        QVERIFY(std::get<Failure>(send(prompt, "large", Json::object(), stop.get_token())).kind ==
                FailureKind::Cancelled);
    }

    void honoursMaxTokens() {
        const auto reply = send(promptOf({}, kSources + "Are domains refunded?"), "small", {{"max_tokens", 3}});
        const auto& completion = std::get<Completion>(reply);
        QVERIFY(completion.finish == provider::Finish::Length);
        QVERIFY(completion.usage->output <= 3);
    }

    void fillsFields_data() {
        QTest::addColumn<QByteArray>("property");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* property, const char* message, const char* expected) {
            QTest::newRow(name) << QByteArray(property) << QByteArray(message) << QByteArray(expected);
        };
        row("date", "'due_date':{'type':'string','format':'date'}", "Invoice date: 1 March 2025\nDue date: 15.03.2025",
            "{'due_date':'2025-03-15'}");
        row("american date", "'date':{'type':'string','format':'date'}", "Pay $5 on March 4th, 2025",
            "{'date':'2025-03-04'}");
        row("amount", "'total':{'type':'number'}", "Net: EUR 1.000,00\nTotal: EUR 1.190,50", "{'total':1190.5}");
        row("thousands", "'total':{'type':'number'}", "Total 12,345 USD", "{'total':12345.0}");
        row("integer", "'seats':{'type':'integer'}", "Rooms: 2\nSeats: 40", "{'seats':40}");
        row("currency", "'currency':{'enum':['EUR','USD']}", "Total: $12", "{'currency':'USD'}");
        row("email", "'email':{'type':'string','format':'email'}", "Write to ann.b@shop.example.",
            "{'email':'ann.b@shop.example'}");
        row("pattern", "'po_number':{'type':['string','null'],'pattern':'^PO-[0-9]{5}$'}",
            "Your order PO-12345, thanks", "{'po_number':'PO-12345'}");
        row("null", "'po_number':{'type':['string','null'],'pattern':'^PO-[0-9]{5}$'}", "No order. PO-123456 is longer",
            "{'po_number':null}");
        row("iban", "'iban':{'anyOf':[{'type':'string'},{'type':'null'}]}", "IBAN: SE69 0000 6561 1156 4751 0071",
            "{'iban':'SE69 0000 6561 1156 4751 0071'}");
        row("code", "'invoice_number':{'type':'string'}", "Customer no.: C-77\nInvoice number: INV/2024/12",
            "{'invoice_number':'INV/2024/12'}");
        row("label", "'vendor':{'type':'string'}", "Buyer: Us\nVendor: Green Tea House",
            "{'vendor':'Green Tea House'}");
        row("nested",
            "'who':{'type':'object','required':['mail'],'properties':{'mail':{'type':'string','format':'email'}}}",
            "me@x.example", "{'who':{'mail':'me@x.example'}}");
        row("list", "'emails':{'type':'array','items':{'type':'string','format':'email'}}", "a@x.example, b@x.example",
            "{'emails':['a@x.example','b@x.example']}");
        row("constant", "'kind':{'const':'mail'}", "x", "{'kind':'mail'}");
        row("endless", "'x':{'$ref':'#/properties/x'}", "x", "{'x':'x'}");
    }
    void fillsFields() {
        QFETCH(QByteArray, property);
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, expected);
        const std::string name = property.mid(1, property.indexOf('\'', 1) - 1).toStdString();
        const std::string schema =
            "{'type':'object','required':['" + name + "'],'properties':{" + property.toStdString() + "}}";
        QCOMPARE(textOf(send(jsonPrompt({}, message.toStdString(), schema.c_str()))), quoted(expected.toStdString()));
    }

    void learnsFromTheTurns() {
        const char* schema =
            "{'type':'object','required':['vendor','urgent'],'properties':{"
            "'vendor':{'type':'string'},'urgent':{'type':'boolean'}}}";
        const auto reply = send(jsonPrompt(
            {{"Hello Bob\nplease pay now, today\nKind regards\nBlue Harbour",
              "{'vendor':'Blue Harbour','urgent':true}"},
             {"Dear Ann\npay whenever you like\nKind regards\nRed Mill", "{'vendor':'Red Mill','urgent':false}"},
             {"Hi Tom\npay today, now\nKind regards\nOld Oak", "{'vendor':'Old Oak','urgent':true}"}},
            "Dear Eve\nplease pay today\nKind regards\nGreen Lake", schema));
        QCOMPARE(textOf(reply), quoted("{'vendor':'Green Lake','urgent':true}"));
    }

    // What does not fit is refused as a whole: nothing is read of it, nothing streams.
    void refusesWhatDoesNotFit_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<int>("words");
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<bool>("fits");
        const auto row = [](const char* name, const char* model, int words, const char* limit, bool fits) {
            QTest::newRow(name) << QString::fromLatin1(model) << words << QByteArray(limit) << fits;
        };
        row("fills small", "builtin/small", 8'192, "null", true);
        row("one more", "builtin/small", 8'193, "null", false);
        row("by its short name", "small", 8'193, "null", false);
        row("answer just fits", "builtin/small", 8'000, "192", true);
        row("answer does not", "builtin/small", 8'000, "193", false);
        row("any answer", "builtin/small", 1, "9223372036854775807", false);
        row("fits large", "builtin/large", 32'768, "null", true);
        row("not even large", "builtin/large", 32'769, "null", false);
    }
    void refusesWhatDoesNotFit() {
        QFETCH(QString, model);
        QFETCH(int, words);
        QFETCH(QByteArray, limit);
        QFETCH(bool, fits);
        std::string message;
        for (int i = 0; i < words; ++i)
            message += "abc ";  // one token
        workflow::Prompt prompt;
        prompt.messages.push_back({Role::User, message});
        const auto reply = send(prompt, model.toStdString(), {{"max_tokens", parseJson(limit.toStdString()).value()}});
        QCOMPARE(std::holds_alternative<Completion>(reply), fits);
        if (fits) {
            QCOMPARE(std::get<Completion>(reply).usage->input, std::int64_t{words});
            return;
        }
        const Failure& failure = std::get<Failure>(reply);
        QVERIFY(failure.kind == FailureKind::ContextTooLong && failure.partialText.empty());
        QVERIFY2(failure.message.find("Shorten the prompt") != std::string::npos, failure.message.c_str());
    }

    void hostilePrompts() {
        const std::string noBlank(1U << 16U, 'x');
        for (const std::string& message :
             {noBlank, std::string("\xff\xfe\x80"), std::string(), std::string(20'000, '\n'), std::string(20'000, '['),
              std::string("Question:")}) {
            QVERIFY(std::holds_alternative<Completion>(send(promptOf({}, message))));
            QVERIFY(std::holds_alternative<Completion>(send(promptOf({{"\xff", "label"}}, message))));
            const auto reply = send(jsonPrompt({}, message, "{'type':'object','properties':{'a':{'type':'string'}}}"));
            QVERIFY(parseJson(textOf(reply)).ok());
        }
        const auto odd =
            send(jsonPrompt({{"x", "not json"}}, "x", "{'type':'object','properties':{'a':{'pattern':'('}}}"));
        QVERIFY(parseJson(textOf(odd)).ok());
    }
};

QTEST_APPLESS_MAIN(BuiltinTest)
#include "tst_builtin.moc"
