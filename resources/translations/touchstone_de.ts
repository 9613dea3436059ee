<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CaseDetail</name>
    <message>
        <source>Copy %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%n example(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) added</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) removed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>white space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>message %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reworded (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>Mean score %1, 95 % interval %2 to %3; %4 of %5 cases passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cost of these runs is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per 1,000 runs, %2 against the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per 1,000 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>■ blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ fell back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ never answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= no difference shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? undecided so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency p50 %1, p95 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 without an answer: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fell back on %1, because %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExpressionFindings</name>
    <message>
        <source>Column %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Default: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is no number. Write %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (not carried out yet)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quotation mark is left open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Separate the values by commas and write text in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number, at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number, at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>The overlap must be smaller than the size of %1 tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size must be larger than the overlap of %1 tokens: lower that first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Also set, edited in the source: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpLibrary</name>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what it does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Functions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputForm</name>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, optional</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ finished in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failed after %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Policy withheld the input; it is stored nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartFact</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>JSON · %n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / day</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · top %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartFields</name>
    <message>
        <source>When nearly spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sends runs to a cheaper tier when the day&apos;s budget is nearly spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “route:” and the name of a tier, such as “route:small”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most that one run may cost; it stops before it would cost more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Per day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most that all runs of a day may cost together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to a run when nothing is left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refuse runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer from the cache, else refuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When an earlier answer is used again instead of asking the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: always ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Exact: the same prompt to the same tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Semantic: a prompt close enough in meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long an answer stays usable. A day has 86400 seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How close a prompt must be in semantic mode: 1 is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conversation takes at most this much of the prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This many of the latest messages are always sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to messages that do not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put a summary in their place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of these roles are never dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where documents may be cut.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens: windows of one size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sentences: never inside of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recursive: paragraphs, then lines, then sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown: along the headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest passage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What two neighbouring passages share; less than the size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form of the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON that fits the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arguments of a tool call that fit the schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the model is asked until its answer is valid, the first time included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is tried when an answer is invalid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the model what was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops an attempt as soon as its answer can no longer become valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those most like the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone does not carry out “%1” yet: a run of a version that sets it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PartViews</name>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>The JSON Schema of what the feature is given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model is told first, as a template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The messages, and the few-shot examples to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which documents are searched, and how much is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How documents are cut into pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of a conversation is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model may call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shape the answer must have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which model answers, and what happens when it fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is blocked, masked or flagged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What a run may cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether answers are used again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PolicyModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tool results</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickFixes</name>
    <message>
        <source>Use “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename to “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add input “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “| tojson”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutingFields</name>
    <message>
        <source>Who answers: “builtin” runs here, “openai” is the OpenAI API, any other name needs the base address of a server that speaks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition over the input fields and tokens.prompt; none: the rule always applies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sticky by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What keeps to one side of a split, such as a customer&apos;s id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write small letters, digits, dashes and underscores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider&apos;s name of the model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the model as they are: {&quot;temperature&quot;: 0.2, &quot;max_tokens&quot;: 512}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a JSON object: {&quot;max_tokens&quot;: 512}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a server that speaks the OpenAI API, such as http://localhost:11434/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a web address that begins with http:// or https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The environment variable that holds the key; never the key itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name of an environment variable, such as OPENAI_API_KEY.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USD per 1M tok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tier that is asked at this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition over the answer; none: every answer is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An attempt fails after this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hedge after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A second attempt starts when the first has not answered; the first answer wins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On one tier, the first included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Doubles with each attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a random part of the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retry on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>server error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That open the breaker.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Within</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left alone for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Probes at a time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RoutingPicture</name>
    <message>
        <source>%1 (no such tier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads to no tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sticky by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule %1. %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in, %2 out per 1M tok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier %1. %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no such tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept when %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept every answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cascade step %1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) on a tier</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 each, waits %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hedged after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts. %1. %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Touchstone does not carry this out yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. It has an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Otherwise the first tier: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaInspector</name>
    <message>
        <source>One of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The values it may have, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write values of the type above, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describes the text: date, e-mail, address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression the text must match.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less than</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No item twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other properties are allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model reads it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a value of the type above.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SchemaKeywords</name>
    <message>
        <source>%1–%2 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>format %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pattern %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1, less than %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a multiple of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1–%2 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least %1 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up to %1 items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no duplicates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other properties</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> or </source>
        <comment>between the types a value may have</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>combination</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>default %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what they do</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplateCompletion</name>
    <message>
        <source>each of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loop variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the loop is: loop.index, loop.first, loop.last …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What retrieval found, the best first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The few-shot examples that were chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>argument</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyword</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>function</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AboutDialog</name>
    <message>
        <source>Touchstone %1
Built with %2 for %3
Qt %4 (built against %5)
%6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Touchstone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No telemetry: nothing is sent to the makers of Touchstone, and nothing to anybody but the providers that your workflows name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy these lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ActionSource</name>
    <message>
        <source>not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AddCaseBar</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name of a dataset, also a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this answer is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is expected yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has this case already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Added to %1, which has %n case(s) now.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AnswerView</name>
    <message>
        <source>How the answer is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs from the pinned answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin a run to compare the next ones with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AttemptsView</name>
    <message>
        <source>▲ stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier · model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model was asked: the run ended before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AuthorView</name>
    <message>
        <source>Restore %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft says what %1 says. Undo brings back what it said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit the draft as a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repair the problem here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace in this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next open part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous open part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the draft on this input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::BellButton</name>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications: %1 unread</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::BellPopup</name>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CaseDetail</name>
    <message>
        <source>passed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fell back, because %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the answers are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of the answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer of the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer of the candidate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one to read both answers in full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n scorer(s) passed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 … and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CasePicker</name>
    <message>
        <source>case %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the input of a dataset&apos;s case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This workspace has no dataset yet. Drop a CSV or JSONL file on the window, or add what you try here to one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %n case(s) are listed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Case %1; take another one</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CaseTable</name>
    <message>
        <source>Cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of the cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most worse first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most better first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slowest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In dataset order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CellDelegate</name>
    <message>
        <source>expects %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChangeStrip</name>
    <message>
        <source>What changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing but how often they run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) identical in all versions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::Chip</name>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChunkBrowser</name>
    <message>
        <source>No corpus is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents of the corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the document with its chunks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chunks before these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chunks after these</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 to %3 tok, median %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Chunk %1 of %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · shares %2 with the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A long document (%1): chunks %2 to %3 of %4 are shown.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChunkingView</name>
    <message>
        <source>Corpus to look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it does</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CodeEditor</name>
    <message>
        <source>Tab writes here; press Esc, then Tab to leave the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+Enter: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CodeFindBar</name>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line, or line:column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns as they were</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CommandPalette</name>
    <message>
        <source>Nothing is called so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CommitPanel</name>
    <message>
        <source>someone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything: this is the first version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed since %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the errors in Problems first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A message says why.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CompareModel</name>
    <message>
        <source>Fell back, because %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed, score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed, score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another answer than the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same answer as the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CompareView</name>
    <message>
        <source>A comparison needs two versions. Change the draft and commit it to make another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset yet: import cases from a CSV or JSON Lines file with the inputs and an expected answer for each, or compare on one input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two to six versions; the first is the baseline.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a dataset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the newest two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison was not written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) copied</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 cases copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison could not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep the finished cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is read-only: nothing can be run in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the versions and compare their answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below are the results of the choice before; compare again for those of this one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace is read-only. Earlier comparisons can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs the versions on every case and says which is better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comparison cannot be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: %1 finished runs are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 versions · %2 of %3 cases · %4 runs · %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ComparisonChoices</name>
    <message>
        <source>Add version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a version to the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dataset, or one input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier: as each version routes, or one for all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The input to compare on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft · what stands in the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All versions are in the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as routed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One input…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cases as CSV or JSON Lines (*.csv *.jsonl *.ndjson)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n case(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ConflictBar</name>
    <message>
        <source>This draft was changed elsewhere (touchstonectl or another window) at %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text was saved over theirs, which is kept until the commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show theirs instead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is their text now. Yours is kept until the commit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring mine back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This draft was changed elsewhere, so it was loaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your edits are not saved yet. Which text counts?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both texts are the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is struck through is theirs, what is marked as new is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference of the two texts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CostView</name>
    <message>
        <source>No model was asked, so nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of %1 is not known, so the cost is not known either.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n call(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1; tokens are estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost by call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DatasetMenu</name>
    <message>
        <source>Name of a new dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New dataset: name and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DiffPage</name>
    <message>
        <source>Changes of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the same in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DiffView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, now: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DocumentsModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DraftModel</name>
    <message>
        <source>The draft was changed elsewhere; decide first which text counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your edits are only in memory until you decide which text counts: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back what was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not saved yet: the draft was changed elsewhere, and which text counts is not decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load the committed text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load what was changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part %1 is not valid JSON; correct it before the commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt&apos;s source is not JSON yet; correct it there before you edit the template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type in %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DropQuestion</name>
    <message>
        <source>Nothing can be made of %1 here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These can be dropped: a workspace (.touchstone), cases (.csv, .jsonl), a workflow (.json, .yaml or its folder), a folder of .md and .txt files for retrieval.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1 as the dataset “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import the texts of the folder %1 as the corpus “%2”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import %1 as the draft of a workflow?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is read-only: nothing can be saved in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corpus “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft of “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) in “%2”</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExampleDelegate</name>
    <message>
        <source>%1 of example %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExamplesModel</name>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit example %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Clear %n cell(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExamplesView</name>
    <message>
        <source>Examples show the model what good answers look like. Add one, or paste rows from a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The examples are no list, so there is no table. Correct the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy some rows in a spreadsheet first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Paste %n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste from spreadsheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExperimentController</name>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on one input</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 run(s) kept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FeedbackView</name>
    <message>
        <source>✓ good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should have been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a mark, a score or a word first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the answer should have been</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score, 0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The feedback is not stored</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FieldRow</name>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This does not fit the setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone does not carry this out yet: a run would be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone does not carry this out yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FilterBar</name>
    <message>
        <source>Filter traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show new traces on top as they come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this filter and press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the filter to save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No filter is saved yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FilterLine</name>
    <message>
        <source>Cases to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter cases and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Worse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tag: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 differences</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FormView</name>
    <message>
        <source>This part is no JSON object, so it has no form. Correct its source.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HelpDesk</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Touchstone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HelpView</name>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This leads out of the help, to the web: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HistoryPanel</name>
    <message>
        <source>Search versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run side by side…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore into the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New branch from here…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag this version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the version&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two, then compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the selected versions side by side (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select two to six versions to run them side by side (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the branch that begins at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tag of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HistoryRows</name>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HitDelegate</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HitsModel</name>
    <message>
        <source>sent, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sent shortened, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: %1 do not fit the token budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: repeats a passage that is sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: below the lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped: beyond the number of passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2. Score %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InlineBanner</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InputForm</name>
    <message>
        <source>%1 (optional)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InputText</name>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InputsView</name>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JobRow</name>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel; finished cases are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the result of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JobStrip</name>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause; finished cases are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel; finished cases are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All jobs; now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✕ %n job(s) failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JobsPopup</name>
    <message>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove those that are over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n item(s) ]</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JsonTreeView</name>
    <message>
        <source>Copy the value as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the JSON pointer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyFilePanel</name>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open: its keys are used until this window&apos;s program ends or the file is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 holds keys; its passphrase opens it. Nobody can help who has lost it: then delete the file and set the keys again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Because %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the key is kept in %2, sealed with a passphrase that you choose now and are asked for at each start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sealed key file is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sealed key file is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a sealed key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyLine</name>
    <message>
        <source>from the environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the sealed file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The variable %1 of this program&apos;s environment counts before any other place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keyring has not answered yet; it may be asking for its password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be read now: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be in the sealed file, which is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace the key %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyVault</name>
    <message>
        <source>The key %1 was not removed: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyringDesk</name>
    <message>
        <source>the keyring was not unlocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no keyring on this system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the keyring cannot be used (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::LowerPane</name>
    <message>
        <source>examples × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context · %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Collapse the pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt as it would be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The prompt appears here as it would be sent, with the input of the Try form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workflow searches no corpus, or nothing was found for this input.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Show the pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MainWindow</name>
    <message>
        <source>Touchstone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is still being saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — Touchstone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace first: then %1 can be imported into it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone workspaces (*.touchstone)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a new workspace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MarkdownView</name>
    <message numerus="yes">
        <source>… %n more character(s), shown as text only</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MemoryForm</name>
    <message>
        <source>How the window is used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assumed length of a message in tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assume messages of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens each (only for this picture)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is free holds pinned messages first, then a summary of the older ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is free holds pinned messages first, then older ones as far as they fit; the rest is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is free holds a summary of the older messages.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is free holds older messages as far as they fit; the rest is dropped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a window to see how it is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest messages × %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assuming %1 tokens a message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MessagesCanvas</name>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>User</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest is too long to show here; copying takes all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all messages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MessagesView</name>
    <message>
        <source>Example %1, its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example %1, its input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2, line %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · from %2 · %3, line %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy all messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ModelServers</name>
    <message>
        <source>A server needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name begins with a letter and has lower-case letters, digits, “-” and “_” only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“builtin” is the model that comes with Touchstone; take another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server needs a base URL, for example https://host/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no base URL: it should look like https://host/v1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL holds a user name or password; keep the key apart from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base URL ends with its path: without “?” and “#”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key&apos;s name is written like a variable: letters, digits and “_”, as in GROQ_API_KEY. The key itself is kept elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::NameLine</name>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::Navigator</name>
    <message>
        <source>Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::NewWorkflowPanel</name>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the workflow (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything that decides how one LLM feature behaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workflow needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name begins with a lower-case letter or a digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has no spaces: use “-” between words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” cannot stand in a name: use lower-case letters, digits, “.”, “_” and “-”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a workflow “%1” already.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::OutcomePanel</name>
    <message>
        <source>The answer appears here, with what it took.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pin this run, to see the next ones beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy, keep or open this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to a dataset…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>run %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fell back to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This run cannot be copied like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. A key stays the name of its variable.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::OutputView</name>
    <message>
        <source>Add schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This part is no JSON object. Correct its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers of this mode need a schema.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PaletteModel</name>
    <message>
        <source>Used lately</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartChanges</name>
    <message>
        <source>+ added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartDelegate</name>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>+ add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartEditor</name>
    <message>
        <source>Views of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find in this part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Touchstone cannot run a workflow with “%2” yet, so it is not offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. This workflow has no “%2”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source is not JSON at %1:%2 — fix it there. This is the last text that was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been committed yet to compare with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartForm</name>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartLegend</name>
    <message>
        <source>Legend</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartTabs</name>
    <message>
        <source>Open parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartsModel</name>
    <message>
        <source>cannot be run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not in this workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (cannot be run yet)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PastExperiments</name>
    <message>
        <source>Earlier comparisons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), not finished</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PasteModel</name>
    <message>
        <source>Column %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PastePanel</name>
    <message>
        <source>The first row holds the names of the columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples that would be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where “%1” goes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) to add.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentence, sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The rest of the table is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n example(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that fit</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PinnedRun</name>
    <message>
        <source>Pinned answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pinned: run %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyDelegate</name>
    <message>
        <source>cannot be tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● applies</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>● %n hit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyMarks</name>
    <message>
        <source>%1 · %2 · %3 “%4”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyModel</name>
    <message>
        <source>%1. %2. %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Cannot be tested: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1. Applies to the test text, %n place(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyPartView</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move rule up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move rule down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy is no list, so it can only be edited as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rules look for personal data, terms and patterns in what comes in and goes out, and block, mask or flag it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move rule</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyRuleForm</name>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>IP address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names the rule in traces and reports.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write small letters, digits, dots, dashes and underscores, at most 64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which text is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words or phrases regardless of case, separated by commas.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A regular expression in the syntax of RE2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over the input fields; “text” is the text that is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Block ends the run, redact masks what was found, flag only marks the trace, route sends the run to another tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the caller is told when the run is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rule looks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what the rule looks for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyTest</name>
    <message>
        <source>Test the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage of the test text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text to test the rules on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste a text to see what the rules do with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text after the rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the rules found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked by “%1”: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>routed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run goes to the tier “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redacted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text goes on as shown at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rule looks at this stage.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text goes on as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 The first %n of the places found are marked.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyView</name>
    <message>
        <source>No policy found anything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) found something.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Findings of policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PreviewWords</name>
    <message>
        <source>The draft cannot run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run would stop at the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run would stop at retrieval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run would stop at the prompt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A run would stop at routing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 / run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + reply / run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of this model is not known. Give it in the routing, at the tier&apos;s “price”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + reply × %2 per million tokens. No example says how long a reply is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + %2 × %3 per million tokens; the reply as long as the examples&apos; answers on average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProblemsList</name>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter leads to the place, Alt+Enter repairs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProblemsModel</name>
    <message>
        <source>%1. Alt+Enter: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProgressLine</name>
    <message>
        <source>Progress of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop and keep the finished cases (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>UNDECIDED SO FAR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProvidersPage</name>
    <message>
        <source>Models are asked only when you run something. A workflow names its provider, address and the name of the key; the key itself is only here: in the environment, the system&apos;s keyring, or a sealed file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::QueryField</name>
    <message>
        <source>Filter traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: status:invalid latency&gt;2s, or words of input or answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RecentList</name>
    <message>
        <source>Opened lately</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep %1 at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ReportExport</name>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or export the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report as a web page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All cases as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures as JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture of the table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RetrievalSearch</name>
    <message>
        <source>What the query finds: type what it would be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is stored and nothing is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) searched</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No chunk shares a word with the query; %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 found are sent, %3; %4.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RetrievalView</name>
    <message>
        <source>Corpus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By its name, or pinned to its content as name@sha256:…; a commit pins it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the name of a corpus of this workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Template of what is searched for, such as {{ question }}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words (BM25)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning (vectors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tok</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When over budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the weakest out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the best sentences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 ranks by relevance alone; lower values avoid repetition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The retrieval is no object, so it can only be edited as text.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingDiagram</name>
    <message>
        <source>Rules</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cascade step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingInspector</name>
    <message>
        <source>Rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cascade step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price, where the price table does not know it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier to fall back to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried in this order when the chosen tier fails.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin with a small letter; then small letters, digits, dashes and underscores, at most 32 in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a tier of this name already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename tier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingNode</name>
    <message>
        <source>Touchstone does not carry this out yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingRuleForm</name>
    <message>
        <source>Leads to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split the runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no such tier)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone does not carry this out yet: a run would be refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change where the rule leads</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingView</name>
    <message>
        <source>The routing is no object, so it can only be edited as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cascade step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove cascade step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move cascade step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change where the rule leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is still mentioned in: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “%1” there too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename tier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunFacts</name>
    <message>
        <source>%1, fell back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price of the model is not known</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunFigures</name>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunStatus</name>
    <message>
        <source>fell back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repaired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>retried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunTabs</name>
    <message>
        <source>Spans of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is known of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaInspector</name>
    <message>
        <source>Details of the selected property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a property to see all that is said of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaModel</name>
    <message>
        <source>each item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edited in the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A property needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change type of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change description of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“required” is no list here. Correct it in the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Require %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make %1 optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an object has properties: change the type first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe the items of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n properties</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A property cannot move into itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaPane</name>
    <message>
        <source>Schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add property</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SearchButton</name>
    <message>
        <source>Search or do anything</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SearchLine</name>
    <message>
        <source>Clear (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ServerCard</name>
    <message>
        <source>A small model inside Touchstone: always here, offline, free, without a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the server %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the server %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model (a test lists them)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy tier JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the test of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), answered in %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>In the server&apos;s own words: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the tiers in a workflow&apos;s routing; the key is named there, never written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a model first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. In Author, open Routing and paste it as a tier; the version then states address and name of the key itself.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ServerForm</name>
    <message>
        <source>Name of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of its key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty if it wants no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Any OpenAI-compatible server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the server %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a provider %1 already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 servers already; remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SettingRow</name>
    <message>
        <source>Reset “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::Settings</name>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one line of at most %1 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” in the settings&apos; file is not %2; the default is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light or dark. “As the system” follows the desktop, also while the window is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>color</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>night</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The size of all text, icons and spaces. Ctrl++, Ctrl+− and Ctrl+0 change it everywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>font</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accessibility</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the window. Files, reports and the command line stay English.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>translation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands in each version you commit. Without it: $TOUCHSTONE_AUTHOR, $GIT_AUTHOR_NAME, or your login&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>author</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep keys in the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GNOME Keyring or KWallet. Without one, or with this off, keys are kept in a file sealed with a passphrase.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hosts that may be asked without encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names or addresses, separated by commas, of servers in a network you trust: everybody on the way can read keys and prompts. This machine itself always may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>http</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SettingsView</name>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Providers and keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touchstone has no telemetry. It sends nothing to its makers: no use, no crashes, no check for updates.

The network is used for two things only, both because you ask for them: a run of a workflow calls the providers its tiers name, and “Test connection” asks one server for its models. A workflow on the built-in model calls nobody.

Your prompts, inputs and answers are in the workspace file, on this machine, and nowhere else. What a policy blocks is stored nowhere. Keys are never in a workspace, a trace, a log or a recording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No telemetry: nothing leaves this machine but what you run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No setting is about “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ShortcutSheet</name>
    <message>
        <source>Search what to do, or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shortcut is about that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SourcesModel</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shortened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source %1, %2, %3, score and tokens %4 %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: %1, %2, score and tokens %3, %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SourcesView</name>
    <message>
        <source>over the token budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>repeats another source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text of the source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::StartPage</name>
    <message>
        <source>No account, no key, no network. Nothing is sent anywhere: there is no telemetry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the workspace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::StatusLine</name>
    <message>
        <source>▲ read-only workspace: nothing can be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>✕ %n error(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n warning(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✓ no problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ Not saved: changed elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SuggestionList</name>
    <message>
        <source>Suggestions for the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 trace(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TextPage</name>
    <message>
        <source>%1 template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TimeBrush</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrow keys move the chosen time, with Shift its end, with Ctrl its beginning; Delete shows all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 trace(s), %3 failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TokenBar</name>
    <message>
        <source>Token budget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply at most %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context window not declared</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reply reserve %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ %1 over · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>free %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TokensPanel</name>
    <message numerus="yes">
        <source>%1 (%2): %n hit(s) in %3</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens and cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not declared; how much the model takes is known to its provider only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 with a reply of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>budget %1 / run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TopBar</name>
    <message>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Branch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no changes since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) changed since %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceActions</name>
    <message>
        <source>Open version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run on draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add to dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a case (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy trace id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a trace first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ran a draft that was not committed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy withheld the input; it is stored nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the version that ran, to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run its exact version again on the recorded answers: no model is called</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the input to the draft and run it there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input and expected answer, as a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recorded messages as a request to the model that answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input and expected answer, as a line of a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All digits of the trace&apos;s id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replayed: the same answer, to the letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replayed: another answer than was recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not added to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has this case already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as cURL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cURL command for this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied as a case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the id</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceColumns</name>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Journey</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>experiment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>production</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceDetail</name>
    <message>
        <source>Select a trace to see what happened in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spans of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages as sent, and the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy trace id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More to do with this trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to see of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Raw</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent to a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The run used no sources.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show its trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace could not be read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceSource</name>
    <message>
        <source>Traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceTable</name>
    <message>
        <source>Traces</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceTableModel</name>
    <message numerus="yes">
        <source>%n call(s) to a model, of them %1 repeated</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TracesView</name>
    <message>
        <source>The traces could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trace passes the filter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every run leaves a trace here: what went in, what came out, and what each step took. Run a draft, or compare two versions, to make the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals are not counted while words are searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 trace(s)   mean %2   sum %3   p50 %4   p95 %5</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 trace(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 trace(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TryPanel</name>
    <message>
        <source>Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route: as the workflow decides. Or the tier that answers whatever the rules say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Route</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::UnsavedQuestion</name>
    <message>
        <source>Touchstone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The draft of %1 is not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the draft to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workflows (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ValidationView</name>
    <message numerus="yes">
        <source>✕ The last answer has %n fault(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>✓ The answer is what the version asks for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A policy ended the run: there is no answer to check.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer came that could be checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faults of the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>whole answer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionChip</name>
    <message>
        <source>%1, the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take %1 out of the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionChips</name>
    <message>
        <source>Versions to compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionDelegate</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionHead</name>
    <message>
        <source>by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by latency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in dataset order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 per 1,000 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>passed %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), no scorer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ %1 win</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ %1 lose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>= %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>▼ %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionNames</name>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionView</name>
    <message>
        <source>its text is no JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the difference is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What differs, part by part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run side by side…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore into the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>compared with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing: all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>v%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · by %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2 say the same.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::WaterfallView</name>
    <message>
        <source>%1, %2, after %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+wheel or + and − zoom, Shift+wheel or ← and → move, 0 or a double click shows the whole run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>touchstone::ui::WorkspacePage</name>
    <message>
        <source>New workflow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace has no workflow yet. A workflow is everything that decides how one LLM feature behaves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This workspace is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create the first workflow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search or do anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace&apos;s file is not in its place any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted while it was open. Put it back, or open it where it is now; after a deletion nothing you do here is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The comparison of %1 is not finished; %n result(s) kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::format</name>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
