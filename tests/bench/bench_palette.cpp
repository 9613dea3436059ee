// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_palette [--smoke]: the command palette over 10,000 entries. Goal: what fits is shown within a frame of 60 Hz.

#include "bench/bench_table.h"
#include "palette_model.h"

#include <QCoreApplication>

#include <string_view>

using namespace touchstone;
using namespace touchstone::ui;
using bench::Better;

namespace {

constexpr double kFilterGoal = 16;  // ms

class Names : public PaletteSource {
public:
    explicit Names(int count) : PaletteSource(QLatin1Char('@'), QStringLiteral("Versions")) {
        const char* const words[] = {"refund", "examples", "urgency", "Rubric", "routing", "cheaper", "label", "tone"};
        for (int i = 0; i < count; ++i) {
            PaletteEntry entry;
            entry.id = QString::number(i);
            entry.text = QStringLiteral("v%1  add %2 and %3 to the prompt")
                             .arg(i)
                             .arg(QString::fromLatin1(words[i % 8]), QString::fromLatin1(words[i / 8 % 8]));
            m_names.push_back(std::move(entry));
        }
    }
    void refresh() override { setEntries(m_names); }

private:
    PaletteEntries m_names;
};

}  // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const bool smoke = argc > 1 && std::string_view(argv[1]) == "--smoke";
    Names names(smoke ? 100 : 10000);
    PaletteModel model;
    model.addSource(names);
    model.refresh();
    bench::Table table;
    for (const char* typed : {"", "a", "ref", "rubric prompt", "v99"})
        table.add(std::string("10,000 entries, typed '") + typed + "'",
                  1e3 * bench::bestSecondsOf(5, 3, [&] { model.setText(QString::fromLatin1(typed)); }), kFilterGoal,
                  "ms", Better::Lower);
    table.print();
    return 0;
}
