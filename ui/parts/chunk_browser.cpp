// SPDX-License-Identifier: GPL-3.0-or-later

#include "chunk_browser.h"

#include "chunk_text.h"
#include "corpus_delegates.h"
#include "session/session.h"
#include "uibase/deliver.h"
#include "uibase/empty_state.h"
#include "uibase/format.h"
#include "uibase/panel_head.h"
#include "uibase/search_line.h"
#include "uibase/splitter.h"
#include "uibase/theme.h"
#include "uistate/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QStackedWidget>
#include <QToolButton>

namespace touchstone::ui {
namespace {

constexpr std::chrono::milliseconds kPause{150};

QLabel* makeFact(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setTextFormat(Qt::PlainText);
    label->setContentsMargins(12, 4, 12, 4);
    label->setAutoFillBackground(true);
    label->setBackgroundRole(QPalette::Base);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    return label;
}

}  // namespace

ChunkBrowser::ChunkBrowser(const Theme& theme, session::Session& session, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_session(session) {
    buildUi();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &ChunkBrowser::askForChunks);
    connect(m_search, &QLineEdit::textChanged, this, &ChunkBrowser::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ChunkBrowser::chooseDocument);
    connect(m_text, &ChunkText::currentChunkChanged, this, &ChunkBrowser::showChunkFact);
    connect(m_text, &ChunkText::pageChanged, this, &ChunkBrowser::showPageFact);
    connect(m_back, &QToolButton::clicked, this, [this] { m_text->goToPage(m_text->page() - 1); });
    connect(m_forth, &QToolButton::clicked, this, [this] { m_text->goToPage(m_text->page() + 1); });
    showProblem(tr("No corpus is chosen."));
}

ChunkBrowser::~ChunkBrowser() {
    m_stop.request_stop();
}

void ChunkBrowser::buildUi() {
    auto* both = new Splitter(Qt::Horizontal);
    both->addWidget(makeDocuments());
    both->addWidget(makeText());
    both->setChildrenCollapsible(false);
    both->setStretchFactor(1, 1);
    both->setSizes({180, 420});
    m_empty = new EmptyState(m_theme, Icon::Retrieval, {});
    m_empty->setAutoFillBackground(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_pages = new QStackedWidget;
    m_pages->addWidget(both);
    m_pages->addWidget(m_empty);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

QWidget* ChunkBrowser::makeDocuments() {
    auto* panel = new QWidget;
    m_documentsHead = new PanelHead(m_theme, tr("Documents"));
    m_search = new SearchLine(m_theme, tr("Search documents"));
    m_search->setObjectName(QStringLiteral("corpus.search"));
    m_list = new QListView;
    m_list->setObjectName(QStringLiteral("corpus.documents"));
    m_list->setAccessibleName(tr("Documents of the corpus"));
    m_list->setUniformItemSizes(true);
    m_list->setLayoutMode(QListView::Batched);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new DocumentDelegate(m_theme, m_list));
    m_list->setModel(&m_documents);
    m_search->setTarget(m_list);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_documentsHead);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(8, 6, 8, 6);
    search->addWidget(m_search);
    layout->addLayout(search);
    layout->addWidget(m_list, 1);
    panel->setMinimumWidth(m_theme.px(140));
    return panel;
}

QWidget* ChunkBrowser::makeText() {
    auto* panel = new QWidget;
    m_textHead = new PanelHead(m_theme, tr("Chunks"));
    m_problem = makeFact("corpus.problem");
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_text = new ChunkText(m_theme);
    m_text->setObjectName(QStringLiteral("corpus.text"));
    m_text->setAccessibleName(tr("Text of the document with its chunks"));
    m_fact = makeFact("corpus.fact");
    setTextStyle(*m_fact, m_theme, TextStyle::Caption);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_textHead);
    layout->addWidget(m_problem);
    layout->addWidget(makePages());
    layout->addWidget(m_text, 1);
    layout->addWidget(m_fact);
    panel->setMinimumWidth(m_theme.px(220));
    return panel;
}

QWidget* ChunkBrowser::makePages() {
    m_turn = new QWidget;
    m_turnFact = makeFact("corpus.page");
    m_back = makeToolButton(m_theme, Icon::ArrowUp, tr("The chunks before these"), m_turn);
    m_back->setObjectName(QStringLiteral("corpus.back"));
    m_forth = makeToolButton(m_theme, Icon::ArrowDown, tr("The chunks after these"), m_turn);
    m_forth->setObjectName(QStringLiteral("corpus.forth"));
    auto* line = new QHBoxLayout(m_turn);
    line->setContentsMargins(0, 0, 8, 0);
    line->addWidget(m_turnFact, 1);
    line->addWidget(m_back);
    line->addWidget(m_forth);
    m_turn->hide();
    return m_turn;
}

void ChunkBrowser::setCorpus(const std::string& reference, bool reload) {
    if (reference == m_reference && !reload)
        return;
    m_reference = reference;
    loadCorpus();
}

void ChunkBrowser::loadCorpus() {
    const std::uint64_t load = ++m_load;
    if (m_reference.empty()) {
        m_documents.setDocuments({});
        showProblem(tr("No corpus is chosen."));
        return;
    }
    m_session.inspection().corpus(
        m_reference, [context = QPointer<ChunkBrowser>(this), load](Result<session::CorpusContents> contents) {
            auto shared = std::make_shared<Result<session::CorpusContents>>(std::move(contents));
            deliverTo(context, [context, load, shared] {
                if (context->m_load == load)
                    context->finishCorpus(*shared);
            });
        });
}

void ChunkBrowser::finishCorpus(const Result<session::CorpusContents>& contents) {
    if (!contents.ok()) {
        m_documents.setDocuments({});
        showProblem(toQString(contents.error().message));
        Q_EMIT corpusShown();
        return;
    }
    m_pages->setCurrentIndex(0);
    m_documents.setDocuments(contents.value().documents);
    m_shown.clear();
    const int row = std::max(m_documents.rowOf(toQString(m_document)), 0);
    m_list->setCurrentIndex(m_documents.index(row));
    m_documentsHead->setNote(formatCount(m_documents.total()));
    Q_EMIT corpusShown();
}

void ChunkBrowser::showProblem(const QString& sentence) {
    m_empty->setSentence(sentence);
    m_pages->setCurrentWidget(m_empty);
}

void ChunkBrowser::filter(const QString& words) {
    m_documents.setFilter(words);
    const int shown = m_documents.rowCount();
    m_documentsHead->setNote(words.isEmpty()
                                 ? formatCount(shown)
                                 : tr("%1 of %2").arg(formatCount(shown), formatCount(m_documents.total())));
    if (const int row = m_documents.rowOf(toQString(m_document)); row >= 0)
        m_list->setCurrentIndex(m_documents.index(row));
    else if (shown > 0)
        m_list->setCurrentIndex(m_documents.index(0));
}

void ChunkBrowser::chooseDocument() {
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const std::string id = toUtf8(index.data(DocumentsModel::IdRole).toString());
    if (id == m_document && m_shown == id)
        return;
    m_document = id;
    m_pause.stop();
    askForChunks();
}

void ChunkBrowser::setChunking(const Json& chunking) {
    if (chunking == m_chunking)
        return;
    m_chunking = chunking;
    requestChunks();
}

void ChunkBrowser::requestChunks() {
    m_pause.start();
}

void ChunkBrowser::askForChunks() {
    m_stop.request_stop();
    m_stop = {};
    if (m_document.empty() || m_reference.empty())
        return;
    m_session.inspection().chunk(
        m_reference, m_document, m_chunking, m_stop.get_token(),
        [context = QPointer<ChunkBrowser>(this), stop = m_stop.get_token(),
         document = m_document](Result<session::DocumentChunks> result) {
            const QString problem = result.ok() ? QString() : toQString(result.error().message);
            const Chunks chunks =
                result.ok() ? std::make_shared<const session::DocumentChunks>(std::move(result).value()) : nullptr;
            deliverTo(context, [context, stop, document, chunks, problem] {
                if (!stop.stop_requested())
                    context->finishChunks(document, chunks, problem);
            });
        });
}

// What cannot be cut as asked leaves what was shown, with the reason above.
void ChunkBrowser::finishChunks(const std::string& documentId, const Chunks& chunks, const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (!chunks)
        return;
    const bool same = m_shown == documentId;
    m_shown = documentId;
    m_text->setChunks(chunks, same);
    if (m_wanted)
        m_text->goToChunk(m_text->chunkAt(*m_wanted));
    m_wanted.reset();
    showFacts();
}

void ChunkBrowser::showFacts() {
    const session::DocumentChunks& chunks = *m_text->chunks();
    m_textHead->setTitle(toQString(m_shown));
    m_textHead->setNote(tr("%1 · %2 to %3 tok, median %4")
                            .arg(tr("%n chunk(s)", nullptr, static_cast<int>(chunks.chunks.size())),
                                 formatCount(chunks.fewestTokens), formatCount(chunks.mostTokens),
                                 formatCount(chunks.medianTokens)));
    showChunkFact(m_text->currentChunk());
}

void ChunkBrowser::showChunkFact(int chunk) {
    if (chunk < 0 || !m_text->chunks()) {
        m_fact->clear();
        return;
    }
    const auto& chunks = m_text->chunks()->chunks;
    const auto at = static_cast<std::size_t>(chunk);
    const QString tokens = formatTokens(chunks[at].tokens, Certainty::Estimated);
    QString fact = tr("Chunk %1 of %2 · %3")
                       .arg(formatCount(chunk + 1), formatCount(static_cast<std::int64_t>(chunks.size())), tokens);
    if (at > 0 && chunks[at].begin < chunks[at - 1].end)
        fact = tr("%1 · shares %2 with the one before")
                   .arg(fact, formatBytes(static_cast<std::int64_t>(chunks[at - 1].end - chunks[at].begin)));
    if (!chunks[at].path.empty())
        fact = tr("%1 · %2").arg(fact, toQString(chunks[at].path));
    m_fact->setText(fact);
    m_text->setAccessibleDescription(fact);
}

void ChunkBrowser::showPageFact() {
    const auto [first, last] = m_text->chunksOfPage();
    m_turn->setVisible(m_text->pageCount() > 1);
    if (m_text->pageCount() < 2)
        return;
    const auto count = static_cast<std::int64_t>(m_text->chunks()->chunks.size());
    const auto bytes = static_cast<std::int64_t>(m_text->chunks()->text.size());
    m_turnFact->setText(
        tr("A long document (%1): chunks %2 to %3 of %4 are shown.")
            .arg(formatBytes(bytes), formatCount(first + 1), formatCount(last + 1), formatCount(count)));
    m_back->setEnabled(m_text->page() > 0);
    m_forth->setEnabled(m_text->page() + 1 < m_text->pageCount());
}

void ChunkBrowser::showPlace(const std::string& documentId, std::size_t begin) {
    if (m_documents.rowOf(toQString(documentId)) < 0)
        m_search->clear();
    if (m_shown == documentId && m_document == documentId) {
        m_text->goToChunk(m_text->chunkAt(begin));
        return;
    }
    m_wanted = begin;
    m_list->setCurrentIndex(m_documents.index(m_documents.rowOf(toQString(documentId))));
}

}  // namespace touchstone::ui
