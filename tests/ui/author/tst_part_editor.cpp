// SPDX-License-Identifier: GPL-3.0-or-later
//
// One part in all its ways, over a real draft: a view made for the test, template, source and what changed.

#include "part_editor.h"

#include "uibase/diff_view.h"
#include "uibase/inline_banner.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

// Edits the mode of the output part in a line.
class ModeView : public PartView {
public:
    explicit ModeView(QWidget* parent) : PartView(parent), m_line(new QLineEdit) {
        m_line->setObjectName(QStringLiteral("mode"));
        auto* layout = new QVBoxLayout(this);
        layout->addWidget(m_line);
        connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
            m_part["mode"] = text.toStdString();
            Q_EMIT edited(m_part, QStringLiteral("Change mode"));
        });
    }
    void setPart(const Json& part) override {
        m_part = part;
        m_line->setText(toQString(stringAt(part, "mode")));
    }
    void setReadOnly(bool readOnly) override { m_line->setReadOnly(readOnly); }
    bool goTo(const std::string& pointer) override { return pointer == "/output/mode"; }

private:
    Json m_part;
    QLineEdit* m_line;
};

}  // namespace

class PartEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTheme(*qApp, m_theme); }

    void init() {
        m_fixture = std::make_unique<WorkspaceFixture>();
        auto opened = m_fixture->open(store::OpenMode::Create);
        VERIFY_OK(opened);
        m_session = std::move(opened).value();
        VERIFY_OK(m_fixture->fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        QSignalSpy shown(m_draft.get(), &DraftModel::opened);
        m_draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_COMPARE(shown.count(), 1);
    }
    void cleanup() {
        m_editor.reset();
        m_draft.reset();
        m_session.reset();
        m_fixture.reset();
    }

    void theViewIsShownFirstAndEditsTheDraft() {
        m_draft->setSource("output", QStringLiteral("{\"mode\": \"text\"}"));
        show("output");
        auto* line = child<QLineEdit>("mode");
        QVERIFY(line->isVisible());
        QCOMPARE(line->text(), QStringLiteral("text"));
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("json"));
        QCOMPARE(toQString(stringAt(m_draft->document()["output"], "mode")), QStringLiteral("json"));
        QCOMPARE(m_draft->undoText(), QStringLiteral("Change mode"));
        choose("Source");
        QVERIFY(child<CodeEditor>("source.output")->text().contains(QStringLiteral("\"json\"")));
    }

    void aChangeOfTheDraftReachesTheView() {
        m_draft->setSource("output", QStringLiteral("{\"mode\": \"text\"}"));
        show("output");
        m_draft->setSource("output", QStringLiteral("{\"mode\": \"json\"}"));
        QCOMPARE(child<QLineEdit>("mode")->text(), QStringLiteral("json"));
        m_draft->undo();
        QCOMPARE(child<QLineEdit>("mode")->text(), QStringLiteral("text"));
    }

    void brokenSourceLocksTheView() {
        m_draft->setSource("output", QStringLiteral("{\"mode\": \"text\"}"));
        show("output");
        m_draft->setSource("output", QStringLiteral("{\n  \"mode\": \"text\",\n      oops\n}"));
        auto* strip = child<InlineBanner>("broken.output");
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains(QStringLiteral("3:7")), qPrintable(strip->text()));
        QVERIFY(child<QLineEdit>("mode")->isReadOnly());
        QCOMPARE(child<QLineEdit>("mode")->text(), QStringLiteral("text"));
        QTRY_VERIFY(std::any_of(m_draft->changes().begin(), m_draft->changes().end(),
                                [](const auto& change) { return change.part == "output"; }));
        QTest::mouseClick(strip->findChild<QPushButton*>(QStringLiteral("bannerAction")), Qt::LeftButton);
        auto* source = child<CodeEditor>("source.output");
        QVERIFY(source->isVisible());
        QVERIFY(!strip->isVisible());
        QCOMPARE(source->cursor(), (TextPosition{3, 7}));
        m_draft->undo();
        choose("Mode");
        QVERIFY(!strip->isVisible());
        QVERIFY(!child<QLineEdit>("mode")->isReadOnly());
    }

    void aFindingChoosesTheWay() {
        m_draft->setSource("output", QStringLiteral("{\n\"mode\": \"text\",\n\"schema\": {}\n}"));
        show("output");
        m_editor->goTo({Severity::Error, {}, "/output/schema", {}, {}});
        auto* source = child<CodeEditor>("source.output");
        QVERIFY(source && source->isVisible());
        QCOMPARE(source->cursor().line, std::size_t(3));
        m_editor->goTo({Severity::Error, {}, "/output/mode", {}, {}});
        QVERIFY(child<QLineEdit>("mode")->isVisible());
    }

    void typingInTheTemplateIsMarkedAndUndone() {
        show("prompt");
        auto* editor = child<CodeEditor>("template.prompt");
        QVERIFY(editor->isVisible());
        QWidget* text = editor->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        text->setFocus();
        QTest::keyClicks(text, QStringLiteral("{{ brand }}"));
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(editor->problems().size(), std::size_t(1));
        QCOMPARE(editor->problems()[0].column, 4);
        QCOMPARE(editor->problems()[0].length, 5);
        QTRY_COMPARE(editor->lineChanges(), (std::vector<LineChange>{{1, 1, LineChange::Added}}));
        QCOMPARE(m_draft->undoText(), QStringLiteral("Type in prompt"));
        m_draft->undo();
        QCOMPARE(editor->text(), QStringLiteral("{{ text }}"));
        QVERIFY(!m_draft->canUndo());
    }

    void aFixAddsTheInput() {
        show("prompt");
        m_draft->setPromptText(QStringLiteral("{{ text }} {{ brand }}"));
        auto* editor = child<CodeEditor>("template.prompt");
        QTRY_COMPARE(editor->problems().size(), std::size_t(1));
        QCOMPARE(editor->problems()[0].fixes.size(), std::size_t(1));
        QVERIFY(editor->applyFix());
        QCOMPARE(m_draft->undoText(), QString::fromUtf8("Add input “brand”"));
        QVERIFY(resolvePointer(m_draft->document(), "/inputs/properties/brand"));
        QTRY_VERIFY(m_draft->findings().empty());
        QTRY_VERIFY(editor->problems().empty());
        m_draft->undo();
        QVERIFY(!resolvePointer(m_draft->document(), "/inputs/properties/brand"));
    }

    void aFixTakesTheNearestName_data() {
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("right");
        QTest::newRow("input") << "a\n{{ txet }} b"
                               << "a\n{{ text }} b";
        QTest::newRow("filter") << "{{ text | uper }}"
                                << "{{ text | upper }}";
        QTest::newRow("test") << "{{ text is strin }}"
                              << "{{ text is string }}";
        QTest::newRow("after an emoji") << QString::fromUtf8("😀 {{ texr }}") << QString::fromUtf8("😀 {{ text }}");
    }
    void aFixTakesTheNearestName() {
        QFETCH(QString, wrong);
        QFETCH(QString, right);
        show("prompt");
        m_draft->setPromptText(wrong);
        auto* editor = child<CodeEditor>("template.prompt");
        QTRY_VERIFY(!editor->problems().empty());
        QVERIFY(!editor->problems()[0].fixes.empty());
        editor->problems()[0].fixes[0].apply();
        QCOMPARE(m_draft->promptText(), right);
        m_draft->undo();
        QCOMPARE(m_draft->promptText(), wrong);
    }

    void aFixRenamesAKey() {
        m_draft->setSource("output", QStringLiteral("{\"mode\": \"text\", \"shema\": {}}"));
        show("output");
        choose("Source");
        auto* editor = child<CodeEditor>("source.output");
        QTRY_VERIFY(!editor->problems().empty());
        QVERIFY2(!editor->problems()[0].fixes.empty(), qPrintable(editor->problems()[0].text));
        editor->problems()[0].fixes[0].apply();
        QVERIFY(m_draft->document()["output"].contains("schema"));
    }

    void theDifferenceIsShown() {
        show("prompt");
        m_draft->setPromptText(QStringLiteral("{{ text }}\nNew line"));
        choose("Diff");
        auto* lines = child<DiffView>("diff.prompt");
        QVERIFY(lines->isVisible());
        QTRY_VERIFY2(lines->copyText().contains(QStringLiteral("New line")), qPrintable(lines->copyText()));
        m_draft->undo();
        QTRY_VERIFY(!lines->copyText().contains(QStringLiteral("New line")));
    }

    void theSourceKeepsHowItWasTyped() {
        const QString typed = QStringLiteral("{ \"mode\":\"text\" }");
        m_draft->setSource("output", QStringLiteral("{}"));
        show("output");
        choose("Source");
        auto* editor = child<CodeEditor>("source.output");
        QWidget* text = editor->findChild<QWidget*>(QStringLiteral("codeEditorText"));
        text->setFocus();
        QTest::keyClick(text, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(text, typed);
        QTRY_VERIFY(m_draft->savedAt().has_value());
        choose("Mode");
        choose("Source");
        QCOMPARE(editor->text(), typed);
    }

    void stateIsRestored() {
        show("prompt");
        m_draft->setPromptText(QStringLiteral("one\ntwo\nthree"));
        child<CodeEditor>("template.prompt")->goTo({2, 3});
        const QVariantMap state = m_editor->saveState();
        show("prompt", state);
        QCOMPARE(child<CodeEditor>("template.prompt")->cursor(), (TextPosition{2, 3}));
        choose("Source");
        const QVariantMap source = m_editor->saveState();
        show("prompt", source);
        QVERIFY(child<CodeEditor>("source.prompt")->isVisible());
    }

private:
    template <class Widget>
    Widget* child(const char* name) {
        return m_editor->findChild<Widget*>(QString::fromLatin1(name));
    }

    void show(const std::string& part, const QVariantMap& state = {}) {
        std::vector<PartViewEntry> views;
        if (part == "output")
            views.push_back({QStringLiteral("Mode"), [](QWidget* parent) { return new ModeView(parent); }});
        m_editor = std::make_unique<PartEditor>(PartContext{m_theme, *m_session, *m_draft}, part, std::move(views));
        m_editor->restoreState(state);
        connect(m_draft.get(), &DraftModel::checked, m_editor.get(), &PartEditor::showFindings);
        m_editor->resize(700, 500);
        m_editor->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    }

    void choose(const char* segment) {
        for (QAbstractButton* button : m_editor->findChild<SegmentedControl*>()->findChildren<QAbstractButton*>())
            if (button->text() == QString::fromLatin1(segment))
                QTest::mouseClick(button, Qt::LeftButton);
    }

    Theme m_theme{ThemeMode::Light};
    std::unique_ptr<WorkspaceFixture> m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<PartEditor> m_editor;
};

GUI_TEST_MAIN(PartEditorTest)
#include "tst_part_editor.moc"
