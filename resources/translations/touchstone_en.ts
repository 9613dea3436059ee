<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>CaseDetail</name>
    <message numerus="yes">
        <source>… %n more character(s), left out here; copying takes all of it.</source>
        <translation>
            <numerusform>… %n more character, left out here; copying takes all of it.</numerusform>
            <numerusform>… %n more characters, left out here; copying takes all of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%n example(s) added</source>
        <translation>
            <numerusform>%n example added</numerusform>
            <numerusform>%n examples added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) removed</source>
        <translation>
            <numerusform>%n example removed</numerusform>
            <numerusform>%n examples removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) changed</source>
        <translation>
            <numerusform>%n example changed</numerusform>
            <numerusform>%n examples changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) added</source>
        <translation>
            <numerusform>%n rule added</numerusform>
            <numerusform>%n rules added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) removed</source>
        <translation>
            <numerusform>%n rule removed</numerusform>
            <numerusform>%n rules removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) changed</source>
        <translation>
            <numerusform>%n rule changed</numerusform>
            <numerusform>%n rules changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) added</source>
        <translation>
            <numerusform>%n tool added</numerusform>
            <numerusform>%n tools added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) removed</source>
        <translation>
            <numerusform>%n tool removed</numerusform>
            <numerusform>%n tools removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) changed</source>
        <translation>
            <numerusform>%n tool changed</numerusform>
            <numerusform>%n tools changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartFact</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n example</numerusform>
            <numerusform>%n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>JSON · %n field(s)</source>
        <translation>
            <numerusform>JSON · %n field</numerusform>
            <numerusform>JSON · %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n field</numerusform>
            <numerusform>%n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s)</source>
        <translation>
            <numerusform>%n tool</numerusform>
            <numerusform>%n tools</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n tier</numerusform>
            <numerusform>%n tiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n rule</numerusform>
            <numerusform>%n rules</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PolicyModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RoutingPicture</name>
    <message numerus="yes">
        <source>%n attempt(s) on a tier</source>
        <translation>
            <numerusform>%n attempt on a tier</numerusform>
            <numerusform>%n attempts on a tier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AddCaseBar</name>
    <message numerus="yes">
        <source>Added to %1, which has %n case(s) now.</source>
        <translation>
            <numerusform>Added to %1, which has %n case now.</numerusform>
            <numerusform>Added to %1, which has %n cases now.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AnswerView</name>
    <message numerus="yes">
        <source>… %n more character(s), left out here; “Copy the answer” takes all of it.</source>
        <translation>
            <numerusform>… %n more character, left out here; “Copy the answer” takes all of it.</numerusform>
            <numerusform>… %n more characters, left out here; “Copy the answer” takes all of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::BulkActions</name>
    <message numerus="yes">
        <source>%n trace(s) written</source>
        <translation>
            <numerusform>%n trace written</numerusform>
            <numerusform>%n traces written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make cases of %n trace(s) and add them to %1?</source>
        <translation>
            <numerusform>Make cases of %n trace and add them to %1?</numerusform>
            <numerusform>Make cases of %n traces and add them to %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>policy withholds %n input(s)</source>
        <translation>
            <numerusform>policy withholds %n input</numerusform>
            <numerusform>policy withholds %n inputs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) added</source>
        <translation>
            <numerusform>%n case added</numerusform>
            <numerusform>%n cases added</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CaseDetail</name>
    <message numerus="yes">
        <source>%1 of %n scorer(s) passed</source>
        <translation>
            <numerusform>%1 of %n scorer passed</numerusform>
            <numerusform>%1 of %n scorers passed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 … and %n more</source>
        <translation>
            <numerusform>%1 … and %n more</numerusform>
            <numerusform>%1 … and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CasePicker</name>
    <message numerus="yes">
        <source>%1 · %n case(s)</source>
        <translation>
            <numerusform>%1 · %n case</numerusform>
            <numerusform>%1 · %n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n case(s) are listed.</source>
        <translation>
            <numerusform>The first %n case are listed.</numerusform>
            <numerusform>The first %n cases are listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChangeStrip</name>
    <message numerus="yes">
        <source>%n part(s) identical in all versions</source>
        <translation>
            <numerusform>%n part identical in all versions</numerusform>
            <numerusform>%n parts identical in all versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChunkBrowser</name>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n chunk</numerusform>
            <numerusform>%n chunks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CompareView</name>
    <message numerus="yes">
        <source>%n case(s) copied</source>
        <translation>
            <numerusform>%n case copied</numerusform>
            <numerusform>%n cases copied</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s)</source>
        <translation>
            <numerusform>%1 of %n case</numerusform>
            <numerusform>%1 of %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ComparisonChoices</name>
    <message numerus="yes">
        <source>%1 · %n case(s)</source>
        <translation>
            <numerusform>%1 · %n case</numerusform>
            <numerusform>%1 · %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CostView</name>
    <message numerus="yes">
        <source>%1 for %n call(s)</source>
        <translation>
            <numerusform>%1 for %n call</numerusform>
            <numerusform>%1 for %n calls</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DatasetMenu</name>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1 (%n case)</numerusform>
            <numerusform>%1 (%n cases)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DiffView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n equal line</numerusform>
            <numerusform>%n equal lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DropQuestion</name>
    <message numerus="yes">
        <source>%1 case(s) in “%2”</source>
        <translation>
            <numerusform>%1 case in “%2”</numerusform>
            <numerusform>%1 cases in “%2”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExamplesModel</name>
    <message numerus="yes">
        <source>Clear %n cell(s)</source>
        <translation>
            <numerusform>Clear %n cell</numerusform>
            <numerusform>Clear %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n example(s)</source>
        <translation>
            <numerusform>Remove %n example</numerusform>
            <numerusform>Remove %n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n example(s)</source>
        <translation>
            <numerusform>Move %n example</numerusform>
            <numerusform>Move %n examples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExamplesView</name>
    <message numerus="yes">
        <source>Paste %n example(s)</source>
        <translation>
            <numerusform>Paste %n example</numerusform>
            <numerusform>Paste %n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n example(s)</source>
        <translation>
            <numerusform>Duplicate %n example</numerusform>
            <numerusform>Duplicate %n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n example</numerusform>
            <numerusform>%n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n with problems</numerusform>
            <numerusform>%n with problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExperimentController</name>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 run</numerusform>
            <numerusform>%1 runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 run(s) kept</source>
        <translation>
            <numerusform>%1 of %2 run kept</numerusform>
            <numerusform>%1 of %2 runs kept</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FilterLine</name>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HistoryRows</name>
    <message numerus="yes">
        <source>%n part(s) changed</source>
        <translation>
            <numerusform>%n part changed</numerusform>
            <numerusform>%n parts changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JobStrip</name>
    <message numerus="yes">
        <source>✕ %n job(s) failed</source>
        <translation>
            <numerusform>✕ %n job failed</numerusform>
            <numerusform>✕ %n jobs failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n member }</numerusform>
            <numerusform>{ %n members }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n item(s) ]</source>
        <translation>
            <numerusform>[ %n item ]</numerusform>
            <numerusform>[ %n items ]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::LowerPane</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MarkdownView</name>
    <message numerus="yes">
        <source>… %n more character(s), shown as text only</source>
        <translation>
            <numerusform>… %n more character, shown as text only</numerusform>
            <numerusform>… %n more characters, shown as text only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::Navigator</name>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n changed</numerusform>
            <numerusform>%n changed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::NewStrip</name>
    <message numerus="yes">
        <source>%n new trace(s)</source>
        <translation>
            <numerusform>%n new trace</numerusform>
            <numerusform>%n new traces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PastExperiments</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), not finished</source>
        <translation>
            <numerusform>%n run, not finished</numerusform>
            <numerusform>%n runs, not finished</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PastePanel</name>
    <message numerus="yes">
        <source>%n example(s) to add.</source>
        <translation>
            <numerusform>%n example to add.</numerusform>
            <numerusform>%n examples to add.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit.</source>
        <translation>
            <numerusform>%n does not fit.</numerusform>
            <numerusform>%n do not fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n example(s)</source>
        <translation>
            <numerusform>Add %n example</numerusform>
            <numerusform>Add %n examples</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that fit</source>
        <translation>
            <numerusform>Add the %n that fits</numerusform>
            <numerusform>Add the %n that fit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyDelegate</name>
    <message numerus="yes">
        <source>● %n hit(s)</source>
        <translation>
            <numerusform>● %n hit</numerusform>
            <numerusform>● %n hits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyModel</name>
    <message numerus="yes">
        <source>%1. Applies to the test text, %n place(s).</source>
        <translation>
            <numerusform>%1. Applies to the test text, %n place.</numerusform>
            <numerusform>%1. Applies to the test text, %n places.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyTest</name>
    <message numerus="yes">
        <source>%1 The first %n of the places found are marked.</source>
        <translation>
            <numerusform>%1 The first of the places found is marked.</numerusform>
            <numerusform>%1 The first %n of the places found are marked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyView</name>
    <message numerus="yes">
        <source>%n rule(s) found something.</source>
        <translation>
            <numerusform>%n rule found something.</numerusform>
            <numerusform>%n rules found something.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::QueryField</name>
    <message numerus="yes">
        <source>%n more term(s) of the filter</source>
        <translation>
            <numerusform>%n more term of the filter</numerusform>
            <numerusform>%n more terms of the filter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RetrievalSearch</name>
    <message numerus="yes">
        <source>%n chunk(s) searched</source>
        <translation>
            <numerusform>%n chunk searched</numerusform>
            <numerusform>%n chunks searched</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaModel</name>
    <message numerus="yes">
        <source>Remove %n properties</source>
        <translation>
            <numerusform>Remove %n property</numerusform>
            <numerusform>Remove %n properties</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ServerCard</name>
    <message numerus="yes">
        <source>It works: %n model(s), answered in %1.</source>
        <translation>
            <numerusform>It works: %n model, answered in %1.</numerusform>
            <numerusform>It works: %n models, answered in %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SettingsView</name>
    <message numerus="yes">
        <source>%n setting(s) found</source>
        <translation>
            <numerusform>%n setting found</numerusform>
            <numerusform>%n settings found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::StatusLine</name>
    <message numerus="yes">
        <source>✕ %n error(s)</source>
        <translation>
            <numerusform>✕ %n error</numerusform>
            <numerusform>✕ %n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n warning(s)</source>
        <translation>
            <numerusform>▲ %n warning</numerusform>
            <numerusform>▲ %n warnings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SuggestionList</name>
    <message numerus="yes">
        <source>%1, %2 trace(s)</source>
        <translation>
            <numerusform>%1, %2 trace</numerusform>
            <numerusform>%1, %2 traces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TimeBrush</name>
    <message numerus="yes">
        <source>%1: %2 trace(s), %3 failed</source>
        <translation>
            <numerusform>%1: %2 trace, %3 failed</numerusform>
            <numerusform>%1: %2 traces, %3 failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TokensPanel</name>
    <message numerus="yes">
        <source>%1 (%2): %n hit(s) in %3</source>
        <translation>
            <numerusform>%1 (%2): %n hit in %3</numerusform>
            <numerusform>%1 (%2): %n hits in %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TopBar</name>
    <message numerus="yes">
        <source>%n part(s) changed since %1</source>
        <translation>
            <numerusform>%n part changed since %1</numerusform>
            <numerusform>%n parts changed since %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceTableModel</name>
    <message numerus="yes">
        <source>%n call(s) to a model, of them %1 repeated</source>
        <translation>
            <numerusform>%n call to a model, of them %1 repeated</numerusform>
            <numerusform>%n calls to a model, of them %1 repeated</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TracesView</name>
    <message numerus="yes">
        <source>Copied %n row(s)</source>
        <translation>
            <numerusform>Copied %n row</numerusform>
            <numerusform>Copied %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 trace(s)   mean %2   sum %3   p50 %4   p95 %5</source>
        <translation>
            <numerusform>%1 trace   mean %2   sum %3   p50 %4   p95 %5</numerusform>
            <numerusform>%1 traces   mean %2   sum %3   p50 %4   p95 %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 trace(s)</source>
        <translation>
            <numerusform>%1 of %2 trace</numerusform>
            <numerusform>%1 of %2 traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 trace(s)</source>
        <translation>
            <numerusform>%1 trace</numerusform>
            <numerusform>%1 traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) paid nothing and are in no sum of money; origin:replay sums them.</source>
        <translation>
            <numerusform>%n replay paid nothing and are in no sum of money; origin:replay sums them.</numerusform>
            <numerusform>%n replays paid nothing and are in no sum of money; origin:replay sums them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ValidationView</name>
    <message numerus="yes">
        <source>✕ The last answer has %n fault(s).</source>
        <translation>
            <numerusform>✕ The last answer has %n fault.</numerusform>
            <numerusform>✕ The last answer has %n faults.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionHead</name>
    <message numerus="yes">
        <source>%n case(s), no scorer</source>
        <translation>
            <numerusform>%n case, no scorer</numerusform>
            <numerusform>%n cases, no scorer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::WorkspacePage</name>
    <message numerus="yes">
        <source>The comparison of %1 is not finished; %n result(s) kept.</source>
        <translation>
            <numerusform>The comparison of %1 is not finished; %n result kept.</numerusform>
            <numerusform>The comparison of %1 is not finished; %n results kept.</numerusform>
        </translation>
    </message>
</context>
</TS>
