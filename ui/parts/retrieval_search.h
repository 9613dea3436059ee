// SPDX-License-Identifier: GPL-3.0-or-later
//
// A query to try a retrieval part with: what it finds, with scores, and what of it would be sent. The search is done
// by a worker a moment after the last key; the newest wins.
//
// GUI thread only.

#pragma once

#include <QWidget>

#include "hits_model.h"

#include <QTimer>

#include <memory>
#include <stop_token>

class QLabel;
class QLineEdit;
class QListView;

namespace touchstone::session {
class Session;
}

namespace touchstone::ui {

class Theme;

class RetrievalSearch : public QWidget {
    Q_OBJECT

public:
    RetrievalSearch(const Theme& theme, session::Session& session, QWidget* parent = nullptr);
    ~RetrievalSearch() override;

    // A document's retrieval and chunking parts.
    void setParts(const Json& parts);

Q_SIGNALS:
    // A hit was chosen; `begin` in bytes of its document.
    void placeChosen(const std::string& documentId, std::size_t begin);

private:
    using Found = std::shared_ptr<const session::SearchResult>;

    void buildUi();
    void ask();
    void show(const Found& found, const QString& problem);
    void choose(const QModelIndex& index);

    const Theme& m_theme;
    session::Session& m_session;
    HitsModel m_hits;
    QLineEdit* m_query = nullptr;
    QLabel* m_fact = nullptr;
    QListView* m_list = nullptr;

    QTimer m_pause;
    std::stop_source m_stop;
    Json m_parts = Json::object();
};

}  // namespace touchstone::ui
