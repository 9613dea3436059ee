// SPDX-License-Identifier: Apache-2.0
//
// bench_eval [--smoke] [--workbench PROGRAM]: the main job with touchstonectl's own code. Goals: two versions on the
// 3,080 test messages of Banking77, 10 examples a label, in 6 s and 300 MB; every case over loopback HTTP costs less
// than 2 ms; and, of the workbench, a first window in 500 ms.

#include "bench/bench_table.h"
#include "ctl/command_line.h"
#include "support/openai_stub.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string_view>

using namespace touchstone;
using bench::Better;
using testing::CommandLine;
using testing::OpenAiStub;
using testing::Said;

namespace {

namespace fs = std::filesystem;

constexpr double kCompareGoal = 6;   // s
constexpr double kMemoryGoal = 300;  // MB
constexpr double kHttpGoal = 500;    // cases/s
constexpr double kWindowGoal = 500;  // ms
constexpr auto kKeyVariable = "TOUCHSTONE_BENCH_KEY";

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

// A folder that is gone when the benchmark is.
class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "touchstone-bench-XXXXXX").string();
        if (!::mkdtemp(name.data()))
            stop("cannot make a folder in " + fs::temp_directory_path().string());
        m_path = name;
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] std::string operator/(const char* name) const { return (m_path / name).string(); }
    std::string put(const char* name, std::string_view content) const {
        fs::create_directories((m_path / name).parent_path());
        std::ofstream(m_path / name, std::ios::binary) << content;
        return *this / name;
    }

private:
    fs::path m_path;
};

Said must(const CommandLine& ctl, const std::vector<std::string>& arguments) {
    Said said = ctl(arguments);
    if (said.code != 0)
        stop(said.all());
    return said;
}

// The first lines of a file, which has no line breaks inside its cells.
std::string head(const std::string& path, std::size_t lines) {
    std::ifstream file(path);
    std::string text;
    std::string line;
    while (lines-- > 0 && std::getline(file, line))
        text += line + "\n";
    return text;
}

void prepare(const CommandLine& ctl, const Folder& folder, const std::string& url, std::size_t cases) {
    const std::string data = TOUCHSTONE_TEST_DATA "/banking77/";
    must(ctl, {"workspace", "new", ctl.workspace()});
    folder.put("wf/workflow.json", R"({"name":"banking","feature":"banking.intent"})");
    folder.put("wf/inputs.json", R"({"type":"object","properties":{"text":{"type":"string"}},"required":["text"]})");
    folder.put("wf/instructions.md", "Name the intent of the message of a bank customer.\n");
    folder.put("wf/prompt/01-user.md", "Message: {{ text }}\n");
    folder.put("wf/prompt/select.json", R"({"by":"similarity","count":24})");
    folder.put("wf/routing.json", toText({{"tiers",
                                           {{"large", {{"provider", "builtin"}, {"model", "builtin/large"}}},
                                            {"http",
                                             {{"provider", "openai"},
                                              {"model", OpenAiStub::kModel},
                                              {"base_url", url},
                                              {"api_key_env", kKeyVariable}}}}}}));
    must(ctl, {"import", "workflow", folder / "wf"});
    for (const char* examples : {"1", "10"}) {
        must(ctl, {"import", "examples", "banking", data + "train.csv", "-e", "category", "-n", examples});
        must(ctl, {"commit", "banking"});
    }
    must(ctl, {"import", "dataset", folder.put("cases.csv", head(data + "test.csv", cases + 1)), "--name", "cases",
               "-e", "category", "--scorers", R"([{"type":"label"}])"});
}

double compareSeconds(const CommandLine& ctl, const char* tier) {
    return bench::secondsOf([&] { must(ctl, {"compare", "banking", "v1", "v2", "-d", "cases", "--tier", tier}); });
}

// What `PROGRAM --time-to-window` prints begins with milliseconds.
double windowMilliseconds(const std::string& program) {
    FILE* pipe = ::popen((program + " --time-to-window").c_str(), "r");
    std::array<char, 256> line{};
    const bool said = pipe && std::fgets(line.data(), line.size(), pipe);
    if (pipe)
        ::pclose(pipe);
    const std::string text = line.data();
    const std::size_t digit = text.find_first_of("0123456789");
    if (!said || digit == std::string::npos)
        stop(program + " does not tell its time to window");
    return std::strtod(text.c_str() + digit, nullptr);
}

}  // namespace

int main(int argc, char** argv) {
    bool smoke = false;
    std::string workbench;
    for (int i = 1; i < argc; ++i) {
        smoke = smoke || std::string_view(argv[i]) == "--smoke";
        if (std::string_view(argv[i]) == "--workbench" && i + 1 < argc)
            workbench = argv[i + 1];
    }
    if (!fs::exists(TOUCHSTONE_TEST_DATA "/banking77/test.csv")) {
        std::puts("no Banking77 in " TOUCHSTONE_TEST_DATA ": nothing was measured");
        return 0;
    }
    ::setenv(kKeyVariable, OpenAiStub::kKey, 1);
    const Folder folder;
    const std::size_t cases = smoke ? 50 : 3080;
    OpenAiStub server([](const Json&) { return std::string("card_arrival"); });
    const CommandLine ctl(folder / "bench.touchstone");
    bench::Table table;
    table.add("import 10 examples a label twice and " + std::to_string(cases) + " cases, commit",
              bench::secondsOf([&] { prepare(ctl, folder, server.baseUrl(), cases); }), "s");
    const double builtin = compareSeconds(ctl, "large");
    table.add("compare 2 versions on " + std::to_string(cases) + " cases, built-in model", builtin, kCompareGoal, "s",
              Better::Lower);
    table.add("the same, a second", static_cast<double>(cases) * 2 / builtin, "cases/s");
    table.add("memory at most, so far", bench::peakMemory(), kMemoryGoal, "MB", Better::Lower);
    const double http = compareSeconds(ctl, "http");
    table.add("the same over loopback HTTP with streaming", static_cast<double>(cases) * 2 / http, kHttpGoal, "cases/s",
              Better::Higher);
    if (!workbench.empty())
        table.add("first window of the workbench", windowMilliseconds(workbench), kWindowGoal, "ms", Better::Lower);
    table.print();
    return 0;
}
