<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CaseDetail</name>
    <message>
        <source>Copy %1</source>
        <translation>%1 kopieren</translation>
    </message>
    <message numerus="yes">
        <source>… %n more character(s), left out here; copying takes all of it.</source>
        <translation>
            <numerusform>… %n weiteres Zeichen, hier ausgelassen; Kopieren nimmt alles.</numerusform>
            <numerusform>… %n weitere Zeichen, hier ausgelassen; Kopieren nimmt alles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeWords</name>
    <message numerus="yes">
        <source>%n example(s) added</source>
        <translation>
            <numerusform>%n Beispiel hinzugefügt</numerusform>
            <numerusform>%n Beispiele hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) removed</source>
        <translation>
            <numerusform>%n Beispiel entfernt</numerusform>
            <numerusform>%n Beispiele entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) changed</source>
        <translation>
            <numerusform>%n Beispiel geändert</numerusform>
            <numerusform>%n Beispiele geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) added</source>
        <translation>
            <numerusform>%n Regel hinzugefügt</numerusform>
            <numerusform>%n Regeln hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) removed</source>
        <translation>
            <numerusform>%n Regel entfernt</numerusform>
            <numerusform>%n Regeln entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) changed</source>
        <translation>
            <numerusform>%n Regel geändert</numerusform>
            <numerusform>%n Regeln geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) added</source>
        <translation>
            <numerusform>%n Werkzeug hinzugefügt</numerusform>
            <numerusform>%n Werkzeuge hinzugefügt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) removed</source>
        <translation>
            <numerusform>%n Werkzeug entfernt</numerusform>
            <numerusform>%n Werkzeuge entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s) changed</source>
        <translation>
            <numerusform>%n Werkzeug geändert</numerusform>
            <numerusform>%n Werkzeuge geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>white space</source>
        <translation>Leerraum</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 removed</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>%1 reworded (%2)</source>
        <translation>%1 umformuliert (%2)</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>added</source>
        <translation>hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Parts</source>
        <translation>Bausteine</translation>
    </message>
    <message>
        <source>Workflows</source>
        <translation>Workflows</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Zweige</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and its value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>so it is now</source>
        <translation>so ist es jetzt</translation>
    </message>
</context>
<context>
    <name>CompareWords</name>
    <message>
        <source>Mean score %1, 95 % interval %2 to %3; %4 of %5 cases passed</source>
        <translation>Mittlere Bewertung %1, 95-%-Intervall %2 bis %3; %4 von %5 Fällen bestanden</translation>
    </message>
    <message>
        <source>The cost of these runs is not known</source>
        <translation>Die Kosten dieser Läufe sind nicht bekannt</translation>
    </message>
    <message>
        <source>%1 per 1,000 runs, %2 against the baseline</source>
        <translation>%1 je 1000 Läufe, %2 gegenüber der Basis</translation>
    </message>
    <message>
        <source>%1 per 1,000 runs</source>
        <translation>%1 je 1000 Läufe</translation>
    </message>
    <message>
        <source>✕ invalid</source>
        <translation>✕ ungültig</translation>
    </message>
    <message>
        <source>■ blocked</source>
        <translation>■ blockiert</translation>
    </message>
    <message>
        <source>✕ no answer</source>
        <translation>✕ keine Antwort</translation>
    </message>
    <message>
        <source>▲ fell back</source>
        <translation>▲ ausgewichen</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ durchgefallen</translation>
    </message>
    <message>
        <source>✕ never answered</source>
        <translation>✕ nie geantwortet</translation>
    </message>
    <message>
        <source>✓ better</source>
        <translation>✓ besser</translation>
    </message>
    <message>
        <source>✕ worse</source>
        <translation>✕ schlechter</translation>
    </message>
    <message>
        <source>= no difference shown</source>
        <translation>= kein Unterschied gezeigt</translation>
    </message>
    <message>
        <source>? undecided so far</source>
        <translation>? bisher unentschieden</translation>
    </message>
    <message>
        <source>? undecided</source>
        <translation>? unentschieden</translation>
    </message>
    <message>
        <source>%1, the baseline</source>
        <translation>%1, die Basis</translation>
    </message>
    <message>
        <source>Latency p50 %1, p95 %2</source>
        <translation>Latenz p50 %1, p95 %2</translation>
    </message>
    <message>
        <source>%1 without an answer: %2</source>
        <translation>%1 ohne Antwort: %2</translation>
    </message>
    <message>
        <source>fell back on %1, because %2</source>
        <translation>bei %1 ausgewichen, weil %2</translation>
    </message>
    <message>
        <source>Undecided so far: %1 on %2 cases; the verdict comes with the last one.</source>
        <translation>Bisher unentschieden: %1 bei %2 Fällen; das Urteil kommt mit dem letzten.</translation>
    </message>
    <message>
        <source>draft of %1</source>
        <translation>Entwurf von %1</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>ExpressionFindings</name>
    <message>
        <source>Column %1: %2</source>
        <translation>Spalte %1: %2</translation>
    </message>
</context>
<context>
    <name>FormField</name>
    <message>
        <source>Default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Nicht gesetzt</translation>
    </message>
    <message>
        <source>“%1” is no number. Write %2.</source>
        <translation>„%1“ ist keine Zahl. Einzutragen ist %2.</translation>
    </message>
    <message>
        <source>%1 (not carried out yet)</source>
        <translation>%1 (noch nicht ausgeführt)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>A quotation mark is left open.</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>Separate the values by commas and write text in quotation marks.</source>
        <translation>Werte durch Kommas trennen und Text in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>a whole number from %1 to %2</source>
        <translation>eine ganze Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>a whole number, at least %1</source>
        <translation>eine ganze Zahl, mindestens %1</translation>
    </message>
    <message>
        <source>a number, at least %1</source>
        <translation>eine Zahl, mindestens %1</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 auswählen</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>The overlap must be smaller than the size of %1 tokens.</source>
        <translation>Die Überlappung muss kleiner sein als die Größe von %1 Tokens.</translation>
    </message>
    <message>
        <source>The size must be larger than the overlap of %1 tokens: lower that first.</source>
        <translation>Die Größe muss größer sein als die Überlappung von %1 Tokens: zuerst diese verringern.</translation>
    </message>
    <message>
        <source>Also set, edited in the source: %1</source>
        <translation>Außerdem gesetzt, in der Quelle zu bearbeiten: %1</translation>
    </message>
</context>
<context>
    <name>HelpLibrary</name>
    <message>
        <source>written</source>
        <translation>Schreibweise</translation>
    </message>
    <message>
        <source>what it does</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>Funktionen</translation>
    </message>
</context>
<context>
    <name>InputForm</name>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>JSON, optional</source>
        <translation>JSON, optional</translation>
    </message>
</context>
<context>
    <name>JobText</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>hält an …</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>✓ finished in %1</source>
        <translation>✓ fertig nach %1</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>✕ failed after %1</source>
        <translation>✕ gescheitert nach %1</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Policy withheld the input; it is stored nowhere.</source>
        <translation>Eine Richtlinie hat die Eingabe zurückgehalten; sie ist nirgends gespeichert.</translation>
    </message>
</context>
<context>
    <name>PartFact</name>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n Beispiel</numerusform>
            <numerusform>%n Beispiele</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>JSON · %n field(s)</source>
        <translation>
            <numerusform>JSON · %n Feld</numerusform>
            <numerusform>JSON · %n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / run</source>
        <translation>%1 / Lauf</translation>
    </message>
    <message>
        <source>%1 / day</source>
        <translation>%1 / Tag</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s)</source>
        <translation>
            <numerusform>%n Feld</numerusform>
            <numerusform>%n Felder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · top %2</source>
        <translation>%1 · erste %2</translation>
    </message>
    <message numerus="yes">
        <source>%n tool(s)</source>
        <translation>
            <numerusform>%n Werkzeug</numerusform>
            <numerusform>%n Werkzeuge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tier(s)</source>
        <translation>
            <numerusform>%n Stufe</numerusform>
            <numerusform>%n Stufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>%n Regel</numerusform>
            <numerusform>%n Regeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartFields</name>
    <message>
        <source>When nearly spent</source>
        <translation>Wenn fast verbraucht</translation>
    </message>
    <message>
        <source>Sends runs to a cheaper tier when the day&apos;s budget is nearly spent.</source>
        <translation>Schickt Läufe an eine billigere Stufe, wenn das Tagesbudget fast verbraucht ist.</translation>
    </message>
    <message>
        <source>Write “route:” and the name of a tier, such as “route:small”.</source>
        <translation>Einzutragen ist „route:“ und der Name einer Stufe, etwa „route:small“.</translation>
    </message>
    <message>
        <source>Per run</source>
        <translation>Je Lauf</translation>
    </message>
    <message>
        <source>Most that one run may cost; it stops before it would cost more.</source>
        <translation>Höchstkosten eines Laufs; er hält an, bevor er mehr kosten würde.</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>US-Dollar</translation>
    </message>
    <message>
        <source>Per day</source>
        <translation>Je Tag</translation>
    </message>
    <message>
        <source>Most that all runs of a day may cost together.</source>
        <translation>Höchstkosten aller Läufe eines Tages zusammen.</translation>
    </message>
    <message>
        <source>When spent</source>
        <translation>Wenn verbraucht</translation>
    </message>
    <message>
        <source>What happens to a run when nothing is left.</source>
        <translation>Was mit einem Lauf geschieht, wenn nichts mehr übrig ist.</translation>
    </message>
    <message>
        <source>Refuse runs</source>
        <translation>Läufe ablehnen</translation>
    </message>
    <message>
        <source>Answer from the cache, else refuse</source>
        <translation>Aus dem Cache antworten, sonst ablehnen</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>When an earlier answer is used again instead of asking the model.</source>
        <translation>Wann eine frühere Antwort wiederverwendet wird, statt das Modell zu fragen.</translation>
    </message>
    <message>
        <source>Off: always ask</source>
        <translation>Aus: immer fragen</translation>
    </message>
    <message>
        <source>Exact: the same prompt to the same tier</source>
        <translation>Exakt: derselbe Prompt an dieselbe Stufe</translation>
    </message>
    <message>
        <source>Semantic: a prompt close enough in meaning</source>
        <translation>Semantisch: ein Prompt von ähnlicher Bedeutung</translation>
    </message>
    <message>
        <source>Keep for</source>
        <translation>Aufheben für</translation>
    </message>
    <message>
        <source>How long an answer stays usable. A day has 86400 seconds.</source>
        <translation>Wie lange eine Antwort brauchbar bleibt. Ein Tag hat 86400 Sekunden.</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>Lowest similarity</source>
        <translation>Geringste Ähnlichkeit</translation>
    </message>
    <message>
        <source>How close a prompt must be in semantic mode: 1 is the same.</source>
        <translation>Wie ähnlich ein Prompt im semantischen Modus sein muss: 1 ist gleich.</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>The conversation takes at most this much of the prompt.</source>
        <translation>Das Gespräch nimmt höchstens so viel vom Prompt ein.</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Keep last</source>
        <translation>Letzte behalten</translation>
    </message>
    <message>
        <source>This many of the latest messages are always sent again.</source>
        <translation>So viele der neuesten Nachrichten werden immer wieder gesendet.</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Older messages</source>
        <translation>Ältere Nachrichten</translation>
    </message>
    <message>
        <source>What happens to messages that do not fit.</source>
        <translation>Was mit Nachrichten geschieht, die keinen Platz haben.</translation>
    </message>
    <message>
        <source>Drop them</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>Put a summary in their place</source>
        <translation>Durch eine Zusammenfassung ersetzen</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>Angeheftet</translation>
    </message>
    <message>
        <source>Messages of these roles are never dropped.</source>
        <translation>Nachrichten dieser Rollen werden nie weggelassen.</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>tool</source>
        <translation>Werkzeug</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Where documents may be cut.</source>
        <translation>Wo Dokumente geteilt werden dürfen.</translation>
    </message>
    <message>
        <source>Tokens: windows of one size</source>
        <translation>Tokens: Fenster gleicher Größe</translation>
    </message>
    <message>
        <source>Sentences: never inside of one</source>
        <translation>Sätze: nie mitten im Satz</translation>
    </message>
    <message>
        <source>Recursive: paragraphs, then lines, then sentences</source>
        <translation>Rekursiv: Absätze, dann Zeilen, dann Sätze</translation>
    </message>
    <message>
        <source>Markdown: along the headings</source>
        <translation>Markdown: entlang der Überschriften</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>The largest passage.</source>
        <translation>Der größte Abschnitt.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>What two neighbouring passages share; less than the size.</source>
        <translation>Was zwei benachbarte Abschnitte gemeinsam haben; weniger als die Größe.</translation>
    </message>
    <message>
        <source>The form of the answer.</source>
        <translation>Die Form der Antwort.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>JSON that fits the schema</source>
        <translation>JSON, das zum Schema passt</translation>
    </message>
    <message>
        <source>Arguments of a tool call that fit the schema</source>
        <translation>Argumente eines Werkzeugaufrufs, die zum Schema passen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How often the model is asked until its answer is valid, the first time included.</source>
        <translation>Wie oft das Modell gefragt wird, bis seine Antwort gültig ist, das erste Mal eingeschlossen.</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Mal</translation>
    </message>
    <message>
        <source>Repair</source>
        <translation>Reparatur</translation>
    </message>
    <message>
        <source>What is tried when an answer is invalid.</source>
        <translation>Was bei einer ungültigen Antwort versucht wird.</translation>
    </message>
    <message>
        <source>Mend the JSON</source>
        <translation>Das JSON ausbessern</translation>
    </message>
    <message>
        <source>Tell the model what was wrong</source>
        <translation>Dem Modell sagen, was falsch war</translation>
    </message>
    <message>
        <source>Stop early</source>
        <translation>Früh anhalten</translation>
    </message>
    <message>
        <source>Stops an attempt as soon as its answer can no longer become valid.</source>
        <translation>Hält einen Versuch an, sobald seine Antwort nicht mehr gültig werden kann.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>All examples</source>
        <translation>Alle Beispiele</translation>
    </message>
    <message>
        <source>The first ones</source>
        <translation>Die ersten</translation>
    </message>
    <message>
        <source>Those most like the input</source>
        <translation>Die der Eingabe ähnlichsten</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
</context>
<context>
    <name>PartPromise</name>
    <message>
        <source>Not yet: it will send earlier messages of a conversation again, as many as the window holds. The source already keeps these settings, but a run of a version that has them is refused.</source>
        <translation>Noch nicht: Hier werden frühere Nachrichten eines Gesprächs wieder mitgesendet, so viele das Fenster fasst. Die Quelle behält diese Einstellungen schon, doch ein Lauf einer Version mit ihnen wird abgelehnt.</translation>
    </message>
    <message>
        <source>Not yet: the model will be able to call what is declared here. The source already keeps and checks tools of every kind, but a run of a version that has them is refused.</source>
        <translation>Noch nicht: Das Modell wird aufrufen können, was hier erklärt ist. Die Quelle behält und prüft Werkzeuge jeder Art schon, doch ein Lauf einer Version mit ihnen wird abgelehnt.</translation>
    </message>
    <message>
        <source>Not yet: a prompt that was answered before will get that answer again. The source already keeps these settings, but a run of a version that turns it on is refused.</source>
        <translation>Noch nicht: Ein Prompt, der schon beantwortet wurde, bekommt diese Antwort wieder. Die Quelle behält diese Einstellungen schon, doch ein Lauf einer Version, die ihn einschaltet, wird abgelehnt.</translation>
    </message>
</context>
<context>
    <name>PartViews</name>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>Diagramm</translation>
    </message>
</context>
<context>
    <name>Parts</name>
    <message>
        <source>The JSON Schema of what the feature is given</source>
        <translation>Das JSON-Schema dessen, was das Feature bekommt</translation>
    </message>
    <message>
        <source>What the model is told first, as a template</source>
        <translation>Was dem Modell zuerst gesagt wird, als Vorlage</translation>
    </message>
    <message>
        <source>The messages, and the few-shot examples to show</source>
        <translation>Die Nachrichten und die Few-Shot-Beispiele, die gezeigt werden</translation>
    </message>
    <message>
        <source>Which documents are searched, and how much is used</source>
        <translation>Welche Dokumente durchsucht werden und wie viel davon verwendet wird</translation>
    </message>
    <message>
        <source>How documents are cut into pieces</source>
        <translation>Wie Dokumente in Stücke geteilt werden</translation>
    </message>
    <message>
        <source>How much of a conversation is kept</source>
        <translation>Wie viel eines Gesprächs behalten wird</translation>
    </message>
    <message>
        <source>What the model may call</source>
        <translation>Was das Modell aufrufen darf</translation>
    </message>
    <message>
        <source>The shape the answer must have</source>
        <translation>Die Form, die die Antwort haben muss</translation>
    </message>
    <message>
        <source>Which model answers, and what happens when it fails</source>
        <translation>Welches Modell antwortet und was bei einem Ausfall geschieht</translation>
    </message>
    <message>
        <source>What is blocked, masked or flagged</source>
        <translation>Was blockiert, geschwärzt oder gemeldet wird</translation>
    </message>
    <message>
        <source>What a run may cost</source>
        <translation>Was ein Lauf kosten darf</translation>
    </message>
    <message>
        <source>Whether answers are used again</source>
        <translation>Ob Antworten wiederverwendet werden</translation>
    </message>
    <message>
        <source>inputs</source>
        <translation>Eingaben</translation>
    </message>
    <message>
        <source>instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>retrieval</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>chunking</source>
        <translation>Zerlegung</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>routing</source>
        <translation>Routing</translation>
    </message>
    <message>
        <source>policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>cache</source>
        <translation>Cache</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Author</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>PolicyModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Tool results</source>
        <translation>Werkzeugergebnisse</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>No stage</source>
        <translation>Kein Zeitpunkt</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
    <message>
        <source>Redact</source>
        <translation>Schwärzen</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Umleiten</translation>
    </message>
    <message>
        <source>No action</source>
        <translation>Keine Aktion</translation>
    </message>
    <message>
        <source>Nothing to look for</source>
        <translation>Nichts, wonach gesucht wird</translation>
    </message>
    <message>
        <source>Personal data: %1</source>
        <translation>Personenbezogene Daten: %1</translation>
    </message>
    <message>
        <source>Terms: %1</source>
        <translation>Begriffe: %1</translation>
    </message>
    <message>
        <source>Pattern: %1</source>
        <translation>Muster: %1</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>Wenn %1</translation>
    </message>
</context>
<context>
    <name>QuickFixes</name>
    <message>
        <source>Use “%1”</source>
        <translation>„%1“ verwenden</translation>
    </message>
    <message>
        <source>Rename to “%1”</source>
        <translation>In „%1“ umbenennen</translation>
    </message>
    <message>
        <source>Add input “%1”</source>
        <translation>Eingabe „%1“ hinzufügen</translation>
    </message>
    <message>
        <source>Write “| tojson”</source>
        <translation>„| tojson“ schreiben</translation>
    </message>
    <message>
        <source>Rename “%1” to “%2” in examples and templates</source>
        <translation>„%1“ in Beispielen und Vorlagen in „%2“ umbenennen</translation>
    </message>
    <message>
        <source>Raise to %1</source>
        <translation>Auf %1 erhöhen</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
    <message>
        <source>Insert “%1” into the prompt</source>
        <translation>„%1“ in den Prompt einfügen</translation>
    </message>
    <message>
        <source>Remove the input “%1”</source>
        <translation>Eingabe „%1“ entfernen</translation>
    </message>
</context>
<context>
    <name>RoutingFields</name>
    <message>
        <source>Who answers: “builtin” runs here, “openai” is the OpenAI API, any other name needs the base address of a server that speaks it.</source>
        <translation>Wer antwortet: „builtin“ läuft hier, „openai“ ist die OpenAI-API, jeder andere Name braucht die Basisadresse eines Servers, der sie spricht.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>A condition over the input fields and tokens.prompt; none: the rule always applies.</source>
        <translation>Eine Bedingung über die Eingabefelder und tokens.prompt; ohne sie gilt die Regel immer.</translation>
    </message>
    <message>
        <source>Sticky by</source>
        <translation>Gebunden an</translation>
    </message>
    <message>
        <source>What keeps to one side of a split, such as a customer&apos;s id.</source>
        <translation>Was stets auf derselben Seite einer Teilung bleibt, etwa die Nummer eines Kunden.</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Write small letters, digits, dashes and underscores.</source>
        <translation>Erlaubt sind Kleinbuchstaben, Ziffern, Binde- und Unterstriche.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>The provider&apos;s name of the model.</source>
        <translation>Der Name des Modells beim Anbieter.</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Sent to the model as they are: {&quot;temperature&quot;: 0.2, &quot;max_tokens&quot;: 512}.</source>
        <translation>Gehen unverändert an das Modell: {&quot;temperature&quot;: 0.2, &quot;max_tokens&quot;: 512}.</translation>
    </message>
    <message>
        <source>Write a JSON object: {&quot;max_tokens&quot;: 512}.</source>
        <translation>Einzutragen ist ein JSON-Objekt: {&quot;max_tokens&quot;: 512}.</translation>
    </message>
    <message>
        <source>Base address</source>
        <translation>Basisadresse</translation>
    </message>
    <message>
        <source>Of a server that speaks the OpenAI API, such as http://localhost:11434/v1.</source>
        <translation>Eines Servers, der die OpenAI-API spricht, etwa http://localhost:11434/v1.</translation>
    </message>
    <message>
        <source>Write a web address that begins with http:// or https://.</source>
        <translation>Einzutragen ist eine Webadresse, die mit http:// oder https:// beginnt.</translation>
    </message>
    <message>
        <source>Key variable</source>
        <translation>Schlüsselvariable</translation>
    </message>
    <message>
        <source>The environment variable that holds the key; never the key itself.</source>
        <translation>Die Umgebungsvariable mit dem Schlüssel; nie der Schlüssel selbst.</translation>
    </message>
    <message>
        <source>Write the name of an environment variable, such as OPENAI_API_KEY.</source>
        <translation>Einzutragen ist der Name einer Umgebungsvariablen, etwa OPENAI_API_KEY.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>USD per 1M tok</source>
        <translation>USD je 1 Mio. tok</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>The tier that is asked at this step.</source>
        <translation>Die Stufe, die in diesem Schritt gefragt wird.</translation>
    </message>
    <message>
        <source>Accept when</source>
        <translation>Annehmen, wenn</translation>
    </message>
    <message>
        <source>A condition over the answer; none: every answer is accepted.</source>
        <translation>Eine Bedingung über die Antwort; ohne sie wird jede Antwort angenommen.</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>An attempt fails after this.</source>
        <translation>Danach scheitert ein Versuch.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Hedge after</source>
        <translation>Zweitversuch nach</translation>
    </message>
    <message>
        <source>A second attempt starts when the first has not answered; the first answer wins.</source>
        <translation>Ein zweiter Versuch beginnt, wenn der erste nicht geantwortet hat; die erste Antwort gilt.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>On one tier, the first included.</source>
        <translation>Auf einer Stufe, der erste eingeschlossen.</translation>
    </message>
    <message>
        <source>First wait</source>
        <translation>Erste Wartezeit</translation>
    </message>
    <message>
        <source>Doubles with each attempt.</source>
        <translation>Verdoppelt sich mit jedem Versuch.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Wait a random part of the time</source>
        <translation>Einen zufälligen Teil der Zeit warten</translation>
    </message>
    <message>
        <source>Retry on</source>
        <translation>Wiederholen bei</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>server error</source>
        <translation>Serverfehler</translation>
    </message>
    <message>
        <source>time limit</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netzwerk</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Ausfälle</translation>
    </message>
    <message>
        <source>That open the breaker.</source>
        <translation>Die den Schutzschalter auslösen.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Left alone for</source>
        <translation>In Ruhe gelassen für</translation>
    </message>
    <message>
        <source>Probes at a time</source>
        <translation>Proben zugleich</translation>
    </message>
    <message>
        <source>Context window</source>
        <translation>Kontextfenster</translation>
    </message>
    <message>
        <source>The most that prompt and answer may take together; known of built-in models.</source>
        <translation>So viel dürfen Prompt und Antwort zusammen höchstens umfassen; bei eingebauten Modellen bekannt.</translation>
    </message>
    <message>
        <source>tok</source>
        <translation>Tok</translation>
    </message>
</context>
<context>
    <name>RoutingPicture</name>
    <message>
        <source>%1 (no such tier)</source>
        <translation>%1 (keine solche Stufe)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>leads to no tier</source>
        <translation>führt zu keiner Stufe</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>sticky by %1</source>
        <translation>gebunden an %1</translation>
    </message>
    <message>
        <source>Rule %1. %2. %3</source>
        <translation>Regel %1. %2. %3</translation>
    </message>
    <message>
        <source>When %1</source>
        <translation>Wenn %1</translation>
    </message>
    <message>
        <source>price unknown</source>
        <translation>Preis unbekannt</translation>
    </message>
    <message>
        <source>%1 in, %2 out per 1M tok</source>
        <translation>%1 ein, %2 aus je 1 Mio. tok</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Tier %1. %2. %3</source>
        <translation>Stufe %1. %2. %3</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>no such tier</source>
        <translation>keine solche Stufe</translation>
    </message>
    <message>
        <source>Fallback %1. %2</source>
        <translation>Ausweichstufe %1. %2</translation>
    </message>
    <message>
        <source>accept when %1</source>
        <translation>annehmen, wenn %1</translation>
    </message>
    <message>
        <source>accept every answer</source>
        <translation>jede Antwort annehmen</translation>
    </message>
    <message>
        <source>Cascade step %1. %2</source>
        <translation>Kaskadenschritt %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%n attempt(s) on a tier</source>
        <translation>
            <numerusform>%n Versuch auf einer Stufe</numerusform>
            <numerusform>%n Versuche auf einer Stufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 each, waits %2 to %3</source>
        <translation>je %1, wartet %2 bis %3</translation>
    </message>
    <message>
        <source>hedged after %1</source>
        <translation>Zweitversuch nach %1</translation>
    </message>
    <message>
        <source>circuit breaker</source>
        <translation>Schutzschalter</translation>
    </message>
    <message>
        <source>Attempts. %1. %2. %3</source>
        <translation>Versuche. %1. %2. %3</translation>
    </message>
    <message>
        <source>%1. Touchstone does not carry this out yet</source>
        <translation>%1. Touchstone führt dies noch nicht aus</translation>
    </message>
    <message>
        <source>%1. It has an error</source>
        <translation>%1. Hat einen Fehler</translation>
    </message>
    <message>
        <source>Otherwise the first tier: %1</source>
        <translation>Sonst die erste Stufe: %1</translation>
    </message>
</context>
<context>
    <name>SchemaInspector</name>
    <message>
        <source>One of</source>
        <translation>Eines von</translation>
    </message>
    <message>
        <source>The values it may have, separated by commas.</source>
        <translation>Die möglichen Werte, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Write values of the type above, separated by commas.</source>
        <translation>Einzutragen sind Werte des obigen Typs, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Describes the text: date, e-mail, address.</source>
        <translation>Beschreibt den Text: Datum, E-Mail, Adresse.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>A regular expression the text must match.</source>
        <translation>Ein regulärer Ausdruck, dem der Text entsprechen muss.</translation>
    </message>
    <message>
        <source>More than</source>
        <translation>Mehr als</translation>
    </message>
    <message>
        <source>Less than</source>
        <translation>Weniger als</translation>
    </message>
    <message>
        <source>items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>No item twice</source>
        <translation>Kein Eintrag doppelt</translation>
    </message>
    <message>
        <source>Other properties are allowed</source>
        <translation>Weitere Eigenschaften sind erlaubt</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>The model reads it.</source>
        <translation>Das Modell liest sie.</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Write a value of the type above.</source>
        <translation>Einzutragen ist ein Wert des obigen Typs.</translation>
    </message>
</context>
<context>
    <name>SchemaKeywords</name>
    <message>
        <source>%1–%2 characters</source>
        <translation>%1–%2 Zeichen</translation>
    </message>
    <message>
        <source>at least %1 characters</source>
        <translation>mindestens %1 Zeichen</translation>
    </message>
    <message>
        <source>up to %1 characters</source>
        <translation>höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>format %1</source>
        <translation>Format %1</translation>
    </message>
    <message>
        <source>pattern %1</source>
        <translation>Muster %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>more than %1, less than %2</source>
        <translation>mehr als %1, weniger als %2</translation>
    </message>
    <message>
        <source>more than %1</source>
        <translation>mehr als %1</translation>
    </message>
    <message>
        <source>less than %1</source>
        <translation>weniger als %1</translation>
    </message>
    <message>
        <source>a multiple of %1</source>
        <translation>ein Vielfaches von %1</translation>
    </message>
    <message>
        <source>%1–%2 items</source>
        <translation>%1–%2 Einträge</translation>
    </message>
    <message>
        <source>at least %1 items</source>
        <translation>mindestens %1 Einträge</translation>
    </message>
    <message>
        <source>up to %1 items</source>
        <translation>höchstens %1 Einträge</translation>
    </message>
    <message>
        <source>no duplicates</source>
        <translation>keine Dubletten</translation>
    </message>
    <message>
        <source>no other properties</source>
        <translation>keine weiteren Eigenschaften</translation>
    </message>
    <message>
        <source>anything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>not a schema</source>
        <translation>kein Schema</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between the types a value may have</comment>
        <translation> oder </translation>
    </message>
    <message>
        <source>fixed value</source>
        <translation>fester Wert</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>combination</source>
        <translation>Kombination</translation>
    </message>
    <message>
        <source>always %1</source>
        <translation>immer %1</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>Vorgabe %1</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>what they do</source>
        <translation>Wirkung</translation>
    </message>
</context>
<context>
    <name>TableCopy</name>
    <message>
        <source>Copy rows for a spreadsheet</source>
        <translation>Zeilen für eine Tabelle kopieren</translation>
    </message>
    <message>
        <source>Copy rows as Markdown</source>
        <translation>Zeilen als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy rows as JSON</source>
        <translation>Zeilen als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>TemplateCompletion</name>
    <message>
        <source>each of %1</source>
        <translation>jedes von %1</translation>
    </message>
    <message>
        <source>loop variable</source>
        <translation>Schleifenvariable</translation>
    </message>
    <message>
        <source>Where the loop is: loop.index, loop.first, loop.last …</source>
        <translation>Wo die Schleife steht: loop.index, loop.first, loop.last …</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>What retrieval found, the best first</source>
        <translation>Was die Suche fand, das Beste zuerst</translation>
    </message>
    <message>
        <source>The few-shot examples that were chosen</source>
        <translation>Die ausgewählten Few-Shot-Beispiele</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>Makro</translation>
    </message>
    <message>
        <source>argument</source>
        <translation>Argument</translation>
    </message>
    <message>
        <source>variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>keyword</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>function</source>
        <translation>Funktion</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AboutDialog</name>
    <message>
        <source>Touchstone %1
Built with %2 for %3
Qt %4 (built against %5)
%6</source>
        <translation>Touchstone %1
Gebaut mit %2 für %3
Qt %4 (gebaut gegen %5)
%6</translation>
    </message>
    <message>
        <source>About Touchstone</source>
        <translation>Über Touchstone</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Touchstone</source>
        <translation>Touchstone</translation>
    </message>
    <message>
        <source>No telemetry: nothing is sent to the makers of Touchstone, and nothing to anybody but the providers that your workflows name.</source>
        <translation>Keine Telemetrie: Nichts geht an die Hersteller von Touchstone und nichts an irgendwen außer den Anbietern, die die eigenen Workflows nennen.</translation>
    </message>
    <message>
        <source>Copy these lines</source>
        <translation>Diese Zeilen kopieren</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Woraus es besteht</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ActionSource</name>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AddCaseBar</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>name of a dataset, also a new one</source>
        <translation>Name eines Datensatzes, auch eines neuen</translation>
    </message>
    <message>
        <source>What is expected</source>
        <translation>Was erwartet wird</translation>
    </message>
    <message>
        <source>this answer is right</source>
        <translation>diese Antwort ist richtig</translation>
    </message>
    <message>
        <source>nothing is expected yet</source>
        <translation>noch wird nichts erwartet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Add to dataset</source>
        <translation>Zum Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>%1 has this case already.</source>
        <translation>%1 enthält diesen Fall schon.</translation>
    </message>
    <message numerus="yes">
        <source>Added to %1, which has %n case(s) now.</source>
        <translation>
            <numerusform>Zu %1 hinzugefügt; es ist nun %n Fall.</numerusform>
            <numerusform>Zu %1 hinzugefügt; es sind nun %n Fälle.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AnswerView</name>
    <message>
        <source>How the answer is shown</source>
        <translation>Darstellung der Antwort</translation>
    </message>
    <message>
        <source>What differs from the pinned answer</source>
        <translation>Was von der angehefteten Antwort abweicht</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>The answer is not JSON.</source>
        <translation>Die Antwort ist kein JSON.</translation>
    </message>
    <message>
        <source>Pin a run to compare the next ones with it.</source>
        <translation>Einen Lauf anheften, um die nächsten mit ihm zu vergleichen.</translation>
    </message>
    <message>
        <source>The answers are too long to compare here; this is their beginning</source>
        <translation>Die Antworten sind zu lang, um sie hier zu vergleichen; dies ist ihr Anfang</translation>
    </message>
    <message numerus="yes">
        <source>… %n more character(s), left out here; “Copy the answer” takes all of it.</source>
        <translation>
            <numerusform>… noch %n Zeichen, hier weggelassen; „Antwort kopieren“ nimmt alles.</numerusform>
            <numerusform>… noch %n Zeichen, hier weggelassen; „Antwort kopieren“ nimmt alles.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AttemptsView</name>
    <message>
        <source>▲ stopped</source>
        <translation>▲ angehalten</translation>
    </message>
    <message>
        <source>● valid</source>
        <translation>● gültig</translation>
    </message>
    <message>
        <source>▲ invalid</source>
        <translation>▲ ungültig</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Tier · model</source>
        <translation>Stufe · Modell</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>No model was asked: the run ended before.</source>
        <translation>Kein Modell wurde gefragt: Der Lauf endete vorher.</translation>
    </message>
    <message>
        <source>What it said is kept in part: it was long, or policy withholds some of it.</source>
        <translation>Was es sagte, ist nur teilweise erhalten: Es war lang, oder die Richtlinie hält etwas zurück.</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::AuthorView</name>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>The draft says what %1 says. Undo brings back what it said.</source>
        <translation>Der Entwurf entspricht nun %1. Rückgängig bringt den vorigen Text zurück.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Stop the run</source>
        <translation>Lauf anhalten</translation>
    </message>
    <message>
        <source>Commit…</source>
        <translation>Commit …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Commit the draft as a version</source>
        <translation>Den Entwurf als Version festhalten (Commit)</translation>
    </message>
    <message>
        <source>Repair the problem here</source>
        <translation>Das Problem hier beheben</translation>
    </message>
    <message>
        <source>Find in this part</source>
        <translation>In diesem Baustein suchen</translation>
    </message>
    <message>
        <source>Replace in this part</source>
        <translation>In diesem Baustein ersetzen</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Next open part</source>
        <translation>Nächster offener Baustein</translation>
    </message>
    <message>
        <source>Previous open part</source>
        <translation>Voriger offener Baustein</translation>
    </message>
    <message>
        <source>Close this part</source>
        <translation>Diesen Baustein schließen</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Undo %1</source>
        <translation>%1 rückgängig machen</translation>
    </message>
    <message>
        <source>Redo %1</source>
        <translation>%1 wiederholen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Run the draft on this input</source>
        <translation>Den Entwurf mit dieser Eingabe ausführen</translation>
    </message>
    <message>
        <source>Parts and history</source>
        <translation>Teile und Verlauf</translation>
    </message>
    <message>
        <source>Show or hide parts and history</source>
        <translation>Teile und Verlauf zeigen oder verbergen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::BellButton</name>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Notifications: %1 unread</source>
        <translation>Mitteilungen: %1 ungelesen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::BellPopup</name>
    <message>
        <source>Notifications</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::BulkActions</name>
    <message>
        <source>Export traces as JSON Lines…</source>
        <translation>Traces als JSON Lines exportieren…</translation>
    </message>
    <message>
        <source>Export traces as CSV…</source>
        <translation>Traces als CSV exportieren…</translation>
    </message>
    <message>
        <source>Add all of the filter to a dataset</source>
        <translation>Alle des Filters einem Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>Add the selected ones to a dataset</source>
        <translation>Die ausgewählten einem Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>Every trace of the filter, whole</source>
        <translation>Jeder Trace des Filters, vollständig</translation>
    </message>
    <message>
        <source>Every trace of the filter as a row, for a spreadsheet</source>
        <translation>Jeder Trace des Filters als Zeile, für eine Tabellenkalkulation</translation>
    </message>
    <message>
        <source>Export traces</source>
        <translation>Traces exportieren</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Export of traces to %1</source>
        <translation>Export von Traces nach %1</translation>
    </message>
    <message numerus="yes">
        <source>%n trace(s) written</source>
        <translation>
            <numerusform>%n Trace geschrieben</numerusform>
            <numerusform>%n Traces geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 traces are too many for a dataset at once</source>
        <translation>%1 Traces auf einmal sind zu viele für einen Datensatz</translation>
    </message>
    <message>
        <source>The most is %1. Narrow the filter.</source>
        <translation>Höchstens %1. Engen Sie den Filter ein.</translation>
    </message>
    <message numerus="yes">
        <source>Make cases of %n trace(s) and add them to %1?</source>
        <translation>
            <numerusform>Aus %n Trace einen Fall machen und %1 hinzufügen?</numerusform>
            <numerusform>Aus %n Traces Fälle machen und %1 hinzufügen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Make cases of the traces with these words, at most %1, and add them to %2?</source>
        <translation>Aus den Traces mit diesen Wörtern, höchstens %1, Fälle machen und %2 hinzufügen?</translation>
    </message>
    <message>
        <source>Cases for %1</source>
        <translation>Fälle für %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>policy withholds %n input(s)</source>
        <translation>
            <numerusform>die Richtlinie hält %n Eingabe zurück</numerusform>
            <numerusform>die Richtlinie hält %n Eingaben zurück</numerusform>
        </translation>
    </message>
    <message>
        <source>there was no trace any more</source>
        <translation>es gab keinen Trace mehr</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) added</source>
        <translation>
            <numerusform>%n Fall hinzugefügt</numerusform>
            <numerusform>%n Fälle hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CaseDetail</name>
    <message>
        <source>passed %1</source>
        <translation>bestanden %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>nicht bestanden %1</translation>
    </message>
    <message>
        <source>fell back, because %1</source>
        <translation>ausgewichen, weil %1</translation>
    </message>
    <message>
        <source>How the answers are shown</source>
        <translation>Darstellung der Antworten</translation>
    </message>
    <message>
        <source>Difference of the answers</source>
        <translation>Unterschied der Antworten</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Case above</source>
        <translation>Fall darüber</translation>
    </message>
    <message>
        <source>Case below</source>
        <translation>Fall darunter</translation>
    </message>
    <message>
        <source>Copy the input</source>
        <translation>Eingabe kopieren</translation>
    </message>
    <message>
        <source>what was expected</source>
        <translation>was erwartet wurde</translation>
    </message>
    <message>
        <source>answer of the baseline</source>
        <translation>Antwort der Basis</translation>
    </message>
    <message>
        <source>answer of the candidate</source>
        <translation>Antwort des Kandidaten</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>No case</source>
        <translation>Kein Fall</translation>
    </message>
    <message>
        <source>Select one to read both answers in full.</source>
        <translation>Einen Fall auswählen, um beide Antworten ganz zu lesen.</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n scorer(s) passed</source>
        <translation>
            <numerusform>%1 von %n Bewerter bestanden</numerusform>
            <numerusform>%1 von %n Bewertern bestanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 … and %n more</source>
        <translation>
            <numerusform>%1 … und %n weiterer</numerusform>
            <numerusform>%1 … und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CasePicker</name>
    <message>
        <source>case %1</source>
        <translation>Fall %1</translation>
    </message>
    <message>
        <source>Search cases</source>
        <translation>Fälle durchsuchen</translation>
    </message>
    <message>
        <source>Take the input of a dataset&apos;s case</source>
        <translation>Die Eingabe eines Falls aus einem Datensatz nehmen</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n case(s)</source>
        <translation>
            <numerusform>%1 · %n Fall</numerusform>
            <numerusform>%1 · %n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>This workspace has no dataset yet. Drop a CSV or JSONL file on the window, or add what you try here to one.</source>
        <translation>Dieser Arbeitsbereich hat noch keinen Datensatz. Eine CSV- oder JSONL-Datei auf das Fenster ziehen oder das hier Ausprobierte zu einem hinzufügen.</translation>
    </message>
    <message numerus="yes">
        <source>The first %n case(s) are listed.</source>
        <translation>
            <numerusform>Der erste Fall ist aufgeführt.</numerusform>
            <numerusform>Die ersten %n Fälle sind aufgeführt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Case %1; take another one</source>
        <translation>Fall %1; einen anderen nehmen</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>case, its text</comment>
        <translation>%1 — %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CaseTable</name>
    <message>
        <source>Cases</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Names of the cases</source>
        <translation>Namen der Fälle</translation>
    </message>
    <message>
        <source>Lowest score first</source>
        <translation>Niedrigste Bewertung zuerst</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Höchste Bewertung zuerst</translation>
    </message>
    <message>
        <source>Most worse first</source>
        <translation>Am stärksten verschlechtert zuerst</translation>
    </message>
    <message>
        <source>Most better first</source>
        <translation>Am stärksten verbessert zuerst</translation>
    </message>
    <message>
        <source>Slowest first</source>
        <translation>Langsamste zuerst</translation>
    </message>
    <message>
        <source>Most expensive first</source>
        <translation>Teuerste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Name</translation>
    </message>
    <message>
        <source>In dataset order</source>
        <translation>In der Reihenfolge des Datensatzes</translation>
    </message>
    <message>
        <source>Open the case</source>
        <translation>Fall öffnen</translation>
    </message>
    <message>
        <source>Open full diff</source>
        <translation>Ganzen Vergleich öffnen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CellDelegate</name>
    <message>
        <source>expects %1</source>
        <translation>erwartet %1</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>noch nicht gelaufen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChangeStrip</name>
    <message>
        <source>What changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>Changed parts</source>
        <translation>Geänderte Bausteine</translation>
    </message>
    <message>
        <source>nothing but how often they run</source>
        <translation>nichts außer der Zahl der Wiederholungen</translation>
    </message>
    <message>
        <source>%1 of %2 parts</source>
        <translation>%1 von %2 Bausteinen</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) identical in all versions</source>
        <translation>
            <numerusform>%n Baustein in allen Versionen gleich</numerusform>
            <numerusform>%n Bausteine in allen Versionen gleich</numerusform>
        </translation>
    </message>
    <message>
        <source>Show what changed</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>Hide what changed</source>
        <translation>Änderungen verbergen</translation>
    </message>
    <message>
        <source>Open full diff</source>
        <translation>Ganzen Vergleich öffnen</translation>
    </message>
    <message>
        <source>Open the full difference of the parts</source>
        <translation>Den ganzen Unterschied der Teile öffnen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::Chip</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChunkBrowser</name>
    <message>
        <source>No corpus is chosen.</source>
        <translation>Kein Korpus ist gewählt.</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Search documents</source>
        <translation>Dokumente durchsuchen</translation>
    </message>
    <message>
        <source>Documents of the corpus</source>
        <translation>Dokumente des Korpus</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Chunks</translation>
    </message>
    <message>
        <source>Text of the document with its chunks</source>
        <translation>Text des Dokuments mit seinen Chunks</translation>
    </message>
    <message>
        <source>The chunks before these</source>
        <translation>Die Chunks davor</translation>
    </message>
    <message>
        <source>The chunks after these</source>
        <translation>Die Chunks danach</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · %2 to %3 tok, median %4</source>
        <translation>%1 · %2 bis %3 tok, Median %4</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n Chunk</numerusform>
            <numerusform>%n Chunks</numerusform>
        </translation>
    </message>
    <message>
        <source>Chunk %1 of %2 · %3</source>
        <translation>Chunk %1 von %2 · %3</translation>
    </message>
    <message>
        <source>%1 · shares %2 with the one before</source>
        <translation>%1 · teilt %2 mit dem vorigen</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>A long document (%1): chunks %2 to %3 of %4 are shown.</source>
        <translation>Ein langes Dokument (%1): Chunks %2 bis %3 von %4 sind zu sehen.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ChunkingView</name>
    <message>
        <source>Corpus to look at</source>
        <translation>Korpus zum Ansehen</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Was es bewirkt</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CodeEditor</name>
    <message>
        <source>Tab writes here; press Esc, then Tab to leave the editor</source>
        <translation>Tab schreibt hier; Esc, dann Tab verlässt den Editor</translation>
    </message>
    <message>
        <source>Replace all “%1”</source>
        <translation>Alle „%1“ ersetzen</translation>
    </message>
    <message>
        <source>Alt+Enter: %1</source>
        <translation>Alt+Enter: %1</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CodeFindBar</name>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Ganze Wörter</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Line, or line:column</source>
        <translation>Zeile oder Zeile:Spalte</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Lines: %1</source>
        <translation>Zeilen: %1</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>nichts gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 found</source>
        <translation>%1 gefunden</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ColumnMenu</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns as they were</source>
        <translation>Spalten wie zu Beginn</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CommandPalette</name>
    <message>
        <source>Nothing is called so.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Search or do anything</source>
        <translation>Suchen oder etwas tun</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CommitPanel</name>
    <message>
        <source>someone</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Commit (%1)</source>
        <translation>Commit (%1)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>auf %1</translation>
    </message>
    <message>
        <source>First version</source>
        <translation>Erste Version</translation>
    </message>
    <message>
        <source>everything: this is the first version</source>
        <translation>alles: Dies ist die erste Version</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>The workspace is read-only.</source>
        <translation>Der Arbeitsbereich ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Nothing changed since %1.</source>
        <translation>Seit %1 hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>Correct the errors in Problems first.</source>
        <translation>Zuerst die Fehler unter „Probleme“ beheben.</translation>
    </message>
    <message>
        <source>A message says why.</source>
        <translation>Eine Nachricht sagt, warum.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CompareModel</name>
    <message>
        <source>Fell back, because %1</source>
        <translation>Ausgewichen, weil %1</translation>
    </message>
    <message>
        <source>%1: not run</source>
        <translation>%1: nicht gelaufen</translation>
    </message>
    <message>
        <source>passed, score %1</source>
        <translation>bestanden, Bewertung %1</translation>
    </message>
    <message>
        <source>failed, score %1</source>
        <translation>nicht bestanden, Bewertung %1</translation>
    </message>
    <message>
        <source>another answer than the baseline</source>
        <translation>eine andere Antwort als die Basis</translation>
    </message>
    <message>
        <source>the same answer as the baseline</source>
        <translation>dieselbe Antwort wie die Basis</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CompareView</name>
    <message>
        <source>A comparison needs two versions. Change the draft and commit it to make another.</source>
        <translation>Ein Vergleich braucht zwei Versionen. Den Entwurf ändern und mit einem Commit eine weitere anlegen.</translation>
    </message>
    <message>
        <source>There is no dataset yet: import cases from a CSV or JSON Lines file with the inputs and an expected answer for each, or compare on one input.</source>
        <translation>Noch gibt es keinen Datensatz: Fälle aus einer CSV- oder JSON-Lines-Datei mit den Eingaben und je einer erwarteten Antwort importieren oder mit einer Eingabe vergleichen.</translation>
    </message>
    <message>
        <source>Choose two to six versions; the first is the baseline.</source>
        <translation>Zwei bis sechs Versionen wählen; die erste ist die Basis.</translation>
    </message>
    <message>
        <source>Go to the draft</source>
        <translation>Zum Entwurf</translation>
    </message>
    <message>
        <source>Import a dataset…</source>
        <translation>Datensatz importieren …</translation>
    </message>
    <message>
        <source>Take the newest two</source>
        <translation>Die neuesten zwei nehmen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>The comparison was not written.</source>
        <translation>Der Vergleich wurde nicht geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) copied</source>
        <translation>
            <numerusform>%n Fall kopiert</numerusform>
            <numerusform>%n Fälle kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>The first %1 of %2 cases copied</source>
        <translation>Die ersten %1 von %2 Fällen kopiert</translation>
    </message>
    <message>
        <source>The comparison could not run.</source>
        <translation>Der Vergleich konnte nicht laufen.</translation>
    </message>
    <message>
        <source>Stop and keep the finished cases</source>
        <translation>Anhalten und die fertigen Fälle behalten</translation>
    </message>
    <message>
        <source>The workspace is read-only: nothing can be run in it</source>
        <translation>Der Arbeitsbereich ist schreibgeschützt: Nichts kann darin laufen</translation>
    </message>
    <message>
        <source>Run the versions and compare their answers</source>
        <translation>Die Versionen ausführen und ihre Antworten vergleichen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Below are the results of the choice before; compare again for those of this one.</source>
        <translation>Unten stehen die Ergebnisse der vorigen Auswahl; für diese erneut vergleichen.</translation>
    </message>
    <message>
        <source>The workspace is read-only. Earlier comparisons can be opened.</source>
        <translation>Der Arbeitsbereich ist schreibgeschützt. Frühere Vergleiche lassen sich öffnen.</translation>
    </message>
    <message>
        <source>Runs the versions on every case and says which is better.</source>
        <translation>Führt die Versionen auf jedem Fall aus und sagt, welche besser ist.</translation>
    </message>
    <message>
        <source>The comparison cannot be shown.</source>
        <translation>Der Vergleich lässt sich nicht zeigen.</translation>
    </message>
    <message>
        <source>%1 versions · %2 of %3 cases · %4 runs · %5</source>
        <translation>%1 Versionen · %2 von %3 Fällen · %4 Läufe · %5</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s)</source>
        <translation>
            <numerusform>%1 von %n Fall</numerusform>
            <numerusform>%1 von %n Fällen</numerusform>
        </translation>
    </message>
    <message>
        <source>The draft was not saved, so it was not compared.</source>
        <translation>Der Entwurf wurde nicht gespeichert und daher nicht verglichen.</translation>
    </message>
    <message>
        <source>Cancelled: %1 runs are kept, to resume runs the other %2.</source>
        <translation>Abgebrochen: %1 Läufe sind erhalten, Fortsetzen führt die übrigen %2 aus.</translation>
    </message>
    <message>
        <source>Not finished: %1 runs are kept, to resume runs the other %2.</source>
        <translation>Nicht fertig: %1 Läufe sind erhalten, Fortsetzen führt die übrigen %2 aus.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Open full diff</source>
        <translation>Ganzen Vergleich öffnen</translation>
    </message>
    <message>
        <source>Both answers of the current case, line by line (D)</source>
        <translation>Beide Antworten des aktuellen Falls, Zeile für Zeile (D)</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ComparisonChoices</name>
    <message>
        <source>Add version</source>
        <translation>Version hinzufügen</translation>
    </message>
    <message>
        <source>Add a version</source>
        <translation>Eine Version hinzufügen</translation>
    </message>
    <message>
        <source>Add a version to the comparison</source>
        <translation>Eine Version zum Vergleich hinzufügen</translation>
    </message>
    <message>
        <source>Dataset, or one input</source>
        <translation>Datensatz oder eine Eingabe</translation>
    </message>
    <message>
        <source>Tier: as each version routes, or one for all</source>
        <translation>Stufe: wie jede Version routet oder eine für alle</translation>
    </message>
    <message>
        <source>The input to compare on</source>
        <translation>Die Eingabe zum Vergleichen</translation>
    </message>
    <message>
        <source>What stands in the editor</source>
        <translation>Was im Editor steht</translation>
    </message>
    <message>
        <source>draft · what stands in the editor</source>
        <translation>Entwurf · was im Editor steht</translation>
    </message>
    <message>
        <source>All versions are in the comparison</source>
        <translation>Alle Versionen sind im Vergleich</translation>
    </message>
    <message>
        <source>as routed</source>
        <translation>wie geroutet</translation>
    </message>
    <message>
        <source>tier %1</source>
        <translation>Stufe %1</translation>
    </message>
    <message>
        <source>One input…</source>
        <translation>Eine Eingabe …</translation>
    </message>
    <message>
        <source>Import a dataset</source>
        <translation>Datensatz importieren</translation>
    </message>
    <message>
        <source>Cases as CSV or JSON Lines (*.csv *.jsonl *.ndjson)</source>
        <translation>Fälle als CSV oder JSON Lines (*.csv *.jsonl *.ndjson)</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n case(s)</source>
        <translation>
            <numerusform>%1 · %n Fall</numerusform>
            <numerusform>%1 · %n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>draft of %1</source>
        <translation>Entwurf von %1</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CompletionPopup</name>
    <message>
        <source>Completions</source>
        <translation>Vervollständigungen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ConflictBar</name>
    <message>
        <source>This draft was changed elsewhere (touchstonectl or another window) at %1.</source>
        <translation>Dieser Entwurf wurde anderswo (touchstonectl oder ein anderes Fenster) um %1 geändert.</translation>
    </message>
    <message>
        <source>Keep mine</source>
        <translation>Meinen behalten</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen nehmen</translation>
    </message>
    <message>
        <source>Show difference</source>
        <translation>Unterschied zeigen</translation>
    </message>
    <message>
        <source>Your text was saved over theirs, which is kept until the commit.</source>
        <translation>Der eigene Text wurde über den anderen gespeichert, der bis zum Commit aufgehoben wird.</translation>
    </message>
    <message>
        <source>Show theirs instead</source>
        <translation>Stattdessen den anderen zeigen</translation>
    </message>
    <message>
        <source>This is their text now. Yours is kept until the commit.</source>
        <translation>Dies ist nun der andere Text. Der eigene wird bis zum Commit aufgehoben.</translation>
    </message>
    <message>
        <source>Bring mine back</source>
        <translation>Meinen zurückholen</translation>
    </message>
    <message>
        <source>This draft was changed elsewhere, so it was loaded again.</source>
        <translation>Dieser Entwurf wurde anderswo geändert und daher neu geladen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Touchstone</source>
        <translation>Touchstone</translation>
    </message>
    <message>
        <source>Your edits are not saved yet. Which text counts?</source>
        <translation>Die eigenen Änderungen sind noch nicht gespeichert. Welcher Text gilt?</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Später entscheiden</translation>
    </message>
    <message>
        <source>Changed elsewhere</source>
        <translation>Anderswo geändert</translation>
    </message>
    <message>
        <source>Both texts are the same.</source>
        <translation>Beide Texte sind gleich.</translation>
    </message>
    <message>
        <source>What is struck through is theirs, what is marked as new is yours.</source>
        <translation>Durchgestrichenes stammt aus dem anderen Text, als neu Markiertes aus dem eigenen.</translation>
    </message>
    <message>
        <source>Difference of the two texts</source>
        <translation>Unterschied der beiden Texte</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::CostView</name>
    <message>
        <source>No model was asked, so nothing was paid.</source>
        <translation>Kein Modell wurde gefragt, also wurde nichts bezahlt.</translation>
    </message>
    <message>
        <source>The price of %1 is not known, so the cost is not known either.</source>
        <translation>Der Preis von %1 ist nicht bekannt, also auch nicht die Kosten.</translation>
    </message>
    <message numerus="yes">
        <source>%1 for %n call(s)</source>
        <translation>
            <numerusform>%1 für %n Aufruf</numerusform>
            <numerusform>%1 für %n Aufrufe</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; tokens are estimated</source>
        <translation>%1; Tokens sind geschätzt</translation>
    </message>
    <message>
        <source>Cost by call</source>
        <translation>Kosten nach Aufruf</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>Tokens in</source>
        <translation>Tokens ein</translation>
    </message>
    <message>
        <source>Tokens out</source>
        <translation>Tokens aus</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DatasetMenu</name>
    <message>
        <source>Name of a new dataset</source>
        <translation>Name eines neuen Datensatzes</translation>
    </message>
    <message>
        <source>New dataset: name and Enter</source>
        <translation>Neuer Datensatz: Name und Eingabetaste</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n case(s))</source>
        <translation>
            <numerusform>%1 (%n Fall)</numerusform>
            <numerusform>%1 (%n Fälle)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DiffPage</name>
    <message>
        <source>Changes of %1</source>
        <translation>Änderungen an %1</translation>
    </message>
    <message>
        <source>“%1” is the same in %2.</source>
        <translation>„%1“ ist in %2 gleich.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DiffView</name>
    <message numerus="yes">
        <source>%n equal line(s)</source>
        <translation>
            <numerusform>%n gleiche Zeile</numerusform>
            <numerusform>%n gleiche Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message>
        <source>%1, now: %2</source>
        <translation>%1, nun: %2</translation>
    </message>
    <message>
        <source> … the line goes on; copying takes all of it</source>
        <translation> … die Zeile geht weiter; Kopieren nimmt sie ganz</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DocumentsModel</name>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DraftModel</name>
    <message>
        <source>The draft was changed elsewhere; decide first which text counts</source>
        <translation>Der Entwurf wurde anderswo geändert; zuerst entscheiden, welcher Text gilt</translation>
    </message>
    <message>
        <source>Your edits are only in memory until you decide which text counts: %1</source>
        <translation>Die Änderungen sind nur im Speicher, bis entschieden ist, welcher Text gilt: %1</translation>
    </message>
    <message>
        <source>Bring back what was not saved</source>
        <translation>Zurückholen, was nicht gespeichert war</translation>
    </message>
    <message>
        <source>Take theirs</source>
        <translation>Anderen nehmen</translation>
    </message>
    <message>
        <source>Not saved yet: the draft was changed elsewhere, and which text counts is not decided</source>
        <translation>Noch nicht gespeichert: Der Entwurf wurde anderswo geändert, und es ist nicht entschieden, welcher Text gilt</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Load the committed text</source>
        <translation>Den festgehaltenen Text laden</translation>
    </message>
    <message>
        <source>Load what was changed elsewhere</source>
        <translation>Laden, was anderswo geändert wurde</translation>
    </message>
    <message>
        <source>The draft could not be saved: %1</source>
        <translation>Der Entwurf konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Part %1 is not valid JSON; correct it before the commit</source>
        <translation>Baustein %1 ist kein gültiges JSON; vor dem Commit berichtigen</translation>
    </message>
    <message>
        <source>The prompt&apos;s source is not JSON yet; correct it there before you edit the template</source>
        <translation>Die Quelle des Prompts ist noch kein JSON; dort berichtigen, bevor die Vorlage bearbeitet wird</translation>
    </message>
    <message>
        <source>Type in %1</source>
        <translation>In %1 schreiben</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::DropQuestion</name>
    <message>
        <source>Nothing can be made of %1 here.</source>
        <translation>Aus %1 lässt sich hier nichts machen.</translation>
    </message>
    <message>
        <source>These can be dropped: a workspace (.touchstone), cases (.csv, .jsonl), a workflow (.json, .yaml or its folder), a folder of .md and .txt files for retrieval.</source>
        <translation>Hierher lassen sich ziehen: ein Arbeitsbereich (.touchstone), Fälle (.csv, .jsonl), ein Workflow (.json, .yaml oder sein Ordner), ein Ordner mit .md- und .txt-Dateien für die Suche.</translation>
    </message>
    <message>
        <source>Import %1 as the dataset “%2”?</source>
        <translation>%1 als Datensatz „%2“ importieren?</translation>
    </message>
    <message>
        <source>Import the texts of the folder %1 as the corpus “%2”?</source>
        <translation>Die Texte des Ordners %1 als Korpus „%2“ importieren?</translation>
    </message>
    <message>
        <source>Import %1 as the draft of a workflow?</source>
        <translation>%1 als Entwurf eines Workflows importieren?</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 wurde nicht importiert.</translation>
    </message>
    <message>
        <source>This workspace is read-only: nothing can be saved in it.</source>
        <translation>Dieser Arbeitsbereich ist schreibgeschützt: Nichts kann darin gespeichert werden.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Import of %1</source>
        <translation>Import von %1</translation>
    </message>
    <message>
        <source>corpus “%1”</source>
        <translation>Korpus „%1“</translation>
    </message>
    <message>
        <source>draft of “%1”</source>
        <translation>Entwurf von „%1“</translation>
    </message>
    <message>
        <source>Replace the draft</source>
        <translation>Entwurf ersetzen</translation>
    </message>
    <message>
        <source>Keep the draft</source>
        <translation>Entwurf behalten</translation>
    </message>
    <message numerus="yes">
        <source>%1 case(s) in “%2”</source>
        <translation>
            <numerusform>%1 Fall in „%2“</numerusform>
            <numerusform>%1 Fälle in „%2“</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExampleDelegate</name>
    <message>
        <source>%1 of example %2</source>
        <translation>%1 von Beispiel %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExamplesModel</name>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Edit example %1</source>
        <translation>Beispiel %1 bearbeiten</translation>
    </message>
    <message numerus="yes">
        <source>Clear %n cell(s)</source>
        <translation>
            <numerusform>%n Zelle leeren</numerusform>
            <numerusform>%n Zellen leeren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n example(s)</source>
        <translation>
            <numerusform>%n Beispiel entfernen</numerusform>
            <numerusform>%n Beispiele entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n example(s)</source>
        <translation>
            <numerusform>%n Beispiel verschieben</numerusform>
            <numerusform>%n Beispiele verschieben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExamplesView</name>
    <message>
        <source>Examples show the model what good answers look like. Add one, or paste rows from a spreadsheet.</source>
        <translation>Beispiele zeigen dem Modell, wie gute Antworten aussehen. Eines hinzufügen oder Zeilen aus einer Tabelle einfügen.</translation>
    </message>
    <message>
        <source>The examples are no list, so there is no table. Correct the source.</source>
        <translation>Die Beispiele sind keine Liste, daher gibt es keine Tabelle. Die Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Add example</source>
        <translation>Beispiel hinzufügen</translation>
    </message>
    <message>
        <source>The clipboard holds no table. Copy some rows in a spreadsheet first.</source>
        <translation>Die Zwischenablage enthält keine Tabelle. Zuerst einige Zeilen einer Tabelle kopieren.</translation>
    </message>
    <message numerus="yes">
        <source>Paste %n example(s)</source>
        <translation>
            <numerusform>%n Beispiel einfügen</numerusform>
            <numerusform>%n Beispiele einfügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n example(s)</source>
        <translation>
            <numerusform>%n Beispiel duplizieren</numerusform>
            <numerusform>%n Beispiele duplizieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy for a spreadsheet</source>
        <translation>Für eine Tabelle kopieren</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s)</source>
        <translation>
            <numerusform>%n Beispiel</numerusform>
            <numerusform>%n Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n with problems</source>
        <translation>
            <numerusform>%n mit Problemen</numerusform>
            <numerusform>%n mit Problemen</numerusform>
        </translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Paste from spreadsheet</source>
        <translation>Aus Tabelle einfügen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Search examples</source>
        <translation>Beispiele durchsuchen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Clear cell</source>
        <translation>Zelle leeren</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ExperimentController</name>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 on one input</source>
        <translation>%1 mit einer Eingabe</translation>
    </message>
    <message numerus="yes">
        <source>%1 run(s)</source>
        <translation>
            <numerusform>%1 Lauf</numerusform>
            <numerusform>%1 Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 run(s) kept</source>
        <translation>
            <numerusform>%1 von %2 Lauf behalten</numerusform>
            <numerusform>%1 von %2 Läufen behalten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FeedbackView</name>
    <message>
        <source>✓ good</source>
        <translation>✓ gut</translation>
    </message>
    <message>
        <source>✕ bad</source>
        <translation>✕ schlecht</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Should have been</source>
        <translation>Richtig wäre gewesen</translation>
    </message>
    <message>
        <source>Save feedback</source>
        <translation>Rückmeldung speichern</translation>
    </message>
    <message>
        <source>Give a mark, a score or a word first.</source>
        <translation>Zuerst ein Urteil, eine Bewertung oder ein Wort angeben.</translation>
    </message>
    <message>
        <source>Earlier feedback</source>
        <translation>Frühere Rückmeldung</translation>
    </message>
    <message>
        <source>What the answer should have been</source>
        <translation>Was die Antwort hätte sein sollen</translation>
    </message>
    <message>
        <source>Score, 0 to 1</source>
        <translation>Bewertung, 0 bis 1</translation>
    </message>
    <message>
        <source>no score</source>
        <translation>keine Bewertung</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Schlecht</translation>
    </message>
    <message>
        <source>The feedback is not stored</source>
        <translation>Die Rückmeldung ist nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FieldRow</name>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>This does not fit the setting.</source>
        <translation>Das passt nicht zur Einstellung.</translation>
    </message>
    <message>
        <source>Write %1.</source>
        <translation>Einzutragen ist %1.</translation>
    </message>
    <message>
        <source>Touchstone does not carry this out yet: a run would be refused.</source>
        <translation>Touchstone führt dies noch nicht aus: Ein Lauf würde abgelehnt.</translation>
    </message>
    <message>
        <source>Touchstone does not carry this out yet.</source>
        <translation>Touchstone führt dies noch nicht aus.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FilterBar</name>
    <message>
        <source>Filter traces</source>
        <translation>Traces filtern</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Saved filters</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 verwenden</translation>
    </message>
    <message>
        <source>Name this filter and press Enter</source>
        <translation>Diesen Filter benennen und Eingabetaste drücken</translation>
    </message>
    <message>
        <source>Name of the filter to save</source>
        <translation>Name des zu speichernden Filters</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>No filter is saved yet</source>
        <translation>Noch ist kein Filter gespeichert</translation>
    </message>
    <message>
        <source>Export, or add to a dataset</source>
        <translation>Exportieren oder einem Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>Look every two seconds for the traces that other programs write, too</source>
        <translation>Alle zwei Sekunden auch nach Traces sehen, die andere Programme schreiben</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FilterLine</name>
    <message>
        <source>Cases to show</source>
        <translation>Gezeigte Fälle</translation>
    </message>
    <message>
        <source>Filter cases and answers</source>
        <translation>Fälle und Antworten filtern</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Durchgefallen</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Different</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Better</source>
        <translation>Besser</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Next difference</source>
        <translation>Nächster Unterschied</translation>
    </message>
    <message>
        <source>Previous difference</source>
        <translation>Voriger Unterschied</translation>
    </message>
    <message>
        <source>There is no such case.</source>
        <translation>Einen solchen Fall gibt es nicht.</translation>
    </message>
    <message>
        <source>tag: %1</source>
        <translation>Marke: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n Marke</numerusform>
            <numerusform>%n Marken</numerusform>
        </translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n Unterschied</numerusform>
            <numerusform>%n Unterschiede</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 differences</source>
        <translation>%1 von %2 Unterschieden</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::FormView</name>
    <message>
        <source>This part is no JSON object, so it has no form. Correct its source.</source>
        <translation>Dieser Baustein ist kein JSON-Objekt, hat also kein Formular. Die Quelle berichtigen.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HelpDesk</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>About Touchstone</source>
        <translation>Über Touchstone</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HelpView</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Touchstone help</source>
        <translation>Touchstone-Hilfe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>Hilfe durchsuchen</translation>
    </message>
    <message>
        <source>Pages of the help</source>
        <translation>Seiten der Hilfe</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Seite der Hilfe</translation>
    </message>
    <message>
        <source>This leads out of the help, to the web: %1</source>
        <translation>Das führt aus der Hilfe ins Web: %1</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Im Browser öffnen</translation>
    </message>
    <message>
        <source>Stay here</source>
        <translation>Hier bleiben</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HistoryPanel</name>
    <message>
        <source>Search versions</source>
        <translation>Versionen durchsuchen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Read this version</source>
        <translation>Diese Version lesen</translation>
    </message>
    <message>
        <source>Show what differs</source>
        <translation>Unterschiede zeigen</translation>
    </message>
    <message>
        <source>Run side by side…</source>
        <translation>Nebeneinander ausführen …</translation>
    </message>
    <message>
        <source>Restore into the draft</source>
        <translation>In den Entwurf zurückholen</translation>
    </message>
    <message>
        <source>New branch from here…</source>
        <translation>Neuer Zweig von hier …</translation>
    </message>
    <message>
        <source>Tag this version…</source>
        <translation>Diese Version markieren …</translation>
    </message>
    <message>
        <source>Copy the version&apos;s id</source>
        <translation>Kennung der Version kopieren</translation>
    </message>
    <message>
        <source>Select two, then compare</source>
        <translation>Zwei auswählen, dann vergleichen</translation>
    </message>
    <message>
        <source>Run the selected versions side by side (%1)</source>
        <translation>Die ausgewählten Versionen nebeneinander ausführen (%1)</translation>
    </message>
    <message>
        <source>Select two to six versions to run them side by side (%1)</source>
        <translation>Zwei bis sechs Versionen auswählen, um sie nebeneinander auszuführen (%1)</translation>
    </message>
    <message>
        <source>Name of the branch that begins at %1</source>
        <translation>Name des Zweigs, der bei %1 beginnt</translation>
    </message>
    <message>
        <source>Tag of %1</source>
        <translation>Marke von %1</translation>
    </message>
    <message>
        <source>Fold the history</source>
        <translation>Verlauf einklappen</translation>
    </message>
    <message>
        <source>Unfold the history</source>
        <translation>Verlauf ausklappen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HistoryRows</name>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>never committed</source>
        <translation>noch kein Commit</translation>
    </message>
    <message>
        <source>no changes</source>
        <translation>keine Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) changed</source>
        <translation>
            <numerusform>%n Baustein geändert</numerusform>
            <numerusform>%n Bausteine geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HitDelegate</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::HitsModel</name>
    <message>
        <source>sent, %1</source>
        <translation>gesendet, %1</translation>
    </message>
    <message>
        <source>sent shortened, %1</source>
        <translation>gekürzt gesendet, %1</translation>
    </message>
    <message>
        <source>dropped: %1 do not fit the token budget</source>
        <translation>weggelassen: %1 passen nicht ins Tokenbudget</translation>
    </message>
    <message>
        <source>dropped: repeats a passage that is sent</source>
        <translation>weggelassen: wiederholt einen gesendeten Abschnitt</translation>
    </message>
    <message>
        <source>dropped: below the lowest score</source>
        <translation>weggelassen: unter der geringsten Bewertung</translation>
    </message>
    <message>
        <source>dropped: beyond the number of passages</source>
        <translation>weggelassen: über der Zahl der Abschnitte</translation>
    </message>
    <message>
        <source>%1. %2. Score %3. %4</source>
        <translation>%1. %2. Bewertung %3. %4</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InlineBanner</name>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Diese Meldung schließen (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InputForm</name>
    <message>
        <source>%1 (optional)</source>
        <translation>%1 (optional)</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InputText</name>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::InputsView</name>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JobRow</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel; finished cases are kept</source>
        <translation>Abbrechen; fertige Fälle bleiben erhalten</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>Ergebnis zeigen</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Show the result of %1</source>
        <translation>Ergebnis von %1 zeigen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JobStrip</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause; finished cases are kept</source>
        <translation>Anhalten; fertige Fälle bleiben erhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Cancel; finished cases are kept</source>
        <translation>Abbrechen; fertige Fälle bleiben erhalten</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>All jobs; now: %1</source>
        <translation>Alle Aufgaben; jetzt: %1</translation>
    </message>
    <message>
        <source>All jobs</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n job(s) failed</source>
        <translation>
            <numerusform>✕ %n Aufgabe gescheitert</numerusform>
            <numerusform>✕ %n Aufgaben gescheitert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JobsPopup</name>
    <message>
        <source>Jobs</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Remove those that are over</source>
        <translation>Beendete entfernen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JsonTreeModel</name>
    <message numerus="yes">
        <source>{ %n member(s) }</source>
        <translation>
            <numerusform>{ %n Element }</numerusform>
            <numerusform>{ %n Elemente }</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>[ %n item(s) ]</source>
        <translation>
            <numerusform>[ %n Eintrag ]</numerusform>
            <numerusform>[ %n Einträge ]</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::JsonTreeView</name>
    <message>
        <source>Copy the value as JSON</source>
        <translation>Wert als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy the JSON pointer</source>
        <translation>JSON-Zeiger kopieren</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyFilePanel</name>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 is open: its keys are used until this window&apos;s program ends or the file is locked.</source>
        <translation>%1 ist offen: Die Schlüssel darin werden verwendet, bis das Programm endet oder die Datei gesperrt wird.</translation>
    </message>
    <message>
        <source>%1 holds keys; its passphrase opens it. Nobody can help who has lost it: then delete the file and set the keys again.</source>
        <translation>%1 enthält Schlüssel; die Passphrase öffnet sie. Ist sie verloren, kann niemand helfen: dann die Datei löschen und die Schlüssel neu setzen.</translation>
    </message>
    <message>
        <source>The keyring is switched off</source>
        <translation>Der Schlüsselbund ist ausgeschaltet</translation>
    </message>
    <message>
        <source>Because %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>%1, the key is kept in %2, sealed with a passphrase that you choose now and are asked for at each start.</source>
        <translation>%1; der Schlüssel wird in %2 aufbewahrt, versiegelt mit einer jetzt zu wählenden Passphrase, nach der bei jedem Start gefragt wird.</translation>
    </message>
    <message>
        <source>The sealed key file is open</source>
        <translation>Die versiegelte Schlüsseldatei ist offen</translation>
    </message>
    <message>
        <source>The sealed key file is locked</source>
        <translation>Die versiegelte Schlüsseldatei ist gesperrt</translation>
    </message>
    <message>
        <source>Make a sealed key file</source>
        <translation>Versiegelte Schlüsseldatei anlegen</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Arbeitet …</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>A passphrase has at least %1 characters.</source>
        <translation>Eine Passphrase hat mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>Die beiden sind nicht gleich.</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Die Passphrase eingeben.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyLine</name>
    <message>
        <source>from the environment</source>
        <translation>aus der Umgebung</translation>
    </message>
    <message>
        <source>in the keyring</source>
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>in the sealed file</source>
        <translation>in der versiegelten Datei</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget the key %1</source>
        <translation>Schlüssel %1 vergessen</translation>
    </message>
    <message>
        <source>Paste the key</source>
        <translation>Schlüssel einfügen</translation>
    </message>
    <message>
        <source>The key %1</source>
        <translation>Der Schlüssel %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep the key %1</source>
        <translation>Schlüssel %1 behalten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The variable %1 of this program&apos;s environment counts before any other place.</source>
        <translation>Die Variable %1 der Umgebung dieses Programms gilt vor jedem anderen Ort.</translation>
    </message>
    <message>
        <source>The keyring has not answered yet; it may be asking for its password.</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet; vielleicht fragt er nach seinem Passwort.</translation>
    </message>
    <message>
        <source>It cannot be read now: %1.</source>
        <translation>Er lässt sich jetzt nicht lesen: %1.</translation>
    </message>
    <message>
        <source>It may be in the sealed file, which is locked.</source>
        <translation>Er ist vielleicht in der versiegelten Datei, die gesperrt ist.</translation>
    </message>
    <message>
        <source>Set…</source>
        <translation>Setzen …</translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation>Ersetzen …</translation>
    </message>
    <message>
        <source>Set the key %1</source>
        <translation>Schlüssel %1 setzen</translation>
    </message>
    <message>
        <source>Replace the key %1</source>
        <translation>Schlüssel %1 ersetzen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyVault</name>
    <message>
        <source>The key %1 was not removed: %2.</source>
        <translation>Der Schlüssel %1 wurde nicht entfernt: %2.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::KeyringDesk</name>
    <message>
        <source>the keyring was not unlocked</source>
        <translation>der Schlüsselbund wurde nicht entsperrt</translation>
    </message>
    <message>
        <source>there is no keyring on this system</source>
        <translation>auf diesem System gibt es keinen Schlüsselbund</translation>
    </message>
    <message>
        <source>the keyring cannot be used (%1)</source>
        <translation>der Schlüsselbund lässt sich nicht verwenden (%1)</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::LowerPane</name>
    <message>
        <source>examples × %1</source>
        <translation>Beispiele × %1</translation>
    </message>
    <message>
        <source>context · %1 of %2</source>
        <translation>Kontext · %1 von %2</translation>
    </message>
    <message>
        <source>Collapse the pane</source>
        <translation>Bereich einklappen</translation>
    </message>
    <message>
        <source>The prompt as it would be sent</source>
        <translation>Der Prompt, wie er gesendet würde</translation>
    </message>
    <message>
        <source>Under the editor</source>
        <translation>Unter dem Editor</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Gerendert</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>The prompt appears here as it would be sent, with the input of the Try form.</source>
        <translation>Hier erscheint der Prompt, wie er gesendet würde, mit der Eingabe unter „Probieren“.</translation>
    </message>
    <message>
        <source>This workflow searches no corpus, or nothing was found for this input.</source>
        <translation>Dieser Workflow durchsucht keinen Korpus, oder für diese Eingabe wurde nichts gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Problem</numerusform>
            <numerusform>%n Probleme</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the pane</source>
        <translation>Bereich zeigen</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Probieren</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MainWindow</name>
    <message>
        <source>Touchstone</source>
        <translation>Touchstone</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich …</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>New window</source>
        <translation>Neues Fenster</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Normal size</source>
        <translation>Normale Größe</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Opening the workspace…</source>
        <translation>Arbeitsbereich wird geöffnet …</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist offen.</translation>
    </message>
    <message>
        <source>It is still being saved.</source>
        <translation>Er wird noch gespeichert.</translation>
    </message>
    <message>
        <source>%1 — Touchstone</source>
        <translation>%1 — Touchstone</translation>
    </message>
    <message>
        <source>Open a workspace first: then %1 can be imported into it.</source>
        <translation>Zuerst einen Arbeitsbereich öffnen: Dann lässt sich %1 darin importieren.</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Touchstone workspaces (*.touchstone)</source>
        <translation>Touchstone-Arbeitsbereiche (*.touchstone)</translation>
    </message>
    <message>
        <source>Make a new workspace</source>
        <translation>Neuen Arbeitsbereich anlegen</translation>
    </message>
    <message>
        <source>Another window still has the file open that was at %1 before. Close that window, then open this one.</source>
        <translation>Ein anderes Fenster hat noch die Datei offen, die vorher unter %1 lag. Schließen Sie jenes Fenster und öffnen Sie dann diese Datei.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MarkdownView</name>
    <message numerus="yes">
        <source>… %n more character(s), shown as text only</source>
        <translation>
            <numerusform>… noch %n Zeichen, nur als Text gezeigt</numerusform>
            <numerusform>… noch %n Zeichen, nur als Text gezeigt</numerusform>
        </translation>
    </message>
    <message>
        <source>… shown as plain text: a paragraph or a table is too large, or it is nested too deep</source>
        <translation>… als bloßer Text gezeigt: Ein Absatz oder eine Tabelle ist zu groß, oder die Schachtelung ist zu tief</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MemoryForm</name>
    <message>
        <source>How the window is used</source>
        <translation>Wie das Fenster genutzt wird</translation>
    </message>
    <message>
        <source>Assumed length of a message in tokens</source>
        <translation>Angenommene Länge einer Nachricht in Tokens</translation>
    </message>
    <message>
        <source>Assume messages of</source>
        <translation>Angenommen, eine Nachricht hat</translation>
    </message>
    <message>
        <source>tokens each (only for this picture)</source>
        <translation>Tokens (nur für dieses Bild)</translation>
    </message>
    <message>
        <source>What is free holds pinned messages first, then a summary of the older ones.</source>
        <translation>Der freie Platz nimmt zuerst angeheftete Nachrichten auf, dann eine Zusammenfassung der älteren.</translation>
    </message>
    <message>
        <source>What is free holds pinned messages first, then older ones as far as they fit; the rest is dropped.</source>
        <translation>Der freie Platz nimmt zuerst angeheftete Nachrichten auf, dann ältere, soweit sie passen; der Rest entfällt.</translation>
    </message>
    <message>
        <source>What is free holds a summary of the older messages.</source>
        <translation>Der freie Platz nimmt eine Zusammenfassung der älteren Nachrichten auf.</translation>
    </message>
    <message>
        <source>What is free holds older messages as far as they fit; the rest is dropped.</source>
        <translation>Der freie Platz nimmt ältere Nachrichten auf, soweit sie passen; der Rest entfällt.</translation>
    </message>
    <message>
        <source>Set a window to see how it is used.</source>
        <translation>Ein Fenster setzen, um zu sehen, wie es genutzt wird.</translation>
    </message>
    <message>
        <source>latest messages × %1</source>
        <translation>letzte Nachrichten × %1</translation>
    </message>
    <message>
        <source>assuming %1 tokens a message</source>
        <translation>bei %1 Tokens je Nachricht</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MessagesCanvas</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Assistant</source>
        <translation>Assistent</translation>
    </message>
    <message>
        <source>The rest is too long to show here; copying takes all of it.</source>
        <translation>Der Rest ist zu lang, um ihn hier zu zeigen; Kopieren nimmt alles.</translation>
    </message>
    <message>
        <source>Copy this message</source>
        <translation>Diese Nachricht kopieren</translation>
    </message>
    <message>
        <source>Copy all messages</source>
        <translation>Alle Nachrichten kopieren</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::MessagesView</name>
    <message>
        <source>Example %1, its answer</source>
        <translation>Beispiel %1, seine Antwort</translation>
    </message>
    <message>
        <source>Example %1, its input</source>
        <translation>Beispiel %1, seine Eingabe</translation>
    </message>
    <message>
        <source>%1 · %2, line %3</source>
        <translation>%1 · %2, Zeile %3</translation>
    </message>
    <message>
        <source>%1 · from %2 · %3, line %4</source>
        <translation>%1 · aus %2 · %3, Zeile %4</translation>
    </message>
    <message>
        <source>instructions</source>
        <translation>Anweisungen</translation>
    </message>
    <message>
        <source>examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>prompt</source>
        <translation>Prompt</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>No messages</source>
        <translation>Keine Nachrichten</translation>
    </message>
    <message>
        <source>Copy all messages</source>
        <translation>Alle Nachrichten kopieren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ModelServers</name>
    <message>
        <source>A server needs a name.</source>
        <translation>Ein Server braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name begins with a letter and has lower-case letters, digits, “-” and “_” only.</source>
        <translation>Ein Name beginnt mit einem Buchstaben und hat nur Kleinbuchstaben, Ziffern, „-“ und „_“.</translation>
    </message>
    <message>
        <source>“builtin” is the model that comes with Touchstone; take another name.</source>
        <translation>„builtin“ ist das Modell, das mit Touchstone kommt; einen anderen Namen nehmen.</translation>
    </message>
    <message>
        <source>A server needs a base URL, for example https://host/v1.</source>
        <translation>Ein Server braucht eine Basis-URL, etwa https://host/v1.</translation>
    </message>
    <message>
        <source>That is no base URL: it should look like https://host/v1.</source>
        <translation>Das ist keine Basis-URL: Sie sollte aussehen wie https://host/v1.</translation>
    </message>
    <message>
        <source>The base URL holds a user name or password; keep the key apart from it.</source>
        <translation>Die Basis-URL enthält einen Benutzernamen oder ein Passwort; den Schlüssel getrennt von ihr halten.</translation>
    </message>
    <message>
        <source>The base URL ends with its path: without “?” and “#”.</source>
        <translation>Die Basis-URL endet mit ihrem Pfad: ohne „?“ und „#“.</translation>
    </message>
    <message>
        <source>The key&apos;s name is written like a variable: letters, digits and “_”, as in GROQ_API_KEY. The key itself is kept elsewhere.</source>
        <translation>Der Name des Schlüssels wird wie eine Variable geschrieben: Buchstaben, Ziffern und „_“, wie in GROQ_API_KEY. Der Schlüssel selbst liegt anderswo.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::NameLine</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::Navigator</name>
    <message>
        <source>Parts</source>
        <translation>Bausteine</translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>%n geändert</numerusform>
            <numerusform>%n geändert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::NewStrip</name>
    <message>
        <source>Go to the newest trace</source>
        <translation>Zum neuesten Trace</translation>
    </message>
    <message numerus="yes">
        <source>%n new trace(s)</source>
        <translation>
            <numerusform>%n neuer Trace</numerusform>
            <numerusform>%n neue Traces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::NewWorkflowPanel</name>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Name of the workflow</source>
        <translation>Name des Workflows</translation>
    </message>
    <message>
        <source>Create the workflow (Enter)</source>
        <translation>Den Workflow anlegen (Eingabetaste)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New workflow</source>
        <translation>Neuer Workflow</translation>
    </message>
    <message>
        <source>everything that decides how one LLM feature behaves</source>
        <translation>alles, was das Verhalten eines LLM-Features bestimmt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>A workflow needs a name.</source>
        <translation>Ein Workflow braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name begins with a lower-case letter or a digit.</source>
        <translation>Ein Name beginnt mit einem Kleinbuchstaben oder einer Ziffer.</translation>
    </message>
    <message>
        <source>A name has no spaces: use “-” between words.</source>
        <translation>Ein Name hat keine Leerzeichen: „-“ zwischen Wörtern verwenden.</translation>
    </message>
    <message>
        <source>“%1” cannot stand in a name: use lower-case letters, digits, “.”, “_” and “-”.</source>
        <translation>„%1“ darf nicht in einem Namen stehen: Kleinbuchstaben, Ziffern, „.“, „_“ und „-“ verwenden.</translation>
    </message>
    <message>
        <source>There is a workflow “%1” already.</source>
        <translation>Es gibt schon einen Workflow „%1“.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::OriginChoice</name>
    <message>
        <source>Origin of the runs</source>
        <translation>Herkunft der Läufe</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Proben</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::OutcomePanel</name>
    <message>
        <source>The answer appears here, with what it took.</source>
        <translation>Hier erscheint die Antwort mit ihrem Aufwand.</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>The run before</source>
        <translation>Der Lauf davor</translation>
    </message>
    <message>
        <source>The run after</source>
        <translation>Der Lauf danach</translation>
    </message>
    <message>
        <source>Pin this run, to see the next ones beside it</source>
        <translation>Diesen Lauf anheften, um die nächsten daneben zu sehen</translation>
    </message>
    <message>
        <source>Copy, keep or open this run</source>
        <translation>Diesen Lauf kopieren, aufheben oder öffnen</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Copy as Python</source>
        <translation>Als Python kopieren</translation>
    </message>
    <message>
        <source>Copy as JavaScript</source>
        <translation>Als JavaScript kopieren</translation>
    </message>
    <message>
        <source>Copy as a command line</source>
        <translation>Als Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Add to a dataset…</source>
        <translation>Zu einem Datensatz hinzufügen …</translation>
    </message>
    <message>
        <source>Open the trace</source>
        <translation>Trace öffnen</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>run %1 of %2</source>
        <translation>Lauf %1 von %2</translation>
    </message>
    <message>
        <source>Fell back to %1</source>
        <translation>Auf %1 ausgewichen</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gelaufen</translation>
    </message>
    <message>
        <source>This run cannot be copied like that.</source>
        <translation>Dieser Lauf lässt sich so nicht kopieren.</translation>
    </message>
    <message>
        <source>Copied. A key stays the name of its variable.</source>
        <translation>Kopiert. Ein Schlüssel bleibt der Name seiner Variablen.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::OutputView</name>
    <message>
        <source>Add schema</source>
        <translation>Schema hinzufügen</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>This part is no JSON object. Correct its source.</source>
        <translation>Dieser Baustein ist kein JSON-Objekt. Die Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Answers of this mode need a schema.</source>
        <translation>Antworten dieses Modus brauchen ein Schema.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PaletteModel</name>
    <message>
        <source>Used lately</source>
        <translation>Zuletzt verwendet</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartChanges</name>
    <message>
        <source>+ added</source>
        <translation>+ hinzugefügt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>= unchanged</source>
        <translation>= unverändert</translation>
    </message>
    <message>
        <source>as %1</source>
        <translation>wie %1</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartDelegate</name>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>+ add</source>
        <translation>+ hinzufügen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartDiff</name>
    <message>
        <source>What changed</source>
        <translation>Was sich änderte</translation>
    </message>
    <message>
        <source>Difference of the parts</source>
        <translation>Unterschied der Teile</translation>
    </message>
    <message>
        <source>Which version is compared with the baseline</source>
        <translation>Welche Version mit der Basis verglichen wird</translation>
    </message>
    <message>
        <source>Which parts are shown</source>
        <translation>Welche Teile gezeigt werden</translation>
    </message>
    <message>
        <source>Close the difference</source>
        <translation>Unterschied schließen</translation>
    </message>
    <message>
        <source>All changed parts</source>
        <translation>Alle geänderten Teile</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartEditor</name>
    <message>
        <source>Views of %1</source>
        <translation>Ansichten von %1</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Diff</source>
        <translation>Unterschied</translation>
    </message>
    <message>
        <source>Find in this part</source>
        <translation>In diesem Baustein suchen</translation>
    </message>
    <message>
        <source>%1. This workflow has no “%2”.</source>
        <translation>%1. Dieser Workflow hat kein „%2“.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Source is not JSON at %1:%2 — fix it there. This is the last text that was.</source>
        <translation>Die Quelle ist bei %1:%2 kein JSON – dort berichtigen. Dies ist der letzte Text, der es war.</translation>
    </message>
    <message>
        <source>Show source</source>
        <translation>Quelle zeigen</translation>
    </message>
    <message>
        <source>Nothing has been committed yet to compare with</source>
        <translation>Zum Vergleichen gibt es noch keinen Commit</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartForm</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartTabs</name>
    <message>
        <source>Open parts</source>
        <translation>Offene Bausteine</translation>
    </message>
    <message>
        <source>Close (Ctrl+W)</source>
        <translation>Schließen (Strg+W)</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, geändert</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PartsModel</name>
    <message>
        <source>cannot be run yet</source>
        <translation>noch nicht ausführbar</translation>
    </message>
    <message>
        <source>not in this workflow</source>
        <translation>nicht in diesem Workflow</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>has errors</source>
        <translation>hat Fehler</translation>
    </message>
    <message>
        <source>%1 (cannot be run yet)</source>
        <translation>%1 (noch nicht ausführbar)</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PastExperiments</name>
    <message>
        <source>Earlier comparisons</source>
        <translation>Frühere Vergleiche</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s), not finished</source>
        <translation>
            <numerusform>%n Lauf, nicht beendet</numerusform>
            <numerusform>%n Läufe, nicht beendet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PasteModel</name>
    <message>
        <source>Column %1</source>
        <translation>Spalte %1</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>“%1” is left out</source>
        <translation>„%1“ wird weggelassen</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Was nicht passt</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PastePanel</name>
    <message>
        <source>The first row holds the names of the columns</source>
        <translation>Die erste Zeile enthält die Namen der Spalten</translation>
    </message>
    <message>
        <source>Examples that would be added</source>
        <translation>Beispiele, die hinzukämen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Where “%1” goes</source>
        <translation>Wohin „%1“ kommt</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Weglassen</translation>
    </message>
    <message numerus="yes">
        <source>%n example(s) to add.</source>
        <translation>
            <numerusform>%n Beispiel hinzuzufügen.</numerusform>
            <numerusform>%n Beispiele hinzuzufügen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>sentence, sentence</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n do not fit.</source>
        <translation>
            <numerusform>%n passt nicht.</numerusform>
            <numerusform>%n passen nicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>The rest of the table is left out.</source>
        <translation>Der Rest der Tabelle wird weggelassen.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n example(s)</source>
        <translation>
            <numerusform>%n Beispiel hinzufügen</numerusform>
            <numerusform>%n Beispiele hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that fit</source>
        <translation>
            <numerusform>Das %n passende hinzufügen</numerusform>
            <numerusform>Die %n passenden hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PinnedRun</name>
    <message>
        <source>Pinned answer</source>
        <translation>Angeheftete Antwort</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>pinned: run %1</source>
        <translation>angeheftet: Lauf %1</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyDelegate</name>
    <message>
        <source>cannot be tested</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>● applies</source>
        <translation>● trifft zu</translation>
    </message>
    <message numerus="yes">
        <source>● %n hit(s)</source>
        <translation>
            <numerusform>● %n Treffer</numerusform>
            <numerusform>● %n Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyMarks</name>
    <message>
        <source>%1 · %2 · %3 “%4”</source>
        <translation>%1 · %2 · %3 “%4”</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyModel</name>
    <message>
        <source>%1. %2. %3. %4</source>
        <translation>%1. %2. %3. %4</translation>
    </message>
    <message>
        <source>%1. Cannot be tested: %2</source>
        <translation>%1. Nicht prüfbar: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1. Applies to the test text, %n place(s).</source>
        <translation>
            <numerusform>%1. Trifft auf den Prüftext zu, an %n Stelle.</numerusform>
            <numerusform>%1. Trifft auf den Prüftext zu, an %n Stellen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyPartView</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Duplicate rule</source>
        <translation>Regel duplizieren</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Move rule up</source>
        <translation>Regel nach oben</translation>
    </message>
    <message>
        <source>Move rule down</source>
        <translation>Regel nach unten</translation>
    </message>
    <message>
        <source>Policy rules</source>
        <translation>Regeln der Richtlinie</translation>
    </message>
    <message>
        <source>The policy is no list, so it can only be edited as text.</source>
        <translation>Die Richtlinie ist keine Liste, lässt sich also nur als Text bearbeiten.</translation>
    </message>
    <message>
        <source>Rules look for personal data, terms and patterns in what comes in and goes out, and block, mask or flag it.</source>
        <translation>Regeln suchen personenbezogene Daten, Begriffe und Muster in dem, was hinein- und hinausgeht, und blockieren, schwärzen oder melden es.</translation>
    </message>
    <message>
        <source>Move rule</source>
        <translation>Regel verschieben</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyRuleForm</name>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>card number</source>
        <translation>Kartennummer</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Names the rule in traces and reports.</source>
        <translation>Benennt die Regel in Traces und Berichten.</translation>
    </message>
    <message>
        <source>Write small letters, digits, dots, dashes and underscores, at most 64.</source>
        <translation>Erlaubt sind Kleinbuchstaben, Ziffern, Punkte, Binde- und Unterstriche, höchstens 64.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Which text is looked at.</source>
        <translation>Welcher Text geprüft wird.</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Begriffe</translation>
    </message>
    <message>
        <source>Words or phrases regardless of case, separated by commas.</source>
        <translation>Wörter oder Wendungen ohne Rücksicht auf Groß- und Kleinschreibung, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Whole words only</source>
        <translation>Nur ganze Wörter</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>A regular expression in the syntax of RE2.</source>
        <translation>Ein regulärer Ausdruck in der Syntax von RE2.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Over the input fields; “text” is the text that is looked at.</source>
        <translation>Über die Eingabefelder; „text“ ist der geprüfte Text.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Block ends the run, redact masks what was found, flag only marks the trace, route sends the run to another tier.</source>
        <translation>Blockieren beendet den Lauf, Schwärzen verdeckt das Gefundene, Melden vermerkt es nur im Trace, Umleiten schickt den Lauf an eine andere Stufe.</translation>
    </message>
    <message>
        <source>To tier</source>
        <translation>An Stufe</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>What the caller is told when the run is blocked.</source>
        <translation>Was der Aufrufer erfährt, wenn der Lauf blockiert wird.</translation>
    </message>
    <message>
        <source>What the rule looks for</source>
        <translation>Wonach die Regel sucht</translation>
    </message>
    <message>
        <source>Personal data</source>
        <translation>Personenbezogene Daten</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>A condition</source>
        <translation>Eine Bedingung</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>Sucht nach</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>Change what the rule looks for</source>
        <translation>Ändern, wonach die Regel sucht</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyTest</name>
    <message>
        <source>Test the rules</source>
        <translation>Regeln prüfen</translation>
    </message>
    <message>
        <source>Stage of the test text</source>
        <translation>Zeitpunkt des Prüftexts</translation>
    </message>
    <message>
        <source>Text to test the rules on</source>
        <translation>Text, an dem die Regeln geprüft werden</translation>
    </message>
    <message>
        <source>Type or paste a text to see what the rules do with it</source>
        <translation>Einen Text schreiben oder einfügen, um die Wirkung der Regeln zu sehen</translation>
    </message>
    <message>
        <source>The text after the rules</source>
        <translation>Der Text nach den Regeln</translation>
    </message>
    <message>
        <source>What the rules found</source>
        <translation>Was die Regeln fanden</translation>
    </message>
    <message>
        <source>Nothing is stored and nothing is sent.</source>
        <translation>Nichts wird gespeichert und nichts gesendet.</translation>
    </message>
    <message>
        <source>cannot be tested</source>
        <translation>nicht prüfbar</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>Blocked by “%1”: %2</source>
        <translation>Blockiert durch „%1“: %2</translation>
    </message>
    <message>
        <source>routed</source>
        <translation>umgeleitet</translation>
    </message>
    <message>
        <source>The run goes to the tier “%1”.</source>
        <translation>Der Lauf geht an die Stufe „%1“.</translation>
    </message>
    <message>
        <source>redacted</source>
        <translation>geschwärzt</translation>
    </message>
    <message>
        <source>The text goes on as shown at the right.</source>
        <translation>Der Text geht so weiter, wie rechts gezeigt.</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>geht durch</translation>
    </message>
    <message>
        <source>No rule looks at this stage.</source>
        <translation>Keine Regel prüft zu diesem Zeitpunkt.</translation>
    </message>
    <message>
        <source>The text goes on as it is.</source>
        <translation>Der Text geht unverändert weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%1 The first %n of the places found are marked.</source>
        <translation>
            <numerusform>%1 Die erste der gefundenen Stellen ist markiert.</numerusform>
            <numerusform>%1 Die ersten %n der gefundenen Stellen sind markiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PolicyView</name>
    <message>
        <source>No policy found anything.</source>
        <translation>Keine Richtlinie fand etwas.</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s) found something.</source>
        <translation>
            <numerusform>%n Regel fand etwas.</numerusform>
            <numerusform>%n Regeln fanden etwas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Findings of policy</source>
        <translation>Funde der Richtlinie</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::PreviewWords</name>
    <message>
        <source>The draft cannot run</source>
        <translation>Der Entwurf kann nicht laufen</translation>
    </message>
    <message>
        <source>A run would stop at the input</source>
        <translation>Ein Lauf würde bei der Eingabe anhalten</translation>
    </message>
    <message>
        <source>A run would stop at retrieval</source>
        <translation>Ein Lauf würde bei der Suche anhalten</translation>
    </message>
    <message>
        <source>A run would stop at the prompt</source>
        <translation>Ein Lauf würde beim Prompt anhalten</translation>
    </message>
    <message>
        <source>A run would stop at routing</source>
        <translation>Ein Lauf würde beim Routing anhalten</translation>
    </message>
    <message>
        <source>%1 / run</source>
        <translation>%1 / Lauf</translation>
    </message>
    <message>
        <source>%1 + reply / run</source>
        <translation>%1 + Antwort / Lauf</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>The price of this model is not known. Give it in the routing, at the tier&apos;s “price”.</source>
        <translation>Der Preis dieses Modells ist nicht bekannt. Im Routing unter „price“ der Stufe angeben.</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 + reply × %2 per million tokens. No example says how long a reply is.</source>
        <translation>%1 + Antwort × %2 je Million Tokens. Kein Beispiel sagt, wie lang eine Antwort ist.</translation>
    </message>
    <message>
        <source>%1 + %2 × %3 per million tokens; the reply as long as the examples&apos; answers on average</source>
        <translation>%1 + %2 × %3 je Million Tokens; die Antwort so lang wie im Mittel die der Beispiele</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The prompt is too long</source>
        <translation>Der Prompt ist zu lang</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProblemsList</name>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Enter leads to the place, Alt+Enter repairs</source>
        <translation>Eingabetaste führt zur Stelle, Alt+Eingabetaste behebt</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProblemsModel</name>
    <message>
        <source>%1. Alt+Enter: %2</source>
        <translation>%1. Alt+Enter: %2</translation>
    </message>
    <message>
        <source>%1 · example %2</source>
        <translation>%1 · Beispiel %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProgressLine</name>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop and keep the finished cases (%1)</source>
        <translation>Anhalten und die fertigen Fälle behalten (%1)</translation>
    </message>
    <message>
        <source>UNDECIDED SO FAR</source>
        <translation>BISHER UNENTSCHIEDEN</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stop and keep the finished cases</source>
        <translation>Anhalten und die fertigen Fälle behalten</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ProvidersPage</name>
    <message>
        <source>Models are asked only when you run something. A workflow names its provider, address and the name of the key; the key itself is only here: in the environment, the system&apos;s keyring, or a sealed file.</source>
        <translation>Modelle werden nur gefragt, wenn etwas ausgeführt wird. Ein Workflow nennt Anbieter, Adresse und Namen des Schlüssels; der Schlüssel selbst ist nur hier: in der Umgebung, im Schlüsselbund des Systems oder in einer versiegelten Datei.</translation>
    </message>
    <message>
        <source>Providers and keys</source>
        <translation>Anbieter und Schlüssel</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Server hinzufügen …</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::QueryField</name>
    <message>
        <source>Filter traces</source>
        <translation>Traces filtern</translation>
    </message>
    <message>
        <source>Filter: status:invalid latency&gt;2s, or words of input or answer</source>
        <translation>Filter: status:invalid latency&gt;2s oder Wörter aus Eingabe oder Antwort</translation>
    </message>
    <message numerus="yes">
        <source>%n more term(s) of the filter</source>
        <translation>
            <numerusform>%n weiterer Ausdruck des Filters</numerusform>
            <numerusform>%n weitere Ausdrücke des Filters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RecentList</name>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>vor %1</translation>
    </message>
    <message>
        <source>Keep %1 at the top</source>
        <translation>%1 oben behalten</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 aus dieser Liste nehmen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ReportExport</name>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Copy or export the comparison</source>
        <translation>Den Vergleich kopieren oder exportieren</translation>
    </message>
    <message>
        <source>Report as a web page…</source>
        <translation>Bericht als Webseite …</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>All cases as CSV…</source>
        <translation>Alle Fälle als CSV …</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Figures as JSON…</source>
        <translation>Zahlen als JSON …</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Picture of the table…</source>
        <translation>Bild der Tabelle …</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Bild (*.png)</translation>
    </message>
    <message>
        <source>There is something to export when a comparison has ended</source>
        <translation>Zu exportieren gibt es etwas, wenn ein Vergleich beendet ist</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RetrievalSearch</name>
    <message>
        <source>What the query finds: type what it would be</source>
        <translation>Was die Anfrage findet: eintippen, wie sie wäre</translation>
    </message>
    <message>
        <source>Passages found</source>
        <translation>Gefundene Abschnitte</translation>
    </message>
    <message>
        <source>Try a query</source>
        <translation>Anfrage ausprobieren</translation>
    </message>
    <message>
        <source>Nothing is stored and nothing is sent.</source>
        <translation>Nichts wird gespeichert und nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) searched</source>
        <translation>
            <numerusform>%n Chunk durchsucht</numerusform>
            <numerusform>%n Chunks durchsucht</numerusform>
        </translation>
    </message>
    <message>
        <source>No chunk shares a word with the query; %1.</source>
        <translation>Kein Chunk hat ein Wort mit der Anfrage gemeinsam; %1.</translation>
    </message>
    <message>
        <source>%1 of %2 found are sent, %3; %4.</source>
        <translation>%1 von %2 gefundenen werden gesendet, %3; %4.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RetrievalView</name>
    <message>
        <source>Corpus</source>
        <translation>Korpus</translation>
    </message>
    <message>
        <source>By its name, or pinned to its content as name@sha256:…; a commit pins it.</source>
        <translation>Beim Namen oder auf seinen Inhalt festgelegt als name@sha256:…; ein Commit legt ihn fest.</translation>
    </message>
    <message>
        <source>Write the name of a corpus of this workspace.</source>
        <translation>Einzutragen ist der Name eines Korpus dieses Arbeitsbereichs.</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Template of what is searched for, such as {{ question }}.</source>
        <translation>Vorlage dessen, wonach gesucht wird, etwa {{ question }}.</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Words (BM25)</source>
        <translation>Wörter (BM25)</translation>
    </message>
    <message>
        <source>Meaning (vectors)</source>
        <translation>Bedeutung (Vektoren)</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beides</translation>
    </message>
    <message>
        <source>Passages</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Sent at most.</source>
        <translation>Höchstens gesendet.</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Geringste Bewertung</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>Token budget</source>
        <translation>Tokenbudget</translation>
    </message>
    <message>
        <source>tok</source>
        <translation>tok</translation>
    </message>
    <message>
        <source>When over budget</source>
        <translation>Wenn über dem Budget</translation>
    </message>
    <message>
        <source>Leave the weakest out</source>
        <translation>Die schwächsten weglassen</translation>
    </message>
    <message>
        <source>Keep the best sentences</source>
        <translation>Die besten Sätze behalten</translation>
    </message>
    <message>
        <source>Diversity</source>
        <translation>Vielfalt</translation>
    </message>
    <message>
        <source>1 ranks by relevance alone; lower values avoid repetition.</source>
        <translation>1 ordnet allein nach Relevanz; kleinere Werte vermeiden Wiederholung.</translation>
    </message>
    <message>
        <source>The retrieval is no object, so it can only be edited as text.</source>
        <translation>Die Suche ist kein Objekt, lässt sich also nur als Text bearbeiten.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingDiagram</name>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ausweichstufen</translation>
    </message>
    <message>
        <source>Cascade</source>
        <translation>Kaskade</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add tier</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation>Ausweichstufe hinzufügen</translation>
    </message>
    <message>
        <source>Add cascade step</source>
        <translation>Kaskadenschritt hinzufügen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingInspector</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ausweichstufen</translation>
    </message>
    <message>
        <source>Cascade step</source>
        <translation>Kaskadenschritt</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Name of the tier</source>
        <translation>Name der Stufe</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Price, where the price table does not know it</source>
        <translation>Preis, wo die Preistabelle ihn nicht kennt</translation>
    </message>
    <message>
        <source>Tier to fall back to</source>
        <translation>Stufe zum Ausweichen</translation>
    </message>
    <message>
        <source>Tried in this order when the chosen tier fails.</source>
        <translation>In dieser Reihenfolge versucht, wenn die gewählte Stufe ausfällt.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Schutzschalter</translation>
    </message>
    <message>
        <source>Change fallback</source>
        <translation>Ausweichstufe ändern</translation>
    </message>
    <message>
        <source>Begin with a small letter; then small letters, digits, dashes and underscores, at most 32 in all.</source>
        <translation>Mit einem Kleinbuchstaben beginnen; dann Kleinbuchstaben, Ziffern, Binde- und Unterstriche, insgesamt höchstens 32.</translation>
    </message>
    <message>
        <source>There is a tier of this name already.</source>
        <translation>Eine Stufe dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Rename tier</source>
        <translation>Stufe umbenennen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingNode</name>
    <message>
        <source>Touchstone does not carry this out yet</source>
        <translation>Touchstone führt dies noch nicht aus</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingRuleForm</name>
    <message>
        <source>Leads to</source>
        <translation>Führt zu</translation>
    </message>
    <message>
        <source>Split the runs…</source>
        <translation>Läufe teilen …</translation>
    </message>
    <message>
        <source>%1 (no such tier)</source>
        <translation>%1 (keine solche Stufe)</translation>
    </message>
    <message>
        <source>Touchstone does not carry this out yet: a run would be refused.</source>
        <translation>Touchstone führt dies noch nicht aus: Ein Lauf würde abgelehnt.</translation>
    </message>
    <message>
        <source>Change where the rule leads</source>
        <translation>Ändern, wohin die Regel führt</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RoutingView</name>
    <message>
        <source>The routing is no object, so it can only be edited as text.</source>
        <translation>Das Routing ist kein Objekt, lässt sich also nur als Text bearbeiten.</translation>
    </message>
    <message>
        <source>Add tier</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add fallback</source>
        <translation>Ausweichstufe hinzufügen</translation>
    </message>
    <message>
        <source>Add cascade step</source>
        <translation>Kaskadenschritt hinzufügen</translation>
    </message>
    <message>
        <source>Remove rule</source>
        <translation>Regel entfernen</translation>
    </message>
    <message>
        <source>Remove tier</source>
        <translation>Stufe entfernen</translation>
    </message>
    <message>
        <source>Remove fallback</source>
        <translation>Ausweichstufe entfernen</translation>
    </message>
    <message>
        <source>Remove cascade step</source>
        <translation>Kaskadenschritt entfernen</translation>
    </message>
    <message>
        <source>Move rule</source>
        <translation>Regel verschieben</translation>
    </message>
    <message>
        <source>Move tier</source>
        <translation>Stufe verschieben</translation>
    </message>
    <message>
        <source>Move fallback</source>
        <translation>Ausweichstufe verschieben</translation>
    </message>
    <message>
        <source>Move cascade step</source>
        <translation>Kaskadenschritt verschieben</translation>
    </message>
    <message>
        <source>Change where the rule leads</source>
        <translation>Ändern, wohin die Regel führt</translation>
    </message>
    <message>
        <source>“%1” is still mentioned in: %2.</source>
        <translation>„%1“ wird noch erwähnt in: %2.</translation>
    </message>
    <message>
        <source>Write “%1” there too</source>
        <translation>Auch dort „%1“ schreiben</translation>
    </message>
    <message>
        <source>Rename tier</source>
        <translation>Stufe umbenennen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunFacts</name>
    <message>
        <source>%1, fell back</source>
        <translation>%1, ausgewichen</translation>
    </message>
    <message>
        <source>✓ good</source>
        <translation>✓ gut</translation>
    </message>
    <message>
        <source>✕ bad</source>
        <translation>✕ schlecht</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>The price of the model is not known</source>
        <translation>Der Preis des Modells ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunFigures</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>Erstes Token</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunStatus</name>
    <message>
        <source>fell back</source>
        <translation>ausgewichen</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>repariert</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>invalid</source>
        <translation>ungültig</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::RunTabs</name>
    <message>
        <source>Spans of the run</source>
        <translation>Spans des Laufs</translation>
    </message>
    <message>
        <source>What was sent</source>
        <translation>Was gesendet wurde</translation>
    </message>
    <message>
        <source>What is known of the run</source>
        <translation>Was über den Lauf bekannt ist</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaDelegate</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaInspector</name>
    <message>
        <source>Details of the selected property</source>
        <translation>Einzelheiten der ausgewählten Eigenschaft</translation>
    </message>
    <message>
        <source>Select a property to see all that is said of it.</source>
        <translation>Eine Eigenschaft auswählen, um alles über sie zu sehen.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaModel</name>
    <message>
        <source>each item</source>
        <translation>jeder Eintrag</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>optional</translation>
    </message>
    <message>
        <source>edited in the source</source>
        <translation>in der Quelle zu bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>A property needs a name.</source>
        <translation>Eine Eigenschaft braucht einen Namen.</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>„%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Change type of %1</source>
        <translation>Typ von %1 ändern</translation>
    </message>
    <message>
        <source>Change description of %1</source>
        <translation>Beschreibung von %1 ändern</translation>
    </message>
    <message>
        <source>“required” is no list here. Correct it in the source.</source>
        <translation>„required“ ist hier keine Liste. In der Quelle berichtigen.</translation>
    </message>
    <message>
        <source>Require %1</source>
        <translation>%1 zur Pflicht machen</translation>
    </message>
    <message>
        <source>Make %1 optional</source>
        <translation>%1 freistellen</translation>
    </message>
    <message>
        <source>Add property</source>
        <translation>Eigenschaft hinzufügen</translation>
    </message>
    <message>
        <source>Only an object has properties: change the type first.</source>
        <translation>Nur ein Objekt hat Eigenschaften: zuerst den Typ ändern.</translation>
    </message>
    <message>
        <source>Describe the items of %1</source>
        <translation>Die Einträge von %1 beschreiben</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n properties</source>
        <translation>
            <numerusform>%n Eigenschaft entfernen</numerusform>
            <numerusform>%n Eigenschaften entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>A property cannot move into itself.</source>
        <translation>Eine Eigenschaft kann nicht in sich selbst verschoben werden.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SchemaPane</name>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Add property</source>
        <translation>Eigenschaft hinzufügen</translation>
    </message>
    <message>
        <source>Describe items</source>
        <translation>Einträge beschreiben</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SearchButton</name>
    <message>
        <source>Search or do anything</source>
        <translation>Suchen oder etwas tun</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SearchLine</name>
    <message>
        <source>Clear (Esc)</source>
        <translation>Leeren (Esc)</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ServerCard</name>
    <message>
        <source>A small model inside Touchstone: always here, offline, free, without a key.</source>
        <translation>Ein kleines Modell in Touchstone: immer da, offline, kostenlos, ohne Schlüssel.</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Anbieter %1</translation>
    </message>
    <message>
        <source>Edit the server %1</source>
        <translation>Server %1 bearbeiten</translation>
    </message>
    <message>
        <source>Remove the server %1</source>
        <translation>Server %1 entfernen</translation>
    </message>
    <message>
        <source>Model of %1</source>
        <translation>Modell von %1</translation>
    </message>
    <message>
        <source>Model (a test lists them)</source>
        <translation>Modell (eine Prüfung listet sie auf)</translation>
    </message>
    <message>
        <source>Copy tier JSON</source>
        <translation>Stufen-JSON kopieren</translation>
    </message>
    <message>
        <source>Cancel the test</source>
        <translation>Prüfung abbrechen</translation>
    </message>
    <message>
        <source>Test connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>Cancel the test of %1</source>
        <translation>Prüfung von %1 abbrechen</translation>
    </message>
    <message>
        <source>Test the connection to %1</source>
        <translation>Verbindung zu %1 prüfen</translation>
    </message>
    <message>
        <source>Asking %1 for its models…</source>
        <translation>%1 wird nach Modellen gefragt …</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), answered in %1.</source>
        <translation>
            <numerusform>Es klappt: %n Modell, geantwortet in %1.</numerusform>
            <numerusform>Es klappt: %n Modelle, geantwortet in %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>In the server&apos;s own words: %1</source>
        <translation>In den Worten des Servers: %1</translation>
    </message>
    <message>
        <source>For the tiers in a workflow&apos;s routing; the key is named there, never written</source>
        <translation>Für die Stufen im Routing eines Workflows; der Schlüssel wird dort genannt, nie geschrieben</translation>
    </message>
    <message>
        <source>Name a model first</source>
        <translation>Zuerst ein Modell nennen</translation>
    </message>
    <message>
        <source>Copied. In Author, open Routing and paste it as a tier; the version then states address and name of the key itself.</source>
        <translation>Kopiert. Unter „Entwurf“ das Routing öffnen und als Stufe einfügen; die Version nennt dann selbst Adresse und Namen des Schlüssels.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ServerForm</name>
    <message>
        <source>Name of the server</source>
        <translation>Name des Servers</translation>
    </message>
    <message>
        <source>Base URL</source>
        <translation>Basis-URL</translation>
    </message>
    <message>
        <source>Name of its key</source>
        <translation>Name seines Schlüssels</translation>
    </message>
    <message>
        <source>empty if it wants no key</source>
        <translation>leer, wenn er keinen Schlüssel verlangt</translation>
    </message>
    <message>
        <source>Kind of server</source>
        <translation>Art des Servers</translation>
    </message>
    <message>
        <source>Any OpenAI-compatible server</source>
        <translation>Jeder OpenAI-kompatible Server</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>Server hinzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Edit the server %1</source>
        <translation>Server %1 bearbeiten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>There is a provider %1 already.</source>
        <translation>Einen Anbieter %1 gibt es schon.</translation>
    </message>
    <message>
        <source>There are %1 servers already; remove one first.</source>
        <translation>Es gibt schon %1 Server; zuerst einen entfernen.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SettingRow</name>
    <message>
        <source>Reset “%1”</source>
        <translation>„%1“ zurücksetzen</translation>
    </message>
    <message>
        <source>%1 Takes effect at the next start.</source>
        <translation>%1 Wirkt ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::Settings</name>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number from %1 to %2</source>
        <translation>eine Zahl von %1 bis %2</translation>
    </message>
    <message>
        <source>one line of at most %1 characters</source>
        <translation>eine Zeile von höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>“%1” in the settings&apos; file is not %2; the default is used.</source>
        <translation>„%1“ in der Einstellungsdatei ist nicht %2; die Vorgabe gilt.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>Light or dark. “As the system” follows the desktop, also while the window is open.</source>
        <translation>Hell oder dunkel. „Wie das System“ folgt der Arbeitsumgebung, auch bei offenem Fenster.</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>color</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Zoom</translation>
    </message>
    <message>
        <source>The size of all text, icons and spaces. Ctrl++, Ctrl+− and Ctrl+0 change it everywhere.</source>
        <translation>Die Größe von Text, Symbolen und Abständen. Strg++, Strg+− und Strg+0 ändern sie überall.</translation>
    </message>
    <message>
        <source>size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>font</source>
        <translation>Schrift</translation>
    </message>
    <message>
        <source>accessibility</source>
        <translation>Barrierefreiheit</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of the window. Files, reports and the command line stay English.</source>
        <translation>Des Fensters. Dateien, Berichte und die Befehlszeile bleiben englisch.</translation>
    </message>
    <message>
        <source>translation</source>
        <translation>Übersetzung</translation>
    </message>
    <message>
        <source>locale</source>
        <translation>Gebietsschema</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Eigener Name</translation>
    </message>
    <message>
        <source>Stands in each version you commit. Without it: $TOUCHSTONE_AUTHOR, $GIT_AUTHOR_NAME, or your login&apos;s name.</source>
        <translation>Steht in jeder Version, die per Commit entsteht. Ohne ihn: $TOUCHSTONE_AUTHOR, $GIT_AUTHOR_NAME oder der Name der Anmeldung.</translation>
    </message>
    <message>
        <source>author</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>commit</source>
        <translation>Commit</translation>
    </message>
    <message>
        <source>user</source>
        <translation>Nutzer</translation>
    </message>
    <message>
        <source>Keep keys in the system&apos;s keyring</source>
        <translation>Schlüssel im Schlüsselbund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>GNOME Keyring or KWallet. Without one, or with this off, keys are kept in a file sealed with a passphrase.</source>
        <translation>GNOME-Schlüsselbund oder KWallet. Ohne einen solchen, oder wenn dies aus ist, liegen Schlüssel in einer mit einer Passphrase versiegelten Datei.</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>Brieftasche</translation>
    </message>
    <message>
        <source>Hosts that may be asked without encryption</source>
        <translation>Rechner, die ohne Verschlüsselung gefragt werden dürfen</translation>
    </message>
    <message>
        <source>Names or addresses, separated by commas, of servers in a network you trust: everybody on the way can read keys and prompts. This machine itself always may.</source>
        <translation>Namen oder Adressen, durch Kommas getrennt, von Servern in einem vertrauten Netz: Alle auf dem Weg können Schlüssel und Prompts lesen. Dieser Rechner selbst darf es immer.</translation>
    </message>
    <message>
        <source>http</source>
        <translation>http</translation>
    </message>
    <message>
        <source>https</source>
        <translation>https</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netzwerk</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SettingsView</name>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Authoring</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Providers and keys</source>
        <translation>Anbieter und Schlüssel</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Touchstone has no telemetry. It sends nothing to its makers: no use, no crashes, no check for updates.

The network is used for two things only, both because you ask for them: a run of a workflow calls the providers its tiers name, and “Test connection” asks one server for its models. A workflow on the built-in model calls nobody.

Your prompts, inputs and answers are in the workspace file, on this machine, and nowhere else. What a policy blocks is stored nowhere. Keys are never in a workspace, a trace, a log or a recording.</source>
        <translation>Touchstone hat keine Telemetrie. Es sendet nichts an seine Hersteller: keine Nutzung, keine Abstürze, keine Suche nach Aktualisierungen.

Das Netz wird nur für zweierlei verwendet, beides auf Wunsch: Ein Lauf eines Workflows ruft die Anbieter auf, die seine Stufen nennen, und „Verbindung prüfen“ fragt einen Server nach seinen Modellen. Ein Workflow auf dem eingebauten Modell ruft niemanden auf.

Prompts, Eingaben und Antworten liegen in der Datei des Arbeitsbereichs auf diesem Rechner und nirgends sonst. Was eine Richtlinie blockiert, wird nirgends gespeichert. Schlüssel stehen nie in einem Arbeitsbereich, einem Trace, einem Protokoll oder einer Aufzeichnung.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Reset all settings</source>
        <translation>Alle Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <source>Search all settings</source>
        <translation>Alle Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
    <message>
        <source>No telemetry: nothing leaves this machine but what you run</source>
        <translation>Keine Telemetrie: Nichts verlässt diesen Rechner außer dem, was ausgeführt wird</translation>
    </message>
    <message>
        <source>No setting is about “%1”.</source>
        <translation>Keine Einstellung handelt von „%1“.</translation>
    </message>
    <message numerus="yes">
        <source>%n setting(s) found</source>
        <translation>
            <numerusform>%n Einstellung gefunden</numerusform>
            <numerusform>%n Einstellungen gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings cannot be written to %1: what you change holds until the program ends. Make room on the disk, or make the file writable; the next change tries again.</source>
        <translation>Die Einstellungen können nicht nach %1 geschrieben werden: Was Sie ändern, gilt, bis das Programm endet. Schaffen Sie Platz auf dem Datenträger oder machen Sie die Datei beschreibbar; die nächste Änderung versucht es wieder.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ShortcutSheet</name>
    <message>
        <source>Search what to do, or a key</source>
        <translation>Tätigkeit oder Taste suchen</translation>
    </message>
    <message>
        <source>No shortcut is about that.</source>
        <translation>Davon handelt kein Tastenkürzel.</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SourcesModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>shortened</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>Source %1, %2, %3, score and tokens %4 %5</source>
        <translation>Quelle %1, %2, %3, Bewertung und Tokens %4 %5</translation>
    </message>
    <message>
        <source>Left out: %1, %2, score and tokens %3, %4</source>
        <translation>Weggelassen: %1, %2, Bewertung und Tokens %3, %4</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SourcesView</name>
    <message>
        <source>over the token budget</source>
        <translation>über dem Tokenbudget</translation>
    </message>
    <message>
        <source>repeats another source</source>
        <translation>wiederholt eine andere Quelle</translation>
    </message>
    <message>
        <source>No sources</source>
        <translation>Keine Quellen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Text of the source</source>
        <translation>Text der Quelle</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::StartPage</name>
    <message>
        <source>No account, no key, no network. Nothing is sent anywhere: there is no telemetry.</source>
        <translation>Kein Konto, kein Schlüssel, kein Netz. Nichts wird irgendwohin gesendet: Es gibt keine Telemetrie.</translation>
    </message>
    <message>
        <source>Opening the workspace</source>
        <translation>Arbeitsbereich wird geöffnet</translation>
    </message>
    <message>
        <source>No workspace is open.</source>
        <translation>Kein Arbeitsbereich ist offen.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::StatusLine</name>
    <message>
        <source>▲ read-only workspace: nothing can be saved</source>
        <translation>▲ schreibgeschützter Arbeitsbereich: Nichts kann gespeichert werden</translation>
    </message>
    <message numerus="yes">
        <source>✕ %n error(s)</source>
        <translation>
            <numerusform>✕ %n Fehler</numerusform>
            <numerusform>✕ %n Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n warning(s)</source>
        <translation>
            <numerusform>▲ %n Warnung</numerusform>
            <numerusform>▲ %n Warnungen</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ no problems</source>
        <translation>✓ keine Probleme</translation>
    </message>
    <message>
        <source>▲ Not saved: changed elsewhere</source>
        <translation>▲ Nicht gespeichert: anderswo geändert</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert …</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>Gespeichert %1</translation>
    </message>
    <message>
        <source>Show the first of them</source>
        <translation>Das erste davon zeigen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::SuggestionList</name>
    <message>
        <source>Suggestions for the filter</source>
        <translation>Vorschläge für den Filter</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2 trace(s)</source>
        <translation>
            <numerusform>%1, %2 Trace</numerusform>
            <numerusform>%1, %2 Traces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TabLine</name>
    <message>
        <source>More tabs</source>
        <translation>Weitere Reiter</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TextPage</name>
    <message>
        <source>%1 template</source>
        <translation>Vorlage von %1</translation>
    </message>
    <message>
        <source>%1 source</source>
        <translation>Quelle von %1</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TimeBrush</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>✕ failed</source>
        <translation>✕ Fehler</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 trace(s), %3 failed</source>
        <translation>
            <numerusform>%1: %2 Trace, %3 gescheitert</numerusform>
            <numerusform>%1: %2 Traces, %3 gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys move the chosen time, Home and End bring it to an end, Shift moves its end only and Ctrl its beginning; Enter shows all.</source>
        <translation>Pfeiltasten verschieben die gewählte Zeit, Pos1 und Ende bringen sie an ein Ende, Umschalt bewegt nur ihr Ende und Strg ihren Anfang; Enter zeigt alles.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TokenBar</name>
    <message>
        <source>Token budget</source>
        <translation>Tokenbudget</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>reply at most %1</source>
        <translation>Antwort höchstens %1</translation>
    </message>
    <message>
        <source>context window not declared</source>
        <translation>Kontextfenster nicht angegeben</translation>
    </message>
    <message>
        <source>reply reserve %1</source>
        <translation>Antwortreserve %1</translation>
    </message>
    <message>
        <source>▲ %1 over · %2</source>
        <translation>▲ %1 zu viel · %2</translation>
    </message>
    <message>
        <source>free %1 · %2</source>
        <translation>frei %1 · %2</translation>
    </message>
    <message>
        <source>▲ %1 over</source>
        <translation>▲ %1 zu viel</translation>
    </message>
    <message>
        <source>free %1</source>
        <translation>frei %1</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TokensPanel</name>
    <message numerus="yes">
        <source>%1 (%2): %n hit(s) in %3</source>
        <translation>
            <numerusform>%1 (%2): %n Treffer in %3</numerusform>
            <numerusform>%1 (%2): %n Treffer in %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Tokens and cost</source>
        <translation>Tokens und Kosten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Fallback</source>
        <translation>Ausweichstufen</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Wie</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>%1 with a reply of %2</source>
        <translation>%1 bei einer Antwort von %2</translation>
    </message>
    <message>
        <source>budget %1 / run</source>
        <translation>Budget %1 / Lauf</translation>
    </message>
    <message>
        <source>not known; say it in the routing, at the tier&apos;s “Context window”</source>
        <translation>nicht bekannt; geben Sie es im Routing beim „Kontextfenster“ der Stufe an</translation>
    </message>
    <message>
        <source>%1, too small by %2: this tier is not asked</source>
        <translation>%1, um %2 zu klein: Diese Stufe wird nicht gefragt</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TopBar</name>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>never committed</source>
        <translation>noch kein Commit</translation>
    </message>
    <message>
        <source>no changes since %1</source>
        <translation>keine Änderungen seit %1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>schreibgeschützt</translation>
    </message>
    <message>
        <source>▲ draft</source>
        <translation>▲ Entwurf</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) changed since %1</source>
        <translation>
            <numerusform>%n Baustein geändert seit %1</numerusform>
            <numerusform>%n Bausteine geändert seit %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceActions</name>
    <message>
        <source>Open version</source>
        <translation>Version öffnen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergeben</translation>
    </message>
    <message>
        <source>Run on draft</source>
        <translation>Mit Entwurf ausführen</translation>
    </message>
    <message>
        <source>Add to dataset</source>
        <translation>Zum Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>Copy as cURL</source>
        <translation>Als cURL kopieren</translation>
    </message>
    <message>
        <source>Copy as a case (JSON)</source>
        <translation>Als Fall kopieren (JSON)</translation>
    </message>
    <message>
        <source>Copy trace id</source>
        <translation>Trace-Kennung kopieren</translation>
    </message>
    <message>
        <source>Select a trace first</source>
        <translation>Zuerst einen Trace auswählen</translation>
    </message>
    <message>
        <source>It ran a draft that was not committed</source>
        <translation>Ein Entwurf ohne Commit ist gelaufen</translation>
    </message>
    <message>
        <source>Policy withheld the input; it is stored nowhere</source>
        <translation>Eine Richtlinie hat die Eingabe zurückgehalten; sie ist nirgends gespeichert</translation>
    </message>
    <message>
        <source>Show the version that ran, to read</source>
        <translation>Die Version, die lief, zum Lesen zeigen</translation>
    </message>
    <message>
        <source>It is being replayed</source>
        <translation>Wird wiedergegeben</translation>
    </message>
    <message>
        <source>Run its exact version again on the recorded answers: no model is called</source>
        <translation>Genau diese Version mit den aufgezeichneten Antworten erneut ausführen: Kein Modell wird gefragt</translation>
    </message>
    <message>
        <source>Take the input to the draft and run it there</source>
        <translation>Die Eingabe in den Entwurf nehmen und dort ausführen</translation>
    </message>
    <message>
        <source>Input and expected answer, as a case</source>
        <translation>Eingabe und erwartete Antwort, als Fall</translation>
    </message>
    <message>
        <source>The recorded messages as a request to the model that answered</source>
        <translation>Die aufgezeichneten Nachrichten als Anfrage an das Modell, das antwortete</translation>
    </message>
    <message>
        <source>Input and expected answer, as a line of a dataset</source>
        <translation>Eingabe und erwartete Antwort, als Zeile eines Datensatzes</translation>
    </message>
    <message>
        <source>All digits of the trace&apos;s id</source>
        <translation>Alle Stellen der Trace-Kennung</translation>
    </message>
    <message>
        <source>It could not be replayed</source>
        <translation>Es ließ sich nicht wiedergeben</translation>
    </message>
    <message>
        <source>Replayed: the same answer, to the letter</source>
        <translation>Wiedergegeben: Buchstabe für Buchstabe dieselbe Antwort</translation>
    </message>
    <message>
        <source>Replayed: another answer than was recorded</source>
        <translation>Wiedergegeben: eine andere Antwort als aufgezeichnet</translation>
    </message>
    <message>
        <source>It was not added to %1</source>
        <translation>Nicht zu %1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 has this case already</source>
        <translation>%1 enthält diesen Fall schon</translation>
    </message>
    <message>
        <source>Added to %1</source>
        <translation>Zu %1 hinzugefügt</translation>
    </message>
    <message>
        <source>Copied as cURL</source>
        <translation>Als cURL kopiert</translation>
    </message>
    <message>
        <source>There is no cURL command for this run</source>
        <translation>Für diesen Lauf gibt es keinen cURL-Befehl</translation>
    </message>
    <message>
        <source>Copied as a case</source>
        <translation>Als Fall kopiert</translation>
    </message>
    <message>
        <source>Copied the id</source>
        <translation>Kennung kopiert</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceColumns</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Journey</source>
        <translation>Vorgang</translation>
    </message>
    <message>
        <source>Feature</source>
        <translation>Feature</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>Umgebung</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Trace</source>
        <translation>Trace</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>bad</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>try</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>production</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Wiedergabe</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceDetail</name>
    <message>
        <source>Select a trace to see what happened in it.</source>
        <translation>Einen Trace auswählen, um zu sehen, was darin geschah.</translation>
    </message>
    <message>
        <source>Spans of the trace</source>
        <translation>Spans des Trace</translation>
    </message>
    <message>
        <source>Messages as sent, and the answer</source>
        <translation>Nachrichten, wie gesendet, und die Antwort</translation>
    </message>
    <message>
        <source>The trace as JSON</source>
        <translation>Der Trace als JSON</translation>
    </message>
    <message>
        <source>Copy trace id</source>
        <translation>Trace-Kennung kopieren</translation>
    </message>
    <message>
        <source>More to do with this trace</source>
        <translation>Mehr zu diesem Trace</translation>
    </message>
    <message>
        <source>What to see of the trace</source>
        <translation>Was vom Trace zu sehen ist</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Gerendert</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Nothing was sent to a model.</source>
        <translation>Nichts wurde an ein Modell gesendet.</translation>
    </message>
    <message>
        <source>The run used no sources.</source>
        <translation>Der Lauf verwendete keine Quellen.</translation>
    </message>
    <message>
        <source>Show its trace</source>
        <translation>Seinen Trace zeigen</translation>
    </message>
    <message>
        <source>The trace could not be read</source>
        <translation>Der Trace ließ sich nicht lesen</translation>
    </message>
    <message>
        <source>%1 · replay</source>
        <translation>%1 · Wiedergabe</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceSource</name>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceTable</name>
    <message>
        <source>Traces</source>
        <translation>Traces</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TraceTableModel</name>
    <message numerus="yes">
        <source>%n call(s) to a model, of them %1 repeated</source>
        <translation>
            <numerusform>%n Aufruf eines Modells, davon %1 wiederholt</numerusform>
            <numerusform>%n Aufrufe eines Modells, davon %1 wiederholt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in, %2 out</source>
        <translation>%1 ein, %2 aus</translation>
    </message>
    <message>
        <source>%1, estimated</source>
        <translation>%1, geschätzt</translation>
    </message>
    <message>
        <source>A replay: the recorded calls cost %1, it paid nothing</source>
        <translation>Eine Wiedergabe: Die aufgezeichneten Aufrufe kosteten %1, sie selbst bezahlte nichts</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TracesView</name>
    <message>
        <source>The traces could not be read</source>
        <translation>Die Traces ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No trace passes the filter.</source>
        <translation>Kein Trace passt zum Filter.</translation>
    </message>
    <message>
        <source>Every run leaves a trace here: what went in, what came out, and what each step took. Run a draft, or compare two versions, to make the first.</source>
        <translation>Jeder Lauf hinterlässt hier einen Trace: was hineinging, was herauskam und was jeder Schritt brauchte. Einen Entwurf ausführen oder zwei Versionen vergleichen ergibt den ersten.</translation>
    </message>
    <message>
        <source>Show all traces</source>
        <translation>Alle Traces zeigen</translation>
    </message>
    <message>
        <source>Go to the draft</source>
        <translation>Zum Entwurf</translation>
    </message>
    <message>
        <source>Totals are not counted while words are searched.</source>
        <translation>Summen werden bei der Suche nach Wörtern nicht gezählt.</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translation>%1 bisher</translation>
    </message>
    <message>
        <source>%1 of %2 in %3</source>
        <translation>%1 von %2 in %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Copied the first %1 of %2 rows</source>
        <translation>Die ersten %1 von %2 Zeilen kopiert</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n row(s)</source>
        <translation>
            <numerusform>%n Zeile kopiert</numerusform>
            <numerusform>%n Zeilen kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 trace(s)   mean %2   sum %3   p50 %4   p95 %5</source>
        <translation>
            <numerusform>%1 Trace   Mittel %2   Summe %3   p50 %4   p95 %5</numerusform>
            <numerusform>%1 Traces   Mittel %2   Summe %3   p50 %4   p95 %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 trace(s)</source>
        <translation>
            <numerusform>%1 von %2 Trace</numerusform>
            <numerusform>%1 von %2 Traces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 trace(s)</source>
        <translation>
            <numerusform>%1 Trace</numerusform>
            <numerusform>%1 Traces</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%n replay(s) paid nothing and are in no sum of money; origin:replay sums them.</source>
        <translation>
            <numerusform>%n Wiedergabe bezahlte nichts und ist in keiner Geldsumme; origin:replay summiert sie.</numerusform>
            <numerusform>%n Wiedergaben bezahlten nichts und sind in keiner Geldsumme; origin:replay summiert sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::TryPanel</name>
    <message>
        <source>Try</source>
        <translation>Probieren</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Route: as the workflow decides. Or the tier that answers whatever the rules say.</source>
        <translation>Route: wie der Workflow entscheidet. Oder die Stufe, die antwortet, was auch immer die Regeln sagen.</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Routing</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::UnsavedQuestion</name>
    <message>
        <source>Touchstone</source>
        <translation>Touchstone</translation>
    </message>
    <message>
        <source>The draft of %1 is not saved</source>
        <translation>Der Entwurf von %1 ist nicht gespeichert</translation>
    </message>
    <message>
        <source>Save the draft to a file…</source>
        <translation>Entwurf in einer Datei speichern …</translation>
    </message>
    <message>
        <source>Leave without saving</source>
        <translation>Ohne Speichern verlassen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>Workflows (*.json)</source>
        <translation>Workflows (*.json)</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::ValidationView</name>
    <message numerus="yes">
        <source>✕ The last answer has %n fault(s).</source>
        <translation>
            <numerusform>✕ Die letzte Antwort hat %n Fehler.</numerusform>
            <numerusform>✕ Die letzte Antwort hat %n Fehler.</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ The answer is what the version asks for.</source>
        <translation>✓ Die Antwort ist, was die Version verlangt.</translation>
    </message>
    <message>
        <source>A policy ended the run: there is no answer to check.</source>
        <translation>Eine Richtlinie beendete den Lauf: Es gibt keine Antwort zu prüfen.</translation>
    </message>
    <message>
        <source>No answer came that could be checked.</source>
        <translation>Es kam keine Antwort, die sich prüfen ließe.</translation>
    </message>
    <message>
        <source>Faults of the answer</source>
        <translation>Fehler der Antwort</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>whole answer</source>
        <translation>ganze Antwort</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionChip</name>
    <message>
        <source>%1, the baseline</source>
        <translation>%1, die Basis</translation>
    </message>
    <message>
        <source>Take %1 out of the comparison</source>
        <translation>%1 aus dem Vergleich nehmen</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Basis</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionChips</name>
    <message>
        <source>Versions to compare</source>
        <translation>Zu vergleichende Versionen</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionDelegate</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionHead</name>
    <message>
        <source>by name</source>
        <translation>nach Name</translation>
    </message>
    <message>
        <source>by score</source>
        <translation>nach Bewertung</translation>
    </message>
    <message>
        <source>by change</source>
        <translation>nach Änderung</translation>
    </message>
    <message>
        <source>by latency</source>
        <translation>nach Latenz</translation>
    </message>
    <message>
        <source>by cost</source>
        <translation>nach Kosten</translation>
    </message>
    <message>
        <source>in dataset order</source>
        <translation>wie im Datensatz</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Fall</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>p50 %1 · p95 %2</source>
        <translation>p50 %1 · p95 %2</translation>
    </message>
    <message>
        <source>%1 per 1,000 runs</source>
        <translation>%1 je 1000 Läufe</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>Kosten unbekannt</translation>
    </message>
    <message>
        <source>passed %1 of %2</source>
        <translation>bestanden %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), no scorer</source>
        <translation>
            <numerusform>%n Fall, kein Bewerter</numerusform>
            <numerusform>%n Fälle, kein Bewerter</numerusform>
        </translation>
    </message>
    <message>
        <source>cost %1</source>
        <translation>Kosten %1</translation>
    </message>
    <message>
        <source>▲ %1 win</source>
        <translation>▲ %1 gewonnen</translation>
    </message>
    <message>
        <source>%1 tie</source>
        <translation>%1 gleich</translation>
    </message>
    <message>
        <source>▼ %1 lose</source>
        <translation>▼ %1 verloren</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>= %1</source>
        <translation>= %1</translation>
    </message>
    <message>
        <source>▼ %1</source>
        <translation>▼ %1</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionNames</name>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::VersionView</name>
    <message>
        <source>its text is no JSON</source>
        <translation>sein Text ist kein JSON</translation>
    </message>
    <message>
        <source>How the difference is shown</source>
        <translation>Darstellung des Unterschieds</translation>
    </message>
    <message>
        <source>What differs, part by part</source>
        <translation>Was sich unterscheidet, Baustein für Baustein</translation>
    </message>
    <message>
        <source>Run side by side…</source>
        <translation>Nebeneinander ausführen …</translation>
    </message>
    <message>
        <source>Restore into the draft</source>
        <translation>In den Entwurf zurückholen</translation>
    </message>
    <message>
        <source>Back to the draft</source>
        <translation>Zurück zum Entwurf</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Verglichen mit</translation>
    </message>
    <message>
        <source>Inline</source>
        <translation>Im Text</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>compared with</source>
        <translation>verglichen mit</translation>
    </message>
    <message>
        <source>Next change</source>
        <translation>Nächste Änderung</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation>Vorige Änderung</translation>
    </message>
    <message>
        <source>nothing: all of it</source>
        <translation>nichts: alles</translation>
    </message>
    <message>
        <source>the draft</source>
        <translation>der Entwurf</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>v%1 · %2</source>
        <translation>v%1 · %2</translation>
    </message>
    <message>
        <source>%1 · by %2 · %3</source>
        <translation>%1 · von %2 · %3</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>%1 and %2 say the same.</source>
        <translation>%1 und %2 besagen dasselbe.</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::WaterfallView</name>
    <message>
        <source>%1, %2, after %3</source>
        <translation>%1, %2, nach %3</translation>
    </message>
    <message>
        <source>Ctrl+wheel or + and − zoom, Shift+wheel or ← and → move, 0 or a double click shows the whole run</source>
        <translation>Strg+Mausrad oder + und − zoomen, Umschalt+Mausrad oder ← und → verschieben, 0 oder ein Doppelklick zeigt den ganzen Lauf</translation>
    </message>
</context>
<context>
    <name>touchstone::ui::WorkspacePage</name>
    <message>
        <source>New workflow…</source>
        <translation>Neuer Workflow …</translation>
    </message>
    <message>
        <source>This workspace has no workflow yet. A workflow is everything that decides how one LLM feature behaves.</source>
        <translation>Dieser Arbeitsbereich hat noch keinen Workflow. Ein Workflow ist alles, was das Verhalten eines LLM-Features bestimmt.</translation>
    </message>
    <message>
        <source>This workspace is read-only</source>
        <translation>Dieser Arbeitsbereich ist schreibgeschützt</translation>
    </message>
    <message>
        <source>Create the first workflow…</source>
        <translation>Den ersten Workflow anlegen …</translation>
    </message>
    <message>
        <source>Back to where you were</source>
        <translation>Dorthin zurück, wo man war</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Wieder vor</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Aufgaben zeigen</translation>
    </message>
    <message>
        <source>Show notifications</source>
        <translation>Mitteilungen zeigen</translation>
    </message>
    <message>
        <source>Search or do anything</source>
        <translation>Suchen oder etwas tun</translation>
    </message>
    <message>
        <source>The workspace&apos;s file is not in its place any more: %1</source>
        <translation>Die Datei des Arbeitsbereichs ist nicht mehr an ihrem Ort: %1</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted while it was open. Put it back, or open it where it is now; after a deletion nothing you do here is kept.</source>
        <translation>Sie wurde verschoben, umbenannt oder gelöscht, während sie offen war. Sie zurücklegen oder dort öffnen, wo sie nun ist; nach dem Löschen wird nichts aufgehoben, was hier geschieht.</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen …</translation>
    </message>
    <message>
        <source>Run the rest</source>
        <translation>Den Rest ausführen</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>Gescheitert: %1</translation>
    </message>
    <message>
        <source>Finished: %1</source>
        <translation>Fertig: %1</translation>
    </message>
    <message numerus="yes">
        <source>The comparison of %1 is not finished; %n result(s) kept.</source>
        <translation>
            <numerusform>Der Vergleich von %1 ist nicht fertig; %n Ergebnis behalten.</numerusform>
            <numerusform>Der Vergleich von %1 ist nicht fertig; %n Ergebnisse behalten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>touchstone::ui::format</name>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
</context>
</TS>
