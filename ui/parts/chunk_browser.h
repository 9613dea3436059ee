// SPDX-License-Identifier: GPL-3.0-or-later
//
// A corpus to look at: its documents, and the chosen one's text with the chunks that a chunking cuts it into. Chunking
// is done by a worker a moment after its settings change; the newest settings win.
//
// GUI thread only.

#pragma once

#include <QWidget>

#include "documents_model.h"

#include <QTimer>

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace touchstone::session {
class Session;
}

namespace touchstone::ui {

class ChunkText;
class EmptyState;
class PanelHead;
class SearchLine;
class Theme;

class ChunkBrowser : public QWidget {
    Q_OBJECT

public:
    ChunkBrowser(const Theme& theme, session::Session& session, QWidget* parent = nullptr);
    ~ChunkBrowser() override;

    // By its name, or pinned; empty: none. `reload` reads it again although the reference is the same.
    void setCorpus(const std::string& reference, bool reload = false);
    // The chunking part; null: its defaults.
    void setChunking(const Json& chunking);
    // Shows a place of a document, in bytes.
    void showPlace(const std::string& documentId, std::size_t begin);

Q_SIGNALS:
    // The corpus is there, or cannot be read.
    void corpusShown();

private:
    using Chunks = std::shared_ptr<const session::DocumentChunks>;

    void buildUi();
    [[nodiscard]] QWidget* makeDocuments();
    [[nodiscard]] QWidget* makeText();
    [[nodiscard]] QWidget* makePages();
    void loadCorpus();
    void finishCorpus(const Result<session::CorpusContents>& contents);
    void showProblem(const QString& sentence);
    void chooseDocument();
    void requestChunks();
    void askForChunks();
    void finishChunks(const std::string& documentId, const Chunks& chunks, const QString& problem);
    void filter(const QString& words);
    void showFacts();
    void showChunkFact(int chunk);
    void showPageFact();

    const Theme& m_theme;
    session::Session& m_session;
    DocumentsModel m_documents;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    PanelHead* m_documentsHead = nullptr;
    SearchLine* m_search = nullptr;
    QListView* m_list = nullptr;
    PanelHead* m_textHead = nullptr;
    QLabel* m_problem = nullptr;
    ChunkText* m_text = nullptr;
    QLabel* m_fact = nullptr;
    QWidget* m_turn = nullptr;
    QLabel* m_turnFact = nullptr;
    QToolButton* m_back = nullptr;
    QToolButton* m_forth = nullptr;

    QTimer m_pause;
    std::stop_source m_stop;
    std::string m_reference;
    std::uint64_t m_load = 0;  // the newest one wins
    Json m_chunking;
    std::string m_document;  // chosen
    std::string m_shown;     // whose chunks are shown
    std::optional<std::size_t> m_wanted;
};

}  // namespace touchstone::ui
