// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihistory/version_view.h"

#include "uibase/deliver.h"
#include "uibase/diff_view.h"
#include "uibase/elided_label.h"
#include "uibase/format.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/segmented_control.h"
#include "uibase/theme.h"
#include "uihistory/change_words.h"
#include "uistate/part_names.h"
#include "uistate/text.h"
#include "uistate/version_mark.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace touchstone::ui {
namespace {

const QString kDraft = QStringLiteral("draft");

QString wordsFor(const session::PartDifference& part) {
    return part.change ? changeWords(*part.change) : VersionView::tr("its text is no JSON");
}

session::DraftText textOf(std::shared_ptr<const Json> document) {
    session::DraftText text;
    if (document)
        text.document = std::move(document);
    return text;
}

}  // namespace

VersionView::VersionView(session::Session& session, const Theme& theme, DraftModel& draft, HistoryModel& history,
                         QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_theme(theme),
      m_draft(draft),
      m_history(history),
      m_mark(new QLabel),
      m_title(new ElidedLabel),
      m_message(new ElidedLabel),
      m_base(new QComboBox),
      m_mode(new SegmentedControl(theme, tr("How the difference is shown"))),
      m_banner(new InlineBanner(theme)),
      m_difference(new DiffView(theme, tr("What differs, part by part"))) {
    setObjectName(QStringLiteral("versionView"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_banner->setObjectName(QStringLiteral("versionBanner"));
    m_difference->setObjectName(QStringLiteral("versionDifference"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeTools());
    layout->addWidget(m_banner);
    layout->addWidget(m_difference, 1);
    setFocusProxy(m_difference);
    connect(&history, &HistoryModel::refreshed, this, &VersionView::fillBases);
    connect(m_base, &QComboBox::activated, this, [this](int index) {
        m_before = m_base->itemData(index).toString();
        load();
    });
    connect(m_mode, &SegmentedControl::currentChanged, this,
            [this](int index) { m_difference->setMode(static_cast<DiffView::Mode>(index)); });
}

QWidget* VersionView::makeHead() {
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(12, 10, 8, 4);
    line->setSpacing(8);
    setTextStyle(*m_title, m_theme, TextStyle::Title);
    m_title->setObjectName(QStringLiteral("versionTitle"));
    m_message->setObjectName(QStringLiteral("versionMessage"));
    m_message->setForegroundRole(QPalette::PlaceholderText);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_message);
    line->addWidget(m_mark, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    const auto addButton = [&](const char* name, Icon icon, const QString& text, auto act) {
        auto* button = new QPushButton(m_theme.icon(icon), text);
        button->setObjectName(QString::fromLatin1(name));
        connect(button, &QPushButton::clicked, this, act);
        line->addWidget(button);
        return button;
    };
    m_run = addButton("runSideBySide", Icon::Compare, tr("Run side by side…"), [this] {
        Q_EMIT runSideBySideRequested({m_before.isEmpty() ? kDraft : m_before, m_after});
    });
    m_restore = addButton("restoreVersion", Icon::Restore, tr("Restore into the draft"),
                          [this] { Q_EMIT restoreRequested(m_after); });
    auto* close = makeToolButton(m_theme, Icon::Close, tr("Back to the draft"), this, QKeySequence(Qt::Key_Escape));
    close->setObjectName(QStringLiteral("closeVersion"));
    connect(close, &QToolButton::clicked, this, &VersionView::closed);
    line->addWidget(close);
    return head;
}

QWidget* VersionView::makeTools() {
    auto* tools = new QWidget;
    auto* line = new QHBoxLayout(tools);
    line->setContentsMargins(12, 4, 12, 8);
    line->setSpacing(8);
    m_base->setObjectName(QStringLiteral("versionBase"));
    m_base->setAccessibleName(tr("Compared with"));
    m_base->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_mode->setObjectName(QStringLiteral("differenceMode"));
    m_mode->addSegment(tr("Inline"));
    m_mode->addSegment(tr("Side by side"));
    auto* label = new QLabel(tr("compared with"));
    label->setForegroundRole(QPalette::PlaceholderText);
    line->addWidget(label);
    line->addWidget(m_base);
    line->addStretch(1);
    line->addWidget(m_mode);
    for (const bool forward : {false, true}) {
        auto* step = makeToolButton(m_theme, forward ? Icon::ChevronDown : Icon::ChevronUp,
                                    forward ? tr("Next change") : tr("Previous change"), this,
                                    QKeySequence(forward ? Qt::Key_N : Qt::Key_P));
        step->setObjectName(forward ? QStringLiteral("nextChange") : QStringLiteral("previousChange"));
        connect(step, &QToolButton::clicked, m_difference, [this, forward] { m_difference->stepChange(forward); });
        line->addWidget(step);
    }
    return tools;
}

void VersionView::read(const QString& workflow, const QString& reference) {
    m_chooseParent = true;
    m_workflow = workflow;
    m_before.clear();
    m_after = reference;
    load();
}

void VersionView::compare(const QString& workflow, const QString& before, const QString& after) {
    m_chooseParent = false;
    m_workflow = workflow;
    m_before = before;
    m_after = after;
    load();
}

void VersionView::fillBases() {
    m_base->clear();
    m_base->addItem(tr("nothing: all of it"), QString());
    if (m_workflow == m_draft.workflow() && m_after != kDraft)
        m_base->addItem(tr("the draft"), kDraft);
    for (int row = 0; m_workflow == m_history.workflow() && row < m_history.rowCount(); ++row)
        if (const QString version = m_history.referenceAt(row); version != m_after)
            m_base->addItem(versionIcon(m_theme, m_history.index(row).data(HistoryModel::NumberRole).toLongLong()),
                            version, version);
    if (m_base->findData(m_before) < 0)
        m_base->addItem(m_before, m_before);
    m_base->setCurrentIndex(m_base->findData(m_before));
}

void VersionView::load() {
    ++m_number;
    m_banner->hide();
    m_beforeDocument.reset();
    m_afterDocument.reset();
    const bool own = m_workflow == m_draft.workflow();
    m_restore->setEnabled(own && m_after != kDraft && !m_draft.isReadOnly());
    m_run->setEnabled(own);
    fillBases();
    fetch(m_after, false);
    if (m_before.isEmpty())
        m_beforeDocument = std::make_shared<const Json>(Json::object());
    else
        fetch(m_before, true);
}

void VersionView::fetch(const QString& reference, bool before) {
    if (reference == kDraft) {
        (before ? m_beforeDocument : m_afterDocument) = m_draft.lastRead();
        if (!before) {
            m_mark->clear();
            m_title->setText(tr("draft"));
            m_message->setText({});
        }
        return compareLoaded();
    }
    m_session.authoring().version(
        toUtf8(m_workflow), toUtf8(reference),
        [self = QPointer(this), number = m_number, before](Result<workflow::Version> version) {
            deliverTo(self, [self, number, before, version = std::move(version)] {
                if (number != self->m_number)
                    return;
                if (!version.ok())
                    return self->fail(toQString(version.error().message));
                (before ? self->m_beforeDocument : self->m_afterDocument) =
                    std::make_shared<const Json>(version->document);
                if (!before)
                    self->showFacts(version.value());
                self->compareLoaded();
            });
        });
}

void VersionView::showFacts(const workflow::Version& version) {
    const auto created = std::chrono::floor<std::chrono::milliseconds>(version.created).time_since_epoch().count();
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(created), QLocale::ShortFormat);
    const int side = m_theme.px(16);
    m_mark->setPixmap(versionIcon(m_theme, version.number).pixmap(QSize(side, side), devicePixelRatioF()));
    m_title->setText(tr("v%1 · %2").arg(version.number).arg(toQString(version.message)));
    m_message->setText(tr("%1 · by %2 · %3").arg(toQString(shortText(version.id)), toQString(version.author), when));
    if (!std::exchange(m_chooseParent, false) || version.parents.empty())
        return;
    for (int row = 0; row < m_history.rowCount(); ++row)
        if (m_history.index(row).data(HistoryModel::IdRole).toString() == toQString(version.parents.front().text)) {
            m_before = m_history.referenceAt(row);
            m_beforeDocument.reset();
            fillBases();
            fetch(m_before, true);
        }
}

void VersionView::compareLoaded() {
    if (!m_beforeDocument || !m_afterDocument)
        return;
    m_session.authoring().compareTexts(
        textOf(m_beforeDocument), textOf(m_afterDocument),
        [self = QPointer(this), number = m_number](Result<std::vector<session::PartDifference>> parts) {
            deliverTo(self, [self, number, parts = std::move(parts)] {
                if (number != self->m_number)
                    return;
                if (parts.ok())
                    self->show(parts.value());
                else
                    self->fail(toQString(parts.error().message));
            });
        });
}

void VersionView::show(const std::vector<session::PartDifference>& parts) {
    std::vector<DiffSection> sections;
    for (const session::PartDifference& part : parts)
        sections.push_back({partTitle(part.part), m_before.isEmpty() ? QString() : wordsFor(part), part.rows});
    if (sections.empty())
        sections.push_back({tr("Nothing differs"), tr("%1 and %2 say the same.").arg(m_before, m_after), {}});
    m_difference->setSections(std::move(sections));
}

void VersionView::fail(const QString& message) {
    ++m_number;
    m_difference->setSections({});
    m_title->setText(m_after);
    m_message->setText({});
    m_banner->showMessage(Severity::Error, message);
}

void VersionView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT closed();
        return;
    }
    QWidget::keyPressEvent(event);
}

}  // namespace touchstone::ui
