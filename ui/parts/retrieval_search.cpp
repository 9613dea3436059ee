// SPDX-License-Identifier: GPL-3.0-or-later

#include "retrieval_search.h"

#include "corpus_delegates.h"
#include "session/session.h"
#include "uibase/deliver.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/search_line.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace touchstone::ui {
namespace {

constexpr std::chrono::milliseconds kPause{120};

}  // namespace

RetrievalSearch::RetrievalSearch(const Theme& theme, session::Session& session, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_session(session) {
    buildUi();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &RetrievalSearch::ask);
    connect(m_query, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RetrievalSearch::choose);
    connect(m_list, &QListView::clicked, this, &RetrievalSearch::choose);
    show(nullptr, {});
}

RetrievalSearch::~RetrievalSearch() {
    m_stop.request_stop();
}

void RetrievalSearch::buildUi() {
    auto* query = new SearchLine(m_theme, tr("What the query finds: type what it would be"));
    query->setObjectName(QStringLiteral("retrieval.query"));
    m_query = query;
    m_fact = new QLabel;
    m_fact->setObjectName(QStringLiteral("retrieval.fact"));
    m_fact->setTextFormat(Qt::PlainText);
    m_fact->setWordWrap(true);
    m_fact->setContentsMargins(12, 4, 12, 4);
    setTextStyle(*m_fact, m_theme, TextStyle::Caption);
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("retrieval.hits"));
    m_list->setAccessibleName(tr("Passages found"));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new HitDelegate(m_theme, m_list));
    m_list->setModel(&m_hits);
    query->setTarget(m_list);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new PanelHead(m_theme, tr("Try a query")));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(8, 6, 8, 2);
    line->addWidget(query);
    layout->addLayout(line);
    layout->addWidget(m_fact);
    layout->addWidget(m_list, 1);
}

void RetrievalSearch::setParts(const Json& parts) {
    if (parts == m_parts)
        return;
    m_parts = parts;
    m_pause.start();
}

void RetrievalSearch::ask() {
    m_stop.request_stop();
    m_stop = {};
    const QString query = m_query->text();
    if (query.trimmed().isEmpty()) {
        show(nullptr, {});
        return;
    }
    m_session.inspection().search(
        {m_parts, toUtf8(query), Json::object()}, m_stop.get_token(),
        [context = QPointer<RetrievalSearch>(this), stop = m_stop.get_token()](Result<session::SearchResult> result) {
            const QString problem = result.ok() ? QString() : toQString(result.error().message);
            const Found found =
                result.ok() ? std::make_shared<const session::SearchResult>(std::move(result).value()) : nullptr;
            deliverTo(context, [context, stop, found, problem] {
                if (!stop.stop_requested())
                    context->show(found, problem);
            });
        });
}

void RetrievalSearch::show(const Found& found, const QString& problem) {
    m_hits.setHits(found ? found->hits : std::vector<session::FoundChunk>());
    m_fact->setForegroundRole(problem.isEmpty() ? QPalette::PlaceholderText : QPalette::WindowText);
    if (!found) {
        m_fact->setText(problem.isEmpty() ? tr("Nothing is stored and nothing is sent.") : problem);
        return;
    }
    const auto sent = std::ranges::count_if(found->hits, [](const session::FoundChunk& hit) {
        return hit.fate == session::Fate::Chosen || hit.fate == session::Fate::Compressed;
    });
    const QString searched = tr("%n chunk(s) searched", nullptr, static_cast<int>(found->chunks));
    m_fact->setText(found->hits.empty()
                        ? tr("No chunk shares a word with the query; %1.").arg(searched)
                        : tr("%1 of %2 found are sent, %3; %4.")
                              .arg(formatCount(sent), formatCount(static_cast<std::int64_t>(found->hits.size())),
                                   formatTokens(found->tokens, Certainty::Estimated), searched));
}

void RetrievalSearch::choose(const QModelIndex& index) {
    if (index.isValid())
        Q_EMIT placeChosen(m_hits.hit(index.row()).documentId, m_hits.hit(index.row()).begin);
}

}  // namespace touchstone::ui
