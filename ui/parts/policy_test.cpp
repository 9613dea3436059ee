// SPDX-License-Identifier: GPL-3.0-or-later

#include "policy_test.h"

#include "policy_delegate.h"
#include "policy_model.h"
#include "session/session.h"
#include "uibase/deliver.h"
#include "uibase/panel_head.h"
#include "uibase/pill.h"
#include "uibase/segmented_control.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"
#include "utf16_offsets.h"

#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <array>

namespace touchstone::ui {
namespace {

using workflow::PolicyStage;

constexpr std::array kStages = {PolicyStage::Input, PolicyStage::Context, PolicyStage::Output};
constexpr std::size_t kMostMarks = 500;
constexpr std::chrono::milliseconds kPause{120};

QPlainTextEdit* makeText(const Theme& theme, const QString& name, const char* objectName) {
    auto* text = new QPlainTextEdit;
    setTextStyle(*text, theme, TextStyle::Editor);
    text->setTabChangesFocus(true);
    text->setFrameShape(QFrame::NoFrame);
    text->document()->setDocumentMargin(8);
    text->setAccessibleName(name);
    text->setObjectName(QString::fromLatin1(objectName));
    return text;
}

// Each action has a fill and a line of its own.
QTextCharFormat formatOf(const Theme& theme, const QString& action) {
    QTextCharFormat format;
    const auto look = [&](Role fill, Role line, QTextCharFormat::UnderlineStyle style) {
        format.setBackground(theme.color(fill));
        format.setForeground(theme.color(Role::Text));
        format.setUnderlineColor(theme.color(line));
        format.setUnderlineStyle(style);
    };
    if (action == QStringLiteral("block"))
        look(Role::WorseTint, Role::Worse, QTextCharFormat::WaveUnderline);
    else if (action == QStringLiteral("redact"))
        look(Role::WarningTint, Role::Warning, QTextCharFormat::SingleUnderline);
    else if (action == QStringLiteral("route"))
        look(Role::AccentTint, Role::AccentText, QTextCharFormat::DashUnderline);
    else
        look(Role::InfoTint, Role::Info, QTextCharFormat::DotLine);
    return format;
}

std::vector<PolicyMark> marksOf(const session::ScreenResult& result, const std::string& text) {
    constexpr std::size_t kLongestFound = 40;
    std::vector<PolicyMark> marks;
    std::vector<std::size_t> offsets;
    for (const session::RuleSighting& sighting : result.rules)
        for (const policy::Hit& hit : sighting.hits) {
            if (marks.size() == kMostMarks)
                break;
            offsets.insert(offsets.end(), {hit.begin, hit.end});
            const QString found = toQString(std::string_view(text).substr(hit.begin, hit.end - hit.begin)).simplified();
            marks.push_back({0, 0, toQString(sighting.id), toQString(toString(sighting.action)), toQString(hit.kind),
                             found.size() > static_cast<qsizetype>(kLongestFound)
                                 ? found.left(kLongestFound) + QStringLiteral("…")
                                 : found});
        }
    const std::vector<int> places = utf16Offsets(text, offsets);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        marks[i].begin = places[2 * i];
        marks[i].end = places[2 * i + 1];
    }
    return marks;
}

}  // namespace

struct PolicyTest::Answer {
    session::ScreenResult result;
    std::vector<PolicyMark> marks;
    QString after;
    QString error;
    std::size_t hits = 0;
};

void PolicyMarks::setMarks(std::vector<PolicyMark> marks) {
    beginResetModel();
    m_marks = std::move(marks);
    endResetModel();
}

int PolicyMarks::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_marks.size());
}

QVariant PolicyMarks::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PolicyMark& mark = m_marks[static_cast<std::size_t>(index.row())];
    if (role == ActionRole)
        return mark.action;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return tr("%1 · %2 · %3 “%4”").arg(actionText(toUtf8(mark.action)), mark.rule, mark.kind, mark.found);
    return {};
}

PolicyTest::PolicyTest(const Theme& theme, session::Session& session, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_session(session) {
    buildUi();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &PolicyTest::ask);
    connect(m_text, &QPlainTextEdit::textChanged, this, &PolicyTest::request);
    connect(m_stages, &SegmentedControl::currentChanged, this, &PolicyTest::request);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &PolicyTest::selectMark);
    connect(&theme, &Theme::themeChanged, this, &PolicyTest::mark);
    showNothing();
}

PolicyTest::~PolicyTest() {
    m_stop.request_stop();
}

void PolicyTest::buildUi() {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    m_sentence = new QLabel;
    m_sentence->setObjectName(QStringLiteral("policyTest.sentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(12, 6, 12, 6);
    m_sentence->setAutoFillBackground(true);
    m_sentence->setBackgroundRole(QPalette::Base);
    layout->addWidget(m_sentence);
    layout->addWidget(makeTexts(), 1);
}

QWidget* PolicyTest::makeHead() {
    auto* head = new PanelHead(m_theme, tr("Test the rules"));
    m_verdict = new Pill(m_theme, {});
    m_stages = new SegmentedControl(m_theme, tr("Stage of the test text"));
    m_stages->setObjectName(QStringLiteral("policyTest.stage"));
    for (const PolicyStage stage : kStages)
        m_stages->addSegment(stageText(std::string(toString(stage))));
    head->addWidget(m_verdict);
    head->addWidget(m_stages);
    return head;
}

QWidget* PolicyTest::makeTexts() {
    m_text = makeText(m_theme, tr("Text to test the rules on"), "policyTest.text");
    m_text->setPlaceholderText(tr("Type or paste a text to see what the rules do with it"));
    m_after = makeText(m_theme, tr("The text after the rules"), "policyTest.after");
    m_after->setReadOnly(true);
    m_after->setUndoRedoEnabled(false);
    m_after->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("policyTest.marks"));
    m_list->setAccessibleName(tr("What the rules found"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&m_marks);
    auto* answers = new Splitter(Qt::Vertical);
    answers->addWidget(m_after);
    answers->addWidget(m_list);
    auto* both = new Splitter(Qt::Horizontal);
    both->addWidget(m_text);
    both->addWidget(answers);
    both->setChildrenCollapsible(false);
    return both;
}

void PolicyTest::setPolicy(const Json& policy, const Json& inputs) {
    m_policy = policy;
    m_inputs = inputs;
    request();
}

void PolicyTest::setStage(const std::string& stage) {
    for (std::size_t i = 0; i < kStages.size(); ++i)
        if (toString(kStages[i]) == stage)
            m_stages->setCurrentIndex(static_cast<int>(i));
}

void PolicyTest::request() {
    m_pause.start();
}

void PolicyTest::ask() {
    m_stop.request_stop();
    m_stop = {};
    const QString typed = m_text->toPlainText();
    if (typed.isEmpty()) {
        showNothing();
        return;
    }
    const PolicyStage stage = kStages[static_cast<std::size_t>(m_stages->currentIndex())];
    std::string text = toUtf8(typed);
    m_session.inspection().screen(
        {m_policy, m_inputs, stage, text}, m_stop.get_token(),
        [context = QPointer<PolicyTest>(this), stop = m_stop.get_token(), text](Result<session::ScreenResult> result) {
            auto answer = std::make_shared<Answer>();
            if (result.ok()) {
                answer->marks = marksOf(result.value(), text);
                for (const session::RuleSighting& sighting : result.value().rules)
                    answer->hits += sighting.hits.size();
                answer->after = toQString(result.value().text);
                answer->result = std::move(result).value();
            } else {
                answer->error = toQString(result.error().message);
            }
            deliverTo(context, [context, stop, answer] {
                if (!stop.stop_requested())
                    context->show(*answer);
            });
        });
}

void PolicyTest::showNothing() {
    m_verdict->hide();
    m_after->clear();
    m_marks.setMarks({});
    m_sentence->setText(tr("Nothing is stored and nothing is sent."));
    mark();
    Q_EMIT screened({});
}

void PolicyTest::show(const Answer& answer) {
    const session::ScreenResult& result = answer.result;
    m_marks.setMarks(answer.marks);
    m_after->setPlainText(answer.after);
    mark();
    const bool changed = answer.after != m_text->toPlainText();
    m_verdict->show();
    if (!answer.error.isEmpty()) {
        m_verdict->setTone(PillTone::Worse);
        m_verdict->setText(tr("cannot be tested"));
        m_sentence->setText(answer.error);
    } else if (result.blocked) {
        m_verdict->setTone(PillTone::Worse);
        m_verdict->setText(tr("blocked"));
        QString message;
        for (const session::RuleSighting& sighting : result.rules)
            if (sighting.id == result.blockedBy && sighting.applies)
                message = toQString(sighting.message);
        m_sentence->setText(tr("Blocked by “%1”: %2").arg(toQString(result.blockedBy), message));
    } else if (!result.routeTo.empty()) {
        m_verdict->setTone(PillTone::Info);
        m_verdict->setText(tr("routed"));
        m_sentence->setText(tr("The run goes to the tier “%1”.").arg(toQString(result.routeTo)));
    } else if (changed) {
        m_verdict->setTone(PillTone::Warning);
        m_verdict->setText(tr("redacted"));
        m_sentence->setText(tr("The text goes on as shown at the right."));
    } else {
        m_verdict->setTone(PillTone::Better);
        m_verdict->setText(tr("passes"));
        m_sentence->setText(result.rules.empty() ? tr("No rule looks at this stage.")
                                                 : tr("The text goes on as it is."));
    }
    if (answer.hits > answer.marks.size())
        m_sentence->setText(
            tr("%1 The first %n of the places found are marked.", nullptr, static_cast<int>(answer.marks.size()))
                .arg(m_sentence->text()));
    Q_EMIT screened(result.rules);
}

void PolicyTest::mark() {
    QList<QTextEdit::ExtraSelection> selections;
    const int length = m_text->document()->characterCount() - 1;
    for (const PolicyMark& mark : m_marks.marks()) {
        QTextEdit::ExtraSelection selection;
        selection.format = formatOf(m_theme, mark.action);
        selection.format.setToolTip(tr("%1 · %2").arg(actionText(toUtf8(mark.action)), mark.rule));
        selection.cursor = QTextCursor(m_text->document());
        selection.cursor.setPosition(std::min(mark.begin, length));
        selection.cursor.setPosition(std::min(mark.end, length), QTextCursor::KeepAnchor);
        selections.append(selection);
    }
    m_text->setExtraSelections(selections);
}

void PolicyTest::selectMark(const QModelIndex& index) {
    if (!index.isValid())
        return;
    const PolicyMark& mark = m_marks.marks()[static_cast<std::size_t>(index.row())];
    const int length = m_text->document()->characterCount() - 1;
    QTextCursor cursor(m_text->document());
    cursor.setPosition(std::min(mark.begin, length));
    cursor.setPosition(std::min(mark.end, length), QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->ensureCursorVisible();
}

}  // namespace touchstone::ui
