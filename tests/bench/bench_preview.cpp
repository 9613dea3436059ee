// SPDX-License-Identifier: Apache-2.0
//
// bench_preview [--smoke]: what a key in an editor costs until the prompt, its tokens and its cost are known, with
// everything warm. Goal: 30 ms for the slowest workflow of the sample.

#include "bench/bench_table.h"
#include "session/preview.h"
#include "session/session.h"
#include "wiring/places.h"
#include "wiring/wiring.h"

#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>

using namespace touchstone;
using bench::Better;
using session::await;

namespace {

constexpr double kPreviewGoal = 30;  // ms

template <class T>
T need(Result<T> result) {
    if (result.ok())
        return std::move(result).value();
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(1);
}

struct Draft {
    session::DraftText text;
    Json input;
};

Draft sampleDraft(session::Session& session, const std::string& workflow) {
    const auto version = need(
        await<workflow::Version>([&](auto done) { session.authoring().version(workflow, "main", std::move(done)); }));
    Json input = Json::object();
    if (const Json* example = resolvePointer(version.document, "/prompt/examples/0/input"))
        input = *example;
    else
        input = {{"question", "How do I cancel my subscription and get a refund?"}};
    return {{std::make_shared<const Json>(version.document), {}}, std::move(input)};
}

// `count` examples, all of them sent.
Draft largeDraft(session::Session& session, std::size_t count) {
    Draft draft = sampleDraft(session, "support-triage");
    Json document = *draft.text.document;
    Json& examples = document["prompt"]["examples"];
    const Json some = examples;
    while (examples.size() < count)
        examples.push_back(some[examples.size() % some.size()]);
    document["prompt"].erase("select");
    draft.text.document = std::make_shared<const Json>(std::move(document));
    return draft;
}

// The best time from a key in the instructions to its preview, in ms.
double previewMilliseconds(session::Session& session, Draft draft, std::size_t rounds) {
    const std::string before = stringAt((*draft.text.document)["instructions"], "text");
    std::size_t keys = 0;
    const auto look = [&] {
        draft.text.typed = {{"instructions", before + std::string(++keys, '.'), true}};
        const auto preview = need(await<session::Preview>(
            [&](auto done) { session.running().preview(draft.text, draft.input, {}, {}, std::move(done)); }));
        if (preview.problem || preview.messages.empty()) {
            std::fprintf(stderr, "no preview: %s\n", preview.problem ? preview.problem->error.message.c_str() : "");
            std::exit(1);
        }
    };
    look();
    return 1e3 * bench::bestSecondsOf(rounds, 5, look);
}

}  // namespace

int main(int argc, char** argv) {
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    const std::size_t rounds = smoke ? 1 : 10;
    const QTemporaryDir folder;
    const auto wiring = need(wiring::Wiring::make());
    const auto session = need(session::Session::open(folder.filePath(QStringLiteral("bench.touchstone")).toStdString(),
                                                     store::OpenMode::Create, wiring->parts()));
    need(await<session::SampleSummary>(
        [&](auto done) { session->sample().fill(wiring::resourceFolder() / "sample", {}, std::move(done)); }));
    bench::Table table;
    for (const char* workflow : {"support-triage", "help-answers", "email-extraction"})
        table.add(std::string("preview after a key, ") + workflow,
                  previewMilliseconds(*session, sampleDraft(*session, workflow), rounds), kPreviewGoal, "ms",
                  Better::Lower);
    const std::size_t many = smoke ? 200 : 10'000;
    table.add("preview after a key, " + std::to_string(many) + " examples sent",
              previewMilliseconds(*session, largeDraft(*session, many), smoke ? 1 : 2), "ms");
    table.print();
    return 0;
}
