// SPDX-License-Identifier: GPL-3.0-or-later

#include "uihelp/help_view.h"

#include "page_browser.h"
#include "uibase/inline_banner.h"
#include "uibase/panel_head.h"
#include "uibase/search_line.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QListWidget>
#include <QToolButton>

namespace touchstone::ui {
namespace {

enum OutsideAnswer { Copy, Open, Stay };

constexpr int kPageRole = Qt::UserRole;
constexpr qsizetype kMostRemembered = 100;

}  // namespace

HelpView::HelpView(const Theme& theme, QWidget* parent) : Place(parent), m_theme(theme) {
    setObjectName(QStringLiteral("help"));
    setAccessibleName(tr("Help"));
    setWindowTitle(tr("Touchstone help"));
    makeActions();
    auto* splitter = new Splitter(Qt::Horizontal);
    splitter->addWidget(makeSide());
    splitter->addWidget(makeBody());
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(0, false);
    splitter->setSizes({theme.px(240), theme.px(700)});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_browser);
    list({});
    open(m_library.pages().front().name);
    connect(m_search, &SearchLine::textChanged, this, &HelpView::list);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            open(item->data(kPageRole).toString());
    });
    connect(m_browser, &PageBrowser::linkClicked, this, &HelpView::follow);
    connect(m_banner, &InlineBanner::decided, this, &HelpView::decideOutside);
}

void HelpView::makeActions() {
    const auto make = [this](const char* name, const QString& text, Icon icon, const QKeySequence& keys) {
        auto* action = new QAction(m_theme.icon(icon), text, this);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
        return action;
    };
    m_back = make("helpBack", tr("Back"), Icon::Undo, QKeySequence(Qt::ALT | Qt::Key_Left));
    m_forward = make("helpForward", tr("Forward"), Icon::Redo, QKeySequence(Qt::ALT | Qt::Key_Right));
    m_find = make("helpSearch", tr("Search the help"), Icon::Search, QKeySequence::Find);
    connect(m_back, &QAction::triggered, this, [this] { showAt(m_at - 1); });
    connect(m_forward, &QAction::triggered, this, [this] { showAt(m_at + 1); });
    connect(m_find, &QAction::triggered, this, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
}

QWidget* HelpView::makeSide() {
    auto* side = new QWidget;
    auto* head = new PanelHead(m_theme, tr("Help"));
    for (QAction* action : {m_back, m_forward}) {
        QToolButton* button = makeToolButton(m_theme, action == m_back ? Icon::Undo : Icon::Redo, action->text(), head,
                                             action->shortcut());
        connect(button, &QToolButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
        head->addWidget(button);
    }
    m_search = new SearchLine(m_theme, tr("Search the help"));
    m_search->setObjectName(QStringLiteral("helpSearchLine"));
    m_search->setMaxLength(200);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("helpPages"));
    m_list->setAccessibleName(tr("Pages of the help"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_search->setTarget(m_list);
    auto* line = new QVBoxLayout;
    line->setContentsMargins(8, 8, 8, 8);
    line->addWidget(m_search);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(head);
    layout->addLayout(line);
    layout->addWidget(m_list, 1);
    side->setMinimumWidth(m_theme.px(180));
    return side;
}

QWidget* HelpView::makeBody() {
    auto* body = new QWidget;
    m_banner = new InlineBanner(m_theme);
    m_banner->setObjectName(QStringLiteral("helpBanner"));
    m_browser = new PageBrowser(m_theme, tr("Page of the help"));
    m_browser->setObjectName(QStringLiteral("helpPage"));
    auto* layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_browser, 1);
    return body;
}

// Esc closes the window of the help, when nobody in it wants the key.
void HelpView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isWindow())
        close();
    else
        Place::keyPressEvent(event);
}

QList<QAction*> HelpView::commands() const {
    return {m_back, m_forward, m_find};
}

bool HelpView::goTo(const Destination& destination) {
    const auto* wanted = std::get_if<HelpDestination>(&destination);
    if (!wanted)
        return false;
    const QString page = wanted->page.isEmpty() ? m_library.pages().front().name : wanted->page;
    if (!m_library.find(page))
        return false;
    m_search->clear();
    open(page);
    return true;
}

void HelpView::open(const QString& page) {
    if (!m_history.isEmpty() && m_history[m_at] == page)
        return;
    m_history = m_history.mid(std::max<qsizetype>(0, m_at + 2 - kMostRemembered), m_at + 1);
    m_history.append(page);
    showAt(m_history.size() - 1);
}

void HelpView::showAt(qsizetype at) {
    if (at < 0 || at >= m_history.size())
        return;
    m_at = at;
    m_banner->hide();
    m_browser->showMarkdown(m_library.find(m_history[at])->text);
    m_back->setEnabled(at > 0);
    m_forward->setEnabled(at + 1 < m_history.size());
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->data(kPageRole).toString() == m_history[at])
            m_list->setCurrentRow(row);
}

// "traces.md" is another page; anything else leads outside and is asked about first.
void HelpView::follow(const QUrl& link) {
    const QString path = link.path();
    const bool isInside = link.isRelative() && path.endsWith(QStringLiteral(".md"));
    if (isInside && m_library.find(path.chopped(3)))
        return open(path.chopped(3));
    if (link.scheme() != QStringLiteral("https"))
        return;
    m_outside = link;
    m_banner->showDecision(Severity::Info, tr("This leads out of the help, to the web: %1").arg(link.toDisplayString()),
                           {tr("Copy the address"), tr("Open in the browser"), tr("Stay here")});
}

void HelpView::decideOutside(int answer) {
    m_banner->hide();
    if (answer == Copy)
        QGuiApplication::clipboard()->setText(m_outside.toString());
    else if (answer == Open)
        QDesktopServices::openUrl(m_outside);
}

void HelpView::list(const QString& words) {
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [this](const HelpPage& page, const QString& excerpt) {
        auto* item = new QListWidgetItem(page.title, m_list);
        item->setData(kPageRole, page.name);
        item->setToolTip(excerpt);
    };
    if (words.trimmed().isEmpty())
        for (const HelpPage& page : m_library.pages())
            add(page, {});
    for (const HelpHit& hit : m_library.search(words))
        add(*m_library.find(hit.page), hit.excerpt);
    if (m_list->count() == 0) {
        auto* nothing = new QListWidgetItem(tr("Nothing found"), m_list);
        nothing->setFlags(Qt::NoItemFlags);
    }
}

}  // namespace touchstone::ui
