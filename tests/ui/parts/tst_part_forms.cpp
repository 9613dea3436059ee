// SPDX-License-Identifier: GPL-3.0-or-later

#include "uibase/inline_banner.h"
#include "uibase/theme.h"
#include "uibase/token_bar.h"
#include "uiparts/part_views.h"
#include "uistate/draft_model.h"

#include "support/printing.h"
#include "ui/gui_test.h"
#include "ui/workspace_fixture.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace touchstone;
using namespace touchstone::test;
using namespace touchstone::ui;

namespace {

Json parsed(const char* text) {
    return parseJson(text).value();
}

}  // namespace

class PartFormsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        installTheme(*qApp, m_theme);
        auto session = m_fixture.open(store::OpenMode::Create);
        VERIFY_OK(session);
        m_session = std::move(session).value();
        VERIFY_OK(m_fixture.fill(*m_session));
        m_draft = std::make_unique<DraftModel>(*m_session);
        m_draft->open(QString::fromLatin1(WorkspaceFixture::kWorkflow), QStringLiteral("main"));
        QTRY_VERIFY(m_draft->isOpen());
    }
    void cleanup() { m_view.reset(); }

    void numbersAreWrittenAsTheyAreTyped() {
        open("cache", R"({"mode": "exact", "x-note": [1.0, 2], "ttl_s": 60})");
        QAbstractSpinBox* keep = child<QAbstractSpinBox>("field.cache.ttl_s");
        QCOMPARE(keep->text(), QStringLiteral("60"));
        keep->setFocus();
        keep->selectAll();
        QTest::keyClicks(keep, QStringLiteral("90"));
        QCOMPARE(toText(m_part), std::string(R"({"mode":"exact","x-note":[1.0,2],"ttl_s":90})"));
        QCOMPARE(m_what, QStringLiteral("Change Keep for"));
        QTest::keyClick(keep, Qt::Key_Up);
        QCOMPARE(integerAt(m_part, "ttl_s"), 91);
    }

    void wrongNumbersAreExplainedAndNotWritten_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("explained");
        QTest::newRow("word") << QStringLiteral("soon") << QStringLiteral("“soon” is no number");
        QTest::newRow("zero") << QStringLiteral("0") << QStringLiteral("from 1 to 31536000");
        QTest::newRow("too much") << QStringLiteral("31536001") << QStringLiteral("from 1 to 31536000");
        QTest::newRow("fraction") << QStringLiteral("1.5") << QStringLiteral("whole number");
        QTest::newRow("far too much") << QStringLiteral("1e400") << QStringLiteral("is no number");
    }
    void wrongNumbersAreExplainedAndNotWritten() {
        QFETCH(QString, typed);
        QFETCH(QString, explained);
        open("cache", R"({"mode": "exact"})");
        QLineEdit* keep = child<QAbstractSpinBox>("field.cache.ttl_s")->findChild<QLineEdit*>();
        keep->setText(typed);  // at once: its first digits may be right
        Q_EMIT keep->textEdited(typed);
        QVERIFY(m_edits == 0);
        auto* note = child<QLabel>("note.cache.ttl_s");
        QVERIFY(note->isVisible());
        QVERIFY2(note->text().contains(explained), qPrintable(note->text()));
        QVERIFY(child<QAbstractSpinBox>("field.cache.ttl_s")->accessibleDescription().contains(explained));
        // Another edit's echo does not take away what is being typed; a reset does.
        m_view->setPart(parsed(R"({"mode": "off"})"));
        QCOMPARE(keep->text(), typed);
        QTest::mouseClick(child<QToolButton>("reset.cache.ttl_s"), Qt::LeftButton);
        QCOMPARE(keep->text(), QString());
        QVERIFY(!note->isVisible());
        QCOMPARE(m_edits, 0);
    }

    void notSetIsAStateOfItsOwn() {
        open("chunking", R"({"method": "markdown", "size": 120, "overlap": 20})");
        auto* size = child<QAbstractSpinBox>("field.chunking.size");
        auto* reset = child<QToolButton>("reset.chunking.size");
        QVERIFY(reset->isVisible());
        QVERIFY(reset->accessibleName().contains(QStringLiteral("Size")));
        QTest::mouseClick(reset, Qt::LeftButton);
        QCOMPARE(toText(m_part), std::string(R"({"method":"markdown","overlap":20})"));
        QCOMPARE(size->findChild<QLineEdit*>()->placeholderText(), QStringLiteral("Default: 300"));
        QVERIFY(!reset->isVisible());
        QTest::keyClicks(size, QStringLiteral("120"));
        QCOMPARE(toText(m_part), std::string(R"({"method":"markdown","size":120,"overlap":20})"));
    }

    void stepsBeginAtTheDefault() {
        open("chunking", R"({"method": "markdown"})");
        auto* size = child<QAbstractSpinBox>("field.chunking.size");
        size->setFocus();
        QTest::keyClick(size, Qt::Key_Up);
        QCOMPARE(integerAt(m_part, "size"), 310);
    }

    void overlapMustBeSmallerThanSize() {
        open("chunking", R"({"method": "markdown", "size": 120, "overlap": 20})");
        auto* overlap = child<QAbstractSpinBox>("field.chunking.overlap");
        overlap->setFocus();
        QTest::keyClick(overlap, Qt::Key_End);
        QTest::keyClicks(overlap, QStringLiteral("0"));
        QCOMPARE(m_edits, 0);
        QVERIFY(
            child<QLabel>("note.chunking.overlap")->text().contains(QStringLiteral("smaller than the size of 120")));
    }

    void choicesKeepWhatTheyDoNotKnow() {
        open("chunking", R"({"method": "by-magic"})");
        auto* method = child<QComboBox>("field.chunking.method");
        QCOMPARE(method->currentText(), QStringLiteral("by-magic"));
        QCOMPARE(m_edits, 0);
        method->setFocus();
        QTest::keyClick(method, Qt::Key_Home);
        QCOMPARE(toText(m_part), std::string("{}"));
        QTest::keyClick(method, Qt::Key_Down);
        QCOMPARE(toText(m_part), std::string(R"({"method":"tokens"})"));
    }

    void rolesAreASetThatKeepsItsOrder() {
        open("memory", R"({"pin": ["tool", "x-role", "system"]})");
        auto* system = child<QCheckBox>("field.memory.pin.system");
        QVERIFY(system->isChecked());
        QTest::mouseClick(system, Qt::LeftButton, {}, QPoint(5, system->height() / 2));
        QCOMPARE(toText(m_part), std::string(R"({"pin":["tool","x-role"]})"));
        QTest::keyClick(system, Qt::Key_Space);
        QCOMPARE(toText(m_part), std::string(R"({"pin":["tool","x-role","system"]})"));
    }

    void aSetMadeByAClickGoesWithIt() {
        open("memory", "{}");
        auto* user = child<QCheckBox>("field.memory.pin.user");
        QTest::keyClick(user, Qt::Key_Space);
        QCOMPARE(toText(m_part), std::string(R"({"pin":["user"]})"));
        QTest::keyClick(user, Qt::Key_Space);
        QCOMPARE(toText(m_part), std::string("{}"));
    }

    // What nothing can be done with yet is not offered; where a document sets it, it is shown and said.
    void whatIsNotCarriedOutIsShownWhereItIsSet() {
        open("budget", R"({"per_run_usd": 0.01})");
        QVERIFY(child<QAbstractSpinBox>("field.budget.per_run_usd")->isVisible());
        QVERIFY(!child<QAbstractSpinBox>("field.budget.per_day_usd")->isVisible());
        QVERIFY(!child<QComboBox>("field.budget.when_spent")->isVisible());
        QVERIFY(!m_view->goTo("/budget/per_day_usd"));
        m_view->setPart(parsed(R"({"per_day_usd": 5, "when_spent": "cache-only"})"));
        auto* day = child<QLabel>("note.budget.per_day_usd");
        QVERIFY(day->isVisible());
        QVERIFY(day->text().contains(QStringLiteral("a run would be refused")));
        auto* spent = child<QComboBox>("field.budget.when_spent");
        QVERIFY(spent->isVisible());
        QVERIFY(spent->currentText().contains(QStringLiteral("not carried out yet")));
        QCOMPARE(spent->count(), 3);  // the default, what is carried out, what is set
        QTest::mouseClick(child<QToolButton>("reset.budget.per_day_usd"), Qt::LeftButton);
        QVERIFY(!memberAt(m_part, "per_day_usd"));
        QVERIFY(!day->isVisible());
    }

    // Of a whole part it is said once, with what it will do.
    void aPartThatIsNotCarriedOutSaysSo() {
        for (const char* part : {"memory", "cache"}) {
            open(part, "{}");
            QVERIFY(child<InlineBanner>("formBanner")->isVisible());
            QVERIFY(!says(QStringLiteral("does not carry this out yet")));
        }
        open("cache", R"({"mode": "exact"})");
        QVERIFY(child<QComboBox>("field.cache.mode")->isVisible());
        open("chunking", "{}");
        QVERIFY(!child<InlineBanner>("formBanner")->isVisible());
    }

    void everythingCanBeChosenFromTheList() {
        open("budget", R"({"when_near": "route:large"})");
        auto* near = child<QLineEdit>("field.budget.when_near");
        QCOMPARE(near->actions().size(), 1);
        near->actions().front()->trigger();
        QTRY_VERIFY(near->completer()->popup()->isVisible());
        QCOMPARE(near->completer()->completionCount(), 2);
        near->completer()->popup()->hide();
        m_view->setReadOnly(true);
        near->actions().front()->trigger();
        QVERIFY(!near->completer()->popup()->isVisible());
    }

    void tiersAreSuggested() {
        open("budget", R"({"when_near": "route:"})");
        auto* near = child<QLineEdit>("field.budget.when_near");
        near->setFocus();
        near->selectAll();
        QTest::keyClicks(near, QStringLiteral("ro"));
        QCOMPARE(m_edits, 0);
        QVERIFY(child<QLabel>("note.budget.when_near")->text().contains(QStringLiteral("route:small")));
        near->completer()->setCompletionPrefix(QString());
        QVERIFY(near->completer()->completionCount() > 0);
        QVERIFY(near->completer()->currentCompletion().startsWith(QStringLiteral("route:")));
        QTest::keyClicks(near, QStringLiteral("ute:small"));
        QCOMPARE(stringAt(m_part, "when_near"), std::string("route:small"));
    }

    void theWindowIsSplit() {
        open("memory", R"({"window_tokens": 4000, "keep_last": 6})");
        auto* bar = child<TokenBar>("memoryBar");
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->used(), 720);
        auto* length = child<QAbstractSpinBox>("memoryMessageLength");
        length->selectAll();
        QTest::keyClicks(length, QStringLiteral("1000"));
        QCOMPARE(bar->overrun(), 2000);
        QCOMPARE(m_edits, 0);
        QTest::mouseClick(child<QToolButton>("reset.memory.window_tokens"), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
    }

    void findingsStandBesideTheirField() {
        open("cache", R"({"mode": "exact"})");
        m_view->setFindings({{Severity::Warning, "x", "/cache/mode", {}, "think twice", {}}});
        QCOMPARE(child<QLabel>("note.cache.mode")->text().section(QLatin1Char('\n'), 0, 0),
                 QStringLiteral("think twice"));
        m_view->setFindings({});
        QVERIFY(!child<QLabel>("note.cache.mode")->text().contains(QStringLiteral("think")));
    }

    void pointersLeadToFields() {
        open("memory", R"({"pin": ["tool"]})");
        QVERIFY(m_view->goTo("/memory/pin/0"));
        QTRY_VERIFY(child<QCheckBox>("field.memory.pin.system")->hasFocus());
        QVERIFY(m_view->goTo("/memory/older"));
        QTRY_VERIFY(child<QComboBox>("field.memory.older")->hasFocus());
        QVERIFY(!m_view->goTo("/memory/nothing"));
        QVERIFY(!m_view->goTo("/cache/mode"));
    }

    void readOnlyShowsAndChangesNothing() {
        open("chunking", R"({"method": "markdown", "size": 120})");
        m_view->setReadOnly(true);
        auto* size = child<QAbstractSpinBox>("field.chunking.size");
        QVERIFY(size->isReadOnly());
        QTest::keyClick(size, Qt::Key_Up);
        QTest::keyClicks(size, QStringLiteral("1"));
        QVERIFY(!child<QComboBox>("field.chunking.method")->isEnabled());
        QVERIFY(!child<QToolButton>("reset.chunking.size")->isVisible());
        QCOMPARE(m_edits, 0);
    }

    void otherShapesAreKept_data() {
        QTest::addColumn<QByteArray>("part");
        for (const char* part : {"null", "5", "[1, 2]", "\"text\"", "{}", R"({"size": "big", "overlap": null})",
                                 R"({"size": 12.0, "x-a": {"b": [1e3, 2.50]}, "method": 5})"})
            QTest::newRow(part) << QByteArray(part);
    }
    void otherShapesAreKept() {
        QFETCH(QByteArray, part);
        for (const char* form : {"budget", "cache", "memory", "chunking"}) {
            open(form, part.constData());
            QCOMPARE(m_edits, 0);
            if (!parsed(part.constData()).is_object() && part != "null")
                QVERIFY(child<InlineBanner>("formBanner")->isVisible());
        }
    }

    // A change and its reverse, field by field, give the very same text.
    void aChangeAndItsReverseLeaveNoTrace() {
        open("chunking",
             R"({"x-first": {"z": 1.50, "a": null}, "overlap": 4e1, "x-mid": [], "size": 120.0, "method": "tokens"})");
        const std::string before = toText(m_view ? parsed(m_source.c_str()) : Json());
        for (const char* key : {"overlap", "size"}) {
            auto* edit = child<QAbstractSpinBox>(QByteArray("field.chunking.") + key);
            const QString text = edit->text();
            edit->selectAll();
            QTest::keyClicks(edit, QStringLiteral("77"));
            QVERIFY(toText(m_part) != before);
            edit->selectAll();
            QTest::keyClicks(edit, text);
            QCOMPARE(toText(m_part), before);
            QTest::mouseClick(child<QToolButton>(QByteArray("reset.chunking.") + key), Qt::LeftButton);
            QVERIFY(toText(m_part) != before);
            QTest::keyClicks(edit, text);
            QCOMPARE(toText(m_part), before);
        }
        auto* method = child<QComboBox>("field.chunking.method");
        QTest::keyClick(method, Qt::Key_Down);
        QVERIFY(toText(m_part) != before);
        QTest::keyClick(method, Qt::Key_Up);
        QCOMPARE(toText(m_part), before);
    }

    void everyControlHasAName() {
        for (const char* form : {"budget", "cache", "memory", "chunking"}) {
            open(form, "{}");
            for (QWidget* widget : m_view->findChildren<QWidget*>())
                if (widget->focusPolicy() != Qt::NoFocus && !widget->objectName().startsWith(QStringLiteral("qt_")))
                    QVERIFY2(
                        !widget->accessibleName().isEmpty() || qobject_cast<QLabel*>(widget) || !widget->isVisible(),
                        qPrintable(QString::fromLatin1(form) + widget->objectName() +
                                   QString::fromLatin1(widget->metaObject()->className())));
        }
    }

private:
    void open(const char* part, const char* json) {
        const auto views = partViews(part, {m_theme, *m_session, *m_draft});
        QVERIFY(!views.empty());
        m_view.reset(views.front().make(nullptr));
        m_edits = 0;
        m_source = json;
        m_part = parsed(json);
        connect(m_view.get(), &PartView::edited, this, [this](const Json& edited, const QString& what) {
            m_part = edited;
            m_what = what;
            ++m_edits;
            m_view->setPart(Json(m_part));  // as the host does
        });
        m_view->setPart(m_part);
        m_view->resize(900, 700);
        m_view->show();
        m_view->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    bool says(const QString& words) const {
        const QList<QLabel*> labels = m_view->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
    }

    template <class Widget>
    Widget* child(const QByteArray& name) {
        auto* found = m_view->findChild<Widget*>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name.constData());
        return found;
    }

    Theme m_theme{ThemeMode::Light};
    WorkspaceFixture m_fixture;
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<DraftModel> m_draft;
    std::unique_ptr<PartView> m_view;
    std::string m_source;
    Json m_part;
    QString m_what;
    int m_edits = 0;
};

GUI_TEST_MAIN(PartFormsTest)
#include "tst_part_forms.moc"
